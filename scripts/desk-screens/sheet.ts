import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Browser } from "playwright-core";

const GAP = 16;
const QUALITY = 60;

/** Pictures beside each other in one file. */
export async function writeSheet(browser: Browser, file: string, pictures: readonly Buffer[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2300, height: 1000 } });
  const images = pictures
    .map((one) => `<img src="data:image/png;base64,${one.toString("base64")}">`)
    .join("");
  await page.setContent(
    `<body style="margin:0"><div style="display:inline-flex;gap:${GAP}px;background:#999">${images}</div>`,
  );
  const { x, y, width, height } = (await page.locator("div").boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    clip: { x, y, width, height, scale: 0.75 },
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(data, "base64"));
  await page.close();
}
