package org.matricula.law.testing;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.matricula.law.Clause;

/// Which code cites which clause, read from byte code: `@Clause` on classes and methods, and clause ids as strings.
///
/// @param applied clause id to the places that say by `@Clause` that they apply it
/// @param mentioned clause id to the classes that hold it as a string, constants of the corpus apart
/// @param measured clause id to the methods that apply it and compare dates, moments or numbers; see [Measuring]
public record Citations(
        Map<String, Set<Place>> applied, Map<String, Set<Place>> mentioned, Map<String, Set<Place>> measured) {
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
            String simple = Code.simpleName(className);
            return method.isEmpty() ? simple : simple + "." + method;
        }
    }

    /// Reads every class under the folders and in the jars; a folder that is not there has no classes.
    ///
    /// @param regulations ids of regulations, by whose prefix a string is known as a clause id
    public static Citations read(Collection<Path> roots, Set<String> regulations) {
        Citations citations = new Citations(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Code.read(roots, (root, model) -> citations.readClass(root, model, regulations));
        return citations;
    }

    private void readClass(Path root, ClassModel model, Set<String> regulations) {
        String name = Code.name(model);
        clauses(model).forEach(clause -> add(applied, clause, new Place(root, name, "")));
        for (MethodModel method : model.methods()) {
            Place place = new Place(root, name, method.methodName().stringValue());
            List<String> cited = clauses(method);
            cited.forEach(clause -> add(applied, clause, place));
            if (!cited.isEmpty() && Measuring.in(model, method)) {
                cited.forEach(clause -> add(measured, clause, place));
            }
        }
        if (!regulations.contains(name.substring(name.lastIndexOf('.') + 1))) {
            strings(model, regulations, clause -> add(mentioned, clause, new Place(root, name, "")));
        }
    }

    private static List<String> clauses(AttributedElement element) {
        return Code.texts(element, Clause.class).orElse(List.of());
    }

    private static void strings(ClassModel model, Set<String> regulations, Consumer<String> found) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof StringEntry string) {
                String text = string.stringValue();
                int colon = text.indexOf(':');
                if (colon > 0
                        && colon < text.length() - 1
                        && regulations.contains(text.substring(0, colon))
                        && text.substring(colon + 1).matches("[A-Za-z0-9][A-Za-z0-9./_-]*")) {
                    found.accept(text);
                }
            }
        }
    }

    private static void add(Map<String, Set<Place>> map, String clause, Place place) {
        map.computeIfAbsent(clause, _ -> new TreeSet<>()).add(place);
    }
}
