// The organisations that answers name: those of the page, those of a file, and others by the name that is typed.

const LONGEST_ID = 60;
const FINGERPRINT = 10;

/** `listed` can be chosen on the page; `others` were named before, with their ids. */
export class Names {
  constructor(listed, others = []) {
    this.listed = listed;
    this.others = others;
    this.typed = new Map();
  }

  isListed(id) {
    return this.listed.some(organisation => organisation.id === id);
  }

  /** The id behind a name, however it is spelled. A name that is not known gets an id that is made of it. */
  idOf(name) {
    const spelled = letters(name);
    const same = one => one.id === name || (spelled && letters(one.name) === spelled);
    const known = this.all().find(same);
    if (known) return known.id;
    // Every letter that is typed makes another name, so what is found here must not hang on the ones before.
    const id = freshId(name, taken => this.knows(taken));
    this.typed.set(id, name);
    return id;
  }

  add(id, name) {
    if (!this.knows(id)) this.others.push({ id, name });
  }

  nameOf(id) {
    return this.all().find(organisation => organisation.id === id)?.name ?? this.typed.get(id) ?? id;
  }

  knows(id) {
    return this.all().some(organisation => organisation.id === id);
  }

  all() {
    return [...this.listed, ...this.others];
  }
}

/** The letters and digits of a name, as `known_name.rs` has them. */
function letters(name) {
  return name.replaceAll("&", "en").normalize("NFKD").replace(/[^\p{Alphabetic}\p{N}]/gu, "").toLowerCase();
}

/** The nearest identifier to a name: `Gemeente Súdwâld` becomes `gemeente-sudwald`. */
function freshId(name, isTaken) {
  const plain = name.normalize("NFKD").replace(/[\p{M}'’]/gu, "").replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
  const begun = plain.replace(/^-+/, "").replace(/^(?=[0-9])/, "o-").slice(0, LONGEST_ID).replace(/-+$/, "");
  if (begun && !isTaken(begun)) return begun;
  return `${(begun || "organisatie").slice(0, LONGEST_ID - FINGERPRINT)}-${fingerprint(name)}`;
}

/** Tells names apart of which the same id would be made, or none, as the register does. */
function fingerprint(name) {
  return [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) >>> 0, 7).toString(16);
}
