package org.matricula.verifier.record;

/// The names inside a record: ids, field names, the document number. All ASCII, so that none can look like another.
final class Names {
    static final String HOMEROOM = "HOMEROOM";
    static final String HEAD = "HEAD";
    static final String SEAL = "SEAL";

    /// What stands in a token, by its ASCII code.
    private static final boolean[] IN_TOKEN = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_"
                .chars()
                .forEach(c -> IN_TOKEN[c] = true);
    }

    private Names() {}

    /// The id of a block: starts with a letter, and is none of the ids that the format itself gives out.
    static boolean isBlockId(String id) {
        return isName(id)
                && !id.equals("data")
                && !id.equals("issue")
                && !id.equals(HOMEROOM)
                && !id.equals(HEAD)
                && !id.equals(SEAL)
                && !id.startsWith("sig.")
                && !id.startsWith("val.")
                && !id.startsWith("ref.")
                && !id.startsWith("sp.");
    }

    /// A letter, then up to 99 letters, digits, dots, hyphens and underscores.
    static boolean isName(String name) {
        return !name.isEmpty() && isLetter(name.charAt(0)) && isToken(name);
    }

    /// 1 to 100 letters, digits, dots, hyphens and underscores.
    static boolean isToken(String name) {
        int length = name.length();
        if (length == 0 || length > 100) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (c >= IN_TOKEN.length || !IN_TOKEN[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /// What a block says it belongs to, so that no block of another record or version can take its place.
    static String of(RecordContent content) {
        return content.id() + "/" + content.version();
    }
}
