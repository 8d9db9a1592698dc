-- Row-level security of people and cases. Every policy compares with settings that begin_actor() and
-- load_case() made for this transaction; case_reach shows only the actor's own keys, so that
-- `exists (… from case_reach …)` elsewhere means "in reach of the actor".
do $$
declare
  name text;
begin
  foreach name in array array[
    'person', 'safe_contact', 'person_name_key', 'person_block', 'household', 'household_member',
    'kinship', 'guardianship', 'homecoming', 'homecoming_operation', 'field_conflict',
    'programme_model', 'case_file', 'case_head', 'fact', 'fact_body', 'case_reach', 'reach_lost',
    'command_answer', 'parked_command', 'task', 'read_log', 'device'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- Reach itself: everybody sees what the own keys open; set_reach() alone writes.
create policy own_keys on case_reach for select to homeward_app
  using (key = any ((select homeward_keys())::text[]) and (until is null or until > now()));
create policy reader_all on case_reach to homeward_reader using (true) with check (true);
grant select on case_reach to homeward_app;
grant select, insert, update, delete on case_reach to homeward_reader;

create policy own_keys on reach_lost for select to homeward_app
  using (key = any ((select homeward_keys())::text[]));
create policy reader_adds on reach_lost for insert to homeward_reader with check (true);
grant select on reach_lost to homeward_app;
grant insert on reach_lost to homeward_reader;

-- Brings the reach of the loaded case to `wanted_rows` ({key, compartment, until}[]): new rows are a
-- gain for the feed of devices, vanished ones are kept in reach_lost for it.
create function set_reach(wanted uuid, wanted_rows jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  of_person uuid;
begin
  if homeward_case() is distinct from wanted then
    raise exception 'set_reach: the case was not loaded in this transaction';
  end if;
  select h.person_id into of_person from case_head h where h.case_id = wanted;
  insert into case_reach (case_id, person_id, key, compartment, until)
    select wanted, of_person, r.key, r.compartment, r.until
    from jsonb_to_recordset(wanted_rows) as r(key text, compartment text, until timestamptz)
    on conflict (key, case_id, compartment) do update set until = excluded.until
      where case_reach.until is distinct from excluded.until;
  with gone as (
    delete from case_reach c where c.case_id = wanted and not exists (
      select from jsonb_to_recordset(wanted_rows) as r(key text, compartment text)
      where r.key = c.key and r.compartment = c.compartment)
    returning c.key, c.compartment
  )
  insert into reach_lost (key, case_id, person_id, compartment)
    select gone.key, wanted, of_person, gone.compartment from gone on conflict do nothing;
end
$$;
alter function set_reach(uuid, jsonb) owner to homeward_reader;
grant execute on function set_reach(uuid, jsonb) to homeward_app;

-- Whether a role may write in a compartment at all; what exactly, the domain decides.
create function homeward_may(wanted_verb text, wanted_compartment text) returns boolean
language sql stable set search_path = public
  begin atomic
    select exists (
      select from role_right r
      where r.role = homeward_role() and r.verb = homeward_may.wanted_verb
        and r.compartment = homeward_may.wanted_compartment
    );
  end;
create function homeward_may_write(wanted_compartment text) returns boolean
language sql stable set search_path = public
  begin atomic
    select exists (
      select from role_right r
      where r.role = homeward_role() and r.verb <> 'read'
        and r.compartment = homeward_may_write.wanted_compartment
    );
  end;
grant execute on function homeward_may(text, text), homeward_may_write(text)
  to homeward_app, homeward_reader;

-- People: in reach through any own case. Relatives without a file: through their household.
create function relatives_in_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct other.person_id
    from case_reach r
    join household_member mine on mine.person_id = r.person_id
    join household_member other on other.household_id = mine.household_id
    join person p on p.id = other.person_id and p.kind = 'relative'
    where r.key = any (homeward_keys()) and r.compartment = 'general'
      and (r.until is null or r.until > now());
  end;
alter function relatives_in_reach() owner to homeward_reader;
grant execute on function relatives_in_reach() to homeward_app;

create policy in_reach on person for select to homeward_app using (
  exists (select from case_reach r where r.person_id = person.id and r.compartment = 'general')
  or (kind = 'relative' and id = any (array(select relatives_in_reach())))
);
create policy opener_adds on person for insert to homeward_app
  with check (homeward_may('open', 'general') and created_by = homeward_actor());
create policy writer_changes on person for update to homeward_app
  using (homeward_may('append', 'general'));
create policy reader_reads on person for select to homeward_reader using (true);
grant select, insert, update on person to homeward_app;
grant select on person to homeward_reader;

-- A row about a person is in reach where the person is: the policy of `person` applies inside.
do $$
declare
  name text;
begin
  foreach name in array array['safe_contact', 'homecoming', 'field_conflict', 'kinship'] loop
    execute format(
      'create policy in_reach on %1$I for select to homeward_app
         using (exists (select from person p where p.id = %1$I.person_id))', name);
  end loop;
  foreach name in array array['safe_contact', 'homecoming', 'field_conflict', 'kinship',
    'household', 'household_member', 'guardianship', 'homecoming_operation',
    'person_name_key', 'person_block'] loop
    execute format(
      'create policy writer_adds on %I for insert to homeward_app
         with check (homeward_may(''append'', ''general''))', name);
    execute format(
      'create policy writer_changes on %I for update to homeward_app
         using (homeward_may(''append'', ''general''))', name);
    execute format('grant select, insert, update on %I to homeward_app', name);
    execute format('create policy reader_reads on %I for select to homeward_reader using (true)', name);
    execute format('grant select on %I to homeward_reader', name);
  end loop;
end
$$;
create policy in_reach on household for select to homeward_app
  using (exists (select from household_member m where m.household_id = household.id));
-- Kinship shows even beyond reach: who belongs to the household is visible, their person row is not.
create function households_in_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct mine.household_id
    from case_reach r join household_member mine on mine.person_id = r.person_id
    where r.key = any (homeward_keys()) and r.compartment = 'general'
      and (r.until is null or r.until > now());
  end;
alter function households_in_reach() owner to homeward_reader;
grant execute on function households_in_reach() to homeward_app;
create policy in_reach on household_member for select to homeward_app
  using (household_id = any (array(select households_in_reach())));
create policy in_reach on guardianship for select to homeward_app using (
  exists (select from person p where p.id = guardianship.child_id)
  or exists (select from person p where p.id = guardianship.guardian_id));
create policy in_reach on homecoming_operation for select to homeward_app using (
  homeward_role() in ('intake_officer', 'caseworker', 'supervisor')
  and exists (select from homecoming h where h.id = homecoming_operation.homecoming_id));
create policy in_reach on person_name_key for select to homeward_app
  using (exists (select from person p where p.id = person_name_key.person_id));
create policy in_reach on person_block for select to homeward_app
  using (exists (select from person p where p.id = person_block.person_id));
grant delete on person_name_key, person_block to homeward_app;
create policy writer_removes on person_name_key for delete to homeward_app
  using (homeward_may('append', 'general'));
create policy writer_removes on person_block for delete to homeward_app
  using (homeward_may('append', 'general'));

create policy read_all on programme_model for select to homeward_app using (homeward_role() is not null);
grant select on programme_model to homeward_app;

-- Facts: by compartment. Append: in reach of the case and with a right to write in the compartment;
-- a receiving service only answers or raises a concern.
create policy in_reach on fact for select to homeward_app using (
  exists (select from case_reach r
    where r.case_id = fact.case_id and r.compartment = fact.compartment
      and r.key = any ((select homeward_keys())::text[]))
);
create policy writer_appends on fact for insert to homeward_app with check (
  actor_id = homeward_actor() and role = homeward_role()
  and homeward_may_write(compartment)
  and exists (select from case_reach r
    where r.case_id = fact.case_id and r.key = any ((select homeward_keys())::text[]))
  and (homeward_role() <> 'partner' or kind like 'referral\_%' or kind like 'concern\_%')
);
grant select, insert on fact to homeward_app;

create policy in_reach on fact_body for select to homeward_app using (
  exists (select from case_reach r
    where r.case_id = fact_body.case_id and r.compartment = fact_body.compartment
      and r.key = any ((select homeward_keys())::text[]))
);
create policy writer_appends on fact_body for insert to homeward_app with check (
  homeward_may_write(compartment)
  and exists (select from case_reach r
    where r.case_id = fact_body.case_id and r.key = any ((select homeward_keys())::text[]))
);
grant select, insert on fact_body to homeward_app;

-- Projections: read in reach, written by the command that loaded the case.
create policy in_reach on case_file for select to homeward_app using (
  id = (select homeward_case())
  or exists (select from case_reach r where r.case_id = case_file.id and r.compartment = 'general')
);
create policy command_adds on case_file for insert to homeward_app
  with check (id = (select homeward_case()));
create policy command_changes on case_file for update to homeward_app
  using (id = (select homeward_case()));
grant select, insert, update on case_file to homeward_app;

create policy in_reach on task for select to homeward_app using (
  case_id = (select homeward_case())
  or exists (select from case_reach r where r.case_id = task.case_id and r.compartment = 'general')
);
create policy command_adds on task for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on task for update to homeward_app
  using (case_id = (select homeward_case()));
create policy command_removes on task for delete to homeward_app
  using (case_id = (select homeward_case()));
grant select, insert, update, delete on task to homeward_app;

-- Own answers, own devices, own trail.
create policy own on command_answer for select to homeward_app using (actor_id = homeward_actor());
create policy own_add on command_answer for insert to homeward_app
  with check (actor_id = homeward_actor());
create policy own_change on command_answer for update to homeward_app
  using (actor_id = homeward_actor());
grant select, insert, update on command_answer to homeward_app;

create policy author_parks on parked_command for insert to homeward_app
  with check (actor_id = homeward_actor());
create policy supervisor_reads on parked_command for select to homeward_app using (
  homeward_role() = 'supervisor'
  and exists (select from case_reach r where r.case_id = parked_command.case_id));
create policy supervisor_settles on parked_command for update to homeward_app
  using (homeward_role() = 'supervisor');
grant select, insert on parked_command to homeward_app;
grant update (settled_by, settled_at) on parked_command to homeward_app;

create policy own on device for select to homeward_app
  using (account_id = homeward_actor() or homeward_role() = 'administrator');
create policy own_add on device for insert to homeward_app with check (account_id = homeward_actor());
create policy own_change on device for update to homeward_app
  using (account_id = homeward_actor() or homeward_role() = 'administrator');
grant select, insert, update on device to homeward_app;

create policy writes_trail on read_log for insert to homeward_app
  with check (actor_id = homeward_actor());
-- Everybody may see what he himself read: repeating a queued entry must find the first one.
create policy own on read_log for select to homeward_app using (actor_id = homeward_actor());
create policy officer_reads on read_log for select to homeward_app
  using (homeward_role() = 'data_protection_officer');
create policy supervisor_reads on read_log for select to homeward_app using (
  homeward_role() = 'supervisor'
  and exists (select from case_reach r where r.case_id = read_log.case_id));
grant select, insert on read_log to homeward_app;

-- The command path's doors to case_head. Without reach there is no row: missing and forbidden alike.
create policy reader_all on case_head to homeward_reader using (true) with check (true);
grant select, insert, update on case_head to homeward_reader;

create function load_case(wanted uuid)
returns table (person_id uuid, "position" integer, hash bytea, state jsonb, person jsonb)
language plpgsql security definer set search_path = public as $$
begin
  if not exists (
    select from case_reach r
    where r.case_id = wanted and r.key = any (homeward_keys()) and (r.until is null or r.until > now())
  ) then
    return;
  end if;
  perform set_config('homeward.case', wanted::text, true);
  return query
    select h.person_id, h.position, h.hash, h.state, person_summary(h.person_id)
    from case_head h where h.case_id = wanted for update;
end
$$;

-- What rules may know of the person (PersonSummary in src/domain/case/command.ts).
create function person_summary(wanted uuid) returns jsonb language sql stable
  set search_path = public
  begin atomic
    select jsonb_build_object(
      'id', p.id,
      'has_name', p.name <> '{}'::jsonb,
      'birth', case when p.birth_date is null then null else jsonb_build_object(
        'date', p.birth_date, 'precision', p.birth_precision,
        'estimated', coalesce(p.birth_estimated, false)) end,
      'languages', p.languages,
      'guardian_ids', (
        select coalesce(jsonb_agg(distinct who), '[]'::jsonb) from (
          select g.guardian_id as who from guardianship g
            where g.child_id = p.id and not g.contested
              and (g.until_day is null or g.until_day >= current_date)
          union
          select k.relative_id from kinship k
            where k.person_id = p.id and k.kind in ('mother', 'father')
              and k.parent_state = 'present' and k.relative_id is not null
        ) holders
      )
    ) from person p where p.id = person_summary.wanted;
  end;

-- Begins a case for a person whom the actor made or reaches. False: no such person, or the case is there.
create function begin_case(wanted uuid, for_person uuid) returns jsonb
language plpgsql security definer set search_path = public as $$
begin
  if not homeward_may('open', 'general') then return null; end if;
  if not exists (
    select from person p where p.id = for_person and (
      p.created_by = homeward_actor()
      or exists (select from case_reach r where r.person_id = p.id and r.compartment = 'general'
        and r.key = any (homeward_keys()) and (r.until is null or r.until > now())))
  ) then return null; end if;
  insert into case_head (case_id, person_id, position, hash, state)
    values (wanted, for_person, 0, '\x', 'null') on conflict do nothing;
  if not found then return null; end if;
  perform set_config('homeward.case', wanted::text, true);
  insert into case_reach (case_id, person_id, key, compartment)
    values (wanted, for_person, 'account:' || homeward_actor(), 'general');
  return person_summary(for_person);
end
$$;

create function save_case(wanted uuid, expected integer, reached integer, new_hash bytea, new_state jsonb)
returns void language plpgsql security definer set search_path = public as $$
begin
  if homeward_case() is distinct from wanted then
    raise exception 'save_case: the case was not loaded in this transaction';
  end if;
  update case_head h set position = reached, hash = new_hash, state = new_state
    where h.case_id = wanted and h.position = expected;
  if not found then raise exception 'save_case: the case moved on'; end if;
end
$$;

alter function load_case(uuid) owner to homeward_reader;
alter function begin_case(uuid, uuid) owner to homeward_reader;
alter function save_case(uuid, integer, integer, bytea, jsonb) owner to homeward_reader;
grant execute on function person_summary(uuid) to homeward_reader;
grant execute on function load_case(uuid), begin_case(uuid, uuid),
  save_case(uuid, integer, integer, bytea, jsonb) to homeward_app;
