-- Schemas and their doors. Nobody gets a right by default: each table and function says its own.
-- (The roles themselves need a superuser: db/roles.sql and db/database.sql.)
alter default privileges revoke execute on functions from public;
alter default privileges revoke usage on types from public;

grant usage on schema public to homeward_reader, homeward_app;

-- Sign-in: accounts, sessions, credentials.
create schema auth;
grant usage on schema auth to homeward_auth;

-- The queue: its own tables, run by its own role.
create schema jobs;
grant usage on schema jobs to homeward_jobs;

-- The other half: no foreign key leads from here to the programme or back.
create schema exchange;
grant usage on schema exchange to homeward_exchange;
