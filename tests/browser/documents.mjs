// Every document as a page: axe finds nothing on a narrow screen, a wide one and on paper, and nothing is wider than the screen.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { openPage, withBrowser } from "./browser.mjs";

const [, , folder] = process.argv;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = (await readdir(folder)).filter(name => name.endsWith(".html"));
assert.ok(files.length > 15, `only ${files.length} pages`);

async function checkPage(page, name) {
  const { violations, passes } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations", "passes"] }));
  assert.deepEqual(violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))]), [], name);
  assert.ok(passes.length > 10, `${name}: axe looked at ${passes.length} rules only`);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth, `${name} scrolls sideways`);
}

await withBrowser(async browser => {
  for (const file of files) {
    for (const width of [320, 1280]) {
      const { page, check, close } = await openPage(browser, `${folder}/${file}`, { width, prepare: axe });
      await checkPage(page, `${file}, ${width}`);
      if (width === 1280) {
        await page.emulateMedia({ media: "print" });
        await checkPage(page, `${file}, on paper`);
      }
      await check();
      await close();
    }
  }
});
