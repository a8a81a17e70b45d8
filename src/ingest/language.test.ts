import { describe, expect, it } from "vitest";
import { foreignLanguage } from "./language.ts";
import { readText } from "./text.ts";

describe("languages", () => {
  it.each([
    [
      "Arabic",
      "أعلنت وزارة الدفاع يوم الاثنين أن جنديين قتلا في اشتباك على الحدود الشمالية مع الدولة المجاورة.",
    ],
    ["Russian", "Министерство обороны сообщило в понедельник, что на северной границе погибли двое солдат."],
    [
      "German",
      "Das Ministerium teilte am Montag mit, dass zwei Soldaten an der nördlichen Grenze gefallen sind.",
    ],
    [
      "Spanish",
      "El ministerio informó el lunes de que dos soldados murieron en un choque en la frontera norte.",
    ],
    [
      "Dutch, with the small words it shares with English,",
      "De minister was in Den Haag en zei dat hij in het verslag van de commissie was genoemd. Het was de dag van de stemming in de Kamer, en de oppositie was in de war: de motie was in de nacht van dinsdag ingediend.",
    ],
    [
      "Chinese",
      "国防部星期一宣布两名士兵在北部边境的冲突中丧生，另有三名士兵受伤，政府正在对此事件进行调查并与邻国联系。",
    ],
  ])("%s is refused", async (_, text) => {
    expect((await foreignLanguage(readText(text)))?.error.code).toBe("K201");
  });

  it.each([
    "The ministry said on Monday that two soldiers were killed in a clash on the northern border.",
    "Talks in Ouagadougou: Ouédraogo, Compaoré and Traoré meet delegates of Guangxi and Nuevo León.",
    "Putsch!",
    "",
  ])("%j passes", async (text) => {
    expect(await foreignLanguage(readText(text))).toBeUndefined();
  });
});
