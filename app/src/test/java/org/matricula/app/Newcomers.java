package org.matricula.app;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.How;
import org.matricula.verifier.record.RecordContent.Issuer;

/// Puts a school and its people into a running node, for tests of the door and of the people pages.
///
/// @param node where it is
/// @param school which keeps them
record Newcomers(RunningNode node, Institution school) {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String PASSWORD = "cau Long Bien dai lam";
    /// The secret of every authenticator application here, in Base32.
    static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// What books print of the school besides its name.
    private static final Map<String, String> PLACE = Map.of("commune", "Phường An Sen", "province", "Quảng Ninh");
    private static final Moment THEN = new Moment(Instant.parse("2026-05-20T02:00:00Z"), HANOI);

    static Newcomers at(RunningNode node, String code, String name) {
        return new Newcomers(
                node, node.get(Institutions.class).add(code, name, LocalDate.of(2000, 1, 1), "VN", HANOI, PLACE, THEN));
    }

    /// Declares the certificate of the demo key that the node holds for a school.
    static void declareSeal(RunningNode node, Institution school) {
        Instant today = node.get(InstantSource.class).instant();
        X509Certificate held = node.get(InstitutionSeals.class)
                .held(new Issuer(school.code(), school.name()), today)
                .getLast()
                .certificate();
        node.get(SealCertificates.class).declare(school.id(), held, How.HELD, Actor.system(), THEN);
    }

    /// A person with a password, who acts in roles over the whole school since long ago.
    Account person(String login, String name, Role... roles) {
        Account account = node.get(Accounts.class).open(login, name, Actor.system(), THEN);
        node.get(Accounts.class).keep(account.id(), school.id(), THEN);
        node.get(Credentials.class).setPassword(account.id(), PASSWORD, THEN);
        List.of(roles).forEach(role -> hold(account, role));
        return account;
    }

    private void hold(Account account, Role role) {
        Mandate mandate = new Mandate(
                role,
                school.id(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2000, 1, 1),
                Optional.of(LocalDate.of(2999, 1, 1)));
        node.get(Mandates.class).give(account.id(), mandate, Actor.system(), THEN);
    }

    /// Gives a person an authenticator application.
    List<String> app(Account account) {
        return node.get(Credentials.class).setTotp(account.id(), SECRET, THEN);
    }

    void close(Account account) {
        node.get(Accounts.class).close(account.id(), true, Actor.system(), THEN);
    }

    void signOut(Account account) {
        node.get(Credentials.class).signOutEverywhere(account.id(), THEN);
    }
}
