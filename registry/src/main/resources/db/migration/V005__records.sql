create schema records;
grant usage on schema records to matricula_app;

-- A pupil's record of a school year in one version. The working file holds the signatures given so far.
create table records.record (
    id          uuid primary key default uuidv7(),
    institution uuid        not null,
    class_id    uuid        not null,
    pupil       uuid        not null,
    number      text        not null,  -- functional, the same for all versions
    version     integer     not null check (version >= 1),
    state       text        not null check (state in
        ('DRAFT', 'ENTERED', 'SUBJECT_SIGNED', 'HOMEROOM_SIGNED', 'APPROVED', 'CLOSED', 'RECALLED')),
    file        bytea,                 -- none before the first signature and after closing
    changed_at  timestamptz not null,
    unique (number, version),
    unique (class_id, pupil, version)
);
create index record_by_class on records.record (class_id, state);
create index record_by_institution on records.record (institution, state);

-- The signatures that stand in the working file, for boards and lists; what was ever signed and voided is in
-- signature_told.
create table records.signature (
    record  uuid        not null references records.record,
    key     text        not null,      -- the id of a subject's block, HOMEROOM or HEAD
    account uuid        not null,
    name    text        not null,
    at      timestamptz not null,
    primary key (record, key)
);
create table records.signature_told (
    id      bigint generated always as identity primary key,
    record  uuid        not null references records.record,
    key     text        not null,
    what    text        not null check (what in ('SIGNED', 'VOIDED')),
    account uuid,
    name    text        not null,
    at      timestamptz not null
);
create index signature_told_by_record on records.signature_told (record, id);

-- The intent to close: written and committed before the institution's key is used. A record is closed once.
create table records.closing (
    id           uuid primary key default uuidv7(),
    class_id     uuid        not null,
    effective_at timestamptz not null,
    account      uuid,
    name         text        not null,
    at           timestamptz not null
);
create table records.closing_record (
    record  uuid primary key references records.record,
    closing uuid not null references records.closing
);
create index closing_record_by_closing on records.closing_record (closing);

-- What the institution sealed: the XML, found by its codes, and its leaf in the log.
create table records.sealed (
    record            uuid primary key references records.record,
    number            text        not null,
    version           integer     not null,
    lookup_code       text        not null unique,
    confirmation_code text        not null,
    data_digest       text        not null,
    xml               bytea       not null,
    xml_sha256        bytea       not null unique,
    effective_at      timestamptz not null,
    leaf              bigint      not null unique,
    salt              bytea       not null,
    at                timestamptz not null
);
-- Both formats: only now is the record issued.
create table records.issued (
    record     uuid primary key references records.sealed,
    pdf        bytea       not null,
    pdf_sha256 bytea       not null unique,
    at         timestamptz not null
);
create table records.recalled (
    record  uuid primary key references records.issued,
    ground  text        not null,
    leaf    bigint      not null unique,
    salt    bytea       not null,
    account uuid,
    name    text        not null,
    at      timestamptz not null
);

-- Long work, watched live and found again later.
create table records.work (
    id       uuid primary key default uuidv7(),
    class_id uuid        not null,
    kind     text        not null check (kind in ('SIGN_SUBJECT', 'SIGN_CONSOLIDATION', 'APPROVE', 'CLOSE')),
    subject  text,
    account  uuid,
    name     text        not null,
    total    integer     not null,
    done     integer     not null default 0,
    state    text        not null check (state in ('RUNNING', 'DONE', 'STOPPED')),
    problem  text        not null default '',
    at       timestamptz not null,
    ended_at timestamptz
);
create index work_by_class on records.work (class_id, id desc);

-- From the intent to close on, nothing of a record changes but its way to CLOSED, and from there to RECALLED.
create function records.refuse_when_closed() returns trigger
    language plpgsql as $$
begin
    if (old.state = 'RECALLED')
        or (old.state = 'CLOSED' and (new.state <> 'RECALLED' or new.file is distinct from old.file))
        or (old.state not in ('CLOSED', 'RECALLED') and new.state <> 'CLOSED'
            and exists (select from records.closing_record c where c.record = old.id)) then
        raise exception 'record % version % is closed or being closed; nothing in it changes', old.number, old.version
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger record_when_closed before update on records.record
    for each row execute function records.refuse_when_closed();

create function records.refuse_signature_when_closing() returns trigger
    language plpgsql as $$
declare
    touched uuid := case when tg_op = 'DELETE' then old.record else new.record end;
begin
    if exists (select from records.closing_record c where c.record = touched) then
        raise exception 'record % is closed or being closed; its signatures stay as they are', touched
            using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger signature_when_closing before insert or update or delete on records.signature
    for each row execute function records.refuse_signature_when_closing();

grant select, insert on all tables in schema records to matricula_app;
grant update (number, state, file, changed_at) on records.record to matricula_app;
grant delete on records.signature to matricula_app;
grant update (done, state, problem, ended_at) on records.work to matricula_app;
