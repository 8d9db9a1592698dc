-- What protects people: concerns, requests by authorities, erasure, parked commands, and who read what.

-- A task may be known to fewer than the file: that a concern is being looked into tips somebody off.
alter table task add column compartment text not null default 'general';
drop policy in_reach on task;
create policy in_reach on task for select to homeward_app using (
  case_id = (select homeward_case())
  or exists (select from case_reach r where r.case_id = task.case_id and r.compartment = task.compartment)
);

-- Lists of what waits; what was said stands in the facts.
create table concern (
  id uuid not null,
  case_id uuid not null references case_head (case_id),
  about text not null,
  urgency text not null check (urgency in ('now', 'soon')),
  raised_by uuid not null,
  raised_role text not null,
  raised_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  closed_by uuid,
  closed_at timestamptz(3),
  outcome text,
  -- Both: an id is made by whoever says it, and must not collide with that of a file beyond reach.
  primary key (case_id, id)
);
create index concern_open on concern (due_at) where closed_at is null;

create table authority_request (
  id uuid not null,
  case_id uuid not null references case_head (case_id),
  outcome text not null check (outcome in ('refused', 'limited', 'given_on_paper')),
  asked_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null,
  primary key (case_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['concern', 'authority_request'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy in_reach on %1$I for select to homeward_app using (
      case_id = (select homeward_case())
      or exists (select from case_reach r
        where r.case_id = %1$I.case_id and r.compartment = ''protection''))', name);
    execute format('create policy command_adds on %I for insert to homeward_app
      with check (case_id = (select homeward_case()))', name);
    execute format('create policy command_changes on %I for update to homeward_app
      using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()))', name);
    execute format('grant select, insert, update on %I to homeward_app', name);
  end loop;
  -- Content that was erased leaves the lists: in the command that erases, and by the functions below.
  foreach name in array array['concern', 'authority_request', 'milestone', 'approval', 'referral_packet'] loop
    execute format('create policy command_removes on %I for delete to homeward_app
      using (case_id = (select homeward_case()))', name);
    execute format('grant delete on %I to homeward_app', name);
  end loop;
  foreach name in array array['concern', 'authority_request', 'milestone', 'approval', 'referral_packet',
    'parked_command'] loop
    execute format('create policy reader_finds on %I for select to homeward_reader using (true)', name);
    execute format('create policy reader_removes on %I for delete to homeward_reader using (true)', name);
    execute format('grant select, delete on %I to homeward_reader', name);
  end loop;
end
$$;
-- That authorities asked, how often and how it ended; no person and no content.
create policy officer_counts on authority_request for select to homeward_app
  using (homeward_role() = 'data_protection_officer');

-- All facts of the loaded case, for commands that name earlier ones: the command path has the whole
-- state already, and no route can call this without a loaded case.
create policy reader_finds on fact for select to homeward_reader using (true);
create policy reader_moves on fact for update to homeward_reader using (true);
grant select, update (xid) on fact to homeward_reader;
create function loaded_facts() returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'case_id', f.case_id, 'kind', f.kind,
        'version', f.version, 'compartment', f.compartment,
        'actor', jsonb_build_object('kind', f.actor_kind, 'id', f.actor_id), 'role', f.role,
        'said_at', to_char(f.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'recorded_at', to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'body', b.body::jsonb) order by f.position), '[]')
    from fact f left join fact_body b on b.fact_id = f.id where f.case_id = homeward_case();
  end;
alter function loaded_facts() owner to homeward_reader;
grant execute on function loaded_facts() to homeward_app;

-- Erases the content of one fact of the loaded case; its hashes stay. The row moves, so that devices
-- take the content out too. The hash of the command that said it goes as well: it has no salt.
create policy reader_finds on command_answer for select to homeward_reader using (true);
create policy reader_clears on command_answer for update to homeward_reader using (true);
grant select, update (command_hash) on command_answer to homeward_reader;
create function erase_fact(of_case uuid, of_fact uuid) returns void
language plpgsql security definer set search_path = public as $$
begin
  if homeward_case() is distinct from of_case or not homeward_may('erase', 'general') then
    raise exception 'erase_fact: not allowed';
  end if;
  delete from fact_body b where b.case_id = of_case and b.fact_id = of_fact;
  update fact f set xid = pg_current_xact_id() where f.case_id = of_case and f.id = of_fact;
  -- A fact's id is its command's id but for the last 16 bits.
  update command_answer a set command_hash = '\x'
    where a.case_id = of_case and left(a.command_id::text, 32) = left(of_fact::text, 32);
end
$$;

-- Erases a whole file: every content, every list, all reach; and the person with everything that is
-- known of the person, unless another file of theirs still has content.
create function erase_file(of_case uuid, kept uuid[]) returns void
language plpgsql security definer set search_path = public as $$
declare
  of_person uuid;
  homes uuid[];
  close uuid[];
begin
  if homeward_case() is distinct from of_case or not homeward_may('erase', 'general') then
    raise exception 'erase_file: not allowed';
  end if;
  select h.person_id into of_person from case_head h where h.case_id = of_case;
  delete from fact_body b where b.case_id = of_case and b.fact_id <> all (kept);
  update fact f set xid = pg_current_xact_id() where f.case_id = of_case;
  update command_answer a set command_hash = '\x' where a.case_id = of_case;
  insert into reach_lost (key, case_id, person_id, compartment)
    select c.key, c.case_id, c.person_id, c.compartment from case_reach c where c.case_id = of_case
    on conflict do nothing;
  delete from case_reach c where c.case_id = of_case;
  delete from task t where t.case_id = of_case;
  delete from milestone m where m.case_id = of_case;
  delete from approval a where a.case_id = of_case;
  delete from referral_packet p where p.case_id = of_case;
  delete from concern c where c.case_id = of_case;
  delete from authority_request a where a.case_id = of_case;
  delete from parked_command p where p.case_id = of_case;
  delete from case_file c where c.id = of_case;
  if exists (select from case_head h join fact_body b on b.case_id = h.case_id
      where h.person_id = of_person and h.case_id <> of_case
        and exists (select from case_file c where c.id = h.case_id)) then
    return;
  end if;
  select coalesce(array_agg(m.household_id), '{}') into homes
    from household_member m where m.person_id = of_person;
  select coalesce(array_agg(other), '{}') into close from (
    select k.person_id as other from kinship k where k.relative_id = of_person
    union select k.relative_id from kinship k where k.person_id = of_person
    union select g.child_id from guardianship g where g.guardian_id = of_person
    union select g.guardian_id from guardianship g where g.child_id = of_person) near;
  -- The sealed copy of the list in which the person arrived: without its key nobody reads it.
  delete from arrival_file a using arrival_list_row r
    where r.list_id = a.list_id and r.person_id = of_person;
  update arrival_list_row r set person_id = null where r.person_id = of_person;
  delete from person p where p.id = of_person;
  delete from household h where h.id = any (homes)
    and not exists (select from household_member m where m.household_id = h.id);
  -- Who is left is sent to devices again, without the one who is gone.
  update household h set version = version where h.id = any (homes);
  update person p set version = version where p.id = any (close);
end
$$;
alter function erase_fact(uuid, uuid) owner to homeward_reader;
alter function erase_file(uuid, uuid[]) owner to homeward_reader;
grant execute on function erase_fact(uuid, uuid), erase_file(uuid, uuid[]) to homeward_app;

-- A command that is parked: the supervisors of the file's place are told. Of a file that was erased
-- nothing is kept, whatever a device still sends.
create function keep_parked() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  places uuid[];
begin
  select c.place_path into places from case_file c where c.id = new.case_id;
  if not found then return null; end if;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), supervisor, 'parked_command', jsonb_build_object('case_id', new.case_id),
      new.parked_at
    from holders_of('supervisor', places) as supervisor;
  return new;
end
$$;
alter function keep_parked() owner to homeward_reader;
create trigger keep_parked before insert on parked_command
  for each row execute function keep_parked();
-- What has been settled is content no longer.
grant update (body) on parked_command to homeward_app;
drop policy supervisor_settles on parked_command;
create policy supervisor_settles on parked_command for update to homeward_app using (
  homeward_role() = 'supervisor'
  and exists (select from case_reach r where r.case_id = parked_command.case_id));

-- Who has read a file, as the person may know it and as a guardian may see it: role, organisation and
-- day. That somebody who protects children looked is told to nobody on paper.
create function readings_of(wanted uuid)
returns table (on_day date, role text, organisation_id uuid, action text, times integer)
language sql stable security definer set search_path = public
  begin atomic
    select l.at::date, l.role, l.organisation_id, l.action, count(*)::integer
    from read_log l
    where l.case_id = readings_of.wanted
      and l.action in ('opened', 'printed', 'exported', 'packet_opened')
      and l.role <> 'specialist_protection'
      and exists (select from case_reach r where r.case_id = readings_of.wanted
        and r.compartment = 'general' and r.key = any (homeward_keys())
        and (r.until is null or r.until > now()))
    group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4;
  end;
alter function readings_of(uuid) owner to homeward_reader;
grant execute on function readings_of(uuid) to homeward_app;
create index read_log_at on read_log (at, id);

-- As before; a command whose content was erased has no hash any more and is taken for the same.
-- Takes a command in: either what was answered to it before, or the loaded case. The row in
-- command_answer makes a second sender of the same command wait for the first.
create or replace function open_command(
  of_command uuid, of_hash bytea, of_kind text, of_case uuid, begins_for uuid, at timestamptz
) returns jsonb language plpgsql set search_path = public as $$
declare
  before command_answer;
  loaded record;
  person jsonb;
begin
  insert into command_answer (actor_kind, actor_id, command_id, command_hash, kind, case_id, answered_at)
    values (homeward_actor_kind(), homeward_actor(), of_command, of_hash, of_kind, of_case, at)
    on conflict do nothing;
  if not found then
    select * into before from command_answer a
      where a.actor_id = homeward_actor() and a.command_id = of_command;
    return jsonb_build_object('before', before.answer, 'same', before.command_hash in (of_hash, '\x'));
  end if;
  if begins_for is not null then
    person := begin_case(of_case, begins_for);
    if person is null then return '{}'; end if;
    return jsonb_build_object('person', person, 'person_id', begins_for, 'position', 0, 'hash', '', 'state', null);
  end if;
  select * into loaded from load_case(of_case);
  if not found then return '{}'; end if;
  return jsonb_build_object('person', loaded.person, 'person_id', loaded.person_id,
    'position', loaded.position, 'hash', encode(loaded.hash, 'hex'), 'state', loaded.state);
end
$$;

-- As before, with the compartment of a task.
-- Writes all that a decided command changes in one statement's time: facts, bodies, head, reach, the
-- projections that every command touches, and the answer.
create or replace function write_command(of_command uuid, of_case uuid, written jsonb) returns void
language plpgsql set search_path = public as $$
begin
  insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id, role,
      device_id, said_at, recorded_at, body_hash, previous_hash, hash)
    select f.id, of_case, f.position, f.kind, f.version, f.compartment, homeward_actor_kind(),
      homeward_actor(), homeward_role(), f.device_id, f.said_at, f.recorded_at,
      decode(f.body_hash, 'hex'), decode(f.previous_hash, 'hex'), decode(f.hash, 'hex')
    from jsonb_to_recordset(written -> 'facts') as f(id uuid, position integer, kind text,
      version smallint, compartment text, device_id uuid, said_at timestamptz,
      recorded_at timestamptz, body_hash text, previous_hash text, hash text);
  insert into fact_body (fact_id, case_id, compartment, body, salt)
    select f.id, of_case, f.compartment, f.body, decode(f.salt, 'hex')
    from jsonb_to_recordset(written -> 'facts') as f(id uuid, compartment text, body text, salt text);
  perform save_case(of_case, (written ->> 'expected')::integer, (written ->> 'reached')::integer,
    decode(written ->> 'hash', 'hex'), written -> 'state');
  insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
      worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
    select * from jsonb_to_record(written -> 'row') as r(id uuid, number text, person_id uuid,
      model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
      worker_id uuid, open_needs integer, urgent_needs integer, last_met_on date, next_on date,
      conflicts integer, opened_at timestamptz, closed_at timestamptz)
    on conflict (id) do update set model_id = excluded.model_id, place_id = excluded.place_id,
      place_path = excluded.place_path, stage = excluded.stage, stage_since = excluded.stage_since,
      worker_id = excluded.worker_id, open_needs = excluded.open_needs,
      urgent_needs = excluded.urgent_needs, last_met_on = excluded.last_met_on,
      next_on = excluded.next_on, conflicts = excluded.conflicts, closed_at = excluded.closed_at,
      xid = pg_current_xact_id();
  if written -> 'tasks' is not null then
    delete from task t where t.case_id = of_case and not exists (
      select from jsonb_to_recordset(written -> 'tasks') as r(kind text, ref text)
      where r.kind = t.kind and r.ref = t.ref);
    insert into task (case_id, person_id, kind, ref, account_id, due_at, compartment, details)
      select of_case, (written -> 'row' ->> 'person_id')::uuid, r.kind, r.ref, r.account_id, r.due_at,
        coalesce(r.compartment, 'general'), r.details
      from jsonb_to_recordset(written -> 'tasks')
        as r(kind text, ref text, account_id uuid, due_at timestamptz, compartment text, details jsonb)
      on conflict (case_id, kind, ref) do update set account_id = excluded.account_id,
        due_at = excluded.due_at, details = excluded.details, xid = pg_current_xact_id()
        where (task.account_id, task.due_at, task.details)
          is distinct from (excluded.account_id, excluded.due_at, excluded.details);
  end if;
  if written -> 'reach' is not null then
    perform set_reach(of_case, written -> 'reach');
  end if;
  update command_answer set answer = written -> 'answer'
    where actor_id = homeward_actor() and command_id = of_command;
  if not found then raise exception 'write_command: the command was not opened'; end if;
end
$$;
