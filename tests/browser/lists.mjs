// Reads what people type at a list as the page does, and prints it.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , folder, file] = process.argv;
const { read } = await import(pathToFileURL(folder + "/reading.mjs"));
const { options, typed } = JSON.parse(await readFile(file, "utf8"));
const said = typed.map(other => read({ Choice: { options, other: true } }, { chosen: "*", other }).value ?? null);
process.stdout.write(JSON.stringify(said));
