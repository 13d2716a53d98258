package org.matricula.law.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.law.Facts.Problem;

class DecisionDeskTest {
    private static final String LIBRARY = "vn.sample.library";
    private static final DecisionDesk DESK = SamplePack.DESK;

    private static String asked(String facts) {
        return ResultJson.line(DESK.decide(LIBRARY, facts.replace('\'', '"'), "en"), "en");
    }

    private static List<String> paths(String id, String facts) {
        return DESK.decide(id, facts.replace('\'', '"'), "en") instanceof Result.BadFacts bad
                ? bad.problems().stream().map(Problem::path).toList()
                : List.of("no problem");
    }

    @Nested
    class A_decision {
        @Test
        void is_given_with_its_edition_and_findings_and_nulls_where_there_is_no_value() {
            assertThat(asked("{'reader':'PUPIL','bornOn':'2010-05-01','askedOn':'2022-01-31','books':2}"))
                    .isEqualTo("""
                            {"decision":"vn.sample.library","edition":"TEST/2022-01-01",\
                            "answer":{"allowed":true,"via":null,"until":"2022-02-28"},\
                            "findings":[{"clause":"TEST:1.a/1","result":"MET","because":"2 books are few enough"}]}""");
        }

        @Test
        void speaks_the_language_of_the_regulation_unless_english_is_asked_for() {
            Result result = DESK.decide(
                    LIBRARY,
                    "{\"reader\":\"PUPIL\",\"bornOn\":\"2010-05-01\",\"askedOn\":\"2022-01-31\",\"books\":3}",
                    "en");
            assertThat(ResultJson.line(result, "vi")).contains("3 cuốn là quá nhiều");
            assertThat(ResultJson.line(result, "en")).contains("3 books are too many");
        }

        @Test
        void applies_the_edition_in_force_on_the_relevant_date_to_the_day() {
            assertThat(asked("{'reader':'PUPIL','bornOn':'2010-05-01','askedOn':'2021-12-31','books':2}"))
                    .contains("TEST/2020-01-01");
            assertThat(asked("{'reader':'PUPIL','bornOn':'2010-05-01','askedOn':'2022-01-01','books':2}"))
                    .contains("TEST/2022-01-01");
        }

        @Test
        void has_no_answer_when_no_edition_is_in_force() {
            assertThat(asked("{'reader':'PUPIL','bornOn':'2010-05-01','askedOn':'2019-12-31','books':2}"))
                    .startsWith(
                            "{\"decision\":\"vn.sample.library\",\"edition\":null,\"answer\":null,\"findings\":[{\"clause\":\"TEST:0.enter\",\"result\":\"DOES_NOT_APPLY\"")
                    .contains("2019-12-31");
        }
    }

    @Nested
    class The_date_asOf {
        private static final String ID = "vn.sample.next-year";

        @Test
        void is_taken_by_every_decision_and_must_be_a_date() {
            assertThat(paths(ID, "{'from':'2022-05-05','days':1,'asOf':'2021-1-1'}"))
                    .containsExactly("/asOf");
            assertThat(DESK.decide(ID, "{\"from\":\"2022-05-05\",\"days\":1,\"asOf\":\"2019-01-01\"}", "en"))
                    .isInstanceOfSatisfying(
                            Result.Answered.class, a -> assertThat(a.edition()).isNull());
        }
    }

    @Nested
    class Bad_facts {
        @Test
        void are_all_reported_at_once() {
            assertThat(paths(LIBRARY, "{'reader':'PARENT','bornOn':'2010-02-30','books':10,'colour':null}"))
                    .containsExactlyInAnyOrder("/reader", "/bornOn", "/askedOn", "/books", "/colour");
        }

        @Test
        void that_contradict_each_other_are_reported_at_the_later_named_field() {
            assertThat(paths(LIBRARY, "{'reader':'PUPIL','bornOn':'2022-05-01','askedOn':'2022-04-30','books':1}"))
                    .containsExactly("/askedOn");
        }

        @Test
        void name_the_values_that_are_allowed() {
            assertThat(asked("{'reader':'pupil','bornOn':'2010-05-01','askedOn':'2022-01-31','books':2}"))
                    .contains("\\\"pupil\\\" is not one of: PUPIL, TEACHER");
        }

        @Test
        void name_the_year_that_a_calendar_does_not_have_at_the_fact_that_led_there() {
            assertThat(ResultJson.line(
                            DESK.decide("vn.sample.next-year", "{\"from\":\"2022-05-05\",\"days\":1}", "en"), "en"))
                    .isEqualTo(
                            "{\"error\":{\"problems\":[{\"path\":\"/from\",\"problem\":\"the calendar of VN has no year 2023; load it with its sources first\"}]}}");
        }

        @Test
        void that_stop_in_the_middle_are_refused_without_the_words_of_the_parser() {
            assertThat(ResultJson.line(DESK.decide(LIBRARY, "{", "en"), "en"))
                    .contains(
                            "this is not JSON (line 1, column 2): Unexpected end-of-input: expected close marker for Object\"")
                    .doesNotContain("Source", "REDACTED");
        }

        @Test
        void about_a_year_not_loaded_are_named_in_the_language_of_the_calendar() {
            assertThat(ResultJson.line(
                            DESK.decide(
                                    "calendar.day",
                                    "{\"country\":\"VN\",\"week\":\"FIVE\",\"date\":\"2023-05-05\"}",
                                    "vi"),
                            "vi"))
                    .contains("lịch làm việc của VN chưa có năm 2023");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'name':' '}                        | /name
                {'name':7}                          | /name
                {'whole':'7'}                       | /whole
                {'whole':1.5}                       | /whole
                {'whole':2147483648}                | /whole
                {'whole':1e30}                      | /whole
                {'whole':1e999999999}               | /whole
                {'whole':true}                      | /whole
                {'wide':-6}                         | /wide
                {'wide':9223372036854775808}        | /wide
                {'decimal':100.01}                  | /decimal
                {'decimal':'1.5'}                   | /decimal
                {'flag':'true'}                     | /flag
                {'flag':1}                          | /flag
                {'colour':'GREEN'}                  | /colour
                {'day':'2016-3-1'}                  | /day
                {'day':'2016-02-30'}                | /day
                {'day':'2015-02-29'}                | /day
                {'day':'2016-03-01T00:00:00'}       | /day
                {'day':'+2016-03-01'}               | /day
                {'day':20160301}                    | /day
                {'time':'9:30'}                     | /time
                {'time':'24:00'}                    | /time
                {'time':'09:60'}                    | /time
                {'moment':'2016-03-01'}             | /moment
                {'moment':'2016-03-01 17:59:00'}    | /moment
                {'moment':'2016-03-01T24:00:00'}    | /moment
                {'moment':'2016-03-01T17:59:00+7'}  | /moment
                {'parts':[]}                        | /parts
                {'parts':{}}                        | /parts
                {'parts':[{'name':'x','count':0}]}  | /parts/0/count
                {'parts':[{'name':'x','count':1,'size':2}]} | /parts/0/size
                {'parts':[null]}                    | /parts/0
                {'colours':['RED','BLUE',3]}        | /colours/1
                {'colours':null}                    | /colours
                {'named':{'a/b~c':1}}               | /named/a~1b~0c
                {'loose':{'a':null}}                | /loose/a
                {'loose':{'a':[1]}}                 | /loose/a
                {'loose':{'a':1e999}}               | /loose/a
                {'maybe':'yes'}                     | /maybe
                {'colour':'RED','colour':'RED'}     | /colour
                {'a':1}                             | /a
                """)
        void of_every_kind_are_found_at_their_path(String facts, String path) {
            assertThat(paths("vn.sample.everything", facts)).contains(path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "[]",
                    "7",
                    "\"x\"",
                    "{",
                    "{}{}",
                    "{} x",
                    "{'a':}",
                    "{'a':1,}",
                    "NaN",
                    "{'a':01}"
                })
        void that_are_not_one_json_object_are_one_problem_or_missing_facts(String facts) {
            assertThat(DESK.decide(LIBRARY, facts.replace('\'', '"'), "en"))
                    .isInstanceOfSatisfying(
                            Result.BadFacts.class,
                            bad -> assertThat(bad.problems())
                                    .singleElement()
                                    .satisfies(p -> assertThat(p.path()).isEmpty()));
        }

        @Test
        void that_are_nested_too_deeply_too_large_or_not_text_are_one_problem() {
            assertThat(paths(LIBRARY, "{'reader':" + "[".repeat(100_000))).containsExactly("");
            assertThat(paths(LIBRARY, "{'reader':'" + "x".repeat(1 << 20) + "'}"))
                    .containsExactly("");
            assertThat(DESK.decide(LIBRARY, new byte[] {'{', (byte) 0xC3, '}'}, "en"))
                    .isInstanceOfSatisfying(
                            Result.BadFacts.class,
                            bad -> assertThat(
                                            bad.problems().getFirst().problem().en())
                                    .contains("UTF-8"));
        }

        @Test
        void in_great_number_are_cut_off_with_a_word_about_the_rest() {
            String many = "{\"colours\":[" + "1,".repeat(5000) + "1]}";
            assertThat(paths("vn.sample.everything", many)).hasSize(501);
        }
    }

    @Nested
    class Good_facts {
        private static final String ALL =
                "{'name':'Lê Thị Hoa','whole':3.0,'wide':-5,'decimal':12.50,'flag':true,'colour':'DARK_GREEN',"
                        + "'day':'2016-02-29','time':'09:30','moment':'2016-03-01T10:59:00Z',"
                        + "'parts':[{'name':'x','count':1}],'colours':[],'named':{'b':'1','a':'2'},'maybe':null}";

        @Test
        void come_back_as_they_were_given_with_an_offset_turned_into_local_time() {
            assertThat(ResultJson.line(DESK.decide("vn.sample.everything", ALL.replace('\'', '"'), "en"), "en"))
                    .contains("""
                            "answer":{"name":"Lê Thị Hoa","whole":3,"wide":-5,"decimal":12.50,"flag":true,\
                            "colour":"DARK_GREEN","day":"2016-02-29","time":"09:30","moment":"2016-03-01T17:59:00",\
                            "parts":[{"name":"x","count":1,"colour":null}],"colours":[],\
                            "named":{"b":"1","a":"2"},"maybe":null,"number":null,"loose":null}""");
        }

        @Test
        void may_be_a_number_or_a_flag_where_only_its_text_matters() {
            String loose = ALL.replace("'maybe':null", "'loose':{'score':110,'mark':4.50,'badge':true,'name':'x'}");
            assertThat(ResultJson.line(DESK.decide("vn.sample.everything", loose.replace('\'', '"'), "en"), "en"))
                    .contains("\"loose\":{\"score\":\"110\",\"mark\":\"4.50\",\"badge\":\"true\",\"name\":\"x\"}");
        }

        @Test
        void may_begin_with_a_byte_order_mark() {
            byte[] bytes = ("\uFEFF" + ALL.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
            assertThat(DESK.decide("vn.sample.everything", bytes, "en")).isInstanceOf(Result.Answered.class);
        }
    }

    @Nested
    class An_unknown_decision {
        @Test
        void brings_the_ids_that_may_have_been_meant() {
            assertThat(DESK.decide("vn.sample.librery", "{}", "en"))
                    .isEqualTo(new Result.UnknownDecision("vn.sample.librery", List.of("vn.sample.library")));
        }

        @Test
        void is_told_in_the_language_asked_for() {
            Result unknown = DESK.decide("vn.sample.librery", "{}", "ru");
            assertThat(ResultJson.line(unknown, "ru")).contains("решения 'vn.sample.librery' нет; vn.sample.library?");
            assertThat(ResultJson.pretty(unknown, "vi")).contains("không có quyết định 'vn.sample.librery'");
        }
    }

    @Nested
    class A_finding {
        @Test
        void that_cites_a_clause_outside_the_corpus_is_a_fault_of_ours() {
            assertThatThrownBy(() -> DESK.decide("vn.sample.broken", "{}", "en"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TEST:9");
        }
    }

    @Nested
    class The_schema {
        @Test
        void says_types_names_bounds_and_what_is_required() {
            assertThat(DESK.schema(LIBRARY).orElseThrow().replaceAll("\\s+", ""))
                    .contains("\"enum\":[\"PUPIL\",\"TEACHER\"],\"description\":\"Whoasks\"")
                    .contains("\"books\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":9}")
                    .contains("\"required\":[\"reader\",\"bornOn\",\"askedOn\",\"books\"]")
                    .contains("\"asOf\":{\"type\":[\"string\",\"null\"],\"format\":\"date\"")
                    .contains("\"additionalProperties\":false");
        }
    }

    @Nested
    class The_schema_of_a_loose_text {
        @Test
        void says_that_a_number_or_a_flag_will_do() {
            assertThat(DESK.schema("vn.sample.everything").orElseThrow().replaceAll("\\s+", ""))
                    .contains("\"loose\":{\"type\":[\"object\",\"null\"],"
                            + "\"additionalProperties\":{\"type\":[\"string\",\"number\",\"boolean\"]}}");
        }
    }

    @Nested
    class A_batch_line {
        @Test
        void is_answered_in_the_language_it_asks_for() {
            assertThat(DESK.answerLine(
                            "{\"decision\":\"vn.sample.library\",\"lang\":\"vi\",\"facts\":{\"reader\":\"PUPIL\",\"bornOn\":\"2010-05-01\",\"askedOn\":\"2022-01-31\",\"books\":3}}",
                            "en"))
                    .contains("3 cuốn là quá nhiều");
        }

        @Test
        void that_is_no_object_or_names_no_decision_is_told_what_it_is_instead() {
            assertThat(DESK.answerLine("[1]", "en")).contains("an object in braces is expected, not [...]");
            assertThat(DESK.answerLine("{\"decision\":7,\"facts\":{}}", "en"))
                    .contains("a text in quotation marks is expected, not 7");
            assertThat(DESK.answerLine("{\"decision\":\"vn.sample.library\",\"facts\":{},\"lang\":7}", "en"))
                    .contains("'7' is not one of the languages");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'decision':'vn.sample.library','facts':{'reader':'PUPIL','reader':'PUPIL'}} | /reader
                {'decision':'vn.sample.libary','facts':{}}                                    | /decision
                {'facts':{}}                                                                  | /decision
                {'decision':'vn.sample.library'}                                              | /facts
                {'decision':'vn.sample.library','facts':{},'lang':'fr'}                       | /lang
                {'decision':'vn.sample.library','facts':[]}                                   | ``
                []                                                                            | ``
                {broken                                                                       | ``
                """)
        void with_a_fault_is_answered_with_its_problems(String line, String path) {
            assertThat(DESK.answerLine(line.replace('\'', '"'), "en"))
                    .startsWith("{\"error\":{\"problems\":[")
                    .contains("{\"path\":\"" + path + "\",\"problem\":");
        }
    }
}
