create schema directory;
grant usage on schema directory to matricula_app;

create table directory.institution (
    id       uuid primary key default uuidv7(),
    code     text        not null unique,  -- in the national register
    country  text        not null check (country in ('VN', 'KZ', 'RU')),
    zone     text        not null,         -- the clock by which its days are counted
    values   jsonb       not null default '{}', -- what its documents print of it besides its name: commune, province
    added_at timestamptz not null
);
-- Names in time: a document prints the name of its day.
create table directory.institution_name (
    institution uuid not null references directory.institution,
    name        text not null,
    since       date not null,
    primary key (institution, since)
);

-- An account is one person's. What changes of it (names, whether it is open) are facts added.
create table directory.account (
    id       uuid primary key default uuidv7(),
    login    text        not null unique check (login = lower(login)),
    added_at timestamptz not null,
    added_by uuid
);
create table directory.account_name (
    id      bigint generated always as identity primary key,
    account uuid        not null references directory.account,
    name    text        not null,
    at      timestamptz not null,
    by      uuid
);
create index account_name_newest on directory.account_name (account, id desc);
create table directory.account_closed (
    id      bigint generated always as identity primary key,
    account uuid        not null references directory.account,
    closed  boolean     not null,
    at      timestamptz not null,
    by      uuid
);
create index account_closed_newest on directory.account_closed (account, id desc);

-- Who may act for whom: a role at an institution, perhaps for one class, perhaps for one subject in it, by date.
create table directory.mandate (
    id          uuid primary key default uuidv7(),
    account     uuid        not null references directory.account,
    role        text        not null check (role in
        ('OFFICE', 'SUBJECT_TEACHER', 'HOMEROOM_TEACHER', 'PRINCIPAL', 'ADMINISTRATOR', 'INSPECTOR')),
    institution uuid        not null references directory.institution,
    class_id    uuid,
    subject     text,
    from_date   date        not null,
    to_date     date,                  -- the last day; none while it lasts
    at          timestamptz not null,
    by          uuid,
    check (to_date is null or to_date >= from_date),
    check (subject is null or class_id is not null),
    check (role <> 'INSPECTOR' or to_date is not null)
);
create index mandate_by_account on directory.mandate (account);
create index mandate_by_class on directory.mandate (class_id);
create index mandate_by_institution on directory.mandate (institution, role);
-- A mandate that ends before its time. The earliest day counts.
create table directory.mandate_ended (
    mandate uuid        not null references directory.mandate,
    after   date        not null,      -- the last day on which it holds
    at      timestamptz not null,
    by      uuid,
    primary key (mandate, after)
);

-- Pupils. The personal number is the one identifier; who has none yet is known by the school's own number.
create table directory.pupil (
    id          uuid primary key default uuidv7(),
    institution uuid        not null references directory.institution,
    added_at    timestamptz not null,
    added_by    uuid
);
create index pupil_by_institution on directory.pupil (institution);
-- What is known of a pupil, as a whole each time; the newest counts.
create table directory.pupil_data (
    id              bigint generated always as identity primary key,
    pupil           uuid        not null references directory.pupil,
    personal_number text,
    full_name       text        not null,
    values          jsonb       not null, -- canonical text by column key of the form
    at              timestamptz not null,
    by              uuid
);
create index pupil_data_newest on directory.pupil_data (pupil, id desc);
create index pupil_data_number on directory.pupil_data (personal_number);

grant select, insert on all tables in schema directory to matricula_app;
