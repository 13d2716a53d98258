package org.matricula.law.testing;

import java.nio.file.Path;

/// Small helps for writing pages.
final class Markdown {
    static final String GENERATED =
            "<!-- Generated from the corpus, the code and the tests that passed. Do not edit: write it anew. -->\n\n";

    private Markdown() {}

    /// Text that is safe in a cell of a table.
    static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s+", " ");
    }

    /// A link to the source of a place; only its name when it was read from a jar.
    static String source(Citations.Place place, Path root, String upwards) {
        Path module = place.root().endsWith("target/classes")
                ? place.root().getParent().getParent()
                : null;
        String label = "`" + place.told() + "`";
        if (module == null) {
            return label;
        }
        int nested = place.className().indexOf('$');
        String top = nested < 0 ? place.className() : place.className().substring(0, nested);
        String path = root.relativize(module).toString().replace('\\', '/');
        return "[%s](%s%s/src/main/java/%s.java)".formatted(label, upwards, path, top.replace('.', '/'));
    }

    /// A test as a sentence: its class, then the method in words or the sentence of the golden case.
    static String sentence(String test) {
        int hash = test.indexOf('#');
        if (hash < 0) {
            return cell(test);
        }
        String owner = test.substring(test.lastIndexOf('.', hash) + 1, hash).replace('$', ' ');
        String rest = test.substring(hash + 1);
        int golden = rest.indexOf(": ");
        String what = golden < 0 ? rest.replace('_', ' ') : rest.substring(golden + 2);
        return cell(owner.replace('_', ' ') + ": " + what);
    }
}
