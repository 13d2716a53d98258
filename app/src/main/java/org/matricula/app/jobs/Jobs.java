package org.matricula.app.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.matricula.registry.flow.Chore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hands the chores of all modules to db-scheduler, which sees to it that one of the nodes does each when it is due.
@Component
final class Jobs implements DisposableBean {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(20);

    private final Scheduler scheduler;

    Jobs(DataSource database, List<Chore> chores, InstantSource clock) {
        List<RecurringTask<Void>> tasks = chores.stream().map(Jobs::task).toList();
        this.scheduler = Scheduler.create(database)
                .startTasks(tasks)
                .tableName("jobs.scheduled_tasks")
                .threads(2)
                .pollingInterval(LOOK)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .clock(clock::instant)
                .build();
    }

    private static RecurringTask<Void> task(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .execute((_, _) -> chore.work().run());
    }

    /// The node is ready: what a fall interrupted has been carried to its end before.
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }
}
