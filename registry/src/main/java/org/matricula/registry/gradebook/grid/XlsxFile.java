package org.matricula.registry.gradebook.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An Office Open XML workbook (ECMA-376, part 1, section 18) as grids.
///
/// Only five kinds of parts are read: relationships, the workbook, its styles, its strings and its worksheets.
final class XlsxFile {
    private static final int MOST_SHEETS = 50;
    private final Archive archive;
    private final String workbook;
    private final Targets targets;

    private XlsxFile(Archive archive, String workbook) throws Unreadable {
        this.archive = archive;
        this.workbook = workbook;
        this.targets = targets(archive, relationshipsOf(workbook), folderOf(workbook));
    }

    static GridFile read(byte[] file, int mostRows) throws Unreadable {
        try (var archive = Archive.open(file)) {
            refuseOthers(archive);
            var start = targets(archive, "_rels/.rels", "").byType().get("officeDocument");
            if (start == null || !archive.has(start)) {
                throw new Unreadable(FileWords.unknown());
            }
            return new XlsxFile(archive, start).grids(mostRows);
        }
    }

    /// Says what else a ZIP archive is. Macros hide from the file name, so the parts are asked.
    private static void refuseOthers(Archive archive) throws Unreadable {
        if (archive.names().stream().anyMatch(n -> n.endsWith("vbaproject.bin") || n.contains("macrosheets/"))) {
            throw new Unreadable(FileWords.macros());
        }
        if (archive.has("xl/workbook.bin")) {
            throw new Unreadable(FileWords.binaryExcel());
        }
        if (archive.has("content.xml")) {
            throw new Unreadable(FileWords.openDocument());
        }
        if (archive.has("word/document.xml") || archive.has("ppt/presentation.xml")) {
            throw new Unreadable(FileWords.otherOffice());
        }
        if (!archive.has("[Content_Types].xml")) {
            throw new Unreadable(FileWords.archive());
        }
    }

    private GridFile grids(int mostRows) throws Unreadable {
        var sheets = new ArrayList<SheetEntry>();
        boolean since1904 = false;
        var xml = new Xml(part(workbook), workbook);
        for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            if (event != Xml.Event.START) {
                continue;
            }
            if (xml.name().equals("workbookPr")) {
                since1904 = xml.flag("date1904");
            } else if (xml.name().equals("sheet")) {
                sheets.add(new SheetEntry(
                        Optional.ofNullable(xml.attribute("name")).orElse(""),
                        Optional.ofNullable(xml.attribute("state"))
                                .filter(s -> !s.equals("visible"))
                                .isPresent(),
                        Optional.ofNullable(xml.attribute("id")).orElse("")));
            }
        }
        if (sheets.isEmpty()) {
            throw new Unreadable(FileWords.damaged(workbook));
        }
        if (sheets.size() > MOST_SHEETS) {
            throw new Unreadable(FileWords.tooManySheets(sheets.size(), MOST_SHEETS));
        }
        var styles = Styles.read(byType("styles"));
        var strings = SharedStrings.read(byType("sharedStrings"));
        var grids = new ArrayList<Grid>();
        for (var sheet : sheets) {
            var path = targets.byId().get(sheet.relationship());
            if (path == null) {
                throw new Unreadable(FileWords.damaged(workbook));
            }
            if (targets.worksheets().contains(path)) { // a chart sheet has no cells
                grids.add(new XlsxSheet(sheet.name(), sheet.hidden(), styles, strings, since1904, mostRows)
                        .read(new Xml(part(path), path)));
            }
        }
        return new GridFile(grids);
    }

    private Optional<byte[]> byType(String type) throws Unreadable {
        var path = targets(archive, relationshipsOf(workbook), folderOf(workbook))
                .byType()
                .get(type);
        return path == null ? Optional.empty() : archive.part(path);
    }

    private byte[] part(String path) throws Unreadable {
        return archive.part(path).orElseThrow(() -> new Unreadable(FileWords.damaged(path)));
    }

    private record SheetEntry(String name, boolean hidden, String relationship) {}

    private record Targets(Map<String, String> byId, Map<String, String> byType, Set<String> worksheets) {}

    /// Inner targets of a relationships part. External ones are left out: nothing outside the file is ever opened.
    private static Targets targets(Archive archive, String relationships, String folder) throws Unreadable {
        var found = new Targets(new HashMap<>(), new HashMap<>(), new HashSet<>());
        var bytes = archive.part(relationships);
        if (bytes.isEmpty()) {
            return found;
        }
        var xml = new Xml(bytes.get(), relationships);
        for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            if (event == Xml.Event.START
                    && xml.name().equals("Relationship")
                    && !"External".equals(xml.attribute("TargetMode"))) {
                var target = resolve(
                        folder, Optional.ofNullable(xml.attribute("Target")).orElse(""));
                var type = Optional.ofNullable(xml.attribute("Type")).orElse("").replaceFirst(".*/", "");
                found.byId().put(Optional.ofNullable(xml.attribute("Id")).orElse(""), target);
                found.byType().putIfAbsent(type, target);
                if (type.equals("worksheet")) {
                    found.worksheets().add(target);
                }
            }
        }
        return found;
    }

    private static String relationshipsOf(String part) {
        return folderOf(part) + "_rels/" + part.substring(part.lastIndexOf('/') + 1) + ".rels";
    }

    private static String folderOf(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String resolve(String folder, String target) {
        var path = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> steps = new ArrayList<>();
        for (var step : path.split("/")) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.equals(".") && !step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
