// Loads one answer file into the page and prints what the page says about it.
import { openPage, withBrowser } from "./browser.mjs";

const [, , page, ...files] = process.argv;

await withBrowser(async browser => {
  const said = [];
  for (const file of files) {
    const opened = await openPage(browser, page);
    await opened.page.locator("#laden").setInputFiles(file);
    await opened.page.locator("#geladen p").first().waitFor();
    const words = await opened.page.locator("#geladen").innerText();
    const field = await opened.page.locator("#v-uitbouwen-lang-antwoord").inputValue();
    said.push({ words: words.split(/\s+/).join(" ").trim(), field });
    await opened.check();
    await opened.close();
  }
  process.stdout.write(JSON.stringify(said));
});
