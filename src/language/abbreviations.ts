const TITLES =
  "Mr Mrs Ms Dr Prof Gen Col Maj Capt Lt Sgt Sen Rep Gov Rev Hon St Pres Brig Adm Cmdr Supt Insp Fr Sr Jr Messrs Mme Mlle Amb Sec Cpl Pvt";
const OTHERS =
  "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Inc Ltd Co Corp Bros vs etc approx dept Dept Ave Blvd Rd No Nos Vol pp Ph Mt Ft Univ Assn Calif Mass Conn Pa Va Md Fla Ga Ill Mich Minn Wis Tex Tenn Ala Ariz Colo Wash Ore Okla Kan Nev La Miss Ky Ind Del Ark Mont Neb Wyo al est ca cf";

const ALWAYS: ReadonlySet<string> = new Set(TITLES.split(" ").map((word) => `${word}.`));
const USUALLY: ReadonlySet<string> = new Set(OTHERS.split(" ").map((word) => `${word}.`));

/** "Sen.", "Gov.", "Lt.": a title with its dot, which a name follows; no sentence ends between the two. */
export function leadsToName(word: string): boolean {
  return ALWAYS.has(word) && word !== "Jr." && word !== "Sr.";
}

/** Whether a dot belongs to the word before it. `after` is the text behind the dot. */
export function isAbbreviation(word: string, after: string): boolean {
  if (ALWAYS.has(word)) return true;
  // A dot before another mark ends no sentence: "Acme Inc. (Lagos)", "et al.:", "U. S.;".
  if ((USUALLY.has(word) || /^\p{Lu}\.$/u.test(word)) && /^(?:[,;:)]| \()/.test(after)) return true;
  // "No." and "Sat." are words too: the dot is theirs before a number, a name or a small letter.
  if (USUALLY.has(word))
    return (
      /^[ ,]?\s?[\p{Ll}\p{N},]/u.test(after) ||
      (word !== "No." &&
        /^\s\p{Lu}/u.test(after) &&
        word.length <= 5 &&
        word !== "Co." &&
        word !== "Inc." &&
        word !== "etc.")
    );
  return /^\p{Lu}\.$/u.test(word) && /^\s?\p{L}/u.test(after);
}
