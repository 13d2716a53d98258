package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPki;

/// The six states: never merged, never softened, and each of them said in every language.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SixStatesTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final OffsetDateTime ON = OffsetDateTime.parse("2026-06-30T09:00:00+07:00");
    private static final Pattern BLANK = Pattern.compile("\\{\\d}");

    private final Map<State, Verdict> verdicts = new EnumMap<>(State.class);

    @BeforeAll
    void a_school_seals_a_record_and_things_happen_to_it() {
        SampleSchool school = SampleSchool.of(TestPki.create("Kit"));
        Verifier verifier = Verifier.trusting(school.trust());
        byte[] sealed = school.sealed();
        Verdict genuine = verifier.verify(sealed, NOW);
        verdicts.put(State.GENUINE, genuine);
        verdicts.put(State.SUPERSEDED, genuine.asRegistered(new Standing.Superseded(2, ON)));
        verdicts.put(State.CANCELLED, genuine.asRegistered(new Standing.Cancelled(ON, "Sai họ tên")));
        byte[] altered = new String(sealed, StandardCharsets.UTF_8)
                .replace("name=\"mark\">9<", "name=\"mark\">10<")
                .getBytes(StandardCharsets.UTF_8);
        verdicts.put(State.ALTERED, verifier.verify(altered, NOW));
        verdicts.put(
                State.NOT_OURS,
                verifier.verify(SampleSchool.of(TestPki.create("Another")).sealed(), NOW));
        verdicts.put(State.COULD_NOT_CHECK, Verifier.unread(NOW, "missing-file"));
    }

    @Test
    void are_reached_by_what_happens_to_a_record() {
        assertThat(verdicts).hasSize(State.values().length);
        verdicts.forEach((state, verdict) -> assertThat(verdict.state()).isEqualTo(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "vi", "kk", "ru"})
    void are_said_in_six_ways_of_which_none_begins_like_another(String language) {
        List<String> said = new ArrayList<>();
        for (State state : State.values()) {
            String headline = VerdictWords.in(language).headline(verdicts.get(state));
            assertThat(headline).matches("[^{}]+[.!]|[^{}]+: .+");
            said.add(headline.substring(0, headline.indexOf(':')));
        }
        // "Superseded on …" and the like begin with the state too.
        assertThat(said).doesNotHaveDuplicates();
        assertThat(said).noneMatch(one -> said.stream().anyMatch(two -> !two.equals(one) && two.startsWith(one)));
    }

    @ParameterizedTest
    @EnumSource(CheckId.class)
    void are_never_better_than_a_check_that_failed_or_was_not_made(CheckId id) {
        Verdict genuine = verdicts.get(State.GENUINE);
        for (Result bad : List.of(Result.FAILED, Result.NOT_REACHED)) {
            List<Check> checks = new ArrayList<>(genuine.checks());
            checks.set(id.ordinal(), new Check(id, bad, List.of()));
            for (State state : List.of(State.GENUINE, State.SUPERSEDED)) {
                assertThatThrownBy(() -> with(genuine, state, checks))
                        .as("%s with %s %s", state, id, bad)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /// The same verdict, but for its state and its checks.
    private static Verdict with(Verdict verdict, State state, List<Check> checks) throws Throwable {
        RecordComponent[] parts = Verdict.class.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = switch (parts[i].getName()) {
                case "state" -> state;
                case "checks" -> checks;
                default -> parts[i].getAccessor().invoke(verdict);
            };
        }
        try {
            return Verdict.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void are_never_made_better_by_a_register(State state) {
        for (Standing says : List.of(
                new Standing.InForce(),
                new Standing.Superseded(2, ON),
                new Standing.Cancelled(ON, "x"),
                new Standing.Different(),
                new Standing.Unknown())) {
            State after = verdicts.get(state).asRegistered(says).state();
            if (state != State.GENUINE) {
                assertThat(after).as("%s, %s", state, says).isNotEqualTo(State.GENUINE);
            }
            if (state == State.ALTERED || state == State.NOT_OURS) {
                assertThat(after).isEqualTo(state);
            }
        }
    }

    @Test
    void and_all_else_that_is_said_has_the_same_blanks_in_every_language() throws IOException {
        for (String list : List.of("verdict", "cli/command")) {
            Properties english = words(list, "");
            for (String language : List.of("_vi", "_kk", "_ru")) {
                Properties other = words(list, language);
                assertThat(other.keySet()).as(list + language).isEqualTo(english.keySet());
                other.forEach((key, value) ->
                        assertThat(blanks(value)).as(key + language).isEqualTo(blanks(english.get(key))));
            }
        }
    }

    private static HashSet<String> blanks(Object text) {
        HashSet<String> blanks = new HashSet<>();
        BLANK.matcher(text.toString()).results().forEach(found -> blanks.add(found.group()));
        return blanks;
    }

    private static Properties words(String list, String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Verifier.class.getResourceAsStream(list + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
