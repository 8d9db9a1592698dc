-- The database roles of Homeward: run once per PostgreSQL server as a superuser; safe to repeat.
-- Works on PostgreSQL 15 and later. Roles that log in get no password here: set them afterwards
-- (docs/operations.md). No role is a superuser, may bypass row security, or may make roles.
do $$
declare
  role_name text;
begin
  foreach role_name in array array[
    'homeward_owner', 'homeward_reader', 'homeward_app', 'homeward_auth', 'homeward_jobs',
    'homeward_exchange'
  ] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
    execute format(
      'alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls %s',
      role_name, case when role_name = 'homeward_reader' then 'nologin' else 'login' end
    );
  end loop;
end
$$;

-- The owner hands definer functions to the reader, who owns nothing else.
grant homeward_reader to homeward_owner;

alter role homeward_owner set search_path = public;
alter role homeward_app set search_path = public;
alter role homeward_auth set search_path = auth;
alter role homeward_jobs set search_path = jobs;
alter role homeward_exchange set search_path = exchange;

-- A pull reads below the oldest open transaction: no writer may hold that line back for long.
alter role homeward_app set idle_in_transaction_session_timeout = '5s';
alter role homeward_auth set idle_in_transaction_session_timeout = '5s';
alter role homeward_exchange set idle_in_transaction_session_timeout = '5s';
alter role homeward_app set statement_timeout = '30s';
alter role homeward_auth set statement_timeout = '15s';
alter role homeward_exchange set statement_timeout = '30s';
