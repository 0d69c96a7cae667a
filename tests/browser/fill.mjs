// Fills the page in with the keyboard alone, goes on after a reload, saves the file, and goes on with it elsewhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { choose, download, openPage, press, tabTo, type, withBrowser } from "./browser.mjs";

const [, , file, words, saved] = process.argv;
const { hostile, long, longer } = JSON.parse(await readFile(words, "utf8"));
const at = question => `v-uitbouwen-${question}-antwoord`;
const valueOf = (page, id) => page.locator(`[id="${id}"]`).inputValue();
const isShown = (page, question) => page.locator(`#v-uitbouwen-${question}`).isVisible();

async function fillFirstHalf(page) {
  await type(page, "naam", hostile);
  await type(page, at("kort"), hostile);
  await type(page, at("lang"), long);
  assert.equal(await isShown(page, "samen-vervolg"), false);
  await type(page, at("samen"), longer);
  assert.equal(await isShown(page, "samen-vervolg"), true);
  await type(page, at("samen-vervolg"), "3 dec 2026");
  await press(page, at("anderen") + "-erbij");
  await page.keyboard.insertText("Een");
  await press(page, at("anderen") + "-erbij");
  await page.keyboard.insertText(hostile);
  await choose(page, at("janee"), 1);
  await choose(page, at("keuze"), 4);
  await type(page, at("keuze") + "-anders", hostile);
  await press(page, at("keuzes") + "-1", "Space");
  await press(page, at("keuzes") + "-3", "Space");
  await press(page, at("keuzes") + "-anders-erbij");
  await page.keyboard.insertText("Paars; met spikkels");
  await choose(page, at("schaal"), 2);
}

async function fillSecondHalf(page) {
  await checkNumber(page);
  assert.equal(await isShown(page, "veel-uren"), false);
  await type(page, at("uren"), "4u30");
  assert.equal(await isShown(page, "veel-uren"), true);
  await press(page, "v-uitbouwen-veel-uren-zonder");
  await press(page, "v-uitbouwen-veel-uren-unknown", "Space");
  await type(page, at("bedrag"), "12.500,5");
  await type(page, at("datum"), "2027-01-31");
  await press(page, "v-uitbouwen-rij-zonder");
  await press(page, "v-uitbouwen-rij-not-applicable", "Space");
  await tabTo(page, "v-uitbouwen-rij-not-applicable");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await type(page, "v-uitbouwen-rij-opmerking", "Eerste regel\nTweede \"regel\" \\ klaar");
  await choose(page, at("hulp"), 3);
  await checkUnfinished(page);
  await type(page, at("hulp") + "-anders", "");
  // One letter after the other: every beginning of a name is a name too.
  await page.keyboard.type("Café Súd & Zn.!");
  await press(page, at("hulpen") + "-1", "Space");
  await press(page, at("hulpen") + "-anders-erbij");
  await page.keyboard.insertText("科技 </>");
  await press(page, at("groep") + "-erbij");
  await page.keyboard.insertText("Oefenen");
  await type(page, at("groep") + "-1-kosten", "1250,50");
  await type(page, at("groep") + "-1-tijd", "2,25");
  await type(page, at("groep") + "-1-klaar", "31-12-2026");
  await choose(page, at("groep") + "-1-kleur", 2);
  await choose(page, at("groep") + "-1-wie", 3);
  await type(page, at("groep") + "-1-wie-anders", "Bakkerij het hoekje");
  await type(page, at("velen"), "Samen");
}

/** Faults are told in Dutch at the field itself, and go when it is mended. */
async function checkNumber(page) {
  const id = at("getal");
  const field = page.locator(`[id="${id}"]`);
  await type(page, id, "twaalf");
  await page.keyboard.press("Tab");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const told = page.locator(`[id="${id}-fout"]`);
  assert.equal(await told.textContent(), "'twaalf' is geen heel getal. Typ bijvoorbeeld 12 of 1.250.");
  assert.ok((await field.getAttribute("aria-describedby")).split(" ").includes(id + "-fout"));
  assert.match(await page.locator("#kijk-na").textContent(), /1 vraag/);
  assert.match((await download(page)).text, /note = "Ingevuld op de pagina: twaalf"/);
  await field.fill("");
  await page.keyboard.press("Shift+Tab");
  await type(page, id, "1.250");
  await page.keyboard.press("Tab");
  assert.equal(await field.getAttribute("aria-invalid"), null);
  assert.equal(await told.isVisible(), false);
}

/** Nobody is told off for what is not finished yet, only for what is left unfinished. */
async function checkUnfinished(page) {
  const fault = page.locator("#v-uitbouwen-hulp-klopt-niet");
  assert.equal(await fault.isVisible(), false);
  await tabTo(page, at("hulpen") + "-1");
  assert.equal(await fault.textContent(), "Er staat nog niet wat het dan wel is. Vul dat in, of kies iets anders.");
  await page.locator(`[id="${at("hulp")}-anders"]`).focus();
}

async function checkFirstHalf(page) {
  assert.equal(await valueOf(page, "naam"), hostile);
  assert.equal(await valueOf(page, at("kort")), hostile);
  assert.equal(await valueOf(page, at("lang")), long);
  assert.equal(await valueOf(page, at("samen")), longer);
  assert.equal(await valueOf(page, at("anderen") + "-2"), hostile);
  assert.equal(await valueOf(page, at("keuze") + "-anders"), hostile);
  assert.equal(await page.locator(`[id="${at("keuzes")}-3"]`).isChecked(), true);
}

/** More than the program takes: told, kept on the page, and only its beginning goes along, as a remark. */
async function checkTooLong(page) {
  const id = at("kort");
  await page.locator(`[id="${id}"]`).fill("x".repeat(70_000));
  await page.keyboard.press("Tab");
  assert.match(await page.locator(`[id="${id}-fout"]`).textContent(), /^De tekst is langer dan 64 KB/);
  assert.equal((await valueOf(page, id)).length, 70_000);
  const { text } = await download(page);
  assert.match(text, /note = "Ingevuld op de pagina: x{2000} …"/);
  assert.match(await page.locator("#gedaan").textContent(), /1 antwoord is nog niet goed en gaat mee als opmerking/);
  await page.locator(`[id="${id}"]`).fill(hostile);
}

await withBrowser(async browser => {
  const first = await openPage(browser, file);
  const { page } = first;
  await fillFirstHalf(page);
  assert.match(await page.locator("#bewaard").textContent(), /^Bewaard in deze browser om /);
  assert.equal(await page.locator("#melding").textContent() !== "", true);
  await page.reload();
  await checkFirstHalf(page);
  await fillSecondHalf(page);
  assert.equal(await page.locator("#alles-klaar").isVisible(), true);
  const handed = await download(page, saved);
  assert.match(handed.name, /^antwoorden-[a-z0-9-]+\.toml$/);
  await checkTooLong(page);
  await first.check();
  await first.close();

  const second = await openPage(browser, file, { width: 320 });
  await second.page.locator("#laden").setInputFiles(saved);
  await second.page.getByText("Geladen: ").waitFor();
  await checkFirstHalf(second.page);
  assert.equal(await valueOf(second.page, at("bedrag")), "12.500,50");
  assert.equal((await download(second.page)).text, handed.text);
  await second.check();
  await second.close();
});
