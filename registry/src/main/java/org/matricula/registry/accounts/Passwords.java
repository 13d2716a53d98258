package org.matricula.registry.accounts;

import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// Passwords: what we ask of a new one, and Argon2id.
///
/// A password is brought to one form of Unicode first: Vietnamese input methods write the same letter in two ways, and
/// the person must get in from either keyboard.
@Component
final class Passwords {
    /// The shortest that we accept.
    static final int LEAST = 10;
    /// The longest, so that nobody keeps the node busy with a book.
    static final int MOST = 200;

    /// 19 MiB and two rounds, as OWASP recommends for Argon2id: well under a second, and dear for who guesses in bulk.
    private static final Argon2PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /// What people take when they must take something; their beginnings, in lower case.
    private static final List<String> COMMON = List.of(
            "password",
            "passw0rd",
            "matkhau",
            "mậtkhẩu",
            "qwerty",
            "azerty",
            "йцукен",
            "пароль",
            "құпиясөз",
            "iloveyou",
            "123456789",
            "0123456789",
            "987654321",
            "abcdefgh",
            "welcome",
            "admin",
            "teacher",
            "giaovien",
            "hieutruong",
            "matricula",
            "letmein",
            "tieuhoc",
            "школа",
            "мектеп",
            "учитель",
            "мұғалім");

    /// How many are hashed at once: each takes 19 MiB.
    private final Semaphore room = new Semaphore(8);

    /// Written as a hash of the same cost is, but of nothing: computing a real one would hold up each start of a node.
    private final String nobodys =
            "$argon2id$v=19$m=19456,t=2,p=1$" + random(16) + "$" + random(32); // the figures of ARGON2

    /// Why a new password is not taken: a key of the texts.
    enum Weakness {
        SHORT,
        LONG,
        COMMON,
        LOGIN
    }

    /// What is wrong with a new password; empty when it can be taken.
    static Optional<Weakness> weakness(String password, String login) {
        String plain = normal(password);
        String bare = plain.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
        if (plain.codePointCount(0, plain.length()) < LEAST) {
            return Optional.of(Weakness.SHORT);
        }
        if (plain.length() > MOST) {
            return Optional.of(Weakness.LONG);
        }
        if (login.length() > 2 && bare.contains(login.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", ""))) {
            return Optional.of(Weakness.LOGIN);
        }
        boolean few = Set.copyOf(bare.chars().boxed().toList()).size() < 5;
        boolean common = COMMON.stream().anyMatch(word -> bare.startsWith(word) && bare.length() < word.length() + 6);
        return few || common ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    String hash(String password) {
        return inTurn(() -> ARGON2.encode(normal(password)));
    }

    /// Whether a password is the one of a hash. Without a hash it takes as long, so that nobody learns which logins
    /// exist.
    boolean matches(String password, Optional<String> hash) {
        // A letter in parts takes up to four places: the limit is one of the letters, as when the password was set.
        if (password.length() > 4 * MOST || normal(password).length() > MOST) {
            return false;
        }
        return inTurn(() -> ARGON2.matches(normal(password), hash.orElse(nobodys))) && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private static String random(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
