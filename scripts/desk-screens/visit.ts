import type { Browser, Page } from "playwright-core";

/** How a screen is looked at. */
export const FORMS = [
  { width: 1400, theme: "light", language: "en" },
  { width: 390, theme: "dark", language: "en" },
  { width: 390, theme: "light", language: "ar" },
] as const;
export const HEIGHT = 720;

export async function openForm(
  browser: Browser,
  { width, theme, language }: (typeof FORMS)[number],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: HEIGHT }, reducedMotion: "reduce" });
  const settings = JSON.stringify({ theme, language });
  await context.addInitScript(`localStorage.setItem("khaldun.settings", ${JSON.stringify(settings)})`);
  return context.newPage();
}
