import { useWords } from "../../catalogue/words.tsx";

export function MapView() {
  const t = useWords();
  return <h1>{t("view.map")}</h1>;
}
