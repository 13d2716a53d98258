// Keys, pointer and clipboard. Keys that belong to an input method are never touched.

import { announce, say } from "./words.js";
import { parse, place, print } from "./clip.js";

const PAGE = 10;

export class Keys {
  constructor(form, grid, editor, desk) {
    this.grid = grid;
    this.editor = editor;
    this.desk = desk;
    const table = grid.table;
    table.addEventListener("keydown", (event) => this.key(event));
    table.addEventListener("compositionstart", () => {
      editor.composing = true;
      editor.begin("type");
    });
    table.addEventListener("compositionend", () => {
      editor.composing = false;
      this.typed();
    });
    table.addEventListener("input", () => this.typed());
    table.addEventListener("focusin", (event) => this.focus(event));
    table.addEventListener("focusout", (event) => this.blur(event));
    table.addEventListener("pointerdown", (event) => this.press(event));
    table.addEventListener("dblclick", (event) => grid.cellOf(event.target) && editor.edit());
    table.addEventListener("copy", (event) => this.copy(event, false));
    table.addEventListener("cut", (event) => this.copy(event, true));
    table.addEventListener("paste", (event) => this.paste(event));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  typed() {
    const editor = this.editor;
    if (!editor.active) return;
    editor.begin("type");
    if (editor.mode !== "nav") this.desk.outbox.sketch(editor.active, editor.revision);
  }

  focus(event) {
    const cell = this.grid.cellOf(event.target);
    if (cell && cell !== this.editor.active) this.editor.go(cell, { focus: false });
    if (cell && this.editor.mode === "nav") cell.field.select();
  }

  blur(event) {
    if (!this.grid.table.contains(event.relatedTarget) && !this.editor.composing) this.editor.commit();
  }

  press(event) {
    const cell = this.grid.cellOf(event.target);
    if (!cell || event.button !== 0) return;
    const again = cell === this.editor.active;
    if (again && (this.editor.mode !== "nav" || event.pointerType === "touch")) {
      if (this.editor.mode === "nav") this.editor.begin("edit");
      return; // the caret goes where one points
    }
    if (event.pointerType === "touch") return; // a swipe scrolls; a tap brings the focus by itself
    event.preventDefault();
    this.editor.go(cell, { extend: event.shiftKey });
    const drag = (moving) => {
      const over = this.grid.cellOf(document.elementFromPoint(moving.clientX, moving.clientY));
      if (over && over !== this.editor.active && moving.buttons === 1) this.editor.go(over, { extend: true });
    };
    addEventListener("pointermove", drag);
    addEventListener("pointerup", () => removeEventListener("pointermove", drag), { once: true });
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229 || this.editor.composing) return;
    const cell = this.grid.cellOf(event.target);
    if (!cell) return;
    if (this.command(event, cell) || this.travel(event, cell)) event.preventDefault();
  }

  command(event, cell) {
    const editor = this.editor;
    const nav = editor.mode === "nav";
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.altKey && key === "ArrowDown") return this.desk.list(cell);
    if (event.altKey && key === "Enter" && cell.area && !cell.locked) return newLine(editor, cell);
    if (key === "F2") return editor.edit(), true;
    if (key === "Escape") return editor.cancel() || this.leave();
    if (control && !event.altKey && nav) {
      if (key === "z" && !event.shiftKey) return this.desk.undo(), true;
      if (key === "y" || (key === "z" && event.shiftKey)) return this.desk.redo(), true;
      if (key === "d") return this.fillDown(), true;
    }
    if (control && key === "d") return editor.commit(), this.fillDown(), true;
    if (nav && key === "Delete") return this.clear(), true;
    return false;
  }

  travel(event, cell) {
    const editor = this.editor;
    const still = editor.mode === "edit" || (editor.mode === "type" && cell.area);
    const options = { extend: event.shiftKey };
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    switch (event.key) {
      case "Enter":
        editor.step(event.shiftKey ? -1 : 1, 0);
        editor.commit();
        return true;
      case "Tab":
        return this.tab(event.shiftKey ? -1 : 1);
      case "ArrowUp":
        return !still && (control ? editor.edge(-1, cell.col === 0 ? -1 : 0, options) : editor.step(-1, 0, options), true);
      case "ArrowDown":
        return !still && (editor.step(1, 0, options), true);
      case "ArrowLeft":
        return !still && (editor.step(0, -1, options), true);
      case "ArrowRight":
        return !still && (editor.step(0, 1, options), true);
      case "Home":
        return !still && (editor.edge(control ? -1 : 0, -1, options), true);
      case "End":
        return !still && (editor.edge(control ? 1 : 0, 1, options), true);
      case "PageUp":
        return editor.step(-PAGE, 0, options), true;
      case "PageDown":
        return editor.step(PAGE, 0, options), true;
      default:
        return false;
    }
  }

  // Past the last cell, and before the first, Tab leaves the table as it does everywhere.
  tab(direction) {
    const next = this.editor.beside(direction);
    if (!next) return this.editor.commit(), false;
    this.editor.go(next);
    return true;
  }

  leave() {
    if (this.editor.several) this.editor.go(this.editor.active);
    else this.desk.about.focus();
    return true;
  }

  clear() {
    const cells = this.editor.chosen().flat().filter((cell) => !cell.locked && cell.value !== "");
    this.desk.enter(cells.map((cell) => ({ cell, value: "" })), "TYPED");
    announce(say("cleared", cells.length));
  }

  fillDown() {
    const rows = this.editor.chosen();
    const source = rows.length > 1 ? rows[0] : this.above(rows[0] ?? []);
    const wanted = (rows.length > 1 ? rows.slice(1) : rows).flatMap((row) =>
      row.map((cell, i) => ({ cell, value: source[i]?.value })).filter(({ cell, value }) =>
        value !== undefined && !cell.locked));
    this.desk.enter(wanted, "PASTED");
    this.editor.active?.field.select();
    announce(say("filled", wanted.length));
  }

  above(row) {
    const shown = this.grid.shownRows();
    const at = row.length > 0 ? shown[shown.indexOf(row[0].row) - 1] : undefined;
    return at === undefined ? [] : row.map((cell) => this.grid.rows[at][cell.col]);
  }

  copy(event, cut) {
    if (this.editor.mode !== "nav" || !this.editor.active) return;
    const rows = this.editor.chosen();
    event.clipboardData.setData("text/plain", print(rows.map((row) => row.map((cell) => cell.value))));
    event.preventDefault();
    if (cut) this.clear();
    else announce(say("copied", rows.flat().length));
  }

  paste(event) {
    const editor = this.editor;
    if (!editor.active || editor.mode !== "nav") return; // into the text, where the caret is
    event.preventDefault();
    const block = parse(event.clipboardData.getData("text/plain"));
    if (block.length === 0) return;
    const { landed, over } = place(block, editor.range, this.grid.shownRows(), this.grid.columns.length);
    const open = landed.map(({ row, col, value }) => ({ cell: this.grid.rows[row][col], value: value.trim() }))
      .filter(({ cell }) => !cell.locked);
    this.desk.pasted(open.length, over + landed.length - open.length);
    this.desk.enter(open, "PASTED");
    const last = landed.at(-1);
    if (last && landed.length > 1) this.select(landed);
    else editor.active.field.select();
  }

  select(landed) {
    const first = this.grid.rows[landed[0].row][landed[0].col];
    this.editor.go(first);
    this.editor.anchor = this.grid.rows[landed.at(-1).row][landed.at(-1).col];
    this.editor.paintRange();
  }
}

function newLine(editor, cell) {
  editor.begin("edit");
  const field = cell.field;
  field.setRangeText("\n", field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
