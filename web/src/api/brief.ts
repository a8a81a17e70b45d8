import type { Draft } from "../views/brief/draft.ts";
import { send } from "./client.ts";

/** The brief as Markdown with numbered references; refused if a sentence rests on nothing. */
export function briefMarkdown({ title, sentences }: Draft, language: string): Promise<string> {
  const lines = sentences
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, events, heading }) => ({ text, events, ...(heading ? { heading } : {}) }));
  return send<string>("POST", "brief", { title, language, sentences: lines });
}
