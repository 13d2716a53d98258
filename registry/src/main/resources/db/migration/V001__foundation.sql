-- Who may do what inside the database. The owner of the schemas migrates; the server works as matricula_app, which may
-- only do what each table's grants name: facts can be added and read, never changed.
do $$
begin
    create role matricula_app nologin;
exception
    when duplicate_object then null; -- roles belong to the whole cluster; another database of it may have made it
end
$$;

do $$
begin
    execute format('grant matricula_app to %I', current_user);
end
$$;

create schema flow;
grant usage on schema flow to matricula_app;

-- One line for every act done, every act refused and every look at a pupil's data.
create table flow.journal (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    kind        text        not null check (kind in ('DONE', 'REFUSED', 'LOOKED')),
    act         text        not null,
    account     uuid,                  -- nobody for the system and for strangers
    name        text        not null,  -- as it was then
    role        text        not null,  -- the role by which it was allowed; empty when none allowed it
    institution uuid,
    class_id    uuid,
    subject     text,
    pupils      uuid[]      not null default '{}',
    details     jsonb       not null default '{}'
);
create index journal_by_institution on flow.journal (institution, id desc);
create index journal_by_account on flow.journal (account, id desc);
create index journal_by_class on flow.journal (class_id, id desc);
create index journal_by_pupil on flow.journal using gin (pupils);
grant select, insert on flow.journal to matricula_app;
