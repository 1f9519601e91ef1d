-- Once per server, by a superuser; safe to run again (it then sets the passwords anew):
--   psql -f roles.sql -v owner_password=… -v app_password=… -v oversight_password=… \
--        -v dispatch_password=… -v signon_password=… -v backup_password=…
\set ON_ERROR_STOP on
\set QUIET on

begin;

select format('create role %I', name)
from unnest(array['ipnet_owner', 'ipnet_app', 'ipnet_oversight', 'ipnet_dispatch', 'ipnet_signon', 'ipnet_backup']) name
where not exists (select from pg_roles where rolname = name) \gexec

-- Passwords must not reach the server's log.
set local log_statement = 'none';
set local log_min_duration_statement = -1;
set local log_min_error_statement = 'panic';

alter role ipnet_owner     login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls password :'owner_password';
alter role ipnet_app       login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls password :'app_password';
alter role ipnet_oversight login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls password :'oversight_password';
alter role ipnet_dispatch  login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls password :'dispatch_password';
alter role ipnet_signon    login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls password :'signon_password';

-- The backup reads every node's rows and may change nothing.
alter role ipnet_backup    login nosuperuser nocreatedb nocreaterole inherit   noreplication bypassrls   password :'backup_password';
alter role ipnet_backup set default_transaction_read_only = on;
grant pg_read_all_data to ipnet_backup;

commit;
