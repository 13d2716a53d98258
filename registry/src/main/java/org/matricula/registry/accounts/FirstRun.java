package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.matricula.registry.directory.Institutions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Whether this node waits for its first person: it was started empty and there is no school yet. The code that guards
/// the first run is made at each start, shown on the screen of whoever started the node, and kept nowhere.
@Component
public final class FirstRun implements WebMvcConfigurer, HandlerInterceptor {
    private final Institutions institutions;
    private final InstantSource clock;
    private final AtomicBoolean waiting;
    private final String code = Secrets.code(3);

    /// @param empty whether the node was started without demo data
    FirstRun(Institutions institutions, InstantSource clock, @Value("${matricula.empty:false}") boolean empty) {
        this.institutions = institutions;
        this.clock = clock;
        this.waiting = new AtomicBoolean(empty);
    }

    /// The code for the screen; empty when there is no first run.
    public Optional<String> code() {
        return isWaiting() ? Optional.of(code) : Optional.empty();
    }

    boolean isWaiting() {
        if (!waiting.get()) {
            return false;
        }
        boolean none = institutions
                .all(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .isEmpty();
        waiting.set(none); // once there is a school, nobody asks again
        return none;
    }

    boolean isCode(String typed) {
        return MessageDigest.isEqual(Secrets.codeHash(typed), Secrets.codeHash(code));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/", "/sign-in");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isWaiting()) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/first-run");
        return false;
    }
}
