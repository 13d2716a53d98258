package org.matricula.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.matricula.packs.kz.grants.Competition;
import org.matricula.packs.kz.grants.Competition.Applicant;
import org.matricula.packs.kz.grants.Competition.Places;
import org.matricula.packs.kz.grants.Competition.Preference;

/// How the award of education grants grows with the number of applicants.
final class Ranking implements Contest {
    private static final int SPECIALTIES = 150;

    Ranking(School school) {}

    @Override
    public String name() {
        return "ranking";
    }

    @Override
    public String about() {
        return """
                Applicants of Kazakhstan compete for 300 offers of grants, four wishes each, half as many places as
                applicants. A sort of n things costs n log n, so an applicant of a million may cost twice what one
                of a thousand does, and somewhat more where the data no longer fit into the processor's caches.""";
    }

    @Override
    public Outcome hold(Effort effort) {
        int most = effort.quick() ? 100_000 : 1_000_000;
        Map<Integer, List<Applicant>> crowds = new LinkedHashMap<>();
        for (int count = 1_000; count <= most; count *= 10) {
            crowds.put(count, applicants(count));
        }
        crowds.put(70_000, applicants(70_000));
        Map<Integer, double[]> rates = new LinkedHashMap<>();
        crowds.keySet().forEach(count -> rates.put(count, new double[effort.rounds()]));
        crowds.forEach((count, crowd) -> rate(count, crowd, effort.seconds()));
        for (int round = 0; round < effort.rounds(); round++) {
            int number = round;
            crowds.forEach((count, crowd) -> rates.get(count)[number] = rate(count, crowd, effort.seconds() / 2));
        }
        List<Race.Result> results = new ArrayList<>();
        rates.forEach((count, each) -> results.add(new Race.Result("%,d applicants".formatted(count), each)));
        Race.Result small = results.getFirst();
        Race.Result large = results.stream()
                .filter(r -> r.name().equals("%,d applicants".formatted(most)))
                .findFirst()
                .orElseThrow();
        double log = Math.log(most) / Math.log(1_000);
        Goal growth = Goal.times(
                "cost of an applicant of %,d against one of 1,000; n log n gives %.2f ×".formatted(most, log),
                small,
                large,
                6);
        growth = new Goal(
                growth.claim(),
                growth.measured(),
                growth.least(),
                growth.most(),
                growth.wanted(),
                Goal.Bound.AT_MOST,
                Goal.Unit.TIMES);
        List<String> remarks = new ArrayList<>();
        for (Race.Result result : results) {
            int count = Integer.parseInt(result.name().replaceAll("[^0-9]", ""));
            remarks.add("%s are ranked in %.3f s.".formatted(result.name(), count / result.median()));
        }
        return new Outcome("applicants", results, List.of(growth), remarks);
    }

    private static volatile int sink;

    private static double rate(int count, List<Applicant> applicants, double seconds) {
        List<Places> places = places(count / 2);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long ranked = 0;
        do {
            sink += Competition.award(places, applicants).awards().size();
            ranked += count;
        } while (System.nanoTime() < end);
        return ranked * 1e9 / (System.nanoTime() - start);
    }

    private static List<Places> places(int total) {
        List<Places> places = new ArrayList<>();
        int each = Math.max(1, total / SPECIALTIES / 2);
        for (int i = 0; i < SPECIALTIES; i++) {
            places.add(new Places("S" + i, "kk", each, 30));
            places.add(new Places("S" + i, "ru", each, 30));
        }
        return places;
    }

    private static List<Applicant> applicants(int count) {
        Random random = new Random(count);
        List<Applicant> applicants = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<Preference> wishes = new ArrayList<>();
            String language = i % 3 == 0 ? "ru" : "kk";
            for (int wish = 0; wish < 4; wish++) {
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
}
