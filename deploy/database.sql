-- Once per database, by a superuser, after roles.sql:  psql -f database.sql -v database=ipnetwork
\set ON_ERROR_STOP on
\set QUIET on

select format('create database %I template template0 owner ipnet_owner encoding ''UTF8'' locale ''C.UTF-8'' locale_provider icu icu_locale ''zh-Hans-CN''', :'database')
where not exists (select from pg_database where datname = :'database') \gexec

revoke all on database :"database" from public;
grant connect on database :"database" to ipnet_app, ipnet_oversight, ipnet_dispatch, ipnet_signon, ipnet_backup;

\connect :"database"
revoke all on schema public from public;
