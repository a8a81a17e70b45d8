import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearbySpans, withoutOverlaps } from "./nearby.ts";
import { bySpan, overlaps } from "./span.ts";

/** Stretches of a text in any order, some of them over one another. */
const stretches = fc.array(
  fc
    .record({ start: fc.nat(300), length: fc.integer({ min: 1, max: 12 }) })
    .map(({ start, length }) => ({ start, end: start + length })),
  { maxLength: 60 },
);

describe("what lies near in a text", () => {
  it("is all that overlaps, as looking at everything would find it", () => {
    fc.assert(
      fc.property(stretches, fc.nat(300), fc.nat(20), (all, start, length) => {
        const asked = { start, end: start + length };
        const apart = withoutOverlaps(all);
        expect(nearbySpans(apart, asked).filter((one) => overlaps(one, asked))).toEqual(
          apart.filter((one) => overlaps(one, asked)),
        );
      }),
    );
  });

  it("of stretches that overlap the first stays, and they come in the order of the text", () => {
    fc.assert(
      fc.property(stretches, (all) => {
        const kept: (typeof all)[number][] = [];
        for (const one of all) if (!kept.some((other) => overlaps(one, other))) kept.push(one);
        expect(withoutOverlaps(all)).toEqual(kept.sort(bySpan));
      }),
    );
  });
});
