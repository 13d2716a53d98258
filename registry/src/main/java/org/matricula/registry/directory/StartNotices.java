package org.matricula.registry.directory;

import java.util.List;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Notice;

/// A module that has something to tell a person where the work begins gives a bean of this kind.
@FunctionalInterface
public interface StartNotices {
    /// What the person is to be told now, in the reader's language. Asked each time the first page of the work is
    /// shown: it must be quick, and it leaves nothing in the journal.
    List<Notice> of(Actor actor, Language language);
}
