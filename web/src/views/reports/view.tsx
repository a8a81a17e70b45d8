import { useWords } from "../../catalogue/words.tsx";

export function ReportsView() {
  const t = useWords();
  return <h1>{t("view.reports")}</h1>;
}
