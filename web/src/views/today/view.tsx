import { useWords } from "../../catalogue/words.tsx";

export function TodayView() {
  const t = useWords();
  return <h1>{t("view.today")}</h1>;
}
