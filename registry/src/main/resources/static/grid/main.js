// Makes the form of marks comfortable. Without this file the form still works.

import { announce, learn, say } from "./words.js";
import { Grid } from "./cells.js";
import { Store } from "./store.js";
import { Outbox } from "./outbox.js";
import { History } from "./history.js";
import { Editor } from "./editor.js";
import { Keys } from "./keys.js";
import { About } from "./about.js";
import { Bank } from "./bank.js";
import { Live } from "./live.js";
import { Tools } from "./tools.js";

// Joins the parts; each knows only this desk.
class Desk {
  constructor(form) {
    this.config = JSON.parse(form.dataset.grid);
    learn(this.config.words);
    this.grid = new Grid(form, this.config);
    this.store = new Store(this.config);
    this.outbox = new Outbox(this.config, this.grid, this.store);
    this.outbox.clock = this.config.clock;
    this.editor = new Editor(this.grid, this.outbox);
    this.history = new History(this.grid, (wanted, how) => this.change(wanted, how));
    this.about = new About(this.grid, this.editor, this);
    this.bank = new Bank(form, this.config, this.editor, this);
    this.tools = new Tools(this.grid, this.editor, this.outbox, this.history, this);
    this.keys = new Keys(form, this.grid, this.editor, this);
    this.live = new Live(this.config, this.grid, this.editor, this.outbox, this);
    this.expected = null;
    this.editor.moved = () => this.about.show();
    this.editor.entered = (wanted, how, revision) => this.enter(wanted, how, revision);
    this.editor.arrived = (cell, told) => this.live.arrived(cell, told);
    this.outbox.changed = () => this.show();
    this.outbox.settled = (cell, told, change, later) => this.settle(cell, told, change, later);
    this.history.changed = () => this.tools.show();
    this.typedBefore();
    this.show();
  }

  // Fields that the server filled with something else than what stands in the register: typed without scripts.
  typedBefore() {
    for (const cell of this.grid.cells) {
      if (!cell.locked && cell.field.value !== cell.saved) {
        cell.value = cell.field.value;
        this.outbox.put(cell, "TYPED");
      }
    }
  }

  async restore() {
    let count = 0;
    await this.store.adopt((state) => {
      const kept = this.outbox.take(state);
      count = this.outbox.waiting;
      return kept;
    });
    if (count > 0) announce(say("restored", count));
  }

  // Enters values, so that they can be undone together.
  enter(wanted, how, revision) {
    const real = wanted.filter(({ cell, value }) => value !== cell.value || cell.problem);
    if (real.length > 0) {
      this.history.note(real.map(({ cell, value }) => ({ key: cell.key, before: cell.value, after: value })));
    }
    this.change(real, how, revision);
  }

  change(wanted, how, revision) {
    for (const { cell, value } of wanted) {
      cell.value = value;
      cell.problem = "";
      cell.remarks = [];
      cell.changedBy = null;
      const seen = cell.conflict ? cell.conflict.revision : (revision ?? cell.revision);
      cell.conflict = null;
      cell.incoming = null;
      cell.show(value);
      this.outbox.put(cell, how, seen);
    }
    this.show();
  }

  // What the server said of a cell. `later`: the cell was changed again since it was sent.
  settle(cell, told, change, later) {
    if (told.state === "saved") {
      cell.saved = told.shown;
      cell.revision = told.revision;
      cell.remarks = told.remarks;
      cell.conflict = null;
      const typing = this.editor.active === cell && this.editor.mode !== "nav";
      if (typing) this.editor.revision = told.revision;
      if (change.value !== told.shown) this.history.written(cell.key, change.value, told.shown);
      if (!later) {
        cell.value = told.shown;
        cell.problem = "";
        if (!typing) cell.show(told.shown);
        this.grid.flash(cell);
      }
    } else if (!later) {
      if (told.state === "conflict") {
        cell.conflict = {
          mine: told.typed, theirs: told.shown, name: told.name, clock: told.clock, revision: told.revision,
        };
        cell.saved = told.shown;
      }
      cell.problem = told.why;
      this.outbox.hold(cell, told.typed, change.revision);
      announce(`${cell.name}, ${cell.column.title}: ${told.why}`);
    }
    this.countPasted(cell);
  }

  pasted(count, over) {
    this.expected = { left: count, bad: 0 };
    announce([say("pasted", count), over > 0 ? say("paste.over", over) : ""].filter(Boolean).join(". "));
  }

  countPasted(cell) {
    if (!this.expected) return;
    this.expected.left--;
    if (cell.unsettled) this.expected.bad++;
    if (this.expected.left <= 0) {
      if (this.expected.bad > 0) announce(say("pasted.problems", this.expected.bad));
      this.expected = null;
    }
  }

  keepMine(cell) {
    const { mine, revision } = cell.conflict;
    this.change([{ cell, value: mine }], "TYPED", revision);
    this.editor.go(cell);
  }

  takeTheirs(cell) {
    const { theirs, revision } = cell.conflict;
    cell.conflict = null;
    cell.problem = "";
    cell.saved = cell.value = theirs;
    cell.revision = revision;
    cell.show(theirs);
    this.outbox.drop(cell);
    this.editor.go(cell);
  }

  list(cell) {
    return this.bank.open(cell);
  }

  undo() {
    const cell = this.history.undo();
    if (cell) this.editor.go(cell);
  }

  redo() {
    const cell = this.history.redo();
    if (cell) this.editor.go(cell);
  }

  signedOut() {
    if (!this.outbox.failure) {
      this.outbox.failed("why.signed-out", say("kept"), true);
      this.outbox.soon(5_000);
      this.show();
    }
  }

  // The server answered: what could not be sent may be sent now.
  reached() {
    if (!this.outbox.failure || this.outbox.busy) return;
    if (this.outbox.waiting === 0) {
      this.outbox.failure = null;
      this.show();
    } else if (this.config.open) {
      this.outbox.now();
    }
  }

  repaint(cell) {
    this.grid.paint(cell, this.outbox.waits(cell));
    if (cell === this.editor.active) this.about.show();
    this.tools.show();
  }

  show() {
    for (const cell of this.grid.cells) this.grid.paint(cell, this.outbox.waits(cell));
    this.about.show();
    this.tools.show();
  }
}

function start(form) {
  const table = form.querySelector("#grid");
  table.setAttribute("role", "grid");
  table.setAttribute("aria-multiselectable", "true");
  for (const id of ["grid-plain", "grid-save"]) document.getElementById(id)?.remove();
  const help = document.getElementById("grid-help");
  if (help) help.hidden = false;
  const desk = new Desk(form);
  desk.restore();
  // A page that was reloaded may have let go of its entry only just now.
  setTimeout(() => desk.restore(), 1500);
  if (desk.config.open) setTimeout(() => desk.bank.load(), 800);
  document.documentElement.dataset.grid = "ready";
}

const form = document.getElementById("marks");
if (form) start(form);
