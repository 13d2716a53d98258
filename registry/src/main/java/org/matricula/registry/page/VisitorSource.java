package org.matricula.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/// Knows who is asking. The module that keeps the accounts gives one bean of this kind; without one everybody is a
/// stranger, and the pages offer no sign-in.
///
/// The pages it lives with: `/sign-in` (GET), `/sign-out` (POST), `/account` and, for what is unread, `/notices`.
@FunctionalInterface
public interface VisitorSource {
    /// The person who is signed in; empty for a stranger. Called once for each page that is shown.
    ///
    /// @param request the request being answered
    /// @param language in which the words of the places are to be
    Optional<Visitor> of(HttpServletRequest request, Language language);

    /// What the person is to be told where the work begins. Asked only when that page is shown.
    default List<Notice> notices(HttpServletRequest request, Language language) {
        return List.of();
    }

    /// What the forms of this page must carry. Asked only when a form is written, since asking may start a session.
    default Csrf csrf(HttpServletRequest request) {
        return Csrf.NONE;
    }
}
