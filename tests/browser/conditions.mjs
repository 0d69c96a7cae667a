// Evaluates conditions as the page does, and prints where it differs from what the program found.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [, , folder, file] = process.argv;
const { Day, evaluate, isAsked } = await import(pathToFileURL(folder + "/conditions.mjs"));
const { candidates, formulas, kinds, questions, worlds } = JSON.parse(await readFile(file, "utf8"));

/** The value behind what the program wrote, such as `{"Number": "250"}`. */
function value(written) {
  if (written === null) return undefined;
  const [[name, content]] = Object.entries(written);
  switch (name) {
    case "Number": return BigInt(content);
    case "Date": return new Day(content);
    case "List": return content.map(value);
    case "Record": return new Map(Object.entries(content).map(([key, inner]) => [key, value(inner)]));
    default: return content;
  }
}

const answer = written => written && { ...written, value: written.value === undefined ? undefined : value(written.value) };

function factsOf(world) {
  const answers = new Map(world.answers.map(([id, organisation, said]) => [`${id} ${organisation ?? ""}`, answer(said)]));
  return {
    ...world, kinds, candidates, today: new Day(world.today),
    question: id => (world.questions ?? questions)[id],
    answer: (id, organisation) => answers.get(`${id} ${organisation ?? ""}`),
  };
}

const counts = { true: 0, false: 0, undefined: 0 };
const differences = [];
for (const [index, world] of worlds.entries()) {
  const facts = factsOf(world);
  for (const [formula, organisation, expected] of world.conditions) {
    const found = evaluate(formulas[formula].formula, facts, organisation ?? undefined);
    counts[found] += 1;
    const name = formulas[formula].name;
    if (found !== (expected ?? undefined)) differences.push(`${index} ${name} of ${organisation}: ${found}, not ${expected}`);
  }
  for (const [id, organisation, expected] of world.asked) {
    const found = facts.question(id) !== undefined && isAsked(id, facts, organisation ?? undefined);
    counts[found] += 1;
    if (found !== expected) differences.push(`${index} ${id} asked of ${organisation}: ${found}, not ${expected}`);
  }
}
process.stdout.write(JSON.stringify({ counts, differences: differences.slice(0, 20) }));
