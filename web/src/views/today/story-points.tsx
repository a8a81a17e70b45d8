import { Link } from "@tanstack/react-router";
import type { Anchor } from "../../../../src/record/side-by-side.ts";
import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { clauseWords, rowLabel, valueWords } from "../claims/value-words.ts";

interface PointsProps {
  readonly summary: StorySummary;
  readonly onShow: (shown: { readonly title: string; readonly quotes: readonly Anchor[] }) => void;
}

/** What nobody contradicts of the happening that most origins tell; each clause shows the words that it rests on. */
export function Lead({ summary: { lead, timeline }, onShow }: PointsProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <p className="lead" dir="auto">
      {lead.length === 0 && (
        <i className="unknown">{timeline.length === 0 ? t("claims.empty.cure") : t("today.lead.none")}</i>
      )}
      {lead.map(({ field, words, quotes }, index) => (
        <span key={field}>
          {index > 0 && " · "}
          <button
            type="button"
            className="clause"
            onClick={() => onShow({ title: rowLabel(field, t), quotes })}
          >
            {clauseWords(field, words, language, t)}
            <sup>{index + 1}</sup>
          </button>
        </span>
      ))}
    </p>
  );
}

/** Contested points of the story that are shown before "side by side" has the rest. */
const MOST = 4;

export function Contested({ id, summary, onShow }: PointsProps & { readonly id: string }) {
  const t = useWords();
  const language = useLanguage();
  const { contested, timeline } = summary;
  const words = new Map(timeline.map((one) => [one.id, one.words]));
  return (
    <ul className="points">
      {contested.slice(0, MOST).map(({ happening, field, values }) => (
        <li key={`${happening} ${field}`}>
          <b>{rowLabel(field, t)}</b>{" "}
          <span className="meta">
            “<bdi>{words.get(happening)}</bdi>”
          </span>{" "}
          {values.map(({ value, speaker, quotes }, index) => (
            <span key={`${value} ${speaker}`}>
              {index > 0 && " – "}
              <button
                type="button"
                className="clause"
                onClick={() => onShow({ title: speaker, quotes })}
                dir="auto"
              >
                {valueWords(field, value, language, t)}
              </button>{" "}
              <span className="meta">
                <bdi>{speaker}</bdi>
              </span>
            </span>
          ))}
        </li>
      ))}
      {contested.length > MOST && (
        <li>
          <Link to="/claims/$story" params={{ story: id }}>
            {t("today.more-contested", { count: contested.length - MOST })}
          </Link>
        </li>
      )}
    </ul>
  );
}

export function Corrections({ summary, onShow }: PointsProps) {
  const t = useWords();
  const language = useLanguage();
  const { corrections, timeline } = summary;
  const words = new Map(timeline.map((one) => [one.id, one.words]));
  return (
    <ul className="points corrections">
      {corrections.slice(0, MOST).map(({ happening, field, by, who, from, to, quotes }) => (
        <li key={`${happening} ${field} ${who} ${from}`}>
          <b>{rowLabel(field, t)}</b>{" "}
          <span className="meta">
            “<bdi>{words.get(happening)}</bdi>”
          </span>{" "}
          {by === "reviewer" ? (
            t("today.we-corrected", { who })
          ) : (
            <button type="button" className="clause" onClick={() => onShow({ title: who, quotes })}>
              {t("today.said-before", {
                who,
                from: from === undefined ? t("claims.nothing") : valueWords(field, from, language, t),
                to: to === undefined ? t("claims.nothing") : valueWords(field, to, language, t),
              })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
