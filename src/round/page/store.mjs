// What was filled in, kept in the browser.

export class Store {
  constructor(key) {
    this.key = key;
    this.works = true;
  }

  /** What was kept before; nothing when there is none, or when the browser keeps nothing. */
  load() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? undefined;
    } catch {
      this.works = isThere();
      return undefined;
    }
  }

  /** Whether it is kept now. */
  save(content) {
    try {
      localStorage.setItem(this.key, JSON.stringify(content));
      this.works = true;
    } catch {
      this.works = false;
    }
    return this.works;
  }

  clear() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      this.works = false;
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
