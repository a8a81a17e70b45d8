import { useWords } from "../../catalogue/words.tsx";

export function ReaderView() {
  const t = useWords();
  return <h1>{t("view.reader")}</h1>;
}
