/** Letters that Unicode decomposition leaves whole, as English papers write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ə: "a",
  ħ: "h",
  "&": " and ",
};

/** Words that are one word in print: `Saint` and `St`, the Arabic article in its two usual spellings. */
const SAME: Readonly<Record<string, string>> = {
  saint: "st",
  sainte: "st",
  ste: "st",
  mount: "mt",
  fort: "ft",
  el: "al",
};

const ASCII_NAME = /^[a-z]+(?: [a-z]+)*$/;

/** Names already folded: a report asks for the same words again and again. Forgotten when full. */
const known = new Map<string, string>();
const MOST = 20_000;

/**
 * The form under which a name is stored and looked up: lower case, without diacritics, apostrophes, dots and a
 * leading `the`; hyphens and commas are spaces; `Saint` is `St`. Other scripts stay, lower-cased.
 */
export function foldName(name: string): string {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const folded = fold(name);
  if (known.size >= MOST) known.clear();
  known.set(name, folded);
  return folded;
}

function fold(name: string): string {
  let folded = name.toLowerCase();
  if (!ASCII_NAME.test(folded)) {
    folded = folded
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[øłđðþßæœıəħ&]/g, (letter) => PLAIN[letter] ?? letter)
      .replace(/['’‘`´ʻʼʽʾʿ′.]/g, "")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim();
  }
  if (!folded.includes(" ")) return folded;
  const words = folded.split(" ").map((word) => SAME[word] ?? word);
  return (words[0] === "the" && words.length > 1 ? words.slice(1) : words).join(" ");
}
