// Everybody can use the page: axe finds nothing, and nothing is wider than the screen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { openPage, withBrowser } from "./browser.mjs";

const [, , file, pictures] = process.argv;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Everything unfolded, with a fault, a row, a record and a question about clearing: what can be seen is looked at. */
async function unfold(page) {
  await page.locator("details").evaluateAll(all => all.forEach(one => (one.open = true)));
  for (const id of ["rij", "groep", "anderen", "hulpen-antwoord-anders"]) {
    const button = page.locator(`[id="v-uitbouwen-${id.includes("-") ? id : id + "-antwoord"}-erbij"]`);
    await button.click();
  }
  await page.locator('[id="v-uitbouwen-hulp-antwoord-3"]').check();
  await page.locator('[id="v-uitbouwen-bedrag-antwoord"]').fill("1.25");
  await page.keyboard.press("Tab");
  await page.locator("#wissen").click();
}

async function checkAccess(page, name) {
  const found = await page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, { resultTypes: ["violations", "passes"], rules: { "color-contrast-enhanced": { enabled: true } } });
    return { passes: passes.length, violations: violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))]) };
  });
  assert.deepEqual(found.violations, [], name);
  assert.ok(found.passes > 20, `${name}: axe looked at ${found.passes} rules only`);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth, `${name} scrolls sideways`);
}

await withBrowser(async browser => {
  for (const [scheme, width] of [["light", 320], ["light", 1280], ["dark", 1280]]) {
    const { page, check, close } = await openPage(browser, file, { width, scheme, prepare: axe });
    if (scheme === "light") await checkAccess(page, `${scheme}, ${width}, untouched`);
    await unfold(page);
    await checkAccess(page, `${scheme}, ${width}, unfolded`);
    if (pictures) await page.screenshot({ path: `${pictures}/${scheme}-${width}.png`, fullPage: true });
    await check();
    await close();
  }
});
