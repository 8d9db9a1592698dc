-- Who acts. An account holds at most one role at a time; two hats are two accounts, so that the log
-- says in which role somebody read. The actor is set per transaction and never per session.
create table place (
  id uuid primary key,
  code text not null unique,
  parent_id uuid references place,
  level text not null check (level in ('country', 'region', 'district')),
  name jsonb not null,
  xid xid8 not null default pg_current_xact_id()
);
create index place_parent on place (parent_id);

create table organisation (
  id uuid primary key,
  code text not null unique,
  name jsonb not null,
  kind text not null,
  place_id uuid references place,
  xid xid8 not null default pg_current_xact_id()
);

create table role_grant (
  id uuid primary key,
  account_id uuid not null,
  role text not null,
  place_id uuid references place,
  organisation_id uuid references organisation,
  person_id uuid,
  granted_by uuid,
  granted_at timestamptz(3) not null,
  revoked_by uuid,
  revoked_at timestamptz(3),
  constraint nobody_grants_himself check (granted_by is distinct from account_id)
);
create unique index one_role_an_account on role_grant (account_id) where revoked_at is null;
create index role_grant_role on role_grant (role) where revoked_at is null;

-- The declared table of src/domain/access/rights.ts, copied here by every migrate.
create table role_right (
  role text not null,
  verb text not null,
  compartment text not null,
  primary key (role, verb, compartment)
);

-- What the current transaction may say about itself. Missing context gives no key and so no row.
create function homeward_actor() returns uuid language sql stable
  return nullif(current_setting('homeward.actor', true), '')::uuid;
create function homeward_actor_kind() returns text language sql stable
  return nullif(current_setting('homeward.actor_kind', true), '');
create function homeward_role() returns text language sql stable
  return nullif(current_setting('homeward.role', true), '');
create function homeward_keys() returns text[] language sql stable
  return string_to_array(nullif(current_setting('homeward.keys', true), ''), ',');
create function homeward_organisation() returns uuid language sql stable
  return nullif(current_setting('homeward.organisation', true), '')::uuid;
create function homeward_place() returns uuid language sql stable
  return nullif(current_setting('homeward.place', true), '')::uuid;
-- The case whose command is being written: set by load_case() only, read by projections.
create function homeward_case() returns uuid language sql stable
  return nullif(current_setting('homeward.case', true), '')::uuid;
grant execute on function homeward_actor(), homeward_actor_kind(), homeward_role(), homeward_keys(),
  homeward_organisation(), homeward_place(), homeward_case() to homeward_app, homeward_reader;

-- Says who acts, for this transaction only, and answers with the role the actor holds now: a revoked
-- grant works on the very next request. Keys are what case_reach is compared with.
create function begin_actor(kind text, actor uuid)
returns table (role text, place_id uuid, organisation_id uuid, person_id uuid)
language plpgsql security definer set search_path = public as $$
declare
  held role_grant;
  keys text[] := array[kind || ':' || actor];
begin
  if kind = 'account' then
    select * into held from role_grant g where g.account_id = actor and g.revoked_at is null;
    if held.place_id is not null then
      keys := keys || (held.role || ':' || held.place_id);
    end if;
    if held.role = 'partner' and held.organisation_id is not null then
      keys := keys || ('organisation:' || held.organisation_id);
    end if;
  elsif kind in ('job', 'import') then
    held.role := kind;
  end if;
  perform set_config('homeward.actor_kind', kind, true),
    set_config('homeward.actor', actor::text, true),
    set_config('homeward.role', coalesce(held.role, ''), true),
    set_config('homeward.keys', case when held.role is null then '' else array_to_string(keys, ',') end, true),
    set_config('homeward.organisation', coalesce(held.organisation_id::text, ''), true),
    set_config('homeward.place', coalesce(held.place_id::text, ''), true),
    set_config('homeward.case', '', true);
  return query select held.role, held.place_id, held.organisation_id, held.person_id;
end
$$;
alter function begin_actor(text, uuid) owner to homeward_reader;
grant execute on function begin_actor(text, uuid) to homeward_app;

-- A place with all its ancestors, nearest first.
create function place_path(place uuid) returns uuid[] language sql stable
  set search_path = public
  begin atomic
    with recursive up as (
      select id, parent_id, 1 as step from place where id = place_path.place
      union all
      select p.id, p.parent_id, up.step + 1 from place p join up on p.id = up.parent_id
      where up.step < 10
    )
    select coalesce(array_agg(id order by step), '{}') from up;
  end;
grant execute on function place_path(uuid) to homeward_app, homeward_reader;

-- Whether the actor's place is this one or lies above it.
create function in_my_place(path uuid[]) returns boolean language sql stable
  return homeward_place() = any (path);
grant execute on function in_my_place(uuid[]) to homeward_app, homeward_reader;

create table notification (
  id uuid primary key,
  account_id uuid not null,
  kind text not null,
  -- Codes and ids, never content.
  details jsonb not null default '{}',
  created_at timestamptz(3) not null,
  read_at timestamptz(3)
);
create index notification_unread on notification (account_id, created_at desc);

-- The accounts that hold a role now: who is told of a grant, a concern, a request.
create function holders_of(wanted text, places uuid[]) returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select g.account_id from role_grant g
    where g.role = holders_of.wanted and g.revoked_at is null
      and (holders_of.places is null or g.place_id = any (holders_of.places));
  end;
alter function holders_of(text, uuid[]) owner to homeward_reader;
grant execute on function holders_of(text, uuid[]) to homeward_app;

-- The role that an account holds now and where: asked when somebody is to be assigned.
create function role_of(wanted uuid) returns table (role text, place_path uuid[])
language sql stable security definer set search_path = public
  begin atomic
    select g.role, place_path(g.place_id) from role_grant g
    where g.account_id = role_of.wanted and g.revoked_at is null;
  end;
alter function role_of(uuid) owner to homeward_reader;
grant execute on function role_of(uuid) to homeward_app;

do $$
declare
  name text;
begin
  foreach name in array array['place', 'organisation', 'role_grant', 'role_right', 'notification'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

create policy read_all on place for select to homeward_app, homeward_reader using (true);
create policy coordinator_writes on place for insert to homeward_app
  with check (homeward_role() = 'coordinator');
create policy coordinator_changes on place for update to homeward_app
  using (homeward_role() = 'coordinator');
grant select, insert, update on place to homeward_app;
grant select on place to homeward_reader;

create policy read_all on organisation for select to homeward_app, homeward_reader using (true);
create policy coordinator_writes on organisation for insert to homeward_app
  with check (homeward_role() = 'coordinator');
create policy coordinator_changes on organisation for update to homeward_app
  using (homeward_role() = 'coordinator');
grant select, insert, update on organisation to homeward_app;
grant select on organisation to homeward_reader;

-- Grants: the administrator reads and makes them; everybody reads his own.
create policy administrator_reads on role_grant for select to homeward_app
  using (homeward_role() = 'administrator' or account_id = homeward_actor());
create policy administrator_grants on role_grant for insert to homeward_app
  with check (homeward_role() = 'administrator' and granted_by = homeward_actor()
    and account_id <> homeward_actor());
create policy administrator_revokes on role_grant for update to homeward_app
  using (homeward_role() = 'administrator');
create policy reader_reads on role_grant for select to homeward_reader using (true);
grant select, insert on role_grant to homeward_app;
grant update (revoked_at, revoked_by) on role_grant to homeward_app;
grant select on role_grant to homeward_reader;

create policy read_all on role_right for select to homeward_app, homeward_reader using (true);
grant select on role_right to homeward_app, homeward_reader;

create policy own on notification for select to homeward_app using (account_id = homeward_actor());
create policy own_read on notification for update to homeward_app using (account_id = homeward_actor());
create policy anyone_tells on notification for insert to homeward_app
  with check (homeward_role() is not null);
grant select, insert on notification to homeward_app;
grant update (read_at) on notification to homeward_app;
