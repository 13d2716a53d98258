package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogOriginTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "https://register.example, register.example/log",
        "https://register.example/, register.example/log",
        "https://register.example:8443/edu/, register.example:8443/edu/log",
        "http://school.edu.vn, school.edu.vn/log",
    })
    void a_log_is_named_after_the_public_address_at_which_it_is_read(URI address, String name) throws IOException {
        assertThat(LogOrigin.of(data, Optional.of(address))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://localhost:8080",
                "http://0.0.0.0:80",
                "http://[::1]:8080",
                "http://server:8080",
                "https://register.example/a+b"
            })
    void an_address_that_is_not_the_world_s_gives_a_name_that_is_made_up(URI address) throws IOException {
        assertThat(LogOrigin.of(data, Optional.of(address))).matches("matricula-[0-9a-f]{12}/records");
    }

    @Test
    void a_name_stays_whatever_the_address_becomes() throws IOException {
        String name = LogOrigin.of(data, Optional.empty());
        assertThat(LogOrigin.of(data, Optional.of(URI.create("https://register.example"))))
                .isEqualTo(name);
        assertThat(Files.readString(data.resolve("log/origin"))).isEqualTo(name + "\n");
    }
}
