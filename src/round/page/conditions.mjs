// What the conditions of a questionnaire mean. The same language as in src/expression/evaluate.rs; tests/browser holds
// the two against each other.
//
// A value is a boolean, a bigint (hundredths), a string, a Day, an array, or a Map (a record). `undefined` means: not known.
import { minus, plus } from "./decimal.mjs";

/** A day of the calendar, as `2026-11-24`. */
export class Day {
  constructor(text) {
    this.text = text;
  }
}

/**
 * Whether a condition holds; what is not known does not hold.
 *
 * `facts` has `today`, `question(id)` with `places` (whom it asks one by one) and `when`, `answer(id, organisation)` with `value` or
 * `state`, `organisations` with `id`, `place` and `kind`, `kinds` and `candidates` (words), `successes`, `decisions` and `phase`.
 */
export function holds(condition, facts, organisation) {
  return evaluate(condition, facts, organisation) === true;
}

/** Whether a question is asked now. The answer to one that is not asked counts as absent. */
export function isAsked(id, facts, organisation) {
  const when = facts.question(id)?.when;
  return !when || holds(when, facts, organisation);
}

/** The name of a thing and what belongs to it, of `"Today"` as well as of `{"Not": …}`. */
export function tagged(thing) {
  return typeof thing === "string" ? [thing, undefined] : Object.entries(thing)[0];
}

/** What a formula yields. */
export function evaluate(formula, facts, organisation) {
  const value = inner => evaluate(inner, facts, organisation);
  const flag = inner => ofType(value(inner), "boolean");
  const number = inner => ofType(value(inner), "bigint");
  const [name, content] = tagged(formula);
  switch (name) {
    case "NotKnown": return undefined;
    case "Flag": case "Text": return content;
    case "Number": return BigInt(content);
    case "Threshold": return BigInt(content.value);
    case "Date": return new Day(content);
    case "Answer": return answerOf(fullId(content), facts);
    case "OwnAnswer": return organisation && askedAnswer(fullId(content), facts, organisation)?.value;
    case "Organisations": return ids(facts.organisations.filter(one => content === null ? one.place !== "vertrokken" : one.place === content));
    case "KindsPresent": return facts.kinds.filter(kind => kindsHeld(facts).includes(kind));
    case "KindsMissing": return facts.candidates.filter(kind => !kindsHeld(facts).includes(kind));
    case "Today": return facts.today;
    case "SuccessCount": return count(facts.successes);
    case "StepHolders": case "DepartedContacts": return undefined;
    case "DecisionCount": return count(facts.decisions);
    case "Phase": return facts.phase;
    case "OrganisationName": return organisation;
    case "Project": return facts.project[content] ?? undefined;
    case "Not": return negated(flag(content));
    case "And": return both(...content.map(flag));
    case "Or": return negated(both(...content.map(inner => negated(flag(inner)))));
    case "Compare": return compare(value(content[0]), content[1], value(content[2]));
    case "Contains": return contains(value(content.item), value(content.list));
    case "Plus": return reckon(plus, ...content.map(number));
    case "Minus": return reckon(minus, ...content.map(number));
    case "DaysBetween": return daysBetween(...content.map(value));
    case "Test": return passes(content[0], content[1], facts, organisation);
    case "Filter": return filter(...tagged(content[0]), content[1], facts, organisation);
    default: throw new Error("no such formula: " + name);
  }
}

const fullId = id => id.questionnaire + "." + id.local;
const ids = organisations => organisations.map(organisation => organisation.id);
const count = length => BigInt(length) * 100n;
const ofType = (value, type) => (typeof value === type ? value : undefined);
const negated = flag => (flag === undefined ? undefined : !flag);
const kopgroep = facts => facts.organisations.filter(organisation => organisation.place === "kopgroep");
const kindsHeld = facts => kopgroep(facts).map(organisation => organisation.kind);

/** An unknown side decides only what the other side leaves open. */
function both(left, right) {
  if (left === false || right === false) return false;
  return left && right ? true : undefined;
}

function reckon(operation, left, right) {
  return left === undefined || right === undefined ? undefined : operation(left, right);
}

/** The answer to a question that is asked now. */
function askedAnswer(id, facts, organisation) {
  const answer = facts.answer(id, organisation);
  return answer && isAsked(id, facts, organisation) ? answer : undefined;
}

function answerOf(id, facts) {
  if (!facts.question(id)?.places.length) return askedAnswer(id, facts)?.value;
  const given = row(id, facts).map(([, answer]) => answer?.value).filter(value => value !== undefined);
  return given.length ? given : undefined;
}

/** The organisations that are asked, each with its answer. */
function row(id, facts) {
  const { places } = facts.question(id);
  const there = facts.organisations.filter(organisation => places.includes(organisation.place));
  const asked = ids(there).filter(organisation => isAsked(id, facts, organisation));
  return asked.map(organisation => [organisation, facts.answer(id, organisation)]);
}

const settles = answer => answer?.value !== undefined || answer?.state === "not-applicable";

/** Below zero, zero or above it; nothing for what cannot be compared. */
function order(left, right) {
  if (left instanceof Day && right instanceof Day) return order(left.text, right.text);
  if (typeof left !== typeof right || !["boolean", "bigint", "string"].includes(typeof left)) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

const COMPARISONS = {
  Equal: found => found === 0,
  Unequal: found => found !== 0,
  Less: found => found < 0,
  AtMost: found => found <= 0,
  More: found => found > 0,
  AtLeast: found => found >= 0,
};

function compare(left, comparison, right) {
  const found = order(left, right);
  return found === undefined ? undefined : COMPARISONS[comparison](found);
}

function isSame(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (one instanceof Map && other instanceof Map) {
    return one.size === other.size && [...one].every(([name, value]) => isSame(value, other.get(name)));
  }
  return order(one, other) === 0;
}

function contains(item, list) {
  if (item === undefined || !Array.isArray(list)) return undefined;
  return list.some(one => isSame(one, item));
}

function daysBetween(left, right) {
  if (!(left instanceof Day && right instanceof Day)) return undefined;
  return count(Math.round((Date.parse(left.text) - Date.parse(right.text)) / 86_400_000));
}

function passes(test, inner, facts, organisation) {
  const value = () => evaluate(inner, facts, organisation);
  switch (test) {
    case "Given": return value() !== undefined;
    case "Unknown": return saidUnknown(inner, facts, organisation);
    case "Complete": {
      const answers = row(fullId(inner.Answer), facts);
      return answers.length > 0 && answers.every(([, answer]) => settles(answer));
    }
    case "Past": return compare(value(), "Less", facts.today);
    case "Upcoming": return compare(value(), "AtLeast", facts.today);
    default: throw new Error("no such test: " + test);
  }
}

function saidUnknown(inner, facts, organisation) {
  const isUnknown = answer => answer?.state === "unknown";
  const [name, content] = tagged(inner);
  if (name === "OwnAnswer") return isUnknown(organisation && askedAnswer(fullId(content), facts, organisation));
  if (name !== "Answer") return false;
  const id = fullId(content);
  if (!facts.question(id)?.places.length) return isUnknown(askedAnswer(id, facts));
  return row(id, facts).some(([, answer]) => isUnknown(answer));
}

function filter(name, argument, inner, facts, organisation) {
  const select = wanted => inner.Answer && ids(row(fullId(inner.Answer), facts)
    .filter(([, answer]) => wanted(answer)).map(([id]) => ({ id })));
  const numbered = test => select(answer => typeof answer?.value === "bigint" && test(answer.value, BigInt(argument)));
  switch (name) {
    case "Missing": return select(answer => !settles(answer));
    case "AtBest": return inner.Answer && atBest(row(fullId(inner.Answer), facts));
    case "Default": return evaluate(inner, facts, organisation) ?? BigInt(argument);
    case "AtMost": return numbered((number, most) => number <= most);
    case "AtLeast": return numbered((number, least) => number >= least);
    case "Who": {
      const wanted = evaluate(argument, facts, organisation);
      if (wanted === undefined) return undefined;
      return select(answer => isSame(answer?.value, wanted) || contains(wanted, answer?.value) === true);
    }
    default: {
      const items = evaluate(inner, facts, organisation);
      return Array.isArray(items) ? filterItems(name, argument, items, facts, organisation) : undefined;
    }
  }
}

const unique = items => items.filter((item, index) => items.findIndex(one => isSame(one, item)) === index);
/** The sum, if everyone who has not answered would answer the most that was answered. */
function atBest(answers) {
  const numbers = answers.map(([, answer]) => answer?.value).filter(value => typeof value === "bigint");
  if (!numbers.length) return undefined;
  const most = numbers.reduce((one, other) => (other > one ? other : one));
  return [...numbers, ...answers.filter(([, answer]) => !settles(answer)).map(() => most)].reduce(plus, 0n);
}

function filterItems(name, argument, items, facts, organisation) {
  const numbers = items.filter(item => typeof item === "bigint");
  const extreme = better => (numbers.length ? numbers.reduce((one, other) => (better(other, one) ? other : one)) : undefined);
  switch (name) {
    case "Length": return count(items.length);
    case "Sum": return numbers.reduce(plus, 0n);
    case "Smallest": return extreme((one, other) => one < other);
    case "Largest": return extreme((one, other) => one > other);
    case "Unique": return unique(items);
    case "Without": {
      const other = evaluate(argument, facts, organisation);
      return Array.isArray(other) ? items.filter(item => !contains(item, other)) : undefined;
    }
    case "Often": {
      const times = item => count(items.filter(one => isSame(one, item)).length);
      return unique(items.filter(item => times(item) >= BigInt(argument)));
    }
    case "Count": {
      const wanted = evaluate(argument, facts, organisation);
      return wanted === undefined ? undefined : count(items.filter(item => isSame(item, wanted)).length);
    }
    case "Where": {
      const [field, value] = argument;
      const wanted = evaluate(value, facts, organisation);
      return items.filter(item => item instanceof Map && isSame(item.get(field), wanted));
    }
    // What is said on the page is said today, so that it all comes still.
    case "Lasting": return items;
    case "Field": return items.flatMap(item => (item instanceof Map && item.has(argument) ? [item.get(argument)] : []));
    default: throw new Error("no such filter: " + name);
  }
}
