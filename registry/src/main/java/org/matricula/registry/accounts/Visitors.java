package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.StartNotices;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Csrf;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Notice;
import org.matricula.registry.page.Place;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Visitor;
import org.matricula.registry.page.VisitorSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// The signed-in person as the masthead shows him or her: the name, the office, and where the work is.
@Component
final class Visitors implements VisitorSource {
    private static final List<String> PLACES =
            List.of("/classes", "/office", "/board", "/people", "/journal", "/account");

    private final CurrentActor current;
    private final Posts posts;
    private final ObjectProvider<StartNotices> told;
    private final Texts texts = Texts.load("accounts");
    private final Texts roles = Texts.load("directory");

    Visitors(CurrentActor current, Posts posts, ObjectProvider<StartNotices> told) {
        this.current = current;
        this.posts = posts;
        this.told = told;
    }

    @Override
    public Optional<Visitor> of(HttpServletRequest request, Language language) {
        return current.find(request).map(actor -> {
            List<Post> held = posts.of(actor);
            return new Visitor(
                    actor.name(),
                    office(held, language),
                    places(held).stream()
                            .map(address ->
                                    new Place(address, texts.get(language, "place" + address.replace('/', '.'))))
                            .toList(),
                    "");
        });
    }

    @Override
    public List<Notice> notices(HttpServletRequest request, Language language) {
        return current.find(request).stream()
                .flatMap(actor -> told.orderedStream().flatMap(source -> source.of(actor, language).stream()))
                .toList();
    }

    @Override
    public Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Csrf(token.getParameterName(), token.getToken())
                : Csrf.NONE;
    }

    /// The first place of a person's work.
    String home(Actor actor) {
        return places(posts.of(actor)).getFirst();
    }

    /// Whether a person signs for a school today.
    boolean signs(Actor actor) {
        return posts.of(actor).stream()
                .anyMatch(post -> post.has(Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL));
    }

    private String office(List<Post> held, Language language) {
        return held.stream()
                .map(post -> post.roles().stream()
                                .map(role -> roles.get(language, "role." + role.name()))
                                .collect(Collectors.joining(", "))
                        + " · " + post.institution().name())
                .collect(Collectors.joining("; "));
    }

    private static List<String> places(List<Post> held) {
        List<String> open = new ArrayList<>(PLACES);
        open.removeIf(address -> held.stream().noneMatch(post -> opens(address, post)) && !address.equals("/account"));
        return open;
    }

    private static boolean opens(String address, Post post) {
        return switch (address) {
            case "/classes" -> post.has(Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER);
            case "/office" -> post.has(Role.OFFICE);
            case "/board" -> post.has(Role.PRINCIPAL, Role.OFFICE, Role.INSPECTOR);
            case "/people" -> post.has(Role.ADMINISTRATOR, Role.PRINCIPAL);
            case "/journal" -> post.has(Role.PRINCIPAL, Role.INSPECTOR);
            default -> false;
        };
    }
}
