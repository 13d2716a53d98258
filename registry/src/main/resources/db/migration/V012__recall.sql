-- A recall names the directive of the authority that ordered it.
alter table records.recalled
    add column directive    text not null,
    add column directive_on date not null;
