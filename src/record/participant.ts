import { z } from "zod";
import { SECTORS, type Sector } from "../ontology/plover/codes.ts";
import { basisSchema, cellSchema, quoteSchema } from "./cell.ts";

export const PARTICIPANT_KINDS = [
  "state",
  "organ",
  "person",
  "armed-group",
  "organisation",
  "population",
  "role",
  "unnamed",
] as const;
export const participantKindSchema = z.enum(PARTICIPANT_KINDS);
export type ParticipantKind = z.infer<typeof participantKindSchema>;

/** Who did it, to whom, or who says so. */
export const participantSchema = z
  .object({
    /** The head noun phrase as written; the pronoun's antecedent if there is one. */
    quote: quoteSchema,
    mentions: z.array(quoteSchema).readonly(),
    /** Canonical name; private persons are reduced to their role unless names are kept. */
    name: cellSchema({ value: z.string() }),
    actorId: z.string().optional(),
    wikidata: z.string().optional(),
    /** ISO alpha-3; unknown with reason `withheld-by-report` for "a Western state". */
    country: cellSchema({ value: z.string() }),
    sector: cellSchema({ value: z.enum(SECTORS) }),
    kind: participantKindSchema,
    /** Office at the event's date, as the report or the registry names it. */
    role: z.string().optional(),
    basis: basisSchema,
  })
  .readonly();
export type Participant = z.infer<typeof participantSchema>;

/** What is known of a participant; undefined where a cell is empty, for whatever reason. */
export const countryOf = ({ country }: Participant): string | undefined =>
  country.status === "known" ? country.value : undefined;
export const sectorOf = ({ sector }: Participant): Sector | undefined =>
  sector.status === "known" ? sector.value : undefined;
export const nameOf = ({ name }: Participant): string | undefined =>
  name.status === "known" ? name.value : undefined;
