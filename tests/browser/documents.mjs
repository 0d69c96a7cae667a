// Every document as a page: axe finds nothing on a narrow screen, a wide one and on paper, and nothing is wider than the screen.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { openPage, withBrowser } from "./browser.mjs";
import { printedPages } from "./paper.mjs";

const [, , folder] = process.argv;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = (await readdir(folder)).filter(name => name.endsWith(".html"));
assert.ok(files.length > 15, `only ${files.length} pages`);

/** The rule of axe that the width of a page decides, and those that its colours on paper do. The others read what is written. */
const OF_WIDTH = ["scrollable-region-focusable"];
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** All rules of axe, or these, at the width that the page has now. */
async function checkPage(page, name, rules) {
  // Only what is looked at leaves the page: all that axe tells of the nodes that are in order takes longer to hand over than to find.
  const found = await page.evaluate(async only => {
    const runOnly = only ? { type: "rule", values: only } : undefined;
    const { violations, passes } = await window.axe.run(document, { runOnly, resultTypes: ["violations", "passes"] });
    return { passes: passes.length, violations: violations.map(one => [one.id, one.nodes.map(node => node.html.slice(0, 200))]) };
  }, rules);
  assert.deepEqual(found.violations, [], name);
  assert.ok(rules === OF_WIDTH || found.passes > (rules ? 0 : 10), `${name}: axe looked at ${found.passes} rules only`);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  assert.equal(scrollWidth, clientWidth, `${name} scrolls sideways`);
}

/** The letters of a picture, in the font that this browser has: none over another, none off the picture. How many there were. */
async function checkPictures(page, name) {
  const faults = await page.evaluate(() => {
    const said = [];
    let letters = 0;
    for (const svg of document.querySelectorAll("figure.picture svg")) {
      const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
      const texts = [...svg.querySelectorAll("text")].map(text => ({ words: text.textContent, box: text.getBBox() }));
      letters += texts.length;
      texts.forEach(({ words, box }, index) => {
        const off = box.x < -0.5 || box.y < -2 || box.x + box.width > width + 0.5 || box.y + box.height > height + 2;
        if (off) said.push(`${words} falls off`);
        for (const other of texts.slice(index + 1)) {
          // A font says how high its highest letter may be; lines of a text share that room.
          const across = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
          const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
          if (across > 0.5 && down > 4) said.push(`${words} over ${other.words}`);
        }
      });
    }
    return { said, letters };
  });
  assert.deepEqual(faults.said, [], name);
  return faults.letters;
}

/** What somebody pins on a board or sends along. */
const ON_ONE_PAGE = ["uitnodiging", "bestuursblad", "welkomstbrief", "gesprekskaart", "flyer", "resultaten"];

/** The name of a document: its file has a number before it. */
const nameOf = file => file.replace(/^\d\d-/, "").replace(/\.html$/, "");

/** What other readers see: letters as wide as those of Arial, and those that come close to Segoe UI. */
const OTHER_FONTS = ["Liberation Sans", "Open Sans"];

/** Sets all letters in another font. The policy of a page lets no style through that is put in the page, and this is not. */
function setIn(page, font) {
  return page.evaluate(family => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { font-family: "${family}" !important }`);
    document.adoptedStyleSheets = [sheet];
    // The letters are asked for when they have been drawn.
    return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, font);
}

/** Pages are laid out in the font that the tests bring along, whatever else this machine has. */
async function checkFonts(browser, file) {
  const page = await browser.newPage();
  // Not opened: who asks for its styles, has the browser load a page again, and that is watched.
  await page.setContent(await readFile(file, "utf8"));
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  for (const font of ["DejaVu Sans", ...OTHER_FONTS]) {
    if (font !== "DejaVu Sans") await setIn(page, font);
    for (const selector of ["h1", "p"]) {
      const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      assert.deepEqual(fonts.map(one => one.familyName), [font]);
    }
  }
  await page.close();
}

/** A table stays a table to a screen reader, on a narrow screen too, where it looks like a list. */
async function checkTables(page, name) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const heard = role => nodes.filter(node => !node.ignored && node.role?.value === role).length;
  const counted = { table: heard("table"), row: heard("row"), columnheader: heard("columnheader") };
  const [table, row, columnheader] = await Promise.all(["table", "tr", "thead th"].map(tag => page.locator(tag).count()));
  assert.deepEqual(counted, { table, row, columnheader }, name);
  await session.detach();
}

let letters = 0;
await withBrowser(async browser => {
  await checkFonts(browser, `${folder}/${files[0]}`);
  const { page, visit, check } = await openPage(browser, `${folder}/${files[0]}`, { prepare: axe });
  for (const file of files) {
    await visit(`${folder}/${file}`);
    await page.emulateMedia({ media: "screen" });
    for (const [width, rules] of [[320], [1280, OF_WIDTH]]) {
      await page.setViewportSize({ width, height: 900 });
      await checkPage(page, `${file}, ${width}`, rules);
      await checkTables(page, `${file}, ${width}`);
      letters += await checkPictures(page, `${file}, ${width}`);
    }
    await page.emulateMedia({ media: "print" });
    await checkPage(page, `${file}, on paper`, OF_COLOUR);
    if (ON_ONE_PAGE.includes(nameOf(file))) assert.equal(await printedPages(page), 1, `${file} fits on one page`);
    for (const font of OTHER_FONTS) {
      if (!ON_ONE_PAGE.includes(nameOf(file)) && (await page.locator("figure.picture svg").count()) === 0) break;
      await setIn(page, font);
      await checkPictures(page, `${file}, in ${font}`);
      if (ON_ONE_PAGE.includes(nameOf(file))) assert.equal(await printedPages(page), 1, `${file} fits on one page in ${font}`);
    }
    if (nameOf(file) === "overzicht") assert.ok((await printedPages(page)) > 5, "pages can be counted");
    await check();
  }
});
assert.ok(letters > 100, `only ${letters} lines in pictures`);
