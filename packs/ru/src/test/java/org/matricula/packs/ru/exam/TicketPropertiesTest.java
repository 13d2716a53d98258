package org.matricula.packs.ru.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.exam.TicketDecision.Draw;
import org.matricula.packs.ru.exam.TicketDecision.Strategy;

class TicketPropertiesTest {
    private final TicketDecision decision = new TicketDecision();

    private int ticket(Strategy strategy, String recordBook, int position, int tickets, long seed) {
        Draw draw = new Draw(
                strategy,
                Optional.of(recordBook),
                Optional.of(position),
                tickets,
                Optional.of(seed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return decision.decide(draw, RUE.regulation().latest()).answer().ticket();
    }

    @Property(tries = 300)
    void a_ticket_is_always_one_of_the_bank_and_the_same_facts_give_the_same(
            @ForAll Strategy strategy,
            @ForAll @IntRange(min = 0, max = 999_999) int recordBook,
            @ForAll @IntRange(min = 1, max = 400) int position,
            @ForAll @IntRange(min = 1, max = 120) int tickets,
            @ForAll long seed) {
        int ticket = ticket(strategy, String.valueOf(recordBook), position, tickets, seed);
        assertThat(ticket).isBetween(1, tickets);
        assertThat(ticket(strategy, String.valueOf(recordBook), position, tickets, seed))
                .isEqualTo(ticket);
    }

    @Property(tries = 100)
    void a_draw_by_lot_gives_every_ticket_once_before_any_twice(
            @ForAll @IntRange(min = 1, max = 60) int tickets, @ForAll long seed) {
        assertThat(IntStream.rangeClosed(1, tickets).map(place -> ticket(Strategy.RANDOM, "1", place, tickets, seed)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, tickets).boxed().toList());
    }

    @Test
    void a_draw_by_lot_can_be_repeated_years_later_from_its_seed() {
        assertThat(IntStream.rangeClosed(1, 10).map(place -> ticket(Strategy.RANDOM, "1", place, 10, 42)))
                .containsExactly(5, 7, 2, 10, 4, 8, 6, 9, 1, 3);
    }
}
