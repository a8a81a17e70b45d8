import { describe, expect, it } from "vitest";
import { codedReport } from "../../test/helpers/coded.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import { type ActFields, actFeatures, codedAct, type PlacedAct, type ToldAct } from "./acts.ts";

const event = codedReport("Soldiers shelled the town. The army said so.").events[0]!;
const receipt = { status: "known", basis: "quoted", quotes: [], confidence: 1 } as const;
const party = (country: string): Participant => ({
  ...event.actors[0]!,
  country: { ...receipt, value: country },
  sector: { ...receipt, value: "GOV" },
});
const on = (from: string, to = from): Event["time"] => ({
  ...receipt,
  from,
  to,
  precision: "day",
  approximate: false,
  anchor: "explicit",
});
const at = (country: string | undefined): Event["place"] =>
  country === undefined
    ? { status: "unknown", reason: "not-stated", quotes: [] }
    : { ...receipt, name: country, kind: "country", country, precision: { kind: "country", radiusKm: 500 } };
const act = (more: Partial<ActFields>): ToldAct =>
  codedAct({ ...event, type: "ASSAULT", ...more }).act as ToldAct;
/** Two acts, the one after the other. */
const beside = (a: ToldAct, b: ToldAct | undefined, report = 0): ReturnType<typeof actFeatures> =>
  actFeatures({ report: 0, sentence: 0, act: a }, { report, sentence: 1, ...(b && { act: b }) } as PlacedAct);
const voice = (value: "CT+" | "CT-" | "Uu"): Event["factuality"] => ({ ...event.factuality, value });
const said = (stance: "asserts" | "denies", factuality: "CT+" | "CT-"): Event["attributions"] =>
  [{ stance, factuality }] as unknown as Event["attributions"];

describe("what the coder knows of two acts", () => {
  it("what was years apart is not one act, whatever the words; a wrong day does not part", () => {
    const apart = (one: Event["time"], other: Event["time"]): number | undefined =>
      beside(act({ time: one }), act({ time: other }))["days-apart"];
    expect(apart(on("2004-09-01", "2004-09-30"), on("2024-03-22"))).toBe(1);
    expect(apart(on("2024-03-22"), on("2024-03-25"))).toBe(0);
    expect(apart(on("2024-03-15"), on("2024-03-22"))).toBe(0);
    expect(apart(on("2024-03-12"), on("2024-03-22"))).toBe(1);
    expect(apart(on("2024-01-01", "2024-12-31"), on("2024-03-25"))).toBe(0);
  });

  it("crowds in two countries are two; where a blow fell may have been read wrong", () => {
    const elsewhere = (type: Event["type"], one?: string, other?: string): number | undefined =>
      beside(act({ type, place: at(one) }), act({ type, place: at(other) }))["other-country"];
    expect(elsewhere("PROTEST", "JOR", "LBN")).toBe(1);
    expect(elsewhere("PROTEST", "JOR", "JOR")).toBe(0);
    expect(elsewhere("PROTEST", "JOR")).toBe(0);
    expect(elsewhere("ASSAULT", "ISR", "PSE")).toBe(0);
  });

  it("talks held and people held are two", () => {
    const opposite = (one: Event["type"], other: Event["type"]): number | undefined =>
      beside(act({ type: one }), act({ type: other }))["force-and-cooperation"];
    expect(opposite("CONSULT", "ASSAULT")).toBe(1);
    expect(opposite("AID", "COERCE")).toBe(1);
    expect(opposite("ACCUSE", "ASSAULT")).toBe(1);
    expect(opposite("ACCUSE", "COERCE")).toBe(0);
    expect(opposite("SUPPORT", "AGREE")).toBe(0);
  });

  it("one report does not say of one act that it was and that it was not", () => {
    const [was, wasNot] = [act({ factuality: voice("CT+") }), act({ factuality: voice("CT-") })];
    expect(beside(was, wasNot)["was-and-was-not"]).toBe(1);
    expect(beside(was, wasNot, 1)["was-and-was-not"]).toBe(0);
  });

  it("in one report a denial tells the act that somebody alleges, of the same doer", () => {
    const alleged = act({
      factuality: voice("Uu"),
      attributions: said("asserts", "CT+"),
      actors: [party("ISR")],
    });
    const denied = (country: string): ToldAct =>
      act({ factuality: voice("Uu"), attributions: said("denies", "CT-"), actors: [party(country)] });
    expect(denied("ISR").isDenied).toBe(true);
    expect(alleged.isDenied).toBeUndefined();
    expect(beside(alleged, denied("ISR"))["denied-beside"]).toBe(1);
    expect(beside(alleged, denied("SYR"))["denied-beside"]).toBe(0);
    expect(beside(alleged, denied("ISR"), 1)["denied-beside"]).toBe(0);
    // What is alleged after a denial may be another act.
    expect(beside(denied("ISR"), alleged)["denied-beside"]).toBe(0);
    expect(beside(denied("ISR"), denied("ISR"))["denied-beside"]).toBe(0);
  });

  it("two that are aimed at two are two", () => {
    const aimed = (type: Event["type"], one: string, other: string): number | undefined =>
      beside(act({ type, recipients: [party(one)] }), act({ type, recipients: [party(other)] }), 1)[
        "other-target"
      ];
    expect(aimed("ACCUSE", "FRA", "MLI")).toBe(1);
    expect(aimed("ACCUSE", "FRA", "FRA")).toBe(0);
    // Whom an attack hit is often told otherwise.
    expect(aimed("ASSAULT", "FRA", "MLI")).toBe(0);
  });

  it("who says that a meeting did not take place denies no charge", () => {
    const held = act({ type: "CONSULT", factuality: voice("CT+") });
    const refused = act({ type: "CONSULT", factuality: voice("Uu"), attributions: said("asserts", "CT-") });
    expect(refused).toMatchObject({ wasSo: false });
    expect(beside(held, refused)).toMatchObject({ "was-and-was-not": 1, "denied-beside": 0 });
  });

  it("nothing is said of words that are no coded act", () => {
    expect(Object.values(beside(act({}), undefined))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("who meets whom is told from either side; a sanction is whose it is", () => {
    const speakers = (type: Event["type"], actors: Participant[], recipients: Participant[]) =>
      codedAct({ ...event, type, actors, recipients }).speakers;
    expect(speakers("CONSULT", [party("ISR")], [party("USA")])).toEqual(["state:ISR", "state:USA"]);
    expect(speakers("ACCUSE", [party("ISR")], [party("USA")])).toEqual(["state:ISR"]);
    expect(speakers("SANCTION", [party("FRA")], [party("NER")])).toEqual(["state:FRA"]);
    expect(speakers("ASSAULT", [party("FRA")], [party("NER")])).toBeUndefined();
  });
});
