import { useWords } from "../../catalogue/words.tsx";

export function ImportView() {
  const t = useWords();
  return <h1>{t("view.import")}</h1>;
}
