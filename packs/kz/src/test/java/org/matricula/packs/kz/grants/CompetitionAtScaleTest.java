package org.matricula.packs.kz.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.packs.kz.KazakhstanPack;
import org.matricula.packs.kz.grants.Competition.Applicant;
import org.matricula.packs.kz.grants.Competition.Outcome;
import org.matricula.packs.kz.grants.Competition.Places;
import org.matricula.packs.kz.grants.Competition.Preference;

/// A whole country competes: in 2015 there were about 67,000 for 32,000 grants.
class CompetitionAtScaleTest {
    private static final int SPECIALTIES = 150;

    @Test
    void seventy_thousand_applicants_for_three_hundred_offers_are_ranked() {
        List<Applicant> applicants = applicants(70_000);
        List<Places> places = places(32_000);
        Outcome outcome = Competition.award(places, applicants);
        assertThat(outcome.awards().size() + outcome.unplaced().size()).isEqualTo(70_000);
        assertThat(outcome.awards()).hasSizeBetween(25_000, 32_000);
    }

    @Test
    @Tag("slow")
    void seventy_thousand_applicants_are_taken_at_the_desk_as_json() {
        DecisionDesk desk = new DecisionDesk(List.of(new KazakhstanPack()));
        String facts = json(places(32_000), applicants(70_000));
        Result result = desk.decide("kz.grants.ranking", facts, "en");
        assertThat(result).isInstanceOf(Result.Answered.class);
    }

    @Test
    @Tag("slow")
    void a_million_applicants_are_ranked() {
        List<Applicant> applicants = applicants(1_000_000);
        Outcome outcome = Competition.award(places(400_000), applicants);
        assertThat(outcome.awards().size() + outcome.unplaced().size()).isEqualTo(1_000_000);
    }

    private static List<Places> places(int total) {
        List<Places> places = new ArrayList<>();
        for (int i = 0; i < SPECIALTIES; i++) {
            places.add(new Places("S" + i, "kk", total / SPECIALTIES / 2, 30));
            places.add(new Places("S" + i, "ru", total / SPECIALTIES / 2, 30));
        }
        return places;
    }

    private static List<Applicant> applicants(int count) {
        Random random = new Random(2016);
        List<Applicant> applicants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<Preference> wishes = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                String language = i % 3 == 0 ? "ru" : "kk";
                wishes.add(new Preference("S" + random.nextInt(SPECIALTIES), language, "U" + random.nextInt(90)));
            }
            applicants.add(new Applicant(
                    "%07d".formatted(i),
                    BigDecimal.valueOf(50 + random.nextInt(91)),
                    wishes,
                    random.nextInt(10) < 4,
                    List.of(),
                    random.nextInt(10) == 0,
                    BigDecimal.valueOf(300 + random.nextInt(201), 2),
                    BigDecimal.valueOf(random.nextInt(26)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return applicants;
    }

    private static String json(List<Places> places, List<Applicant> applicants) {
        StringBuilder out = new StringBuilder("{\"places\":[");
        for (Places p : places) {
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
                    .append("{\"specialty\":\"%s\",\"language\":\"%s\",\"places\":%d,\"ruralPercent\":%d}"
                            .formatted(p.specialty(), p.language(), p.places(), p.ruralPercent()));
        }
        out.append("],\"applicants\":[");
        for (Applicant a : applicants) {
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
                    .append(
                            "{\"id\":\"%s\",\"score\":%s,\"rural\":%s,\"categories\":[],\"honours\":%s,\"average\":%s,\"profileScore\":%s,\"preferences\":["
                                    .formatted(
                                            a.id(), a.score(), a.rural(), a.honours(), a.average(), a.profileScore()));
            for (Preference w : a.preferences()) {
                out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
                        .append("{\"specialty\":\"%s\",\"language\":\"%s\",\"institution\":\"%s\"}"
                                .formatted(w.specialty(), w.language(), w.institution()));
            }
            out.append("]}");
        }
        return out.append("]}").toString();
    }
}
