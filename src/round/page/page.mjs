// The page as a whole: what was said, what is shown, what is still open, and the way out as a file.
import { Unfit, readAnswers, takeAnswer, writeAnswers } from "./answer_file.mjs";
import { isAsked, tagged } from "./conditions.mjs";
import { element, paragraphs } from "./elements.mjs";
import { now, today } from "./moment.mjs";
import { Names } from "./names.mjs";
import { counted } from "./notation.mjs";
import { anchor, questionBlock } from "./question.mjs";
import { blank, isFor, read } from "./reading.mjs";
import { Store } from "./store.mjs";

const page = JSON.parse(document.getElementById("gegevens").textContent);
page.questions = page.sections.flatMap(section => section.questions);
const at = id => document.getElementById(id);
const store = new Store(`regio:${page.request.project}:${page.request.phase}:${page.organisation.id}`);
const fileName = `antwoorden-${page.organisation.id}.toml`;
const LARGEST_FILE = 4 * 1024 * 1024;
const blocks = new Map();
const sections = new Map();

let said = {};
let by = "";
let names = new Names(page.organisations);
let unsaved = false;
let announced = 0;
const alreadyRead = new Map();

const facts = {
  question: id => {
    const question = page.questions.find(one => one.id === id);
    return question && { perOrganisation: !question.together, when: question.when };
  },
  answer: id => said[id] && (said[id].state ? { state: said[id].state } : { value: found(id)?.value }),
  get today() { return today(); },
};

const questionOf = id => page.questions.find(question => question.id === id);

/** What stands in the field of a question, read once for every change. */
function found(id) {
  if (!alreadyRead.has(id)) alreadyRead.set(id, read(questionOf(id).kind, said[id].input, names) || undefined);
  return alreadyRead.get(id);
}

const asked = () => page.questions.filter(question => isAsked(question.id, facts, page.organisation.id));
const nothing = question => ({ input: blank(question.kind), state: "", note: "", given: undefined, by: "" });
const isFilled = question => said[question.id].state !== "" || found(question.id) !== undefined;
const isFaulty = question => said[question.id].state === "" && found(question.id)?.fault !== undefined;

/** Tells a screen reader something, politely. */
function announce(words) {
  at("melding").textContent = words;
}

function begin() {
  said = Object.fromEntries(page.questions.map(question => [question.id, nothing(question)]));
  names = new Names(page.organisations, page.named.map(one => ({ ...one })));
  take(earlierAnswers());
  const kept = store.load();
  if (kept) {
    by = kept.by;
    kept.others.forEach(({ id, name }) => names.add(id, name));
    take(kept.answers, (question, answer) => isFor(question.kind, answer.input));
  }
  at("naam").value = by;
  show();
  update();
}

/** What this organisation answered before, when that was sent along. */
function earlierAnswers() {
  const earlier = { answers: {}, remarks: [] };
  for (const [id, table] of Object.entries(page.earlier)) takeAnswer(questionOf(id), table, names, earlier);
  return earlier.answers;
}

/** Takes answers that fit their questions: a page that was made anew may ask otherwise than the one that kept them. */
function take(answers, fits = () => true) {
  for (const question of page.questions) {
    const answer = answers[question.id];
    if (answer && fits(question, answer)) said[question.id] = { ...nothing(question), ...answers[question.id] };
  }
}

function show() {
  const parts = page.sections.map((section, index) => {
    const id = "deel-" + (index + 1);
    const inside = section.questions.map(question => {
      const block = questionBlock(question, said[question.id], { names, announce }, part => change(question, part));
      blocks.set(question.id, block);
      return block;
    });
    const part = element("section", { "aria-labelledby": id }, element("h2", { id }, section.title), paragraphs(section.intro), inside);
    sections.set(section, part);
    return part;
  });
  at("vragen").replaceChildren(...parts);
}

function change(question, part) {
  said[question.id] = { ...said[question.id], ...part, given: now(), by };
  keep();
  update();
}

function keep() {
  unsaved = true;
  store.save({ by, others: names.others, answers: said });
  if (store.works && Date.now() - announced > 120_000) {
    announced = Date.now();
    announce("Bewaard in deze browser.");
  }
  const time = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  at("bewaard").textContent = store.works ? `Bewaard in deze browser om ${time}.` : "";
}

function update() {
  alreadyRead.clear();
  const shown = asked();
  for (const question of page.questions) {
    const block = blocks.get(question.id);
    block.hidden = !shown.includes(question);
    block.tell(found(question.id), said[question.id].state);
  }
  sections.forEach((part, section) => (part.hidden = !section.questions.some(question => shown.includes(question))));
  const [faulty, open] = [shown.filter(isFaulty), shown.filter(question => !isFilled(question))];
  const done = shown.length - faulty.length - open.length;
  const total = counted(shown.length, "vraag", "vragen");
  at("voortgang").textContent = `${done} van de ${total} ingevuld.`;
  at("niet-bewaard").hidden = store.works;
  tellOpen("kijk-na", faulty);
  tellOpen("nog-open", open);
  at("alles-klaar").hidden = faulty.length + open.length > 0;
}

function tellOpen(id, questions) {
  at(id).hidden = questions.length === 0;
  const links = questions.map(question => element("li", {}, element("a", { href: "#" + anchor(question), dir: "auto" }, question.ask)));
  const list = at(id + "-lijst");
  if (list.textContent !== links.map(link => link.textContent).join("")) list.replaceChildren(...links);
  at(id + "-aantal").textContent = counted(questions.length, "vraag", "vragen");
}

/** The answers that go into the file: of questions that are asked now and that hold something. */
function answersToWrite() {
  return asked().flatMap(question => {
    const { state, note, given, by: author } = said[question.id];
    const value = state ? undefined : found(question.id)?.value;
    const remark = note.trim();
    if (value === undefined && !state && !remark) return [];
    return [{ question, value, state: state || "open", note: remark, given, by: author.trim() }];
  });
}

/** The organisations that the answers name and that are not of the page, with the place that the question gives them. */
function namedIn(answers) {
  const places = new Map();
  const visit = (kind, value) => {
    const [name, details] = tagged(kind);
    if (name === "Group") {
      value.forEach(record => details.fields.forEach(field => record.has(field.id) && visit(field.kind, record.get(field.id))));
    } else if (name === "Organisation" || name === "Organisations") {
      [value].flat().filter(id => !names.isListed(id) && !places.has(id)).forEach(id => places.set(id, details.place ?? "stakeholder"));
    }
  };
  answers.filter(answer => answer.value !== undefined).forEach(answer => visit(answer.question.kind, answer.value));
  const known = new Set(page.named.map(one => one.id));
  return [...places].filter(([id]) => !known.has(id)).map(([id, place]) => ({ id, name: names.nameOf(id), place }));
}

function saveFile() {
  const answers = answersToWrite();
  const text = writeAnswers(page, by.trim(), answers, namedIn(answers));
  const address = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  const link = element("a", { href: address, download: fileName, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  unsaved = false;
  const faulty = asked().filter(isFaulty).length;
  at("gedaan").replaceChildren(...paragraphs([
    `Het bestand ${fileName} staat bij je downloads. Mail het als bijlage terug.`,
    faulty && leftOut(faulty),
    !by.trim() && "Je naam staat er nog niet bij. Vul bovenaan in wie dit invult en bewaar het bestand dan nog een keer.",
  ].filter(line => line).join("\n")));
}

function leftOut(count) {
  const words = counted(count, "antwoord is nog niet goed en gaat", "antwoorden zijn nog niet goed en gaan");
  return `${words} niet mee. Kijk bij 'Nog na te kijken'.`;
}

async function loadFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  if (file.size > LARGEST_FILE) {
    event.target.value = "";
    tellLoaded(["Dit bestand is te groot om een antwoordbestand te zijn."]);
    return;
  }
  const read = { names: new Names(page.organisations, names.others.map(one => ({ ...one }))) };
  try {
    Object.assign(read, readAnswers(await file.text(), page, read.names));
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    tellLoaded([error.message]);
    return;
  } finally {
    event.target.value = "";
  }
  const replaced = page.questions.filter(question => read.answers[question.id] && isFilled(question) && differs(question, read));
  const count = counted(replaced.length, "vraag", "vragen");
  if (replaced.length === 0) takeFile(read);
  else ask("laden", `Laden vervangt wat hier staat bij ${count}.`, "Ja, laad het bestand", () => takeFile(read));
}

function differs(question, read) {
  const { input, state = "" } = read.answers[question.id];
  const now = said[question.id];
  return state !== now.state || (!state && JSON.stringify(input) !== JSON.stringify(now.input));
}

function takeFile(read) {
  names = read.names;
  by = by || read.by;
  at("naam").value = by;
  take(read.answers);
  keep();
  show();
  update();
  const count = counted(Object.keys(read.answers).length, "antwoord", "antwoorden");
  tellLoaded([`Geladen: ${count}.`, ...read.remarks]);
}

function tellLoaded(lines) {
  at("geladen").replaceChildren(...lines.map(line => element("p", {}, line)));
}

/** Asks whether something that cannot be undone may happen. */
function ask(id, words, yes, act) {
  const place = at(id + "-zeker");
  const close = () => {
    place.replaceChildren();
    at(id).focus();
  };
  const agree = element("button", { type: "button", class: "danger", onclick: () => {
    act();
    close();
  } }, yes);
  const refuse = element("button", { type: "button", class: "quiet", onclick: close }, "Nee, laat alles staan");
  place.replaceChildren(element("p", {}, words), agree, " ", refuse);
  refuse.focus();
}

function clear() {
  ask("wissen", "Alles wat je op deze pagina invulde, gaat weg uit deze browser. Een bestand dat je bewaarde, blijft.", "Ja, wis alles", () => {
    store.clear();
    by = "";
    begin();
    at("bewaard").textContent = "";
    announce("Alles is gewist.");
  });
}

function nameChanged() {
  by = at("naam").value;
  for (const answer of Object.values(said)) if (answer.given && !answer.by) answer.by = by;
  keep();
}

at("naam").addEventListener("input", nameChanged);
at("bewaar").addEventListener("click", saveFile);
at("laden").addEventListener("change", loadFile);
at("wissen").addEventListener("click", clear);
at("afdrukken").addEventListener("click", () => window.print());
addEventListener("storage", event => {
  if (event.key === store.key) at("ander-venster").hidden = false;
});
addEventListener("beforeunload", event => {
  if (unsaved && !store.works) event.preventDefault();
});

begin();
at("blad").hidden = false;
