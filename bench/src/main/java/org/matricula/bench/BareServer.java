package org.matricula.bench;

import java.util.Objects;
import org.matricula.registry.records.store.IssuedStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The least that a server of our kind can do for a look-up: the same Tomcat, Spring MVC, pool and query, and of the
/// record only its number as the answer. No security, no limits, no page, no languages.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@Import(BareServer.Bare.class)
class BareServer {
    /// Starts it on a free port.
    ///
    /// @param store the node's own, so that the query and the pool of connections are the same
    static ConfigurableApplicationContext start(IssuedStore store) {
        SpringApplication application = new SpringApplication(BareServer.class);
        application.setLogStartupInfo(false);
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(IssuedStore.class, () -> store));
        return application.run("--server.port=0");
    }

    static int port(ConfigurableApplicationContext bare) {
        return Objects.requireNonNull(((WebServerApplicationContext) bare).getWebServer())
                .getPort();
    }

    @RestController
    static final class Bare {
        private final IssuedStore store;

        Bare(IssuedStore store) {
            this.store = store;
        }

        @GetMapping("/v/{code}")
        ResponseEntity<String> code(@PathVariable String code) {
            return store.byLookupCode(code)
                    .map(row -> ResponseEntity.ok(row.number() + "/" + row.version()))
                    .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
        }
    }
}
