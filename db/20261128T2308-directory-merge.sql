-- Two entries of the directory that are one (decision 12). The one that goes keeps its row, so that what was sent, booked
-- and written down under it still says what it said; `merged_into` names the one that answers for it now.
alter table organisation
  add column merged_into uuid references organisation,
  add constraint organisation_is_not_in_itself check (merged_into <> id);
alter table service
  add column merged_into uuid references service,
  add constraint merged_service_takes_nothing check (merged_into is null or (not active and merged_into <> id));
create index organisation_merged on organisation (merged_into) where merged_into is not null;
create index service_merged on service (merged_into) where merged_into is not null;

-- The entry that answers for another now; itself where it was not merged.
create function standing_service(wanted uuid) returns uuid
  language sql stable set search_path = public
begin atomic
  with recursive standing as (
    select s.id, s.merged_into from service s where s.id = standing_service.wanted
    union select s.id, s.merged_into from service s join standing t on s.id = t.merged_into)
  select id from standing where merged_into is null;
end;
create function standing_organisation(wanted uuid) returns uuid
  language sql stable set search_path = public
begin atomic
  with recursive standing as (
    select o.id, o.merged_into from organisation o where o.id = standing_organisation.wanted
    union select o.id, o.merged_into from organisation o join standing t on o.id = t.merged_into)
  select id from standing where merged_into is null;
end;
revoke execute on function standing_service(uuid), standing_organisation(uuid) from public;
grant execute on function standing_service(uuid), standing_organisation(uuid) to homeward_app;

-- Merging never changes who reads: an organisation with accounts, clients, webhooks or groups is the one that stays.
create function organisation_has_receivers(wanted uuid) returns boolean
  language sql stable security definer set search_path = public
begin atomic
  select homeward_role() = 'coordinator' and (
    exists (select from role_grant g where g.organisation_id = organisation_has_receivers.wanted
      and g.revoked_at is null)
    or exists (select from client c where c.organisation_id = organisation_has_receivers.wanted
      and c.withdrawn_at is null)
    or exists (select from webhook w where w.organisation_id = organisation_has_receivers.wanted
      and w.withdrawn_at is null)
    or exists (select from community_group g where g.organisation_id = organisation_has_receivers.wanted
      and g.ended_on is null));
end;
alter function organisation_has_receivers(uuid) owner to homeward_reader;
revoke execute on function organisation_has_receivers(uuid) from public;
grant execute on function organisation_has_receivers(uuid) to homeward_app;

-- A merge with all that undoing it needs: how both stood before, how the one that stays stood after, what moved.
create table directory_merge (
  id uuid primary key,
  kind text not null check (kind in ('service', 'organisation')),
  kept_id uuid not null,
  merged_id uuid not null,
  chosen jsonb not null,
  before jsonb not null,
  after jsonb not null,
  moved jsonb not null,
  merged_by uuid not null,
  merged_at timestamptz(3) not null,
  undone_by uuid,
  undone_at timestamptz(3),
  constraint two_entries check (kept_id <> merged_id),
  constraint undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index directory_merge_at on directory_merge (merged_at desc, id);
create unique index one_merge_at_a_time on directory_merge (merged_id) where undone_at is null;

-- Pairs that somebody looked at and found to be two.
create table directory_distinct (
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid not null,
  said_at timestamptz(3) not null,
  primary key (one_id, other_id),
  constraint in_order check (one_id < other_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['directory_merge', 'directory_distinct'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy coordinator_reads on %I for select to homeward_app
      using (homeward_role() = ''coordinator'')', name);
  end loop;
end
$$;
create policy coordinator_merges on directory_merge for insert to homeward_app
  with check (homeward_role() = 'coordinator' and merged_by = homeward_actor() and undone_at is null);
create policy coordinator_undoes on directory_merge for update to homeward_app
  using (homeward_role() = 'coordinator' and undone_at is null)
  with check (undone_by = homeward_actor());
grant select, insert, update (undone_by, undone_at) on directory_merge to homeward_app;
create policy coordinator_says on directory_distinct for insert to homeward_app
  with check (homeward_role() = 'coordinator' and said_by = homeward_actor());
grant select, insert on directory_distinct to homeward_app;
