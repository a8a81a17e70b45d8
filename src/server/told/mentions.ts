import { z } from "@hono/zod-openapi";
import { quoteSchema } from "../../record/cell.ts";
import type { Event } from "../../record/event.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../../record/participant.ts";
import type { StoredEvent } from "../../store/index.ts";
import type { Quote } from "../../text/span.ts";
import { withoutHoles } from "../claim.ts";
import { ABOUT_SHAPE, aboutOf } from "./claims.ts";

export const MENTION_ROLES = ["event", "actor", "recipient", "source", "place", "time"] as const;
type MentionRole = (typeof MENTION_ROLES)[number];

export const MENTION_SHAPE = {
  id: z.string(),
  ...ABOUT_SHAPE,
  role: z.enum(MENTION_ROLES).openapi({ description: "what these words mean: the event itself, or a part" }),
  index: z.int().openapi({ description: "which of the event's actors, recipients or sources, from 0" }),
  name: z.string().optional().openapi({ description: "of the party or place, if it is known" }),
  actorId: z.string().optional(),
  country: z.string().optional(),
  sector: z.string().optional(),
  ...quoteSchema.unwrap().shape,
};

export const mentionSchema = z
  .object(MENTION_SHAPE)
  .readonly()
  .openapi("Mention", { description: "Half-open offsets into `report.text`, in UTF-16 units" });
export type MentionRow = z.infer<typeof mentionSchema>;

interface Part {
  readonly role: MentionRole;
  readonly index: number;
  readonly who: Partial<Pick<MentionRow, "name" | "actorId" | "country" | "sector">>;
  readonly quotes: readonly Quote[];
}

/** Every place of the report that tells the event, or names who, where and when. */
export function mentionsOfEvent(stored: StoredEvent): readonly MentionRow[] {
  return partsOf(stored.event).flatMap(({ role, index, who, quotes }) =>
    distinct(quotes).map(({ start, end, text }) => ({
      id: `${stored.id}/${role}/${index}/${start}-${end}`,
      ...aboutOf(stored),
      role,
      index,
      ...who,
      start,
      end,
      text,
    })),
  );
}

function partsOf(event: Event): readonly Part[] {
  const { place, time } = event;
  return [
    { role: "event", index: 0, who: {}, quotes: [event.trigger, ...event.mentions] },
    ...event.actors.map(partyPart("actor")),
    ...event.recipients.map(partyPart("recipient")),
    ...event.attributions.map(({ source }) => source).map(partyPart("source")),
    ...(place.status === "known" ? [placePart(place)] : []),
    { role: "time", index: 0, who: {}, quotes: time.status === "known" ? time.quotes : [] },
  ];
}

const partyPart =
  (role: MentionRole) =>
  (one: Participant, index: number): Part => ({
    role,
    index,
    who: withoutHoles({
      name: nameOf(one),
      actorId: one.actorId,
      country: countryOf(one),
      sector: sectorOf(one),
    }),
    quotes: [one.quote, ...one.mentions],
  });

function placePart({ name, country, quotes }: Extract<Event["place"], { readonly status: "known" }>): Part {
  return { role: "place", index: 0, who: withoutHoles({ name, country }), quotes };
}

/** A value that a reviewer gave may rest on no words. */
function distinct(quotes: readonly Quote[]): readonly Quote[] {
  const places = new Map(quotes.map((quote) => [`${quote.start}-${quote.end}`, quote]));
  return [...places.values()].filter(({ start, end }) => end > start);
}
