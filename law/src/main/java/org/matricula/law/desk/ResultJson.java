package org.matricula.law.desk;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes results as the contract shows them.
public final class ResultJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final ObjectWriter LINE = MAPPER.writer();
    private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

    private ResultJson() {}

    /// A result as one line of JSON: the answer of the contract, or `{"error": {"problems": [...]}}`.
    public static String line(Result result, String language) {
        return switch (result) {
            case Result.Answered answered -> write(LINE, answered, language, false);
            case Result.BadFacts bad -> error(bad.problems(), language);
            case Result.UnknownDecision unknown ->
                error(List.of(unknownProblem(unknown, "/decision", language)), language);
        };
    }

    /// A result as indented JSON: the answer of the contract, or problem details with a status, as over HTTP.
    public static String pretty(Result result, String language) {
        return pretty(result, language, false);
    }

    /// As [#pretty(Result, String)], and with `strips` beside the answer every term that was counted, day by day.
    ///
    /// @param strips whether the terms were asked for
    public static String pretty(Result result, String language, boolean strips) {
        return switch (result) {
            case Result.Answered answered -> write(PRETTY, answered, language, strips);
            case Result.BadFacts bad -> problems("Facts cannot be taken", "bad-facts", 400, bad.problems(), language);
            case Result.UnknownDecision unknown ->
                problems(
                        "No such decision",
                        "unknown-decision",
                        404,
                        List.of(unknownProblem(unknown, "", language)),
                        language);
        };
    }

    /// The list of decisions as JSON, titles in the language asked for.
    public static String list(DecisionDesk desk, String language) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = PRETTY.createGenerator(text)) {
            AnswerWriter writer = new AnswerWriter(out, language);
            writer.write(desk.list());
        }
        return text.toString();
    }

    /// A term day by day, as indented JSON.
    public static String strip(Strip strip, String language) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator out = PRETTY.createGenerator(text)) {
            new AnswerWriter(out, language).write(strip);
        }
        return text.toString();
    }

    private static String write(ObjectWriter style, Result.Answered answered, String language, boolean strips) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = style.createGenerator(text)) {
            AnswerWriter writer = new AnswerWriter(out, language);
            out.writeStartObject();
            writer.member("decision", answered.decision());
            writer.member("edition", answered.edition());
            writer.member("answer", answered.answer());
            out.writeName("findings");
            out.writeStartArray();
            for (Finding finding : answered.findings()) {
                writer.write(finding);
            }
            out.writeEndArray();
            if (strips) {
                writer.member("strips", answered.terms().stream().map(Strip::of).toList());
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    static String error(List<Problem> problems, String language) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = LINE.createGenerator(text)) {
            out.writeStartObject();
            out.writeName("error");
            out.writeStartObject();
            new AnswerWriter(out, language).member("problems", problems);
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static String problems(String title, String type, int status, List<Problem> problems, String language) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = PRETTY.createGenerator(text)) {
            AnswerWriter writer = new AnswerWriter(out, language);
            out.writeStartObject();
            writer.member("type", "urn:matricula:problem:" + type);
            writer.member("title", title);
            writer.member("status", status);
            writer.member(
                    "detail",
                    problems.stream().map(each -> each.problem().in(language)).collect(Collectors.joining("; ")));
            writer.member("problems", problems);
            out.writeEndObject();
        }
        return text.toString();
    }

    static String pretty(JsonNode node) {
        return PRETTY.writeValueAsString(node);
    }

    private static Problem unknownProblem(Result.UnknownDecision unknown, String path, String language) {
        String near = unknown.near().isEmpty() ? "" : "; " + String.join(", ", unknown.near()) + "?";
        return new Problem(path, Say.NO_DECISION.in(language, unknown.id(), near));
    }
}
