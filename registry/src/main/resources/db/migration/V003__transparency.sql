-- The transparency log. What is written here is never changed: the server may add and read, and nothing else.
create schema transparency;
grant usage on schema transparency to matricula_app;

-- Leaf after leaf without gaps, numbered by the one sequencer (see LogStore). No personal data: the salt that opens
-- an entry stays with its document.
create table transparency.leaf (
    index bigint      primary key check (index >= 0),
    entry bytea       not null check (octet_length(entry) = 32),
    at    timestamptz not null
);

-- What was signed: one row for each batch. The note is the whole signed file.
create table transparency.checkpoint (
    size bigint      primary key check (size > 0),
    root bytea       not null check (octet_length(root) = 32),
    note text        not null,
    at   timestamptz not null
);

grant select, insert on transparency.leaf, transparency.checkpoint to matricula_app;
