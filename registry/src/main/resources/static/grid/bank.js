// A list beside a cell: the values that fit, or the comment bank.

import { announce, element, say } from "./words.js";

export class Bank {
  constructor(form, config, editor, desk) {
    this.form = form;
    this.config = config;
    this.editor = editor;
    this.desk = desk;
    this.phrases = null;
    this.box = null;
    form.addEventListener("focusout", (event) => {
      if (this.box?.contains(event.target) && !this.box.contains(event.relatedTarget)) this.close(false);
    });
  }

  // Fetched once the page has settled, so that it is there when the connection is not.
  async load() {
    const response = await fetch(this.address()).catch(() => null);
    if (response?.ok) this.phrases = (await response.json()).phrases;
  }

  address(rest = "") {
    return `${this.config.api}/phrases${rest}?block=${encodeURIComponent(this.config.block)}`;
  }

  open(cell) {
    if (cell.locked) return true;
    if (cell.column.options) {
      this.list(cell, say("options"), cell.column.options.map((option) => ({
        words: option.shown, hint: option.shown === option.words ? "" : option.words, pick: () => this.put(cell, option.shown),
      })));
    } else if (cell.area) {
      this.comments(cell);
    }
    return true;
  }

  comments(cell) {
    if (!this.phrases) {
      this.load().then(() => this.phrases && this.box && this.cell === cell && this.comments(cell));
    }
    const typed = cell.field.value.trim();
    const items = (this.phrases ?? []).map((phrase) => ({
      words: phrase.words,
      hint: say(phrase.school ? "bank.school" : "bank.mine"),
      pick: () => this.put(cell, typed === "" ? phrase.words : `${typed} ${phrase.words}`),
      drop: phrase.school ? null : () => this.drop(phrase),
    }));
    if (typed !== "" && !items.some((item) => item.words === typed)) {
      items.push({ words: say("bank.keep"), hint: "", act: true, pick: () => this.keep(cell, typed) });
    }
    this.list(cell, say("bank"), items, say("bank.empty"));
  }

  put(cell, value) {
    this.close(true);
    this.editor.cancel();
    this.desk.enter([{ cell, value }], "TYPED");
    cell.field.select();
  }

  async keep(cell, words) {
    this.close(true);
    const response = await fetch(this.address(), {
      method: "POST", body: words,
      headers: { "Content-Type": "text/plain;charset=UTF-8", "X-CSRF-TOKEN": this.config.csrf.value },
    }).catch(() => null);
    if (response?.ok) {
      await this.load();
      announce(say("bank.kept"));
    } else {
      announce(say("why.offline"));
    }
  }

  async drop(phrase) {
    this.close(true);
    const headers = { "X-CSRF-TOKEN": this.config.csrf.value };
    await fetch(this.address(`/${phrase.id}`), { method: "DELETE", headers }).catch(() => null);
    await this.load();
  }

  list(cell, title, items, nothing = "") {
    this.close(false);
    const box = element("div", "grid-list");
    const list = element("ul");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", title);
    list.tabIndex = -1;
    items.forEach((item, i) => list.append(this.item(item, i)));
    box.append(element("p", "grid-list-title", title));
    if (items.length === 0) box.append(element("p", "hint", nothing));
    box.append(list);
    this.box = box;
    this.items = items;
    this.at = 0;
    this.list_ = list;
    this.cell = cell;
    list.addEventListener("keydown", (event) => this.key(event));
    this.form.append(box);
    this.stand(cell, box);
    this.mark(0);
    list.focus();
  }

  item(item, i) {
    const line = element("li", item.act ? "act" : "", item.words);
    line.id = `grid-list-${i}`;
    line.setAttribute("role", "option");
    if (item.hint) line.append(" ", element("span", "hint", item.hint));
    line.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      item.pick();
    });
    return line;
  }

  stand(cell, box) {
    const place = cell.td.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    const below = place.bottom + size.height < innerHeight;
    box.style.left = `${Math.max(8, Math.min(place.left, innerWidth - size.width - 8))}px`;
    box.style.top = `${Math.max(8, below ? place.bottom : place.top - size.height)}px`;
  }

  mark(at) {
    const lines = [...this.list_.children];
    if (lines.length === 0) return;
    this.at = Math.max(0, Math.min(lines.length - 1, at));
    lines.forEach((line, i) => line.setAttribute("aria-selected", String(i === this.at)));
    this.list_.setAttribute("aria-activedescendant", lines[this.at].id);
    lines[this.at].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e6, End: 1e6 };
    if (event.key in steps) {
      this.mark(this.at + steps[event.key]);
    } else if (event.key === "Enter" || event.key === " ") {
      this.items[this.at]?.pick();
    } else if (event.key === "Delete") {
      this.items[this.at]?.drop?.();
    } else if (event.key === "Escape" || event.key === "Tab") {
      this.close(true);
    } else if (event.key.length === 1) {
      const begins = (i) => this.items[i % this.items.length]?.words.toLowerCase().startsWith(event.key.toLowerCase());
      for (let i = this.at + 1; i <= this.at + this.items.length; i++) {
        if (begins(i)) return this.mark(i % this.items.length);
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  close(back) {
    const box = this.box;
    this.box = null;
    box?.remove();
    if (back && box) this.cell.field.focus({ preventScroll: true });
  }
}
