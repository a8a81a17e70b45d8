import { z } from "zod";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import { type Choice, type Member, type RolledUp, rollUp } from "./roll-up/index.ts";

/** A line of `khaldun link`, as far as the roll-up needs it. Offsets in code points. */
export const linkLineSchema = z.object({
  id: z.string(),
  copyOf: z.object({ id: z.string() }).optional(),
  mentions: z.array(z.object({ start: z.int(), end: z.int(), event: z.string() })),
});
export type LinkLine = z.infer<typeof linkLineSchema>;

/** Which words of which report tell which happening. Grows with the links, not with the texts. */
export interface LinkIndex {
  readonly happeningOf: (coded: CodedReport, event: Event) => string | undefined;
  readonly happeningsIn: (coded: CodedReport) => readonly string[];
  /** The id of the record whose text this one repeats. */
  readonly copyOf: (coded: CodedReport) => string | undefined;
  /** How many reports tell a happening. */
  readonly reportsOf: (happening: string) => number;
}

export function linkIndex(lines: Iterable<LinkLine>): LinkIndex {
  const events = new Map<string, ReadonlyMap<string, string>>();
  const copies = new Map<string, string>();
  const reports = new Map<string, number>();
  for (const { id, copyOf, mentions } of lines) {
    events.set(id, new Map(mentions.map(({ start, end, event }) => [`${start} ${end}`, event])));
    if (copyOf !== undefined) copies.set(id, copyOf.id);
    for (const event of new Set(mentions.map(({ event }) => event))) {
      reports.set(event, (reports.get(event) ?? 0) + 1);
    }
  }
  return {
    happeningOf: ({ id }, { trigger }) => events.get(id)?.get(`${trigger.start} ${trigger.end}`),
    happeningsIn: ({ id }) => [...new Set(events.get(id)?.values())],
    copyOf: ({ id }) => copies.get(id),
    reportsOf: (happening) => reports.get(happening) ?? 0,
  };
}

export interface Gathered extends RolledUp {
  readonly members: readonly Member[];
}

/**
 * Coded reports in, happenings out: each as soon as the last report that tells it has come, so that only open ones are
 * held. An event that the links do not know stands alone; what is still open at the end is given then.
 */
export async function* gather(
  reports: AsyncIterable<CodedReport>,
  links: LinkIndex,
  choice: Choice,
): AsyncIterable<Gathered> {
  const open = new Map<string, { readonly members: Member[]; awaited: number }>();
  const close = (id: string, members: readonly Member[]): Gathered => ({
    ...rollUp(id, members, choice),
    members,
  });
  for await (const coded of reports) {
    const copyOf = links.copyOf(coded);
    for (const event of coded.events) {
      const member = { coded, event, ...(copyOf === undefined ? {} : { copyOf }) };
      const id = links.happeningOf(coded, event);
      if (id === undefined) {
        yield close(event.id, [member]);
        continue;
      }
      const happening = open.get(id) ?? { members: [], awaited: links.reportsOf(id) };
      happening.members.push(member);
      open.set(id, happening);
    }
    for (const id of links.happeningsIn(coded)) {
      const happening = open.get(id) ?? { members: [], awaited: links.reportsOf(id) };
      happening.awaited -= 1;
      if (happening.awaited > 0) open.set(id, happening);
      else {
        open.delete(id);
        if (happening.members.length > 0) yield close(id, happening.members);
      }
    }
  }
  for (const [id, { members }] of open) if (members.length > 0) yield close(id, members);
}
