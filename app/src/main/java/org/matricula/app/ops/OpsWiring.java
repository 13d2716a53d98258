package org.matricula.app.ops;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import org.matricula.registry.signing.CertificateCounts;
import org.matricula.registry.transparency.Witnesses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The parts for those who keep the server running.
@Configuration(proxyBeanMethods = false)
class OpsWiring {
    @Bean
    PrometheusMeterRegistry meterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    Meters meters(
            PrometheusMeterRegistry registry,
            JdbcClient sql,
            HikariDataSource pool,
            InstantSource clock,
            Witnesses witnesses,
            CertificateCounts certificates) {
        return new Meters(registry, sql, pool, clock, witnesses, certificates);
    }

    /// Machines have no account: the page itself looks at where they come from and what they show.
    @Bean
    @Order(1)
    SecurityFilterChain forMachines(HttpSecurity http) {
        return http.securityMatcher("/metrics", "/health/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
