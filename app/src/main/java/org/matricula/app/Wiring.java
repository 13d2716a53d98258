package org.matricula.app;

import java.nio.file.Path;
import java.time.InstantSource;
import org.matricula.registry.verification.TrustFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Gives the modules what they need from outside: the clock and the places of files.
@Configuration(proxyBeanMethods = false)
class Wiring {
    /// The only clock of the server.
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// Whom this node trusts: `matricula.trust`, or the demo keys' own list.
    @Bean
    TrustFile trustFile(@Value("${matricula.data}") Path data, @Value("${matricula.trust:}") String trust) {
        return new TrustFile(trust.isBlank() ? data.resolve("demo-keys").resolve("trust.json") : Path.of(trust));
    }
}
