// What was done in this page, to be undone and done again. To undo is to enter the value from before; a cell that has
// changed since in another way stays as it is.

import { announce, say } from "./words.js";

const MOST = 500;

export class History {
  constructor(grid, enter) {
    this.grid = grid;
    this.enter = enter;
    this.done = [];
    this.undone = [];
    this.changed = () => {};
  }

  // Notes changes that belong together: `[{key, before, after}]`.
  note(changes) {
    this.done.push(changes);
    if (this.done.length > MOST) this.done.shift();
    this.undone = [];
    this.changed();
  }

  // The register wrote a value its own way ("t" became "T"): what was done is known under that from now on.
  written(key, typed, shown) {
    for (const change of [...this.done, ...this.undone].flat()) {
      if (change.key !== key) continue;
      if (change.before === typed) change.before = shown;
      if (change.after === typed) change.after = shown;
    }
  }

  undo() {
    return this.move(this.done, this.undone, "after", "before", "undone");
  }

  redo() {
    return this.move(this.undone, this.done, "before", "after", "redone");
  }

  move(from, to, is, becomes, told) {
    const changes = from.pop();
    if (!changes) {
      announce(say("undo.none"));
      return null;
    }
    const possible = changes.filter((change) => this.grid.byKey.get(change.key)?.value === change[is]);
    const wanted = possible.map((change) => ({ cell: this.grid.byKey.get(change.key), value: change[becomes] }));
    this.enter(wanted, "UNDONE");
    if (possible.length > 0) to.push(possible);
    announce(possible.length < changes.length ? say("undo.blocked") : say(told));
    this.changed();
    return wanted[0]?.cell ?? null;
  }
}
