import { readTable } from "../text/table.ts";
import { isWireLine } from "./wires.ts";

/** What a page says of who published it. */
export interface OutletClues {
  /** The publisher in its JSON-LD. */
  readonly publisher: string | undefined;
  /** Its own name for the site. */
  readonly siteName: string | undefined;
  /** The title of its window, which often ends with the site's name. */
  readonly windowTitle: string | undefined;
  readonly url: string | undefined;
}

/** Makers of sites and names of pages, not outlets. */
const NO_OUTLET =
  /^(?:blogger|blogspot|wordpress(?:\.com)?|medium|squarespace|wix|tumblr|hosted|home(?:page)?|index|news|website|site|untitled)$/i;
/** Between a name and what a site says of itself: "Lake Post | All the fog there is". */
const SLOGAN = /(?<!\s)\s+[|»·•]\s+.*$/s;

/**
 * Who published the page. Its own name for itself goes before an agency that its description calls the publisher; the
 * host of its address is known by name, or names a page that has no other.
 */
export function outletOf({ publisher, siteName, windowTitle, url }: OutletClues): string | undefined {
  const host = url !== undefined && URL.canParse(url) ? hostOf(url) : undefined;
  const [first, second] = [usable(publisher), usable(siteName)];
  const own =
    first !== undefined && second !== undefined && isWireLine(first) && !isWireLine(second)
      ? second
      : (first ?? second);
  if (own !== undefined && !isAddress(own, host)) return own;
  return (
    nameOfHost(host ?? own) ??
    (host === undefined ? undefined : nameInTitle(windowTitle, host)) ??
    own ??
    host
  );
}

function usable(name: string | undefined): string | undefined {
  const bare = name
    ?.replace(SLOGAN, "")
    .trim()
    .replace(/^@|^https?:\/\/(?:www\.)?/g, "");
  return bare === undefined || bare === "" || NO_OUTLET.test(bare) ? undefined : bare;
}

function hostOf(url: string): string | undefined {
  return new URL(url).hostname.replace(/^(?:www|m|amp)\./, "") || undefined;
}

/** "nytimes.com", or "daytondailynews" on daytondailynews.com: an address in the place of a name. */
function isAddress(name: string, host: string | undefined): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/?$/.test(name) || (host !== undefined && name === host.split(".")[0]);
}

let hosts: ReadonlyMap<string, string> | undefined;

/** The name of a well-known host or of the domain that it is part of. */
function nameOfHost(host: string | undefined): string | undefined {
  hosts ??= new Map(
    readTable("src/ingest/data/outlets.tsv").map(({ cells }) => [cells.host!, cells.name!] as const),
  );
  const known = hosts;
  const labels = host?.replace(/\/$/, "").split(".") ?? [];
  return labels.flatMap((_, at) => known.get(labels.slice(at).join(".")) ?? [])[0];
}

/** "Crews freed - The Lake Post" on lakepost.example: the end of the title that reads like the host. */
function nameInTitle(title: string | undefined, host: string): string | undefined {
  const label = host.split(".").at(-2)?.replace(/-/g, "") ?? "";
  const last = title
    ?.split(/(?<!\s)\s+[|»·•–—-]\s+/)
    .slice(1)
    .at(-1)
    ?.trim();
  if (last === undefined || label.length < 3) return undefined;
  const letters = last.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return letters.length >= 3 && (letters.includes(label) || label.includes(letters)) ? last : undefined;
}
