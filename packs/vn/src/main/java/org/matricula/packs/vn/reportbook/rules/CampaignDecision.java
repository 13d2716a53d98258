package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.campaign`: in which campaign a book is sent, by when, and whether it was in time.
final class CampaignDecision extends CatalogueDecision<CampaignDecision.Case, CampaignDecision.Answer> {
    CampaignDecision() {
        super(
                "vn.report-book.campaign",
                new Sentence("Campaign of sending report books", "Đợt gửi học bạ số"),
                VNRB::regulation,
                Case.class,
                Answer.class);
    }

    /// @param schoolYear for example `2025-2026`
    /// @param supplementary whether the pupil needs a supplementary assessment
    /// @param sentAt when the book was sent
    /// @param pupils how many pupils the campaign has, to ask whether it is complete
    /// @param withNumber how many of them have a personal identification number
    @Facts.Zone("Asia/Ho_Chi_Minh")
    public record Case(
            @Facts.Says("School year such as 2025-2026") String schoolYear,

            @Facts.Says("The pupil needs a supplementary assessment")
            boolean supplementary,

            @Facts.Says("When the book was sent") Optional<LocalDateTime> sentAt,

            @Facts.Min(0) @Facts.Says("How many pupils the campaign has")
            Optional<Integer> pupils,

            @Facts.Min(0) @Facts.Says("How many of them have a personal number")
            Optional<Integer> withNumber)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            Optional<Campaign.SchoolYear> year = Campaign.SchoolYear.read(schoolYear);
            if (year.isEmpty()) {
                problems.add(new Facts.Problem(
                        "/schoolYear",
                        new Sentence(
                                "a school year is two years in a row, such as 2025-2026",
                                "năm học gồm hai năm liền nhau, ví dụ 2025-2026")));
            } else if (sentAt.isPresent()
                    && sentAt.get().toLocalDate().isBefore(year.get().earliest())) {
                problems.add(new Facts.Problem(
                        "/sentAt",
                        Say.that(
                                "sent before the school year %s began",
                                "gửi khi năm học %s chưa bắt đầu", schoolYear)));
            }
            if (pupils.isPresent() != withNumber.isPresent()) {
                problems.add(new Facts.Problem(
                        pupils.isPresent() ? "/withNumber" : "/pupils",
                        new Sentence(
                                "give both numbers of pupils or neither", "ghi cả hai số học sinh hoặc bỏ cả hai")));
            } else if (pupils.isPresent() && withNumber.get() > pupils.get()) {
                problems.add(new Facts.Problem(
                        "/withNumber",
                        Say.that("more than all %d pupils", "nhiều hơn tất cả %d học sinh", pupils.get())));
            }
            return problems;
        }

        private Campaign campaign() {
            return new Campaign(Campaign.SchoolYear.read(schoolYear).orElseThrow(), supplementary);
        }
    }

    /// @param campaign 1 or 2
    /// @param lastGoodDay the last day on which sending is in time
    /// @param inTime whether it was sent in time; null when not sent
    /// @param complete whether every pupil of the campaign has a number; null when the numbers are not given
    public record Answer(
            int campaign,
            LocalDate lastGoodDay,
            @Nullable Boolean inTime,
            @Nullable Boolean complete) {}

    /// The day of the duty, not the day it was fulfilled: a deadline that had passed before the regulation began was
    /// never set by it.
    @Override
    public Optional<LocalDate> relevantDate(Case facts) {
        return Optional.of(facts.campaign().lastGoodDay());
    }

    @Override
    public Ruling<Answer> decide(Case facts, Edition edition) {
        Campaign campaign = facts.campaign();
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> everyNumber =
                facts.pupils().flatMap(all -> facts.withNumber().map(some -> Campaign.everyPupilHasANumber(all, some)));
        everyNumber.ifPresent(findings::add);
        findings.add(campaign.sentBefore15June(facts.sentAt()));
        findings.add(campaign.sentBefore15August(facts.sentAt()));
        Answer answer = new Answer(
                campaign.number(),
                campaign.lastGoodDay(),
                facts.sentAt().map(campaign::inTime).orElse(null),
                everyNumber.map(Finding::isMet).orElse(null));
        return new Ruling<>(answer, findings);
    }
}
