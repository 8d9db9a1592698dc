-- The command path in two calls, so that a command costs four round trips. Both run with the rights
-- of the caller: row-level security holds inside.

-- Takes a command in: either what was answered to it before, or the loaded case. The row in
-- command_answer makes a second sender of the same command wait for the first.
create function open_command(
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
    return jsonb_build_object('before', before.answer, 'same', before.command_hash = of_hash);
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

-- Writes all that a decided command changes in one statement's time: facts, bodies, head, reach, the
-- projections that every command touches, and the answer.
create function write_command(of_command uuid, of_case uuid, written jsonb) returns void
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
    insert into task (case_id, person_id, kind, ref, account_id, due_at, details)
      select of_case, (written -> 'row' ->> 'person_id')::uuid, r.kind, r.ref, r.account_id, r.due_at, r.details
      from jsonb_to_recordset(written -> 'tasks')
        as r(kind text, ref text, account_id uuid, due_at timestamptz, details jsonb)
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
grant execute on function open_command(uuid, bytea, text, uuid, uuid, timestamptz),
  write_command(uuid, uuid, jsonb) to homeward_app;
