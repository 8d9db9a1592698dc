-- Who leads the team of a place while its supervisor is away, also from a neighbouring district. It begins
-- and ends by itself; ended early, the line stays: who could read on that day can be told later.
create table stand_in (
  id uuid primary key,
  place_id uuid not null references place (id),
  account_id uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  kept_by uuid not null,
  kept_at timestamptz(3) not null,
  ended_by uuid,
  ended_at timestamptz(3),
  constraint stand_in_ends_after_it_begins check (until_at > from_at),
  constraint nobody_stands_in_for_themselves check (account_id <> kept_by)
);
create index stand_in_of on stand_in (account_id, until_at);
create index stand_in_at on stand_in (place_id, until_at);
alter table stand_in enable row level security;
alter table stand_in force row level security;
create policy owner_all on stand_in to homeward_owner using (true) with check (true);
create policy reader_finds on stand_in for select to homeward_reader using (true);
-- Both see it: whoever stands in, and the supervisors of the place.
create policy both_read on stand_in for select to homeward_app using (
  (select homeward_role()) = 'supervisor'
  and (account_id = (select homeward_actor()) or place_id = (select homeward_place())));
create policy supervisor_adds on stand_in for insert to homeward_app with check (
  (select homeward_role()) = 'supervisor' and place_id = (select homeward_place())
  and kept_by = (select homeward_actor()));
create policy supervisor_ends on stand_in for update to homeward_app
  using ((select homeward_role()) = 'supervisor' and place_id = (select homeward_place()))
  with check ((select homeward_role()) = 'supervisor' and place_id = (select homeward_place())
    and ended_by = (select homeward_actor()));
grant select, insert, update (ended_by, ended_at) on stand_in to homeward_app;
grant select on stand_in to homeward_reader;

-- The places for which a supervisor stands in at this moment.
create function standing_in(of_account uuid) returns uuid[]
language sql stable security definer set search_path = public
  begin atomic
    select coalesce(array_agg(distinct s.place_id), '{}') from stand_in s
    where s.account_id = of_account and s.ended_at is null and s.from_at <= now() and s.until_at > now();
  end;

-- Supervisors of the own region, who may be asked to stand in: accounts and places.
create function stand_in_candidates() returns table (account_id uuid, place_id uuid)
language sql stable security definer set search_path = public
  begin atomic
    select g.account_id, g.place_id from role_grant g, place_path(homeward_place()) as here,
      place_path(g.place_id) as there
    where homeward_role() = 'supervisor' and g.role = 'supervisor' and g.revoked_at is null
      and g.account_id <> homeward_actor() and cardinality(here) > 1
      and here[cardinality(here) - 1] = any (there);
  end;

-- As before; a supervisor who stands in holds the key of that place too, for as long as it lasts.
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
    if held.role = 'partner' and held.organisation_id is not null then
      keys := keys || ('organisation:' || held.organisation_id);
    end if;
    if held.role = 'supervisor' then
      keys := keys || array(select distinct 'supervisor:' || p from unnest(standing_in(actor)) as p
        where p is distinct from held.place_id);
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

-- As before; what is told to the supervisors of a place is told to whoever stands in.
create or replace function holders_of(wanted text, places uuid[]) returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select g.account_id from role_grant g
      where g.role = holders_of.wanted and g.revoked_at is null
        and (holders_of.places is null or g.place_id = any (holders_of.places))
    union
    select s.account_id from stand_in s
      where holders_of.wanted = 'supervisor' and s.place_id = any (holders_of.places)
        and s.ended_at is null and s.from_at <= now() and s.until_at > now();
  end;

create policy reader_finds on feed_epoch for select to homeward_reader using (true);
grant select on feed_epoch to homeward_reader;
-- The epoch of the actor's feed. Standing in begins and ends without a row being written: then the feed
-- starts over, and the device drops what it no longer has.
create function own_feed_epoch() returns uuid
language sql stable security definer set search_path = public
  begin atomic
    select case when homeward_role() = 'supervisor' and standing_in(homeward_actor()) <> '{}'
      then overlay(overlay(md5(e.epoch::text || standing_in(homeward_actor())::text)
        placing '4' from 13) placing '8' from 17)::uuid else e.epoch end
    from feed_epoch e;
  end;
do $$
declare
  name text;
begin
  foreach name in array array['standing_in(uuid)', 'stand_in_candidates()', 'own_feed_epoch()'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('revoke execute on function %s from public', name);
    if name not like 'standing%' then
      execute format('grant execute on function %s to homeward_app', name);
    end if;
  end loop;
end
$$;
