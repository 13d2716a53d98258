package org.matricula.registry.page;

import java.util.List;
import java.util.Optional;

/// What every template needs to know of the page being shown.
///
/// @param language the reader's language
/// @param path the address without the language, for the language links
/// @param texts the words of the page
/// @param shell the words of the shell
/// @param caller who is asking
public record Page(Language language, String path, Texts texts, Texts shell, Caller caller) {
    /// Makes the path one of this node: `//elsewhere` in a request must not become a link to another host.
    public Page {
        path = "/" + path.replaceFirst("^[/\\\\]+", "");
    }

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

    /// The same page under an address of its own, which the links to the other languages keep.
    public Page at(String address) {
        return new Page(language, address, texts, shell, caller);
    }

    /// The same page as somebody else would see its masthead.
    Page as(Visitor visitor) {
        Caller whoAsked = caller;
        return new Page(language, path, texts, shell, new Caller() {
            @Override
            public Optional<Visitor> visitor() {
                return Optional.of(visitor);
            }

            @Override
            public boolean maySignIn() {
                return true;
            }

            @Override
            public Csrf csrf() {
                return whoAsked.csrf();
            }
        });
    }

    /// The person who is signed in.
    public Optional<Visitor> visitor() {
        return caller.visitor();
    }

    /// What a form of this page must carry; the part `csrf` writes it.
    public Csrf csrf() {
        return caller.csrf();
    }

    /// What the person is to be told, when this is the page where his or her work begins.
    public List<Notice> notices() {
        String here = path.replaceFirst("[?#].*", "");
        return visitor().stream()
                .flatMap(visitor -> visitor.places().stream().limit(1))
                .filter(first -> first.address().equals(here))
                .findFirst()
                .map(_ -> caller.notices())
                .orElse(List.of());
    }

    /// Whether this page is a place or lies inside it, so that the masthead can say where the reader is.
    public boolean isAt(String place) {
        String here = path.replaceFirst("[?#].*", "");
        return here.equals(place) || (!place.equals("/") && here.startsWith(place + "/"));
    }

    /// The address of a file of ours, changed whenever its bytes are, so that a browser may keep it for ever.
    ///
    /// @param file for example `/drop.js`, which lies in `static/drop.js`
    public String asset(String file) {
        return Assets.address(file);
    }
}
