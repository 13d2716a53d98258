package org.matricula.law.testing;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/// Whether a rule measures: takes a date, a moment, a length of time or a number, or compares such things in its own
/// body or in a lambda of it. Such a rule has a last value on one side and a first on the other, which a test must
/// show.
///
/// What a rule asks of a helper is not followed, so that a rule that only passes its facts on is not suspected; a
/// figure in the words of its clause is caught by the gate all the same.
final class Measuring {
    private static final Set<String> MEASURES = Set.of(
            "java/time/LocalDate",
            "java/time/LocalDateTime",
            "java/time/LocalTime",
            "java/time/Duration",
            "java/time/Period",
            "java/math/BigDecimal",
            "java/math/BigInteger");

    private static final Set<String> COMPARING = Set.of("isBefore", "isAfter", "compareTo");

    private static final Set<Opcode> ORDER =
            EnumSet.of(Opcode.IF_ICMPLT, Opcode.IF_ICMPLE, Opcode.IF_ICMPGT, Opcode.IF_ICMPGE);

    private static final Set<Opcode> COMPARE =
            EnumSet.of(Opcode.LCMP, Opcode.DCMPG, Opcode.DCMPL, Opcode.FCMPG, Opcode.FCMPL);

    private Measuring() {}

    /// Whether the method measures.
    static boolean in(ClassModel owner, MethodModel method) {
        return method.methodTypeSymbol().parameterList().stream().anyMatch(Measuring::isMeasure)
                || compares(owner, method, new HashSet<>());
    }

    private static boolean isMeasure(ClassDesc type) {
        return switch (type.descriptorString()) {
            case "I", "J", "D", "F", "S" -> true;
            default -> MEASURES.contains(internal(type));
        };
    }

    private static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : "";
    }

    private static boolean compares(ClassModel owner, MethodModel method, Set<String> seen) {
        if (!seen.add(method.methodName().stringValue()) || method.code().isEmpty()) {
            return false;
        }
        for (CodeElement element : method.code().get()) {
            boolean measures = switch (element) {
                case InvokeInstruction call ->
                    MEASURES.contains(call.owner().asInternalName())
                            && COMPARING.contains(call.name().stringValue());
                case BranchInstruction branch -> ORDER.contains(branch.opcode());
                case OperatorInstruction operator -> COMPARE.contains(operator.opcode());
                case InvokeDynamicInstruction lambda -> inLambda(owner, lambda, seen);
                default -> false;
            };
            if (measures) {
                return true;
            }
        }
        return false;
    }

    private static boolean inLambda(ClassModel owner, InvokeDynamicInstruction call, Set<String> seen) {
        return call.bootstrapArgs().stream()
                .filter(DirectMethodHandleDesc.class::isInstance)
                .map(DirectMethodHandleDesc.class::cast)
                .filter(handle -> handle.methodName().startsWith("lambda$"))
                .flatMap(handle -> owner.methods().stream()
                        .filter(method -> method.methodName().equalsString(handle.methodName())))
                .anyMatch(method -> compares(owner, method, seen));
    }
}
