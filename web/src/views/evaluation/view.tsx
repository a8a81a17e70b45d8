import { useWords } from "../../catalogue/words.tsx";

export function EvaluationView() {
  const t = useWords();
  return <h1>{t("view.evaluation")}</h1>;
}
