-- The state of a head is most of what a command would write, and it follows from the facts. It is written
-- every few facts only; in between it stands where `state_at` says, and the facts after that position are
-- folded onto it (decision 0008). Null = the state is that of the head's own position.
alter table case_head add column state_at integer check (state_at between 1 and position);

-- As before; without `new_state` the state stays behind where it is.
create or replace function save_case(
  wanted uuid, expected integer, reached integer, new_hash bytea, new_state jsonb
) returns void language plpgsql security definer set search_path = public as $$
begin
  if homeward_case() is distinct from wanted then
    raise exception 'save_case: the case was not loaded in this transaction';
  end if;
  if new_state is null then
    update case_head h set position = reached, hash = new_hash, state_at = coalesce(h.state_at, h.position)
      where h.case_id = wanted and h.position = expected;
  else
    update case_head h set position = reached, hash = new_hash, state = new_state, state_at = null
      where h.case_id = wanted and h.position = expected;
  end if;
  if not found then raise exception 'save_case: the case moved on'; end if;
end
$$;

-- As before; with the position of the stored state, and the facts after it where the state is told at all.
create or replace function load_case(wanted uuid, known bytea default null) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  head record;
  told jsonb;
begin
  if not exists (
    select from case_reach r
    where r.case_id = wanted and r.key = any ((select homeward_keys())::text[])
      and (r.until is null or r.until > now())
  ) then
    return null;
  end if;
  perform set_config('homeward.case', wanted::text, true);
  select h.person_id, h.position, h.hash, h.state_at,
      case when h.hash is distinct from known then h.state end as state
    into head from case_head h where h.case_id = wanted for update;
  if not found then return null; end if;
  told := jsonb_build_object('person', person_summary(head.person_id), 'person_id', head.person_id,
    'position', head.position, 'hash', encode(head.hash, 'hex'),
    'state_at', coalesce(head.state_at, head.position));
  if head.state is null then return told; end if;
  told := told || jsonb_build_object('state', head.state);
  if head.state_at is null then return told; end if;
  return told || jsonb_build_object('later', facts_after(wanted, head.state_at));
end
$$;

-- The facts of a case after a position, as the rules read them.
create function facts_after(of_case uuid, after integer) returns jsonb
language sql stable security invoker set search_path = public
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'case_id', f.case_id, 'kind', f.kind,
        'version', f.version, 'compartment', f.compartment,
        'actor', jsonb_build_object('kind', f.actor_kind, 'id', f.actor_id), 'role', f.role,
        'said_at', to_char(f.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'recorded_at', to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'body', b.body::jsonb) order by f.position), '[]')
    from fact f left join fact_body b on b.fact_id = f.id
    where f.case_id = facts_after.of_case and f.position > facts_after.after;
  end;
grant execute on function facts_after(uuid, integer) to homeward_reader;

-- As before, said once.
create or replace function loaded_facts() returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select facts_after(homeward_case(), 0);
  end;

-- As before; for an account without a role nothing is opened. The command is asked for in the same round
-- trip that names the actor, before anybody has looked at the role.
create or replace function open_command(
  of_command uuid, of_hash bytea, of_kind text, of_case uuid, begins_for uuid, at timestamptz,
  known bytea default null
) returns jsonb language plpgsql set search_path = public as $$
declare
  before command_answer;
  person jsonb;
begin
  if homeward_role() is null then return '{}'; end if;
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
