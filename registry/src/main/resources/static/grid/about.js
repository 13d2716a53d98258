// What there is to say about the active cell, below the table: what is wrong, who else changed it, whose turn it is.

import { button, element, say } from "./words.js";

export class About {
  constructor(grid, editor, desk) {
    this.panel = document.getElementById("grid-about");
    this.grid = grid;
    this.editor = editor;
    this.desk = desk;
    this.panel.hidden = false;
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && editor.active) {
        event.preventDefault();
        editor.go(editor.active);
      }
    });
  }

  focus() {
    (this.panel.querySelector("button") ?? this.panel).focus();
  }

  show() {
    const cell = this.editor.active;
    const had = this.panel.contains(document.activeElement);
    const parts = cell ? [this.title(cell), ...this.words(cell), this.tools(cell)].filter(Boolean) : [];
    const said = parts.map((part) => part.textContent).join("\n") + (cell?.conflict ? cell.conflict.revision : "");
    if (said === this.said && cell === this.cell) return; // nothing new: buttons keep their focus
    this.said = said;
    this.cell = cell;
    this.panel.replaceChildren(...parts);
    if (had) this.focus();
    for (const each of this.panel.querySelectorAll(".grid-words")) each.id ||= "grid-about-words";
    const words = this.panel.querySelector("#grid-about-words");
    this.described?.field.removeAttribute("aria-describedby");
    this.described = cell;
    if (cell && words) cell.field.setAttribute("aria-describedby", "grid-about-words");
  }

  title(cell) {
    const line = element("p", "grid-which");
    const name = element("strong", "", cell.name);
    name.lang = "vi";
    line.append(name, " · ", cell.column.title);
    return line;
  }

  words(cell) {
    if (cell.conflict) return [this.conflict(cell)];
    const lines = [];
    if (cell.problem) lines.push(["bad", cell.problem]);
    for (const remark of cell.remarks) lines.push(["info", remark]);
    if (cell.changedBy) lines.push(["info", say("changed.by", cell.changedBy.name, cell.changedBy.clock)]);
    for (const name of cell.present) lines.push(["info", say("here.at", name)]);
    if (!cell.problem && !cell.locked && this.grid.missing(cell)) lines.push(["warn", say("missing.one")]);
    if (cell.locked && !cell.problem) lines.push(["calm", say("locked")]);
    const longest = cell.column.longest;
    const length = [...cell.field.value].length;
    if (longest && length > longest * 0.8) lines.push([length > longest ? "bad" : "calm", say("too-long", length, longest)]);
    if (lines.length === 0) return [];
    const box = element("div", "grid-words");
    for (const [tone, text] of lines) box.append(element("p", tone, text));
    return [box];
  }

  // Both values side by side; nothing is decided for anybody.
  conflict(cell) {
    const { mine, theirs, name, clock } = cell.conflict;
    const box = element("div", "grid-words grid-conflict");
    box.append(element("p", "warn", say("conflict", name, clock)));
    const list = element("dl");
    for (const [label, value] of [[say("conflict.mine"), mine], [say("conflict.theirs"), theirs]]) {
      const pair = element("div");
      pair.append(element("dt", "", label), element("dd", "", value === "" ? say("empty") : value));
      list.append(pair);
    }
    const acts = element("p", "grid-acts");
    acts.append(
      button(say("conflict.keep"), () => this.desk.keepMine(cell)),
      button(say("conflict.take"), () => this.desk.takeTheirs(cell)),
    );
    box.append(list, acts);
    return box;
  }

  tools(cell) {
    if (cell.locked || cell.conflict || !(cell.area || cell.column.options)) return null;
    const acts = element("p", "grid-acts");
    const open = button(say(cell.area ? "bank" : "options") + " (Alt+↓)", () => this.desk.list(cell));
    open.setAttribute("aria-haspopup", "listbox");
    acts.append(open);
    return acts;
  }
}
