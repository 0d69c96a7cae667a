// How many pages each of the pages in a folder takes on paper, in the order of their names.
import { readdir } from "node:fs/promises";
import { openPage, withBrowser } from "./browser.mjs";
import { printedPages } from "./paper.mjs";

const [, , folder] = process.argv;
const files = (await readdir(folder)).sort();
const counts = [];
await withBrowser(async browser => {
  const { page, visit, check } = await openPage(browser, `${folder}/${files[0]}`);
  for (const file of files) {
    await visit(`${folder}/${file}`);
    counts.push(await printedPages(page));
    await check();
  }
});
console.log(JSON.stringify(counts));
