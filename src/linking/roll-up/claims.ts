import type { Attribution } from "../../record/attribution.ts";
import type { Claim, Speaker } from "../../record/happening.ts";
import { countryOf, nameOf, sectorOf } from "../../record/participant.ts";
import { publishedDay } from "../../record/report.ts";
import { partyOf } from "./party.ts";
import type { Member, Told } from "./telling.ts";

/** Which of a telling's claims is the report's own voice. */
export const OWN_VOICE = "own";

/** Every voice in one report: each source that it cites, and the report itself unless it only passes on. */
export function claimsOf({ coded, event, copyOf }: Member<Told>, origin: string): readonly Claim[] {
  const { report } = coded;
  const day = publishedDay(report);
  const common = {
    report: coded.id,
    event: event.id,
    ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
    ...(report.url === undefined ? {} : { url: report.url }),
    ...(day === undefined ? {} : { published: day }),
    origin,
    ...(copyOf === undefined ? {} : { copyOf }),
  };
  const parties = new Set([...event.actors, ...event.recipients].map(partyOf));
  const own: Claim = {
    ...common,
    id: `${coded.id}/${event.id}/${OWN_VOICE}`,
    speaker: { key: `outlet:${origin}`, words: report.outlet ?? "the report", kind: "outlet" },
    stance: "asserts",
    factuality: event.factuality.value,
    ownAffair: false,
  };
  const cited = event.attributions.map((one, index): Claim => {
    const party = partyOf(one.source);
    return {
      ...common,
      id: `${coded.id}/${event.id}/${index}`,
      speaker: speakerOf(one, origin),
      stance: one.stance,
      factuality: one.factuality,
      ownAffair: party !== undefined && parties.has(party),
    };
  });
  const onlyPassesOn = event.factuality.value === "Uu" && cited.length > 0;
  return onlyPassesOn ? cited : [own, ...cited];
}

/**
 * Who says it in the end. The outlets that pass the words on stand in the chain and are not counted: ten papers that
 * quote one ministry are one voice. Anonymous sources are never joined across origins.
 */
function speakerOf({ source, kind }: Attribution, origin: string): Speaker {
  const country = countryOf(source);
  const sector = sectorOf(source);
  const words = source.quote.text;
  const isNamed = kind === "named" || kind === "other-outlet";
  const known = isNamed
    ? (partyOf(source) ?? nameOf(source)?.toLowerCase() ?? words.toLowerCase())
    : undefined;
  return {
    key: known ?? `${origin}:${words.toLowerCase()}`,
    words,
    kind,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
  };
}
