package org.matricula.law.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.matricula.law.desk.SamplePack.Everything;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;
import tools.jackson.databind.json.JsonMapper;

/// What holds for every text that may arrive at the desk.
class DeskPropertiesTest {
    private static final DecisionDesk DESK = SamplePack.DESK;
    private static final String EVERYTHING = "vn.sample.everything";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Provide
    Arbitrary<Everything.All> facts() {
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("abcÀ漢\"\\/ \u0001\t😀ә").ofMaxLength(12);
        Arbitrary<Everything.Colour> colours = Arbitraries.of(Everything.Colour.class);
        Arbitrary<LocalDate> days = Arbitraries.longs()
                .between(0, 2_932_896)
                .map(d -> LocalDate.of(1970, 1, 1).plusDays(d));
        Arbitrary<LocalTime> times = Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
        Arbitrary<Everything.Part> parts = Combinators.combine(
                        texts, Arbitraries.integers().between(1, Integer.MAX_VALUE), colours.optional())
                .as(Everything.Part::new);
        Arbitrary<BigDecimal> decimals = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(100))
                .ofScale(3);
        return Combinators.combine(
                        texts.map(t -> "n" + t),
                        Combinators.combine(
                                        Arbitraries.integers(),
                                        Arbitraries.longs().greaterOrEqual(-5),
                                        decimals,
                                        Arbitraries.of(true, false))
                                .as(Numbers::new),
                        colours,
                        Combinators.combine(days, times).as((day, time) -> LocalDateTime.of(day, time)),
                        parts.list().ofMinSize(1).ofMaxSize(3),
                        colours.list().ofMaxSize(3),
                        Arbitraries.maps(texts, texts).ofMaxSize(3),
                        Arbitraries.of(true, false).optional())
                .as((name, n, colour, moment, some, list, named, maybe) -> new Everything.All(
                        name,
                        n.whole(),
                        n.wide(),
                        n.decimal(),
                        n.flag(),
                        colour,
                        moment.toLocalDate(),
                        moment.toLocalTime(),
                        moment,
                        some,
                        list,
                        new LinkedHashMap<>(named),
                        maybe,
                        Optional.empty(),
                        Optional.empty()));
    }

    private record Numbers(int whole, long wide, BigDecimal decimal, boolean flag) {}

    @Property(tries = 300)
    void facts_written_and_read_are_the_same_facts(@ForAll("facts") Everything.All facts) throws JsonText.Malformed {
        Result before = DESK.decide(EVERYTHING, facts, null);
        String written = ResultJson.line(before, "en");
        Json.Obj whole = (Json.Obj) JsonText.read(written).value();
        Result after = DESK.decide(EVERYTHING, plain(whole.fields().get("answer")), "en");
        assertThat(after).isEqualTo(before);
    }

    @Provide
    Arbitrary<Object> anyJson() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(s -> (Object) s),
                Arbitraries.bigDecimals().map(n -> (Object) n),
                Arbitraries.integers().map(n -> (Object) n),
                Arbitraries.of(
                        (Object) true,
                        "2016-02-29",
                        "09:30",
                        "2016-03-01T17:59:00Z",
                        "RED",
                        "PUPIL",
                        Optional.empty()));
        return json(leaves, 4);
    }

    private static Arbitrary<Object> json(Arbitrary<Object> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Object> inner = json(leaves, depth - 1);
        Arbitrary<String> names = Arbitraries.of(
                "name", "whole", "wide", "decimal", "flag", "colour", "day", "time", "moment", "parts", "colours",
                "named", "maybe", "number", "asOf", "count", "reader", "bornOn", "askedOn", "books", "", "a/b~c");
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(l -> (Object) l),
                Arbitraries.maps(names, inner).ofMaxSize(8).map(m -> (Object) m));
    }

    @Property(tries = 500)
    void any_json_is_answered_or_refused_with_problems(@ForAll("anyJson") Object json) {
        String text = MAPPER.writeValueAsString(json);
        for (String id : List.of(EVERYTHING, "vn.sample.library")) {
            Result result = DESK.decide(id, text, "vi");
            if (result instanceof Result.BadFacts bad) {
                assertThat(bad.problems()).isNotEmpty();
            }
            assertThat(ResultJson.line(result, "vi")).startsWith("{").doesNotContain("\n");
        }
    }

    @Property(tries = 500)
    void any_text_and_any_bytes_are_answered_or_refused(@ForAll String text, @ForAll byte[] bytes) {
        assertThat(DESK.decide(EVERYTHING, text, "kk")).isNotNull();
        assertThat(DESK.decide(EVERYTHING, bytes, "ru")).isNotNull();
        assertThat(DESK.answerLine(text, "en")).startsWith("{\"error\":");
        assertThat(DESK.answerLine(new String(bytes, StandardCharsets.ISO_8859_1), "en"))
                .startsWith("{\"error\":");
    }

    private static String plain(Json json) {
        return MAPPER.writeValueAsString(value(json));
    }

    private static Object value(Json json) {
        return switch (json) {
            case Json.Obj object -> {
                Map<String, Object> map = new LinkedHashMap<>();
                object.fields().forEach((key, item) -> map.put(key, value(item)));
                yield map;
            }
            case Json.Arr array ->
                array.items().stream().map(DeskPropertiesTest::value).toList();
            case Json.Text text -> text.value();
            case Json.Num num -> num.value();
            case Json.Flag flag -> flag.value();
            case Json.Null _ -> Optional.empty();
        };
    }
}
