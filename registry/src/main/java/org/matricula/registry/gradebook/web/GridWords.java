package org.matricula.registry.gradebook.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matricula.registry.page.Page;

/// The words that the scripts of the grid say. Places for names and figures stay as `{0}`.
final class GridWords {
    private static final List<String> KEYS = List.of(
            "saved",
            "saving",
            "unsaved",
            "why.offline",
            "why.server",
            "why.signed-out",
            "why.other-account",
            "why.not-kept",
            "why.shut",
            "kept",
            "sign-in",
            "retry",
            "mend",
            "conflicts",
            "conflict",
            "conflict.mine",
            "conflict.theirs",
            "conflict.keep",
            "conflict.take",
            "empty",
            "missing.none",
            "missing.count",
            "missing.one",
            "find.none",
            "here.none",
            "here",
            "here.at",
            "changed.by",
            "undone",
            "redone",
            "undo.none",
            "undo.blocked",
            "pasted",
            "pasted.problems",
            "paste.over",
            "filled",
            "cleared",
            "copied",
            "range",
            "locked",
            "bank",
            "bank.empty",
            "bank.keep",
            "bank.kept",
            "bank.mine",
            "bank.school",
            "options",
            "too-long",
            "restored",
            "left",
            "remark");

    private GridWords() {}

    static Map<String, String> of(Page page) {
        Map<String, String> words = new LinkedHashMap<>();
        KEYS.forEach(key -> words.put(key, page.say("js." + key)));
        return words;
    }
}
