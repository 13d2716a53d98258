package org.matricula.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.app.PermissionTable.Row;
import org.matricula.app.PermissionTable.Who;
import org.matricula.law.Clause;
import org.matricula.law.WithoutClause;
import org.matricula.packs.vn.VNRB;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;
import org.matricula.registry.records.Reaches;
import org.matricula.registry.records.RecordState;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The pages under `docs/generated` about the office: who may do what, what an act refuses, how a record lives, which
/// module uses which. Drawn from the table of permissions, the annotations of the acts, and the table of states.
final class OfficePages {
    private static final String GENERATED =
            "<!-- Generated from the code and the permission table. Do not edit: write it anew with './matricula docs'. -->\n\n";
    private static final Texts ACTS = Texts.load("acts");
    private static final Texts REFUSALS = Texts.load("refusals");

    /// What the Vietnamese report book's circular says of each state.
    private static final Map<RecordState, List<String>> CLAUSES = new EnumMap<>(Map.of(
            RecordState.DRAFT, List.of(VNRB.I_4_3_2, VNRB.I_5_6_A_1),
            RecordState.ENTERED, List.of(VNRB.II_9_1_2),
            RecordState.SUBJECT_SIGNED, List.of(VNRB.II_9_1_3),
            RecordState.HOMEROOM_SIGNED, List.of(VNRB.II_7_3),
            RecordState.APPROVED, List.of(VNRB.II_6_9),
            RecordState.CLOSED, List.of(VNRB.I_3_1_3, VNRB.I_5_1_B),
            RecordState.RECALLED, List.of(VNRB.I_5_6_A_2, VNRB.II_6_10_2)));

    private OfficePages() {}

    /// The pages by their path in the folder. The same code gives the same bytes.
    static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("permissions.md", permissions());
        pages.put("flows.md", flows());
        pages.put("lifecycle.md", lifecycle());
        pages.put("modules.md", modules());
        return pages;
    }

    private static String permissions() {
        StringBuilder out =
                new StringBuilder("# Who may do what\n\n").append(GENERATED).append("""
                Each cell was carried out on a running node by `PermissionMatrixTest`.

                - The first six columns: people with that one role, in force where the act takes place and with a second
                  factor. *Nobody* has an account and no mandate.
                - *Other subject*, *other class*: teachers of this class in another subject, and of another class.
                - The last four: those who may, if their mandate were at another school, were over, had not begun, or if
                  they had shown no second factor.
                - **yes**: carried out. –: refused as not theirs. Anything else is the refusal's name.
                """);
        String chapter = "";
        for (Row row : PermissionTable.read().rows()) {
            if (!row.chapter().equals(chapter)) {
                chapter = row.chapter();
                out.append("\n## ").append(chapter).append("\n\n| act | about |");
                Stream.of(Who.values()).forEach(who -> out.append(" %s |".formatted(who.title)));
                out.append("\n|---|---|")
                        .append("---|".repeat(Who.values().length))
                        .append('\n');
            }
            out.append("| [`%s`](flows.md#%s) | %s |".formatted(row.act(), row.act(), row.what()));
            Stream.of(Who.values())
                    .forEach(
                            who -> out.append(" %s |".formatted(cell(row.cells().get(who)))));
            out.append('\n');
        }
        return out.toString();
    }

    private static String cell(String cell) {
        return switch (cell) {
            case "yes" -> "**yes**";
            case "no" -> "–";
            case "factor" -> "second factor";
            default -> "`" + cell + "`";
        };
    }

    private static String flows() {
        StringBuilder out = new StringBuilder("# What the office does\n\n")
                .append(GENERATED)
                .append("""
                Every act and every look, by name: who may, and why it may be refused. Two refusals can meet each of
                them: `NotYours`, and `SecondFactorNeeded` where a second factor is wanted. Words in braces are filled in.
                """);
        for (Class<?> act : Acts.all()) {
            Act by = act.getAnnotation(Act.class);
            out.append("\n## ").append(by.value()).append("\n\n");
            out.append("%s. %s · [`%s`](../../registry/src/main/java/%s.java)%s\n"
                    .formatted(
                            ACTS.get(Language.EN, by.value()),
                            who(act),
                            act.getSimpleName(),
                            act.getName().replace('.', '/'),
                            by.strong() ? " · with a second factor" : ""));
            refusals(act, out);
        }
        return out.toString();
    }

    private static String who(Class<?> act) {
        Role[] roles = act.getAnnotation(Act.class).by();
        return roles.length == 0
                ? "the register itself"
                : Arrays.stream(roles)
                        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static void refusals(Class<?> act, StringBuilder out) {
        List<Class<? extends Refusal>> own = Optional.ofNullable(act.getAnnotation(Refuses.class)).stream()
                .flatMap(refuses -> Arrays.stream(refuses.value()))
                .filter(refusal -> !Set.of("NotYours", "SecondFactorNeeded").contains(refusal.getSimpleName()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        out.append("\n| refused when | words | clause |\n|---|---|---|\n");
        own.forEach(refusal ->
                out.append("| `%s` | %s | %s |\n".formatted(refusal.getSimpleName(), words(refusal), clause(refusal))));
    }

    /// The pattern of its words, or the words of one that says nothing but itself.
    private static String words(Class<? extends Refusal> refusal) {
        if (REFUSALS.has(refusal.getSimpleName())) {
            return REFUSALS.get(Language.EN, refusal.getSimpleName()).replace("''", "'");
        }
        if (refusal.getRecordComponents().length > 0) {
            return "what the rule found";
        }
        try {
            var only = refusal.getDeclaredConstructor();
            only.setAccessible(true); // the record may belong to its module alone
            return only.newInstance().words().en();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a refusal without members is made of nothing: " + refusal, e);
        }
    }

    private static String clause(Class<? extends Refusal> refusal) {
        Clause clause = refusal.getAnnotation(Clause.class);
        WithoutClause without = refusal.getAnnotation(WithoutClause.class);
        if (clause != null) {
            return links(List.of(clause.value()));
        }
        return without != null ? "none: " + without.value() : "the one that the rule examined";
    }

    private static String links(List<String> clauses) {
        return clauses.stream()
                .map(id -> "[%s](clauses/%s.md#%s)"
                        .formatted(
                                id,
                                id.substring(0, id.indexOf(':')),
                                id.replaceAll("[^A-Za-z0-9]", "-").toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static String lifecycle() {
        StringBuilder out = new StringBuilder("# The life of a record\n\n").append(GENERATED);
        out.append("```mermaid\nstateDiagram-v2\n    [*] --> DRAFT\n");
        for (RecordState from : RecordState.values()) {
            RecordState.NEXT.get(from).stream()
                    .sorted()
                    .forEach(to -> out.append(
                            "    %s --> %s: %s\n".formatted(from, to, to.compareTo(from) < 0 ? "a change" : step(to))));
        }
        out.append("    RECALLED --> [*]\n```\n\n");
        out.append("| state | reached by | who | clause (Vietnamese report book) |\n|---|---|---|---|\n");
        for (RecordState state : RecordState.values()) {
            Optional<Class<?>> act = reaching(state);
            out.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            state,
                            act.map(each -> "[`%s`](flows.md#%s)".formatted(Acts.name(each), Acts.name(each)))
                                    .orElse(state == RecordState.DRAFT ? "a pupil in a class" : "what is entered"),
                            act.map(OfficePages::who)
                                    .orElse(
                                            state == RecordState.DRAFT
                                                    ? "office"
                                                    : "subject teacher, homeroom teacher"),
                            links(CLAUSES.get(state))));
        }
        return out.append("""

                Before closing, a change of what is entered leads back as far as it voids signatures. The recall of a
                closed record begins its next version, which goes the same way.
                """).toString();
    }

    private static String step(RecordState to) {
        return reaching(to).map(Acts::name).orElse("entered");
    }

    /// The act that leads to a state; of the first two, none.
    static Optional<Class<?>> reaching(RecordState state) {
        return Acts.all().stream()
                .filter(act -> act.isAnnotationPresent(Reaches.class)
                        && act.getAnnotation(Reaches.class).value() == state)
                .findFirst();
    }

    private static String modules() {
        StringBuilder out = new StringBuilder("# Modules of the registry\n\n").append(GENERATED);
        out.append("An arrow: uses. Each module declares what it may use, and a test holds it to that.\n\n");
        out.append("```mermaid\nflowchart TD\n");
        StringBuilder table = new StringBuilder("\n| module | name | may use | uses |\n|---|---|---|---|\n");
        ApplicationModules modules = ApplicationModules.of("org.matricula.registry");
        modules.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .forEach(module -> {
                    Set<String> uses = module.getDirectDependencies(modules)
                            .uniqueModules()
                            .map(used -> used.getIdentifier().toString())
                            .collect(Collectors.toCollection(TreeSet::new));
                    String name = module.getIdentifier().toString();
                    uses.forEach(used -> out.append("    %s --> %s\n".formatted(name, used)));
                    table.append("| `%s` | %s | %s | %s |\n"
                            .formatted(name, module.getDisplayName(), declared(name), String.join(", ", uses)));
                });
        return out.append("```\n").append(table).toString();
    }

    private static String declared(String module) {
        try {
            Class<?> info = Class.forName("org.matricula.registry." + module + ".package-info");
            return Arrays.stream(info.getAnnotation(ApplicationModule.class).allowedDependencies())
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(module + " has no package-info", e);
        }
    }
}
