import { afterAll, beforeAll, expect, it } from "vitest";
import { EVENTS } from "../../src/annotators/events/layer.ts";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { actsIn, linkReports, loadPairWeights, mentionReader, profileOf } from "../../src/linking/index.ts";
import { read } from "../../src/text/document.ts";

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder({ roles: true });
});
afterAll(() => coder.close());

/** Happenings of one report by the words that state them. */
async function happeningsOf(text: string): Promise<Readonly<Record<string, string>>> {
  const report = readText(text, { published: "2026-05-05" });
  const document = await coder.annotate(report);
  const [mention, told] = [mentionReader(document, 0), actsIn(coder.recordOf(document))];
  const triggers = read(document, EVENTS).map(({ trigger }) => trigger);
  const mentions = triggers.map((span) => ({ ...mention(span), ...told(span) }));
  const profile = profileOf(document, "2026-05-05");
  const [linked] = linkReports([{ id: report.id, text, profile, mentions }], loadPairWeights());
  return Object.fromEntries(
    triggers.map(({ start, end }, at) => [text.slice(start, end), linked!.events[at]!]),
  );
}

it.each([
  [
    "opened fire",
    "attacked",
    "Witnesses said soldiers opened fire on mourners in Darra on Monday. A spokesman for the army denied that soldiers had attacked anybody there.",
  ],
  [
    "killed",
    "massacred",
    "A rights group said troops killed twelve villagers in Moura on Tuesday. The government denied that the army had massacred civilians.",
  ],
  [
    "hit",
    "striking",
    "Ukraine said Russian missiles hit a hospital in Dnipro on Monday. Russia denied striking the hospital.",
  ],
])("what is denied (%s) is what was alleged (%s), in other words", async (alleged, denied, text) => {
  const happenings = await happeningsOf(text);
  expect(happenings[alleged]).toBeDefined();
  expect(happenings[denied]).toBe(happenings[alleged]);
});

it("a later act is not what was denied before it", async () => {
  const happenings = await happeningsOf(
    "Ukraine said Russian missiles hit a hospital in Dnipro on Monday. Russia denied striking the hospital. A day later a second strike killed two people in Odesa, officials said.",
  );
  expect(happenings.striking).toBe(happenings.hit);
  expect(happenings.killed).not.toBe(happenings.hit);
});

it("talks held are not people held, and what was in another decade is another act", async () => {
  const held = await happeningsOf(
    "Envoys of Kenya held talks with the rebels in Nairobi on Monday. The rebels still held hostage two Kenyan engineers.",
  );
  expect(new Set(Object.values(held)).size).toBe(Object.keys(held).length);
  const killed = await happeningsOf(
    "Gunmen killed nine worshippers in Hadera on Sunday. In October 2004, gunmen shot dead thirty worshippers in the same town.",
  );
  expect(new Set(Object.values(killed)).size).toBe(2);
});
