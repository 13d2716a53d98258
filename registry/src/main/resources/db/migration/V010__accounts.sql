-- Which institution keeps an account: the one that opened it. A fact of the directory.
create table directory.account_home (
    account     uuid        not null primary key references directory.account,
    institution uuid        not null references directory.institution,
    at          timestamptz not null
);
create index account_home_by_institution on directory.account_home (institution);
grant select, insert on directory.account_home to matricula_app;

create schema accounts;
grant usage on schema accounts to matricula_app;

-- Facts: added and read. Of each account the newest password and the newest secret count.
create table accounts.password (
    id      bigint generated always as identity primary key,
    account uuid        not null,
    hash    text        not null,  -- Argon2id with its parameters
    at      timestamptz not null
);
create index password_newest on accounts.password (account, id desc);
create table accounts.totp (
    id      bigint generated always as identity primary key,
    account uuid        not null,
    secret  bytea,                 -- none: taken away
    at      timestamptz not null
);
create index totp_newest on accounts.totp (account, id desc);
create table accounts.recovery_code (
    id      bigint generated always as identity primary key,
    account uuid        not null,
    totp    bigint      not null references accounts.totp, -- counts as long as this is the newest
    hash    bytea       not null
);
create index recovery_code_by_totp on accounts.recovery_code (totp);
create table accounts.recovery_code_used (
    code bigint      not null primary key references accounts.recovery_code,
    at   timestamptz not null
);
-- A code on paper with which a person sets a password once. The newest of an account counts.
create table accounts.one_time_code (
    id      bigint generated always as identity primary key,
    hash    bytea       not null unique,
    account uuid        not null,
    at      timestamptz not null,
    until   timestamptz not null
);
create index one_time_code_newest on accounts.one_time_code (account, id desc);
create table accounts.one_time_code_used (
    code bigint      not null primary key references accounts.one_time_code,
    at   timestamptz not null
);
-- Access of programs.
create table accounts.token (
    id      uuid primary key default uuidv7(),
    account uuid        not null,
    name    text        not null,
    hash    bytea       not null unique,
    at      timestamptz not null,
    until   timestamptz not null
);
create index token_by_account on accounts.token (account);
create table accounts.token_ended (
    token uuid        not null primary key references accounts.token,
    at    timestamptz not null
);
-- What happened with an account, for the person whose it is.
create table accounts.happening (
    id      bigint generated always as identity primary key,
    account uuid        not null,
    at      timestamptz not null,
    what    text        not null,
    browser text        not null
);
create index happening_newest on accounts.happening (account, id desc);
create table accounts.passkey (
    id          text primary key,  -- as the authenticator names it, base64url
    account     uuid        not null,
    label       text        not null,
    public_key  bytea       not null,
    transports  text        not null,
    uv          boolean     not null,
    backup_able boolean     not null,
    attestation bytea       not null,
    client_data bytea       not null,
    at          timestamptz not null
);
create index passkey_by_account on accounts.passkey (account);
create table accounts.passkey_ended (
    passkey text        not null primary key references accounts.passkey,
    at      timestamptz not null
);
grant select, insert on all tables in schema accounts to matricula_app;

-- No facts: they come and go.
create table accounts.passkey_use (
    passkey   text        not null primary key references accounts.passkey,
    count     bigint      not null,
    backed_up boolean     not null,
    used_at   timestamptz not null
);
create table accounts.totp_step (
    account uuid   not null primary key,
    step    bigint not null        -- the last one used: no code counts twice
);
create table accounts.session (
    hash       bytea       primary key,
    account    uuid        not null,
    strong     boolean     not null,
    waiting    boolean     not null, -- the password was right, the code is still to come
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    browser    text        not null
);
create index session_by_account on accounts.session (account);
create table accounts.ceremony (
    hash      bytea       primary key,
    account   uuid,                  -- whose new passkey; nobody's when signing in
    challenge bytea       not null,
    until     timestamptz not null
);
create table accounts.attempt (
    key      bytea       primary key,
    failures integer     not null,
    last_at  timestamptz not null,
    until    timestamptz not null    -- no other attempt before
);
grant select, insert, update, delete on accounts.passkey_use, accounts.totp_step, accounts.session, accounts.ceremony,
    accounts.attempt to matricula_app;
