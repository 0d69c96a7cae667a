// Prints a page to a file.
import { openPage, withBrowser } from "./browser.mjs";

const [, , file, printed] = process.argv;
await withBrowser(async browser => {
  const { page, check } = await openPage(browser, file);
  await page.pdf({ path: printed, preferCSSPageSize: true });
  await check();
});
