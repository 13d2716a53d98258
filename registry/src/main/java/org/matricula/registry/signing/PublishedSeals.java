package org.matricula.registry.signing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.verifier.signature.SignatureLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this register tells those who verify about its own seals: which certificates are an institution's, and since
/// when every seal bears a time stamp. Safe to share between threads.
///
/// A certificate that was ever declared stays told: what it sealed is to be verified for ever.
@Component
public final class PublishedSeals {
    private final JdbcClient sql;
    private final SealCertificates register;
    private final Institutions institutions;
    private final SigningLevels levels;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    PublishedSeals(
            JdbcClient sql,
            SealCertificates register,
            Institutions institutions,
            SigningLevels levels,
            InstantSource clock) {
        this.sql = sql;
        this.register = register;
        this.institutions = institutions;
        this.levels = levels;
        this.clock = clock;
    }

    /// The seals of an institution.
    ///
    /// @param code its code in the national register
    /// @param seals SHA-256 of each certificate, in hexadecimal
    /// @param stampedFrom the day from which every seal bears a time stamp; empty while they need none
    public record Published(String code, List<String> seals, Optional<LocalDate> stampedFrom) {
        public Published {
            seals = List.copyOf(seals);
        }
    }

    private record Known(String version, List<Published> list) {}

    /// The institutions that have declared something. The same list as before, while nothing was declared.
    public List<Published> list() {
        String version = version();
        Known before = known;
        if (before != null && before.version().equals(version)) {
            return before.list();
        }
        Known now = new Known(version, read());
        known = now;
        return now.list();
    }

    /// Changes with every fact that the list is made of: facts are only ever added.
    private String version() {
        return sql.sql("""
                select coalesce((select id::text from signing.seal_certificate order by id desc limit 1), '')
                       || coalesce((select ' ' || id from signing.seals_stamped order by id desc limit 1), '')""").query(String.class).single();
    }

    private List<Published> read() {
        Optional<LocalDate> stampedFrom = stampedFrom();
        Map<UUID, List<String>> seals = new LinkedHashMap<>();
        for (SealCertificate each : register.all()) {
            List<String> own = seals.computeIfAbsent(each.institution(), _ -> new ArrayList<>());
            if (!own.contains(each.sha256())) {
                own.add(each.sha256());
            }
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Published> list = new ArrayList<>();
        for (Institution each : institutions.all(today)) {
            List<String> own = seals.getOrDefault(each.id(), List.of());
            if (!own.isEmpty()) {
                list.add(new Published(each.code(), own, stampedFrom));
            }
        }
        return List.copyOf(list);
    }

    private record Stamped(boolean stamped, LocalDate from) {}

    private Optional<Stamped> stamped() {
        return sql.sql("select stamped, from_day from signing.seals_stamped order by id desc limit 1")
                .query((row, _) -> new Stamped(row.getBoolean("stamped"), row.getObject("from_day", LocalDate.class)))
                .optional();
    }

    private Optional<LocalDate> stampedFrom() {
        return stamped().filter(Stamped::stamped).map(Stamped::from);
    }

    /// Notes at the start whether this register time-stamps its seals, when that is news. A register that has sealed
    /// nothing yet does so from today on; another from the first day that has begun nowhere, since what was sealed
    /// before bears no stamp. Once seals are no longer stamped, nothing is demanded any more.
    public void note() {
        boolean stamps = levels.seals() != SignatureLevel.B;
        if (stamped().map(Stamped::stamped).orElse(false) == stamps) {
            return;
        }
        Instant now = clock.instant();
        boolean fresh = register.all().isEmpty();
        sql.sql("insert into signing.seals_stamped (stamped, from_day, at) values (:stamped, :from, :at)")
                .param("stamped", stamps)
                .param(
                        "from",
                        fresh
                                ? LocalDate.ofInstant(now, ZoneOffset.ofHours(-12))
                                : LocalDate.ofInstant(now, ZoneOffset.ofHours(14))
                                        .plusDays(1))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
