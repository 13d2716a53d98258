package org.matricula.packs.kz.grants;

import org.matricula.law.Sentence;

/// What a paper about the loss of parents shows. The competition takes fewer kinds than social support does.
enum ParentLoss {
    DEATH_BOTH(true, "both parents died", "екі ата-анасы да қайтыс болған"),
    DEATH_ONLY(true, "the only parent died", "жалғыз ата-анасы қайтыс болған"),
    RIGHTS_DEPRIVED(true, "parental rights were taken away", "ата-ана құқығынан айырылған"),
    RIGHTS_RESTRICTED(true, "parental rights were restricted", "ата-ана құқығы шектелген"),
    MISSING(true, "the parent is missing", "ата-анасы хабарсыз кеткен"),
    DECLARED_DEAD(true, "the parent was declared dead", "ата-анасы өлді деп жарияланған"),
    INCAPABLE(false, "the parent is incapable", "ата-анасы әрекетке қабілетсіз"),
    LIMITED_CAPACITY(false, "the parent has limited capacity", "ата-анасының қабілеті шектелген");

    private final boolean countsInCompetition;
    private final Sentence name;

    ParentLoss(boolean countsInCompetition, String en, String kk) {
        this.countsInCompetition = countsInCompetition;
        this.name = new Sentence(en, kk);
    }

    boolean countsInCompetition() {
        return countsInCompetition;
    }

    boolean isDeathCertificate() {
        return this == DEATH_BOTH || this == DEATH_ONLY;
    }

    Sentence inWords() {
        return name;
    }
}
