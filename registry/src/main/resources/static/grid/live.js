// What others do in the same grid: their cells as they arrive, who they are, and where.

import { say } from "./words.js";
import { keyOf } from "./outbox.js";

const EVERY = 3_000;
const HIDDEN = 15_000;
const LONGEST_WAIT = 30_000;

export class Live {
  constructor(config, grid, editor, outbox, desk) {
    this.config = config;
    this.grid = grid;
    this.editor = editor;
    this.outbox = outbox;
    this.desk = desk;
    this.since = config.revision;
    this.seen = "";
    this.failures = 0;
    this.line = document.getElementById("grid-here");
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.soon(0));
    this.soon(300);
  }

  soon(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), delay);
  }

  address(more) {
    const at = this.editor.active ? this.editor.active.key : "";
    return `${this.config.api}/marks?` + new URLSearchParams({ block: this.config.block, at, ...more });
  }

  leave() {
    fetch(this.address({ leaving: true }), { keepalive: true }).catch(() => {});
  }

  async ask() {
    try {
      const response = await fetch(this.address({ since: this.since, seen: this.seen }), {
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(20_000),
      });
      this.failures = response.ok ? 0 : this.failures + 1;
      if (response.status === 200) this.hear(await response.json());
      if (response.ok) this.desk.reached();
      if (response.status === 401) this.desk.signedOut();
    } catch {
      this.failures++; // the outbox tells whether something of ours is in danger
    }
    const pause = document.visibilityState === "visible" ? EVERY : HIDDEN;
    this.soon(Math.min(LONGEST_WAIT, pause * 2 ** Math.min(this.failures, 4)));
  }

  hear(news) {
    this.since = news.revision;
    this.seen = news.seen;
    for (const told of news.cells) {
      const cell = this.grid.byKey.get(keyOf(told));
      if (cell && told.revision > cell.revision) this.arrived(cell, told);
    }
    this.present(news.present);
    this.config.open = news.open;
  }

  // A cell that is being typed in, or on its way, is left alone: the server will say that both changed it.
  arrived(cell, told) {
    const typing = this.editor.active === cell && this.editor.mode !== "nav";
    if (typing) {
      cell.incoming = told;
      if (!told.mine) cell.changedBy = { name: told.name, clock: told.clock };
    } else if (cell.conflict) {
      Object.assign(cell.conflict, { theirs: told.shown, name: told.name, clock: told.clock, revision: told.revision });
    } else if (!this.outbox.waits(cell) && !this.outbox.held.has(cell.key)) {
      cell.saved = cell.value = told.shown;
      cell.revision = told.revision;
      cell.problem = "";
      cell.remarks = [];
      cell.changedBy = told.mine ? null : { name: told.name, clock: told.clock };
      cell.show(told.shown);
      if (!told.mine) this.grid.flash(cell);
    }
    this.desk.repaint(cell);
  }

  present(people) {
    for (const cell of this.grid.cells) {
      if (cell.present.length > 0) {
        cell.present = [];
        cell.td.removeAttribute("data-who");
        this.desk.repaint(cell);
      }
    }
    for (const person of people) {
      const cell = this.grid.byKey.get(keyOf(person));
      if (cell) {
        cell.present.push(person.name);
        cell.td.dataset.who = cell.present.join(", ");
        this.desk.repaint(cell);
      }
    }
    const names = people.map((person) => person.name).join(", ");
    const words = names ? say("here", names) : "";
    if (this.line.textContent !== words) this.line.textContent = words;
    this.line.hidden = names === "";
  }
}
