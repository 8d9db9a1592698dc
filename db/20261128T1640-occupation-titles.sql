-- Local titles of occupations as the coordinator edits them: they stand in the place of those that come with the
-- program, for that code and that language. An empty list takes those out.
create table occupation_title (
  code text not null check (code ~ '^\d{4}(\.\d{1,3}){0,4}$'),
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- The first is the one that is shown.
  titles text[] not null check (cardinality(titles) <= 20),
  version integer not null default 1,
  primary key (code, language)
);
alter table occupation_title enable row level security;
alter table occupation_title force row level security;
create policy owner_all on occupation_title to homeward_owner using (true) with check (true);
create policy read_all on occupation_title for select to homeward_app
  using (homeward_role() is not null);
create policy coordinator_writes on occupation_title for insert to homeward_app
  with check (homeward_role() = 'coordinator');
create policy coordinator_changes on occupation_title for update to homeward_app
  using (homeward_role() = 'coordinator');
grant select, insert, update on occupation_title to homeward_app;
