package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts;
import org.matricula.law.Sentence;

/// A diploma a candidate shows, with what is known of the school that gave it.
record Diploma(
        @Facts.Says("Kind of the diploma") DiplomaKind kind,

        @Facts.Says("Whether a Vietnamese or a foreign school gave it, wherever it teaches")
        AwardedBy awardedBy,

        @Facts.Says("The ministry on whose schedule the school is accredited, or which recognised a foreign diploma")
        Authority authority,

        @Facts.Says("Day from which the school has a self-assessment report")
        Optional<LocalDate> selfAssessmentFrom,

        @Facts.Says("Day from which the school carries out accreditation on schedule")
        Optional<LocalDate> accreditationFrom,

        @Facts.Says("Day on which a foreign diploma was recognised")
        Optional<LocalDate> recognisedOn)
        implements Told.Worded {

    /// Where the school is at home.
    enum AwardedBy {
        DOMESTIC,
        FOREIGN
    }

    /// The ministry that watches over a school.
    enum Authority implements Told.Worded {
        MOET("Ministry of Education and Training", "Bộ Giáo dục và Đào tạo"),
        MOLISA("Ministry of Labour", "Bộ Lao động - Thương binh và Xã hội");

        private final Sentence words;

        Authority(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }
    }

    @Override
    public Sentence words() {
        return kind.words();
    }

    boolean domestic() {
        return awardedBy == AwardedBy.DOMESTIC;
    }

    /// What keeps a domestic diploma from counting on the day of filing; empty when nothing does.
    List<Sentence> faultsOfSchool(Authority schedule, LocalDate filedOn) {
        List<Sentence> faults = new ArrayList<>();
        if (authority != schedule) {
            faults.add(say(
                    "the school of the %s diploma is on the schedule of the %s, not of the %s",
                    "trường cấp bằng %s theo lịch của %s, không phải của %s", kind, authority, schedule));
        }
        if (!reached(selfAssessmentFrom, filedOn)) {
            faults.add(selfAssessmentFrom
                    .map(from -> say(
                            "the school of the %s diploma has a self-assessment report only from %s, the dossier was filed on %s",
                            "trường cấp bằng %s có báo cáo tự đánh giá từ %s, hồ sơ nộp ngày %s", kind, from, filedOn))
                    .orElseGet(() -> say(
                            "the school of the %s diploma has no self-assessment report",
                            "trường cấp bằng %s chưa có báo cáo tự đánh giá", kind)));
        }
        if (!reached(accreditationFrom, filedOn)) {
            faults.add(accreditationFrom
                    .map(from -> say(
                            "the school of the %s diploma carries out accreditation only from %s, the dossier was filed on %s",
                            "trường cấp bằng %s kiểm định từ %s, hồ sơ nộp ngày %s", kind, from, filedOn))
                    .orElseGet(() -> say(
                            "the school of the %s diploma does not carry out accreditation on schedule",
                            "trường cấp bằng %s chưa kiểm định theo lịch", kind)));
        }
        return faults;
    }

    /// What keeps a foreign diploma from counting on the day of filing; empty when nothing does.
    List<Sentence> faultsOfRecognition(LocalDate filedOn) {
        if (reached(recognisedOn, filedOn)) {
            return List.of();
        }
        return List.of(recognisedOn
                .map(on -> say(
                        "the foreign %s diploma was recognised only on %s, the dossier was filed on %s",
                        "bằng %s nước ngoài đến %s mới được công nhận, hồ sơ nộp ngày %s", kind, on, filedOn))
                .orElseGet(() -> say(
                        "the foreign %s diploma is not recognised", "bằng %s nước ngoài chưa được công nhận", kind)));
    }

    private static boolean reached(Optional<LocalDate> from, LocalDate day) {
        return from.isPresent() && !from.get().isAfter(day);
    }
}
