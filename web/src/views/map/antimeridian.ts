type Position = readonly [number, number];
type Nested = readonly Position[] | readonly (readonly Position[])[] | readonly Nested[];

/**
 * Shapes of a globe as a flat map can draw them. Where one crosses 180° its longitudes run on beyond it instead of jumping to the
 * other side, which would be a line around the world; one that goes round a pole is closed along it.
 */
export function unwrapped<Shape>(shape: Shape): Shape {
  if (Array.isArray(shape)) return shape.map(unwrapped) as Shape;
  if (typeof shape !== "object" || shape === null) return shape;
  const entries = Object.entries(shape).map(([key, value]) => [
    key,
    key === "coordinates" ? each(value as Nested) : unwrapped(value),
  ]);
  return Object.fromEntries(entries) as Shape;
}

function each(nested: Nested): Nested {
  return isLine(nested) ? unwrapLine(nested) : (nested as readonly Nested[]).map(each);
}

function isLine(nested: Nested): nested is readonly Position[] {
  return typeof nested[0]?.[0] === "number";
}

function unwrapLine(line: readonly Position[]): readonly Position[] {
  let turns = 0;
  const straight = line.map(([lon, lat], index): Position => {
    const step = lon - (line[index - 1]?.[0] ?? lon);
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon + 360 * turns, lat];
  });
  return turns === 0 || !isRing(line) ? straight : closedAlongPole(straight);
}

function isRing(line: readonly Position[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

/** What came back to where it began after a whole turn has the pole inside. */
function closedAlongPole(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  const pole = Math.sign(first[1]) * 90;
  return [...ring, [last[0], pole], [first[0], pole], first];
}
