/** Agencies and outlets as credit lines and datelines name them, and their usual form. */
const WIRES: readonly (readonly [RegExp, string])[] = [
  [/\bassociated press\b|\bAP\b/, "Associated Press"],
  [/\breuters\b/i, "Reuters"],
  [/\bagence france[- ]presse\b|\bAFP\b/, "Agence France-Presse"],
  [/\bal jazeera\b/i, "Al Jazeera"],
  [/\bxinhua\b/i, "Xinhua"],
  [/\btass\b/i, "TASS"],
  [/\binterfax\b/i, "Interfax"],
  [/\banadolu\b|\bAA\b/, "Anadolu Agency"],
  [/\bUPI\b|united press international/i, "United Press International"],
  [/\bdpa\b|deutsche presse-agentur/i, "Deutsche Presse-Agentur"],
  [/\befe\b/i, "EFE"],
  [/\bpress trust of india\b|\bPTI\b/, "Press Trust of India"],
  [/\bANI\b/, "ANI"],
  [/\bbloomberg\b/i, "Bloomberg"],
  [/\bBBC\b/, "BBC"],
  [/\bCNN\b/, "CNN"],
  [/\bvoice of america\b|\bVOA\b/, "Voice of America"],
  [/\bradio free europe\b|\bRFE\/RL\b/, "Radio Free Europe"],
  [/\bkyodo\b/i, "Kyodo"],
  [/\byonhap\b/i, "Yonhap"],
  [/\bdeutsche welle\b|\bDW\b/, "Deutsche Welle"],
  [/\bnews agency of nigeria\b|\bNAN\b/, "News Agency of Nigeria"],
];

/** The agency or outlet that a credit line or dateline names. */
export function wireIn(words: string): string | undefined {
  return WIRES.find(([pattern]) => pattern.test(words))?.[1];
}
