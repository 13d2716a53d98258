package org.matricula.registry.page;

import java.util.List;
import java.util.Optional;

/// Who is asking for a page, as far as the shell and the forms need to know.
public interface Caller {
    /// A stranger at a node that has no accounts.
    Caller STRANGER = new Caller() {
        @Override
        public Optional<Visitor> visitor() {
            return Optional.empty();
        }

        @Override
        public boolean maySignIn() {
            return false;
        }

        @Override
        public Csrf csrf() {
            return Csrf.NONE;
        }
    };

    /// The person who is signed in.
    Optional<Visitor> visitor();

    /// Whether this node has accounts to sign in to.
    boolean maySignIn();

    /// What a form must carry.
    Csrf csrf();

    /// What the person is to be told where the work begins.
    default List<Notice> notices() {
        return List.of();
    }
}
