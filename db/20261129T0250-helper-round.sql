-- Mentors and rides shared out by the least cost: what went in and what came out by numbers of files and codes of
-- helpers, with no name and no id of a person. A proposal only; another coordinator confirms it, and no file changes.
create table helper_round (
  id uuid primary key,
  place_id uuid not null references place,
  kind text not null check (kind in ('mentor', 'transport')),
  title text not null,
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
  version integer not null default 1,
  constraint ended_once check ((state = 'proposed') = (ended_by is null)),
  constraint nobody_confirms_their_own check (state <> 'confirmed' or ended_by <> made_by)
);
create index helper_round_place on helper_round (place_id, made_at);
alter table helper_round enable row level security;
alter table helper_round force row level security;
create policy owner_all on helper_round to homeward_owner using (true) with check (true);
create policy coordinator_reads on helper_round for select to homeward_app using (
  (select homeward_role()) = 'coordinator' and (select homeward_place()) = any (place_path(place_id)));
create policy coordinator_makes on helper_round for insert to homeward_app with check (
  homeward_role() = 'coordinator' and made_by = homeward_actor() and state = 'proposed'
  and place_id = homeward_place());
-- What was worked out never changes; its end is said once, in the name of whoever says it.
create policy coordinator_ends on helper_round for update to homeward_app
  using (homeward_role() = 'coordinator' and homeward_place() = any (place_path(place_id))
    and state = 'proposed')
  with check (homeward_role() = 'coordinator' and ended_by = homeward_actor()
    and (state <> 'confirmed' or made_by <> homeward_actor()));
grant select, insert on helper_round to homeward_app;
grant update (state, ended_by, ended_at, words, version) on helper_round to homeward_app;

-- Which of these numbers belong to open files of the coordinator's place: a mistyped one is said before anything is
-- worked out. It tells nothing that the number itself does not.
create function open_case_numbers(wanted text[]) returns setof text
language sql stable security definer set search_path = public
  begin atomic
    select c.number from case_file c
    where homeward_role() = 'coordinator' and c.number = any (open_case_numbers.wanted)
      and homeward_place() = any (c.place_path) and c.closed_at is null;
  end;
alter function open_case_numbers(text[]) owner to homeward_reader;
revoke execute on function open_case_numbers(text[]) from public;
grant execute on function open_case_numbers(text[]) to homeward_app;
