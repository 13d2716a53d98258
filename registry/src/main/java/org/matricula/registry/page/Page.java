package org.matricula.registry.page;

/// What every template needs to know of the page being shown.
///
/// @param language the reader's language
/// @param path the address without the language, for the language links
/// @param texts the words of the page
/// @param shell the words of the shell
public record Page(Language language, String path, Texts texts, Texts shell) {
    /// The words of a key of this page in the reader's language.
    public String say(String key, Object... arguments) {
        return texts.get(language, key, arguments);
    }

    /// The words of a key of the shell in the reader's language.
    public String shellSay(String key, Object... arguments) {
        return shell.get(language, key, arguments);
    }

    /// The address of this page in another language.
    public String in(Language other) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + other.code();
    }
}
