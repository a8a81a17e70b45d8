import { useWords } from "../catalogue/words.tsx";

export function Unknown() {
  const t = useWords();
  return (
    <>
      <h1>{t("shell.unknown")}</h1>
      <p className="meta">{t("shell.unknown.cure")}</p>
    </>
  );
}
