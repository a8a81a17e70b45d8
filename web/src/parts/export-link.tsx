import { Link } from "@tanstack/react-router";
import { useWords } from "../catalogue/words.tsx";
import type { Search } from "../search.ts";

/** The way from what is shown to a file of it. The dialog says before it is written what goes in. */
export function ExportLink({ filter }: { readonly filter: Search }) {
  const t = useWords();
  return (
    <Link className="pill no-print" to="/export" search={filter as never}>
      {t("view.export")} …
    </Link>
  );
}
