// The table as rows of cells. A cell knows what stands in the register (saved, revision), what its teacher wants
// (value), and what is in its field just now.

export class Cell {
  constructor(td, pupil, name, column, row, col) {
    this.td = td;
    this.field = td.querySelector("input, textarea");
    this.pupil = pupil;
    this.name = name;
    this.column = column;
    this.row = row;
    this.col = col;
    this.key = `${pupil}/${column.key}`;
    this.saved = td.dataset.saved;
    this.revision = Number(td.dataset.revision);
    this.value = this.saved;
    this.locked = this.field.readOnly;
    this.problem = "";
    this.conflict = null;
    this.remarks = [];
    this.changedBy = null;
    this.present = [];
    this.incoming = null;
  }

  get area() {
    return this.field.tagName === "TEXTAREA";
  }

  get unsettled() {
    return this.problem !== "" || this.conflict !== null;
  }

  show(text) {
    if (this.field.value !== text) this.field.value = text;
  }
}

export class Grid {
  constructor(form, config) {
    this.table = form.querySelector("#grid");
    this.columns = config.columns;
    this.rows = [];
    this.byKey = new Map();
    this.listeners = [];
    const columns = new Map(config.columns.map((column) => [column.key, column]));
    for (const tr of this.table.tBodies[0].rows) {
      const cells = [...tr.querySelectorAll("td")].map((td, col) =>
        new Cell(td, tr.dataset.pupil, tr.querySelector(".name").textContent, columns.get(td.dataset.column),
          this.rows.length, col));
      cells.forEach((cell) => this.byKey.set(cell.key, cell));
      this.rows.push(cells);
    }
  }

  get cells() {
    return this.rows.flat();
  }

  tr(row) {
    return this.rows[row][0].td.parentElement;
  }

  shownRows() {
    return this.rows.map((_, row) => row).filter((row) => !this.tr(row).hidden);
  }

  cellOf(node) {
    const td = node instanceof Element ? node.closest("td[data-column]") : null;
    const tr = td?.parentElement;
    return tr ? this.byKey.get(`${tr.dataset.pupil}/${td.dataset.column}`) : undefined;
  }

  // Whether a value that must be there is not.
  missing(cell) {
    if (cell.value !== "") return false;
    if (cell.column.need === "ALWAYS") return true;
    return cell.column.need === "WITH_GROUP" && this.rows[cell.row].some((other) =>
      other !== cell && other.column.group === cell.column.group && other.value !== "");
  }

  // Whether there is still something to do at a cell: a value is missing, or one that is there is not in the register.
  undone(cell) {
    return cell.unsettled || this.missing(cell);
  }

  undoneIn(row) {
    return this.rows[row].some((cell) => this.undone(cell));
  }

  undoneAll() {
    return this.cells.filter((cell) => this.undone(cell)).length;
  }

  // Shows how a cell stands. The words for it are in the line about the cell.
  paint(cell, waiting) {
    const look = cell.td.classList;
    look.toggle("failed", cell.problem !== "" && !cell.conflict);
    look.toggle("changed", cell.conflict !== null);
    look.toggle("saving", waiting && !cell.unsettled);
    look.toggle("here", cell.present.length > 0);
    look.toggle("locked", cell.locked);
    look.toggle("missing", !waiting && !cell.unsettled && !cell.locked && this.missing(cell));
    if (cell.unsettled) cell.field.setAttribute("aria-invalid", "true");
    else cell.field.removeAttribute("aria-invalid");
  }

  flash(cell) {
    cell.td.classList.add("saved");
    setTimeout(() => cell.td.classList.remove("saved"), 2500);
  }
}
