import { useWords } from "../../catalogue/words.tsx";

export function ReviewView() {
  const t = useWords();
  return <h1>{t("view.review")}</h1>;
}
