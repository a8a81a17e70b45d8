import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../catalogue/words.tsx";
import { NotAllowed, useMay } from "../../parts/may.tsx";
import { Failed } from "../../parts/states.tsx";
import { DropFiles } from "./drop-files.tsx";
import { Failures } from "./failures.tsx";
import { Feeds } from "./feeds.tsx";
import { PasteAddress, PasteText } from "./paste.tsx";
import { Runs } from "./runs.tsx";
import "./import.css";

/** Reports come in: files, a pasted text, an address, feeds; then what is running, and what failed and why. */
export function ImportView() {
  const t = useWords();
  const queries = useQueryClient();
  const [refused, refuse] = useState<unknown>();
  const may = useMay("import");
  const start = async (begin: () => Promise<unknown>): Promise<boolean> => {
    try {
      await begin();
      refuse(undefined);
      // A short import may be over before it is listed: nobody follows it then, and what it brought is asked for here.
      await queries.invalidateQueries({ queryKey: ["imports"] });
      void queries.invalidateQueries();
      return true;
    } catch (error) {
      refuse(error);
      return false;
    }
  };
  return (
    <>
      <h1>{t("view.import")}</h1>
      <p className="meta">{t("import.local")}</p>
      {may ? (
        <div className="ways">
          <DropFiles start={start} />
          <PasteText start={start} />
          <PasteAddress start={start} />
        </div>
      ) : (
        <NotAllowed right="import" />
      )}
      {refused !== undefined && <Failed error={refused} />}
      <Feeds start={start} />
      <Runs start={start} />
      <Failures start={start} />
    </>
  );
}
