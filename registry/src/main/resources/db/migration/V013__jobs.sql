-- What comes back again and again, and which node is at it: the table of the library db-scheduler.
create schema jobs;
create table jobs.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_by_time on jobs.scheduled_tasks (execution_time);
create index scheduled_by_heartbeat on jobs.scheduled_tasks (last_heartbeat);
grant usage on schema jobs to matricula_app;
grant select, insert, update, delete on jobs.scheduled_tasks to matricula_app;

-- Work of which nothing was heard for a while was lost with its node; closing is then carried on by another one.
alter table records.work add column heard_at timestamptz;
update records.work set heard_at = coalesce(ended_at, at);
alter table records.work alter column heard_at set not null;
alter table records.work add column closing uuid references records.closing;
update records.work w set closing = c.id
  from records.closing c
 where w.kind = 'CLOSE' and c.class_id = w.class_id and c.at = w.at;
create index work_by_unfinished_closing on records.work (closing) where state <> 'DONE' and closing is not null;
create index work_running on records.work (heard_at) where state = 'RUNNING';
grant update (heard_at) on records.work to matricula_app;

-- Why work stopped, as a kind that has words in every language; what is said besides stays in the column problem.
alter table records.work add column why text check (why in ('RESTARTED', 'REFUSED', 'FAULT'));
update records.work set why = 'FAULT' where state = 'STOPPED';
grant update (why) on records.work to matricula_app;
