/**
 * Draws what the desk shows when something is in the way, for docs/screens.md: each screen wide in the light, on a telephone in
 * the dark and on a telephone in Arabic, beside each other. `npx tsx scripts/desk-screens.ts [NAME …]` after `npm run build:desk`.
 */
import { chromium } from "playwright-core";
import { SCREENS } from "./desk-screens/screens.ts";
import { writeSheet } from "./desk-screens/sheet.ts";
import { makeBase } from "./desk-screens/stand.ts";
import { FORMS, openForm } from "./desk-screens/visit.ts";

const wanted = process.argv.slice(2);
const executablePath = process.env.KHALDUN_TEST_CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const base = await makeBase();
for (const { name, stand, show } of SCREENS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const standing = await stand(base.location);
  const pictures: Buffer[] = [];
  for (const form of FORMS) {
    const page = await openForm(browser, form);
    await show(page, standing);
    await page.waitForTimeout(300);
    pictures.push(await page.screenshot());
    await page.context().close();
  }
  await standing.close();
  await writeSheet(browser, `docs/pictures/screens/${name}.webp`, pictures);
  process.stderr.write(`${name}\n`);
}
base.remove();
await browser.close();
process.exit(0);
