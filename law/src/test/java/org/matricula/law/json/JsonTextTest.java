package org.matricula.law.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// A stranger's JSON is read completely and cheaply: what is noted of it stays smaller than what was sent.
class JsonTextTest {
    private static final String LONG_NAME = "k".repeat(40_000);

    @Test
    void a_repeated_key_is_named_by_its_pointer_at_any_depth() throws JsonText.Malformed {
        assertThat(JsonText.read("{\"a/b\":[{\"x\":1},{\"x\":1,\"~\":2,\"~\":3}],\"a/b\":0}")
                        .repeatedKeys())
                .containsExactly("/a~1b/1/~0", "/a~1b");
    }

    @Test
    void a_key_given_many_times_is_named_once() throws JsonText.Malformed {
        assertThat(JsonText.read("{" + "\"a\":1,".repeat(1000) + "\"a\":1}").repeatedKeys())
                .containsExactly("/a");
    }

    @Test
    void of_very_many_repeated_keys_only_the_first_are_named() throws JsonText.Malformed {
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < 5000; i++) {
            keys.append("\"k").append(i).append("\":1,\"k").append(i).append("\":1,");
        }
        assertThat(JsonText.read(keys.append("\"z\":1}").toString()).repeatedKeys())
                .hasSizeBetween(1, 1000);
    }

    @Test
    void repeated_keys_under_a_long_name_do_not_grow_larger_than_the_text() throws JsonText.Malformed {
        StringBuilder text = new StringBuilder("{\"" + LONG_NAME + "\":{");
        for (int i = 0; i < 900; i++) {
            text.append("\"k").append(i).append("\":1,\"k").append(i).append("\":1,");
        }
        JsonText.Read read = JsonText.read(text.append("\"z\":1}}").toString());
        assertThat(read.repeatedKeys()).isNotEmpty();
        assertThat(read.repeatedKeys().stream().mapToInt(String::length).sum()).isLessThan(200_000);
    }

    @Test
    void more_values_than_any_question_has_are_not_kept() {
        assertThatThrownBy(() -> JsonText.read("[" + "0,".repeat(6_000_000) + "0]"))
                .isInstanceOf(JsonText.Malformed.class)
                .hasMessageContaining("more than 6000000 values");
    }

    @Test
    void the_settings_of_the_parser_are_no_business_of_the_asker() {
        assertThatThrownBy(() -> JsonText.read("{\"number\":NaN}"))
                .isInstanceOf(JsonText.Malformed.class)
                .hasMessageContaining("NaN")
                .hasMessageNotContaining("JsonReadFeature");
    }
}
