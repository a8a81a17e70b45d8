import { useWords } from "../../catalogue/words.tsx";

export function EventsView() {
  const t = useWords();
  return <h1>{t("view.events")}</h1>;
}
