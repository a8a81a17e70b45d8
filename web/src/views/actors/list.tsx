import { useWords } from "../../catalogue/words.tsx";

export function ActorsView() {
  const t = useWords();
  return <h1>{t("view.actors")}</h1>;
}
