import { useEffect, useReducer, useState } from "react";
import { briefMarkdown } from "../../api/brief.ts";
import { problemOf } from "../../api/problem.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { Empty } from "../../parts/states.tsx";
import { didUndoably } from "../../shell/undo.ts";
import { Chooser } from "./chooser.tsx";
import { draftStep, readDraft, referencesOf, withoutAnchor } from "./draft.ts";
import { References } from "./references.tsx";
import { SentenceEditor } from "./sentence-editor.tsx";
import "./brief.css";

const PLACE = "khaldun.brief";

/** A page for those who decide: every sentence rests on the words of reports, or it is not given out. */
export function BriefView() {
  const t = useWords();
  const language = useLanguage();
  const [draft, step] = useReducer(draftStep, localStorage.getItem(PLACE), readDraft);
  const [problem, setProblem] = useState<string>();
  useEffect(() => localStorage.setItem(PLACE, JSON.stringify(draft)), [draft]);
  const loose = withoutAnchor(draft);
  const references = referencesOf(draft);
  const isReady = loose.length === 0 && references.length > 0;

  const download = async () => {
    setProblem(undefined);
    try {
      saveText(await briefMarkdown(draft, language), `${draft.title.trim() || t("view.brief")}.md`);
    } catch (error) {
      const known = problemOf(error);
      setProblem(known ? [known.detail, known.cure].filter(Boolean).join(" ") : t("state.failed.offline"));
    }
  };
  const clear = () => {
    const before = draft;
    step({ kind: "replaced", draft: { title: "", sentences: [] } });
    didUndoably({ words: t("brief.cleared"), undo: () => step({ kind: "replaced", draft: before }) });
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
          <button type="button" className="pill on" disabled={!isReady} onClick={() => void download()}>
            {t("brief.markdown")}
          </button>
          <button type="button" className="pill" disabled={!isReady} onClick={() => window.print()}>
            {t("brief.print")}
          </button>
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
        {problem && (
          <p className="notice refused no-print" role="alert" dir="auto">
            {problem}
          </p>
        )}
        <p className="foot">{t("brief.foot")}</p>
      </article>
    </div>
  );
}

/** The file is made in the browser and saved by it. */
function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
