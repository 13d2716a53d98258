package org.matricula.registry.lawbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at a page as a stranger with a screen reader and a keyboard would: what is wrong with it, in words.
final class PageCheck {
    private static final Pattern TAG = Pattern.compile("<([a-z][a-z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"]*\")?)*)\\s*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");
    private static final Set<String> LANGUAGES = Set.of("en", "vi", "kk", "ru");

    /// An opening tag.
    record Tag(String name, Map<String, String> attributes) {
        String at(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    private PageCheck() {}

    static List<Tag> tags(String page) {
        List<Tag> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            Map<String, String> attributes = new HashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2));
            }
            tags.add(new Tag(tag.group(1), attributes));
        }
        return tags;
    }

    /// What is wrong; empty when nothing is.
    static List<String> problems(String page, String language) {
        List<String> wrong = new ArrayList<>();
        List<Tag> tags = tags(page);
        if (!page.startsWith("<!doctype html>")) {
            wrong.add("no doctype");
        }
        tags.stream()
                .filter(tag -> tag.name().equals("html") && !tag.at("lang").equals(language))
                .forEach(tag -> wrong.add("the page says it is in " + tag.at("lang")));
        tags.stream()
                .filter(tag -> !tag.at("lang").isEmpty() && !LANGUAGES.contains(tag.at("lang")))
                .forEach(tag -> wrong.add("unknown language " + tag.at("lang")));
        headings(tags, wrong);
        ids(tags, wrong);
        labels(page, tags, wrong);
        if (page.matches("(?s).*\\{[0-9]}.*")
                || page.replaceAll("<textarea.*?</textarea>", "").contains(">null<")
                || page.contains("Optional[")) {
            wrong.add("a hole in the text");
        }
        if (page.contains("<script") || page.contains(" style=") || page.matches("(?s).*<[^>]* on[a-z]+=\".*")) {
            wrong.add("a script or a style that the page's policy forbids");
        }
        if (!page.contains("<title>") || page.contains("<title></title>")) {
            wrong.add("no title");
        }
        return wrong;
    }

    private static void headings(List<Tag> tags, List<String> wrong) {
        int last = 0;
        int first = 0;
        for (Tag tag : tags) {
            if (tag.name().matches("h[1-6]")) {
                int level = tag.name().charAt(1) - '0';
                if (level > last + 1) {
                    wrong.add("h" + level + " after h" + last);
                }
                first += level == 1 ? 1 : 0;
                last = level;
            }
        }
        if (first != 1) {
            wrong.add(first + " headings of the first level");
        }
    }

    private static void ids(List<Tag> tags, List<String> wrong) {
        Set<String> ids = new HashSet<>();
        for (Tag tag : tags) {
            if (!tag.at("id").isEmpty() && !ids.add(tag.at("id"))) {
                wrong.add("the id '" + tag.at("id") + "' twice");
            }
        }
        for (Tag tag : tags) {
            for (String reference : (tag.at("aria-describedby") + " " + tag.at("aria-labelledby") + " " + tag.at("for"))
                    .strip()
                    .split("\\s+")) {
                if (!reference.isEmpty() && !ids.contains(reference)) {
                    wrong.add(tag.name() + " points to '" + reference + "', which is not there");
                }
            }
            if (tag.name().equals("a")
                    && tag.at("href").matches("#.+")
                    && !ids.contains(tag.at("href").substring(1))) {
                wrong.add("a link to " + tag.at("href") + ", which is not there");
            }
        }
    }

    private static void labels(String page, List<Tag> tags, List<String> wrong) {
        Set<String> labelled = new HashSet<>();
        tags.stream().filter(tag -> tag.name().equals("label")).forEach(tag -> labelled.add(tag.at("for")));
        tags.stream()
                .filter(tag -> Set.of("input", "select", "textarea").contains(tag.name()))
                .filter(tag -> !tag.at("type").equals("hidden") && !labelled.contains(tag.at("id")))
                .forEach(tag -> wrong.add("the field '" + tag.at("name") + "' has no label"));
        if (page.matches("(?s).*<(label|legend|button|a|h1|h2|h3|th)\\b[^>]*>\\s*</\\1>.*")) {
            wrong.add("an empty label, link or heading");
        }
        long fieldsets =
                tags.stream().filter(tag -> tag.name().equals("fieldset")).count();
        long legends = tags.stream().filter(tag -> tag.name().equals("legend")).count();
        if (fieldsets != legends) {
            wrong.add(fieldsets + " groups, but " + legends + " names of groups");
        }
        tags.stream()
                .filter(tag -> tag.name().equals("img") && !tag.attributes().containsKey("alt"))
                .forEach(tag -> wrong.add("a picture without words"));
    }
}
