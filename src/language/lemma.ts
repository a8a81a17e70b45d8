/**
 * The lemma that an edit rule makes of a word: `l|2|y` lower-cases, strips 2 characters from the end and appends
 * y; `k|…` keeps the case; `=be` is the lemma itself. training/rules.py makes the rules.
 */
export function applyLemmaRule(rule: string, word: string): string {
  if (rule.startsWith("=")) return rule.slice(1);
  const [kind, strip, ...added] = rule.split("|");
  const base = Array.from(kind === "l" ? word.toLowerCase() : word);
  const count = Number(strip);
  const kept = count <= base.length ? base.slice(0, base.length - count) : base;
  return kept.join("") + added.join("|");
}
