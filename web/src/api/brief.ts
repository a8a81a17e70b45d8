import type { Draft } from "../views/brief/draft.ts";
import { send } from "./client.ts";

/** As what a brief is saved: itself, or the reports that it rests on for reference managers. */
export const BRIEF_FILES = {
  md: "text/markdown",
  bib: "application/x-bibtex",
  json: "application/vnd.citationstyles.csl+json",
} as const;
export type BriefFile = keyof typeof BRIEF_FILES;

/** The text of the file; refused if a sentence rests on nothing. */
export async function briefFile(
  { title, sentences }: Draft,
  language: string,
  file: BriefFile,
): Promise<string> {
  const lines = sentences
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, events, heading }) => ({ text, events, ...(heading ? { heading } : {}) }));
  const body = { title, language, sentences: lines };
  const found = await send<unknown>("POST", "brief", body, { accept: BRIEF_FILES[file] });
  return typeof found === "string" ? found : JSON.stringify(found, null, 2);
}
