import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueries } from "./api/queries.ts";
import { WordsProvider } from "./catalogue/words.tsx";
import { createDeskRouter } from "./router.tsx";
import { applySettings } from "./shell/settings.ts";
import "./style/base.css";
import "./style/shell.css";
import "./style/dialog.css";
import "./style/notice.css";
import "./style/parts.css";
import "./style/text.css";
import "./style/cards.css";
import "./style/print.css";

applySettings();
const queries = createQueries();
const router = createDeskRouter(queries);

createRoot(document.getElementById("desk")!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WordsProvider>
        <RouterProvider router={router} />
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
