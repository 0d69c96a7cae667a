// What every story in the browser needs: Chromium, a page that is watched, and a person who has only a keyboard.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** A browser in which a page is opened in a profile of its own; `watched` fails when the page asks for anything or goes wrong. */
export async function withBrowser(story) {
  const browser = await chromium.launch({ executablePath: process.env.REGIO_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  try {
    await story(browser);
  } finally {
    await browser.close();
  }
}

/** Opens the page in a fresh profile, in which another can be visited after it. `prepare` runs in each before anything of the page does. */
export async function openPage(browser, file, { width = 1280, prepare, scheme = "light", javaScriptEnabled = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, acceptDownloads: true, javaScriptEnabled });
  const faults = [];
  let own;
  context.on("request", request => {
    const plain = request.url().split("#")[0];
    if (plain !== own && !plain.startsWith("blob:")) faults.push("request: " + request.url());
  });
  if (prepare) await context.addInitScript(prepare);
  const page = await context.newPage();
  page.on("pageerror", error => faults.push("error: " + error.message));
  page.on("console", message => ["error", "warning"].includes(message.type()) && faults.push("console: " + message.text()));
  page.on("dialog", dialog => dialog.accept());
  const visit = async file => {
    own = pathToFileURL(file).href;
    await page.goto(own);
  };
  await visit(file);
  const check = async () => {
    if (javaScriptEnabled) assert.equal(await page.evaluate(() => window.gehackt), undefined, "something that was typed ran");
    assert.deepEqual(faults, []);
  };
  return { page, context, visit, check, close: () => context.close() };
}

/** Goes to a field with the Tab key alone. */
export async function tabTo(page, id) {
  for (let presses = 0; presses < 600; presses += 1) {
    if (await page.evaluate(() => document.activeElement.id) === id) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the Tab key never comes at ${id}`);
}

export async function type(page, id, text) {
  await tabTo(page, id);
  await page.keyboard.insertText(text);
}

/** Chooses an option of a row of radio buttons with the arrow keys: the first is number 1. */
export async function choose(page, id, number) {
  await tabTo(page, `${id}-1`);
  await page.keyboard.press("Space");
  for (let presses = 1; presses < number; presses += 1) await page.keyboard.press("ArrowDown");
}

export async function press(page, id, key = "Enter") {
  await tabTo(page, id);
  await page.keyboard.press(key);
}

/** The text of the file that the page hands over. */
export async function download(page, path) {
  const waiting = page.waitForEvent("download");
  await press(page, "bewaar");
  const handed = await waiting;
  if (path) await handed.saveAs(path);
  const chunks = [];
  for await (const chunk of await handed.createReadStream()) chunks.push(chunk);
  return { name: handed.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}
