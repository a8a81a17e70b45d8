import { describe, expect, it } from "vitest";
import { labelBlocks } from "./blocks.ts";
import { readText } from "./text.ts";

const BODY =
  "The harbour master of Lindau closed the northern quay on Monday after two boats collided in thick fog.";

/** Kind of the line when it stands between two paragraphs of body. */
function kindBetween(line: string): string | undefined {
  return labelBlocks(`${BODY}\n\n${line}\n\n${BODY}`).find((block) => block.text === line)?.kind;
}

describe("blocks of a plain text", () => {
  it.each([
    ["teaser", "Read also: Fog closes a second harbour"],
    ["teaser", "RELATED - What we know of the collision"],
    ["credit", "SOURCE: AL JAZEERA"],
    ["credit", "Source: Reuters"],
    ["credit", "(Reuters)"],
    ["credit", "— AP"],
    ["credit", "AFP/Al Jazeera"],
    ["credit", "Reporting by Ana Vidal; editing by Tom Reed"],
    ["byline", "By Jane Doe"],
    ["byline", "By Jane Doe and Omar Haddad, Lindau"],
    ["promo", "Sign up for our morning newsletter"],
    ["promo", "Follow us on every network"],
    ["caption", "Photo: the northern quay on Monday"],
    ["caption", "The quay in winter [File: Jo Brandt/Reuters]"],
    ["caption", "Fishermen mend their nets (Image: © Jo Brandt)"],
    ["caption", "Fog over the northern quay. Photo: Lake Post/Hill News"],
    ["caption", "Firemen at the quay on Monday Image Credit: Press office of the harbour"],
    ["body", "Whether it was seen in a picture: The captain would not say. He was in bed."],
    ["byline", "Reuters | Updated: 05-05-2026 15:20 IST"],
    ["credit", "(The Lake Times)"],
    ["credit", "Omar Haddad contributed reporting from Bregenz."],
    ["promo", "Get breaking news alerts every weekday morning"],
    ["promo", "Jane Doe can be reached at doe@lindau-post.example"],
    ["other", "First published: Tuesday, 5 May 2026, 08:38 AM"],
    ["other", "Updated 1:39 am CET, Wednesday, May 6, 2026"],
    ["other", "Image 1 of 23"],
    ["other", "Copyright 2026 Lindau Post. All rights reserved."],
    ["other", "https://lindau-post.example/harbour"],
    ["body", "Updated plans for the quay will be shown to the council in June."],
    ["body", "Two men were held (one of them in Bregenz)."],
    ["cross-heading", "A harbour without a plan"],
    ["body", "Sources said the army had taken the bridge."],
    ["body", "Support our troops, the minister told the crowd."],
    ["body", "By Friday Evening, the quay was open again."],
    ["body", "An attack on the BBC was reported."],
    ["cross-heading", "Attack on Reuters office"],
  ])("%s: %s", (kind, line) => {
    expect(kindBetween(line)).toBe(kind);
  });

  it.each([
    ["Harbour of Lindau closed", "headline"],
    ["Why did two boats collide?", "headline"],
    ["12 injured in boat collision", "headline"],
    ["‘We saw nothing,’ says captain", "headline"],
    ["Two boats collided on Monday.", "body"],
  ])("first line %j: %s", (line, kind) => {
    expect(labelBlocks(`${line}\n\n${BODY}`)[0]).toMatchObject({ kind, text: line });
  });

  it("takes a first line for the headline if the title says the same", () => {
    const line = "Two boats collided on Monday.";
    expect(labelBlocks(`${line}\n${BODY}`, line)[0]?.kind).toBe("headline");
  });

  it.each([
    ["LINDAU (AP) — ", "LINDAU (AP) —"],
    ["LINDAU, Germany (Reuters) - ", "LINDAU, Germany (Reuters) -"],
    ["NEW LINDAU, May 6 (Xinhua) -- ", "NEW LINDAU, May 6 (Xinhua) --"],
    ["LINDAU: ", "LINDAU:"],
    ["Lindau (AFP) - ", "Lindau (AFP) -"],
    ["(Reuters) - ", "(Reuters) -"],
    ["LINDAU (AP) ", "LINDAU (AP)"],
    ["New Lindau (LakeNews) ", "New Lindau (LakeNews)"],
  ])("dateline %j is a block of its own", (prefix, dateline) => {
    const blocks = labelBlocks(`Harbour closed\n\n${prefix}${BODY}`);
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([
      ["headline", "Harbour closed"],
      ["dateline", dateline],
      ["body", BODY],
    ]);
  });

  it.each(["BREAKING: ", "UPDATE: ", "The two captains - ", "Lindau (Bavaria) "])(
    "%j is no dateline",
    (prefix) => {
      expect(labelBlocks(`${prefix}${BODY}`).map((block) => block.kind)).toEqual(["body"]);
    },
  );

  it("joins a paragraph that is wrapped at a fixed width", () => {
    const wrapped = `${BODY.replace("quay on", "quay\non")}\n\n${BODY.replace("quay on", "quay\non")}`;
    expect(labelBlocks(wrapped)).toHaveLength(2);
  });

  it.each([
    ["LINDAU (AP) — ", "", "Associated Press"],
    ["", "\n\nSOURCE: AL JAZEERA", "Al Jazeera"],
    ["", "\n\nSource: Lake Post", "Lake Post"],
    ["LINDAU (AFP) - ", "\n\nSource: Reuters", "Reuters"],
    ["", "\n\nCopyright © 2026 Press TV. All rights reserved.", "Press TV"],
    ["", "\n\n© 2026 Lake Publishing Corp.", undefined],
    ["", "", undefined],
  ])("originator of %j … %j is %s", (before, after, originator) => {
    expect(readText(`${before}${BODY}${after}`).originator).toBe(originator);
  });
});
