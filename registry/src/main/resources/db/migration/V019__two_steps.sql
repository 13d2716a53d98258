-- What a key is asked to sign, committed before the key is used. Values come in by a transaction of their own, and only
-- into records in which they still cover what stands.
create table records.prepared (
    id           uuid primary key default uuidv7(),
    class_id     uuid        not null,
    kind         text        not null check (kind in ('SIGN_SUBJECT', 'SIGN_CONSOLIDATION', 'APPROVE')),
    subject      text,
    account      uuid        not null,
    certificates bytea       not null,  -- of the signer and above, as a PkiPath
    signed_at    timestamptz not null,  -- as the signatures state it
    until        timestamptz,           -- values are taken from outside until then; null for a key unlocked here
    at           timestamptz not null
);
create table records.prepared_digest (
    prepared uuid  not null references records.prepared,
    record   uuid  not null references records.record,
    digest   bytea not null check (octet_length(digest) = 32),
    primary key (prepared, record)
);
grant select, insert on records.prepared, records.prepared_digest to matricula_app;
