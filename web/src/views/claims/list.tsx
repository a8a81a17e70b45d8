import { useWords } from "../../catalogue/words.tsx";

export function ClaimsListView() {
  const t = useWords();
  return <h1>{t("view.claims")}</h1>;
}
