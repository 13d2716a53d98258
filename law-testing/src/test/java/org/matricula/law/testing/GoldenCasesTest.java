package org.matricula.law.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.matricula.law.Corpus;
import org.matricula.law.Decision;
import org.matricula.law.Pack;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.time.Calendars;
import org.matricula.law.yaml.YamlFault;

class GoldenCasesTest {
    private static final String CALENDAR = """
            country: VN
            language: vi
            sources: {code: "Labour Code"}
            words:
              workday: {en: "a working day", vi: "ngày làm việc"}
              saturday: {en: "Saturday", vi: "thứ Bảy"}
              sunday: {en: "Sunday", vi: "Chủ nhật"}
            weeks: {FIVE: code, SIX: code}
            years:
              "2026":
                - {date: 2026-09-02, working: false, reason: {en: "National Day", vi: "Quốc khánh"}, source: code}
            """;

    private record OneCalendar() implements Pack {
        @Override
        public String country() {
            return "VN";
        }

        @Override
        public List<Corpus> corpora() {
            return List.of();
        }

        @Override
        public List<Decision<?, ?>> decisions() {
            return List.of();
        }

        @Override
        public List<WorkingCalendar> calendars() {
            return List.of(Calendars.parse("VN.yaml", CALENDAR));
        }
    }

    private static List<String> check(String yaml) {
        List<Proof> proofs = new ArrayList<>();
        DecisionDesk desk = new DecisionDesk(List.of(new OneCalendar()));
        GoldenCase.read("x.yaml", yaml).forEach(golden -> new GoldenCheck(desk, golden, "x#golden", proofs::add).run());
        return proofs.stream().map(Proof::line).toList();
    }

    @TestFactory
    Stream<DynamicTest> cases_of_a_file_run_as_tests() {
        return GoldenCases.in("cases");
    }

    @Nested
    class A_case {
        private static final String ASKED = """
                - case: "National Day is off"
                  decision: calendar.day
                  facts: {country: VN, week: FIVE, date: 2026-09-02}
                """;

        @Test
        void passes_when_the_part_of_the_answer_it_names_is_there() {
            assertThatCode(() -> check(ASKED + "  answer: {working: false, reason: National Day}\n"))
                    .doesNotThrowAnyException();
        }

        @Test
        void proves_the_findings_and_boundaries_it_names() {
            assertThat(check(ASKED
                            + "  findings: {CAL:1: NOT_MET}\n  because: {CAL:1: 2026-09-02}\n  boundary: [CAL:1]\n"))
                    .containsExactly(
                            "CAL:1\tNOT_MET\tx#golden: National Day is off",
                            "CAL:1\tBOUNDARY\tx#golden: National Day is off");
        }

        @Test
        void tells_every_difference_with_file_and_line() {
            assertThatThrownBy(() -> check(ASKED
                            + "  answer: {working: true, colour: red}\n  findings: {CAL:1: MET}\n  edition: OTHER\n"))
                    .hasMessageContainingAll("x.yaml:1", "/answer/working", "/answer/colour", "CAL:1", "edition OTHER");
        }

        @Test
        void that_expects_problems_fails_on_an_answer() {
            assertThatThrownBy(() -> check(ASKED + "  problems: [/date]\n")).hasMessageContaining("[/date]");
        }

        @Test
        void that_expects_nothing_or_has_a_mistyped_key_is_refused() {
            assertThatThrownBy(() -> check(ASKED)).isInstanceOf(YamlFault.class).hasMessageStartingWith("x.yaml:1");
            assertThatThrownBy(() -> check(ASKED + "  anwser: {}\n")).hasMessageContaining("anwser");
        }
    }
}
