import type { Event } from "../../../../src/record/event.ts";
import type { StoredEvent } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { codeWords } from "../../parts/code-words.ts";
import { Key } from "../../shell/key.tsx";
import type { Action } from "../../shell/keys.ts";
import { correctionWords } from "./correction-words.ts";
import type { WordField } from "./edits.ts";
import { wordsOf } from "./field-words.ts";

interface CodesProps {
  readonly item: StoredEvent;
  readonly corrections: ReadonlyMap<string, unknown>;
  /** A second coder does not see what became of the event. */
  readonly isBlind: boolean;
  readonly onSet: (field: WordField) => () => void;
  readonly onPick: (index: number) => () => void;
}

const FIELDS = [
  ["actors", "setActor"],
  ["recipients", "setRecipient"],
  ["time", "setTime"],
  ["place", "setPlace"],
  ["quantities", "setNumber"],
  ["attributions", "setSource"],
] as const satisfies readonly (readonly [WordField, Action])[];

/** What was read, field by field, each with the key that changes it; the least sure field is washed. */
export function Codes({ item: { event, review }, corrections, isBlind, onSet, onPick }: CodesProps) {
  const t = useWords();
  const language = useLanguage();
  const doubted = leastSure(event);
  return (
    <section className="card on codes">
      <h2>
        <span>{t("review.question")}</span>
        <i>{t("review.question.not")}</i>
      </h2>
      <dl>
        <dt>{t("field.type")}</dt>
        <dd className={doubted === "type" ? "doubted" : undefined}>
          <Types event={event} onPick={onPick} />
          <Correction field="type" corrections={corrections} />
        </dd>
        {FIELDS.map(([field, action]) => (
          <Row key={field} label={t(`field.${field}`)} isDoubted={doubted === field}>
            <span dir="auto">{wordsOf(event, field, language, t)}</span>{" "}
            <button
              type="button"
              className="key"
              aria-label={t(`key.${KEY_WORDS[field]}`)}
              onClick={onSet(field)}
            >
              <Key action={action} />
            </button>
            <Correction field={field} corrections={corrections} />
          </Row>
        ))}
        <dt>{t("field.factuality")}</dt>
        <dd className={doubted === "factuality" ? "doubted" : undefined}>
          {t(`factuality.${event.factuality.value}`)} <span className="meta">{event.factuality.value}</span>
        </dd>
      </dl>
      {!isBlind && <p className="foot">{t(`review-state.${review}`)}</p>}
    </section>
  );
}

const KEY_WORDS = {
  actors: "set-actor",
  recipients: "set-recipient",
  time: "set-time",
  place: "set-place",
  quantities: "set-number",
  attributions: "set-source",
} as const;

function Row(props: {
  readonly label: string;
  readonly isDoubted: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd className={props.isDoubted ? "doubted" : undefined}>{props.children}</dd>
    </>
  );
}

/** The type as coded, and what it could be instead, each under its number. */
function Types({ event, onPick }: { readonly event: Event; readonly onPick: (index: number) => () => void }) {
  const t = useWords();
  const all = [{ type: event.type, probability: event.confidence.type }, ...event.alternatives].slice(0, 5);
  return (
    <span className="types">
      {all.map(({ type, probability }, index) => (
        <button key={type} type="button" className="key" onClick={onPick(index)}>
          <b>{t(`type.${type}`)}</b>{" "}
          {index === 0 && event.modes.map(({ value }) => `· ${codeWords("mode", value, t)} `)}
          <span className="meta" title={t("review.probability")}>
            {probability.toFixed(2).replace(/^0/, "")}
          </span>{" "}
          <kbd>{index + 1}</kbd>
        </button>
      ))}
    </span>
  );
}

function Correction({
  field,
  corrections,
}: {
  readonly field: string;
  readonly corrections: CodesProps["corrections"];
}) {
  const t = useWords();
  const language = useLanguage();
  if (!corrections.has(field)) return null;
  return (
    <span className="correction" dir="auto">
      {" → "}
      {correctionWords(field, corrections.get(field), language, t)}
    </span>
  );
}

/** The field that the coder is least sure of, if that is less sure than even odds of being wrong once in five. */
function leastSure({ confidence }: Event): string | undefined {
  const { event: _, ...fields } = confidence;
  const [field, least] = Object.entries(fields).reduce((a, b) => (b[1] < a[1] ? b : a));
  return least < 0.8 ? field : undefined;
}
