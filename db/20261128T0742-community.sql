-- What a place does together and how ready it is to receive people: of places, never of persons. No column
-- here may point at anybody (a test reads the catalogue for it).
create table community_activity (
  id uuid primary key,
  place_id uuid not null references place,
  activity text not null,
  on_day date not null,
  -- Everybody who came, counted and not named; neighbours and others alike.
  attended integer not null check (attended between 0 and 100000),
  open_to_all boolean not null,
  recorded_at timestamptz(3) not null
);
create index community_activity_place on community_activity (place_id, on_day desc);
create table community_readiness (
  id uuid primary key,
  place_id uuid not null references place,
  words text not null,
  on_day date not null,
  recorded_at timestamptz(3) not null
);
create index community_readiness_place on community_readiness (place_id, on_day desc);
do $$
declare
  name text;
begin
  foreach name in array array['community_activity', 'community_readiness'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy read_all on %I for select to homeward_app
      using (homeward_role() in (''coordinator'', ''supervisor''))', name);
    execute format('create policy coordinator_writes on %I for insert to homeward_app
      with check (homeward_role() = ''coordinator'')', name);
    execute format('create policy coordinator_removes on %I for delete to homeward_app
      using (homeward_role() = ''coordinator'')', name);
    execute format('grant select, insert, delete on %I to homeward_app', name);
  end loop;
end
$$;
