package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Which code cites which clause, read from byte code: `@Clause` on classes and methods, and clause ids as strings.
///
/// @param applied clause id to the places that say by `@Clause` that they apply it
/// @param mentioned clause id to the classes that hold it as a string, constants of the corpus apart
public record Citations(Map<String, Set<Place>> applied, Map<String, Set<Place>> mentioned) {
    private static final String CLAUSE = "Lorg/matricula/law/Clause;";

    /// A place in the code.
    ///
    /// @param root the folder or jar it was read from
    /// @param className the class, with `$` for nested ones
    /// @param method the method; empty for the whole class
    public record Place(Path root, String className, String method) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return told().compareTo(other.told());
        }

        /// `ExamRoute` or `ExamRoute.boundary`.
        public String told() {
            String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
            return method.isEmpty() ? simple : simple + "." + method;
        }
    }

    /// Reads every class under the folders and in the jars; a folder that is not there has no classes.
    ///
    /// @param regulations ids of regulations, by whose prefix a string is known as a clause id
    public static Citations read(Collection<Path> roots, Set<String> regulations) {
        Citations citations = new Citations(new TreeMap<>(), new TreeMap<>());
        roots.stream().filter(Files::exists).forEach(root -> citations.readRoot(root, regulations));
        return citations;
    }

    private void readRoot(Path root, Set<String> regulations) {
        try {
            if (Files.isDirectory(root)) {
                readTree(root, root, regulations);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(root)) {
                    readTree(root, jar.getPath("/"), regulations);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes of " + root, e);
        }
    }

    private void readTree(Path root, Path top, Set<String> regulations) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                readClass(root, ClassFile.of().parse(Files.readAllBytes(file)), regulations);
            }
        }
    }

    private void readClass(Path root, ClassModel model, Set<String> regulations) {
        String name = model.thisClass().asInternalName().replace('/', '.');
        clauses(model.findAttribute(Attributes.runtimeVisibleAnnotations())
                        .map(a -> a.annotations())
                        .orElse(List.of()))
                .forEach(clause -> add(applied, clause, new Place(root, name, "")));
        for (MethodModel method : model.methods()) {
            clauses(method.findAttribute(Attributes.runtimeVisibleAnnotations())
                            .map(a -> a.annotations())
                            .orElse(List.of()))
                    .forEach(clause -> add(
                            applied,
                            clause,
                            new Place(root, name, method.methodName().stringValue())));
        }
        if (!regulations.contains(name.substring(name.lastIndexOf('.') + 1))) {
            strings(model, regulations, (clause, _) -> add(mentioned, clause, new Place(root, name, "")));
        }
    }

    private static void strings(ClassModel model, Set<String> regulations, BiConsumer<String, PoolEntry> found) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof StringEntry string) {
                String text = string.stringValue();
                int colon = text.indexOf(':');
                if (colon > 0
                        && colon < text.length() - 1
                        && regulations.contains(text.substring(0, colon))
                        && text.substring(colon + 1).matches("[A-Za-z0-9][A-Za-z0-9./_-]*")) {
                    found.accept(text, entry);
                }
            }
        }
    }

    private static List<String> clauses(List<Annotation> annotations) {
        List<String> clauses = new ArrayList<>();
        for (Annotation annotation : annotations) {
            if (annotation.className().equalsString(CLAUSE)) {
                for (AnnotationElement element : annotation.elements()) {
                    collect(element.value(), clauses);
                }
            }
        }
        return clauses;
    }

    private static void collect(AnnotationValue value, List<String> clauses) {
        if (value instanceof AnnotationValue.OfString string) {
            clauses.add(string.stringValue());
        } else if (value instanceof AnnotationValue.OfArray array) {
            array.values().forEach(item -> collect(item, clauses));
        }
    }

    private static void add(Map<String, Set<Place>> map, String clause, Place place) {
        map.computeIfAbsent(clause, _ -> new TreeSet<>()).add(place);
    }
}
