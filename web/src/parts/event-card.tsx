import type { ReactNode } from "react";
import type { Attribution } from "../../../src/record/attribution.ts";
import type { Event, Quantity } from "../../../src/record/event.ts";
import type { Participant } from "../../../src/record/participant.ts";
import type { ReviewState } from "../../../src/store/types.ts";
import type { Quote, Span } from "../../../src/text/span.ts";
import { useLanguage, useWords } from "../catalogue/words.tsx";
import { standingOf } from "./certainty.ts";
import { partyWords, placeWords, timeWords } from "./event-words.ts";
import { figureWords } from "./figures.ts";
import type { Role } from "./marks.ts";
import { receiptOf } from "./receipts.ts";
import { Tag } from "./tag.tsx";

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
          {event.modes.map(({ value }) => ` · ${value}`).join("")}
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

interface RowProps {
  readonly ink: Role;
  readonly label: string;
  readonly known: boolean;
  readonly children: ReactNode;
}

function Row({ ink, label, known, children }: RowProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={known ? undefined : "unknown"}>
        {known && <Tag ink={ink} />}
        {children}
      </dd>
    </>
  );
}

interface ValueProps {
  readonly words: string;
  readonly quotes: readonly Quote[];
  readonly onShow: (quote: Span) => void;
}

/** A value that shows its words when it is pressed; one without words says that it has none. */
export function Value({ words, quotes, onShow }: ValueProps) {
  const [first] = quotes;
  if (!first) return <bdi>{words}</bdi>;
  return (
    <button type="button" className="value" onClick={() => onShow(first)}>
      <bdi>{words}</bdi>
    </button>
  );
}

function Parties(props: {
  readonly ink: "actor" | "recipient";
  readonly label: string;
  readonly parties: readonly Participant[];
  readonly onShow: (quote: Span) => void;
}) {
  const t = useWords();
  const { ink, label, parties, onShow } = props;
  return (
    <Row ink={ink} label={label} known={parties.length > 0}>
      {parties.length === 0 && t("unknown.not-stated")}
      {parties.map((party, index) => (
        <span key={`${party.quote.start} ${party.quote.end} ${JSON.stringify([party.name, party.country])}`}>
          {index > 0 && "; "}
          <Value words={partyWords(party)} quotes={[party.quote]} onShow={onShow} />
          <Affiliation party={party} />
        </span>
      ))}
    </Row>
  );
}

function Affiliation({ party }: { readonly party: Participant }) {
  const t = useWords();
  const cells = [party.country, party.sector];
  const known = cells.flatMap((cell) => (cell.status === "known" ? [cell] : []));
  if (known.length === 0) return <span className="unknown"> · {t("card.no-affiliation")}</span>;
  return (
    <span className="meta">
      {" · "}
      {known.map(({ value }) => value).join(" ")}
      {known.some(({ basis }) => basis === "inferred") && ` (${t("basis.inferred")})`}
    </span>
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

function Figure(props: {
  readonly event: Event;
  readonly quantity: Quantity;
  readonly onShow: (quote: Span) => void;
}) {
  const t = useWords();
  const { event, quantity, onShow } = props;
  const source = quantity.attribution === undefined ? undefined : event.attributions[quantity.attribution];
  return (
    <Row ink="number" label={t(`quantity.${quantity.kind}`)} known>
      <b>
        <Value words={figureWords(quantity, t)} quotes={[quantity.quote]} onShow={onShow} />
      </b>{" "}
      <q dir="auto">“{quantity.quote.text}”</q>
      {source && <span className="meta"> · {partyWords(source.source)}</span>}
    </Row>
  );
}

function Sources(props: {
  readonly attributions: readonly Attribution[];
  readonly onShow: (quote: Span) => void;
}) {
  const t = useWords();
  const { attributions, onShow } = props;
  return (
    <Row ink="source" label={t("field.attributions")} known={attributions.length > 0}>
      {attributions.length === 0 && t("card.outlet-itself")}
      {attributions.map(({ source, stance, kind, content }, index) => (
        <span key={`${source.quote.start} ${content[0]?.start}`}>
          {index > 0 && <br />}
          <Value words={partyWords(source)} quotes={[source.quote]} onShow={onShow} />{" "}
          <i>{t(`stance.${stance}`)}</i>
          {kind === "unnamed" && <span className="meta"> · {t("card.unnamed")}</span>}
        </span>
      ))}
    </Row>
  );
}
