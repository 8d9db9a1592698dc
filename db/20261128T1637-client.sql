-- API clients: the system of a receiving service acts with the rights of a partner of its organisation and
-- nothing more. Secrets and tokens are kept beside the accounts, as keyed hashes, out of the application's sight.
create table client (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  organisation_id uuid not null,
  organisation_receives boolean not null default true,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz(3),
  constraint no_client_of_a_neighbourhood_body check (organisation_receives),
  constraint client_of_a_receiver foreign key (organisation_id, organisation_receives)
    references organisation (id, receives)
);
create index client_organisation on client (organisation_id);
alter table client enable row level security;
alter table client force row level security;
create policy owner_all on client to homeward_owner using (true) with check (true);
create policy reader_finds on client for select to homeward_reader using (true);
-- A name of a system is no case data; who reads the log must know who that was.
create policy keepers_read on client for select to homeward_app using (
  (select homeward_role()) in ('administrator', 'data_protection_officer', 'supervisor'));
create policy administrator_adds on client for insert to homeward_app
  with check (homeward_role() = 'administrator' and made_by = homeward_actor());
create policy administrator_withdraws on client for update to homeward_app
  using (homeward_role() = 'administrator');
grant select, insert on client to homeward_app;
grant update (withdrawn_by, withdrawn_at) on client to homeward_app;
grant select on client to homeward_reader;

create table auth.client_secret (
  client_id uuid primary key references public.client on delete cascade,
  secret_hash text not null,
  made_at timestamptz not null,
  last_used_at timestamptz
);
create table auth.client_token (
  token_hash text primary key,
  client_id uuid not null references auth.client_secret on delete cascade,
  expires_at timestamptz not null
);
create index client_token_client on auth.client_token (client_id);
create index client_token_expires on auth.client_token (expires_at);

do $$
declare
  name text;
begin
  foreach name in array array['client_secret', 'client_token'] loop
    execute format('alter table auth.%I enable row level security', name);
    execute format('alter table auth.%I force row level security', name);
    execute format('revoke all on auth.%I from public', name);
    execute format('grant select, insert, update, delete on auth.%I to homeward_auth', name);
    execute format('create policy auth_all on auth.%I to homeward_auth using (true) with check (true)', name);
    execute format('create policy owner_all on auth.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- As before; a client that was not withdrawn is a partner of its organisation.
create or replace function begin_actor(kind text, actor uuid)
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
    if held.role = 'supervisor' then
      keys := keys || array(select distinct 'supervisor:' || p from unnest(standing_in(actor)) as p
        where p is distinct from held.place_id);
    end if;
  elsif kind = 'link' then
    if exists (select from case_reach r where r.key = 'link:' || actor and r.compartment = 'packet') then
      held.role := 'partner';
    end if;
  elsif kind = 'client' then
    select c.organisation_id into held.organisation_id from client c
      where c.id = actor and c.withdrawn_at is null;
    if found then held.role := 'partner'; end if;
  elsif kind in ('job', 'import') then
    held.role := kind;
  end if;
  if held.role = 'partner' and held.organisation_id is not null then
    keys := keys || ('organisation:' || held.organisation_id);
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
