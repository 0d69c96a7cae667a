// How Dutch people write values, read as src/notation reads them; tests/browser holds the two against each other.
// What cannot be read comes back as `{ fault, tip }`, what can as `{ value }`.
import { Day } from "./conditions.mjs";
import { dutchAmount, dutchNumber, hundredths } from "./decimal.mjs";

const LONGEST_ECHO = 40;

export function refuse(fault, tip) {
  return { fault, tip };
}

/** A text as the page shows it: every letter as it was typed, without what steers a program or turns others around. */
export function printed(words) {
  const spaces = words.replace(/[\r\v\f\u0085\u2028\u2029]/g, " ");
  return spaces.replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/gu, "");
}

/** What was typed, short enough to repeat. */
export function echo(typed) {
  const letters = [...typed];
  return letters.length > LONGEST_ECHO ? letters.slice(0, LONGEST_ECHO).join("") + "…" : typed;
}

const tooLarge = text => refuse(`'${echo(text)}' is te groot`, "kijk of er een cijfer te veel staat");
const negative = text => refuse(`'${echo(text)}' is minder dan nul`, "typ 0 of meer");

/** The digits without the points or spaces that stand between every three of them. */
function ungrouped(text) {
  const parts = text.split(/[. \u00a0]/);
  const wellGrouped = parts.length === 1 || (parts[0].length <= 3 && parts.slice(1).every(part => part.length === 3));
  return wellGrouped && parts.every(part => /^[0-9]+$/.test(part)) ? parts.join("") : undefined;
}

/** A whole number: `12`, `1.250`, `1 250`. */
export function readNumber(typed) {
  const text = typed.trim();
  const isNegative = text.startsWith("-");
  const digits = ungrouped(isNegative ? text.slice(1) : text);
  if (digits === undefined) return refuse(`'${echo(text)}' is geen heel getal`, "typ bijvoorbeeld 12 of 1.250");
  if (digits.length > 15) return tooLarge(text);
  return { value: BigInt(digits) * (isNegative ? -100n : 100n) };
}

/** What was typed, without the unit that regio itself writes behind it. */
export function withoutUnit(typed, unit) {
  const text = typed.trim();
  const endings = unit ? [unit, unit.slice(unit.indexOf(" ") + 1)] : [];
  const found = endings.find(one => text.toLowerCase().endsWith(one.toLowerCase()) && text.length > one.length);
  return found ? text.slice(0, -found.length).trim() : text;
}

/** Hours, in quarters: `12`, `2,5`, `2.5`, `2 uur`, `1u30`, `90 min`. */
export function readHours(typed) {
  const text = typed.trim().toLowerCase();
  const shown = echo(typed.trim());
  const found = hoursTyped(text);
  if (found === undefined || found >= 1_000_000n) return refuse(`'${shown}' is geen aantal uren`, "typ bijvoorbeeld 4, 2,5 of 1u30");
  if (found < 0n) return negative(typed.trim());
  if (found % 25n === 0n) return { value: found };
  const below = found - (found % 25n);
  return refuse(`'${shown}' is geen heel aantal kwartieren`, `typ ${dutchNumber(below)} of ${dutchNumber(below + 25n)}`);
}

const HOURS_IN_WORDS = {
  kwartier: 25n, "half uur": 50n, halfuur: 50n, "drie kwartier": 75n, "anderhalf uur": 150n,
};

function hoursTyped(text) {
  const known = HOURS_IN_WORDS[text.replace(/^(?:een )+/, "")];
  if (known !== undefined) return known;
  const mark = ["uren", "uur", "u", ":"].find(one => text.includes(one));
  const at = mark ? text.indexOf(mark) : text.length;
  const [whole, rest] = [text.slice(0, at), text.slice(at + (mark?.length ?? 0)).trim()];
  if (mark && rest) {
    const [hours, minutes] = [count(whole), count(withoutMinutes(rest.replace(/^(?:en )+/, "")))];
    if (hours === undefined || minutes === undefined || minutes >= 60n) return undefined;
    return hours * 100n + (minutes * 100n) / 60n;
  }
  const minutes = withoutMinutes(text);
  if (minutes.length === text.length) return decimalHours(whole.trim());
  const counted = count(minutes);
  return counted === undefined ? undefined : (counted * 100n) / 60n;
}

const withoutMinutes = text => text.replace(/(?:minuten|min)$/, "");

function count(text) {
  const digits = text.trim();
  return /^[0-9]{1,18}$/.test(digits) && BigInt(digits) < 600_000n ? BigInt(digits) : undefined;
}

function decimalHours(plain) {
  const comma = plain.indexOf(",");
  const [whole, fraction] = comma < 0 ? [plain, "0"] : [plain.slice(0, comma), plain.slice(comma + 1)];
  const digits = ungrouped(whole);
  return hundredths(digits === undefined ? plain : `${digits}.${fraction}`);
}

/** An amount: `12.500,50`, `€ 1250`, `1250 euro`, `1250,5`. `1.25` is asked back, because it may be two things. */
export function readAmount(typed) {
  const text = typed.trim();
  const plain = withoutEuro(text);
  if (/^-[0-9]/.test(plain)) return negative(text);
  const withPoint = amountWithPoint(plain);
  if (withPoint !== undefined) return { value: withPoint };
  const doubt = ambiguous(plain, text);
  if (doubt) return doubt;
  const noAmount = refuse(`'${echo(text)}' is geen bedrag`, "typ bijvoorbeeld 1.250 of 1.250,50; geen geld is 0");
  const comma = plain.indexOf(",");
  const [before, fraction] = comma < 0 ? [plain, "0"] : [plain.slice(0, comma), plain.slice(comma + 1)];
  const whole = ungrouped(before);
  if (whole === undefined || fraction === "" || new TextEncoder().encode(fraction).length > 2) return noAmount;
  if (whole.length > 12) return tooLarge(text);
  const value = hundredths(`${whole}.${fraction}`);
  return value === undefined ? noAmount : { value };
}

function withoutEuro(text) {
  const front = text.replace(/^€+/, "").replace(/^(?:EUR)+/, "").trim();
  return front.replace(/(?:EUR)+$/, "").replace(/(?:euro)+$/, "").trim().replace(/(?:,-)+$/, "");
}

/** `1250.50` or `0.50`: what stands before the point cannot be thousands, so the point is a comma. */
function amountWithPoint(plain) {
  const point = plain.indexOf(".");
  if (point < 0) return undefined;
  const [whole, fraction] = [plain.slice(0, point), plain.slice(point + 1)];
  const neverThousands = (whole.length >= 4 && whole.length <= 12) || whole === "0";
  return neverThousands && fraction.length <= 2 ? hundredths(plain) : undefined;
}

/** A point before one or two last digits: a comma was meant, or a digit was forgotten. */
function ambiguous(plain, typed) {
  const point = plain.lastIndexOf(".");
  if (point < 0) return undefined;
  const [whole, fraction] = [plain.slice(0, point), plain.slice(point + 1)];
  const joined = whole.replaceAll(".", "");
  if (!/^[0-9]{1,2}$/.test(fraction) || !/^[0-9]+$/.test(joined) || whole.length > 12) return undefined;
  const withZeros = ungrouped(`${whole}.${fraction.padEnd(3, "0")}`);
  if (withZeros === undefined) return undefined;
  const [one, other] = [hundredths(withZeros), hundredths(`${joined}.${fraction}`)];
  return refuse(`'${echo(typed)}' kan twee bedragen zijn`, `bedoel je ${dutchAmount(one)} of ${dutchAmount(other)}?`);
}

const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
  "november", "december"];

/** A day with its year: `31-12-2026`, `31 december 2026` or `2026-12-31`. */
export function readDate(typed) {
  const text = typed.trim();
  const parts = text.toLowerCase().split(/[-/.\s]+/).filter(part => part);
  const [first, month, last] = parts;
  if (parts.length === 3 && /^[0-9]{4}$/.test(first)) return makeDay(last, month, first, text);
  if (parts.length === 3 && new TextEncoder().encode(last).length === 4) return makeDay(first, month, last, text);
  if (parts.length === 3 && /^[0-9]{2}$/.test(last)) {
    const meant = makeDay(first, month, "20" + last, text);
    if (meant.fault) return meant;
    return refuse(`het jaar in '${echo(text)}' is niet duidelijk`,
      `bedoel je ${dutchDate(meant.value)}? Typ het jaar met vier cijfers`);
  }
  return notADate(text);
}

const notADate = text => refuse(`'${echo(text)}' is geen datum`, "typ de dag, de maand en het jaar, zoals 31-12-2026");

function makeDay(dayTyped, monthTyped, yearTyped, text) {
  const [day, month, year] = [digits(dayTyped), digits(monthTyped) ?? monthByName(monthTyped), digits(yearTyped)];
  if (day === undefined || month === undefined || year === undefined || year < 1900 || year > 2200) return notADate(text);
  const made = calendarDay(year, month, day);
  if (made) return { value: made };
  const meant = month > 12 ? calendarDay(year, day, month) : undefined;
  if (!meant) return refuse(`de dag '${echo(text)}' bestaat niet`, "kijk op de kalender en typ de dag opnieuw");
  return refuse(`in '${echo(text)}' staat de maand voor de dag`, `bedoel je ${dutchDate(meant)}? Typ dan ${shortDate(meant)}`);
}

function digits(part) {
  return /^[0-9]{1,9}$/.test(part) ? Number(part) : undefined;
}

function monthByName(word) {
  if (word === "mrt") return 3;
  const at = MONTHS.findIndex(month => month === word || (word.length >= 3 && month.startsWith(word)));
  return at < 0 ? undefined : at + 1;
}

function calendarDay(year, month, day) {
  const found = new Date(Date.UTC(year, month - 1, day));
  const exists = found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  return exists ? new Day(found.toISOString().slice(0, 10)) : undefined;
}

/** The day behind `2026-11-24`, when there is one. */
export function readPlainDate(text) {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  return parts ? calendarDay(...parts.slice(1).map(Number)) : undefined;
}

/** `24 november 2026` */
export function dutchDate(day) {
  const [year, month, date] = day.text.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** `24-11-2026` */
export function shortDate(day) {
  return day.text.split("-").map(Number).reverse().join("-");
}

/** `1 vraag`, `3 vragen`. */
export function counted(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}

/** A sentence: a capital in front, a full stop behind. */
export function sentence(words) {
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]$/.test(text) ? text : text + ".";
}
