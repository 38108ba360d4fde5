-- Two database users instead of one, for an installation whose ledger its own program cannot change: rumbo_owner owns the tables
-- and is used by migrations (and by the command import) alone, rumbo_rw is what the server runs as. Run it once as a superuser, connected to Rumbo's
-- database, before the first start or later; then give both a password:
--   alter role rumbo_owner password '...'; alter role rumbo_rw password '...';
-- and start Rumbo with
--   SPRING_DATASOURCE_USERNAME=rumbo_rw     SPRING_DATASOURCE_PASSWORD=...
--   SPRING_FLYWAY_USER=rumbo_owner          SPRING_FLYWAY_PASSWORD=...
-- What rumbo_rw may not do with the ledger's tables is said after each migration (db/vendor/postgresql/afterMigrate__rights.sql).
do $$
begin
    if not exists (select from pg_roles where rolname = 'rumbo_owner') then
        create role rumbo_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'rumbo_rw') then
        create role rumbo_rw login;
    end if;
    if not exists (select from pg_roles where rolname = 'rumbo_ro') then
        create role rumbo_ro login;
    end if;
    execute format('grant connect, temporary on database %I to rumbo_owner, rumbo_rw, rumbo_ro', current_database());
    execute format('grant create on database %I to rumbo_owner', current_database());
end
$$;

revoke create on schema public from public;
grant usage, create on schema public to rumbo_owner;
grant usage on schema public to rumbo_rw, rumbo_ro;

-- What is there already, where an installation changes over.
do $$
declare
    it record;
begin
    for it in select format('alter table %I.%I owner to rumbo_owner', schemaname, tablename) as statement
              from pg_tables where schemaname = 'public'
              union all
              select format('alter function %s owner to rumbo_owner', p.oid::regprocedure)
              from pg_proc p join pg_namespace n on n.oid = p.pronamespace
              where n.nspname = 'public' and p.prokind = 'f'
                    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
        execute it.statement;
    end loop;
end
$$;
grant select, insert, update, delete on all tables in schema public to rumbo_rw;
grant usage, select on all sequences in schema public to rumbo_rw;

-- What migrations add.
alter default privileges for role rumbo_owner in schema public grant select, insert, update, delete on tables to rumbo_rw;
alter default privileges for role rumbo_owner in schema public grant usage, select on sequences to rumbo_rw;
