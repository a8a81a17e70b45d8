import { z } from "zod";
import { EVENT_TYPES } from "../ontology/plover/codes.ts";
import { factualityValueSchema, SOURCE_KINDS, stanceSchema } from "./attribution.ts";
import { quoteSchema } from "./cell.ts";
import { ROLL_UP_RULES } from "./happening.ts";

export const SPEAKER_GROUPS = ["party", "witness", "third-party", "outlet"] as const;
/**
 * Who is speaking: a party to the happening, of whom nothing counts as corroboration when it speaks of itself; somebody
 * unnamed who holds no power there; anybody else who is cited; an outlet in its own voice.
 */
export type SpeakerGroup = (typeof SPEAKER_GROUPS)[number];

/** Words of a stored report: its key, and offsets into its text in UTF-16 units. */
export const anchorSchema = quoteSchema.unwrap().extend({ report: z.string(), event: z.string() }).readonly();
export type Anchor = z.infer<typeof anchorSchema>;

const rangeSchema = z.object({ min: z.int().min(0), max: z.int().min(0).nullable() }).readonly();
export type Range = z.infer<typeof rangeSchema>;

const saidSchema = z.object({
  value: z.string(),
  report: z.string(),
  event: z.string(),
  published: z.string().optional(),
});

/** What one speaker says of one field, as of the last report that quotes it. */
export const claimCellSchema = saidSchema
  .extend({
    /** For figures. */
    figure: rangeSchema.optional(),
    stance: stanceSchema,
    factuality: factualityValueSchema,
    /** It contradicts the one value that the rule chose. */
    outlier: z.boolean(),
    quotes: z.array(anchorSchema).readonly(),
    /** How many reports say so, copies included, and of how many origins. */
    articles: z.int().min(1),
    origins: z.int().min(1),
    /** What the same speaker said first: in an earlier report of this origin, or a figure that was raised since. */
    first: saidSchema.readonly().optional(),
    /** Further values that stand: of several figures in one report, or of other origins that quote the speaker. */
    also: z.array(saidSchema.readonly()).readonly(),
  })
  .readonly();
export type ClaimCell = z.infer<typeof claimCellSchema>;

export const claimColumnSchema = z
  .object({
    key: z.string(),
    /** As the first report that cites it calls the speaker; an outlet by its name. */
    words: z.string(),
    kind: z.enum(["outlet", ...SOURCE_KINDS]),
    group: z.enum(SPEAKER_GROUPS),
    country: z.string().optional(),
    sector: z.string().optional(),
    /** It is a party and speaks of its own affair. */
    ownAffair: z.boolean(),
    articles: z.int().min(1),
    origins: z.array(z.string()).readonly(),
    /** Keys of all reports, and of those among them that repeat another's text. */
    reports: z.array(z.string()).readonly(),
    copies: z.array(z.string()).readonly(),
    /** Day of the first and of the last report that cites it. */
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .readonly();
export type ClaimColumn = z.infer<typeof claimColumnSchema>;

export const claimRowSchema = z
  .object({
    /** `type`, `actors`, `recipients`, `time`, `place`, or a kind of figure. */
    field: z.string(),
    contested: z.boolean(),
    /** For figures: of all that stand. */
    range: rangeSchema.optional(),
    /** In the order of the columns; null: this speaker says nothing of it. */
    cells: z.array(claimCellSchema.nullable()).readonly(),
    /** The one value that the rule chooses, and the columns that say so; absent if nobody asserts one. */
    one: z
      .object({ value: z.string(), columns: z.array(z.string()).readonly() })
      .readonly()
      .optional(),
  })
  .readonly();
export type ClaimRow = z.infer<typeof claimRowSchema>;

export const rowChangeSchema = z
  .object({ field: z.string(), from: z.string().optional(), to: z.string().optional() })
  .readonly();
export type RowChange = z.infer<typeof rowChangeSchema>;

/** One happening as everybody tells it: speakers beside each other, fields below each other. */
export const sideBySideSchema = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    rule: z.enum(ROLL_UP_RULES),
    source: z.string().optional(),
    /** Texts, how many of them repeat another, independent origins, and columns. */
    articles: z.int().min(1),
    copies: z.int().min(0),
    origins: z.int().min(1),
    speakers: z.int().min(1),
    from: z.string().optional(),
    to: z.string().optional(),
    columns: z.array(claimColumnSchema).readonly(),
    rows: z.array(claimRowSchema).readonly(),
    /** By rule: what it would choose instead. */
    changes: z.partialRecord(z.enum(ROLL_UP_RULES), z.array(rowChangeSchema).readonly()).readonly(),
  })
  .readonly();
export type SideBySide = z.infer<typeof sideBySideSchema>;
