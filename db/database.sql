-- What a new, empty database needs before the first migration: run as a superuser, connected to it,
-- after db/roles.sql. Works on PostgreSQL 15 and later.
do $$
begin
  execute format('alter database %I owner to homeward_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to homeward_app, homeward_auth, homeward_jobs, homeward_exchange',
    current_database()
  );
end
$$;

alter schema public owner to homeward_owner;
revoke all on schema public from public;

create extension if not exists pg_trgm schema public;
create extension if not exists fuzzystrmatch schema public;
create extension if not exists unaccent schema public;
create extension if not exists btree_gin schema public;
