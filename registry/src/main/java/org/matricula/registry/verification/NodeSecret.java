package org.matricula.registry.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A secret of this register's public page, the same on all its nodes: what is digested with it can be compared, but
/// not guessed.
@Component
class NodeSecret {
    private final JdbcClient sql;
    private volatile @Nullable SecretKeySpec key;

    NodeSecret(JdbcClient sql) {
        this.sql = sql;
    }

    /// A keyed digest of 32 bytes.
    ///
    /// @param what it is for, so that a digest for one purpose is none for another
    byte[] digest(String what, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            mac.update(what.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(
                    sql.sql("select value from verification.secret")
                            .query((row, _) -> row.getBytes("value"))
                            .single(),
                    "HmacSHA256");
            key = known;
        }
        return known;
    }
}
