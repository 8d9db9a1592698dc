-- The same rules at less cost. A function that asks a table is asked once a statement and not once a
-- row: `(select …)` without a column of the row is worked out before the first row.
do $$
declare
  p record;
  wrapped text := '(select \1)';
  asked text := '(homeward_may\(''[a-z_]+''::text, ''[a-z_]+''::text\))';
begin
  for p in select * from pg_policies
    where schemaname = 'public' and (qual ~ 'homeward_may\(' or with_check ~ 'homeward_may\(') loop
    execute format('alter policy %I on %I', p.policyname, p.tablename)
      || coalesce(' using (' || regexp_replace(p.qual, asked, wrapped, 'g') || ')', '')
      || coalesce(' with check (' || regexp_replace(p.with_check, asked, wrapped, 'g') || ')', '');
  end loop;
end
$$;

alter policy writer_appends on fact with check (
  actor_id = (select homeward_actor()) and role = (select homeward_role())
  and compartment = any (array(
    select r.compartment from role_right r where r.role = homeward_role() and r.verb <> 'read'))
  and exists (select from case_reach r where r.case_id = fact.case_id)
  and ((select homeward_role()) <> 'partner' or kind like 'referral\_%' or kind like 'concern\_%'
    or kind = 'stage_entered')
);
alter policy writer_appends on fact_body with check (
  compartment = any (array(
    select r.compartment from role_right r where r.role = homeward_role() and r.verb <> 'read'))
  and exists (select from case_reach r where r.case_id = fact_body.case_id)
);
-- The policy of case_reach shows the actor's own keys only: asking for them again costs and adds nothing.
alter policy in_reach on fact using (exists (select from case_reach r
  where r.case_id = fact.case_id and r.compartment = fact.compartment));
alter policy in_reach on fact_body using (exists (select from case_reach r
  where r.case_id = fact_body.case_id and r.compartment = fact_body.compartment));
drop function homeward_may_write(text);

-- As before. `known` is the hash of the head whose state the caller still holds: then the state, which
-- is most of the answer, is not read again. Null where there is no such file for the actor.
drop function load_case(uuid);
create function load_case(wanted uuid, known bytea default null) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  head case_head;
begin
  if not exists (
    select from case_reach r
    where r.case_id = wanted and r.key = any ((select homeward_keys())::text[])
      and (r.until is null or r.until > now())
  ) then
    return null;
  end if;
  perform set_config('homeward.case', wanted::text, true);
  select * into head from case_head h where h.case_id = wanted for update;
  if not found then return null; end if;
  return jsonb_build_object('person', person_summary(head.person_id), 'person_id', head.person_id,
    'position', head.position, 'hash', encode(head.hash, 'hex'))
    || case when head.hash = known then '{}' else jsonb_build_object('state', head.state) end;
end
$$;
alter function load_case(uuid, bytea) owner to homeward_reader;
grant execute on function load_case(uuid, bytea) to homeward_app;

drop function open_command(uuid, bytea, text, uuid, uuid, timestamptz);
create function open_command(
  of_command uuid, of_hash bytea, of_kind text, of_case uuid, begins_for uuid, at timestamptz,
  known bytea default null
) returns jsonb language plpgsql set search_path = public as $$
declare
  before command_answer;
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
  if begins_for is null then return coalesce(load_case(of_case, known), '{}'); end if;
  person := begin_case(of_case, begins_for);
  if person is null then return '{}'; end if;
  return jsonb_build_object('person', person, 'person_id', begins_for, 'position', 0, 'hash', '', 'state', null);
end
$$;
grant execute on function open_command(uuid, bytea, text, uuid, uuid, timestamptz, bytea) to homeward_app;

-- As before; the row of a file that is there already is changed, without the cost of trying to add it.
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
  update case_file c set model_id = r.model_id, place_id = r.place_id, place_path = r.place_path,
      stage = r.stage, stage_since = r.stage_since, worker_id = r.worker_id,
      open_needs = r.open_needs, urgent_needs = r.urgent_needs, last_met_on = r.last_met_on,
      next_on = r.next_on, conflicts = r.conflicts, closed_at = r.closed_at,
      xid = pg_current_xact_id()
    from jsonb_to_record(written -> 'row') as r(model_id uuid, place_id uuid, place_path uuid[],
      stage text, stage_since timestamptz, worker_id uuid, open_needs integer, urgent_needs integer,
      last_met_on date, next_on date, conflicts integer, closed_at timestamptz)
    where c.id = of_case;
  if not found then
    insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
        worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
      select * from jsonb_to_record(written -> 'row') as r(id uuid, number text, person_id uuid,
        model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
        worker_id uuid, open_needs integer, urgent_needs integer, last_met_on date, next_on date,
        conflicts integer, opened_at timestamptz, closed_at timestamptz);
  end if;
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

-- Rows that every command changes find room on their own page, and no index is touched.
alter table case_head set (fillfactor = 70);
alter table case_file set (fillfactor = 80);
alter table command_answer set (fillfactor = 80);
