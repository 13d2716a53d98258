-- Somebody with a record in hand says that a value of it is wrong. The note, what came with it and what the school says to
-- it are kept as they were sent; a mistake in a closed record is put right by a recall and a new version only.
create table records.correction_note (
    id            uuid primary key default uuidv7(),
    once          uuid        not null unique,      -- of the form: sent twice, it is one note
    receipt       text        not null unique,
    record        uuid        not null references records.issued,
    part          text        not null,
    field         text        not null,
    label         text        not null,
    value         text        not null,             -- as signed
    says          text        not null,
    contact       text        not null,
    evidence      bytea,
    evidence_name text        not null,
    evidence_type text        not null,
    at            timestamptz not null
);
create index correction_note_by_record on records.correction_note (record, at);
create index correction_note_by_receipt on records.correction_note (records.plain(receipt));

create table records.correction_step (
    note    uuid        not null references records.correction_note,
    kind    text        not null check (kind in ('EXAMINED', 'ACCEPTED', 'DECLINED')),
    reason  text        not null,
    account uuid        not null,
    name    text        not null,
    at      timestamptz not null,
    primary key (note, kind)
);
create unique index correction_answer on records.correction_step (note) where kind <> 'EXAMINED';

grant select, insert on records.correction_note, records.correction_step to matricula_app;
