package org.matricula.packs.kz.duplicates;

import org.matricula.law.Finding;
import org.matricula.law.Sentence;

/// Where a request for a duplicate is handed in.
enum Channel {
    /// The office of the institution.
    PROVIDER("the institution", "оқу орны"),
    /// A public service centre.
    CENTRE("the service centre", "қызмет көрсету орталығы"),
    /// The e-government portal.
    PORTAL("the portal", "портал");

    private final Sentence name;

    Channel(String en, String kk) {
        name = new Sentence(en, kk);
    }

    /// Says that a clause about one channel does not concern a request that came by this one.
    Finding hasNoPartIn(String clause) {
        return Finding.doesNotApply(
                clause,
                new Sentence(
                        "The request goes through " + name.en() + "; this clause is about another way",
                        "Өтініш жолы — " + name.local() + "; бұл тармақ басқа жолға қатысты"));
    }
}
