import { Link } from "@tanstack/react-router";
import type { Anchor } from "../../../../src/record/side-by-side.ts";
import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { rowLabel, valueWords } from "../claims/value-words.ts";

interface PointsProps {
  readonly summary: StorySummary;
  readonly onShow: (shown: { readonly title: string; readonly quotes: readonly Anchor[] }) => void;
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
          <b>{rowLabel(field, t)}</b> <span className="meta">“{words.get(happening)}”</span>{" "}
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
            +{(contested.length - MOST).toLocaleString(language)}
          </Link>
        </li>
      )}
    </ul>
  );
}

export function Corrections({ summary, onShow }: PointsProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <ul className="points corrections">
      {summary.corrections.slice(0, MOST).map(({ happening, field, by, who, from, to, quotes }) => (
        <li key={`${happening} ${field} ${who} ${from}`}>
          <b>{rowLabel(field, t)}</b>{" "}
          <button type="button" className="clause" onClick={() => onShow({ title: who, quotes })} dir="auto">
            {t(by === "speaker" ? "today.said-before" : "today.we-corrected", {
              who,
              from: from === undefined ? t("claims.nothing") : valueWords(field, from, language, t),
              to: to === undefined ? t("claims.nothing") : valueWords(field, to, language, t),
            })}
          </button>
        </li>
      ))}
    </ul>
  );
}
