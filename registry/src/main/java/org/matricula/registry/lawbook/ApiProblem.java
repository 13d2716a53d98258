package org.matricula.registry.lawbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;
import org.matricula.registry.page.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// A refusal of the HTTP interface as problem details (RFC 9457). It has the same members as the problems of the desk,
/// so that a program reads both alike.
///
/// @param status the status, also in the body
/// @param name the last part of `type`: `urn:matricula:problem:<name>`
/// @param title what kind of problem it is, in English
/// @param problems what is wrong, each with a path into the facts, or with an empty one
record ApiProblem(HttpStatus status, String name, String title, List<Problem> problems) {
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
        Language spoken = Language.of(language).orElse(Language.EN);
        return org.matricula.registry.page.Problem.titled(
                        status,
                        name,
                        title,
                        problems.stream()
                                .map(each -> each.problem().in(language))
                                .collect(Collectors.joining("; ")))
                .with(
                        "problems",
                        problems.stream()
                                .map(each -> Map.of(
                                        "path",
                                        each.path(),
                                        "problem",
                                        each.problem().in(language)))
                                .toList())
                .answer(spoken, headers);
    }
}
