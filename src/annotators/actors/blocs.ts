import type { Described } from "./described.ts";
import type { Reading } from "./reading.ts";

/** What a body of states or several states do together to another: "regional sanctions", "Western pressure". */
const JOINT_ACTS =
  /^(?:sanction|embargo|blockade|mediation|condemnation|pressure|criticism|boycott|intervention)$/;

/** "regional sanctions", "Western condemnation": the adjective says who, and names nobody. */
export function blocModifier(head: number, { tokens }: Reading): Described | undefined {
  const { text, deprel, head: noun } = tokens[head]!;
  const isRegional = /^regional$/i.test(text);
  if (deprel !== "amod" || (!isRegional && text !== "Western")) return undefined;
  if (!JOINT_ACTS.test(tokens[noun]!.lemma)) return undefined;
  return {
    countryUnknown: "not-stated",
    sector: isRegional ? "IGO" : "GOV",
    sectorBasis: "inferred",
    kind: "unnamed",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
    knowledge: `the adjective “${text.toLowerCase()}” of a joint act`,
  };
}
