import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Event } from "../../src/record/event.ts";

/** Where and when of events, through the whole program: `TYPE @ place | date`, `?` for unknown, `~` for inferred. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function coded(text: string): Promise<readonly string[]> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  return events.map((event) => `${event.type} @ ${where(event)} | ${when(event)}`);
}

function where({ place }: Event): string {
  return place.status === "known" ? `${place.basis === "inferred" ? "~" : ""}${place.name}` : "?";
}

function when({ time }: Event): string {
  if (time.status !== "known") return "?";
  const interval = time.from === time.to ? time.from : `${time.from}…${time.to}`;
  return `${time.basis === "inferred" ? "~" : ""}${interval}`;
}

describe("where an event happened", () => {
  it.each([
    ["beside the verb", "Rebels attacked a convoy near Gao.", "ASSAULT @ Gao | ?"],
    ["inside what is hit", "Rebels attacked a base in Gao.", "ASSAULT @ Gao | ?"],
    ["named by a common noun", "Rebels attacked the town of Gao.", "ASSAULT @ Gao | ?"],
    ["the town before the country", "Gunmen shot dead two traders in Gao, Mali.", "ASSAULT @ Gao | ?"],
    ["told before", "The army holds Gao. Rebels attacked soldiers in the town.", "ASSAULT @ Gao | ?"],
    [
      "the noun of a relative clause",
      "The army left a base in northern Mali, which rebels attacked.",
      "ASSAULT @ northern Mali | ?",
    ],
    [
      "where somebody is expelled from",
      "Norway expelled three Russian diplomats from Oslo.",
      "SANCTION @ Oslo | ?",
    ],
    [
      "the one country of all who take part",
      "Elections are due in Kenya in August. Kenyan police arrested an opposition lawmaker.",
      "COERCE @ ~Kenya | ?",
    ],
    [
      "not where a state is named as one that acts",
      "Kenya votes in August. Kenyan police arrested an opposition lawmaker.",
      "COERCE @ ? | ?",
    ],
    [
      "not what the place borders",
      "Militants in the district of Chitral bordering Afghanistan attacked two army posts.",
      "ASSAULT @ Chitral | ?",
    ],
    ["not the target of words", "Turkey condemned raids on villages in Syria.", "ACCUSE @ ? | ?"],
    [
      "not the speaker's",
      "Speaking in Geneva, a UN envoy said rebels had attacked a village.",
      "ASSAULT @ ? | ?",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await coded(text)).toContain(expected);
  });
});

describe("where an event happened, and where it did not", () => {
  it.each([
    ["during an operation", "Two rebels were killed during an operation in Gao.", "ASSAULT @ Gao | ?"],
    [
      "not where a ministry sits that accuses",
      "The foreign ministry in Paris accused rebels of lying.",
      "ACCUSE @ ? | ?",
    ],
    [
      "where a court sits",
      "A court in Minsk issued a warrant against an opposition leader.",
      "THREATEN @ Minsk | ?",
    ],
    [
      "not a capital inside an adjective",
      "Rebels ousted the pro-Moscow president in 2024.",
      "COERCE @ ? | 2024-01-01…2024-12-31",
    ],
    [
      "a province of that very name",
      "Communist rebels attacked an army patrol in Samar.",
      "ASSAULT @ Samar | ?",
    ],
    [
      "a coup that nobody is named for",
      "A coup was foiled in Benin on Sunday.",
      "COERCE @ Benin | 2026-05-03",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await coded(text)).toContain(expected);
  });
});

describe("when an event happened", () => {
  it.each([
    ["beside the verb", "Rebels attacked a convoy on Monday.", "ASSAULT @ ? | 2026-05-04"],
    ["the verb that carries the noun", "Rebels attempted a coup on Monday.", "COERCE @ ? | 2026-05-04"],
    [
      "the nearer of two verbs",
      "A court on Monday jailed a former mayor for ordering the killing of a journalist in 2021.",
      "ASSAULT @ ? | 2021-01-01…2021-12-31",
    ],
    [
      "not the day on which it was condemned",
      "On Monday Kenya condemned the killing of a soldier.",
      "ASSAULT @ ? | ?",
    ],
    [
      "behind an accusation that has a day of its own",
      "Norway on Monday accused a Russian unit of hacking into the systems of a grid operator last August.",
      "COERCE @ ? | 2025-08-01…2025-08-31",
    ],
    [
      "inside the noun's phrase",
      "France and other nations sharply condemned the August 2020 overthrow of Mali's president.",
      "ACCUSE @ ? | ?",
    ],
    [
      "what lasted, counted back",
      "The French army began a withdrawal of forces that had spent nine years fighting armed groups.",
      "ASSAULT @ ? | 2017-01-01…2026-05-06",
    ],
    [
      "since a clause with a day",
      "About 100 people have been killed by soldiers since the violence began on 3 May 2025.",
      "ASSAULT @ ? | 2025-05-03…2026-05-06",
    ],
    [
      "the day itself for what the clause tells",
      "Ties have soured since soldiers seized power in a coup in September 2022.",
      "COERCE @ ? | 2022-09-01…2022-09-30",
    ],
    [
      "not by a month in which the speaker said something else",
      "Moscow summoned the American ambassador. In March 2022 Russia announced the expulsion of American diplomats.",
      "ACCUSE @ ? | ?",
    ],
    [
      "the day that a clause hangs on",
      "It was the worst raid since 5 March, when gunmen shot dead two traders in Gao.",
      "ASSAULT @ Gao | 2026-03-05",
    ],
    [
      "the day of an announcement of one's own",
      "Chad's government said on Monday it has recalled its ambassador from Sudan.",
      "SANCTION @ ? | 2026-05-04",
    ],
    [
      "until the report, where it lasts",
      "The army has fought rebels since 2024.",
      "ASSAULT @ ? | 2024-01-01…2026-05-06",
    ],
    [
      "each date of a plural",
      "The colonel led coups in 2020 and 2021.",
      "COERCE @ ? | 2021-01-01…2021-12-31",
    ],
    [
      "not one of two occasions on which its speaker spoke",
      "Kenya said on Monday that it would send troops. In March Kenya said it would wait. Kenya accused rebels of shelling a clinic.",
      "ACCUSE @ ? | ?",
    ],
    [
      "the day of what it drew",
      "On Monday the government of Niger said that it would need two more years before it could hold a vote, incurring regional sanctions.",
      "SANCTION @ ? | 2026-05-04",
    ],
    [
      "not the day of the saying",
      "An official said on Sunday that a group of gunmen have attacked a village.",
      "ASSAULT @ ? | ?",
    ],
    [
      "not a date inside another clause",
      "Turkey condemned the coup that soldiers had staged in 2024.",
      "ACCUSE @ ? | ?",
    ],
    ["not a deadline", "The military pledged to return power to civilians by July.", "AGREE @ ? | ?"],
    [
      "not a day to come for what is past",
      "Norway on Monday rejected a meeting next week.",
      "REJECT @ ? | 2026-05-04",
    ],
    [
      "not the day of what was spoken about",
      "Kenya thanked Chad for its help after the floods of 2020.",
      "SUPPORT @ ? | ?",
    ],
    [
      "not the day of the verb before, for what is told of now",
      "Hackers wiped the computers of a ministry in Oslo on Monday, and Norway blames Russia.",
      "ACCUSE @ ? | ?",
    ],
    [
      "not the day of what comes next",
      "Police arrested two lawyers, and a court in Accra freed a banker on Monday.",
      "COERCE @ ? | ?",
    ],
    [
      "the day at the end, of two things done",
      "Police raided an opposition party's office and arrested its leader on Monday.",
      "COERCE @ ? | 2026-05-04",
    ],
    [
      "since a clause, for both of two verbs",
      "The president has jailed opposition leaders and muzzled the press since the scandal erupted in 2024.",
      "COERCE @ ? | 2024-01-01…2026-05-06",
    ],
    [
      "the same day as what follows it",
      "Rebels seized the town of Gao on Saturday after the army withdrew.",
      "RETREAT @ ? | 2026-05-02",
    ],
    [
      "so long before what is dated",
      "The radio station went off the air on Monday, a week after police arrested its founder.",
      "COERCE @ ? | 2026-04-27",
    ],
    [
      "the days of a length that begins",
      "For three days beginning on 9 July 2025, more than 200 lawyers were arrested by police.",
      "COERCE @ ? | 2025-07-09…2025-07-11",
    ],
    [
      "two days in one",
      "The two presidents met in Oslo on April 11 and 12.",
      "CONSULT @ Oslo | 2026-04-11…2026-04-12",
    ],
    [
      "the night into a day",
      "Overnight into 3 May, rebels attacked a village near Gao.",
      "ASSAULT @ Gao | 2026-05-02…2026-05-03",
    ],
    [
      "not when it was counted",
      "Seven farmers were kidnapped by gunmen and are missing as of Monday.",
      "ASSAULT @ ? | ?",
    ],
    [
      "not the stamp of a live page",
      "Rebels shelled Gao in March.\n\n14:05 Kenya has condemned the shelling.",
      "ACCUSE @ ? | ?",
    ],
    [
      "of an answer on the same occasion",
      "France supports Morocco, its minister said in Rabat on Monday. For his part, the Moroccan prime minister praised France.",
      "SUPPORT @ ~Rabat | ~2026-05-04",
    ],
    [
      "not of an occasion further back",
      "Kenya said on Monday that it would send troops. The weather was fine. Roads were open. Kenya accused rebels of shelling a clinic.",
      "ACCUSE @ ? | ?",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await coded(text)).toContain(expected);
  });
});

describe("an act upon another act", () => {
  it.each([
    [
      "is where and when that act was",
      "Army officers attempted a coup in Chad on the night of April 28 to 29, the government said on Monday. Security forces thwarted the attempted coup last week.",
      "COERCE @ ~Chad | ~2026-04-28…2026-04-29",
    ],
    [
      "is where the act is that a participle describes",
      "A raid led by rebels and backed by a foreign militia failed in Gao.",
      "SUPPORT @ Gao | ?",
    ],
    [
      "of leaving is where those had fought who leave",
      "France began a withdrawal of its forces that had spent nine years fighting rebels in Chad.",
      "RETREAT @ ~Chad | ?",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await coded(text)).toContain(expected);
  });
});

describe("an act that the clause only mentions has its own day and place", () => {
  it.each([
    [
      "by those who did it",
      "The coup leaders closed the border of Mali on Sunday, a spokesman said.",
      ["COERCE @ ? | ?", "COERCE @ border of Mali | 2026-05-03"],
    ],
    [
      "by those who back it",
      "On Monday the bloc answered the coup plotters' defiance with a warning.",
      ["COERCE @ ? | ?"],
    ],
    [
      "as what went before",
      "Spain evacuated its citizens from Bamako on Tuesday after a violent demonstration outside its embassy.",
      ["RETREAT @ Bamako | 2026-05-05", "PROTEST @ embassy | ?"],
    ],
    [
      "as what a meeting is about",
      "Envoys of the bloc will meet over the coup in Mali on Thursday.",
      ["CONSULT @ Mali | 2026-05-07", "COERCE @ Mali | ?"],
    ],
    [
      "in a clause about the subject",
      "The head of the guard, who led the coup, was declared head of state on Friday.",
      ["COERCE @ ? | ?", "COERCE @ ? | 2026-05-01"],
    ],
    [
      "as the party that the next clause is about",
      "The vote unleashed protests against Spain, which recalled its envoy on Tuesday.",
      ["PROTEST @ ? | ?"],
    ],
    [
      "the year of a thing is not that of words about it",
      "The president has long criticised the 2015 agreement.",
      ["ACCUSE @ ? | ?"],
    ],
    [
      "but of what makes it",
      "Chad hid its files after signing a 2015 deal with Norway.",
      ["AGREE @ ? | 2015-01-01…2015-12-31"],
    ],
    [
      "but a day of its own counts",
      "Police arrested six people on Tuesday over Friday's attack in Goma.",
      ["COERCE @ Goma | 2026-05-05", "ASSAULT @ Goma | 2026-05-01"],
    ],
  ])("%s", async (_, text, expected) => expect(await coded(text)).toEqual(expected));
});

describe("where words and telephones are", () => {
  it("a call is in two places", async () => {
    const [call] = await coded(
      "Spain's Pedro Sanchez and Russia's Vladimir Putin talked on the phone on Monday.",
    );
    expect(call).toBe("CONSULT @ ? | 2026-05-04");
  });
  it("the capital is one that was just named, whatever the report is about", async () => {
    const text =
      "Spain called for calm. Spain's ministry said that Spain would protect its embassy in Bamako ahead of protests on Thursday in the capital.";
    expect((await coded(text)).at(-1)).toBe("PROTEST @ Bamako | 2026-05-07");
  });
});

it("a hall with a name is a site, not a town", async () => {
  const text = "Gunmen attacked the Orpheus City Hall on the outskirts of Tbilisi on Friday.";
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  expect(events[0]?.place).toMatchObject({ name: "Orpheus City Hall", kind: "site", country: "GEO" });
});

it("an embassy that nobody names is not in the country that the report is about", async () => {
  const text =
    "Thousands gathered outside the embassy after Madrid suspended aid to Mali, and burned the flag of Spain.";
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  const place = events[0]?.place;
  expect(place).toMatchObject({ name: "embassy", kind: "site" });
  expect(place).not.toHaveProperty("country");
});
