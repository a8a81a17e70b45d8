/** Short forms of offices and ranks before a name. */
const SHORT: Readonly<Record<string, string>> = {
  pm: "prime minister",
  fm: "foreign minister",
  gen: "general",
  col: "colonel",
  lt: "lieutenant",
  maj: "major general",
  capt: "captain",
  sgt: "sergeant",
  sen: "senator",
  rep: "lawmaker",
  gov: "governor",
  prof: "professor",
  dr: "doctor",
  rev: "priest",
};

/** The agent noun that an abbreviated title stands for. */
export function titleNoun(text: string): string | undefined {
  return SHORT[text.toLowerCase().replace(/\.$/, "")];
}

/** A word of address that belongs to no name: "Mr", "Gen.". */
export function honorific(text: string): boolean {
  return /^(?:mr|mrs|ms|miss|mx|sir|dame|lord|lady|sheikh)\.?$/i.test(text) || titleNoun(text) !== undefined;
}
