package org.matricula.registry.lawbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.matricula.law.Clause;
import org.matricula.law.Decision;

/// The clauses that the code of one decision can reach: those named by `@Clause` on what it calls, and those it holds
/// as strings. Calls are followed within the pack; a class that is made there may have any of its methods called.
final class ReachedCode {
    private static final String CLAUSE = Clause.class.descriptorString();

    private record Method(String owner, String name, String type) {}

    private final Set<String> clauses = new TreeSet<>();
    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Map<String, Optional<ClassModel>> models = new HashMap<>();
    private final Set<Object> seen = new HashSet<>();
    private final Deque<Method> next = new ArrayDeque<>();
    private final ClassLoader loader;
    private final String scope;
    private final Set<String> known;

    private ReachedCode(ClassLoader loader, String scope, Set<String> known) {
        this.loader = loader;
        this.scope = scope.replace('.', '/');
        this.known = known;
    }

    /// Reads what the decision reaches.
    ///
    /// @param scope the package in which calls are followed
    /// @param known the clause ids of the corpora
    static ReachedCode from(Class<?> decision, String scope, Set<String> known) {
        ReachedCode code = new ReachedCode(decision.getClassLoader(), scope, known);
        for (Class<?> type = decision; type != null && type != Object.class; type = type.getSuperclass()) {
            code.everyMethod(type.getName().replace('.', '/'));
        }
        while (!code.next.isEmpty()) {
            code.follow(code.next.pop());
        }
        return code;
    }

    /// Every clause the decision may cite.
    Set<String> clauses() {
        return clauses;
    }

    /// For each clause the places that apply it, for example `ExamRoute.regularOwn`.
    Map<String, Set<String>> places() {
        return places;
    }

    private void everyMethod(String owner) {
        if (seen.add(owner)) {
            model(owner).ifPresent(model -> {
                model.methods()
                        .forEach(m -> reach(new Method(
                                owner,
                                m.methodName().stringValue(),
                                m.methodType().stringValue())));
            });
        }
    }

    private void reach(Method method) {
        if (inScope(method.owner()) && seen.add(method)) {
            next.push(method);
        }
    }

    private boolean inScope(String owner) {
        return owner.startsWith(scope + "/");
    }

    private void follow(Method method) {
        Optional<ClassModel> owner = model(method.owner());
        if (owner.isEmpty()) {
            return;
        }
        Optional<MethodModel> found = owner.get().methods().stream()
                .filter(m -> m.methodName().equalsString(method.name())
                        && m.methodType().equalsString(method.type()))
                .findFirst();
        if (found.isEmpty()) {
            owner.get()
                    .superclass()
                    .ifPresent(up -> reach(new Method(up.asInternalName(), method.name(), method.type())));
            return;
        }
        cite(owner.get(), place(method.owner(), ""));
        cite(found.get(), place(method.owner(), method.name()));
        found.get().code().ifPresent(code -> code.forEach(this::follow));
    }

    private static String place(String owner, String method) {
        String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
        return method.isEmpty() ? type : type + "." + method;
    }

    private void follow(CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> {
                String owner = call.owner().asInternalName();
                begin(owner);
                reach(new Method(owner, call.name().stringValue(), call.type().stringValue()));
            }
            case NewObjectInstruction made -> made(made.className().asInternalName());
            case FieldInstruction field -> begin(field.owner().asInternalName());
            case InvokeDynamicInstruction lambda ->
                lambda.invokedynamic().bootstrap().arguments().forEach(this::handle);
            case LoadConstantInstruction load
            when load.constantEntry() instanceof StringEntry text -> cite(text.stringValue());
            default -> {
                // no other instruction can lead to a clause
            }
        }
    }

    private void handle(LoadableConstantEntry argument) {
        if (argument instanceof MethodHandleEntry handle) {
            var target = handle.reference();
            String owner = target.owner().asInternalName();
            if (target.name().equalsString("<init>")) {
                made(owner);
            }
            reach(new Method(owner, target.name().stringValue(), target.type().stringValue()));
        }
    }

    /// A class that is used is initialised.
    private void begin(String owner) {
        reach(new Method(owner, "<clinit>", "()V"));
    }

    /// A class that is made may have any of its methods called, unless it is another decision.
    private void made(String owner) {
        if (inScope(owner) && !isDecision(owner)) {
            everyMethod(owner);
        }
    }

    private boolean isDecision(String owner) {
        try {
            return Decision.class.isAssignableFrom(Class.forName(owner.replace('/', '.'), false, loader));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that is called is not there: " + owner, e);
        }
    }

    private void cite(AttributedElement element, String place) {
        element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .ifPresent(all -> all.annotations().stream()
                        .filter(annotation -> annotation.className().equalsString(CLAUSE))
                        .forEach(annotation -> cite(annotation, place)));
    }

    private void cite(Annotation annotation, String place) {
        annotation.elements().forEach(element -> cite(element.value(), place));
    }

    private void cite(AnnotationValue value, String place) {
        switch (value) {
            case AnnotationValue.OfString text -> {
                cite(text.stringValue());
                places.computeIfAbsent(text.stringValue(), _ -> new TreeSet<>()).add(place);
            }
            case AnnotationValue.OfArray list -> list.values().forEach(item -> cite(item, place));
            default -> throw new IllegalStateException("@Clause holds strings only, not " + value);
        }
    }

    private void cite(String text) {
        if (known.contains(text)) {
            clauses.add(text);
        }
    }

    private Optional<ClassModel> model(String owner) {
        return models.computeIfAbsent(owner, name -> {
            try (InputStream in = loader.getResourceAsStream(name + ".class")) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(ClassFile.of().parse(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the class " + name, e);
            }
        });
    }
}
