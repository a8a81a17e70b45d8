import { useWords } from "../../catalogue/words.tsx";

export function SettingsView() {
  const t = useWords();
  return <h1>{t("view.settings")}</h1>;
}
