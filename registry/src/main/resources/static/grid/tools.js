// The line above the table: find a pupil, only what is missing, undo and redo, and whether everything is saved.

import { announce, button, element, say } from "./words.js";

export class Tools {
  constructor(grid, editor, outbox, history, desk) {
    Object.assign(this, { grid, editor, outbox, history, desk });
    this.find = document.getElementById("grid-find");
    this.only = document.getElementById("grid-only");
    this.count = document.getElementById("grid-count");
    this.state = document.getElementById("grid-state");
    this.undo = document.getElementById("grid-undo");
    this.redo = document.getElementById("grid-redo");
    this.find.addEventListener("input", () => this.filter());
    this.find.addEventListener("keydown", (event) => this.findKey(event));
    this.only.addEventListener("change", () => this.filter(true));
    this.undo?.addEventListener("click", () => desk.undo());
    this.redo?.addEventListener("click", () => desk.redo());
    document.querySelector(".grid-tools").hidden = false;
  }

  findKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      this.find.value = "";
      this.filter();
    } else if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      const row = this.grid.shownRows()[0];
      if (row !== undefined) this.editor.go(this.grid.rows[row][this.editor.active?.col ?? 0]);
    }
  }

  // A row that is completed while one works stays until the filter is set anew.
  filter(chosen = false) {
    const wanted = bare(this.find.value);
    const left = this.grid.rows.filter((cells, row) => {
      const shown = (wanted === "" || bare(cells[0].name).includes(wanted))
        && (!this.only.checked || this.grid.undoneIn(row));
      this.grid.tr(row).hidden = !shown;
      return shown;
    }).length;
    if (left === 0) announce(say(wanted ? "find.none" : "missing.none"));
    else if (chosen) announce(say("missing.count", this.grid.undoneAll()));
  }

  show() {
    const undone = this.grid.undoneAll();
    this.count.textContent = undone === 0 ? "✓" : String(undone);
    if (this.undo) {
      this.undo.disabled = this.history.done.length === 0;
      this.redo.disabled = this.history.undone.length === 0;
    }
    this.tell();
  }

  tell() {
    const { waiting, failure, store, clock } = this.outbox;
    const unsettled = this.grid.cells.filter((cell) => cell.unsettled);
    const conflicts = unsettled.filter((cell) => cell.conflict).length;
    const mend = unsettled.length - conflicts;
    const parts = [];
    if (waiting > 0 && failure) {
      parts.push(["failed", say("unsaved", waiting) + " — " + [failure.why && say(failure.why), failure.words].filter(Boolean).join(". ")]);
    } else if (waiting > 0) {
      parts.push(["saving", say("saving", waiting)]);
    } else if (failure?.signIn) {
      parts.push(["failed", say(failure.why)]);
    } else {
      parts.push(["saved", clock ? say("saved", clock) : ""]);
    }
    if (waiting + mend + conflicts > 0 && !store.keeps) parts.push(["failed", say("why.not-kept")]);
    const said = JSON.stringify([parts, mend, conflicts, failure?.signIn]);
    if (said === this.said) return;
    this.said = said;
    const nodes = parts.filter(([, text]) => text).map(([look, text]) => element("span", look, text));
    if (failure && waiting > 0 && !failure.signIn) nodes.push(button(say("retry"), () => this.outbox.now()));
    if (failure?.signIn) nodes.push(this.signIn());
    if (mend > 0) nodes.push(this.jump(say("mend", mend), (cell) => cell.problem && !cell.conflict));
    if (conflicts > 0) nodes.push(this.jump(say("conflicts", conflicts), (cell) => cell.conflict));
    this.state.replaceChildren(...nodes);
  }

  signIn() {
    const link = element("a", "", say("sign-in"));
    link.href = "/sign-in";
    link.target = "_blank";
    link.rel = "noopener";
    return link;
  }

  // To the next cell of a kind after the active one.
  jump(words, wanted) {
    const go = button(words, () => {
      const cells = this.grid.cells.filter(wanted);
      const at = this.editor.active;
      const next = at && cells.find((cell) => cell.row > at.row || (cell.row === at.row && cell.col > at.col));
      const cell = next ?? cells[0];
      if (!cell) return;
      this.grid.tr(cell.row).hidden = false;
      this.editor.go(cell);
    });
    go.classList.add("failed");
    return go;
  }
}

// Without marks and case, so that "duc" finds "Đức".
function bare(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();
}
