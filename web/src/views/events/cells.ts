import type { Event } from "../../../../src/record/event.ts";
import type { Participant } from "../../../../src/record/participant.ts";
import type { StoredEvent } from "../../../../src/store/types.ts";
import type { WordKey, Words } from "../../catalogue/speak.ts";
import { certaintyOf, standingOf } from "../../parts/certainty.ts";
import { typeWords } from "../../parts/code-words.ts";
import { partyWords, placeWords, timeWords } from "../../parts/event-words.ts";
import { figureWords } from "../../parts/figures.ts";
import type { EventField } from "../../parts/receipts.ts";

/** What a cell of the table shows. */
export interface CellView {
  readonly text: string;
  /** True if there is no value: the text then says why. */
  readonly missing?: boolean;
  /** A class for the text: the line of its certainty. */
  readonly line?: string;
}

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** What the column holds, in more words. */
  readonly about?: string;
  readonly width: number;
  /** The field whose words are the receipt of its cells. */
  readonly field: EventField;
}

export interface GridRow {
  readonly stored: StoredEvent;
  readonly cells: readonly CellView[];
  /** Why a file of the columns' format would leave the row out. */
  readonly withheld?: string | undefined;
}

type Fill = (stored: StoredEvent, t: Words, language: string) => CellView;

interface OwnColumn {
  readonly label: WordKey;
  readonly width: number;
  readonly field: EventField;
  readonly fill: Fill;
}

/** Our own columns: what a record says, in the reader's language. */
const OWN: Readonly<Record<string, OwnColumn>> = {
  time: {
    label: "field.time",
    width: 150,
    field: "time",
    fill: ({ event }, t, language) => ({
      text: timeWords(event, language, t),
      missing: event.time.status !== "known",
    }),
  },
  type: {
    label: "field.type",
    width: 190,
    field: "type",
    fill: ({ event }, t) => ({
      text: typeWords(
        event.type,
        event.modes.map(({ value }) => value),
        t,
      ),
      line: certaintyOf(event),
    }),
  },
  actors: {
    label: "field.actors",
    width: 200,
    field: "actors",
    fill: ({ event }, t) => partiesCell(event.actors, t),
  },
  recipients: {
    label: "field.recipients",
    width: 200,
    field: "recipients",
    fill: ({ event }, t) => partiesCell(event.recipients, t),
  },
  place: {
    label: "field.place",
    width: 160,
    field: "place",
    fill: ({ event }, t) => ({ text: placeWords(event, t), missing: event.place.status !== "known" }),
  },
  quantities: {
    label: "field.quantities",
    width: 150,
    field: "quantities",
    fill: ({ event }, t) => figuresCell(event, t),
  },
  standing: {
    label: "field.factuality",
    width: 190,
    field: "factuality",
    fill: ({ event }, t) => ({ text: t(`standing.${standingOf(event)}`) }),
  },
  attributions: {
    label: "field.attributions",
    width: 180,
    field: "attributions",
    fill: ({ event }, t) =>
      event.attributions.length === 0
        ? { text: t("card.outlet-itself"), missing: true }
        : { text: event.attributions.map(({ source }) => partyWords(source)).join("; ") },
  },
  outlet: {
    label: "events.outlet",
    width: 140,
    field: "type",
    fill: ({ report }, t) =>
      report.outlet === undefined ? { text: t("reader.no-outlet"), missing: true } : { text: report.outlet },
  },
  review: {
    label: "events.review",
    width: 130,
    field: "type",
    fill: ({ review }, t) => ({ text: t(`review-state.${review}`), missing: review === "unreviewed" }),
  },
};

export function ownColumns(t: Words): readonly GridColumn[] {
  return Object.entries(OWN).map(([id, { label, width, field }]) => ({ id, label: t(label), width, field }));
}

export function ownRow(stored: StoredEvent, t: Words, language: string): GridRow {
  return { stored, cells: Object.values(OWN).map(({ fill }) => fill(stored, t, language)) };
}

function partiesCell(parties: readonly Participant[], t: Words): CellView {
  if (parties.length === 0) return { text: t("unknown.not-stated"), missing: true };
  return {
    text: parties
      .map((party) =>
        party.country.status === "known"
          ? `${partyWords(party)} (${party.country.value})`
          : partyWords(party),
      )
      .join("; "),
  };
}

function figuresCell({ quantities }: Event, t: Words): CellView {
  if (quantities.length === 0) return { text: t("unknown.not-stated"), missing: true };
  return {
    text: quantities.map((one) => `${t(`quantity.${one.kind}`)}: ${figureWords(one, t)}`).join("; "),
  };
}
