-- Tries at the public look-up. No typed item is kept: who asked and which number was asked about stand here only as
-- keyed digests, and no longer than the longest window that counts them.
create schema verification;
grant usage on schema verification to matricula_app;

create table verification.secret (
    one   boolean primary key default true check (one),
    value bytea   not null
);
insert into verification.secret (value)
    values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

create table verification.attempt (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    address bytea       not null,               -- of whoever asked
    about   bytea,                              -- the number asked about; none when only a code was shown
    good    boolean     not null default false  -- until it is known to be right, a try counts as wrong
);
create index attempt_by_address on verification.attempt (address, at) where not good;
create index attempt_by_about on verification.attempt (about, at) where not good;
create index attempt_by_age on verification.attempt (at);

grant select on verification.secret to matricula_app;
grant select, insert, update (good), delete on verification.attempt to matricula_app;

-- How a code or number is found however it was typed: without signs, with the letters that are never used in codes read
-- as the digits that they look like.
create function records.plain(code text) returns text
    language sql immutable strict parallel safe
    return translate(upper(regexp_replace(code, '[^0-9A-Za-z]', '', 'g')), 'OIL', '011');
create index sealed_by_plain_number on records.sealed (records.plain(number), version desc);
create index sealed_by_plain_lookup on records.sealed (records.plain(lookup_code));
grant execute on function records.plain(text) to matricula_app;
