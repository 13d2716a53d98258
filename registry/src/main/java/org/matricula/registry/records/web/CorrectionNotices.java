package org.matricula.registry.records.web;

import java.util.List;
import java.util.Optional;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.StartNotices;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Notice;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.registry.records.store.CorrectionStore.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the people of a school, where their work begins, that somebody outside says that a value is wrong and waits
/// for an answer.
@Component
@Order(20)
final class CorrectionNotices implements StartNotices {
    private final Posts posts;
    private final CorrectionStore store;
    private final Texts texts = Texts.load("records-board");

    CorrectionNotices(Posts posts, CorrectionStore store) {
        this.posts = posts;
        this.store = store;
    }

    @Override
    public List<Notice> of(Actor actor, Language language) {
        return posts.of(actor).stream()
                .filter(post -> post.has(Role.OFFICE, Role.PRINCIPAL))
                .map(Post::institution)
                .flatMap(institution -> of(institution, language).stream())
                .toList();
    }

    private Optional<Notice> of(Institution institution, Language language) {
        Waiting waiting = store.waiting(institution.id());
        return waiting.all() == 0
                ? Optional.empty()
                : Optional.of(new Notice(
                        waiting.fresh() > 0 ? Tone.WARN : Tone.INFO,
                        texts.get(language, "correct.notice", waiting.all(), waiting.fresh()),
                        "/corrections?school=" + institution.id(),
                        texts.get(language, "correct.title")));
    }
}
