-- The certificates with which an institution seals, as its administrator declared them. One that is declared again
-- after its withdrawal has a row of its own.
create table signing.seal_certificate (
    id          uuid primary key default uuidv7(),
    institution uuid        not null,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    certificate bytea       not null,
    how         text        not null check (how in ('BROUGHT', 'HELD', 'MADE', 'SEALED_BEFORE')),
    account     uuid,
    name        text        not null,
    at          timestamptz not null
);
create index seal_certificate_of on signing.seal_certificate (institution, id);
create table signing.seal_certificate_withdrawn (
    certificate uuid primary key references signing.seal_certificate,
    from_day    date        not null,  -- the first day on which it seals no more
    ground      text        not null,
    account     uuid,
    name        text        not null,
    at          timestamptz not null
);
create table signing.seal_certificate_revoked (
    certificate uuid primary key references signing.seal_certificate,
    ground      text        not null,
    account     uuid,
    name        text        not null,
    at          timestamptz not null
);
-- From when on this register time-stamps every seal, or no longer does: the newest row counts. A trust list demands
-- the time stamp of what was issued since.
create table signing.seals_stamped (
    id       bigint generated always as identity primary key,
    stamped  boolean     not null,
    from_day date        not null,
    at       timestamptz not null
);

grant select, insert on signing.seal_certificate, signing.seal_certificate_withdrawn,
    signing.seal_certificate_revoked, signing.seals_stamped to matricula_app;
