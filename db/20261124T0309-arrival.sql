-- Arrival lists: what was imported from which row, never the file itself and never an unmapped column.
-- The officer's file is a sealed copy on disk; its key is the row in arrival_file and goes with it.
create table arrival_list (
  id uuid primary key,
  created_by uuid not null,
  -- The intake officer's place at the upload, nearest first: officers there and above see the list.
  place_path uuid[] not null,
  -- Where people go whose row names no place.
  default_place_id uuid references place,
  state text not null check (state in ('open', 'checking', 'checked', 'importing', 'interrupted',
    'imported', 'undoing', 'undone', 'cancelled', 'expired')),
  -- Columns by number (ArrivalMapping), how the file is read, and what was found: rows and codes.
  mapping jsonb,
  reading jsonb not null default '{}',
  report jsonb,
  problem jsonb,
  phase text,
  rows_read integer not null default 0,
  rows_done integer not null default 0,
  worked_at timestamptz(3),
  uploaded_at timestamptz(3) not null,
  imported_at timestamptz(3),
  undone_at timestamptz(3)
);
create table arrival_file (
  list_id uuid primary key references arrival_list on delete cascade,
  key bytea not null,
  bytes integer not null,
  expires_at timestamptz(3) not null
);
-- A row that is here has been imported: repeating an import passes over it. `facts` = how many facts
-- the import wrote; a file with more has been worked on.
create table arrival_list_row (
  list_id uuid not null references arrival_list on delete cascade,
  row integer not null,
  person_id uuid,
  case_id uuid not null,
  facts smallint not null,
  primary key (list_id, row)
);
create index arrival_list_row_person on arrival_list_row (person_id);
create index arrival_list_row_case on arrival_list_row (case_id);

do $$
declare
  name text;
begin
  foreach name in array array['arrival_list', 'arrival_file', 'arrival_list_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy reader_all on %I to homeward_reader using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to homeward_reader', name);
  end loop;
end
$$;
create policy officer_reads on arrival_list for select to homeward_app
  using (homeward_role() = 'intake_officer' and in_my_place(place_path));
create policy officer_adds on arrival_list for insert to homeward_app
  with check (homeward_role() = 'intake_officer' and created_by = homeward_actor()
    and in_my_place(place_path));
create policy officer_changes on arrival_list for update to homeward_app
  using (homeward_role() = 'intake_officer' and in_my_place(place_path));
grant select, insert, update on arrival_list to homeward_app;

create policy officer_reads on arrival_file for select to homeward_app
  using (exists (select from arrival_list l where l.id = list_id));
create policy officer_adds on arrival_file for insert to homeward_app
  with check (exists (select from arrival_list l where l.id = list_id));
create policy officer_removes on arrival_file for delete to homeward_app
  using (exists (select from arrival_list l where l.id = list_id));
grant select, insert, delete on arrival_file to homeward_app;

create policy officer_reads on arrival_list_row for select to homeward_app
  using (exists (select from arrival_list l where l.id = list_id));
grant select on arrival_list_row to homeward_app;

-- What a list brought in is shown to a human beside whom it resembles, known before or on the same list.
create function flag_list_duplicates(of_list uuid, pairs jsonb, flagged_at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not homeward_may('open', 'general') or homeward_role() is distinct from 'intake_officer' then
    raise exception 'flag_list_duplicates: no right';
  end if;
  insert into likely_duplicate (id, person_id, other_person_id, level, reasons, found_at)
    select f.id, f.person_id, f.other_person_id, f.level, f.reasons, flagged_at
    from jsonb_to_recordset(pairs) as f(id uuid, person_id uuid, other_person_id uuid, level text,
      reasons text[])
    where exists (select from arrival_list_row r
        where r.list_id = of_list and r.person_id = f.person_id)
      and exists (select from person p where p.id = f.other_person_id)
    on conflict do nothing;
end
$$;
alter function flag_list_duplicates(uuid, jsonb, timestamptz) owner to homeward_reader;
grant execute on function flag_list_duplicates(uuid, jsonb, timestamptz) to homeward_app;

-- Since when somebody is guardian is often not known.
alter table guardianship alter column from_day drop not null;
-- A case whose import was undone stays as erased facts; its person is gone.
alter table case_head drop constraint case_head_person_id_fkey;

do $$
declare
  name text;
begin
  foreach name in array array['person', 'safe_contact', 'person_name_key', 'person_block', 'household',
    'household_member', 'kinship', 'guardianship', 'homecoming', 'homecoming_operation',
    'fact', 'fact_body', 'case_file', 'task', 'command_answer'] loop
    execute format('create policy reader_adds on %I for insert to homeward_reader with check (true)', name);
    execute format('grant insert on %I to homeward_reader', name);
  end loop;
  foreach name in array array['person', 'household', 'fact_body', 'case_file', 'task'] loop
    execute format('create policy reader_removes on %I for delete to homeward_reader using (true)', name);
    execute format('grant delete on %I to homeward_reader', name);
  end loop;
  -- A delete with a condition reads what it deletes.
  foreach name in array array['fact_body', 'task'] loop
    execute format('create policy reader_finds on %I for select to homeward_reader using (true)', name);
    execute format('grant select on %I to homeward_reader', name);
  end loop;
end
$$;

-- Adds people with all that is said of them, many at once: the one place that writes a new person. A
-- check per row of a policy that asks role_right would cost more than the row, so it is asked once here.
create function write_people(written jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  at timestamptz := (written ->> 'at')::timestamptz;
begin
  if not homeward_may('open', 'general') then raise exception 'write_people: no right'; end if;
  insert into person (id, name, former_names, called, sex, birth_date, birth_precision,
      birth_estimated, languages, interpreter_needed, citizenships, papers, kind, created_by, created_at)
    select p.id, p.name, p.former_names, p.called, p.sex, p.birth_date, p.birth_precision,
      p.birth_estimated, p.languages, p.interpreter_needed, p.citizenships, p.papers, p.kind,
      homeward_actor(), at
    from jsonb_to_recordset(written -> 'people') as p(id uuid, name jsonb, former_names jsonb,
      called text, sex text, birth_date date, birth_precision text, birth_estimated boolean,
      languages text[], interpreter_needed boolean, citizenships text[], papers jsonb, kind text);
  insert into person_name_key (person_id, position, folded, tokens, phonetic)
    select * from jsonb_to_recordset(written -> 'name_keys')
      as k(person_id uuid, position integer, folded text, tokens text[], phonetic text[]);
  insert into person_block (key, person_id)
    select unnest(b.keys), b.person_id
    from jsonb_to_recordset(written -> 'blocks') as b(person_id uuid, keys text[])
    on conflict do nothing;
  insert into safe_contact (person_id, contacts)
    select * from jsonb_to_recordset(written -> 'contacts') as c(person_id uuid, contacts jsonb);
  -- A family may be spread over several calls.
  insert into household (id, place_id, family_number, created_by, created_at)
    select h.id, h.place_id, h.family_number, homeward_actor(), at
    from jsonb_to_recordset(written -> 'households') as h(id uuid, place_id uuid, family_number text)
    on conflict (id) do nothing;
  insert into household_member (id, household_id, person_id, relation, from_day)
    select * from jsonb_to_recordset(written -> 'members')
      as m(id uuid, household_id uuid, person_id uuid, relation text, from_day date);
  insert into kinship (id, person_id, relative_id, kind, parent_state, from_day)
    select * from jsonb_to_recordset(written -> 'kinships')
      as k(id uuid, person_id uuid, relative_id uuid, kind text, parent_state text, from_day date);
  insert into guardianship (id, child_id, guardian_id, institution, kind, contested, from_day)
    select * from jsonb_to_recordset(written -> 'guardianships') as g(id uuid, child_id uuid,
      guardian_id uuid, institution text, kind text, contested boolean, from_day date);
  insert into homecoming (id, person_id, context, arrived_on, from_country, arrival_place_id, arrival_list_id)
    select * from jsonb_to_recordset(written -> 'homecomings')
      as c(id uuid, person_id uuid, context text, arrived_on date, from_country text,
        arrival_place_id uuid, arrival_list_id uuid);
  insert into homecoming_operation (homecoming_id, label)
    select * from jsonb_to_recordset(written -> 'operations') as o(homecoming_id uuid, label text);
end
$$;
alter function write_people(jsonb) owner to homeward_reader;
grant execute on function write_people(jsonb) to homeward_app;

-- open_command() and write_command() for many openings of files at once: the same rows, the same
-- hashes, decided by the same rules. Only for people whom the caller made.
create function open_cases(written jsonb) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not homeward_may('open', 'general') then raise exception 'open_cases: no right'; end if;
  if exists (
    select from jsonb_to_recordset(written -> 'cases') as c(person_id uuid)
    left join person p on p.id = c.person_id and p.created_by = homeward_actor()
    where p.id is null
  ) then raise exception 'open_cases: a person of somebody else'; end if;
  insert into case_head (case_id, person_id, position, hash, state)
    select c.case_id, c.person_id, c.position, decode(c.hash, 'hex'), c.state
    from jsonb_to_recordset(written -> 'cases')
      as c(case_id uuid, person_id uuid, position integer, hash text, state jsonb);
  insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id, role,
      device_id, said_at, recorded_at, body_hash, previous_hash, hash)
    select f.id, f.case_id, f.position, f.kind, f.version, f.compartment, homeward_actor_kind(),
      homeward_actor(), homeward_role(), null, f.said_at, f.recorded_at,
      decode(f.body_hash, 'hex'), decode(f.previous_hash, 'hex'), decode(f.hash, 'hex')
    from jsonb_to_recordset(written -> 'facts') as f(id uuid, case_id uuid, position integer,
      kind text, version smallint, compartment text, said_at timestamptz, recorded_at timestamptz,
      body_hash text, previous_hash text, hash text);
  insert into fact_body (fact_id, case_id, compartment, body, salt)
    select f.id, f.case_id, f.compartment, f.body, decode(f.salt, 'hex')
    from jsonb_to_recordset(written -> 'facts')
      as f(id uuid, case_id uuid, compartment text, body text, salt text);
  insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
      worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
    select * from jsonb_to_recordset(written -> 'rows') as r(id uuid, number text, person_id uuid,
      model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
      worker_id uuid, open_needs integer, urgent_needs integer, last_met_on date, next_on date,
      conflicts integer, opened_at timestamptz, closed_at timestamptz);
  insert into task (case_id, person_id, kind, ref, account_id, due_at, details)
    select * from jsonb_to_recordset(written -> 'tasks')
      as t(case_id uuid, person_id uuid, kind text, ref text, account_id uuid, due_at timestamptz,
        details jsonb);
  insert into case_reach (case_id, person_id, key, compartment, until)
    select distinct on (r.key, c.case_id, r.compartment) c.case_id, c.person_id, r.key, r.compartment, r.until
    from jsonb_to_recordset(written -> 'cases') as c(case_id uuid, person_id uuid, reach jsonb),
      jsonb_to_recordset(c.reach) as r(key text, compartment text, until timestamptz);
  insert into command_answer (actor_kind, actor_id, command_id, command_hash, kind, case_id, answer,
      answered_at)
    select homeward_actor_kind(), homeward_actor(), a.command_id, decode(a.command_hash, 'hex'),
      'open_case', a.case_id, '{"answer": "applied"}', a.answered_at
    from jsonb_to_recordset(written -> 'answers')
      as a(command_id uuid, command_hash text, case_id uuid, answered_at timestamptz);
end
$$;
alter function open_cases(jsonb) owner to homeward_reader;
grant execute on function open_cases(jsonb) to homeward_app;

-- Which rows of this batch the list has imported already; holds the list, so that two imports of one
-- list take turns.
create function hold_arrival_list(wanted uuid) returns text
language plpgsql security definer set search_path = public as $$
declare
  held text;
begin
  select l.state into held from arrival_list l
    where l.id = wanted and homeward_role() = 'intake_officer' and in_my_place(l.place_path) for update;
  return held;
end
$$;
create function note_arrival_rows(wanted uuid, imported jsonb) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from arrival_list l where l.id = wanted and l.state = 'importing'
      and homeward_role() = 'intake_officer' and in_my_place(l.place_path)) then
    raise exception 'note_arrival_rows: the list is not being imported';
  end if;
  insert into arrival_list_row (list_id, row, person_id, case_id, facts)
    select wanted, r.row, r.person_id, r.case_id, r.facts
    from jsonb_to_recordset(imported) as r(row integer, person_id uuid, case_id uuid, facts smallint);
end
$$;
alter function hold_arrival_list(uuid) owner to homeward_reader;
alter function note_arrival_rows(uuid, jsonb) owner to homeward_reader;
grant execute on function hold_arrival_list(uuid), note_arrival_rows(uuid, jsonb) to homeward_app;

-- The register's people who share a blocking key with a row of a list, with what a comparison needs and
-- nothing else: for the import by an intake officer only. A key that too many share tells nothing.
create function register_matches(row_numbers integer[], row_keys text[], of_list uuid)
returns table ("row" integer, person_id uuid, names jsonb, sex text, birth_date date,
  birth_precision text, birth_estimated boolean, citizenships text[], papers jsonb)
language plpgsql stable security definer set search_path = public as $$
begin
  if homeward_role() is distinct from 'intake_officer' then
    raise exception 'register_matches: for intake officers';
  end if;
  return query
    with given as (
      select g.row, g.key from unnest(row_numbers, row_keys) as g(row, key)
    ), found as (
      select k.key, near.people from (select distinct g.key from given g) k
      cross join lateral (
        select array_agg(b.person_id) as people from (
          select o.person_id from person_block o where o.key = k.key limit 41) b
      ) near
      where cardinality(near.people) <= 40
    ), pair as (
      select distinct g.row, other from given g join found f on f.key = g.key, unnest(f.people) other
    )
    select pair.row, p.id, jsonb_build_array(p.name) || p.former_names, p.sex, p.birth_date,
      p.birth_precision, p.birth_estimated, p.citizenships, p.papers
    from pair join person p on p.id = pair.other
    where of_list is null or not exists (
      select from arrival_list_row r where r.person_id = p.id and r.list_id = of_list);
end
$$;
alter function register_matches(integer[], text[], uuid) owner to homeward_reader;
grant execute on function register_matches(integer[], text[], uuid) to homeward_app;

-- Begins to undo an import: answers how many files have been worked on; only where that is 0 all reach
-- to its files ends, so that nobody begins work on them meanwhile. null: no such list for this actor.
create function begin_undo(wanted uuid) returns integer
language plpgsql security definer set search_path = public as $$
declare
  held text := hold_arrival_list(wanted);
  worked integer;
begin
  if held is null or held not in ('imported', 'interrupted', 'undoing') then return null; end if;
  if held = 'undoing' then return 0; end if;
  perform from case_head h join arrival_list_row r on r.case_id = h.case_id and r.list_id = wanted
    order by h.case_id for update of h;
  select count(*) into worked from arrival_list_row r
    join case_head h on h.case_id = r.case_id
    join person p on p.id = r.person_id
    where r.list_id = wanted and (h.position > r.facts or p.version > 1 or exists (
      select from case_head other where other.person_id = r.person_id and other.case_id <> r.case_id));
  if worked > 0 then return worked; end if;
  insert into reach_lost (key, case_id, person_id, compartment)
    select c.key, c.case_id, c.person_id, c.compartment
    from case_reach c join arrival_list_row r on r.case_id = c.case_id and r.list_id = wanted
    on conflict do nothing;
  delete from case_reach c using arrival_list_row r where r.case_id = c.case_id and r.list_id = wanted;
  update arrival_list set state = 'undoing' where id = wanted;
  return 0;
end
$$;

-- Undoes some rows of an import: people, households and returns go; of the file the facts stay with
-- their hashes, their content is erased. Answers how many rows are left.
create function undo_rows(wanted uuid, at_most integer, empty_state jsonb) returns integer
language plpgsql security definer set search_path = public as $$
declare
  people uuid[];
  cases uuid[];
  remaining integer;
begin
  if hold_arrival_list(wanted) is distinct from 'undoing' then
    raise exception 'undo_rows: not begun';
  end if;
  select array_agg(s.person_id), array_agg(s.case_id) into people, cases from (
    select r.person_id, r.case_id from arrival_list_row r
    where r.list_id = wanted and r.person_id is not null order by r.row limit at_most) s;
  delete from fact_body b where b.case_id = any (cases);
  update case_head h set state = empty_state where h.case_id = any (cases);
  delete from task t where t.case_id = any (cases);
  delete from case_file c where c.id = any (cases);
  delete from household h using household_member m
    where m.household_id = h.id and m.person_id = any (people) and not exists (
      select from household_member other where other.household_id = h.id
        and not other.person_id = any (people));
  delete from person p where p.id = any (people);
  update arrival_list_row r set person_id = null where r.list_id = wanted and r.case_id = any (cases);
  select count(*) into remaining from arrival_list_row r where r.list_id = wanted and r.person_id is not null;
  return remaining;
end
$$;
alter function begin_undo(uuid) owner to homeward_reader;
alter function undo_rows(uuid, integer, jsonb) owner to homeward_reader;
grant execute on function begin_undo(uuid), undo_rows(uuid, integer, jsonb) to homeward_app;
create index case_head_person on case_head (person_id);

-- Sealed copies whose time is over: the key goes, and nobody can read what may be left on the disk.
create function expire_arrival_files(at timestamptz) returns setof uuid
language sql security definer set search_path = public as $$
  with gone as (delete from arrival_file f where f.expires_at <= at returning f.list_id), told as (
    update arrival_list l set state = 'expired'
    where l.id in (select list_id from gone) and l.state in ('open', 'checking', 'checked')
  )
  select list_id from gone;
$$;
alter function expire_arrival_files(timestamptz) owner to homeward_reader;
grant execute on function expire_arrival_files(timestamptz) to homeward_app;

-- A row that this transaction has made or moved already need not be moved again: an import would
-- otherwise write each new person four times.
create or replace function moves_person() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'guardianship' then
    update person set version = version
      where id in (new.child_id, new.guardian_id) and xid <> pg_current_xact_id();
  elsif tg_table_name = 'kinship' then
    update person set version = version
      where id in (new.person_id, new.relative_id) and xid <> pg_current_xact_id();
  elsif tg_table_name = 'household_member' then
    update household set version = version
      where id = new.household_id and xid <> pg_current_xact_id();
  else
    update person set version = version where id = new.person_id and xid <> pg_current_xact_id();
  end if;
  return null;
end
$$;
