-- The office's imports. Who brought which file and what became of it stays; the bytes go when it is done.
create table gradebook.intake_upload (
    id          uuid primary key default uuidv7(),
    institution uuid        not null,
    kind        text        not null check (kind in ('PUPILS', 'TEACHING')),
    school_year text        not null,
    file_name   text        not null,
    sha256      text        not null,
    size        integer     not null,
    at          timestamptz not null,
    by          uuid,
    by_name     text        not null   -- as it was then
);
create index intake_upload_newest on gradebook.intake_upload (institution, id desc);
create table gradebook.intake_content (
    upload uuid primary key references gradebook.intake_upload,
    bytes  bytea       not null,
    at     timestamptz not null
);
-- What came of it: read and weighed (perhaps many times), taken in, or laid aside.
create table gradebook.intake_outcome (
    id     bigint generated always as identity primary key,
    upload uuid        not null references gradebook.intake_upload,
    what   text        not null check (what in ('CHECKED', 'APPLIED', 'DROPPED')),
    counts jsonb       not null default '{}', -- figures, never a pupil's data
    at     timestamptz not null,
    by     uuid
);
create unique index intake_once on gradebook.intake_outcome (upload) where what in ('APPLIED', 'DROPPED');
create index intake_outcome_newest on gradebook.intake_outcome (upload, id desc);
-- The accounts that a file opened: their one-time codes are made when they are printed.
create table gradebook.intake_account (
    upload  uuid not null references gradebook.intake_upload,
    account uuid not null,
    primary key (upload, account)
);
-- What a person said the headings of files mean; the newest line for a set of headings counts.
create table gradebook.intake_mapping (
    id          bigint generated always as identity primary key,
    institution uuid        not null,
    kind        text        not null,
    headings    text        not null,  -- SHA-256 of the set
    mapping     jsonb       not null,  -- heading as compared -> column key; empty text: not read
    at          timestamptz not null,
    by          uuid
);
create index intake_mapping_newest on gradebook.intake_mapping (institution, kind, headings, id desc);

grant select, insert on gradebook.intake_upload, gradebook.intake_outcome, gradebook.intake_account,
    gradebook.intake_mapping to matricula_app;
grant select, insert, delete on gradebook.intake_content to matricula_app;

-- A pupil who was moved by mistake comes back: leaving is a line among others, and the newest counts.
alter table gradebook.class_pupil_left rename to class_pupil_went;
alter table gradebook.class_pupil_went drop constraint class_pupil_left_pkey;
alter table gradebook.class_pupil_went add column id bigint generated always as identity primary key;
alter table gradebook.class_pupil_went alter column after drop not null; -- none: came back
create index class_pupil_went_newest on gradebook.class_pupil_went (class_id, pupil, id desc);
create view gradebook.class_pupil_left as
    select class_id, pupil, after, at, by
      from (select distinct on (class_id, pupil) class_id, pupil, after, at, by
              from gradebook.class_pupil_went order by class_id, pupil, id desc) newest
     where after is not null;
grant select on gradebook.class_pupil_left to matricula_app;
