package org.matricula.registry.accounts;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// What stands before every page: public are the law, verification and the sign-in itself; everything else is for
/// people who are signed in. What each of them may do is decided by the acts, not here.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityWiring {
    /// The header in which a script sends the token of its page.
    static final String TOKEN_HEADER = "X-CSRF-TOKEN";

    /// Open to everybody. A new place that is not named here needs a sign-in.
    private static final String[] OPEN = {
        "/",
        "/verify/**",
        "/v/**",
        "/law/**",
        "/log/**",
        "/witness/**",
        "/design/**",
        "/api",
        "/api/openapi.*",
        "/api/docs/**",
        "/api/v1/decisions/**",
        "/api/v1/verify/**",
        "/api/v1/log/**",
        "/health/**",
        "/pki/**",
        "/s/**",
        "/sign-in/**",
        "/sign-out",
        "/session",
        "/welcome/**",
        "/demo",
        "/guide/**",
        "/first-run/**",
        "/error",
        "/*.css",
        "/*.js",
        "/*.svg",
        "/*.txt",
        "/favicon.ico"
    };

    /// Questions that change nothing and belong to nobody: a token of ours would only stand in the way.
    private static final String[] ASKED_BY_ANYBODY = {
        "/verify/**",
        "/v/**",
        "/law/**",
        "/log/**",
        "/witness/**",
        "/pki/**",
        "/design/**",
        "/api/v1/decisions/**",
        "/api/v1/verify/**"
    };

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Sessions sessions, Door door) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("matricula-form");
        tokens.setHeaderName(TOKEN_HEADER);
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(ASKED_BY_ANYBODY)
                        .ignoringRequestMatchers(
                                request -> Sessions.bearer(request).isPresent()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(door).accessDeniedHandler(door))
                // Each page says by itself how long it may be kept, and what it may load.
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    /// Nobody signs in through Spring Security's own manager; this keeps Spring Boot from making a user of its own.
    @Bean
    AuthenticationManager nobody() {
        return attempt -> {
            throw new AuthenticationServiceException("people sign in at /sign-in");
        };
    }
}
