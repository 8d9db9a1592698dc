-- The directory of services on the model of HSDS 3 (decision 12). What is searched or guarded stands in columns;
-- what is only read stands in `document`, one checked document an organisation, service and location.
alter table organisation
  -- The id under which others know it; ours is made here.
  add column hsds_id uuid,
  add column document jsonb not null default '{}' check (jsonb_typeof(document) = 'object');
create unique index organisation_hsds on organisation (coalesce(hsds_id, id));

alter table service
  add column hsds_id uuid,
  add column document jsonb not null default '{}' check (jsonb_typeof(document) = 'object'),
  add column minimum_age double precision check (minimum_age between 0 and 150),
  add column maximum_age double precision check (maximum_age between 0 and 150),
  add column serves text not null default 'everybody' check (serves in ('everybody', 'women', 'men')),
  -- Whom one can be seen by; null = not known.
  add column staff text check (staff in ('women', 'men', 'both')),
  add column childcare boolean not null default false,
  -- Given out with what HSDS has no field for. False: as it came from elsewhere.
  add column with_own_fields boolean not null default true,
  add constraint service_ages check (minimum_age <= maximum_age);
create unique index service_hsds on service (coalesce(hsds_id, id));
create index service_need_domain on service (need_domain, place_id);

-- How many are taken and how long one waits: changes often, and is kept by the organisation itself too.
create table service_capacity (
  service_id uuid primary key references service on delete cascade,
  capacity integer check (capacity >= 0),
  places_free integer check (places_free >= 0),
  waiting_days integer check (waiting_days between 0 and 3650),
  -- The day on which somebody last made sure that all this is true.
  assured_on date,
  version integer not null default 1,
  constraint no_more_free_than_there_are check (places_free <= capacity)
);

create table location (
  id uuid primary key,
  organisation_id uuid references organisation,
  place_id uuid references place,
  confidential boolean not null default false,
  document jsonb not null default '{}' check (jsonb_typeof(document) = 'object'),
  version integer not null default 1,
  -- What is confidential is nowhere but in `confidential_address`.
  constraint nothing_of_a_confidential_place check (not confidential
    or document - 'name' - 'location_type' = '{}')
);
create index location_organisation on location (organisation_id);

-- Its own table, as it has its own readers: who refers, the organisation itself, the coordinator who keeps it.
create table confidential_address (
  location_id uuid primary key references location on delete cascade,
  address text not null,
  version integer not null default 1
);

create table service_at_location (
  id uuid primary key,
  service_id uuid not null references service on delete cascade,
  location_id uuid not null references location on delete cascade,
  document jsonb not null default '{}' check (jsonb_typeof(document) = 'object')
);
create index service_at_location_service on service_at_location (service_id);
create index service_at_location_location on service_at_location (location_id);

-- Taxonomies of others and their terms, as they came with a directory.
create table taxonomy_entry (
  id uuid primary key,
  kind text not null check (kind in ('taxonomy', 'term')),
  document jsonb not null check (jsonb_typeof(document) = 'object')
);

do $$
declare
  name text;
begin
  foreach name in array array['service_capacity', 'location', 'confidential_address',
    'service_at_location', 'taxonomy_entry'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    if name <> 'confidential_address' then
      execute format('create policy read_all on %I for select to homeward_app
        using (homeward_role() is not null)', name);
    end if;
    execute format('create policy coordinator_writes on %I for insert to homeward_app
      with check (homeward_role() = ''coordinator'')', name);
    execute format('create policy coordinator_changes on %I for update to homeward_app
      using (homeward_role() = ''coordinator'')', name);
    execute format('create policy coordinator_removes on %I for delete to homeward_app
      using (homeward_role() = ''coordinator'')', name);
    execute format('grant select, insert, update, delete on %I to homeward_app', name);
  end loop;
end
$$;

create policy referrer_reads on confidential_address for select to homeward_app using (
  homeward_role() = 'coordinator' or (select homeward_may('append', 'general'))
  or (homeward_role() = 'partner' and exists (select from location l
    where l.id = location_id and l.organisation_id = homeward_organisation())));

create policy organisation_writes on service_capacity for insert to homeward_app with check (
  homeward_role() = 'partner' and exists (select from service s
    where s.id = service_id and s.organisation_id = homeward_organisation()));
create policy organisation_changes on service_capacity for update to homeward_app using (
  homeward_role() = 'partner' and exists (select from service s
    where s.id = service_id and s.organisation_id = homeward_organisation()));
