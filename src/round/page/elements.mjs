// Elements of the page. Words always go in as text, so that nothing that was typed can become mark-up.

import { printed } from "./notation.mjs";

/** An element with attributes, listeners (`onclick`) and what stands in it. */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  const shown = inside.flat().filter(one => one !== undefined && one !== null && one !== false);
  made.append(...shown.map(one => (typeof one === "string" ? printed(one) : one)));
  return made;
}

/** One paragraph for every line of a text. */
export function paragraphs(words, attributes = {}) {
  return words.split("\n").filter(line => line.trim()).map(line => element("p", attributes, line));
}

/** The places in a text that describe a field, as `aria-describedby` wants them. */
export function described(...ids) {
  return ids.filter(id => id).join(" ") || undefined;
}
