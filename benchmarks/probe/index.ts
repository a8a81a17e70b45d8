import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Event } from "../../src/record/event.ts";
import type { BenchOptions, BenchResult } from "../bench.ts";
import { readLines } from "../gold-format.ts";

/** One expected event of a probe sentence: only the fields named are checked. */
interface Expected {
  readonly type: string;
  readonly mode?: string;
  readonly actor?: string;
  readonly actorCountry?: null;
  readonly actorSector?: string;
  readonly recipient?: string;
  readonly place?: string;
  readonly factuality?: string;
  readonly phase?: string;
  readonly attempt?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly source?: string;
  readonly sources?: number;
  readonly sourceKind?: string;
  readonly stance?: string;
  readonly chain?: readonly string[];
  readonly dead?: readonly [number, number];
}
interface Probe {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly expect: readonly Expected[];
  readonly forbid?: readonly { readonly type: string; readonly recipient?: string }[];
  readonly alternatives?: string;
}

/** Twelve sentences on modality and attribution that every coder before got wrong; each counts whole or not. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const probes = readLines<Probe>(join(options.data, "spec/probe.jsonl"));
  const coder = await createCoder();
  const details: string[] = [];
  let passed = 0;
  for (const probe of probes) {
    const coded = await coder.code(readText(probe.text, { id: probe.id, published: probe.published }));
    const problems = problemsOf(probe, coded.events);
    if (problems.length === 0) passed += 1;
    details.push(`${probe.id} ${problems.length === 0 ? "right" : problems.join("; ")}`);
  }
  await coder.close();
  return {
    title: "probe: modality and attribution",
    figures: [{ name: "sentences right", value: passed, floor: 8, goal: 12, n: probes.length, digits: 0 }],
    details,
  };
}

function problemsOf(probe: Probe, events: readonly Event[]): readonly string[] {
  if (probe.expect.length === 0 && events.length > 0) return [`${events.length} events, none expected`];
  const missing = probe.expect.flatMap((expected) => {
    const same = events.filter((event) => event.type === expected.type);
    if (same.length === 0)
      return [`no ${expected.type} (got ${events.map((event) => event.type).join(", ") || "nothing"})`];
    const wrong = same.map((event) => wrongFields(expected, event, probe.alternatives !== undefined));
    const best = wrong.sort((a, b) => a.length - b.length)[0]!;
    return best;
  });
  const forbidden = (probe.forbid ?? []).filter((one) =>
    events.some(
      (event) =>
        event.type === one.type &&
        (one.recipient === undefined || countries(event.recipients).includes(one.recipient)),
    ),
  );
  return [...missing, ...forbidden.map((one) => `forbidden ${one.type}`)];
}

function wrongFields(expected: Expected, event: Event, startedCounts: boolean): string[] {
  const wrong: string[] = [];
  const check = (field: string, right: boolean, got: unknown): void => {
    if (!right) wrong.push(`${field} is ${JSON.stringify(got)}`);
  };
  const { place, time } = event;
  if (expected.mode !== undefined)
    check(
      "mode",
      event.modes.some((mode) => mode.value === expected.mode),
      event.modes.map((mode) => mode.value),
    );
  if (expected.actor !== undefined)
    check("actor", countries(event.actors).includes(expected.actor), countries(event.actors));
  if (expected.actorCountry === null)
    check(
      "actor",
      countries(event.actors).every((one) => one === "?"),
      countries(event.actors),
    );
  if (expected.actorSector !== undefined)
    check(
      "actor sector",
      event.actors.some((one) => one.sector.status === "known" && one.sector.value === expected.actorSector),
      event.actors.map((one) => one.sector),
    );
  if (expected.recipient !== undefined)
    check("recipient", countries(event.recipients).includes(expected.recipient), countries(event.recipients));
  if (expected.place !== undefined)
    check("place", place.status === "known" && place.name === expected.place, place);
  if (expected.phase !== undefined) check("phase", event.phase === expected.phase, event.phase);
  if (expected.attempt !== undefined) check("attempt", event.attempt === expected.attempt, event.attempt);
  if (expected.from !== undefined)
    check("from", time.status === "known" && time.from === expected.from, time);
  if (expected.to !== undefined) check("to", time.status === "known" && time.to === expected.to, time);
  if (expected.factuality !== undefined) {
    const also = startedCounts && event.attempt ? ["CT+"] : [];
    check(
      "factuality",
      [expected.factuality, ...also].includes(event.factuality.value),
      event.factuality.value,
    );
  }
  if (expected.source !== undefined)
    check(
      "source",
      countries(event.attributions.map((one) => one.source)).includes(expected.source),
      event.attributions.map((one) => one.source.quote.text),
    );
  if (expected.sources !== undefined)
    check("sources", event.attributions.length === expected.sources, event.attributions.length);
  if (expected.sourceKind !== undefined)
    check(
      "source kind",
      event.attributions.some((one) => one.kind === expected.sourceKind),
      event.attributions.map((one) => one.kind),
    );
  if (expected.stance !== undefined)
    check(
      "stance",
      event.attributions.some((one) => one.stance === expected.stance),
      event.attributions.map((one) => one.stance),
    );
  if (expected.chain !== undefined) {
    const chains = event.attributions.map((one) => [
      ...one.chain.map((outer) => outer.source.quote.text),
      one.source.quote.text,
    ]);
    check(
      "chain",
      chains.some((chain) => same(chain, expected.chain!)),
      chains,
    );
  }
  if (expected.dead !== undefined) {
    const [min, max] = expected.dead;
    check(
      "dead",
      event.quantities.some((one) => one.kind === "dead" && one.min === min && one.max === max),
      event.quantities,
    );
  }
  return wrong;
}

function same(chain: readonly string[], expected: readonly string[]): boolean {
  return (
    chain.length === expected.length &&
    chain.every((name, index) =>
      name.toLowerCase().includes(expected[index]!.toLowerCase().replace(/^the /, "")),
    )
  );
}

function countries(list: Event["actors"]): readonly string[] {
  return list.map((one) => (one.country.status === "known" ? one.country.value : "?"));
}
