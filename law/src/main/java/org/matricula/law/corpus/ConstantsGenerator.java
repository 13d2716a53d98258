package org.matricula.law.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;

/// Writes one class of clause constants for each regulation of a pack, and `Regulations` that lists them.
///
/// Run by the build in each pack before it is compiled. A clause that is not in the corpus then does not compile, and
/// "find usages" works on an article.
public final class ConstantsGenerator {
    private static final String NUMBER = """

                /// The number that a clause sets, as it stands on the day.
                public static int number(String clause, LocalDate on) {
                    return NUMBERS.on(clause, on);
                }
            """;

    private ConstantsGenerator() {}

    /// Arguments: the folder of YAML files (may be absent), the folder for the sources, the Java package.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("three arguments: folder of law/*.yaml, folder for sources, package");
        }
        generate(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
    }

    /// Writes the sources; a file whose content would not change is left alone, so that nothing is recompiled for it.
    static void generate(Path lawFolder, Path sources, String javaPackage) throws IOException {
        Path folder = sources.resolve(javaPackage.replace('.', '/'));
        Files.createDirectories(folder);
        List<String> ids = new ArrayList<>();
        for (Path file : yamlFiles(lawFolder)) {
            String name = file.getFileName().toString();
            Corpus corpus = CorpusReader.read(file.toString(), Files.readString(file));
            String id = corpus.regulation().id();
            if (!name.equals(id + ".yaml")) {
                throw new IllegalArgumentException("%s holds regulation %s; name it %s.yaml".formatted(file, id, id));
            }
            ids.add(id);
            writeIfChanged(folder.resolve(id + ".java"), constants(corpus, javaPackage));
        }
        writeIfChanged(folder.resolve("Regulations.java"), regulations(ids, javaPackage));
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /// The constant of a clause id: `VN55:5.2.b/2` gives `ART_5_2_B_2`.
    static String constantName(String clauseId) {
        String number = clauseId.substring(clauseId.indexOf(':') + 1);
        String name = number.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Character.isDigit(name.charAt(0)) ? "ART_" + name : name;
    }

    private static String constants(Corpus corpus, String javaPackage) {
        String id = corpus.regulation().id();
        StringBuilder out = new StringBuilder(4096);
        out.append("package ").append(javaPackage).append(";\n\n");
        boolean numbers = corpus.entries().stream().anyMatch(e -> !e.values().isEmpty());
        out.append(numbers ? "import java.time.LocalDate;\n" : "");
        out.append("import org.matricula.law.Corpus;\n").append(numbers ? "import org.matricula.law.Numbers;\n" : "");
        out.append("import org.matricula.law.Regulation;\n");
        out.append("import org.matricula.law.corpus.Corpora;\n\n");
        out.append("/// ").append(oneLine(corpus.regulation().title().en())).append("\n///\n");
        out.append("/// Generated from law/").append(id).append(".yaml.\n");
        out.append("public final class ").append(id).append(" {\n");
        Map<String, String> taken = new HashMap<>();
        for (Entry entry : corpus.entries()) {
            String name = constantName(entry.id());
            String other = taken.put(name, entry.id());
            if (other != null) {
                throw new IllegalArgumentException(
                        "clauses %s and %s give the same constant %s".formatted(other, entry.id(), name));
            }
            out.append("    /// ").append(oneLine(entry.text().en())).append('\n');
            out.append("    public static final String ")
                    .append(name)
                    .append(" = \"")
                    .append(entry.id())
                    .append("\";\n\n");
        }
        out.append(numbers ? "    private static final Numbers NUMBERS = corpus().numbers();\n\n" : "");
        out.append("    private ").append(id).append("() {}\n\n");
        out.append("    /// The clauses of the regulation.\n    public static Corpus corpus() {\n");
        out.append("        return Corpora.of(")
                .append(id)
                .append(".class, \"")
                .append(id)
                .append("\");\n    }\n\n");
        out.append("    /// The regulation and its editions.\n    public static Regulation regulation() {\n");
        out.append("        return corpus().regulation();\n    }\n");
        out.append(numbers ? NUMBER : "").append("}\n");
        return out.toString();
    }

    private static String regulations(List<String> ids, String javaPackage) {
        String list = String.join(", ", ids.stream().map(id -> '"' + id + '"').toList());
        return """
                package %s;

                import java.util.List;
                import org.matricula.law.Corpus;
                import org.matricula.law.corpus.Corpora;

                /// The regulations of this pack. Generated from law/*.yaml.
                public final class Regulations {
                    /// Their ids, in alphabetical order.
                    public static final List<String> IDS = List.of(%s);

                    private Regulations() {}

                    /// Their corpora.
                    public static List<Corpus> corpora() {
                        return Corpora.of(Regulations.class, IDS);
                    }
                }
                """.formatted(javaPackage, list);
    }

    /// A backslash before `u` would be read as a character escape even in a comment.
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").replace("\\", "/");
    }

    private static void writeIfChanged(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
