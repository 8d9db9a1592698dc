-- A page of files and an opened file are each one statement: it names the actor, reads under the actor's policies and
-- writes the row of the log, in one transaction with one round trip. What is read is what was read before. Two things
-- are asked of a definer in place of a policy for each row, where the answer is known beforehand: whoever has a person
-- in reach, and has been handed nothing of that person to look back at, reads all that lies beside the person; and
-- a key that reaches a file reaches its row and its person.

-- What lies beside a person in reach: null unless the actor has the person in reach now and no file of the person that
-- was given away. Under exactly that condition every policy of these tables says yes.
create function beside_person(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
begin atomic
  select jsonb_build_object(
      'summary', person_summary(wanted),
      'contacts', (select s.contacts from safe_contact s where s.person_id = wanted),
      'kinship', (select coalesce(jsonb_agg(to_jsonb(k) - 'xid'), '[]') from kinship k where k.person_id = wanted),
      'guardianship', (select coalesce(jsonb_agg(to_jsonb(g) - 'xid'), '[]') from guardianship g
        where g.child_id = wanted),
      'conflicts', (select coalesce(jsonb_agg(to_jsonb(f) - 'xid'), '[]') from field_conflict f
        where f.person_id = wanted and f.settled_at is null),
      'returns', (select coalesce(jsonb_agg(to_jsonb(h) - 'xid' - 'arrival_list_id'
          || jsonb_build_object('operation', (select o.label from homecoming_operation o
            where o.homecoming_id = h.id
              and homeward_role() in ('intake_officer', 'caseworker', 'supervisor')))), '[]')
        from homecoming h where h.person_id = wanted),
      'household_ids', (select coalesce(jsonb_agg(m.household_id), '[]') from household_member m
        where m.person_id = wanted and m.until_day is null))
    from (select bool_or(r.compartment = 'general') and bool_and(r.reads_to is null) as plain
      from case_reach r where r.person_id = wanted and r.key = any (homeward_keys())
        and (r.until is null or r.until > now())) reach
    where reach.plain;
end;
alter function beside_person(uuid) owner to homeward_reader;
revoke execute on function beside_person(uuid) from public;
grant execute on function beside_person(uuid) to homeward_app;

-- The households that a person lives in, by the same condition.
create function lived_in(wanted uuid) returns table (id uuid, family_number text)
language sql stable security definer set search_path = public
begin atomic
  select h.id, h.family_number from household h
    where h.id in (select m.household_id from household_member m
        where m.person_id = wanted and m.until_day is null)
      and (select bool_or(r.compartment = 'general') and bool_and(r.reads_to is null)
        from case_reach r where r.person_id = wanted and r.key = any (homeward_keys())
          and (r.until is null or r.until > now()));
end;
alter function lived_in(uuid) owner to homeward_reader;
revoke execute on function lived_in(uuid) from public;
grant execute on function lived_in(uuid) to homeward_app;

-- List row, person and households of one file as it is read by whoever has it in reach now.
create function told_in_reach(wanted uuid) returns table (person_id uuid, model_id uuid, told jsonb)
language sql stable set search_path = public
begin atomic
  select c.person_id, c.model_id, jsonb_build_object('row', to_jsonb(c) - 'xid',
      'person', to_jsonb(p) - 'xid' - 'created_by' || beside.told,
      'households', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number,
          'members', household_members(h.id), 'family_plan', family_plan(h.id))), '[]')
        from lived_in(p.id) h))
    from case_file c join person p on p.id = c.person_id
      cross join lateral (select beside_person(p.id) as told) beside
    where c.id = wanted and beside.told is not null;
end;
revoke execute on function told_in_reach(uuid) from public;
grant execute on function told_in_reach(uuid) to homeward_app;

-- The same of a file that was given away, or of a person of whom one was: as it was then, by every policy.
create function told_as_given(wanted uuid) returns table (person_id uuid, model_id uuid, told jsonb)
language sql stable set search_path = public
begin atomic
  select c.person_id, c.model_id, jsonb_build_object('row', to_jsonb(c) - 'xid' || as_given_away(c.id),
      'person', to_jsonb(p) - 'xid' - 'created_by' || jsonb_build_object(
      'summary', device_person_summary(p.id),
      'contacts', (select s.contacts from safe_contact s where s.person_id = p.id),
      'kinship', (select coalesce(jsonb_agg(to_jsonb(k) - 'xid'), '[]') from kinship k
        where k.person_id = p.id),
      'guardianship', (select coalesce(jsonb_agg(to_jsonb(g) - 'xid'), '[]') from guardianship g
        where g.child_id = p.id),
      'conflicts', (select coalesce(jsonb_agg(to_jsonb(f) - 'xid'), '[]') from field_conflict f
        where f.person_id = p.id and f.settled_at is null),
      'returns', (select coalesce(jsonb_agg(to_jsonb(h) - 'xid' - 'arrival_list_id'
          || jsonb_build_object('operation', (select o.label from homecoming_operation o
            where o.homecoming_id = h.id))), '[]')
        from homecoming h where h.person_id = p.id),
      'household_ids', (select coalesce(jsonb_agg(m.household_id), '[]') from household_member m
        where m.person_id = p.id and m.until_day is null)) || family_as_given(p.id),
      'households', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number,
          'members', household_members(h.id), 'family_plan', family_plan(h.id))), '[]')
        from households_as_read(p.id) m join household_as_read h on h.id = m.id
        where m.lives))
    from case_file c join person_as_read p on p.id = c.person_id where c.id = wanted;
end;
revoke execute on function told_as_given(uuid) from public;
grant execute on function told_as_given(uuid) to homeward_app;

-- One fact as JSON. Kinds, compartments and roles are codes of ours: nothing in them needs an escape. A body is
-- canonical JSON already.
create function told_fact(f fact, place bigint, body text) returns text
language sql stable
return '{"id":"' || f.id || '","case_id":"' || f.case_id || '","kind":"' || f.kind
  || '","version":' || f.version || ',"compartment":"' || f.compartment || '","role":"' || f.role
  || '","said_at":"' || to_char(f.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  || '","recorded_at":"' || to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  || '","actor":{"kind":"' || f.actor_kind || '","id":"' || f.actor_id || '"},"order":' || place
  || ',"body":' || coalesce(body, 'null') || '}';
revoke execute on function told_fact(fact, bigint, text) from public;
grant execute on function told_fact(fact, bigint, text) to homeward_app, homeward_reader;

-- The facts of a file that the actor has in reach now, in their order, each by its compartment: what a file's policies
-- ask for each fact and again for its body is asked once. Empty where a key only looks back at the file.
create function facts_in_reach(wanted uuid) returns text
language sql stable security definer set search_path = public
begin atomic
  with mine as materialized (
    select array_agg(r.compartment) as compartments, bool_and(r.reads_to is null) as plain
      from case_reach r where r.case_id = wanted and r.key = any (homeward_keys())
        and (r.until is null or r.until > now()))
  select coalesce(string_agg(told_fact(f.fact, f.place, f.body), ',' order by f.place), '')
    from (select fact, b.body, row_number() over (order by fact.position) - 1 as place
      from mine, fact left join fact_body b on b.fact_id = fact.id
      where fact.case_id = wanted and mine.plain and fact.compartment = any (mine.compartments)
        and (fact.compartment <> 'protection' or homeward_role() <> 'specialist_psychosocial'
          or fact.kind like 'concern\_%')) f;
end;
alter function facts_in_reach(uuid) owner to homeward_reader;
revoke execute on function facts_in_reach(uuid) from public;
grant execute on function facts_in_reach(uuid) to homeward_app;

-- The facts of a file by the policies alone.
create function facts_as_given(wanted uuid) returns text
language sql stable set search_path = public
begin atomic
  select coalesce(string_agg(told_fact(f.fact, f.place, f.body), ',' order by f.place), '')
    from (select fact, b.body, row_number() over (order by fact.position) - 1 as place
      from fact left join fact_body b on b.fact_id = fact.id where fact.case_id = wanted) f;
end;
revoke execute on function facts_as_given(uuid) from public;
grant execute on function facts_as_given(uuid) to homeward_app;

-- Opens a file: nothing where there is none for this actor, which is written down as well.
-- One plan for every file: to plan anew for each takes longer than to run.
create function open_file(actor_kind text, actor uuid, wanted uuid, log_id uuid, at timestamptz)
  returns table (model_id uuid, told text, facts text)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare
  held record;
  file record;
begin
  select * into held from begin_actor(actor_kind, actor);
  select t.*, facts_in_reach(wanted) as facts into file from told_in_reach(wanted) t;
  if not found then
    select t.*, facts_as_given(wanted) as facts into file from told_as_given(wanted) t;
  end if;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, case_id, person_id, details)
    values (log_id, open_file.at, open_file.actor_kind, actor, coalesce(held.role, 'none'), held.organisation_id,
      case when file.person_id is null then 'denied' else 'opened' end, wanted, file.person_id,
      case when file.person_id is null then '{"said": "open"}'::jsonb else '{}'::jsonb end);
  if file.person_id is null then return; end if;
  model_id := file.model_id;
  told := file.told::text;
  facts := file.facts;
  return next;
end
$$;
revoke execute on function open_file(text, uuid, uuid, uuid, timestamptz) from public;
grant execute on function open_file(text, uuid, uuid, uuid, timestamptz) to homeward_app;

-- The rows of a page of files by the actor's keys: the page is cut from each key's own index before a row of a file or
-- a person is looked at. `listed` is null where every key that reaches the file only looks back at it.
create function page_of_files(after uuid)
  returns table (id uuid, model_id uuid, listed text)
language sql stable security definer set search_path = public
begin atomic
  with page as materialized (
    select r.case_id, bool_and(r.reads_to is not null) as given
      from unnest(homeward_keys()) as k,
        lateral (select c.case_id, c.reads_to from case_reach c
          where c.key = k and c.compartment = 'general' and (c.until is null or c.until > now())
            and c.case_id > coalesce(after, '00000000-0000-0000-0000-000000000000')
          order by c.case_id limit 50) r
      group by r.case_id order by r.case_id limit 50)
  select c.id, c.model_id, case when not page.given then row_to_json(listed)::text end
    from page join case_file c on c.id = page.case_id join person p on p.id = c.person_id,
      lateral (select c.id, c.number, c.person_id, c.model_id, c.place_id, c.stage, c.stage_since,
        c.worker_id, c.open_needs, c.urgent_needs, c.last_met_on, c.next_on, c.conflicts,
        c.opened_at, c.closed_at, p.name, p.sex, p.birth_date, p.birth_precision) listed
    order by c.id;
end;
alter function page_of_files(uuid) owner to homeward_reader;
revoke execute on function page_of_files(uuid) from public;
grant execute on function page_of_files(uuid) to homeward_app;

-- The row of a file that was given away, as it was then.
create function listed_as_given(wanted uuid) returns text
language sql stable set search_path = public
begin atomic
  select (to_jsonb(listed) || as_given_away(c.id))::text
    from case_file c join person_as_read p on p.id = c.person_id,
      lateral (select c.id, c.number, c.person_id, c.model_id, c.place_id, c.stage, c.stage_since,
        c.worker_id, c.open_needs, c.urgent_needs, c.last_met_on, c.next_on, c.conflicts,
        c.opened_at, c.closed_at, p.name, p.sex, p.birth_date, p.birth_precision) listed
    where c.id = wanted;
end;
revoke execute on function listed_as_given(uuid) from public;
grant execute on function listed_as_given(uuid) to homeward_app;

-- Lists the files that the actor reaches, by id, at most fifty: no list names more people on a page.
create function list_files(actor_kind text, actor uuid, after uuid, log_id uuid, at timestamptz)
  returns table (cases text, models uuid[], files integer, last_id uuid)
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan as $$
declare
  held record;
begin
  select * into held from begin_actor(actor_kind, actor);
  select coalesce(string_agg(page.listed, ',' order by page.id), ''),
      coalesce(array_agg(distinct page.model_id), '{}'), count(*)::integer, (max(page.id::text))::uuid
    into cases, models, files, last_id
    from (select p.id, p.model_id, coalesce(p.listed, listed_as_given(p.id)) as listed
      from page_of_files(after) p) page
    where page.listed is not null;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, details)
    values (log_id, list_files.at, list_files.actor_kind, actor, coalesce(held.role, 'none'),
      held.organisation_id, 'listed', jsonb_build_object('rows', files));
  return next;
end
$$;
revoke execute on function list_files(text, uuid, uuid, uuid, timestamptz) from public;
grant execute on function list_files(text, uuid, uuid, uuid, timestamptz) to homeward_app;
