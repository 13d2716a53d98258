// Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, quotes around
// what contains either.

export function parse(text) {
  const rows = [];
  let row = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let i = 0; i < source.length; i++) {
    const sign = source[i];
    if (quoted) {
      if (sign === '"' && source[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (sign === '"') {
        quoted = false;
      } else {
        cell += sign;
      }
    } else if (sign === '"' && cell === "" && closes(source, i)) {
      quoted = true;
    } else if (sign === "\t") {
      row.push(cell);
      cell = "";
    } else if (sign === "\n") {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = "";
    } else {
      cell += sign;
    }
  }
  if (cell !== "" || row.length > 0) {
    row.push(cell);
    rows.push(row);
  }
  return rows;
}

// A quote opens a quoted cell only if another one closes it right before a tab, a line end or the end: a comment may
// well begin with a word in quotes.
function closes(source, start) {
  for (let i = start + 1; i < source.length; i++) {
    if (source[i] === '"') {
      if (source[i + 1] === '"') {
        i++;
      } else {
        return i + 1 === source.length || source[i + 1] === "\t" || source[i + 1] === "\n";
      }
    }
  }
  return false;
}

export function print(rows) {
  return rows.map((row) => row.map(quote).join("\t")).join("\n");
}

function quote(text) {
  return /[\t\n]|^"/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

// Where a block lands: from the first cell of the range on, over rows that are shown. One value fills a whole range, and
// a block is repeated while the range is a multiple of it.
export function place(block, range, shown, width) {
  const height = block.length;
  const broad = Math.max(...block.map((row) => row.length));
  const from = shown.indexOf(range.top);
  const tall = shown.filter((row) => row >= range.top && row <= range.bottom).length;
  const wide = range.right - range.left + 1;
  const down = tall % height === 0 ? tall : height;
  const across = wide % broad === 0 ? wide : broad;
  const landed = [];
  let over = 0;
  for (let r = 0; r < down; r++) {
    for (let c = 0; c < across; c++) {
      const value = block[r % height][c % broad];
      const row = shown[from + r];
      const col = range.left + c;
      if (value === undefined) continue;
      if (row === undefined || col >= width) over++;
      else landed.push({ row, col, value });
    }
  }
  return { landed, over };
}
