import { describe, expect, it } from "vitest";
import { meet } from "../map/declutter.ts";
import { type DrawnParty, nameBoxes } from "./name-boxes.ts";

const PHONE = { width: 360, height: 590 };
const party = (x: number, y: number, width = 80): DrawnParty => ({ x, y, radius: 8, width, height: 14 });

describe("names in the network", () => {
  it("stand behind their party, before it at the far side, below or above where another is in the way", () => {
    const [free, far, between] = nameBoxes([party(100, 50), party(340, 50), party(180, 300, 300)], PHONE);
    expect(free!.left).toBeGreaterThan(100);
    expect(far!.right).toBeLessThan(340);
    expect(between!.top).toBeGreaterThan(300);
    const [, aside] = nameBoxes([party(90, 100), party(20, 100)], PHONE);
    expect(aside).toMatchObject({ left: 0, right: 80 });
  });

  it("never stand over each other or over a party; one without room is left out", () => {
    const crowd = Array.from({ length: 40 }, (_, at) => party(150 + (at % 4) * 18, 200 + at * 3, 120));
    const boxes = nameBoxes(crowd, PHONE).filter((box) => box !== undefined);
    expect(boxes.length).toBeGreaterThan(2);
    expect(boxes.length).toBeLessThan(crowd.length);
    const clashes = boxes.filter((box, at) => boxes.some((other, by) => by > at && meet(box, other)));
    expect(clashes).toEqual([]);
    const covered = boxes.filter(({ left, right, top, bottom }) =>
      crowd.some(({ x, y }) => x > left && x < right && y > top && y < bottom),
    );
    expect(covered).toEqual([]);
  });
});
