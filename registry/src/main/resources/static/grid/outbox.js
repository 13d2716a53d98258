// The way of a change from the cell into the register. Nothing leaves the browser's keeping before the server has
// confirmed it. A batch that was sent and not answered is sent again exactly as it was: the server takes the same entry
// twice without harm, and only then can a later change of the same cell know its revision.

import { say } from "./words.js";

const PAUSE = 500;
const MOST = 300;
const LONGEST_WAIT = 30_000;
const PATIENCE = 20_000;

export class Outbox {
  constructor(config, grid, store) {
    this.config = config;
    this.grid = grid;
    this.store = store;
    this.pending = new Map();
    this.batches = [];
    this.held = new Map();
    this.draft = null;
    this.failure = null;
    this.failures = 0;
    this.clock = "";
    this.busy = false;
    this.timer = 0;
    this.changed = () => {};
    this.settled = () => {};
    addEventListener("online", () => this.now());
    addEventListener("focus", () => this.failure && this.now());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.failure && this.now());
    addEventListener("beforeunload", (event) => {
      if (!this.store.keeps && this.waiting > 0) event.preventDefault();
    });
  }

  // How many cells are on their way.
  get waiting() {
    const keys = new Set(this.pending.keys());
    this.batches.forEach((batch) => batch.changes.forEach((change) => keys.add(keyOf(change))));
    return keys.size;
  }

  waits(cell) {
    return this.pending.has(cell.key) || this.inBatch(cell.key);
  }

  inBatch(key) {
    return this.batches.some((batch) => batch.changes.some((change) => keyOf(change) === key));
  }

  // A cell as its teacher wants it.
  put(cell, how, revision = cell.revision) {
    this.held.delete(cell.key);
    if (cell.value === cell.saved && revision === cell.revision && !this.inBatch(cell.key)) {
      this.pending.delete(cell.key);
    } else {
      const before = this.pending.get(cell.key);
      this.pending.set(cell.key, { value: cell.value, how, revision: before ? before.revision : revision });
    }
    this.draft = null;
    this.keep();
    this.soon(PAUSE);
  }

  // What is being typed and is not entered yet.
  sketch(cell, revision) {
    this.draft = cell ? { key: cell.key, value: cell.field.value, revision } : null;
    this.keep();
  }

  // What could not be saved stays kept until it is mended.
  hold(cell, value, revision) {
    this.held.set(cell.key, { value, revision });
  }

  drop(cell) {
    this.pending.delete(cell.key);
    this.held.delete(cell.key);
    this.keep();
  }

  keep() {
    const empty = this.pending.size === 0 && this.batches.length === 0 && this.held.size === 0 && !this.draft;
    this.store.write(empty ? null : {
      at: Date.now(), pending: [...this.pending], batches: this.batches, held: [...this.held], draft: this.draft,
    });
    this.changed();
  }

  // Makes what another page has left this page's own.
  take(state) {
    this.batches.push(...(state.batches ?? []));
    const left = new Map([...(state.held ?? []), ...(state.pending ?? [])]);
    if (state.draft) left.set(state.draft.key, state.draft);
    for (const [key, want] of left) {
      if (this.grid.byKey.has(key) && !this.pending.has(key)) {
        this.pending.set(key, { value: want.value, how: want.how ?? "TYPED", revision: want.revision });
      }
    }
    for (const change of this.batches.flatMap((batch) => batch.changes)) this.showAgain(keyOf(change), change.value);
    for (const [key, want] of this.pending) this.showAgain(key, want.value);
    this.keep();
    this.soon(0);
    return this.store.keeps;
  }

  showAgain(key, value) {
    const cell = this.grid.byKey.get(key);
    if (!cell) return;
    cell.value = value;
    cell.show(value);
  }

  soon(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), delay);
  }

  now() {
    this.failures = 0;
    this.soon(0);
  }

  next() {
    if (this.batches.length === 0 && this.pending.size > 0) {
      const how = this.pending.values().next().value.how;
      const taken = [...this.pending].filter(([, want]) => want.how === how).slice(0, MOST);
      const changes = taken.map(([key, want]) => {
        this.pending.delete(key);
        const slash = key.indexOf("/");
        return { pupil: key.slice(0, slash), column: key.slice(slash + 1), value: want.value, revision: want.revision };
      });
      this.batches.push({ how, changes });
      this.keep();
    }
    return this.batches[0];
  }

  async send() {
    if (this.busy) return;
    const batch = this.next();
    if (!batch) {
      this.changed();
      return;
    }
    this.busy = true;
    this.changed();
    try {
      const response = await this.ask(batch);
      if (response.ok) {
        this.arrived(batch, await response.json());
      } else {
        await this.turnedAway(response);
      }
    } catch {
      this.failed("why.offline", say("kept"));
    } finally {
      this.busy = false;
    }
    if (this.failure) {
      this.soon(Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(this.failures, 5)) * (0.8 + Math.random() * 0.4));
    } else if (this.batches.length > 0 || this.pending.size > 0) {
      this.soon(0);
    }
    this.changed();
  }

  ask(batch) {
    return fetch(`${this.config.api}/marks`, {
      method: "PATCH",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "X-CSRF-TOKEN": this.config.csrf.value,
        "X-Matricula-Account": this.config.account,
      },
      body: JSON.stringify({ block: this.config.block, how: batch.how, changes: batch.changes }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  arrived(batch, answer) {
    this.batches.shift();
    this.failure = null;
    this.failures = 0;
    this.clock = answer.clock;
    const sent = new Map(batch.changes.map((change) => [keyOf(change), change]));
    for (const told of answer.cells) {
      const cell = this.grid.byKey.get(keyOf(told));
      const change = sent.get(keyOf(told));
      const later = this.pending.get(keyOf(told));
      if (told.state === "saved" && later && later.revision === change.revision) later.revision = told.revision;
      if (told.state === "conflict" && later) {
        told.typed = later.value;
        this.pending.delete(cell.key);
      }
      if (cell) this.settled(cell, told, change, Boolean(later) && told.state !== "conflict");
    }
    this.keep();
  }

  async turnedAway(response) {
    const problem = await response.json().catch(() => ({}));
    const name = String(problem.type ?? "").split(":").pop();
    if (response.status === 401) {
      this.failed("why.signed-out", say("kept"), true);
    } else if (name === "other-account") {
      this.failed("why.other-account", say("kept"), true);
    } else if (response.status === 403 && name === "form-token") {
      const known = this.failure?.why === "why.server";
      await this.freshToken();
      this.failed("why.server", say("kept"));
      if (!known) this.failures = 0; // a new token is worth a try at once, but only one
    } else if (response.status >= 500 || response.status === 429) {
      this.failed("why.server", say("kept"));
    } else {
      this.failed("", problem.detail ?? String(response.status));
    }
  }

  // After a new sign-in the page's own token is worth nothing; the page itself has a new one.
  async freshToken() {
    const page = await (await fetch(location.pathname, { headers: { Accept: "text/html" } })).text();
    const form = new DOMParser().parseFromString(page, "text/html").getElementById("marks");
    if (form) this.config.csrf = JSON.parse(form.dataset.grid).csrf;
  }

  failed(why, words, signIn = false) {
    this.failures = signIn ? 2 : this.failures + 1;
    this.failure = { why, words, signIn };
  }
}

export function keyOf(told) {
  return `${told.pupil}/${told.column}`;
}
