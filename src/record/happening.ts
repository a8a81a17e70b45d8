import { z } from "zod";
import { EVENT_TYPES } from "../ontology/plover/codes.ts";
import { factualityValueSchema, SOURCE_KINDS, stanceSchema } from "./attribution.ts";

export const HAPPENING_VERSION = "khaldun-happening/1";

export const ROLL_UP_RULES = ["conservative", "informative", "representative", "latest", "source"] as const;
/** How one value is chosen of several: docs/export.md says what each rule does to each field. */
export type RollUpRule = (typeof ROLL_UP_RULES)[number];

const speakerSchema = z
  .object({
    /** The same key is the same ultimate speaker; a source without a name has one in each origin. */
    key: z.string(),
    words: z.string(),
    kind: z.enum(["outlet", ...SOURCE_KINDS]),
    country: z.string().optional(),
    sector: z.string().optional(),
  })
  .readonly();
export type Speaker = z.infer<typeof speakerSchema>;

/** One voice in one report that speaks of the happening: the report itself, or a source that it cites. */
export const claimSchema = z
  .object({
    id: z.string(),
    report: z.string(),
    event: z.string(),
    outlet: z.string().optional(),
    url: z.string().optional(),
    /** Day of publication, YYYY-MM-DD. */
    published: z.string().optional(),
    /** Reports of one origin count once: copies, one agency's text in many papers, one outlet's several reports. */
    origin: z.string(),
    copyOf: z.string().optional(),
    speaker: speakerSchema,
    stance: stanceSchema,
    factuality: factualityValueSchema,
    /** The speaker is a party to the happening. */
    ownAffair: z.boolean(),
  })
  .readonly();
export type Claim = z.infer<typeof claimSchema>;

export const RELATIONS = ["agrees", "disagrees", "superseded"] as const;

/** The value chosen for one field, whose it is, and what others say. */
export const rolledFieldSchema = z
  .object({
    field: z.string(),
    value: z.string(),
    /** Ids of the claims that say so. */
    claims: z.array(z.string()).readonly(),
    /** For figures: the lowest and highest that stand; null = open. */
    range: z
      .object({ min: z.int().min(0), max: z.int().min(0).nullable() })
      .readonly()
      .optional(),
    /** `agrees`: coarser or finer, no contradiction; `superseded`: told before by the same voice, raised since. */
    others: z
      .array(
        z
          .object({ value: z.string(), relation: z.enum(RELATIONS), claims: z.array(z.string()).readonly() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type RolledField = z.infer<typeof rolledFieldSchema>;

/** One happening as all its reports tell it: every claim is kept, every field says by which rule it was chosen. */
export const happeningSchema = z
  .object({
    schema: z.literal(HAPPENING_VERSION),
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    rule: z.enum(ROLL_UP_RULES),
    /** For the rule `source`: whose values come first. */
    source: z.string().optional(),
    /** Three counts that no number blends: texts, independent origins, ultimate speakers. */
    reports: z.int().min(1),
    origins: z.int().min(1),
    speakers: z.int().min(1),
    fields: z.array(rolledFieldSchema).readonly(),
    claims: z.array(claimSchema).readonly(),
  })
  .readonly();
export type Happening = z.infer<typeof happeningSchema>;
