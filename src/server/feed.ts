import { generateRssFeed } from "feedsmith";
import type { ArrivedEvent, ReviewState, Search } from "../store/index.ts";
import { type Claim, claimOf } from "./claim.ts";
import { alertWords } from "./webhooks/words.ts";

/** What XML 1.0 cannot hold, escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Before the title of what a reviewer changed since. */
const CHANGED: Readonly<Partial<Record<ReviewState, string>>> = {
  edited: "Corrected: ",
  rejected: "Rejected: ",
};

/**
 * RSS 2.0 of what a search found last. An item keeps its guid - the id of the event - when it is coded again, so that
 * no reader shows it twice, and has another once it is corrected or rejected, so that every reader shows that; its link
 * leads to the sentence in the desk.
 */
export function feedOf(search: Search, events: readonly ArrivedEvent[], self: URL): string {
  const xml = generateRssFeed({
    title: plain(search.name),
    link: new URL("/", self).href,
    description: plain(
      `What reports say, as found by the saved search “${search.name}”. Read by a machine unless an item says that a person reviewed it.`,
    ),
    ...(events[0] === undefined ? {} : { lastBuildDate: new Date(events[0].arrived) }),
    atom: { links: [{ href: self.href, rel: "self", type: "application/rss+xml" }] },
    items: events.map((event) => itemOf(event, self)),
  });
  return xml;
}

function itemOf(event: ArrivedEvent, self: URL) {
  const claim = claimOf(event);
  const link = new URL(`/reports/${encodeURIComponent(event.report.key)}`, self);
  link.searchParams.set("event", event.id);
  return {
    title: plain((CHANGED[event.review] ?? "") + titleOf(claim)),
    description: plain(descriptionOf(claim)),
    link: link.href,
    guid: { value: guidOf(event), isPermaLink: false },
    pubDate: new Date(event.arrived),
    categories: [{ name: claim.type }],
  };
}

function guidOf(event: ArrivedEvent): string {
  if (event.review === "rejected") return `${event.id}/rejected`;
  return event.review === "edited"
    ? `${event.id}/corrected/${alertWords.markOf(event).slice(0, 16)}`
    : event.id;
}

/** "ASSAULT/firearms: M23, to traders; Goma (claimed)". */
function titleOf({ type, actors, recipients, where, standing }: Claim): string {
  const names = (parties: Claim["actors"]): string =>
    parties.map(({ name, words }) => name ?? words).join(", ");
  const by = actors.length === 0 ? "actor not told" : names(actors);
  const to = recipients.length === 0 ? "" : `, to ${names(recipients)}`;
  return `${type}: ${by}${to}; ${where} (${standing})`;
}

function descriptionOf({ says, review, when, trigger, report }: Claim): string {
  const from = [report.outlet, report.title, report.published]
    .filter((part) => part !== undefined)
    .join(", ");
  return `${says}. “${trigger.text}”, ${from}. When: ${when}. ${review}.`;
}

/** Readers of feeds take titles and descriptions for HTML: what a report says is shown to them as text. */
function plain(text: string): string {
  return text
    .replace(NOT_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
