package org.matricula.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.pdf.PdfValue;

/// What a PDF could do by itself, or show to one reader and hide from another: found in all its objects, used or not.
///
/// @param found what our files never hold, by the name that it has in the file
/// @param fields how many form fields there are; the seal's is one
/// @param widgets how many places of form fields there are on pages; the seal's is one
/// @param attachments how many descriptions of embedded files there are
record PdfActivity(List<String> found, int fields, int widgets, int attachments) {
    /// Entries that make a PDF act, hide something, or show one thing and hold another.
    private static final Set<String> KEYS = Set.of(
            "JS",
            "JavaScript",
            "AA",
            "OpenAction",
            "XFA",
            "OCProperties",
            "OC",
            "RichMedia",
            "Launch",
            "URI",
            "Alternates",
            "OPI",
            "Collection");

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "ResetForm",
            "GoToR",
            "GoToE",
            "GoTo",
            "GoToDp",
            "Thread",
            "Hide",
            "Named",
            "Rendition",
            "Movie",
            "Sound",
            "SetOCGState",
            "Trans",
            "GoTo3DView",
            "URI",
            "RichMediaExecute");

    PdfActivity {
        found = List.copyOf(found);
    }

    static PdfActivity of(PdfFile file) {
        Deque<PdfValue> open = new ArrayDeque<>(file.objects().values());
        Set<String> found = new TreeSet<>();
        int fields = 0;
        int widgets = 0;
        int attachments = 0;
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case PdfValue.Array(List<PdfValue> values) -> open.addAll(values);
                case PdfValue.Stream stream -> open.push(stream.dictionary());
                case PdfValue.Dictionary(Map<String, PdfValue> entries) -> {
                    look(entries, found);
                    fields += entries.containsKey("FT") ? 1 : 0;
                    widgets += named(entries, "Subtype").equals("Widget") ? 1 : 0;
                    attachments += entries.containsKey("EF") ? 1 : 0;
                    open.addAll(entries.values());
                }
                case PdfValue.Null _,
                        PdfValue.Bool _,
                        PdfValue.Numeral _,
                        PdfValue.Name _,
                        PdfValue.Text _,
                        PdfValue.Reference _ -> {}
            }
        }
        return new PdfActivity(List.copyOf(found), fields, widgets, attachments);
    }

    private static void look(Map<String, PdfValue> entries, Set<String> found) {
        entries.keySet().stream().filter(KEYS::contains).forEach(found::add);
        String type = named(entries, "Type");
        String subtype = named(entries, "Subtype");
        // Whatever lies over a page has a rectangle; only the seal's place may.
        if ((entries.containsKey("Rect") || type.equals("Annot")) && !subtype.equals("Widget")) {
            found.add(subtype.isEmpty() ? "Annot" : subtype);
        }
        if (type.equals("Action") || ACTIONS.contains(named(entries, "S"))) {
            found.add(named(entries, "S").isEmpty() ? "Action" : named(entries, "S"));
        }
        // A form that takes its content from another file.
        if (subtype.equals("Form") && entries.containsKey("Ref")) {
            found.add("Ref");
        }
    }

    private static String named(Map<String, PdfValue> entries, String key) {
        return entries.get(key) instanceof PdfValue.Name(String text) ? text : "";
    }
}
