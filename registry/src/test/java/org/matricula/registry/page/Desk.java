package org.matricula.registry.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A desk at which single parts of a page are made and looked at.
final class Desk {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.matricula.templates");
    private static final Texts SHELL = Texts.load("shell");

    private Desk() {}

    static Page page(Language language) {
        return new Page(language, "/here", SHELL, SHELL, Caller.STRANGER);
    }

    /// A page whose forms must carry a token.
    static Page guarded() {
        return new Page(Language.EN, "/here", SHELL, SHELL, new Caller() {
            @Override
            public Optional<Visitor> visitor() {
                return Optional.empty();
            }

            @Override
            public boolean maySignIn() {
                return true;
            }

            @Override
            public Csrf csrf() {
                return new Csrf("_csrf", "t<o>ken");
            }
        });
    }

    /// What a part writes on an English page.
    static String part(String name, Map<String, ?> values) {
        return part(name, page(Language.EN), values);
    }

    static String part(String name, Page page, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", page);
        StringOutput out = new StringOutput();
        TEMPLATES.render("page/part/" + name + ".jte", all, out);
        return out.toString().replaceAll("\\s+", " ").replaceAll("> <", "><").strip();
    }

    static Content content(String html) {
        return output -> output.writeContent(html);
    }
}
