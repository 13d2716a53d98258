-- Keys of people at a remote signing service: the register keeps no key, but where it is and what the service said of it.
alter table signing.personal_key alter column pkcs12 drop not null;
alter table signing.personal_key
    add column service    text,  -- the service's address
    add column credential text,  -- the key's name there
    add column described  text;  -- the service's answer about it, JSON
alter table signing.personal_key add constraint personal_key_is_here_or_there check (
    (pkcs12 is not null and service is null and credential is null and described is null)
    or (pkcs12 is null and service is not null and credential is not null and described is not null));
