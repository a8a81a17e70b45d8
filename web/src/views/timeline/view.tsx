import { useWords } from "../../catalogue/words.tsx";

export function TimelineView() {
  const t = useWords();
  return <h1>{t("view.timeline")}</h1>;
}
