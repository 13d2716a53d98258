package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.year-result`: the result of the year, or what is missing for it.
final class YearResultDecision extends CatalogueDecision<Assessment, YearResultDecision.Answer> {
    YearResultDecision() {
        super(
                "vn.report-book.year-result",
                new Sentence("Result of the school year", "Kết quả giáo dục cả năm học"),
                VNRB::regulation,
                Assessment.class,
                Answer.class);
    }

    /// @param result the result of the year; null while anything is missing
    /// @param missing codes of what is missing, in the order of the form; a missing test has that of its subject
    /// @param missingItems the same with the kind of each
    /// @param classCompleted whether the class programme is completed; null while anything is missing
    /// @param awardFits whether the proposed award fits; null when none is proposed
    public record Answer(
            @Nullable YearResult result,
            List<String> missing,
            List<MissingItem> missingItems,
            @Nullable Boolean classCompleted,
            @Nullable Boolean awardFits) {}

    /// @param kind what kind of entry is missing
    /// @param name its code
    public record MissingItem(Completeness.Kind kind, String name) {}

    @Override
    public Ruling<Answer> decide(Assessment facts, Edition edition) {
        List<Completeness.Missing> missing = Completeness.missing(facts);
        Optional<YearResult> result = YearResult.of(facts);
        Finding award = YearResult.awardFits(facts);
        Answer answer = new Answer(
                result.orElse(null),
                missing.stream().map(Completeness.Missing::name).toList(),
                missing.stream().map(m -> new MissingItem(m.kind(), m.name())).toList(),
                result.map(YearResult::classCompleted).orElse(null),
                facts.award().isEmpty() ? null : award.isMet());
        return new Ruling<>(
                answer,
                List.of(
                        Completeness.gradeIsOfPrimarySchool(facts.grade()),
                        Completeness.everyResultIsStored(facts),
                        YearResult.resultsAreDrawnTogether(facts),
                        Completeness.assessmentFileIsComplete(facts),
                        award));
    }
}
