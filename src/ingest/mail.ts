import PostalMime from "postal-mime";
import { fail } from "../text/errors.ts";
import { datedFields } from "./dates.ts";
import { readMarkup } from "./markup.ts";
import type { ReadOptions, ReadResult } from "./result.ts";
import { readText } from "./text.ts";

/** What only newsletters and lists have: their sender is who publishes them, that of other mail is a person. */
const MAILED_TO_MANY = ["list-id", "list-unsubscribe"];
const OFFICE = /^(?:news(?:letters?|room|desk)?|alerts?|briefings?|no-?reply|editors?|press|updates?)@/i;

/** One report a mail: an .eml file, or every mail of an mbox. The day is that of the Date line, as written there. */
export async function readMail(
  bytes: Buffer,
  name: string,
  options: ReadOptions,
): Promise<readonly ReadResult[]> {
  const mails = mailsOf(bytes);
  return Promise.all(
    mails.map((mail, index) => readOne(mail, mails.length === 1 ? name : `${name}#${index + 1}`, options)),
  );
}

async function readOne(mail: Buffer, name: string, options: ReadOptions): Promise<ReadResult> {
  try {
    const { subject, text, html, headers, messageId, from } = await PostalMime.parse(mail);
    const header = (key: string): string | undefined => headers.find((one) => one.key === key)?.value;
    const written = header("date");
    const isForMany = MAILED_TO_MANY.some((key) => header(key) !== undefined);
    const outlet = isForMany || OFFICE.test(from?.address ?? "") ? from?.name?.trim() : undefined;
    const fields = {
      id: messageId ?? name,
      ...(subject === undefined ? {} : { title: subject }),
      ...(outlet ? { outlet } : {}),
      ...datedFields(options, written, "mail"),
    };
    if (html) return { report: readMarkup(html, name, fields), name };
    if (!text?.trim()) return { error: fail("K102", { file: name }), name };
    return { report: readText([subject, text.trim()].filter(Boolean).join("\n\n"), fields), name };
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    return { error: fail("K109", { file: name, kind: "mail", reason }, problem), name };
  }
}

/** An mbox puts a line "From sender date" before every mail; inside a mail such a line is quoted with ">". */
function mailsOf(bytes: Buffer): readonly Buffer[] {
  const content = bytes.toString("latin1");
  if (!content.startsWith("From ")) return [bytes];
  return content
    .split(/^From .*\r?\n/m)
    .filter((mail) => mail.trim() !== "")
    .map((mail) => Buffer.from(mail.replace(/^>(>*From )/gm, "$1"), "latin1"));
}
