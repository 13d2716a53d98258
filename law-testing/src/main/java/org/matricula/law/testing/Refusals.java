package org.matricula.law.testing;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.WithoutClause;
import org.matricula.law.testing.Gate.Fault;
import org.matricula.law.testing.Gate.Violation;

/// The classes by which people are refused, read from byte code.
///
/// A refusal stands on the law in one of two ways: it says `@Clause`, or its `clauses()` takes them from findings,
/// which the desk checks against the corpus. One that does neither says `@WithoutClause` and why.
final class Refusals {
    private static final String CLAUSES = "clauses";
    private static final String FINDING = Finding.class.getName().replace('.', '/');

    private final Map<String, ClassModel> classes = new TreeMap<>();
    private final String refusal;

    private Refusals(String refusal) {
        this.refusal = refusal;
    }

    static Refusals read(Collection<Path> code, Class<?> refusal) {
        Refusals all = new Refusals(refusal.getName().replace('.', '/'));
        Code.read(code, (_, model) -> all.classes.put(model.thisClass().asInternalName(), model));
        return all;
    }

    List<Violation> unfounded() {
        return classes.values().stream()
                .filter(Refusals::canBeMade)
                .filter(model -> isRefusal(model.thisClass().asInternalName()))
                .flatMap(model -> fault(model).stream())
                .toList();
    }

    private static boolean canBeMade(ClassModel model) {
        AccessFlags flags = model.flags();
        return !flags.has(AccessFlag.ABSTRACT) && !flags.has(AccessFlag.INTERFACE);
    }

    private boolean isRefusal(String name) {
        ClassModel model = classes.get(name);
        return name.equals(refusal) || model != null && parents(model).anyMatch(this::isRefusal);
    }

    private static Stream<String> parents(ClassModel model) {
        return Stream.concat(
                model.superclass().stream().map(up -> up.asInternalName()),
                model.interfaces().stream().map(up -> up.asInternalName()));
    }

    private Optional<Violation> fault(ClassModel model) {
        boolean founded = saysClause(model) || takesThemFromFindings(model);
        List<String> reason = Code.texts(model, WithoutClause.class).orElse(List.of());
        boolean excused = reason.stream().anyMatch(text -> !text.isBlank());
        if (founded && reason.isEmpty() || !founded && excused) {
            return Optional.empty();
        }
        String says = founded
                ? "it names a clause and says @WithoutClause; only one can be so"
                : "say @Clause, take the clauses from findings, or say @WithoutClause with the reason";
        return Optional.of(new Violation(Fault.REFUSAL_WITHOUT_CLAUSE, Code.simpleName(Code.name(model)), says));
    }

    private boolean saysClause(ClassModel model) {
        boolean here = Stream.concat(
                        Code.texts(model, Clause.class).stream(),
                        clauses(model).stream().flatMap(method -> Code.texts(method, Clause.class).stream()))
                .anyMatch(clauses -> !clauses.isEmpty());
        return here || above(model).map(this::saysClause).orElse(false);
    }

    private boolean takesThemFromFindings(ClassModel model) {
        Optional<MethodModel> own = clauses(model);
        return own.isPresent()
                ? asksAFinding(model, own.get())
                : above(model).map(this::takesThemFromFindings).orElse(false);
    }

    private Optional<ClassModel> above(ClassModel model) {
        return model.superclass().map(up -> classes.get(up.asInternalName()));
    }

    private static Optional<MethodModel> clauses(ClassModel model) {
        return model.methods().stream()
                .filter(method -> method.methodName().equalsString(CLAUSES)
                        && method.methodTypeSymbol().parameterCount() == 0)
                .findFirst();
    }

    /// Whether the method asks a finding for its clause, itself or in a lambda.
    private static boolean asksAFinding(ClassModel model, MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(element -> switch (element) {
            case InvokeInstruction call -> isClauseOfFinding(call.method());
            case InvokeDynamicInstruction lambda ->
                lambda.invokedynamic().bootstrap().arguments().stream()
                        .filter(MethodHandleEntry.class::isInstance)
                        .map(handle -> ((MethodHandleEntry) handle).reference())
                        .anyMatch(target -> isClauseOfFinding(target) || ownLambda(model, target));
            default -> false;
        });
    }

    private static boolean isClauseOfFinding(MemberRefEntry target) {
        return target.owner().name().equalsString(FINDING) && target.name().equalsString("clause");
    }

    /// Only the bodies of lambdas are followed: they lie inside each other and so cannot go round in a circle.
    private static boolean ownLambda(ClassModel model, MemberRefEntry target) {
        return target.name().stringValue().startsWith("lambda$")
                && target.owner().name().equalsString(model.thisClass().asInternalName())
                && model.methods().stream()
                        .filter(method ->
                                method.methodName().equalsString(target.name().stringValue()))
                        .anyMatch(method -> asksAFinding(model, method));
    }
}
