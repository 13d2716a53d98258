-- What was prepared for a key elsewhere, and takes no value any more since its person gave it up.
create table records.prepared_given_up (
    prepared uuid primary key references records.prepared,
    at       timestamptz not null
);
grant select, insert on records.prepared_given_up to matricula_app;
