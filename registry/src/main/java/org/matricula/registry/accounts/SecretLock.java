package org.matricula.registry.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Locks what the database must keep but a copy of the database must not tell: AES-256 in GCM (NIST SP 800-38D), with a
/// key made from the node's own secret and bound to the account.
public final class SecretLock {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Supplier<byte[]> nodeSecret;

    /// @param nodeSecret the secret that lies outside the database, the same on every node; asked when it is needed
    public SecretLock(Supplier<byte[]> nodeSecret) {
        this.nodeSecret = nodeSecret;
    }

    /// @return the nonce, then what it was turned into with its tag
    byte[] lock(UUID account, byte[] secret) {
        byte[] nonce = Secrets.bytes(NONCE);
        try {
            byte[] turned = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(secret);
            byte[] locked = Arrays.copyOf(nonce, NONCE + turned.length);
            System.arraycopy(turned, 0, locked, NONCE, turned.length);
            return locked;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /// @throws IllegalStateException when it was locked with another node's secret, or for another account
    byte[] unlock(UUID account, byte[] locked) {
        try {
            return cipher(Cipher.DECRYPT_MODE, account, Arrays.copyOf(locked, NONCE))
                    .doFinal(locked, NONCE, locked.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "a second factor was locked with another secret than this node's; restore register.secret from the backup that belongs to this database",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    private Cipher cipher(int mode, UUID account, byte[] nonce) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(nodeSecret.get(), "HmacSHA256"));
        byte[] key = mac.doFinal("second-factor".getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
