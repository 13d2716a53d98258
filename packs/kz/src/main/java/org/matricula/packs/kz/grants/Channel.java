package org.matricula.packs.kz.grants;

import org.matricula.law.Finding;
import org.matricula.law.Sentence;

/// Where an application is handed in.
enum Channel {
    /// An institution of higher education, on paper.
    OFFICE("on paper at an institution", "қағазбен, оқу орнында"),
    /// The e-government portal.
    PORTAL("on the portal", "порталда");

    private final Sentence name;

    Channel(String en, String kk) {
        name = new Sentence(en, kk);
    }

    Sentence inWords() {
        return name;
    }

    /// Says that a clause about the other way does not concern this application.
    Finding hasNoPartIn(String clause) {
        return Finding.doesNotApply(
                clause,
                new Sentence(
                        "The application is made " + name.en() + "; this clause is about the other way",
                        "Өтініш " + name.local() + " берілді; бұл тармақ басқа жолға қатысты"));
    }
}
