import type { Token, Tree } from "../../language/index.ts";

const SPORT =
  /^(?:goal|match|league|coach|striker|midfielder|defender|goalkeeper|penalty|season|champion|championship|cup|tournament|fixture|referee|innings|wicket|quarterback|playoff|touchdown|squad|halftime|scorer|teammate|fans|trophy|relegation|derby|semifinal|equaliser|homer|basketball|football|cricket|tennis|rugby|premier)$/i;
const BUSINESS =
  /^(?:share|shares|investor|stock|profit|revenue|dividend|earnings|brent|crude|nasdaq|shareholder|startup|takeover|merger|bond|yield|analyst|trader|retailer|carmaker|brand)$/i;
const OTHER =
  /^(?:album|film|movie|actress|singer|celebrity|episode|recipe|festival|concert|exhibition|museum|storm|forecaster|rainfall|hurricane|temperature|firefighter|firefighters|crews|paramedic|bacteria|legionella)$/i;
const POLITICS =
  /^(?:government|president|minister|army|troop|troops|soldier|rebel|police|parliament|election|opposition|military|diplomat|ambassador|sanction|ceasefire|militant|embassy|senate|treaty|border|refugee|militia|security)$/i;

/**
 * How far a report is about something else than politics, 0-1: words of sport, business and the like against those
 * of politics. Only used to doubt events, never to drop a report.
 */
export function strangeness(tree: Tree): number {
  let strange = 0;
  let politics = 0;
  tree.tokens.forEach((token, index) => {
    if (isScore(tree, index)) strange += 2;
    if (SPORT.test(token.lemma) || BUSINESS.test(token.lemma) || OTHER.test(token.lemma)) strange += 1;
    if (POLITICS.test(token.lemma)) politics += 1;
  });
  if (strange < 2) return strange === 1 && politics === 0 ? 0.6 : 0;
  return strange / (strange + 2 * politics);
}

const CRIME =
  /^(?:theft|steal|thief|burglary|burglar|robbery|rob|robber|shoplifting|fraud|scam|drug|cocaine|heroin|cannabis|drunk|drunken|speeding|rape|stabbing|arson|pickpocket|smuggle|smuggler|counterfeit|cattle|stolen|embezzle)$/i;
const TERROR =
  /^(?:terror|terrorism|terrorist|activist|protest|protester|demonstration|journalist|coup|treason|sedition|opposition|dissident|rebel|militant|minister|lawmaker|senator|governor|president|party|political|politician|insurgent|election|army|soldier|refugee|migrant|separatist|extremist|jihadist)$/i;

/** Police work on ordinary crime, 0-1: the sentence speaks of theft, drugs and the like, and of nothing political. */
export function ordinaryCrime(tree: Tree, index: number): number {
  const words = sentenceAround(tree, index);
  const isCrime = words.some((token) => CRIME.test(token.lemma));
  return isCrime && !words.some((token) => TERROR.test(token.lemma) || TERROR.test(token.text)) ? 1 : 0;
}

function sentenceAround({ tokens }: Tree, index: number): readonly Token[] {
  const { sentence } = tokens[index]!;
  let [first, last] = [index, index];
  while (tokens[first - 1]?.sentence === sentence) first -= 1;
  while (tokens[last + 1]?.sentence === sentence) last += 1;
  return tokens.slice(first, last + 1);
}

/** "4-0": two small numbers with a dash between them, and no dash or slash around. */
function isScore(tree: Tree, index: number): boolean {
  const words = [index - 1, index, index + 1, index + 2, index + 3].map((at) => tree.tokens[at]?.text ?? "");
  return (
    /^\d{1,2}$/.test(words[1]!) &&
    words[2] === "-" &&
    /^\d{1,2}$/.test(words[3]!) &&
    words[0] !== "-" &&
    words[4] !== "-"
  );
}
