import { useEffect, useRef } from "react";
import type { StoredEvent } from "../../../../src/store/types.ts";
import type { Span } from "../../../../src/text/span.ts";
import { useWords } from "../../catalogue/words.tsx";
import { EventCard } from "../../parts/event-card.tsx";
import { lostAnchors, withoutAnchor } from "../../parts/receipts.ts";
import { NotCollected } from "../../parts/states.tsx";

interface EventCardsProps {
  readonly text: string;
  readonly events: readonly StoredEvent[];
  readonly lit: string | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (event: string) => void;
  readonly onPoint: (event: string | undefined) => void;
  readonly onShow: (event: string, span: Span) => void;
}

export function EventCards({ text, events, lit, chosen, onChoose, onPoint, onShow }: EventCardsProps) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Keys move through the cards: the chosen one takes the focus, so that a screen reader says it.
    const card = list.current?.querySelector<HTMLElement>(".card.on");
    const inside = card?.contains(document.activeElement);
    if (chosen !== undefined && card && !inside) card.focus({ preventScroll: false });
  }, [chosen]);
  if (events.length === 0)
    return <NotCollected title={t("reader.no-events")}>{t("reader.no-events.why")}</NotCollected>;
  return (
    <ol className="cards" ref={list}>
      {events.map(({ event, review }, index) => (
        <li
          key={event.id}
          className={`card${event.id === chosen ? " on" : ""}${event.id === lit ? " lit" : ""}`}
          tabIndex={-1}
          aria-current={event.id === chosen}
          onMouseEnter={() => onPoint(event.id)}
          onMouseLeave={() => onPoint(undefined)}
        >
          <EventCard
            event={event}
            number={index + 1}
            review={review}
            onShow={(span) => onShow(event.id, span)}
          />
          <Anchors text={text} stored={{ event }} />
          {event.id !== chosen && (
            <button type="button" className="choose no-print" onClick={() => onChoose(event.id)}>
              {t("reader.light-up")}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What of an event has no words of the report under it, and which words are no longer where they were. */
function Anchors({
  text,
  stored: { event },
}: {
  readonly text: string;
  readonly stored: Pick<StoredEvent, "event">;
}) {
  const t = useWords();
  const missing = withoutAnchor(event);
  const lost = lostAnchors(text, event);
  if (missing.length === 0 && lost.length === 0) return null;
  return (
    <p className="anchors">
      {missing.length > 0 &&
        t("reader.without-anchor", { fields: missing.map((one) => t(`field.${one}`)).join(", ") })}
      {lost.map(({ field, quote }) => (
        <span key={`${field} ${quote.start}`} className="lost">
          {t("reader.lost-anchor", { field: t(`field.${field}`) })} <q dir="auto">“{quote.text}”</q>
        </span>
      ))}
    </p>
  );
}
