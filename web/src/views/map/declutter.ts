/** A box on the screen, in pixels. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const boxAround = (x: number, y: number, width: number, height: number): ScreenBox => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

export const meet = (one: ScreenBox, other: ScreenBox): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Those that can stand without covering each other or what is there already; who comes first has the place. */
export function declutter<Item extends { readonly box: ScreenBox }>(
  items: readonly Item[],
  taken: readonly ScreenBox[],
): readonly Item[] {
  const boxes = [...taken];
  return items.filter(({ box }) => {
    const isFree = !boxes.some((other) => meet(box, other));
    if (isFree) boxes.push(box);
    return isFree;
  });
}
