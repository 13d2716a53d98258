// Which cell is active, which are chosen, and whether somebody types. In a grid one is always in a real field, so that
// input methods find what they need from the first key on.

import { announce, say } from "./words.js";

export class Editor {
  constructor(grid, outbox) {
    this.grid = grid;
    this.outbox = outbox;
    this.active = null;
    this.anchor = null;
    this.mode = "nav"; // nav: keys move; type: typed over; edit: keys move in the text
    this.composing = false;
    this.revision = 0;
    this.moved = () => {};
    this.entered = () => {};
    for (const cell of grid.cells) cell.field.tabIndex = -1;
    const first = grid.rows[0]?.[0];
    if (first) first.field.tabIndex = 0;
  }

  get range() {
    if (!this.active) return null;
    const anchor = this.anchor ?? this.active;
    return {
      top: Math.min(anchor.row, this.active.row),
      bottom: Math.max(anchor.row, this.active.row),
      left: Math.min(anchor.col, this.active.col),
      right: Math.max(anchor.col, this.active.col),
    };
  }

  chosen() {
    const range = this.range;
    if (!range) return [];
    return this.grid.shownRows()
      .filter((row) => row >= range.top && row <= range.bottom)
      .map((row) => this.grid.rows[row].slice(range.left, range.right + 1));
  }

  get several() {
    return this.anchor !== null && this.anchor !== this.active;
  }

  // Goes to a cell. What was typed before is entered, also when there is no further cell to go to.
  go(cell, { extend = false, focus = true } = {}) {
    this.commit();
    const before = this.active;
    this.anchor = extend ? (this.anchor ?? before ?? cell) : null;
    this.active = cell;
    this.mode = "nav";
    if (before) before.field.tabIndex = -1;
    for (const each of this.grid.cells) if (each.field.tabIndex === 0 && each !== cell) each.field.tabIndex = -1;
    cell.field.tabIndex = 0;
    this.paintRange();
    this.moved(cell);
    if (focus) {
      cell.field.focus({ preventScroll: true });
      cell.td.scrollIntoView({ block: "nearest", inline: "nearest" });
      this.grid.tr(cell.row).cells[0].scrollIntoView({ block: "nearest", inline: "nearest" });
      cell.field.select();
    }
    if (this.several) announce(say("range", this.chosen().flat().length));
  }

  paintRange() {
    const chosen = new Set(this.several ? this.chosen().flat() : []);
    for (const cell of this.grid.cells) {
      cell.td.classList.toggle("chosen", chosen.has(cell));
      cell.td.toggleAttribute("aria-selected", false);
      if (chosen.has(cell)) cell.td.setAttribute("aria-selected", "true");
    }
  }

  step(rows, cols, options) {
    if (!this.active) return;
    const shown = this.grid.shownRows();
    const at = Math.max(0, shown.indexOf(this.active.row));
    const row = shown[Math.min(shown.length - 1, Math.max(0, at + rows))];
    const col = Math.min(this.grid.columns.length - 1, Math.max(0, this.active.col + cols));
    this.go(this.grid.rows[row][col], options);
  }

  // The next cell in reading order; null past the last.
  beside(direction) {
    const shown = this.grid.shownRows();
    const width = this.grid.columns.length;
    const at = shown.indexOf(this.active.row) * width + this.active.col + direction;
    return at < 0 || at >= shown.length * width ? null : this.grid.rows[shown[Math.floor(at / width)]][at % width];
  }

  edge(rowEnd, colEnd, options) {
    const shown = this.grid.shownRows();
    const row = rowEnd === 0 ? this.active.row : rowEnd < 0 ? shown[0] : shown.at(-1);
    const col = colEnd < 0 ? 0 : this.grid.columns.length - 1;
    this.go(this.grid.rows[row][col], options);
  }

  // Somebody begins to type: from here on the cell is compared with what he or she saw now.
  begin(mode) {
    if (!this.active || this.active.locked || this.mode !== "nav") return;
    this.mode = mode;
    this.revision = this.active.revision;
    if (this.several) {
      this.anchor = null;
      this.paintRange();
    }
  }

  edit() {
    if (!this.active || this.active.locked) return;
    this.begin("edit");
    this.mode = "edit";
    const field = this.active.field;
    field.setSelectionRange(field.value.length, field.value.length);
  }

  // Enters what was typed; nothing when nothing was.
  commit(how = "TYPED") {
    if (!this.active || this.mode === "nav") return;
    const cell = this.active;
    this.mode = "nav";
    this.composing = false;
    const typed = cell.area ? cell.field.value.replace(/\s+$/, "") : cell.field.value.trim();
    cell.show(typed);
    if (typed === cell.value) {
      this.outbox.sketch(null);
      this.catchUp(cell);
    } else {
      this.entered([{ cell, value: typed }], how, this.revision);
    }
    cell.field.scrollTop = 0;
  }

  // Gives back what was in the cell before somebody typed.
  cancel() {
    if (!this.active || this.mode === "nav") return false;
    this.mode = "nav";
    this.active.show(this.active.value);
    this.outbox.sketch(null);
    this.catchUp(this.active);
    this.active.field.select();
    return true;
  }

  // What somebody else entered while this cell was being typed in.
  catchUp(cell) {
    if (cell.incoming) {
      const told = cell.incoming;
      cell.incoming = null;
      this.arrived(cell, told);
    }
  }

  arrived() {}
}
