-- The homeroom teacher returns a block to its teacher with words. Settled notes stay.
create table gradebook.note (
    id       uuid primary key default uuidv7(),
    class_id uuid        not null references gradebook.class_,
    pupil    uuid,                  -- none: the note is about the whole block
    subject  text        not null,
    words    text        not null,
    at       timestamptz not null,
    by       uuid,
    by_name  text        not null   -- as it was then
);
create index note_by_class on gradebook.note (class_id, subject, id desc);
create table gradebook.note_settled (
    note uuid primary key references gradebook.note,
    at   timestamptz not null,
    by   uuid
);

-- The comment bank: what a person, or the whole school, says often. Block is the subject's code, or empty for what the
-- homeroom teacher writes.
create table gradebook.phrase (
    id          uuid primary key default uuidv7(),
    institution uuid        not null,
    account     uuid,               -- whose; none: the whole school's
    block       text        not null,
    words       text        not null,
    at          timestamptz not null,
    by          uuid
);
create index phrase_by_account on gradebook.phrase (institution, block, account);
create table gradebook.phrase_dropped (
    phrase uuid primary key references gradebook.phrase,
    at     timestamptz not null,
    by     uuid
);

-- Who has which block open right now, and in which cell. Worth nothing after a fall, so it is not logged.
create unlogged table gradebook.presence (
    class_id   uuid        not null,
    block      text        not null,
    account    uuid        not null,
    name       text        not null,
    pupil      uuid,
    column_key text,
    seen_at    timestamptz not null,
    primary key (class_id, block, account)
);

grant select, insert on gradebook.note, gradebook.note_settled, gradebook.phrase, gradebook.phrase_dropped
    to matricula_app;
grant select, insert, update, delete on gradebook.presence to matricula_app;
