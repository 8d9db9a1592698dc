-- What a household agrees to do together, beside each person's own plan. A step names its people: whoever
-- reaches the file of one of them reads the step, and nobody else. When one of those people lives here no
-- more, the step is over for all of them and nobody reads it any longer: neither side learns of the other.
create table family_goal (
  id uuid primary key,
  household_id uuid not null references household on delete cascade,
  domain text not null,
  words text not null,
  said_by uuid not null,
  said_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index family_goal_household on family_goal (household_id);
create table family_step (
  id uuid primary key,
  goal_id uuid not null references family_goal on delete cascade,
  household_id uuid not null references household on delete cascade,
  what text not null,
  -- Whom it is about: never nobody.
  members uuid[] not null constraint family_step_names_somebody check (cardinality(members) > 0),
  -- Who of them said yes; of small children nobody asks it.
  agreed uuid[] not null constraint family_step_agreed_by_its_own check (agreed <@ members),
  -- Who does it: one of them, or (null) the worker.
  owner_id uuid constraint family_step_done_by_its_own check (owner_id = any (members)),
  due_on date not null,
  outcome text check (outcome in ('done', 'not_needed', 'not_done')),
  ended_at timestamptz(3),
  ended_by uuid,
  -- Somebody it names has left the household: over for all of them, for good.
  parted_at timestamptz(3)
);
create index family_step_goal on family_step (goal_id);
create index family_step_household on family_step (household_id);
create index family_step_members on family_step using gin (members);

-- People with a file in the actor's own reach. An opening in an emergency is not among it.
create function people_in_own_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct r.person_id from case_reach r
    where r.key = any (homeward_keys()) and r.compartment = 'general' and r.until is null;
  end;
alter function people_in_own_reach() owner to homeward_reader;
grant execute on function people_in_own_reach() to homeward_app;

alter table family_goal enable row level security;
alter table family_goal force row level security;
alter table family_step enable row level security;
alter table family_step force row level security;
create policy owner_all on family_goal to homeward_owner using (true) with check (true);
create policy owner_all on family_step to homeward_owner using (true) with check (true);
create policy own_part on family_step for select to homeward_app using (
  parted_at is null and (select homeward_may('read', 'general'))
  and members && array(select people_in_own_reach())
);
create policy own_part on family_goal for select to homeward_app using (
  exists (select from family_step s where s.goal_id = family_goal.id)
);
create policy writer_adds on family_goal for insert to homeward_app with check (
  said_by = homeward_actor() and homeward_may('append', 'general') and household_known(household_id)
);
create policy writer_adds on family_step for insert to homeward_app with check (
  homeward_may('append', 'general') and household_known(household_id) and parted_at is null
  and members && array(select people_in_own_reach())
);
create policy writer_ends on family_step for update to homeward_app
  using (parted_at is null and homeward_may('append', 'general')
    and members && array(select people_in_own_reach()))
  with check (ended_by = homeward_actor());
grant select, insert on family_goal to homeward_app;
grant select, insert, update (outcome, ended_at, ended_by) on family_step to homeward_app;
create policy reader_parts on family_step for all to homeward_reader using (true) with check (true);
create policy reader_removes on family_goal for all to homeward_reader using (true) with check (true);
grant select, update, delete on family_step to homeward_reader;
grant select, delete on family_goal to homeward_reader;

-- The household's row travels with what its people agreed.
create function moves_family() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update household set version = version
    where id = coalesce(new.household_id, old.household_id) and xid <> pg_current_xact_id();
  return null;
end
$$;
alter function moves_family() owner to homeward_reader;
revoke execute on function moves_family() from public;
create trigger moves_family after insert or update or delete on family_step
  for each row execute function moves_family();

-- Whoever leaves takes no part any more, by whatever way they leave; nobody has to remember it.
create function parts_family() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update family_step set parted_at = now()
    where household_id = new.household_id and new.person_id = any (members) and parted_at is null;
  return null;
end
$$;
alter function parts_family() owner to homeward_reader;
revoke execute on function parts_family() from public;
create trigger parts_family after update of until_day on household_member
  for each row when (old.until_day is null and new.until_day is not null)
  execute function parts_family();

-- A step that names somebody who is erased goes whole: its words may tell of them.
create function forgets_family() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from family_step where old.id = any (members);
  delete from family_goal g where g.household_id in (
      select m.household_id from household_member m where m.person_id = old.id)
    and not exists (select from family_step s where s.goal_id = g.id);
  return old;
end
$$;
alter function forgets_family() owner to homeward_reader;
revoke execute on function forgets_family() from public;
create trigger forgets_family before delete on person
  for each row execute function forgets_family();

-- What of the plan of a household the actor may read, as a device and a file get it. With the rights of
-- whoever asks: row-level security chooses the steps.
create function family_plan(wanted uuid) returns jsonb
language sql stable set search_path = public
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'domain', g.domain, 'words', g.words,
        'said_at', to_char(g.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'steps', (select jsonb_agg(jsonb_build_object('id', s.id, 'what', s.what,
              'members', s.members, 'agreed', s.agreed, 'owner_id', s.owner_id, 'due_on', s.due_on,
              'outcome', s.outcome) order by s.due_on, s.id)
            from family_step s where s.goal_id = g.id))
      order by g.said_at, g.id), '[]')
    from family_goal g where g.household_id = family_plan.wanted;
  end;
grant execute on function family_plan(uuid) to homeward_app;
