// The page as a whole: what is shown, what is still open, and the way out as a file and in again.
import { Unfit, readAnswers, writeAnswers } from "./answer_file.mjs";
import { Answers } from "./answers.mjs";
import { element, paragraphs } from "./elements.mjs";
import { Names } from "./names.mjs";
import { counted } from "./notation.mjs";
import { anchor, questionBlock } from "./question.mjs";
import { Store } from "./store.mjs";

const LARGEST_FILE = 4 * 1024 * 1024;
/** A screen reader is told so often at most that all is kept, in milliseconds. */
const BETWEEN_TELLING = 120_000;

const at = id => document.getElementById(id);
const page = JSON.parse(at("gegevens").textContent);
page.questions = page.sections.flatMap(section => section.questions);
const answers = new Answers(page);
const store = new Store(`regio:${page.request.project}:${page.request.phase}:${page.organisation.id}`);
const fileName = `antwoorden-${page.organisation.id}.toml`;
const blocks = new Map();
const sections = new Map();
let unsaved = false;
let told = 0;

/** Tells a screen reader something, politely. */
function announce(words) {
  at("melding").textContent = words;
}

/** Builds the questions anew, with what was said to them. */
function show() {
  at("naam").value = answers.by;
  at("vragen").replaceChildren(...page.sections.flatMap((section, index) => {
    const id = "deel-" + (index + 1);
    const inside = section.questions.map(question => {
      const tools = { names: answers.names, announce };
      const block = questionBlock(question, answers.said[question.id], tools, part => change(question, part));
      blocks.set(question, block);
      return block;
    });
    const part = element("section", { "aria-labelledby": id }, element("h2", { id }, section.title), paragraphs(section.intro), inside);
    sections.set(section, part);
    const isFirstExtra = section.is_extra && !page.sections[index - 1].is_extra;
    return isFirstExtra ? [extra(), part] : part;
  }));
  update();
}

/** Above what can be left out by who has little time. */
function extra() {
  const [title, words] = page.extra;
  return element("section", { class: "extra", "aria-labelledby": "extra" }, element("h2", { id: "extra" }, title), element("p", {}, words));
}

function change(question, part) {
  answers.change(question, part);
  keep();
  update();
}

function keep() {
  unsaved = true;
  store.save(answers.content());
  if (store.works && Date.now() - told > BETWEEN_TELLING) {
    told = Date.now();
    announce("Bewaard in deze browser.");
  }
  const time = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  at("bewaard").textContent = store.works ? `Bewaard in deze browser om ${time}.` : "";
}

/** Shows what is asked now, what is wrong with it, and what is still open. */
function update() {
  const asked = answers.asked();
  for (const [question, block] of blocks) {
    block.hidden = !asked.includes(question);
    block.tell(answers.found(question), answers.said[question.id].state);
  }
  sections.forEach((part, section) => (part.hidden = !section.questions.some(question => asked.includes(question))));
  const faulty = asked.filter(question => answers.isFaulty(question));
  const open = asked.filter(question => !answers.isFilled(question));
  const total = counted(asked.length, "vraag", "vragen");
  at("voortgang").textContent = `${asked.length - faulty.length - open.length} van de ${total} ingevuld.`;
  at("balk").max = Math.max(asked.length, 1);
  at("balk").value = asked.length - faulty.length - open.length;
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

function saveFile() {
  const written = answers.toWrite();
  const text = writeAnswers(page, answers.by.trim(), written, answers.named(written));
  const address = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
  const link = element("a", { href: address, download: fileName, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  unsaved = false;
  tellSaved(answers.asked().filter(question => answers.isFaulty(question)).length);
}

function tellSaved(faulty) {
  const left = counted(faulty, "antwoord is nog niet goed en gaat", "antwoorden zijn nog niet goed en gaan");
  const lines = [
    `Het bestand ${fileName} staat bij je downloads. Mail het als bijlage terug.`,
    faulty > 0 && `${left} mee als opmerking. Kijk bij 'Nog na te kijken'.`,
    !answers.by.trim() && "Je naam staat er nog niet bij. Vul bovenaan in wie dit invult en bewaar het bestand dan nog een keer.",
  ];
  tell("gedaan", lines.filter(line => line));
}

function tell(id, lines) {
  at(id).replaceChildren(...lines.map(line => element("p", {}, line)));
}

async function loadFile(event) {
  const [file] = event.target.files;
  if (!file) return;
  const names = new Names(page.organisations, answers.names.others.map(one => ({ ...one })));
  try {
    if (file.size > LARGEST_FILE) throw new Unfit("Dit bestand is te groot om een antwoordbestand te zijn.");
    const found = readAnswers(await file.text(), page, names);
    const replaced = answers.replacedBy(found.answers).length;
    const count = counted(replaced, "vraag", "vragen");
    if (replaced === 0) takeFile(found, names);
    else ask("laden", `Laden vervangt wat hier staat bij ${count}.`, "Ja, laad het bestand", () => takeFile(found, names));
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    tell("geladen", [error.message]);
  } finally {
    // The same file may be chosen again.
    event.target.value = "";
  }
}

function takeFile(found, names) {
  answers.names = names;
  answers.take(found.answers);
  if (!answers.by) answers.by = found.by;
  keep();
  show();
  const count = counted(Object.keys(found.answers).length, "antwoord", "antwoorden");
  tell("geladen", [`Geladen: ${count}.`, ...found.remarks]);
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
  const words = "Alles wat je op deze pagina invulde, gaat weg uit deze browser. Een bestand dat je bewaarde, blijft.";
  ask("wissen", words, "Ja, wis alles", () => {
    store.clear();
    answers.begin();
    show();
    at("bewaard").textContent = "";
    announce("Alles is gewist.");
  });
}

at("naam").addEventListener("input", () => {
  answers.sign(at("naam").value);
  keep();
});
at("bewaar").addEventListener("click", saveFile);
at("laden").addEventListener("change", loadFile);
at("wissen").addEventListener("click", clear);
at("afdrukken").addEventListener("click", () => window.print());
// A browser may not tell a window that lies behind another one: whoever comes back looks for himself.
addEventListener("focus", () => {
  if (store.changedElsewhere()) at("ander-venster").hidden = false;
});
addEventListener("storage", event => {
  if (event.key === store.key) at("ander-venster").hidden = false;
});
addEventListener("beforeunload", event => {
  if (unsaved && !store.works) event.preventDefault();
});

const kept = store.load();
if (kept) answers.restore(kept);
show();
at("blad").hidden = false;
