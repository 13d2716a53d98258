package org.matricula.app.demo;

import java.util.List;
import org.matricula.law.Sentence;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Texts;

/// Who can sign in to the demo school, for the screen of whoever starts the node and for the page `/demo`.
///
/// These are no secrets: everybody who can read this file knows them.
///
/// @param people in the order of their work
public record DemoLogins(List<Person> people) {
    /// Everybody's password.
    public static final String PASSWORD = "hoa sen 2026";
    /// Everybody's secret for an authenticator application; who needs no second factor has none.
    public static final String SECRET = "NBXWCIDTMVXCA5DJMV2SA2DPMM";
    /// Everybody's PIN for signing.
    public static final String PIN = "246810";

    private static final Texts TEXTS = Texts.load("demo");

    public DemoLogins {
        people = List.copyOf(people);
    }

    /// A person.
    ///
    /// @param role the last part of the key of the words for what he or she does
    /// @param detail classes or subjects, for those words; may be empty
    /// @param secondFactor whether signing in strongly needs the authenticator
    /// @param signs whether there is a key with a PIN
    public record Person(String login, String name, String role, Sentence detail, boolean secondFactor, boolean signs) {
        /// What he or she does, in English.
        String office() {
            return TEXTS.get(Language.EN, "role." + role, detail.en());
        }
    }

    /// The table for a terminal.
    public String table() {
        StringBuilder text = new StringBuilder("\nThe demo school (invented people). Sign in at /sign-in; ")
                .append("the page /demo shows the same with the codes of the moment.\n\n");
        text.append(
                "  %-14s %-24s %-44s %-13s %s%n".formatted("sign-in name", "name", "office", "second factor", "PIN"));
        for (Person person : people) {
            text.append("  %-14s %-24s %-44s %-13s %s%n"
                    .formatted(
                            person.login(),
                            person.name(),
                            person.office(),
                            person.secondFactor() ? "yes" : "-",
                            person.signs() ? PIN : "-"));
        }
        return text.append("\n  password (everybody)         ")
                .append(PASSWORD)
                .append("\n  authenticator key (everybody) ")
                .append(SECRET)
                .append("\n")
                .toString();
    }
}
