package org.matricula.registry.directory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;

/// Refusals in the reader's language: `texts/refusals.<language>.properties` has the words by the simple name of the
/// refusal's class; `{0}` and so on stand for the members of its record. A refusal that is not there says its own
/// words, which have two languages.
public final class RefusalWords {
    private static final Texts WORDS = Texts.load("refusals");
    private static final Texts ROLES = Texts.load("directory");

    private RefusalWords() {}

    /// The words of a refusal.
    public static String of(Refusal refusal, Language language) {
        String key = refusal.getClass().getSimpleName();
        return WORDS.has(key)
                ? WORDS.get(language, key, arguments(refusal, language))
                : refusal.words().in(language.code());
    }

    /// The words of refusals, one after the other.
    public static List<String> of(List<? extends Refusal> refusals, Language language) {
        return refusals.stream().map(refusal -> of(refusal, language)).toList();
    }

    private static Object[] arguments(Refusal refusal, Language language) {
        RecordComponent[] members = refusal.getClass().getRecordComponents();
        return members == null
                ? new Object[0]
                : Arrays.stream(members)
                        .map(member -> said(refusal, member, language))
                        .toArray();
    }

    private static String said(Refusal refusal, RecordComponent member, Language language) {
        try {
            member.getAccessor().setAccessible(true); // the record may belong to its module alone
            Object value = member.getAccessor().invoke(refusal);
            return value instanceof Role role ? ROLES.get(language, "role." + role.name()) : String.valueOf(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record says its members: " + member, e);
        }
    }
}
