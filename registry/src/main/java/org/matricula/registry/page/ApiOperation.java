package org.matricula.registry.page;

import java.util.List;

/// One operation of the HTTP interface, as the page about the interface shows it.
///
/// @param id its anchor on the page
/// @param method `GET`, `POST` ...
/// @param path with its parameters in braces
/// @param summary what it does, in one sentence
/// @param description more, or empty
/// @param open whether it needs no token
/// @param parameters of path and query
/// @param examples requests to try, with their answers' status
/// @param answers statuses with their meaning
public record ApiOperation(
        String id,
        String method,
        String path,
        String summary,
        String description,
        boolean open,
        List<Parameter> parameters,
        List<Example> examples,
        List<Answer> answers) {
    public ApiOperation {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
        answers = List.copyOf(answers);
    }

    /// A parameter.
    ///
    /// @param place `path`, `query` or `header`
    public record Parameter(String name, String place, boolean required, String type, String words) {}

    /// A request to try.
    ///
    /// @param command as typed into a terminal
    public record Example(String title, String command, String status) {}

    /// A status and when it is given.
    public record Answer(String status, String words) {}
}
