import type { Event } from "../../../src/record/event.ts";
import type { ReviewState } from "../../../src/store/types.ts";
import type { Span } from "../../../src/text/span.ts";
import { useLanguage, useWords } from "../catalogue/words.tsx";
import { standingOf } from "./certainty.ts";
import { codeWords } from "./code-words.ts";
import { Figure, Parties, Row, Sources, Value } from "./event-rows.tsx";
import { placeWords, timeWords } from "./event-words.ts";
import { receiptOf } from "./receipts.ts";

interface EventCardProps {
  readonly event: Event;
  /** Its number in reading order. */
  readonly number: number;
  readonly review: ReviewState;
  /** Shows the words of a value in the text. */
  readonly onShow: (quote: Span) => void;
}

/** One event as its report tells it: every value leads to its words, an empty one says why it is empty. */
export function EventCard({ event, number, review, onShow }: EventCardProps) {
  const t = useWords();
  const language = useLanguage();
  const show = { onShow };
  return (
    <>
      <h2>
        <span>
          {number} {t(`type.${event.type}`)}
        </span>
        <i>
          {event.type}
          {event.modes.map(({ value }) => ` · ${codeWords("mode", value, t)}`).join("")}
        </i>
        <span className={`word ${standingOf(event)}`}>{t(`standing.${standingOf(event)}`)}</span>
      </h2>
      <dl>
        <Parties ink="actor" label={t("field.actors")} parties={event.actors} {...show} />
        <Parties ink="recipient" label={t("field.recipients")} parties={event.recipients} {...show} />
        <Row ink="time" label={t("field.time")} known={event.time.status === "known"}>
          <Value words={timeWords(event, language, t)} quotes={receiptOf(event, "time")} {...show} />
          {event.phase !== "past" && <span className="meta"> · {t(`phase.${event.phase}`)}</span>}
        </Row>
        <Row ink="place" label={t("field.place")} known={event.place.status === "known"}>
          <Value words={placeWords(event, t)} quotes={receiptOf(event, "place")} {...show} />
          <PlacePrecision event={event} />
        </Row>
        {event.quantities.map((quantity) => (
          <Figure
            key={`${quantity.kind} ${quantity.quote.start}`}
            event={event}
            quantity={quantity}
            {...show}
          />
        ))}
        <Sources attributions={event.attributions} {...show} />
      </dl>
      <p className="foot">
        {t(`review-state.${review}`)} ·{" "}
        {t("card.confidence", { percent: Math.round(event.confidence.event * 100) })}
      </p>
    </>
  );
}

function PlacePrecision({ event: { place } }: { readonly event: Event }) {
  const t = useWords();
  if (place.status !== "known") return null;
  const { kind, radiusKm } = place.precision;
  return (
    <span className="meta">
      {" · "}
      {t(`place-kind.${kind}`)}
      {place.lat !== undefined && t("card.within", { km: radiusKm })}
    </span>
  );
}
