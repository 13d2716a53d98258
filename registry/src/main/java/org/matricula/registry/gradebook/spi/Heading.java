package org.matricula.registry.gradebook.spi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matricula.law.Sentence;

/// The words over a column or a group of columns, or beside a value about the class.
///
/// Headings are compared without regard to case, punctuation, line breaks and Unicode form, so an alias is
/// needed only for another wording.
///
/// @param code its name in code, for example `MATHEMATICS` or `level`
/// @param label the heading as the template prints it, in both languages
/// @param aliases other wordings that schools use, abbreviations included
public record Heading(String code, Sentence label, List<String> aliases) {
    public Heading {
        aliases = List.copyOf(aliases);
    }

    /// A heading with its wordings in one call.
    public static Heading of(String code, String en, String local, String... aliases) {
        return new Heading(code, new Sentence(en, local), List.of(aliases));
    }

    /// Every wording under which the heading is recognised: both languages, both together in one cell as the
    /// template prints them, and the aliases.
    public Set<String> wordings() {
        var all = new LinkedHashSet<String>();
        all.add(label.local());
        all.add(label.en());
        all.add(label.local() + " " + label.en());
        all.addAll(aliases);
        return all;
    }
}
