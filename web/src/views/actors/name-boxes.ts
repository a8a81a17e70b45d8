import { boxAround, meet, type ScreenBox } from "../map/declutter.ts";

/** Pixels between a party and its name. */
const GAP = 3;

/** A party as it stands in the drawing, in pixels, with its name's size. */
export interface DrawnParty {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where the names of parties can stand: behind the party, before it, below or above, within the drawing, over no other
 * name and no party. Who comes first has the place; undefined for a name that has none.
 */
export function nameBoxes(
  parties: readonly DrawnParty[],
  size: { readonly width: number; readonly height: number },
): readonly (ScreenBox | undefined)[] {
  const taken = parties.map(({ x, y, radius }) => boxAround(x, y, 2 * radius, 2 * radius));
  return parties.map((party) => {
    const box = placesOf(party, size.width).find(
      (place) => isWithin(place, size) && !taken.some((other) => meet(place, other)),
    );
    if (box !== undefined) taken.push(box);
    return box;
  });
}

function placesOf({ x, y, radius, width, height }: DrawnParty, across: number): readonly ScreenBox[] {
  const aside = radius + GAP + width / 2;
  const away = radius + GAP + height / 2;
  // Below and above a name need not stand in the middle: at the sides of the drawing it moves in.
  const middle = Math.min(Math.max(x, width / 2), across - width / 2);
  return [
    boxAround(x + aside, y, width, height),
    boxAround(x - aside, y, width, height),
    boxAround(middle, y + away, width, height),
    boxAround(middle, y - away, width, height),
  ];
}

function isWithin(box: ScreenBox, { width, height }: { readonly width: number; readonly height: number }) {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
}
