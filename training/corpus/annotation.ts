import type { Annotation, EventLine, Party, Words } from "./notation.ts";

/** One piece of an annotation line: a bare word, or words in quotation marks with an optional `#2`. */
type Piece = { readonly bare: string } | { readonly words: Words };

const PIECE = /\s*(?:"([^"]+)"(?:#(\d+))?|([^\s"]+))/y;
const HEAD = /^([A-Z]+)(?:\|([A-Z]+))?(?:\/([\w-]+))?$/;
const FACTUALITY = /^(?:CT[+-]|P[RS][+-]|CTu|Uu)$/;
const PHASES = ["past", "ongoing", "future", "hypothetical"];
const COUNTS = ["dead", "injured", "arrested", "participants"];

/** undefined if the line is not of the notation. */
export function annotationOf(line: string): Annotation | undefined {
  const pieces = piecesOf(line);
  const [head, ...rest] = pieces ?? [];
  if (head === undefined || !("bare" in head)) return undefined;
  if (head.bare === "=") return mentionOf(rest);
  if (head.bare === "-") return isWords(rest[0]) ? { form: "decoy", words: rest[0].words } : undefined;
  if (head.bare === "SAYS") return saysOf(rest);
  return eventOf(head.bare, rest);
}

function piecesOf(line: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < line.length) {
    const found = PIECE.exec(line);
    if (found === null) return undefined;
    const [, text, occurrence, bare] = found;
    if (bare !== undefined) pieces.push({ bare });
    else
      pieces.push({
        words: { text: text!, ...(occurrence === undefined ? {} : { occurrence: Number(occurrence) }) },
      });
  }
  return pieces;
}

function isWords(piece: Piece | undefined): piece is { readonly words: Words } {
  return piece !== undefined && "words" in piece;
}

function bareOf(piece: Piece | undefined): string | undefined {
  return piece !== undefined && "bare" in piece ? piece.bare : undefined;
}

function mentionOf([label, words]: readonly Piece[]): Annotation | undefined {
  const name = bareOf(label);
  return name?.startsWith("@") && isWords(words)
    ? { form: "mention", label: name.slice(1), words: words.words }
    : undefined;
}

/** `SAYS named "source" "cue" "first ... last" PR+`; the cue may be `-`. */
function saysOf([kind, source, cue, content, value]: readonly Piece[]): Annotation | undefined {
  const kindName = bareOf(kind);
  if (kindName === undefined || !isWords(source) || !isWords(content)) return undefined;
  if (!isWords(cue) && bareOf(cue) !== "-") return undefined;
  const [first, last] = content.words.text.split(" ... ");
  return {
    form: "says",
    kind: kindName,
    source: source.words,
    ...(isWords(cue) ? { cue: cue.words } : {}),
    content: { first: { ...content.words, text: first! }, last: { text: last ?? first! } },
    value: bareOf(value) ?? "CT+",
  };
}

type Open = { -readonly [Key in keyof EventLine]: EventLine[Key] };

function eventOf(head: string, pieces: readonly Piece[]): EventLine | undefined {
  const [, type, second, mode] = HEAD.exec(head) ?? [];
  if (type === undefined) return undefined;
  const queue = [...pieces];
  const label = bareOf(queue[0])?.startsWith("@") ? bareOf(queue.shift())!.slice(1) : undefined;
  const optional = bareOf(queue[0]) === "optional" && queue.shift() !== undefined;
  const trigger = queue.shift();
  if (!isWords(trigger)) return undefined;
  const event: Open = {
    form: "event",
    type,
    ...(second === undefined ? {} : { second }),
    ...(mode === undefined ? {} : { mode }),
    ...(label === undefined ? {} : { label }),
    trigger: trigger.words,
    factuality: "CT+",
    phase: "past",
    attempt: false,
    optional,
    actors: [],
    recipients: [],
    quantities: [],
    contexts: [],
  };
  while (queue.length > 0) if (!addCell(event, queue)) return undefined;
  return event;
}

/** Takes one cell off the queue and puts it into the event that is being read; false if it is none. */
function addCell(event: Open, queue: Piece[]): boolean {
  const key = bareOf(queue.shift());
  if (key === undefined) return false;
  if (FACTUALITY.test(key)) event.factuality = key;
  else if (PHASES.includes(key)) event.phase = key;
  else if (key === "attempt") event.attempt = true;
  else if (key === "optional") event.optional = true;
  else if (key === "ctx") event.contexts = (bareOf(queue.shift()) ?? "?").split(",");
  else if (key === "by" || key === "to") {
    const party = takeParty(queue);
    if (party === undefined) return false;
    if (key === "by") event.actors = [...event.actors, party];
    else event.recipients = [...event.recipients, party];
  } else if (key === "in") {
    const [words, country] = [queue.shift(), bareOf(queue.shift())];
    if (!isWords(words) || country === undefined) return false;
    event.place = { words: words.words, country };
  } else if (key === "on") {
    const [words, value] = [queue.shift(), bareOf(queue.shift())];
    const interval = value === undefined ? undefined : intervalOf(value);
    if (!isWords(words) || interval === undefined) return false;
    event.date = { words: words.words, ...interval };
  } else if (COUNTS.includes(key)) {
    const [words, range] = [queue.shift(), bareOf(queue.shift())];
    const [, min, dash, max] = /^(\d+)(-?)(\d*)$/.exec(range ?? "") ?? [];
    if (!isWords(words) || min === undefined) return false;
    const top = dash === "" ? Number(min) : max === "" ? null : Number(max);
    event.quantities = [...event.quantities, { kind: key, words: words.words, min: Number(min), max: top }];
  } else return false;
  return true;
}

/** `GEO COP "police"`, optionally `as "Patrol Police Department"` for the canonical name. */
function takeParty(queue: Piece[]): Party | undefined {
  const [country, sector, words] = [bareOf(queue.shift()), bareOf(queue.shift()), queue.shift()];
  if (country === undefined || sector === undefined || !isWords(words)) return undefined;
  const party = { country, sector, words: words.words };
  if (bareOf(queue[0]) !== "as") return party;
  queue.shift();
  const name = queue.shift();
  return isWords(name) ? { ...party, name: name.words.text } : undefined;
}

/** `2026-05-03`, `2026-05`, `2026`, or `FROM..TO`: both days inclusive, with the precision that the form says. */
function intervalOf(
  value: string,
): { readonly from: string; readonly to: string; readonly precision: string } | undefined {
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(value) ?? [];
  if (from !== undefined && to !== undefined) {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (!(days > 0)) return undefined;
    return { from, to, precision: days < 8 ? "week" : days < 100 ? "month" : days < 400 ? "year" : "decade" };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { from: value, to: value, precision: "day" };
  if (/^\d{4}-\d{2}$/.test(value)) {
    const last = new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)), 0)).getUTCDate();
    return { from: `${value}-01`, to: `${value}-${last}`, precision: "month" };
  }
  return /^\d{4}$/.test(value)
    ? { from: `${value}-01-01`, to: `${value}-12-31`, precision: "year" }
    : undefined;
}
