import { useEffect, useReducer, useState } from "react";
import { BRIEF_FILES, type BriefFile, briefFile } from "../../api/brief.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { Empty, Failed } from "../../parts/states.tsx";
import { didUndoably } from "../../shell/undo.ts";
import { Chooser } from "./chooser.tsx";
import { draftStep, EMPTY_DRAFT, referencesOf, withoutAnchor } from "./draft.ts";
import { keepDraft, keptDraft, whenDraftIsKept } from "./kept-draft.ts";
import { References } from "./references.tsx";
import { SentenceEditor } from "./sentence-editor.tsx";
import "./brief.css";

/** A page for those who decide: every sentence rests on the words of reports, or it is not given out. */
export function BriefView() {
  const t = useWords();
  const language = useLanguage();
  const [draft, step] = useReducer(draftStep, undefined, keptDraft);
  const [refused, refuse] = useState<unknown>();
  useEffect(() => keepDraft(draft), [draft]);
  useEffect(() => whenDraftIsKept((kept) => step({ kind: "replaced", draft: kept })), []);
  const loose = withoutAnchor(draft);
  const references = referencesOf(draft);
  const isReady = loose.length === 0 && references.length > 0;

  const download = async (file: BriefFile) => {
    refuse(undefined);
    try {
      const text = await briefFile(draft, language, file);
      saveText(text, BRIEF_FILES[file], `${draft.title.trim() || t("view.brief")}.${file}`);
    } catch (error) {
      refuse(error);
    }
  };
  const clear = () => {
    didUndoably({ words: t("brief.cleared"), kind: "brief", what: draft });
    step({ kind: "replaced", draft: EMPTY_DRAFT });
  };
  return (
    <div className="brief-two">
      <Chooser onChoose={(sentence) => step({ kind: "added", sentence })} chosen={references} />
      <article className="brief" dir="auto">
        <h1 className="hidden">{t("view.brief")}</h1>
        <input
          className="brief-title"
          value={draft.title}
          placeholder={t("brief.title")}
          aria-label={t("brief.title")}
          dir="auto"
          onChange={({ target }) => step({ kind: "titled", title: target.value })}
        />
        {draft.sentences.length === 0 && (
          <Empty title={t("brief.empty")}>
            <p>{t("brief.empty.cure")}</p>
          </Empty>
        )}
        {draft.sentences.map((sentence) => (
          <SentenceEditor key={sentence.key} sentence={sentence} references={references} onStep={step} />
        ))}
        <References events={references} />
        <div className="bar no-print">
          {(["sentence", "heading"] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="pill"
              onClick={() => {
                const sentence = { key: crypto.randomUUID(), text: "", events: [] };
                step({
                  kind: "added",
                  sentence: kind === "heading" ? { ...sentence, heading: true } : sentence,
                });
              }}
            >
              + {t(`brief.add.${kind}`)}
            </button>
          ))}
          <button type="button" className="pill on" disabled={!isReady} onClick={() => void download("md")}>
            {t("brief.markdown")}
          </button>
          <button type="button" className="pill" disabled={!isReady} onClick={() => window.print()}>
            {t("brief.print")}
          </button>
          {(["bib", "json"] as const).map((file) => (
            <button
              key={file}
              type="button"
              className="pill"
              disabled={!isReady}
              onClick={() => void download(file)}
            >
              {t("brief.references")}: {file === "bib" ? "BibTeX" : "CSL-JSON"}
            </button>
          ))}
          {draft.sentences.length > 0 && (
            <button type="button" className="pill" onClick={clear}>
              {t("brief.clear")}
            </button>
          )}
        </div>
        <p className="no-print" role="status">
          {loose.length > 0 && (
            <span className="loose-words">{t("brief.loose", { count: loose.length })}</span>
          )}
        </p>
        {refused !== undefined && (
          <div className="no-print">
            <Failed error={refused} />
          </div>
        )}
        <p className="foot">{t("brief.foot")}</p>
      </article>
    </div>
  );
}

/** The file is made in the browser and saved by it. */
function saveText(text: string, kind: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
