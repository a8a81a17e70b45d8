import type { Span } from "../text/span.ts";
import { isAbbreviation } from "./abbreviations.ts";
import { normalise } from "./normalise.ts";

/** A word with its place in the text and its normalised form. */
export interface Word extends Span {
  readonly text: string;
}

const URL =
  /^(?:https?:\/\/|www\.)[^\s<>"“”]+|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|co\.uk)(?:\/[^\s]*)?(?![\w])/i;
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)*)(?:st|nd|rd|th|s)?(?![\p{L}\d])/u;
const DATE = /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?!\d)/;
const CURRENCY = /^(?:US|AU|NZ|C|A|HK|R|S)?[$€£¥₹₦₺₽₩₪฿]/u;
const INITIALS = /^(?:\p{Lu}\.){2,}(?:\p{Lu}(?!\p{L}))?/u;
const WORD = /^[\p{L}\p{M}\p{N}_\u00ad\u200b-\u200d\u2060]+(?:[&.'’ʼ](?=\p{L})[\p{L}\p{M}\p{N}_]+)*/u;
const CLITIC = /(?:n['’ʼ]t|['’ʼ](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))$/;
/** "e-mail", "re-elected": prefixes that do not stand alone keep their hyphen, unless a capital follows. */
const PREFIXED =
  /^(?:e|co|re|pre|post|non|anti|pro|o|t|x|u|bi|multi|semi|inter|intra|un|sub|counter|vice|cross|neo|pseudo|trans|tri|de|[EA]|Co|Re|Pre|Post|Non|Anti|Pro|T|X|U|Multi|Semi|Inter|Sub|Counter|Vice|Cross|Neo)[-\u2010\u2011]\p{Ll}[\p{L}\p{M}]*/u;
const PHONE = /^\(?\d{3}\)?[-. ]?\d{3}-\d{4}(?!\d)|^\d{3,4}-\d{4}(?!\d)/;
const EMOTICON = /^(?:[:;=]['-]?[)(DPpO/|*]|<3|:-?\$)(?![\p{L}\d])/u;
const RUN = /^(?:''|``|’’|\.{2,}|…+|-{2,}|\*+|_+|=+|~+|\+{2,}|<{2,}|>{2,}|!+(?:\?+!*)*|\?+(?:!+\?*)*)/;
const EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*|[\u{1f1e6}-\u{1f1ff}]{2})/u;
const TAG = /^[@#][\p{L}\p{N}_]+/u;
const LETTERED = /^(?:a\.m\.|p\.m\.|i\.e\.|e\.g\.|c\.|v\.)/i;
const FUSED: Readonly<Record<string, number>> = {
  cannot: 3,
  dont: 2,
  doesnt: 4,
  didnt: 3,
  isnt: 2,
  arent: 3,
  wasnt: 3,
  werent: 4,
  hasnt: 3,
  havent: 4,
  hadnt: 3,
  couldnt: 5,
  wouldnt: 5,
  shouldnt: 6,
  thats: 4,
  gonna: 3,
  gotta: 3,
  wanna: 3,
  gimme: 3,
  lemme: 3,
};

/** The words of a stretch of text after the scheme of UD English EWT: clitics and hyphens are words. */
export function tokenise(text: string, start = 0, end: number = text.length): readonly Word[] {
  const words: Word[] = [];
  const push = (from: number, to: number): void => {
    const form = normalise(text.slice(from, to));
    if (form !== "") words.push({ start: from, end: to, text: form });
  };
  let at = start;
  while (at < end) {
    const character = text[at]!;
    if (isBlank(character)) {
      at += 1;
      continue;
    }
    at = next(text, at, end, push);
  }
  return words;
}

/** White space, control characters, and marks that nobody sees. */
function isBlank(character: string): boolean {
  return /[\s\p{Cc}\ufeff\u200b-\u200f]/u.test(character);
}

/** Reads what starts at `at`, pushes its words and says where it ends. */
function next(text: string, at: number, end: number, push: (from: number, to: number) => void): number {
  const rest = text.slice(at, Math.min(end, at + 400));
  const whole =
    URL.exec(rest) ??
    EMOJI.exec(rest) ??
    TAG.exec(rest) ??
    RUN.exec(rest) ??
    LETTERED.exec(rest) ??
    PHONE.exec(rest) ??
    EMOTICON.exec(rest) ??
    PREFIXED.exec(rest) ??
    INITIALS.exec(rest);
  if (whole !== null) {
    const length = URL.test(rest) ? whole[0].replace(/[.,;:!?)\]'"’”]+$/u, "").length : whole[0].length;
    push(at, at + length);
    return at + length;
  }
  const numeric = DATE.exec(rest) ?? NUMBER.exec(rest);
  if (numeric !== null) {
    push(at, at + numeric[0].length);
    return at + numeric[0].length;
  }
  const currency = CURRENCY.exec(rest);
  if (currency !== null) {
    push(at, at + currency[0].length);
    return at + currency[0].length;
  }
  const word = WORD.exec(rest);
  if (word === null) return pushOther(text, at, rest, push);
  return pushWord(at, word[0], rest, push);
}

function pushOther(text: string, at: number, rest: string, push: (from: number, to: number) => void): number {
  const clitic = /^['’ʼ](?:s|re|ve|ll|d|m)(?![\p{L}])/iu.exec(rest);
  const length =
    clitic !== null && at > 0 && /[\p{L}\p{N}.)]/u.test(text[at - 1]!)
      ? clitic[0].length
      : text.codePointAt(at)! > 0xffff
        ? 2
        : 1;
  push(at, at + length);
  return at + length;
}

function pushWord(at: number, found: string, rest: string, push: (from: number, to: number) => void): number {
  let form = found;
  const dotted = rest.length > form.length && rest[form.length] === "." ? `${form}.` : undefined;
  if (dotted !== undefined && isAbbreviation(dotted, rest.slice(dotted.length))) form = dotted;
  const clitic = CLITIC.exec(form);
  if (clitic !== null && clitic.index > 0) {
    push(at, at + clitic.index);
    push(at + clitic.index, at + form.length);
    return at + form.length;
  }
  const fused = FUSED[form.toLowerCase()];
  if (fused !== undefined) {
    push(at, at + fused);
    push(at + fused, at + form.length);
    return at + form.length;
  }
  const unit = /^(\d[\d.,]*)(\p{L}+)$/u.exec(form);
  if (unit !== null && /^(?:m|bn|k|km|kg|am|pm|mph|cm|mm|mn|tn|million|billion)$/i.test(unit[2]!)) {
    push(at, at + unit[1]!.length);
    push(at + unit[1]!.length, at + form.length);
    return at + form.length;
  }
  push(at, at + form.length);
  return at + form.length;
}
