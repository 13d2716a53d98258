package org.matricula.registry.lawbook;

import java.util.List;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A refusal of the HTTP interface as problem details (RFC 9457). It has the same members as the problems of the desk,
/// so that a program reads both alike.
///
/// @param status the status, also in the body
/// @param name the last part of `type`: `urn:matricula:problem:<name>`
/// @param title what kind of problem it is, in English
/// @param problems what is wrong, each with a path into the facts, or with an empty one
record ApiProblem(HttpStatus status, String name, String title, List<Problem> problems) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    ApiProblem {
        problems = List.copyOf(problems);
    }

    /// A problem of the request as a whole, told in English.
    static ApiProblem of(HttpStatus status, String name, String title, String problem) {
        return new ApiProblem(status, name, title, List.of(new Problem("", new Sentence(problem, problem))));
    }

    /// The answer to the program.
    ResponseEntity<byte[]> answer(String language) {
        return answer(language, new HttpHeaders());
    }

    /// The answer to the program, with more headers.
    ResponseEntity<byte[]> answer(String language, HttpHeaders headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "urn:matricula:problem:" + name);
        body.put("title", title);
        body.put("status", status.value());
        ArrayNode list = body.putArray("problems");
        for (Problem problem : problems) {
            ObjectNode item = list.addObject();
            item.put("path", problem.path());
            item.put("problem", problem.problem().in(language));
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(body));
    }
}
