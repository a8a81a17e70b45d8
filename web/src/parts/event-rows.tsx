import type { ReactNode } from "react";
import type { Attribution } from "../../../src/record/attribution.ts";
import type { Event, Quantity } from "../../../src/record/event.ts";
import type { Participant } from "../../../src/record/participant.ts";
import type { Quote, Span } from "../../../src/text/span.ts";
import { useWords } from "../catalogue/words.tsx";
import { partyWords } from "./event-words.ts";
import { figureWords } from "./figures.ts";
import type { Role } from "./marks.ts";
import { Tag } from "./tag.tsx";

interface RowProps {
  readonly ink: Role;
  readonly label: string;
  readonly known: boolean;
  readonly children: ReactNode;
}

export function Row({ ink, label, known, children }: RowProps) {
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

export function Parties(props: {
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

export function Figure(props: {
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

export function Sources(props: {
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
