// From what stands in a field to the value of an answer, with the checks of `Kind::check`, and back.
//
// What stands in a field: a string for anything typed, `{ chosen, other }` for one choice ("*" is something else),
// `{ chosen, others }` for several, an array for a list, an array of records by field for a group.
import { tagged } from "./conditions.mjs";
import { dutchAmount, dutchNumber } from "./decimal.mjs";
import { echo, readAmount, readDate, readHours, readNumber, refuse, shortDate, withoutUnit } from "./notation.mjs";

export const OTHER = "*";
const LONGEST_TEXT = 64 * 1024;
export const MOST_ITEMS = 1000;

/** An empty field of this kind. */
export function blank(kind) {
  const [name] = tagged(kind);
  switch (name) {
    case "Choice": case "Organisation": return { chosen: "", other: "" };
    case "Choices": case "Organisations": return { chosen: [], others: [] };
    case "List": case "Group": return [];
    default: return "";
  }
}

/** Whether what stood in a field can stand in a field of this kind. */
export function isFor(kind, input) {
  const empty = blank(kind);
  if (typeof input !== typeof empty || Array.isArray(input) !== Array.isArray(empty)) return false;
  return Array.isArray(empty) || typeof empty === "string" || Object.keys(empty).every(key => typeof input[key] === typeof empty[key]);
}

/**
 * What the answer is: nothing when the field is empty, `{ value }`, or `{ fault, tip }`. Faults of one typed field have
 * `own` set: the field tells them itself. `names` knows the organisations.
 */
export function read(kind, input, names) {
  const [name, details] = tagged(kind);
  switch (name) {
    case "Choice": return readChoice(input, text => optionOf(details.options, text));
    case "Organisation": return readChoice(input, text => names.idOf(text));
    case "Choices": return readSeveral(input, details, text => optionOf(details.options, text), id => labelOf(details.options, id));
    case "Organisations": return readSeveral(input, details, text => names.idOf(text), id => names.nameOf(id));
    case "List": return readList(input, details);
    case "Group": return readGroup(input, details, names);
    case "YesNo": return input && { value: input === "ja" };
    case "Scale": return input && { value: BigInt(input) * 100n };
    default: return input.trim() && own(readTyped(name, details, input));
  }
}

/** What is wrong only because somebody is still at it: told when the question is left. */
const unfinished = (fault, tip) => ({ ...refuse(fault, tip), unfinished: true });

const own = read => (read.fault ? { ...read, own: true } : read);

function readTyped(name, details, input) {
  switch (name) {
    case "Number": return within(readNumber(withoutUnit(input, details.unit)), details);
    case "Hours": return readHours(withoutUnit(input, details.unit));
    case "Amount": return readAmount(withoutUnit(input, details.unit));
    case "Date": return readDate(input);
    default: return readText(input);
  }
}

function readText(input) {
  const text = input.trim();
  if (new TextEncoder().encode(text).length <= LONGEST_TEXT) return { value: text };
  return refuse("de tekst is langer dan 64 KB", "maak de tekst korter, of verwijs naar een document");
}

function within(read, { min, max }) {
  if (read.fault) return read;
  const [least, most] = [min, max].map(bound => (bound === null ? null : BigInt(bound) * 100n));
  if (least !== null && read.value < least) {
    return refuse(`dat is minder dan ${dutchNumber(least)}`, `typ ${dutchNumber(least)} of meer`);
  }
  if (most !== null && read.value > most) {
    return refuse(`dat is meer dan ${dutchNumber(most)}`, `typ ${dutchNumber(most)} of minder`);
  }
  return read;
}

/** The id of the option that a text names, or the text itself. */
function optionOf(options, text) {
  const same = option => option.id === text || option.label.toLowerCase() === text.toLowerCase();
  return options.find(same)?.id ?? text;
}

function labelOf(options, id) {
  return options.find(option => option.id === id)?.label ?? id;
}

function readChoice({ chosen, other }, idOf) {
  if (chosen !== OTHER) return chosen && { value: chosen };
  if (!other.trim()) return unfinished("er staat nog niet wat het dan wel is", "vul dat in, of kies iets anders");
  const read = readText(other);
  return read.fault ? own(read) : { value: idOf(read.value) };
}

function readSeveral({ chosen, others }, details, idOf, wordsOf) {
  const typed = others.filter(other => other.trim()).map(readText);
  const fault = typed.find(read => read.fault);
  return fault ? own(fault) : several([...chosen, ...typed.map(read => idOf(read.value))], details, wordsOf);
}

function readList(input, details) {
  const items = input.filter(item => item.trim()).map(readText);
  const fault = items.find(read => read.fault);
  return fault ? own(fault) : several(items.map(read => read.value), details, words => words);
}

function several(items, details, wordsOf) {
  if (items.length === 0) return undefined;
  const twice = items.find((item, index) => items.indexOf(item) < index);
  if (twice === undefined) return tooMany(items, details) ?? { value: items };
  return refuse(`'${echo(wordsOf(twice))}' staat er twee keer`, "noem alles één keer");
}

function tooMany(items, details) {
  const most = Math.min(details.at_most ?? MOST_ITEMS, MOST_ITEMS);
  return items.length > most ? refuse(`dat zijn er te veel: hooguit ${most}`, "kies wat het zwaarst weegt") : undefined;
}

function readGroup(input, details, names) {
  const records = [];
  for (const record of input) {
    const read = readRecord(record, details.fields, names);
    if (read?.fault) return read;
    if (read) records.push(read.value);
  }
  return records.length ? tooMany(records, details) ?? { value: records } : undefined;
}

function readRecord(record, fields, names) {
  const values = new Map();
  for (const field of fields) {
    const found = read(field.kind, record[field.id] ?? blank(field.kind), names);
    if (found?.fault) return { ...found, fault: found.own ? found.fault : `bij '${field.label}': ${found.fault}` };
    if (found) values.set(field.id, found.value);
  }
  if (values.size === 0) return undefined;
  return values.has(fields[0].id) ? { value: values } : unfinished(`'${fields[0].label}' is nog leeg`, "vul dat veld eerst in");
}

/** What stands in the field for a value. */
export function written(kind, value, names) {
  const [name, details] = tagged(kind);
  const isOption = id => details.options.some(option => option.id === id);
  switch (name) {
    case "YesNo": return value ? "ja" : "nee";
    case "Scale": case "Number": case "Hours": return dutchNumber(value);
    case "Amount": return dutchAmount(value).slice(2);
    case "Date": return shortDate(value);
    case "Choice": return one(value, isOption(value), value);
    case "Organisation": return one(value, names.isListed(value), names.nameOf(value));
    case "Choices": return parted(value, isOption, id => id);
    case "Organisations": return parted(value, id => names.isListed(id), id => names.nameOf(id));
    case "Group": return value.map(record => Object.fromEntries(details.fields
      .filter(field => record.has(field.id))
      .map(field => [field.id, written(field.kind, record.get(field.id), names)])));
    default: return value;
  }
}

function one(value, isListed, words) {
  return isListed ? { chosen: value, other: "" } : { chosen: OTHER, other: words };
}

function parted(values, isListed, words) {
  return { chosen: values.filter(isListed), others: values.filter(value => !isListed(value)).map(words) };
}

