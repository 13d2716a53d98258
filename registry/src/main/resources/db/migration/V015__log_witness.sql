-- What witnesses say of this register's log, and what this register, as a witness, has said of others' logs. Rows are
-- added and never changed.

-- A witness's signature line on a checkpoint of ours. One for each witness and size: what it says of one tree does not change.
create table transparency.cosignature (
    size    bigint      not null check (size > 0),
    witness text        not null,
    line    text        not null,
    at      timestamptz not null,
    primary key (size, witness)
);

-- The checkpoints of others' logs that this register cosigned: the newest of each log decides what it may cosign next.
create table transparency.witnessed (
    origin text        not null,
    size   bigint      not null check (size >= 0),
    root   bytea       not null check (octet_length(root) = 32),
    note   text        not null,
    at     timestamptz not null,
    primary key (origin, size)
);

grant select, insert on transparency.cosignature, transparency.witnessed to matricula_app;
