// The organisations that answers name: those of the page, and others by their name.
const LONGEST_ID = 60;

/** `listed` are the organisations of the page; `others` are the ones that were typed, and grow. */
export class Names {
  constructor(listed, others = []) {
    this.listed = listed;
    this.others = others;
  }

  isListed(id) {
    return this.listed.some(organisation => organisation.id === id);
  }

  /** The id behind a name: capitals do not count. A new name gets an id of its own. */
  idOf(name) {
    const same = one => one.id === name || one.name.toLowerCase() === name.toLowerCase();
    const known = this.all().find(same);
    return known ? known.id : this.add(freshId(name, id => this.all().some(one => one.id === id)), name);
  }

  add(id, name) {
    if (!this.all().some(one => one.id === id)) this.others.push({ id, name });
    return id;
  }

  nameOf(id) {
    return this.all().find(organisation => organisation.id === id)?.name ?? id;
  }

  knows(id) {
    return this.all().some(organisation => organisation.id === id);
  }

  all() {
    return [...this.listed, ...this.others];
  }
}

/** The nearest identifier to a name: `Gemeente Súdwâld` becomes `gemeente-sudwald`. */
function freshId(name, isTaken) {
  const plain = name.normalize("NFKD").replace(/[\p{M}'’]/gu, "").replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
  const begun = plain.replace(/^-+/, "").replace(/^(?=[0-9])/, "o-").slice(0, LONGEST_ID).replace(/-+$/, "");
  const first = begun || "organisatie";
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? first : `${first}-${number}`;
    if (!isTaken(id)) return id;
  }
}
