import { useWords } from "../../catalogue/words.tsx";

export function SourcesView() {
  const t = useWords();
  return <h1>{t("view.sources")}</h1>;
}
