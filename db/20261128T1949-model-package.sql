-- Programme models of other countries that were brought in as signed packages: the file byte for byte, so that
-- its hash and signature can be tried again at any time. No person stands in one: it was checked.
create table model_package (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  file text not null,
  -- The label of the package as it stands in the file, and the public key that signed it.
  manifest jsonb not null check (jsonb_typeof(manifest) = 'object'),
  public_key text not null,
  brought_by uuid not null,
  brought_at timestamptz(3) not null
);
create index model_package_by_time on model_package (brought_at desc, hash);

-- Which part of a draft came from which package. Rows are added only: the newest one of a part holds.
create table model_adoption (
  id uuid primary key,
  draft_id uuid not null references model_draft (id),
  path text not null check (path <> ''),
  package_hash text not null references model_package (hash),
  -- Of the part as it was taken over: another hash today means that it was worked on since.
  value_hash text not null,
  adopted_by uuid not null,
  adopted_at timestamptz(3) not null
);
create index model_adoption_by_draft on model_adoption (draft_id);
create index model_adoption_by_package on model_adoption (package_hash);

do $$
declare
  name text;
begin
  foreach name in array array['model_package', 'model_adoption'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy coordinator_reads on %I for select to homeward_app
      using (homeward_role() = ''coordinator'')', name);
    execute format('grant select, insert on %I to homeward_app', name);
  end loop;
end
$$;
create policy coordinator_brings on model_package for insert to homeward_app
  with check (homeward_role() = 'coordinator' and brought_by = homeward_actor());
create policy coordinator_adopts on model_adoption for insert to homeward_app
  with check (homeward_role() = 'coordinator' and adopted_by = homeward_actor()
    and exists (select from model_draft d where d.id = draft_id and d.ended_at is null));
