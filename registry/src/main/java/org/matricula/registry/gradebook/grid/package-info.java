/// Files as grids of cells: XLSX and CSV, read within fixed bounds, without meaning.
///
/// Any bytes in, a grid or a refusal in words out. Spreadsheets of other people are hostile input: the archive
/// is read through its central directory as a spreadsheet program does, every part is inflated only up to a
/// limit, XML is read without document types and entities, and nothing outside the file is ever opened.
@NullMarked
package org.matricula.registry.gradebook.grid;

import org.jspecify.annotations.NullMarked;
