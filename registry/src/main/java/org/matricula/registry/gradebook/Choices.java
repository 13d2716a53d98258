package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.spi.Kind.Option;

/// Reads the values of one closed list.
final class Choices {
    private static final Pattern NUMBER = Pattern.compile("\\d+( \\d+)?");

    private final Kind.Choice kind;
    private final Map<String, Option> byPlain = new HashMap<>();
    private final Map<String, Set<Option>> byBare = new HashMap<>();
    private final Map<String, Sentence> mistaken = new HashMap<>();

    Choices(Kind.Choice kind) {
        this.kind = kind;
        for (var option : kind.options()) {
            for (var wording : wordings(option)) {
                byPlain.putIfAbsent(Wording.plain(wording), option);
                byBare.computeIfAbsent(Wording.bare(wording), b -> new HashSet<>())
                        .add(option);
            }
        }
        kind.mistaken().forEach((typed, words) -> mistaken.put(Wording.plain(typed), words));
    }

    private static List<String> wordings(Option option) {
        var all = new ArrayList<>(option.aliases());
        all.add(option.shown());
        all.add(option.meaning().en());
        all.add(option.meaning().local());
        return all;
    }

    Outcome words(String text) {
        var plain = Wording.plain(text);
        if (byPlain.containsKey(plain)) {
            return Outcome.good(byPlain.get(plain).code());
        }
        if (mistaken.containsKey(plain)) {
            return Outcome.bad(mistaken.get(plain));
        }
        if (!plain.equals(LookAlikes.latin(plain))) {
            return Outcome.bad(CellWords.lookAlike(text));
        }
        if (NUMBER.matcher(plain).matches()) {
            return Outcome.bad(CellWords.markForLevel(text, kind));
        }
        return withoutDiacritics(text)
                .map(o -> Outcome.good(
                        o.code(),
                        Said.note(CellWords.withoutDiacritics(text, o.meaning().local()))))
                .orElseGet(() -> Outcome.bad(CellWords.choice(text, kind)));
    }

    /// A single letter is too little to tell: `D` is another letter than `Đ`.
    private Optional<Option> withoutDiacritics(String text) {
        var bare = Wording.bare(text);
        var near = byBare.getOrDefault(bare, Set.of());
        return near.size() == 1 && bare.length() > 1 ? near.stream().findFirst() : Optional.empty();
    }

    Outcome figure(BigDecimal value) {
        var shown = NumberWords.plain(value);
        return byPlain.containsKey(shown)
                ? Outcome.good(byPlain.get(shown).code())
                : Outcome.bad(CellWords.markForLevel(shown, kind));
    }
}
