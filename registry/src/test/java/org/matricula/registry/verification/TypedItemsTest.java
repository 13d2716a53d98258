package org.matricula.registry.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.verification.spi.FiveItems;

class TypedItemsTest {
    private static final FiveItems HELD =
            new FiveItems("HB-2025-7QK4-M2XN-P310", "Nguyễn Thị Ánh Dương", "2016-03-08", "022316004521", "K7P0-2M1X");

    private static boolean finds(String identifier, String name, String date, String number, String code) {
        return new TypedItems(identifier, name, date, number, code).match(HELD);
    }

    @Nested
    class Five_right_items {
        @Test
        void find_the_record_as_they_are_printed() {
            assertThat(finds(
                            "HB-2025-7QK4-M2XN-P310",
                            "Nguyễn Thị Ánh Dương",
                            "08/03/2016",
                            "022316004521",
                            "K7P0-2M1X"))
                    .isTrue();
        }

        @Test
        void find_it_however_the_codes_are_spaced_and_cased_and_with_the_letters_that_look_like_digits() {
            assertThat(finds(
                            "hb 2025 7qk4m2xnp3lo",
                            "Nguyễn Thị Ánh Dương",
                            "8.3.2016",
                            "022 316 004 521",
                            " k7po 2mix "))
                    .isTrue();
            assertThat(finds(
                            "HB\u20112025\u20137QK4-M2XN-P310",
                            "Nguyễn Thị Ánh Dương",
                            "8-3-2016",
                            "022-316-004521",
                            "K7P02M1X"))
                    .isTrue();
        }

        @Test
        void find_it_however_the_name_is_spaced_cased_and_composed() {
            String decomposed = Normalizer.normalize("Nguyễn Thị Ánh Dương", Normalizer.Form.NFD);
            for (String name : new String[] {decomposed, " NGUYỄN  THỊ ÁNH DƯƠNG ", "nguyễn\u00a0thị ánh\tdương"}) {
                assertThat(finds("HB-2025-7QK4-M2XN-P310", name, "2016-03-08", "022316004521", "K7P0-2M1X"))
                        .as(name)
                        .isTrue();
            }
        }
    }

    @Nested
    class One_wrong_item {
        @Test
        void finds_nothing_whichever_it_is() {
            String id = "HB-2025-7QK4-M2XN-P310";
            String name = "Nguyễn Thị Ánh Dương";
            String code = "K7P0-2M1X";
            assertThat(finds("HB-2025-7QK4-M2XN-P311", name, "2016-03-08", "022316004521", code))
                    .isFalse();
            assertThat(finds(id, "Nguyễn Thị Anh Dương", "2016-03-08", "022316004521", code))
                    .isFalse();
            assertThat(finds(id, "Nguyen Thi Anh Duong", "2016-03-08", "022316004521", code))
                    .isFalse();
            assertThat(finds(id, name, "2016-08-03", "022316004521", code)).isFalse();
            assertThat(finds(id, name, "2016-03-08", "022316004522", code)).isFalse();
            assertThat(finds(id, name, "2016-03-08", "022316004521", "K7P0-2M1Y"))
                    .isFalse();
        }

        @Test
        void finds_nothing_when_it_is_missing_on_either_side() {
            assertThat(finds("", "", "", "", "")).isFalse();
            assertThat(new TypedItems("", "", "", "", "").match(FiveItems.NONE)).isFalse();
            assertThat(finds("HB-2025-7QK4-M2XN-P310", "Nguyễn Thị Ánh Dương", "2016-03-08", "", "K7P0-2M1X"))
                    .isFalse();
        }
    }

    @Test
    void what_cannot_be_an_item_is_told_before_anything_is_looked_up() {
        TypedItems typed = new TypedItems("--", " ", "31/2/2016", "", "K7P0");
        assertThat(typed.unfit(Item.IDENTIFIER)).contains("items.missing");
        assertThat(typed.unfit(Item.NAME)).contains("items.missing");
        assertThat(typed.unfit(Item.BIRTH_DATE)).contains("items.date.unread");
        assertThat(typed.unfit(Item.PERSONAL_NUMBER)).contains("items.missing");
        assertThat(typed.unfit(Item.CONFIRMATION_CODE)).isEmpty();
    }

    @Test
    void the_code_alone_shows_only_the_edges_of_the_number() {
        assertThat(Codes.masked("HB-2025-7QK4-M2XN-P3RT")).isEqualTo("HB-2025-••••-••••-P3RT");
        assertThat(Codes.masked("SECRET")).isEqualTo("••••");
    }

    @Nested
    class A_date {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2016-03-08",
                    "8/3/2016",
                    "08.03.2016",
                    "8-3-2016",
                    "8 3 2016",
                    "08032016",
                    "20160308",
                    "ngày 8 tháng 3 năm 2016",
                    "8 March 2016",
                    "March 8, 2016",
                    "8th of march 2016",
                    "8 Mar. 2016",
                    "8 марта 2016 г.",
                    "2016 жылғы 8 наурыз",
                    "８/３/２０１６"
                })
        void is_read_in_every_usual_way_of_writing_it(String typed) {
            assertThat(BirthDays.read(typed))
                    .as(typed)
                    .hasValueSatisfying(date -> assertThat(date).hasToString("2016-03-08"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2016",
                    "3/2016",
                    "8/3/16",
                    "31/2/2016",
                    "3/21/2016",
                    "8 3 2016 1",
                    "8 March",
                    "0000-00-00",
                    "8 March April 3 2016",
                    "99999999",
                    "abc",
                    "1/1/0001"
                })
        void is_not_guessed(String typed) {
            assertThat(BirthDays.read(typed)).as(typed).isEmpty();
        }

        @Test
        void knows_the_twelve_months_in_words() {
            String[] russian =
                    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
            String[] kazakh =
                    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ");
            String[] english =
                    "January February March April May June July August September October November December".split(" ");
            for (int month = 1; month <= 12; month++) {
                for (String name : new String[] {russian[month - 1], kazakh[month - 1], english[month - 1]}) {
                    int wanted = month;
                    assertThat(BirthDays.read("7 " + name + " 2015"))
                            .as(name)
                            .hasValueSatisfying(
                                    date -> assertThat(date.getMonthValue()).isEqualTo(wanted));
                }
            }
        }
    }
}
