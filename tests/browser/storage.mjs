// A browser that keeps nothing: the page says so plainly, and the file still comes. And: what is cleared is gone.
import assert from "node:assert/strict";
import { download, openPage, press, type, withBrowser } from "./browser.mjs";

const [, , file] = process.argv;
const FIELD = "v-uitbouwen-kort-antwoord";

const WITHOUT = {
  "no storage": () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }),
  "full storage": () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
};

async function checkWithout(browser, name, prepare) {
  const { page, check, close } = await openPage(browser, file, { prepare });
  await type(page, FIELD, "Een antwoord");
  assert.equal(await page.locator("#niet-bewaard").isVisible(), true, name);
  assert.equal(await page.locator("#bewaard").textContent(), "", name);
  assert.match((await download(page)).text, /value = "Een antwoord"/, name);
  await check();
  await close();
}

async function checkClearing(browser) {
  const { page, check, close } = await openPage(browser, file);
  await type(page, FIELD, "Een antwoord");
  await press(page, "wissen");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(`#${FIELD}`).inputValue(), "Een antwoord", "the first press only asks, and the second refuses");
  await press(page, "wissen");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(`#${FIELD}`).inputValue(), "");
  await page.reload();
  assert.equal(await page.locator(`#${FIELD}`).inputValue(), "");
  await check();
  await close();
}

/** Two windows would each lose what the other keeps: the first one says so. */
async function checkTwoWindows(browser) {
  const { page, context, check, close } = await openPage(browser, file);
  const other = await context.newPage();
  await other.goto(page.url());
  // A busy browser may pass over one keystroke; a person types more than one, and comes back to the first window.
  const isTold = () => page.locator("#ander-venster").isVisible();
  for (let letters = 1; letters <= 20 && !(await isTold()); letters += 1) {
    await other.locator(`#${FIELD}`).fill("Elders".repeat(letters));
    await page.waitForTimeout(500);
    await page.evaluate(() => dispatchEvent(new Event("focus")));
  }
  assert.equal(await isTold(), true, "the other window is told of");
  assert.equal(await other.locator("#ander-venster").isVisible(), false);
  await check();
  await close();
}

/** Without script the page says what to do, and shows nothing that does not work. */
async function checkWithoutScript(browser) {
  const { page, check, close } = await openPage(browser, file, { javaScriptEnabled: false });
  assert.match(await page.locator("main").innerText(), /^Deze pagina doet het nu niet\./);
  assert.equal(await page.locator("#blad").isVisible(), false);
  await check();
  await close();
}

await withBrowser(async browser => {
  await checkTwoWindows(browser);
  await checkWithoutScript(browser);
  for (const [name, prepare] of Object.entries(WITHOUT)) await checkWithout(browser, name, prepare);
  await checkClearing(browser);
});
