import { useWords } from "../../catalogue/words.tsx";

export function ExportView() {
  const t = useWords();
  return <h1>{t("view.export")}</h1>;
}
