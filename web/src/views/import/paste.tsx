import { type FormEvent, useState } from "react";
import { importAddress, importText, type Pasted } from "../../api/imports.ts";
import { useWords } from "../../catalogue/words.tsx";
import type { Start } from "./start.ts";

/** A text from anywhere, with what a reader of it must know: when it was published, and by whom. */
export function PasteText({ start }: { readonly start: Start }) {
  const t = useWords();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await start(() => importText(pastedIn(new FormData(form))))) form.reset();
  };
  return (
    <form className="way" onSubmit={(event) => void submit(event)}>
      <h2>{t("import.text")}</h2>
      <label className="field">
        {t("import.text.field")}
        <textarea name="text" rows={5} required dir="auto" />
      </label>
      <div className="bar">
        <label className="field">
          {t("import.published")}
          <input name="published" type="date" />
        </label>
        <label className="field">
          {t("events.outlet")}
          <input name="outlet" dir="auto" />
        </label>
      </div>
      <p className="meta">{t("import.published.why")}</p>
      <button type="submit" className="pill">
        {t("import.go")}
      </button>
    </form>
  );
}

function pastedIn(form: FormData): Pasted {
  const given = (name: string) => String(form.get(name) ?? "").trim();
  const header = ["outlet", "published"].filter((name) => given(name) !== "");
  return { text: given("text"), ...Object.fromEntries(header.map((name) => [name, given(name)])) };
}

/** A page or a feed. It is fetched by the machine that serves, which asks robots.txt first. */
export function PasteAddress({ start }: { readonly start: Start }) {
  const t = useWords();
  const [url, setUrl] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await start(() => importAddress(url.trim()))) setUrl("");
  };
  return (
    <form className="way" onSubmit={(event) => void submit(event)}>
      <h2>{t("import.address")}</h2>
      <label className="field">
        {t("import.address.field")}
        <input type="url" required value={url} onChange={({ target }) => setUrl(target.value)} dir="ltr" />
      </label>
      <p className="meta">{t("import.address.why")}</p>
      <button type="submit" className="pill">
        {t("import.go")}
      </button>
    </form>
  );
}
