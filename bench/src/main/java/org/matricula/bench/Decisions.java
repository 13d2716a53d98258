package org.matricula.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.desk.ResultJson;

/// Decisions of all three countries, asked for in the process.
final class Decisions implements Contest {
    /// A question with its facts as JSON.
    private record Question(String id, String facts) {
        byte[] bytes() {
            return facts.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "vn.bridging.exam-route",
                    "{\"form\":\"REGULAR\",\"diplomaKind\":\"COLLEGE\",\"diplomaGrantedOn\":\"2010-06-15\","
                            + "\"dossierFiledOn\":\"2013-06-14\"}"),
            new Question(
                    "vn.report-book.personal-number",
                    "{\"number\":\"022316004521\",\"sex\":\"FEMALE\",\"bornOn\":\"2016-03-02\"}"),
            new Question("vn.report-book.year-result", yearResult()),
            new Question(
                    "kz.duplicates.term",
                    "{\"channel\":\"PROVIDER\",\"submittedAt\":\"2016-03-01T10:00:00\",\"readyOn\":\"2016-03-31\"}"),
            new Question(
                    "ru.diploma.upload",
                    "{\"stage\":\"FILING\",\"slot\":\"PASSPORT\",\"fileName\":\"passport_scan.pdf\","
                            + "\"detectedType\":\"application/pdf\",\"bytes\":200000}"),
            new Question(
                    "calendar.working-days",
                    "{\"country\":\"VN\",\"week\":\"FIVE\",\"from\":\"2026-08-20\",\"days\":20}"));

    Decisions(School school) {}

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String about() {
        return """
                Facts as JSON bytes in, the answer with all findings and their clauses out, one thread; all the
                questions in turn and each for itself. With the answer written as JSON too, as the HTTP form gives
                it.""";
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        DecisionDesk desk = DecisionDesk.ofServices();
        Race race = new Race(effort);
        List<byte[]> facts = new ArrayList<>();
        for (Question question : QUESTIONS) {
            facts.add(question.bytes());
            if (!(desk.decide(question.id(), question.bytes(), "en") instanceof Result.Answered)) {
                throw new IllegalStateException(
                        ResultJson.pretty(desk.decide(question.id(), question.bytes(), "en"), "en"));
            }
        }
        race.with("all in turn", QUESTIONS.size(), () -> {
            int answered = 0;
            for (int i = 0; i < facts.size(); i++) {
                answered += desk.decide(QUESTIONS.get(i).id(), facts.get(i), "en") instanceof Result.Answered ? 1 : 0;
            }
            return answered;
        });
        race.with("all in turn, answers as JSON", QUESTIONS.size(), () -> {
            int length = 0;
            for (int i = 0; i < facts.size(); i++) {
                length += ResultJson.pretty(desk.decide(QUESTIONS.get(i).id(), facts.get(i), "en"), "en")
                        .length();
            }
            return length;
        });
        for (int i = 0; i < facts.size(); i++) {
            String id = QUESTIONS.get(i).id();
            byte[] bytes = facts.get(i);
            race.with(id, () -> desk.decide(id, bytes, "en").hashCode());
        }
        Race.Results results = race.run();
        List<Goal> goals = new ArrayList<>();
        Race.Result all = results.of("all in turn");
        goals.add(new Goal(
                "decisions a second on one core, all questions in turn",
                all.median(),
                all.least(),
                all.most(),
                10_000,
                Goal.Bound.AT_LEAST,
                Goal.Unit.COUNT));
        return new Outcome("decisions", results.all(), goals, List.of());
    }

    private static String yearResult() {
        StringBuilder facts = new StringBuilder("{\"grade\":4,\"subjects\":[");
        for (Books.Subject subject : Books.SUBJECTS) {
            facts.append("{\"subject\":\"").append(subject.code()).append("\",\"level\":\"T\"");
            facts.append(subject.tested() ? ",\"test\":9}," : "},");
        }
        facts.setLength(facts.length() - 1);
        facts.append("],\"qualities\":[");
        named(facts, List.of("PATRIOTISM", "KINDNESS", "DILIGENCE", "HONESTY", "RESPONSIBILITY"));
        facts.append("],\"competences\":[");
        named(
                facts,
                List.of(
                        "SELF_CONTROL_SELF_STUDY",
                        "COMMUNICATION_COOPERATION",
                        "PROBLEM_SOLVING_CREATIVITY",
                        "LANGUAGE",
                        "CALCULATION",
                        "SCIENCE",
                        "TECHNOLOGY",
                        "INFORMATICS",
                        "AESTHETICS",
                        "PHYSICAL"));
        return facts.append("]}").toString();
    }

    private static void named(StringBuilder facts, List<String> names) {
        names.forEach(name -> facts.append("{\"name\":\"").append(name).append("\",\"level\":\"T\"},"));
        facts.setLength(facts.length() - 1);
    }
}
