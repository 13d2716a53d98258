package org.matricula.app.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Nested
    class A_setting_that_nobody_understands {
        @Test
        void stops_the_start_with_all_that_is_wrong() {
            assertThatThrownBy(() -> Settings.check(Map.of(
                            "MATRICULA_DB_ULR", "jdbc:postgresql://db/m",
                            "MATRICULA_DB_CONNECTIONS", "many",
                            "MATRICULA_ADDRESS", "school.example",
                            "MATRICULA_LOG", "xml",
                            "MATRICULA_TRUST", "/nowhere/trust.json")))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContainingAll(
                            "there is no setting MATRICULA_DB_ULR",
                            "MATRICULA_DB_CONNECTIONS is 'many'; it takes a number from 2 to 999",
                            "MATRICULA_ADDRESS is 'school.example'",
                            "MATRICULA_LOG is 'xml'; it takes text or json",
                            "MATRICULA_TRUST");
        }

        @Test
        void about_witnesses_is_told_with_what_it_takes() {
            assertThatThrownBy(() -> Settings.check(Map.of(
                            "MATRICULA_WITNESSES", "https://witness.example/witness",
                            "MATRICULA_WITNESS_FOR", "log.example+1")))
                    .hasMessageContainingAll("pairs of address and key", "keys of logs");
            assertThatCode(() -> Settings.check(Map.of("MATRICULA_WITNESSES", "", "MATRICULA_WITNESS_FOR", " ")))
                    .doesNotThrowAnyException();
        }

        @Test
        void is_not_shown_when_it_is_a_secret() {
            assertThatThrownBy(() -> Settings.check(Map.of("MATRICULA_METRICS_TOKEN", "short")))
                    .hasMessageContaining("at least 16 characters")
                    .hasMessageNotContaining("short");
        }
    }

    @Test
    void what_is_not_ours_is_nothing_to_us() {
        assertThatCode(() -> Settings.check(Map.of("PATH", "/bin", "MATRICULA_LOG", "json")))
                .doesNotThrowAnyException();
    }

    @Test
    void each_stands_in_the_table_of_the_operations_guide() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "operations", "settings.md"));
        assertThat(Arrays.asList(Settings.values()))
                .allSatisfy(each -> assertThat(guide).contains("`" + each + "`"));
    }
}
