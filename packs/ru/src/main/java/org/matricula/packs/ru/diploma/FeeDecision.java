package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUD;

/// What a duplicate costs, line by line, in whole roubles.
///
/// The guide names a range for the duty; federal law is said to forbid any, so 0 is a duty like another and nothing is
/// asked then. An intermediary's price is a private matter and never a line here.
final class FeeDecision extends CatalogueDecision<FeeDecision.Order, FeeDecision.Answer> {
    FeeDecision() {
        super(
                "ru.diploma.fee",
                new Sentence("What does a duplicate cost?", "Сколько стоит дубликат?"),
                RUD::regulation,
                Order.class,
                Answer.class);
    }

    private static final long LEAST_DUTY = 500;
    private static final long LARGEST_DUTY = 1_500;
    private static final long URGENT = 300;
    /// As the guide says it, although its lines add up to 2,600.
    private static final long LARGEST_TOTAL = 2_300;

    /// What a line is for.
    enum LineKind {
        DUTY,
        EXPEDITED
    }

    /// What is only remarked, to the administrator.
    enum Warning {
        DUTY_OUT_OF_RANGE
    }

    /// @param duty the state duty of the region; 0 where none is taken
    /// @param expedited whether urgent production is asked for
    /// @param paid what was received so far
    record Order(
            @Facts.Min(0) @Facts.Max(1_000_000) @Facts.Says("state duty of the region in whole roubles")
            long duty,

            @Facts.Says("whether urgent production is asked for")
            boolean expedited,

            @Facts.Min(0) @Facts.Max(1_000_000_000) @Facts.Says("roubles received so far")
            Optional<Long> paid) {}

    /// @param amount whole roubles
    record Line(LineKind kind, long amount) {}

    /// @param total whole roubles, the sum of the lines
    /// @param remaining what is still to be paid; null while it is not said what was paid
    record Answer(long total, List<Line> lines, @Nullable Long remaining, List<Warning> warnings) {}

    @Override
    public Ruling<Answer> decide(Order order, Edition edition) {
        List<Line> lines = lines(order);
        long total = lines.stream().mapToLong(Line::amount).sum();
        Long remaining = order.paid().map(paid -> Math.max(0, total - paid)).orElse(null);
        List<Warning> warnings = usualDuty(order) ? List.of() : List.of(Warning.DUTY_OUT_OF_RANGE);
        return new Ruling<>(
                new Answer(total, lines, remaining, warnings),
                List.of(
                        feeIsPaidOnline(order, total),
                        restOfTheDutyIsPaid(order, total),
                        dutyIsInItsRange(order),
                        urgencyIsPaidApart(order, total),
                        totalIsTheSumOfTheLines(total)));
    }

    private static List<Line> lines(Order order) {
        List<Line> lines = new ArrayList<>();
        if (order.duty() > 0) {
            lines.add(new Line(LineKind.DUTY, order.duty()));
        }
        if (order.expedited()) {
            lines.add(new Line(LineKind.EXPEDITED, URGENT));
        }
        return List.copyOf(lines);
    }

    private static boolean usualDuty(Order order) {
        return order.duty() == 0 || (order.duty() >= LEAST_DUTY && order.duty() <= LARGEST_DUTY);
    }

    @Clause(RUD.COST_1)
    private static Finding dutyIsInItsRange(Order order) {
        if (order.duty() == 0) {
            return doesNotApply(RUD.COST_1, new Sentence("no duty is taken", "пошлина не взимается"));
        }
        return Finding.of(
                RUD.COST_1,
                usualDuty(order),
                Sentence.of(
                        "the duty is %d roubles, within %d to %d",
                        "пошлина %d руб., в пределах от %d до %d", order.duty(), LEAST_DUTY, LARGEST_DUTY),
                Sentence.of(
                        "the duty is %d roubles, outside %d to %d; the administrator is to look at it",
                        "пошлина %d руб., вне пределов от %d до %d; пусть проверит администратор",
                        order.duty(),
                        LEAST_DUTY,
                        LARGEST_DUTY));
    }

    @Clause(RUD.COST_3)
    private static Finding urgencyIsPaidApart(Order order, long total) {
        if (!order.expedited()) {
            return doesNotApply(
                    RUD.COST_3,
                    new Sentence("urgent production is not asked for", "срочное изготовление не запрошено"));
        }
        return Finding.of(
                RUD.COST_3,
                order.paid().filter(paid -> paid < total).isEmpty(),
                Sentence.of(
                        "urgent production adds %d roubles, %d in all",
                        "срочное изготовление добавляет %d руб., всего %d", URGENT, total),
                Sentence.of(
                        "urgent production waits: %d roubles of %d are paid",
                        "срочное изготовление ждёт: уплачено %d руб. из %d",
                        order.paid().orElse(0L),
                        total));
    }

    @Clause(RUD.COST_5)
    private static Finding totalIsTheSumOfTheLines(long total) {
        if (total == 0) {
            return doesNotApply(RUD.COST_5, new Sentence("nothing is to be paid", "платить нечего"));
        }
        return Finding.of(
                RUD.COST_5,
                total >= LEAST_DUTY && total <= LARGEST_TOTAL,
                Sentence.of(
                        "the lines add up to %d roubles, within %d to %d",
                        "сумма строк — %d руб., в пределах от %d до %d", total, LEAST_DUTY, LARGEST_TOTAL),
                Sentence.of(
                        "the lines add up to %d roubles, outside %d to %d",
                        "сумма строк — %d руб., вне пределов от %d до %d", total, LEAST_DUTY, LARGEST_TOTAL));
    }

    @Clause(RUD.PRINC_6)
    private static Finding feeIsPaidOnline(Order order, long total) {
        return paid(RUD.PRINC_6, order, total);
    }

    @Clause(RUD.ARCHIVE_10)
    private static Finding restOfTheDutyIsPaid(Order order, long total) {
        return paid(RUD.ARCHIVE_10, order, total);
    }

    private static Finding paid(String clause, Order order, long total) {
        if (total == 0) {
            return doesNotApply(clause, new Sentence("nothing is to be paid", "платить нечего"));
        }
        if (order.paid().isEmpty()) {
            return doesNotApply(
                    clause,
                    Sentence.of(
                            "%d roubles are due; what was paid is not said",
                            "к оплате %d руб.; сколько уплачено, не сказано", total));
        }
        long paid = order.paid().orElseThrow();
        return Finding.of(
                clause,
                paid >= total,
                Sentence.of("%d roubles of %d are paid", "уплачено %d руб. из %d", paid, total),
                Sentence.of(
                        "%d roubles of %d are paid, %d remain",
                        "уплачено %d руб. из %d, осталось %d", paid, total, total - paid));
    }
}
