create schema signing;
grant usage on schema signing to matricula_app;

-- Keys of people, each locked with a PIN that only the person knows (and with the node's own secret).
create table signing.personal_key (
    id          uuid primary key default uuidv7(),
    account     uuid        not null,
    name        text        not null,  -- as the certificate says it
    certificate bytea       not null,
    not_before  timestamptz not null,
    not_after   timestamptz not null,
    pkcs12      bytea       not null,
    demo        boolean     not null,
    at          timestamptz not null
);
create index personal_key_newest on signing.personal_key (account, id desc);
create table signing.personal_key_revoked (
    key    uuid primary key references signing.personal_key,
    ground text        not null,
    at     timestamptz not null,
    by     uuid
);
-- Tries to unlock: too many wrong ones lock the key for a while.
create table signing.unlock_tried (
    id      bigint generated always as identity primary key,
    account uuid        not null,
    good    boolean     not null,
    at      timestamptz not null
);
create index unlock_tried_newest on signing.unlock_tried (account, id desc);

grant select, insert on all tables in schema signing to matricula_app;
