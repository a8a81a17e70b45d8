/** Characters that the model should see as their plain cousins. One code unit to one, so offsets need no map. */
const PLAIN: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "′": "'",
  "`": "'",
  "´": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‟": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "–": "-",
  "—": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "―": "-",
  "\u00a0": " ",
  "\u2009": " ",
  "\u202f": " ",
  "\u2007": " ",
  "\u3000": " ",
};
const ODD = /[‘’‚‛′`´ʼ“”„‟«»″–—−‐‑‒―\u00a0\u2009\u202f\u2007\u3000]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** A word as the model sees it: plain quotes and dashes, nothing invisible, composed accents. */
export function normalise(word: string): string {
  const plain = word.replace(ODD, (character) => PLAIN[character] ?? character).replace(INVISIBLE, "");
  // Wire texts write a double mark as two single ones.
  return plain === "''" ? '"' : plain.normalize("NFC");
}
