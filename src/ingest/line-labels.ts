import type { BlockKind } from "../record/report.ts";
import { isWireAndTime, wireIn } from "./wires.ts";

const TEASER =
  /^(?:read (?:also|more|next)|see also|related(?: (?:news|stories|articles))?|also read|watch|listen|more on this(?: story)?|don't miss|you may also like|in (?:pictures|case you missed it))\s*[:|–—-]/i;
const PROMO =
  /^(?:sign up (?:for|to|here|now)|subscribe\b|follow (?:us|our)\b|join our (?:channel|whatsapp|telegram|newsletter|community|mailing)|download (?:our|the) app|click here|get (?:our|the|your) (?:newsletter|latest|daily|morning)|get breaking news|have a (?:news )?tip\b|if you enjoyed this (?:article|story)|(?:the )?best of .{0,40} (?:in|to) your inbox|(?:email|write to|reach|contact|follow) (?:the (?:reporters?|author|writer)|\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,2}) (?:at|on|by) (?:\S+@\S+|twitter|instagram|facebook|x\b)|support our (?:journalism|work|newsroom|reporting)|this article (?:was|is) sponsored|advertisement\b|share this (?:article|story|page|on)\b|.{0,200}\b(?:can|may) be reached at \S+@)/iu;
const CREDIT =
  /^\(?(?:(?:sources?|credits?)\s*:|(?:originally|first) published (?:by|in|on)\b|this (?:story|article|report) (?:was )?(?:first|originally) (?:appeared|published)\b|this (?:story|article|report) (?:has not been|was not) edited by\b|(?:this (?:story|article|report) (?:is|was) )?(?:auto-?generated|published) from an? (?:syndicated|agency) feed\b|(?:additional )?reporting by\b|(?:writing|editing) by\b|with inputs from\b|with reporting (?:from|by)\b|with (?:\p{Lu}\p{L}+ ){0,3}wires?\W*$|.{3,120}\bcontributed (?:to this (?:report|story|article)|reporting)\b)/iu;
/** "© 2026 Reuters": an agency's rights on another's page say whose report it is. */
const RIGHTS = /^(?:©|\(c\)|copyright\b)/i;
const BYLINE =
  /^(?:[Bb]y|BY|[Ww]ords by|[Ss]tory by)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\p{Lu}\p{Ll}+day\b)\p{Lu}[\p{L}'’.-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}'’.-]+){0,6}(?:\s*[,|–—-][^.!?]{0,60})?$/u;
const CAPTION =
  /^(?:photo|picture|image|photograph|file photo|photo credit|caption)\s*:|\[(?:file|photo|image|[^\]]{1,40}\/(?:reuters|ap|afp|epa|getty)[^\]]*)[:\]]|^\(?(?:photo|picture|image) by\b/i;
/** A picture's words end with whose picture it is: "(Image: © Somebody)", "(NASA/JPL)", "[Photo=Somebody]". */
const CAPTION_END =
  /.{12}[([](?:(?:image|photo|picture|pic|credit|courtesy|file|getty|reuters|ap|afp|epa)\b[^()[\]]{0,60}|[^()[\]]{0,30}(?:©|=)[^()[\]]{1,50}|\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3}\/\p{Lu}[\p{L} ./-]{1,40})[)\]]\.?$/iu;
/** The same without brackets: "Two boats in the fog. Photo: Lake Post", "Image Credit: Harbour Office". */
const CAPTION_CREDIT =
  /.{12}[\p{L}\p{N}.!?)”"’'] (?:image|photo|picture|photograph)(?: credit| courtesy)?s?\s*: ?\p{Lu}[^.!?]{1,80}$/iu;
/** What a page says of itself: when it was changed, how long it takes to read, whose rights, where to click. */
const FURNITURE =
  /^(?:[\s_=*.•·|—–-]+|(?:(?:first |last |originally )?(?:published|updated?|posted|modified|created|issued)(?: on| at)?\s*:?\s+(?=\S*\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{L}{3,9}\.? \d)[^.!?]{3,70}|(?:image|photo|slide|picture) \d+ (?:of|\/)(?: \/)? ?\d+|\d+ min(?:ute)?s? read|(?:reading|read) time\b.{0,30}|(?:(?:post|leave|view|show|add|\d+) (?:a )?comments?|comments?|caption|close|share|print|email|sign in|log in|menu|search|home|filed under\b.{0,80}|tags?\s*:.{0,120}|topics?\s*:.{0,120})\W{0,6}(?:\(\+\))?|https?:\/\/\S+|(?:copyright\b|©|\(c\) (?:19|20)\d\d).{0,160}|.{0,60}\ball rights reserved\b.{0,60}|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? (?:19|20)\d\d(?:[,\s|-]+\d{1,2}:\d{2}.{0,20})?|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?:[,\s|-]+\d{1,2}:\d{2}.{0,20})?|(?:19|20)\d\d-\d\d-\d\d(?:[T,\s|-]+\d{1,2}:\d{2}.{0,20})?|\d{1,2}([./])\d{1,2}\1(?:19|20)?\d\d(?:[,\s|-]+\d{1,2}:\d{2}.{0,20})?))$/iu;

/** "(The Lake Post)", "(Lake News Agency)": a line that is nothing but a name in brackets says whose the text above is. */
export function nameInBrackets(words: string): string | undefined {
  const name = /^\(((?:The )?\p{Lu}[\p{L}’'.-]*(?: (?:of |the )?\p{Lu}[\p{L}’'.-]*){1,4})\)$/u.exec(
    words,
  )?.[1];
  return name !== undefined && words.length < 60 ? name : undefined;
}

/** "From The Guardian, August 7:", "Read it at Reuters": whose report is told here. */
const TAKEN_FROM = /^(?:from (?:the )?\p{Lu}[^.!?]{2,60}:|read it (?:at|on|in) [^.!?]{2,60})$/iu;

function isCredit(words: string): boolean {
  const isWires = (RIGHTS.test(words) || TAKEN_FROM.test(words)) && wireIn(words) !== undefined;
  return isWires || CREDIT.test(words) || nameInBrackets(words) !== undefined;
}

/** What a paragraph's own words say it is, wherever it stands; undefined for everything that is read. */
export function labelOf(words: string): BlockKind | undefined {
  if (TEASER.test(words)) return "teaser";
  if (PROMO.test(words)) return "promo";
  if (words.length < 160 && isCredit(words)) return "credit";
  if (isWireAndTime(words)) return "byline";
  if (words.length < 160 && BYLINE.test(words)) return "byline";
  if (words.length < 300 && (CAPTION.test(words) || CAPTION_END.test(words) || CAPTION_CREDIT.test(words)))
    return "caption";
  if (words.length < 200 && FURNITURE.test(words)) return "other";
  return undefined;
}
