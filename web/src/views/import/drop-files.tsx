import { type DragEvent, useRef, useState } from "react";
import { importFiles } from "../../api/imports.ts";
import { useWords } from "../../catalogue/words.tsx";
import type { Start } from "./start.ts";

/** Files, dropped or chosen; the field itself is the keyboard's way. */
export function DropFiles({ start }: { readonly start: Start }) {
  const t = useWords();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const take = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    setSending(files.length);
    await start(() => importFiles(files));
    setSending(0);
    if (field.current) field.current.value = "";
  };
  const drag = (entered: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the field inside is everyone's
    <section
      className={over ? "way drop over" : "way drop"}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        void take(event.dataTransfer.files);
      }}
    >
      <h2>{t("import.files")}</h2>
      <p>
        <label>
          <span className="hidden">{t("import.choose")}</span>
          <input ref={field} type="file" multiple onChange={({ target }) => void take(target.files)} />
        </label>
      </p>
      <p className="meta">{t("import.kinds")}</p>
      <p role="status">{sending > 0 && t("import.sending", { count: sending })}</p>
    </section>
  );
}
