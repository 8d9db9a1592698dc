-- Files that nobody has yet, shared out by the least cost: what went in and what came out by the numbers of files,
-- with no name and no id of a person. A proposal only; a human confirms it, and each file is then given by a
-- command in that human's name.
create table worker_round (
  id uuid primary key,
  place_id uuid not null references place,
  weights jsonb not null check (jsonb_typeof(weights) = 'object'),
  input text not null,
  input_hash text not null,
  result text not null,
  result_hash text not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'set_aside')),
  ended_by uuid,
  ended_at timestamptz(3),
  -- Why it was set aside.
  words text,
  -- What became of each file when it was given.
  outcome jsonb,
  version integer not null default 1,
  constraint ended_once check ((state = 'proposed') = (ended_by is null))
);
create index worker_round_place on worker_round (place_id, made_at);
alter table worker_round enable row level security;
alter table worker_round force row level security;
create policy owner_all on worker_round to homeward_owner using (true) with check (true);
create policy supervisor_reads on worker_round for select to homeward_app using (
  (select homeward_role()) = 'supervisor' and (select homeward_place()) = any (place_path(place_id)));
create policy supervisor_proposes on worker_round for insert to homeward_app with check (
  homeward_role() = 'supervisor' and made_by = homeward_actor() and state = 'proposed'
  and place_id = homeward_place());
-- What was worked out never changes; its end is said once, by who ends it.
create policy supervisor_ends on worker_round for update to homeward_app
  using (homeward_role() = 'supervisor' and homeward_place() = any (place_path(place_id))
    and state <> 'set_aside')
  with check (homeward_role() = 'supervisor' and ended_by is not null);
grant select, insert on worker_round to homeward_app;
grant update (state, ended_by, ended_at, words, outcome, version) on worker_round to homeward_app;
