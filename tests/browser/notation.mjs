// Reads what people type as the page does, and prints it.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , folder, file] = process.argv;
const { printed, readAmount, readDate, readHours, readNumber, withoutUnit } = await import(pathToFileURL(folder + "/notation.mjs"));
const readers = { amount: readAmount, date: readDate, hours: readHours, "hours a month": typed => readHours(withoutUnit(typed, "uur per maand")), number: readNumber, text: typed => ({ value: printed(typed) }) };
const said = JSON.parse(await readFile(file, "utf8")).map(([kind, typed]) => {
  const { value, fault, tip } = readers[kind](typed);
  return fault ? { fault, tip } : { value: value.text ?? String(value) };
});
process.stdout.write(JSON.stringify(said));
