-- The secret of an authenticator application, locked with the node's own secret: whoever holds the database alone
-- cannot show anybody's code. Rows from before keep theirs in clear until the person sets the application up anew.
alter table accounts.totp
    add column locked bytea,
    add constraint totp_once check (secret is null or locked is null);
