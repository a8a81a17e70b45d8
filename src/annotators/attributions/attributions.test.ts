import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportOf } from "../../../test/helpers/parsed.ts";
import { loadReporting } from "../../knowledge/reporting.ts";
import { createLanguage, type Language } from "../../language/index.ts";
import { REPORT } from "../../record/report.ts";
import { apply } from "../../text/annotator.ts";
import { createDocument, read, withLayer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { createAttributions, reportedAttributions } from "./index.ts";
import { ATTRIBUTIONS, type AttributionMention } from "./layer.ts";

/** One construction a row, on the real parser: `source | cue | content`, pieces joined with " … ", "–" for nothing. */
let language: Language;
beforeAll(async () => {
  language = await createLanguage();
});
afterAll(() => language.close());

async function annotated(text: string) {
  const document = withLayer(createDocument(text), REPORT, reportOf(text));
  const [parsed] = await language.annotate([document]);
  return apply(parsed!, createAttributions({ reporting: loadReporting() }));
}

async function written(text: string): Promise<readonly string[]> {
  const show = (spans: readonly Span[]): string =>
    spans.map((span) => text.slice(span.start, span.end)).join(" … ") || "–";
  return reportedAttributions(await annotated(text)).map((one: AttributionMention) =>
    [show(one.source), show(one.cue), show(one.content)].join(" | "),
  );
}

async function claims(text: string): Promise<readonly AttributionMention[]> {
  return read(await annotated(text), ATTRIBUTIONS);
}

describe("claims", () => {
  it.each([
    ["a clause", "The minister said that talks had failed.", ["The minister | said | that talks had failed"]],
    ["the cue behind", "Talks had failed, the minister said.", ["the minister | said | Talks had failed"]],
    [
      "the cue inside: content in two pieces",
      "The talks, officials said, had failed.",
      ["officials | said | The talks … had failed"],
    ],
    [
      "a quotation",
      "“We will not leave,” the rebel leader said.",
      ["the rebel leader | said | “We will not leave,”"],
    ],
    [
      "a quotation that goes on in the next sentence",
      "“We will not leave,” the rebel leader said. “Nobody has asked us to leave this city.”",
      ["the rebel leader | said | “We will not leave,” … “Nobody has asked us to leave this city.”"],
    ],
    [
      "a quotation that goes on in the next paragraph",
      "“We will not leave,” the rebel leader said.\n\n“Nobody has asked us to leave this city.”",
      [
        "the rebel leader | said | “We will not leave,”",
        "the rebel leader | – | “Nobody has asked us to leave this city.”",
      ],
    ],
    [
      "a quotation that the speaker breaks",
      "“If they do not pay,” the rebel leader said, “we will close the bridge.”",
      ["the rebel leader | said | “If they do not pay,” … “we will close the bridge.”"],
    ],
    [
      "a quotation whose speaker is named behind the next one",
      "“We have waited for two years now for the road. Nobody comes here,” Diallo said.",
      ["Diallo | said | “We have waited for two years now for the road. Nobody comes here,”"],
    ],
    [
      "the speaker's apposition behind a quotation is his, a remark is nobody's",
      "“We need change,” said Diallo, whose party lost the vote, in an interview.",
      ["Diallo, whose party lost the vote | said | “We need change,”"],
    ],
    [
      "a bare day behind the cue is when it was said",
      "Troops shelled the port of Goma, the defence minister, Paul Ode, said Thursday.",
      ["the defence minister, Paul Ode, | said | Troops shelled the port of Goma"],
    ],
    [
      "a speaker between commas whom the parser hung elsewhere",
      "Kenya values Uganda's part in the fight against hunger in many parts of the world, current United House of Representatives Whip, Amina Kole, said Wednesday.",
      [
        "current United House of Representatives Whip, Amina Kole, | said | Kenya values Uganda's part in the fight against hunger in many parts of the world",
      ],
    ],
    [
      "double marks of two single ones",
      "''We will not leave this city,'' said Omar Diallo.",
      ["Omar Diallo | said | ''We will not leave this city,''"],
    ],
    [
      "a quotation in small letters with the words that lead into it",
      "The envoy said the truce was “as good as dead”.",
      ["The envoy | said | the truce was “as good as dead”"],
    ],
    [
      "who is told to act belongs to what is said",
      "The general told his soldiers to leave the town.",
      ["The general | told | his soldiers to leave the town"],
    ],
    [
      "when and to whom, before “that”, is no part of it",
      "The minister told the evening news on Friday that talks had failed.",
      ["The minister | told | that talks had failed"],
    ],
    [
      "a title that ends in a dot, and its name",
      "Florida Sen. Ada Moss said the talks had failed.",
      ["Florida Sen. Ada Moss | said | the talks had failed"],
    ],
    [
      "what the speaker thinks is part of what he says",
      "Moss said she believes the talks failed.",
      ["Moss | said | she believes the talks failed"],
    ],
    [
      "a question that is answered",
      "Asked if the army would leave, the minister said it would stay.",
      ["– | Asked | if the army would leave", "the minister | said | it would stay"],
    ],
    [
      "a clause without “that” behind a relative clause",
      "The law was criticised by groups who say the tax hurts farmers.",
      [
        "groups who say the tax hurts farmers | was criticised | The law",
        "who | say | the tax hurts farmers",
      ],
    ],
    [
      "a verb that only leads to the saying",
      "The mayor continues to insist that the road is safe.",
      ["The mayor | continues to insist | that the road is safe"],
    ],
    [
      "according to",
      "Three soldiers died, according to a hospital official.",
      ["a hospital official | according to | Three soldiers died"],
    ],
    [
      "a source with an apposition",
      "Amina Diallo, a spokeswoman for the governor, said the road was closed.",
      ["Amina Diallo, a spokeswoman for the governor, | said | the road was closed"],
    ],
    [
      "a preposition belongs to the cue",
      "The union called for a strike.",
      ["The union | called for | a strike"],
    ],
    [
      "auxiliaries and adverbs belong to the cue",
      "The army has repeatedly denied that it shelled the village.",
      ["The army | has repeatedly denied | that it shelled the village"],
    ],
    [
      "a noun with its owner",
      "The army’s claim that rebels had fled was repeated on Monday.",
      ["The army’s | claim | that rebels had fled"],
    ],
    [
      "a noun that a verb carries",
      "The union issued a warning that prices would rise.",
      ["The union | issued a warning | that prices would rise"],
    ],
    [
      "a claim that somebody denies is theirs to deny",
      "The ministry denied reports that troops had left.",
      ["The ministry | denied | reports that troops had left"],
    ],
    [
      "an adjunct to the whole sentence",
      "Troops fired on the march, killing two people, according to a doctor.",
      ["a doctor | according to | Troops fired on the march, killing two people"],
    ],
    ["a document", "The report shows that prices fell.", ["The report | shows | that prices fell"]],
    [
      "a chain",
      "The envoy said that the president had promised that troops would leave.",
      [
        "The envoy | said | that the president had promised that troops would leave",
        "the president | had promised | that troops would leave",
      ],
    ],
    [
      "a chain by quoting",
      "The army spokesman quoted a commander as saying that rebels had fled.",
      [
        "The army spokesman | quoted | a commander as saying that rebels had fled",
        "a commander | saying | that rebels had fled",
      ],
    ],
    [
      "a speech that is quoted in the paragraphs behind it",
      "President Toure addressed parliament on Monday.\n\n“We will not pay for it again. They have cut our grants.”",
      ["President Toure | – | “We will not pay for it again. They have cut our grants.”"],
    ],
    [
      "a headline",
      "Minister Diallo: Talks will resume in May",
      ["Minister Diallo | : | Talks will resume in May"],
    ],
    [
      "the fact that something is so",
      "The minister reminded of the fact that the bridge had been closed.",
      ["The minister | reminded | that the bridge had been closed"],
    ],
    [
      "a clause in a row with what is said, without a comma",
      "The envoy said there were raids all day and rebels shelled the port.",
      ["The envoy | said | there were raids all day and rebels shelled the port"],
    ],
    [
      "a contrast is the report's",
      "The envoy said that the state was to blame, while neighbours had called it a lie.",
      ["The envoy | said | that the state was to blame", "neighbours | had called | it a lie"],
    ],
    [
      "a place line before the speaker",
      "Nairobi, Kenya's Foreign Minister Amina Diallo said Friday that the talks had failed.",
      ["Kenya's Foreign Minister Amina Diallo | said | that the talks had failed"],
    ],
    [
      "whoever issues a paper says what it says",
      "The union issued a statement saying the mill would close.",
      ["The union | saying | the mill would close"],
    ],
    [
      "a quotation that a dash signs",
      "“We have had no water for two weeks now.” — Amina Diallo, a nurse in Thies",
      ["Amina Diallo, a nurse in Thies | — | “We have had no water for two weeks now.”"],
    ],
    [
      "a transcript",
      "MODERATOR: Will you close the road?\n\nDIALLO: We will close it today.\n\nMODERATOR: And the port?",
      [
        "MODERATOR | : | Will you close the road?",
        "DIALLO | : | We will close it today.",
        "MODERATOR | : | And the port?",
      ],
    ],
    [
      "single marks of quotation close with what they open",
      "Amina Diallo: The trends are 'terrifying.'",
      ["Amina Diallo | : | The trends are 'terrifying.'"],
    ],
    ["a topic before a colon says nothing", "Mali war: Six soldiers dead near Gao", []],
    ["an idiom says nothing", "The raid claimed the lives of six farmers.", []],
    ["an outlet that cites itself", "As UNIAN reported earlier, the envoy left Kyiv.", []],
    ["no saying", "The army shelled the village on Monday.", []],
  ])("%s: %s", async (_, text, expected) => {
    expect(await written(text)).toEqual(expected);
  });

  it("leaves out a speaker who speaks of himself, and what is quoted inside a quotation", async () => {
    expect(await written("“I think that the army told them to go,” the mayor said.")).toEqual([
      "the mayor | said | “I think that the army told them to go,”",
    ]);
  });

  it.each([
    ["The army denied that it shelled the village.", "denies"],
    ["The army did not deny that it shelled the village.", "asserts"],
    ["The minister hopes that talks will resume.", "hopes"],
    ["Rebels threatened to storm the town.", "threatens"],
  ] as const)("takes the stance of the cue: %s", async (text, stance) => {
    expect((await claims(text)).map((one) => one.stance)).toEqual([stance]);
  });

  it.each([
    ["The defence minister said the bridge was closed.", "named"],
    ["Residents said the bridge was closed.", "unnamed"],
    ["A statement said the bridge was closed.", "document"],
    ["State television said the bridge was closed.", "other-outlet"],
    ["TASS said the bridge was closed.", "other-outlet"],
    ["The groups, among them the Ghouta Media Center, said the bridge was closed.", "named"],
  ] as const)("tells kinds of sources apart: %s", async (text, kind) => {
    expect((await claims(text)).map((one) => one.kind)).toEqual([kind]);
  });
});

describe("restated", () => {
  it.each([
    ["what a speaker says that he believes", "Moss said she believes the talks failed."],
    [
      "what a speaker says that papers show",
      "The minister said the inquiry has shown that rebels shelled the port.",
    ],
  ])("%s is no claim beside his", async (_, text) => {
    expect((await claims(text)).map((one) => one.restated)).toEqual([false, true]);
  });
});

describe("positions and impressions", () => {
  it.each([
    [
      "The president praised the deal as a breakthrough.",
      ["The president | praised | the deal as a breakthrough"],
    ],
    [
      "Residents expressed deep concern about the closure.",
      ["Residents | expressed deep concern about | the closure"],
    ],
    ["The spokesman declined to comment.", ["The spokesman | declined | to comment"]],
    ["The army appears to have left the town.", ["– | appears | The army … to have left the town"]],
  ])("are listed: %s", async (text, expected) => {
    expect(await written(text)).toEqual(expected);
  });

  it("are no claims: nobody says that what they are about is so", async () => {
    expect(await claims("The president praised the deal as a breakthrough.")).toEqual([]);
  });
});
