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
  await checkTables(page, name);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth, `${name} scrolls sideways`);
}

/** What somebody pins on a board or sends along. */
const ON_ONE_PAGE = ["uitnodiging.html", "flyer.html", "resultaten.html"];

async function printedPages(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** A table stays a table to a screen reader, on a narrow screen too, where it looks like a list. */
async function checkTables(page, name) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const heard = role => nodes.filter(node => !node.ignored && node.role?.value === role).length;
  const counted = { table: heard("table"), row: heard("row"), columnheader: heard("columnheader") };
  const [table, row, columnheader] = await Promise.all(["table", "tr", "th"].map(tag => page.locator(tag).count()));
  assert.deepEqual(counted, { table, row, columnheader }, name);
  await session.detach();
}

await withBrowser(async browser => {
  for (const file of files) {
    for (const width of [320, 1280]) {
      const { page, check, close } = await openPage(browser, `${folder}/${file}`, { width, prepare: axe });
      await checkPage(page, `${file}, ${width}`);
      if (width === 1280) {
        await page.emulateMedia({ media: "print" });
        await checkPage(page, `${file}, on paper`);
        if (ON_ONE_PAGE.includes(file)) assert.equal(await printedPages(page), 1, `${file} fits on one page`);
        if (file === "overzicht.html") assert.ok((await printedPages(page)) > 5, "pages can be counted");
      }
      await check();
      await close();
    }
  }
});
