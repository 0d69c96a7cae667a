// What was said on the page: to each question what stands in its field, or why there is no answer.
import { takeAnswer } from "./answer_file.mjs";
import { isAsked, tagged } from "./conditions.mjs";
import { now, today } from "./moment.mjs";
import { Names } from "./names.mjs";
import { blank, isFor, read } from "./reading.mjs";

export class Answers {
  constructor(page) {
    this.page = page;
    this.begin();
  }

  /** As the page came: with what this organisation answered before, when that was sent along. */
  begin() {
    this.by = "";
    this.said = Object.fromEntries(this.page.questions.map(question => [question.id, nothing(question)]));
    this.names = new Names(this.page.organisations, this.page.named.map(one => ({ ...one })));
    const earlier = { answers: {}, remarks: [] };
    for (const question of this.page.questions) {
      const table = this.page.earlier[question.id];
      if (table) takeAnswer(question, table, this.names, earlier);
    }
    this.take(earlier.answers);
  }

  /** What a browser keeps. */
  content() {
    return { by: this.by, others: this.names.others, answers: this.said };
  }

  /** Takes back what the browser kept, where it fits: a page that was made anew may ask otherwise. */
  restore({ by, others, answers }) {
    this.by = by;
    others.forEach(({ id, name }) => this.names.add(id, name));
    this.take(answers, (question, answer) => isFor(question.kind, answer.input));
  }

  take(answers, fits = () => true) {
    for (const question of this.page.questions) {
      const answer = answers[question.id];
      if (answer && fits(question, answer)) this.said[question.id] = { ...nothing(question), ...answer };
    }
    this.forget();
  }

  change(question, part) {
    this.said[question.id] = { ...this.said[question.id], ...part, given: now(), by: this.by };
    this.forget();
  }

  /** Who fills it in, also for what was said before the name was. */
  sign(by) {
    const isOwn = answer => answer.given && (answer.by === "" || answer.by === this.by);
    Object.values(this.said).filter(isOwn).forEach(answer => (answer.by = by));
    this.by = by;
  }

  forget() {
    this.alreadyRead = new Map();
    this.alreadyAsked = undefined;
  }

  /** What stands in the field of a question, read once for every change. */
  found(question) {
    const { alreadyRead } = this;
    if (!alreadyRead.has(question.id)) {
      alreadyRead.set(question.id, read(question.kind, this.said[question.id].input, this.names) || undefined);
    }
    return alreadyRead.get(question.id);
  }

  /** The questions that are asked now. */
  asked() {
    const { page } = this;
    this.alreadyAsked ??= page.questions.filter(question => isAsked(question.id, this.facts(), page.organisation.id));
    return this.alreadyAsked;
  }

  facts() {
    const find = id => this.page.questions.find(question => question.id === id);
    return {
      today: today(),
      question: id => find(id) && { places: find(id).together ? [] : ["kopgroep"], when: find(id).when },
      answer: id => {
        const state = this.said[id]?.state;
        return this.said[id] && (state ? { state } : { value: this.found(find(id))?.value });
      },
    };
  }

  isFilled(question) {
    return this.said[question.id].state !== "" || this.found(question) !== undefined;
  }

  isFaulty(question) {
    return this.said[question.id].state === "" && this.found(question)?.fault !== undefined;
  }

  /**
   * The answers that go into the file: of questions that are asked now and that hold something. What cannot be read goes along as
   * the words that were typed.
   */
  toWrite() {
    return this.asked().flatMap(question => {
      const { state, input, note, given, by } = this.said[question.id];
      const value = state ? undefined : this.found(question)?.value;
      const typed = this.isFaulty(question) && `Ingevuld op de pagina: ${beginningOf(wordsIn(input))}`;
      const remark = [note.trim(), typed].filter(part => part).join("\n");
      if (value === undefined && !state && !remark) return [];
      return [{ question, value, state: state || "open", note: remark, given, by: by.trim() }];
    });
  }

  /** The organisations that answers name beside those of the page, with the place that the question gives them. */
  named(answers) {
    const places = new Map();
    const visit = (kind, value) => {
      const [name, details] = tagged(kind);
      if (name === "Group") {
        value.forEach(record => details.fields.forEach(field => record.has(field.id) && visit(field.kind, record.get(field.id))));
      } else if (name === "Organisation" || name === "Organisations") {
        const fresh = [value].flat().filter(id => !this.names.isListed(id) && !places.has(id));
        fresh.forEach(id => places.set(id, details.place ?? "stakeholder"));
      }
    };
    answers.filter(answer => answer.value !== undefined).forEach(answer => visit(answer.question.kind, answer.value));
    return [...places].map(([id, place]) => ({ id, name: this.names.nameOf(id), place }));
  }

  /** The questions whose answers here would give way to other ones that a file holds. */
  replacedBy(others) {
    const differs = (one, other) => one.state !== other.state || (!one.state && JSON.stringify(one.input) !== JSON.stringify(other.input));
    return this.page.questions.filter(question => {
      const other = others[question.id];
      return other && this.isFilled(question) && differs(this.said[question.id], { ...nothing(question), ...other });
    });
  }
}

function nothing(question) {
  return { input: blank(question.kind), state: "", note: "", given: undefined, by: "" };
}

function wordsIn(input) {
  return typeof input === "string" ? input.trim() : Object.values(input).map(wordsIn).filter(words => words).join("; ");
}

/** A remark is no place for a whole book. */
function beginningOf(words) {
  return words.length > 2_000 ? words.slice(0, 2_000) + " …" : words;
}
