import { useWords } from "../../catalogue/words.tsx";

export function AgreementView() {
  const t = useWords();
  return <h1>{t("view.agreement")}</h1>;
}
