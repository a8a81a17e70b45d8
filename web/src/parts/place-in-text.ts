import type { Span } from "../../../src/text/span.ts";

/** Words of a report as an address names them: "120-134", in UTF-16 units. */
export function spanOf(at: string | undefined): Span | undefined {
  const match = /^(\d+)-(\d+)$/.exec(at ?? "");
  const [start, end] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && start < end ? { start, end } : undefined;
}

export const placeOf = ({ start, end }: Span): string => `${start}-${end}`;
