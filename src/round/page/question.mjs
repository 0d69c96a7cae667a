// One question on the page: its words, its field, what can be said instead of an answer, and a remark.
import { described, element, paragraphs } from "./elements.mjs";
import { field, isTyped } from "./fields.mjs";
import { sentence } from "./notation.mjs";
import { tagged } from "./conditions.mjs";

const INSTEAD = [["unknown", "Weet ik nog niet"], ["not-applicable", "Niet van toepassing"]];

/** The block of one question. `said` is what was said so far; `change(part)` tells what changes of it. */
export function questionBlock(question, said, tools, change) {
  const id = anchor(question);
  const [askId, helpId, faultId] = [id + "-vraag", id + "-uitleg", id + "-klopt-niet"];
  const [, details] = tagged(question.kind);
  const fault = element("p", { id: faultId, class: "fault", hidden: true });
  const ignored = element("p", { class: "hint", hidden: true }, "Wat je hierboven invulde, telt nu niet mee.");
  const ticks = [];
  const untick = keep => ticks.filter(tick => tick !== keep).forEach(tick => (tick.checked = false));
  const describedBy = described(helpId, faultId);
  const at = {
    id: id + "-antwoord", label: "Antwoord", describedBy, inGroup: false,
    names: tools.names, announce: tools.announce,
  };
  const control = field(question.kind, said.input, at, input => {
    untick();
    change({ input, state: "" });
  });
  const instead = INSTEAD.map(([state, words]) => {
    const tick = element("input", { type: "checkbox", id: `${id}-${state}`, onchange: () => {
      untick(tick);
      change({ state: tick.checked ? state : "" });
    } });
    tick.checked = said.state === state;
    ticks.push(tick);
    return element("div", { class: "option" }, tick, element("label", { for: tick.id }, words));
  });
  const block = element("fieldset", { id, class: "question", tabindex: "-1", "aria-describedby": !isTyped(question.kind) && describedBy },
    element("legend", {}, element("span", { class: "on-paper code" }, question.code), element("h3", { id: askId, dir: "auto" }, question.ask)),
    question.view && element("p", { class: "view" }, question.view),
    element("div", { id: helpId }, paragraphs(question.help, { class: "help" }), atMost(details), element("p", { class: "hint" }, question.mark)),
    background(question), control, fault,
    element("details", { class: "instead", open: said.state !== "" }, element("summary", { id: id + "-zonder" }, "Geen antwoord?"), instead, ignored),
    element("p", { class: "on-paper" }, INSTEAD.map(([, words]) => `\u2610 ${words}    `)),
    remark(id, said.note, change),
    question.tlp && element("p", { class: "label-remark" }, question.tlp));
  let last = {};
  const tellFault = isLeft => {
    const { found, state } = last;
    const shown = found?.fault && !found.own && !state && (isLeft || !found.unfinished);
    const words = shown ? `${sentence(found.fault)} ${sentence(found.tip)}` : "";
    if (words && words !== fault.textContent) tools.announce(words);
    fault.hidden = !shown;
    fault.textContent = words;
  };
  block.tell = (found, state) => {
    last = { found, state };
    ignored.hidden = !(found && state);
    tellFault(!block.contains(document.activeElement));
  };
  block.addEventListener("focusout", event => tellFault(!block.contains(event.relatedTarget)));
  return block;
}

export function anchor(question) {
  return "v-" + question.id.replace(".", "-");
}

function atMost(details) {
  const words = details?.options ? "Kies er hooguit" : "Hooguit";
  return details?.at_most && element("p", { class: "hint" }, `${words} ${details.at_most}.`);
}

function background(question) {
  return element("details", {}, element("summary", {}, question.example ? "Waarom deze vraag, en een voorbeeld" : "Waarom deze vraag"),
    paragraphs(question.why), question.since.map(words => element("p", {}, "Sinds 2018: " + words)), question.example && element("blockquote", {}, element("p", { class: "hint" }, "Zo kan een antwoord eruitzien:"), paragraphs(question.example)));
}

function remark(id, note, change) {
  const control = element("textarea", { id: id + "-opmerking", rows: 2, dir: "auto", oninput: () => change({ note: control.value }) });
  control.value = note;
  return element("details", { open: note !== "" }, element("summary", {}, "Een opmerking erbij"),
    element("div", { class: "field" }, element("label", { for: control.id, class: "label" }, "Opmerking bij dit antwoord"), control));
}
