package org.matricula.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matricula.registry.testing.Database;

class CredentialStoreTest {
    private static final Instant NOW = Instant.parse("2026-05-20T02:00:00Z");
    private static final byte[] SECRET = "twenty bytes of TOTP".getBytes(StandardCharsets.UTF_8);

    private static Database database;

    @BeforeAll
    static void start() {
        database = Database.fresh();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static CredentialStore store(String nodeSecret) {
        byte[] secret = nodeSecret.getBytes(StandardCharsets.UTF_8);
        return new CredentialStore(database.sql(), new SecretLock(() -> secret));
    }

    @Test
    void the_database_alone_does_not_tell_the_secret_of_an_authenticator() {
        UUID account = UUID.randomUUID();
        store("this node").setTotp(account, Optional.of(SECRET), NOW);
        String row = database.sql()
                .sql("select row_to_json(t)::text from accounts.totp t where account = :account")
                .param("account", account)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(HexFormat.of().formatHex(SECRET));
        assertThat(store("this node").totp(account))
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(SECRET));
    }

    @Test
    void a_node_with_another_secret_says_what_to_restore() {
        UUID account = UUID.randomUUID();
        store("this node").setTotp(account, Optional.of(SECRET), NOW);
        assertThatIllegalStateException()
                .isThrownBy(() -> store("another").totp(account))
                .withMessageContaining("restore register.secret");
    }

    @Test
    void a_locked_secret_put_into_another_account_opens_nothing() {
        UUID account = UUID.randomUUID();
        UUID thief = UUID.randomUUID();
        store("this node").setTotp(account, Optional.of(SECRET), NOW);
        database.sql().sql("""
                        insert into accounts.totp (account, locked, at)
                        select :thief, locked, at from accounts.totp where account = :account""").param("thief", thief).param("account", account).update();
        assertThatIllegalStateException().isThrownBy(() -> store("this node").totp(thief));
    }

    @Test
    void a_secret_from_before_they_were_locked_still_counts() {
        UUID account = UUID.randomUUID();
        database.sql()
                .sql("insert into accounts.totp (account, secret, at) values (:account, :secret, now())")
                .param("account", account)
                .param("secret", SECRET)
                .update();
        assertThat(store("this node").totp(account))
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(SECRET));
    }

    @Test
    void an_application_that_was_taken_away_is_no_second_factor() {
        UUID account = UUID.randomUUID();
        store("this node").setTotp(account, Optional.of(SECRET), NOW);
        store("this node").setTotp(account, Optional.empty(), NOW.plusSeconds(1));
        assertThat(store("this node").totp(account)).isEmpty();
    }
}
