// What was filled in, kept in the browser.

export class Store {
  constructor(key) {
    this.key = key;
    this.works = true;
    /** What this window last read or kept, as it stands in the browser. */
    this.last = null;
  }

  /** What was kept before; nothing when there is none, or when the browser keeps nothing. */
  load() {
    try {
      this.last = localStorage.getItem(this.key);
      return JSON.parse(this.last) ?? undefined;
    } catch {
      this.works = isThere();
      return undefined;
    }
  }

  /** Whether it is kept now. */
  save(content) {
    try {
      const text = JSON.stringify(content);
      localStorage.setItem(this.key, text);
      this.last = text;
      this.works = true;
    } catch {
      this.works = false;
    }
    return this.works;
  }

  clear() {
    try {
      localStorage.removeItem(this.key);
      this.last = null;
    } catch {
      this.works = false;
    }
  }

  /** Whether another window kept something since. */
  changedElsewhere() {
    try {
      return localStorage.getItem(this.key) !== this.last;
    } catch {
      return false;
    }
  }
}

function isThere() {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}
