package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Reads classes as they were compiled, without loading them.
final class Code {
    private Code() {}

    /// Reads every class under the folders and in the jars, in order; a folder that is not there has no classes.
    ///
    /// @param found takes the folder or jar and the class
    static void read(Collection<Path> roots, BiConsumer<Path, ClassModel> found) {
        roots.stream().filter(Files::exists).forEach(root -> read(root, found));
    }

    private static void read(Path root, BiConsumer<Path, ClassModel> found) {
        try {
            if (Files.isDirectory(root)) {
                readTree(root, root, found);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(root)) {
                    readTree(root, jar.getPath("/"), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes of " + root, e);
        }
    }

    private static void readTree(Path root, Path top, BiConsumer<Path, ClassModel> found) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                found.accept(root, ClassFile.of().parse(Files.readAllBytes(file)));
            }
        }
    }

    /// The name of a class, with `$` for nested ones.
    static String name(ClassModel model) {
        return model.thisClass().asInternalName().replace('/', '.');
    }

    /// `ExamRoute`, or `ExamRoute.Given` for a nested class.
    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /// The texts that an annotation of a class or method holds; empty when it is not annotated so.
    static Optional<List<String>> texts(AttributedElement element, Class<?> annotation) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .filter(one -> one.className().equalsString(annotation.descriptorString()))
                .findFirst()
                .map(Code::texts);
    }

    private static List<String> texts(Annotation annotation) {
        List<String> texts = new ArrayList<>();
        for (AnnotationElement element : annotation.elements()) {
            collect(element.value(), texts);
        }
        return List.copyOf(texts);
    }

    private static void collect(AnnotationValue value, List<String> texts) {
        if (value instanceof AnnotationValue.OfString text) {
            texts.add(text.stringValue());
        } else if (value instanceof AnnotationValue.OfArray array) {
            array.values().forEach(item -> collect(item, texts));
        }
    }
}
