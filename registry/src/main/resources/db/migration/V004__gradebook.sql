create schema gradebook;
grant usage on schema gradebook to matricula_app;

create table gradebook.class_ (
    id          uuid primary key default uuidv7(),
    institution uuid        not null,
    school_year text        not null,
    grade       integer     not null,
    name        text        not null,
    form        text        not null,  -- the class form of the pack, by its id
    added_at    timestamptz not null,
    added_by    uuid,
    unique (institution, school_year, name)
);

create table gradebook.class_pupil (
    class_id uuid        not null references gradebook.class_,
    pupil    uuid        not null,
    position integer     not null,
    at       timestamptz not null,
    by       uuid,
    primary key (class_id, pupil)
);
create index class_pupil_by_pupil on gradebook.class_pupil (pupil);
create table gradebook.class_pupil_left (
    class_id uuid        not null,
    pupil    uuid        not null,
    after    date        not null,
    at       timestamptz not null,
    by       uuid,
    primary key (class_id, pupil),
    foreign key (class_id, pupil) references gradebook.class_pupil
);

-- When results may be entered: of one class, or of every class of an institution's school year. The newest line that
-- names the class counts, otherwise the newest for the year.
create table gradebook.entry_window (
    id          bigint generated always as identity primary key,
    institution uuid        not null,
    school_year text        not null,
    class_id    uuid references gradebook.class_,
    opens       timestamptz not null,
    closes      timestamptz not null,
    at          timestamptz not null,
    by          uuid,
    check (closes > opens)
);
create index entry_window_newest on gradebook.entry_window (institution, school_year, id desc);

-- What stands in each cell now; how it came there is in cell_entered.
create table gradebook.cell (
    class_id   uuid        not null references gradebook.class_,
    pupil      uuid        not null,
    column_key text        not null,
    value      text        not null,  -- canonical; empty when it was emptied
    revision   bigint      not null,
    at         timestamptz not null,
    by         uuid,
    primary key (class_id, pupil, column_key)
);
create sequence gradebook.revision;
create table gradebook.cell_entered (
    id         bigint generated always as identity primary key,
    class_id   uuid        not null references gradebook.class_,
    pupil      uuid        not null,
    column_key text        not null,
    was        text        not null,
    value      text        not null,
    revision   bigint      not null,
    how        text        not null check (how in ('TYPED', 'PASTED', 'UPLOADED', 'IMPORTED', 'UNDONE')),
    at         timestamptz not null,
    by         uuid
);
create index cell_entered_by_cell on gradebook.cell_entered (class_id, pupil, column_key, id desc);
create index cell_by_revision on gradebook.cell (class_id, revision);

-- From closing on nothing of a pupil's results changes (unless the closed record is recalled): the database refuses
-- too, whatever the code does.
create table gradebook.closed (
    id       bigint generated always as identity primary key,
    class_id uuid        not null references gradebook.class_,
    pupil    uuid        not null,
    closed   boolean     not null,     -- false: open again, after a recall
    at       timestamptz not null,
    by       uuid
);
create index closed_newest on gradebook.closed (class_id, pupil, id desc);

create function gradebook.is_closed(in_class uuid, of_pupil uuid) returns boolean
    language sql stable as $$
    select coalesce((select c.closed from gradebook.closed c
                      where c.class_id = in_class and c.pupil = of_pupil order by c.id desc limit 1), false)
$$;

create function gradebook.refuse_when_closed() returns trigger
    language plpgsql as $$
begin
    if gradebook.is_closed(new.class_id, new.pupil) then
        raise exception 'the record of pupil % in class % is closed; nothing in it changes', new.pupil, new.class_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger cell_when_closed before insert or update on gradebook.cell
    for each row execute function gradebook.refuse_when_closed();
create trigger cell_entered_when_closed before insert on gradebook.cell_entered
    for each row execute function gradebook.refuse_when_closed();

grant select, insert on all tables in schema gradebook to matricula_app;
grant update (value, revision, at, by) on gradebook.cell to matricula_app;
grant usage on sequence gradebook.revision to matricula_app;
