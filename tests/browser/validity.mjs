// Every page of a folder held against the HTML standard by the Nu Html Checker, all in one run of Java.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";

const [, , folder] = process.argv;
const checker = String(createRequire(import.meta.url)("vnu-jar"));

// What the checker says that is not so; each with the reason why.
const MISTAKEN = [
  // Sizing a field to its content is in CSS Basic User Interface Level 4; the checker does not know it. Elsewhere it does nothing.
  /^CSS: “field-sizing”: Property “field-sizing” doesn't exist\.$/,
  // It does not work out the hash that lets one script and one style through, and takes data for a script. The stories in
  // the browser fail when the policy holds anything back.
  /^Inline (script|style) violates Content Security Policy \(meta tag\): blocked by “(script|style)-src” directive \(missing “‘unsafe-inline’” or nonce\/hash\)\.$/,
];

const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith(".html"));
assert.ok(pages.length > 160, `only ${pages.length} pages`);
const options = ["--format", "json", "--exit-zero-always", "--skip-non-html"];
const run = spawnSync("java", ["-jar", checker, ...options, folder], { encoding: "utf8", maxBuffer: 2 ** 28 });
assert.equal(run.status, 0, run.stderr.slice(0, 2000));

const said = JSON.parse(run.stderr).messages.filter(one => one.type !== "info" || one.subType === "warning");
const real = said.filter(one => !MISTAKEN.some(mistaken => mistaken.test(one.message)));
const words = real.map(one => `${one.url.slice(-60)}:${one.lastLine} ${one.message} ${one.extract?.trim()}`);
assert.equal(words.length, 0, `${words.length} faults\n${words.slice(0, 20).join("\n")}`);
// Where nothing at all is found it may be that nothing was read; the page of a round has what is named above.
for (const mistaken of MISTAKEN) assert.ok(said.some(one => mistaken.test(one.message)), `needless: ${mistaken}`);
console.log(`${pages.length} pages are valid`);
