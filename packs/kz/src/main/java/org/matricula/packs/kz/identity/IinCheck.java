package org.matricula.packs.kz.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;

/// Whether an individual identification number can be right. Whether it was issued, only the state register
/// knows.
public final class IinCheck extends CatalogueDecision<IinCheck.Number, IinCheck.Answer> {
    /// The decision on numbers of Kazakhstan.
    public IinCheck() {
        super(
                "kz.iin",
                new Sentence(
                        "Can this identification number (IIN) be right?",
                        "Бұл жеке сәйкестендіру нөмірі (ЖСН) дұрыс па?"),
                KZG::regulation,
                Number.class,
                Answer.class);
    }

    /// A number, as written.
    record Number(@Says("The number as written; any text") String iin) {}

    /// What a warning is about.
    enum Warning {
        CENTURY
    }

    /// The answer.
    ///
    /// @param bornOn the birth date; null unless valid with a known century
    /// @param sex the sex; null unless valid with a known century
    /// @param secondPass whether the second row of weights was needed
    /// @param warnings what a person should look at
    record Answer(
            boolean valid,
            @Nullable LocalDate bornOn,
            Iin.@Nullable Sex sex,
            boolean secondPass,
            List<Warning> warnings) {}

    @Override
    public Ruling<Answer> decide(Number number, Edition edition) {
        Iin iin = Iin.read(number.iin());
        Answer answer = new Answer(
                iin.valid(),
                iin.bornOn().orElse(null),
                iin.sex().orElse(null),
                iin.secondPass(),
                iin.form() == Iin.Form.UNUSUAL_CENTURY ? List.of(Warning.CENTURY) : List.of());
        return new Ruling<>(answer, List.of(numberMayBeSentToTheRegister(iin)));
    }

    @Clause(KZG.ART_9_GATEWAY_ID)
    private static Finding numberMayBeSentToTheRegister(Iin iin) {
        return Finding.of(KZG.ART_9_GATEWAY_ID, iin.valid(), because(iin), because(iin));
    }

    private static Sentence because(Iin iin) {
        return switch (iin.form()) {
            case RIGHT ->
                Sentence.of(
                        "Twelve digits, born on %s, check digit %s by row %d of the weights",
                        "Он екі сан, туған күні %s, бақылау саны %s (салмақтардың %d-қатары)",
                        iin.bornOn().map(LocalDate::toString).orElse(""),
                        iin.expected().map(String::valueOf).orElse(""),
                        iin.secondPass() ? 2 : 1);
            case UNUSUAL_CENTURY ->
                new Sentence(
                        "The check digit fits, but the seventh digit names no century we know: look at the document",
                        "Бақылау саны дұрыс, бірақ жетінші сан белгілі ғасырды көрсетпейді: құжатты қараңыз");
            case NOT_TWELVE_DIGITS ->
                new Sentence("An IIN has exactly twelve digits and nothing else", "ЖСН дәл он екі саннан тұрады");
            case NO_SUCH_CENTURY ->
                new Sentence("The seventh digit is 9, which names no century", "Жетінші сан 9, ондай ғасыр жоқ");
            case NO_SUCH_DAY ->
                new Sentence(
                        "The first six digits name no day of that century",
                        "Алғашқы алты сан ол ғасырда жоқ күнді көрсетеді");
            case WRONG_CHECK_DIGIT ->
                Sentence.of(
                        "The check digit should be %s",
                        "Бақылау саны %s болуы керек",
                        iin.expected().map(String::valueOf).orElse(""));
            case NEVER_ISSUED ->
                new Sentence(
                        "Both rows of weights leave 10: no such number is issued",
                        "Салмақтардың екі қатары да 10 береді: мұндай нөмір берілмейді");
        };
    }
}
