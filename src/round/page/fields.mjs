// The fields of a question: one control for every kind of question. A field tells `change` what stands in it.
import { tagged } from "./conditions.mjs";
import { described, element } from "./elements.mjs";
import { sentence } from "./notation.mjs";
import { MOST_ITEMS, OTHER, blank, read } from "./reading.mjs";

/**
 * The field for an answer. `at` has the `id` of the field, the `label` that names it, `describedBy`, the `names` of the
 * organisations and `announce`, which tells a screen reader.
 */
export function field(kind, input, at, change) {
  const [name, details] = tagged(kind);
  switch (name) {
    case "YesNo": return picks("radio", [["ja", "Ja"], ["nee", "Nee"]], input, at, change);
    case "Scale": return picks("radio", details.levels.map((words, index) => [String(index + 1), `${index + 1}. ${words}`]), input, at, change);
    case "Choice": return choice(options(details), details.other && "Iets anders", input, at, change);
    case "Organisation": return choice(organisations(at), "Een andere organisatie", input, at, change);
    case "Choices": return choices(options(details), details.other && "iets anders", details.at_most, input, at, change);
    case "Organisations": return choices(organisations(at), "andere organisatie", details.at_most, input, at, change);
    case "List": return rows(details.item, details.at_most, input, at, change);
    case "Group": return group(details, input, at, change);
    default: return typed(kind, name, details ?? {}, input, at, change);
  }
}

const TOGETHER = ["YesNo", "Scale", "Choice", "Choices", "Organisation", "Organisations", "List", "Group"];

/** Whether the answer stands in one place to type in, so that what describes the question describes that place. */
export function isTyped(kind) {
  return !TOGETHER.includes(tagged(kind)[0]);
}

const options = details => details.options.map(option => [option.id, option.label, option.help, option.consequence, option.alone]);
const organisations = at => at.names.listed.map(organisation => [organisation.id, organisation.name]);
const capital = words => words.charAt(0).toUpperCase() + words.slice(1);

/** A part of a field, which says nothing of the whole again. */
const ALONE = { help: undefined, describedBy: undefined, inGroup: false };

const HINTS = {
  Number: "Een heel getal, bijvoorbeeld 12.",
  Hours: "Een aantal uren, bijvoorbeeld 4 of 2,5.",
  Amount: "Een bedrag in euro, bijvoorbeeld 1.250. Geen geld is 0.",
  Date: "Dag, maand en jaar, bijvoorbeeld 31-12-2026.",
};

/** A line or a piece of text, read when the field is left. */
function typed(kind, name, details, input, at, change) {
  const [hintId, unitId, faultId] = [at.id + "-vorm", at.id + "-eenheid", at.id + "-fout"];
  const hint = [at.help, HINTS[name]].filter(part => part).join(" ");
  const fault = element("p", { id: faultId, class: "fault", hidden: true });
  const isShort = name in HINTS;
  const isLine = name === "Text";
  const control = element(isShort ? "input" : "textarea", {
    id: at.id, dir: "auto", autocomplete: "off", class: (isShort && "short") || (isLine && "one-line"),
    type: isShort && "text",
    inputmode: (name === "Number" && "numeric") || (name === "Amount" && "decimal"),
    rows: !isShort && (isLine ? 1 : 4),
    "aria-describedby": described(at.describedBy, hint && hintId, details.unit && unitId, faultId),
  });
  control.value = input;
  const tell = found => {
    fault.hidden = !found?.fault;
    fault.textContent = found?.fault ? `${sentence(found.fault)} ${sentence(found.tip)}` : "";
    if (found?.fault) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  };
  const look = () => read(kind, control.value, at.names);
  control.addEventListener("input", () => {
    // One line may grow over several on the screen, but stays one.
    if (isLine && control.value.includes("\n")) control.value = control.value.replace(/\n+/g, " ");
    if (!look()?.fault) tell();
    change(control.value);
  });
  control.addEventListener("change", () => {
    tell(look());
    if (!fault.hidden) at.announce(fault.textContent);
  });
  tell(look());
  const label = element("label", { for: at.id, class: "label" }, at.label);
  const unit = details.unit && element("span", { id: unitId, class: "unit" }, details.unit);
  return element("div", { class: "field" }, label, hint && element("p", { id: hintId, class: "hint" }, hint),
    element("div", { class: "control" }, name === "Amount" && element("span", { class: "unit", "aria-hidden": "true" }, "€"), control, unit), fault);
}

/** Options of which one (`radio`) or more (`checkbox`) are chosen: each `[id, words, help, consequence, alone]`. */
function picks(type, entries, input, at, change, more) {
  const chosen = id => (type === "radio" ? input === id : input.includes(id));
  const list = entries.map(([id, words, help, consequence], index) => {
    const [own, about] = [`${at.id}-${index + 1}`, `${at.id}-${index + 1}-uitleg`];
    const explained = [help, consequence && `Gevolg: ${consequence}`].filter(part => part).join(" ");
    const control = element("input", {
      type, id: own, name: at.id, value: id, "aria-describedby": described(explained && about),
      onchange: () => change(type === "radio" ? id : toggled(entries, list, input, index)),
    });
    control.checked = chosen(id);
    return element("div", { class: "option" }, control,
      element("div", {}, element("label", { for: own, dir: "auto" }, words), explained && element("p", { id: about, class: "hint" }, explained)));
  });
  const wrapper = element("div", { class: "options" }, list, more, type === "radio" && takeBack(list, input, at, change));
  if (!at.inGroup) return wrapper;
  return element("fieldset", { class: "inner" }, element("legend", { class: "label" }, at.label),
    at.help && element("p", { class: "hint" }, at.help), wrapper);
}

/** A choice of one cannot be undone by a second press; this takes it back. */
function takeBack(list, input, at, change) {
  const button = element("button", { type: "button", class: "quiet", id: at.id + "-terug", hidden: input === "", onclick: () => {
    list.forEach(option => (option.querySelector("input").checked = false));
    list[0].querySelector("input").focus();
    button.hidden = true;
    change("");
  } }, "Keuze weghalen");
  list.forEach(option => option.addEventListener("change", () => (button.hidden = false)));
  return button;
}

/** What goes with no other takes the others away, and they take it away. */
function toggled(entries, list, input, pressed) {
  const goesAlone = index => entries[index][4];
  const leaves = index => index !== pressed && (goesAlone(pressed) || goesAlone(index));
  list.forEach((option, index) => { if (leaves(index)) option.querySelector("input").checked = false; });
  const ticked = entries.filter((_, index) => list[index].querySelector("input").checked).map(([id]) => id);
  input.splice(0, input.length, ...ticked);
  return input;
}

/** One option, or something else in words. */
function choice(entries, otherWords, input, at, change) {
  const state = { ...input };
  const told = () => change({ ...state });
  if (!otherWords) return picks("radio", entries, state.chosen, at, id => told((state.chosen = id)));
  const other = field("Text", state.other, { ...at, id: at.id + "-anders", label: otherWords + ", namelijk", ...ALONE }, words => {
    state.other = words;
    told();
  });
  other.hidden = state.chosen !== OTHER;
  return picks("radio", [...entries, [OTHER, otherWords]], state.chosen, at, id => {
    state.chosen = id;
    other.hidden = id !== OTHER;
    told();
  }, other);
}

/** Several options, and perhaps others in words. */
function choices(entries, otherWords, atMost, input, at, change) {
  const state = { chosen: [...input.chosen], others: input.others };
  const told = () => change({ chosen: [...state.chosen], others: state.others });
  const others = otherWords && rows(otherWords, atMost, state.others, { ...at, id: at.id + "-anders" }, typedOthers => {
    state.others = typedOthers;
    told();
  });
  return picks("checkbox", entries, state.chosen, at, told, others);
}

/** Rows to type in, that can be added and taken away. */
function rows(item, atMost, input, at, change) {
  return growing(item, atMost, "", input, at, change, (words, index, row) =>
    field("Text", words, { ...at, id: `${at.id}-${index + 1}`, label: `${capital(item)} ${index + 1}`, ...ALONE }, row));
}

/** Things with fields of their own. */
function group(details, input, at, change) {
  return growing(details.item, details.at_most, {}, input, at, change, (record, index, row) => {
    const state = { ...record };
    const part = one => field(one.kind, state[one.id] ?? blank(one.kind), {
      ...at, id: `${at.id}-${index + 1}-${one.id}`, label: one.ask, help: one.help, describedBy: undefined, inGroup: true,
    }, entered => {
      state[one.id] = entered;
      row({ ...state });
    });
      return element("fieldset", { class: "record" },
      element("legend", { class: "label" }, `${capital(details.item)} ${index + 1}`), details.fields.map(part));
  });
}

function growing(item, atMost, empty, input, at, change, make) {
  const items = [...input];
  const list = element("div", { class: "rows" });
  const add = element("button", { type: "button", class: "quiet", id: at.id + "-erbij", onclick: () => grow() });
  const show = () => {
    list.replaceChildren(...items.map((words, index) => element("div", { class: "row" },
      make(words, index, entered => change([...Object.assign(items, { [index]: entered })])),
      element("button", { type: "button", class: "quiet", onclick: () => shrink(index) }, `${capital(item)} ${index + 1} weghalen`))));
    add.textContent = items.length ? `Nog een ${item} erbij` : `${capital(item)} toevoegen`;
    add.hidden = items.length >= (atMost ?? MOST_ITEMS);
  };
  const grow = () => {
    items.push(empty);
    show();
    list.lastElementChild.querySelector("input, textarea, select").focus();
    at.announce(`${capital(item)} ${items.length} is erbij.`);
    change([...items]);
  };
  const shrink = index => {
    items.splice(index, 1);
    show();
    add.hidden ? list.querySelector("button").focus() : add.focus();
    at.announce(`${capital(item)} ${index + 1} is weg.`);
    change([...items]);
  };
  show();
  return element("div", { class: "growing" }, list, add);
}
