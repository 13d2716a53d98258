package org.matricula.registry.lawbook;

import java.util.Set;

/// The address of a decision's page and what stands in it beside the facts.
final class DecisionAddress {
    /// The language of the page.
    static final String LANG = "lang";
    /// Present when an answer is wanted and not only the form.
    static final String ASK = "ask";
    /// The list that is to get one more row.
    static final String MORE = "more";
    /// The row that is to go, for example `subjects.2`.
    static final String DROP = "drop";
    /// All facts at once, as JSON.
    static final String FACTS = "facts";
    /// The term of the answer that is drawn, by the field it ends in.
    static final String STRIP = "strip";

    /// What belongs to the page. No fact has one of these names; the form would refuse to start.
    static final Set<String> OWN = Set.of(LANG, ASK, MORE, DROP, FACTS, STRIP);

    private DecisionAddress() {}

    /// The page of a decision.
    static String of(String decision) {
        return "/law/decisions/" + decision;
    }

    /// The page with its answer.
    static String asking(String decision, Entered entered) {
        String query = entered.query();
        return of(decision) + "?" + (query.isEmpty() ? "" : query + "&") + ASK + "=1";
    }

    /// The page with its form as it stands.
    static String showing(String decision, Entered entered) {
        String query = entered.query();
        return of(decision) + (query.isEmpty() ? "" : "?" + query);
    }

    /// The picture of a term of an answer.
    ///
    /// @param address the page with its answer; when empty there is no picture, and so is what is given back
    static String strip(String decision, String address, String field) {
        return address.isEmpty()
                ? ""
                : of(decision) + "/strip.svg" + address.substring(of(decision).length()) + "&" + STRIP + "=" + field;
    }

    /// The page with its answer to facts given as JSON.
    static String asking(String decision, String facts) {
        return of(decision) + "?" + FACTS + "=" + Entered.encoded(facts);
    }
}
