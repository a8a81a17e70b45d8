import { useWords } from "../../catalogue/words.tsx";

export function BriefView() {
  const t = useWords();
  return <h1>{t("view.brief")}</h1>;
}
