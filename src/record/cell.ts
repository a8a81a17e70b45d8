import { z } from "zod";

/** Half-open offsets into `report.text` and the characters between them. */
export const quoteSchema = z
  .object({ start: z.int().min(0), end: z.int().min(0), text: z.string() })
  .readonly()
  .describe("Half-open offsets into report.text, and exactly the characters between them");

export const BASES = ["quoted", "normalised", "inferred", "knowledge", "assigned"] as const;
/** How a value was got: verbatim, worked out from the span, from context, from a registry, or by a person. */
export const basisSchema = z.enum(BASES);
export type Basis = z.infer<typeof basisSchema>;

export const UNKNOWN_REASONS = [
  "not-stated",
  "ambiguous",
  "relative-to-unknown-date",
  "relative-to-undated-event",
  "impossible-date",
  "withheld-by-report",
  "not-in-registry",
  "registry-ends",
] as const;
/** Why a cell is empty. A closed list: docs/record.md says when each is used. */
export const unknownReasonSchema = z.enum(UNKNOWN_REASONS);
export type UnknownReason = z.infer<typeof unknownReasonSchema>;

const unknownSchema = z
  .object({
    status: z.literal("unknown"),
    reason: unknownReasonSchema,
    quotes: z.array(quoteSchema).readonly(),
    /** For `ambiguous`: the readings that remain. */
    candidates: z.array(z.string()).readonly().optional(),
  })
  .readonly();

const notApplicableSchema = z.object({ status: z.literal("not-applicable"), reason: z.string() }).readonly();

export type Unknown = z.infer<typeof unknownSchema>;

/** A cell: a value with its receipt, or the reason why there is none. */
export function cellSchema<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodType<Cell<z.infer<z.ZodObject<Shape>>>> {
  const known = z
    .object({
      status: z.literal("known"),
      basis: basisSchema,
      quotes: z.array(quoteSchema).readonly(),
      confidence: z.number().min(0).max(1),
      /** For basis `knowledge`: which row of which registry, and its date. */
      knowledge: z.string().optional(),
    })
    .extend(shape)
    .readonly();
  return z.union([known, unknownSchema, notApplicableSchema]) as unknown as z.ZodType<
    Cell<z.infer<z.ZodObject<Shape>>>
  >;
}

export interface Receipt {
  readonly status: "known";
  readonly basis: Basis;
  readonly quotes: readonly z.infer<typeof quoteSchema>[];
  readonly confidence: number;
  readonly knowledge?: string | undefined;
}

export type Cell<Value> =
  | (Receipt & Value)
  | Unknown
  | { readonly status: "not-applicable"; readonly reason: string };

/** The commonest empty cell: the report does not say. */
export const NOT_STATED: Unknown = Object.freeze({ status: "unknown", reason: "not-stated", quotes: [] });
