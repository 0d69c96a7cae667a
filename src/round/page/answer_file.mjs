// The answer file: the text that goes back to the one who asked, and what is read from one.
import { Day, tagged } from "./conditions.mjs";
import { hundredths, plainNumber } from "./decimal.mjs";
import { counted, readPlainDate } from "./notation.mjs";
import { read, written } from "./reading.mjs";
import toml from "./smol-toml/index.cjs";

const ID = /^[a-z](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/**
 * The text of the answer file. `answers` are `{ question, value or state, note, given, by }`; `named` the organisations
 * that come along, with their place.
 */
export function writeAnswers(page, by, answers, named) {
  const { request } = page;
  const lines = [`schema = ${page.schema}`, `regio = ${quoted(page.regio)}`, "", "[request]"];
  lines.push(`id = ${quoted(request.id)}`, `project = ${quoted(request.project)}`);
  lines.push(`organisation = ${quoted(page.organisation.id)}`, `name = ${quoted(page.organisation.name)}`);
  if (by) lines.push(`by = ${quoted(by)}`);
  lines.push("", "[request.version]", ...Object.entries(request.versions).map(([id, version]) => `${id} = ${quoted(version)}`));
  for (const { id, name, place } of named) {
    lines.push("", "[[organisation]]", `id = ${quoted(id)}`, `name = ${quoted(name)}`, `place = ${quoted(place)}`);
  }
  for (const answer of answers) lines.push("", ...answerLines(page, answer));
  return lines.join("\n") + "\n";
}

function answerLines(page, { question, value, state, note, given, by }) {
  const said = value === undefined ? `state = ${quoted(state)}` : `value = ${literal(question.kind, value)}`;
  const lines = [`# ${oneLine(question.ask)}`, `[answer.${question.id}.${page.organisation.id}]`, said];
  if (given) lines.push(`given = ${given}`);
  if (by) lines.push(`by = ${quoted(by)}`);
  lines.push(`revision = ${question.revision}`);
  if (note) lines.push(`note = ${text(note)}`);
  return lines;
}

function literal(kind, value) {
  const [name, details] = tagged(kind);
  if (name === "Amount") return quoted(plainNumber(value));
  if (name === "Group") {
    const fields = record => details.fields.filter(field => record.has(field.id));
    const entry = record => field => `${field.id} = ${literal(field.kind, record.get(field.id))}`;
    return `[\n${value.map(record => `  { ${fields(record).map(entry(record)).join(", ")} },\n`).join("")}]`;
  }
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  if (value instanceof Day) return value.text;
  if (typeof value === "bigint") return plainNumber(value);
  return name === "LongText" ? text(value) : typeof value === "string" ? quoted(value) : String(value);
}

/** A text on as many lines as it has. */
function text(words) {
  return words.includes("\n") ? `"""\n${escaped(words, "\n")}"""` : quoted(words);
}

function quoted(words) {
  return `"${escaped(words, "")}"`;
}

/** Signs that cannot be seen are written by their number, so that nothing hides in the file. */
function escaped(words, kept) {
  const signs = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };
  return (words.toWellFormed?.() ?? words).replace(/[\\"\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, sign => {
    if (kept.includes(sign)) return sign;
    return signs[sign] ?? `\\U${sign.codePointAt(0).toString(16).toUpperCase().padStart(8, "0")}`;
  });
}

function oneLine(words) {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}

/** Why a file cannot be used, in Dutch. */
export class Unfit extends Error {}

/**
 * Reads an answer file for this page: `by`, the `answers` by the id of their question, and `remarks` on what was left
 * aside. New organisations go into `names`.
 */
export function readAnswers(source, page, names) {
  const file = parse(source);
  refuseOthers(file, page);
  for (const { id, name } of list(file.organisation)) {
    if (ID.test(id) && typeof name === "string" && name.trim()) names.add(id, name.trim());
  }
  const found = { by: typeof file.request.by === "string" ? file.request.by : "", answers: {}, remarks: remarksOn(file, page) };
  const strangers = new Set();
  for (const [id, table] of answerTables(file, page)) {
    const question = page.questions.find(one => one.id === id);
    if (!question) strangers.add(id);
    else takeAnswer(question, table, names, found);
  }
  if (strangers.size) {
    const count = counted(strangers.size, "antwoord hoort", "antwoorden horen");
    found.remarks.push(`${count} bij een vraag die niet op deze pagina staat. Dat is overgeslagen.`);
  }
  return found;
}

function parse(source) {
  try {
    return toml.parse(source.replace(/^\ufeff/, ""), { integersAsBigInt: "asNeeded" });
  } catch (error) {
    const place = error instanceof toml.TomlError ? ` Kijk op regel ${error.line}.` : "";
    throw new Unfit(`Dit bestand kan ik niet lezen: er staat ergens een teken te veel of te weinig.${place}`);
  }
}

function refuseOthers(file, page) {
  if (Number(file.schema ?? 1) > page.schema) {
    throw new Unfit("Dit bestand is gemaakt met een nieuwere regio. Vraag om een nieuwe pagina en laad het bestand daar.");
  }
  if (!isTable(file.request)) {
    throw new Unfit("Dit is geen antwoordbestand van deze pagina. Kies een bestand dat begint met 'antwoorden-'.");
  }
  if (file.request.project !== page.request.project) {
    throw new Unfit("Dit bestand hoort bij een andere samenwerking.");
  }
  if (file.request.organisation !== page.organisation.id) {
    const name = typeof file.request.name === "string" ? ` (${file.request.name})` : "";
    throw new Unfit(`Dit bestand is van een andere organisatie${name}.`);
  }
}

function remarksOn(file, page) {
  const versions = isTable(file.request.version) ? file.request.version : {};
  const differs = Object.entries(page.request.versions).some(([id, version]) => id in versions && versions[id] !== version);
  return differs ? ["De vragen zijn sindsdien veranderd. Kijk na of je antwoorden nog kloppen."] : [];
}

const isTable = thing => typeof thing === "object" && thing !== null && !Array.isArray(thing) && !(thing instanceof Date);
const list = thing => (Array.isArray(thing) ? thing.filter(isTable) : []);
const tables = thing => (isTable(thing) ? Object.entries(thing).filter(([, inner]) => isTable(inner)) : []);

function answerTables(file, page) {
  return tables(file.answer).flatMap(([questionnaire, questions]) => tables(questions).flatMap(([question, owners]) =>
    tables(owners).filter(([owner]) => owner === page.organisation.id).map(([, table]) => [`${questionnaire}.${question}`, table])));
}

/** Takes one answer as it stands in a file. */
export function takeAnswer(question, table, names, found) {
  const note = typeof table.note === "string" ? table.note : "";
  const stamp = { given: moment(table.given), by: typeof table.by === "string" ? table.by : "" };
  if (table.value === undefined) {
    const state = ["unknown", "not-applicable"].includes(table.state) ? table.state : "";
    if (state || note) found.answers[question.id] = { state, note, ...stamp };
    return;
  }
  const value = fromFile(question.kind, table.value, names);
  const input = value === undefined ? undefined : written(question.kind, value, names);
  if (input === undefined || read(question.kind, input, names)?.value === undefined) {
    found.remarks.push(`Het antwoord bij '${question.label}' past niet bij de vraag. Dat is overgeslagen.`);
    return;
  }
  found.answers[question.id] = { input, state: "", note, ...stamp };
}

function moment(given) {
  if (typeof given === "string") return given;
  return given instanceof toml.TomlDate && given.isDateTime() ? given.toISOString().replace(/\.000(?=[Z+-])/, "") : undefined;
}

/** The value behind what stands in a file; nothing when it is of another shape. */
function fromFile(kind, raw, names) {
  const [name, details] = tagged(kind);
  const string = typeof raw === "string" ? raw : undefined;
  const among = (items, isRight) => (Array.isArray(items) && items.every(isRight) ? items : undefined);
  const isOption = id => typeof id === "string" && (details.other || details.options.some(option => option.id === id));
  switch (name) {
    case "YesNo": return typeof raw === "boolean" ? raw : undefined;
    case "Date": return readPlainDate(raw instanceof toml.TomlDate ? raw.toISOString() : String(raw));
    case "Amount": return string === undefined ? number(raw) : hundredths(string);
    case "Number": case "Hours": return number(raw);
    case "Scale": return level(number(raw), details.levels.length);
    case "Choice": return isOption(raw) ? raw : undefined;
    case "Choices": return among(raw, isOption);
    case "List": return among(raw, item => typeof item === "string");
    case "Organisation": return names.knows(raw) ? raw : undefined;
    case "Organisations": return among(raw, id => names.knows(id));
    case "Group": return group(details.fields, raw, names);
    default: return string;
  }
}

function number(raw) {
  if (typeof raw === "bigint") return raw * 100n;
  if (typeof raw !== "number" || !Number.isFinite(raw)) return undefined;
  return Number.isInteger(raw) ? BigInt(raw) * 100n : hundredths(String(raw));
}

function level(found, most) {
  return found !== undefined && found % 100n === 0n && found >= 100n && found <= BigInt(most) * 100n ? found : undefined;
}

function group(fields, raw, names) {
  if (!Array.isArray(raw) || !raw.every(isTable)) return undefined;
  const records = raw.map(item => new Map(fields.filter(field => item[field.id] !== undefined)
    .map(field => [field.id, fromFile(field.kind, item[field.id], names)])));
  return records.some(record => [...record.values()].includes(undefined)) ? undefined : records;
}
