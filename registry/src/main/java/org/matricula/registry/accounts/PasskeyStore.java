package org.matricula.registry.accounts;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// The passkeys of the accounts. A passkey is a fact, and so is its end; only its use is counted in place.
///
/// To an authenticator an account is known by its id; name and login are the directory's.
@Component
final class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private static final String HELD = """
            select p.id, p.account, p.label, p.public_key, p.transports, p.uv, p.backup_able, p.attestation,
                   p.client_data, p.at, u.count, u.backed_up, u.used_at
              from accounts.passkey p join accounts.passkey_use u on u.passkey = p.id
             where not exists (select 1 from accounts.passkey_ended e where e.passkey = p.id) and\s""";

    private final JdbcClient sql;
    private final Accounts accounts;

    PasskeyStore(JdbcClient sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    /// The passkeys of an account, the oldest first.
    List<CredentialRecord> of(UUID account) {
        return sql.sql(HELD + "p.account = :account order by p.at")
                .param("account", account)
                .query(PasskeyStore::read)
                .list();
    }

    /// Ends a passkey of an account; of another account's it does nothing.
    void end(UUID account, String id, Instant now) {
        sql.sql("""
                insert into accounts.passkey_ended (passkey, at)
                select id, :now from accounts.passkey where id = :id and account = :account
                on conflict do nothing""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("account", account)
                .update();
    }

    void endAll(UUID account, Instant now) {
        of(account).forEach(passkey -> end(account, passkey.getCredentialId().toBase64UrlString(), now));
    }

    @Override
    public void save(CredentialRecord record) {
        String id = record.getCredentialId().toBase64UrlString();
        Bytes attestation = record.getAttestationObject();
        Bytes clientData = record.getAttestationClientDataJSON();
        if (attestation == null || clientData == null) {
            throw new IllegalArgumentException("a passkey comes with its attestation");
        }
        sql.sql("""
                insert into accounts.passkey
                    (id, account, label, public_key, transports, uv, backup_able, attestation, client_data, at)
                values
                    (:id, :account, :label, :key, :transports, :uv, :able, :attestation, :client, :at)
                on conflict do nothing""")
                .param("id", id)
                .param("account", account(record.getUserEntityUserId()))
                .param("label", record.getLabel())
                .param("key", record.getPublicKey().getBytes())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("uv", record.isUvInitialized())
                .param("able", record.isBackupEligible())
                .param("attestation", attestation.getBytes())
                .param("client", clientData.getBytes())
                .param("at", record.getCreated().atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("""
                insert into accounts.passkey_use as u (passkey, count, backed_up, used_at)
                values (:id, :count, :backed, :used)
                on conflict (passkey) do update set
                    count = excluded.count, backed_up = excluded.backed_up, used_at = excluded.used_at""")
                .param("id", id)
                .param("count", record.getSignatureCount())
                .param("backed", record.isBackupState())
                .param("used", record.getLastUsed().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return sql.sql(HELD + "p.id = :id")
                .param("id", credentialId.toBase64UrlString())
                .query(PasskeyStore::read)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return of(account(userId));
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey ends by an act of its person");
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return accounts.find(account(id)).map(PasskeyStore::entity).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.byLogin(username).map(PasskeyStore::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity userEntity) {
        throw new UnsupportedOperationException("an account is opened in the directory");
    }

    /// An account as an authenticator knows it.
    static PublicKeyCredentialUserEntity entity(Account account) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(account.id().getMostSignificantBits())
                .putLong(account.id().getLeastSignificantBits())
                .array();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(id))
                .name(account.login())
                .displayName(account.name())
                .build();
    }

    static UUID account(Bytes entity) {
        ByteBuffer bytes = ByteBuffer.wrap(entity.getBytes());
        if (bytes.remaining() != 16) {
            return new UUID(0, 0); // an authenticator names somebody who is not ours
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("id")))
                .userEntityUserId(entity(new Account(row.getObject("account", UUID.class), "x", "x", false))
                        .getId())
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .transports(Optional.of(row.getString("transports")).filter(t -> !t.isEmpty()).stream()
                        .flatMap(t -> Arrays.stream(t.split(",")))
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .uvInitialized(row.getBoolean("uv"))
                .backupEligible(row.getBoolean("backup_able"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .signatureCount(row.getLong("count"))
                .created(row.getTimestamp("at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant())
                .build();
    }
}
