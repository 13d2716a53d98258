// What is not saved yet, kept in this browser: for each account, class, block and open page one entry. A page that was
// closed, reloaded or lost leaves its entry; the next page of the same person in the same grid takes it over.

const AREA = "matricula.grid";

export class Store {
  constructor(config) {
    this.prefix = `${AREA}/${config.account}/${config.classId}/${config.block}/`;
    this.key = this.prefix + randomId();
    this.keeps = true;
    this.hold();
  }

  // A lock lives as long as the page: by it others see that the entry is not an orphan.
  hold() {
    navigator.locks?.request(this.key, () => new Promise(() => {}));
  }

  write(state) {
    try {
      if (state === null) {
        localStorage.removeItem(this.key);
      } else {
        localStorage.setItem(this.key, JSON.stringify(state));
      }
      this.keeps = true;
    } catch {
      this.keeps = false; // full, or forbidden: the page says so and warns before it is closed
    }
    return this.keeps;
  }

  // What pages that are gone have left, oldest first. It is removed only after `take` has made it its own.
  async adopt(take) {
    for (const key of this.orphans()) {
      if (await abandoned(key)) {
        const state = read(key);
        if (state && take(state)) localStorage.removeItem(key);
      }
    }
  }

  orphans() {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.prefix) && key !== this.key)
        .sort((a, b) => (read(a)?.at ?? 0) - (read(b)?.at ?? 0));
    } catch {
      return []; // a browser that keeps nothing has nothing to bring back
    }
  }
}

// crypto.randomUUID would want https, which a school's own network may not have.
function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // not written by us
  }
}

function abandoned(key) {
  if (!navigator.locks) return Promise.resolve(true);
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => lock !== null);
}
