import { useWords } from "../../catalogue/words.tsx";

export function ActorView() {
  const t = useWords();
  return <h1>{t("view.actors")}</h1>;
}
