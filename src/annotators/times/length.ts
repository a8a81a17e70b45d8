const LETTERS: Readonly<Record<string, string>> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  night: "D",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "DE",
  century: "CE",
  centurie: "CE",
};

/** The TIMEX3 value of a length: P3D, PT6H, PXY, P1DE; a fortnight is two weeks. */
export function lengthValue(amount: number | undefined, unit: string): string {
  if (unit === "fortnight") return `P${amount === undefined ? "X" : amount * 2}W`;
  const letters = LETTERS[unit] ?? "D";
  const isClock = letters.startsWith("T");
  return `P${isClock ? "T" : ""}${amount ?? "X"}${isClock ? letters.slice(1) : letters}`;
}
