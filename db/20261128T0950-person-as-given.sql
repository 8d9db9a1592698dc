-- What the region that gave a file away reads for some days of the person, of kin and of the households is what
-- stood at the hand-over, kept beside: a row that changes in place cannot tell what it was. The live row is
-- seen by it no longer, nor who came to the household afterwards.

create table person_as_given (
  like person,
  case_id uuid not null references case_file on delete cascade,
  reads_to timestamptz(3) not null,
  -- What a device carries beside the row: summary, kin, who decides for a child, returns, households.
  family jsonb not null,
  primary key (case_id, reads_to),
  foreign key (id) references person on delete cascade
);
create index person_as_given_person on person_as_given (id);

create table household_as_given (
  case_id uuid not null,
  reads_to timestamptz(3) not null,
  household_id uuid not null,
  family_number text,
  -- As household_members() told them then; of people with files of their own no name.
  members jsonb not null,
  primary key (case_id, reads_to, household_id),
  foreign key (case_id, reads_to) references person_as_given on delete cascade
);
create index household_as_given_household on household_as_given (household_id);

do $$
declare
  name text;
begin
  foreach name in array array['person_as_given', 'household_as_given'] loop
    execute format('alter table %1$I enable row level security;
      alter table %1$I force row level security;
      create policy owner_all on %1$I to homeward_owner using (true) with check (true);
      create policy reader_all on %1$I to homeward_reader using (true) with check (true);
      create policy sender_reads on %1$I for select to homeward_app using (exists (select from case_reach r
        where r.case_id = %1$I.case_id and r.reads_to = %1$I.reads_to and r.compartment = ''general''));
      grant select on %1$I to homeward_app;
      grant select, insert, delete on %1$I to homeward_reader', name);
  end loop;
end
$$;

-- Keeps what stood. Whatever nobody may read any longer goes on this occasion.
create function keep_as_given(of_case uuid, at timestamptz) returns void
language plpgsql set search_path = public as $$
begin
  delete from person_as_given g where not exists (select from case_reach r
    where r.case_id = g.case_id and r.reads_to = g.reads_to and (r.until is null or r.until > now()))
    and (g.case_id, g.reads_to) is distinct from (of_case, at);
  insert into person_as_given
    select p.*, of_case, at, jsonb_build_object(
      'summary', person_summary(p.id),
      'contacts', null,
      'conflicts', '[]'::jsonb,
      'kinship', (select coalesce(jsonb_agg(to_jsonb(k) - 'xid'), '[]') from kinship k
        where k.person_id = p.id),
      'guardianship', (select coalesce(jsonb_agg(to_jsonb(g) - 'xid'), '[]') from guardianship g
        where g.child_id = p.id),
      'returns', (select coalesce(jsonb_agg(to_jsonb(h) - 'xid' - 'arrival_list_id'
          || jsonb_build_object('operation', null)), '[]') from homecoming h where h.person_id = p.id),
      'household_ids', (select coalesce(jsonb_agg(m.household_id), '[]') from household_member m
        where m.person_id = p.id and m.until_day is null))
    from case_head c join person p on p.id = c.person_id where c.case_id = of_case
    on conflict do nothing;
  if not found then return; end if;
  insert into household_as_given (case_id, reads_to, household_id, family_number, members)
    with mine as (
      select m.household_id, m.person_id, m.from_day, m.until_day from household_member m
      where m.person_id = (select h.person_id from case_head h where h.case_id = of_case)
    ), seen as (
      select m.*, p.birth_date, p.sex, p.kind, p.name,
        exists (select from mine where mine.person_id = m.person_id) as own,
        not exists (select from household_member now_in
          where now_in.person_id = m.person_id and now_in.until_day is null) as lives_nowhere
      from household_member m join person p on p.id = m.person_id
      where exists (select from mine where mine.household_id = m.household_id
        and (mine.until_day is null or m.from_day < mine.until_day or m.from_day <= mine.from_day)
        and (m.until_day is null or m.until_day >= mine.from_day))
    )
    select of_case, at, h.id, h.family_number, jsonb_agg(jsonb_build_object(
        'id', s.id, 'person_id', s.person_id, 'relation', s.relation, 'from_day', s.from_day,
        'until_day', case when s.own or exists (select from mine where mine.household_id = s.household_id
          and (mine.until_day is null or mine.until_day >= s.until_day)) then s.until_day end,
        'reason', (select l.reason from household_leaving l where l.member_id = s.id
          and (s.own or s.kind = 'relative' and s.lives_nowhere)),
        'sex', s.sex, 'birth_year', extract(year from s.birth_date), 'kind', s.kind,
        'name', case when s.kind = 'relative' or s.own then s.name end)
      order by s.birth_date nulls last, s.id)
    from seen s join household h on h.id = s.household_id group by h.id;
end
$$;
revoke execute on function keep_as_given(uuid, timestamptz) from public;
grant execute on function keep_as_given(uuid, timestamptz) to homeward_reader;
do $$
declare
  given record;
begin
  for given in select distinct r.case_id, r.reads_to from case_reach r where r.reads_to is not null loop
    perform keep_as_given(given.case_id, given.reads_to);
  end loop;
end
$$;

create policy sender_reads_what_was on person as restrictive for select to homeward_app using (
  id <> all (array(select r.person_id from case_reach r where r.reads_to is not null))
  or exists (select from case_reach r where r.person_id = person.id and r.compartment = 'general'
    and r.reads_to is null));

-- People and households as the actor may read them: live, or as they stood.
create view person_as_read with (security_invoker = true) as
  select p.* from person p
  union all
  select g.id, g.name, g.former_names, g.called, g.sex, g.birth_date, g.birth_precision, g.birth_estimated,
    g.languages, g.interpreter_needed, g.citizenships, g.papers, g.kind, g.version, g.created_by,
    g.created_at, g.xid
  from person_as_given g
  where not exists (select from person p where p.id = g.id)
    and not exists (select from person_as_given later where later.id = g.id and later.reads_to > g.reads_to);
create view household_as_read with (security_invoker = true) as
  select h.id, h.family_number from household h
  union all
  select g.household_id, g.family_number from household_as_given g
  where not exists (select from household h where h.id = g.household_id)
    and not exists (select from household_as_given other where other.household_id = g.household_id
      and (other.reads_to, other.case_id) > (g.reads_to, g.case_id));
grant select on person_as_read, household_as_read to homeward_app;

-- What a device carries beside the row of a person, where that is as it stood: laid over the live answer.
create function family_as_given(wanted uuid) returns jsonb
language sql stable set search_path = public
  begin atomic
    select coalesce((select g.family from person_as_given g
      where g.id = family_as_given.wanted
        and not exists (select from person p where p.id = family_as_given.wanted)
      order by g.reads_to desc limit 1), '{}');
  end;
-- The households of a person, with whether the person lives there (now, or then).
create function households_as_read(wanted uuid) returns table (id uuid, lives boolean)
language sql stable set search_path = public
  begin atomic
    select m.household_id, bool_or(m.until_day is null) from household_member m
      where m.person_id = households_as_read.wanted
        and exists (select from person p where p.id = households_as_read.wanted)
      group by m.household_id
    union all
    select h.household_id, g.family -> 'household_ids' ? h.household_id::text
      from person_as_given g join household_as_given h on h.case_id = g.case_id and h.reads_to = g.reads_to
      where g.id = households_as_read.wanted
        and not exists (select from person p where p.id = households_as_read.wanted)
        and not exists (select from person_as_given later where later.id = g.id and later.reads_to > g.reads_to);
  end;
grant execute on function family_as_given(uuid), households_as_read(uuid) to homeward_app;

-- As before, live only.
create or replace function device_person_summary(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select person_summary(wanted)
    where exists (select from case_reach r where r.person_id = device_person_summary.wanted
      and r.compartment = 'general' and r.key = any (homeward_keys()) and r.reads_to is null);
  end;

-- Whether a file of the person is worked with: reached, and not only read as it stood.
create function works_with(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from case_reach r where r.person_id = works_with.wanted
      and r.compartment = 'general' and r.key = any (homeward_keys()) and r.reads_to is null
      and (r.until is null or r.until > now()));
  end;
alter function works_with(uuid) owner to homeward_reader;
grant execute on function works_with(uuid) to homeward_app;

-- As before; of a file that was given away the memberships that stood then and have not changed since.
create or replace function members_in_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select other.id
    from case_reach r
    join household_member mine on mine.person_id = r.person_id
    join household_member other on other.household_id = mine.household_id
    where r.key = any (homeward_keys()) and r.compartment = 'general' and r.reads_to is null
      and (r.until is null or r.until > now())
      and (mine.until_day is null or other.from_day < mine.until_day
        or other.from_day <= mine.from_day)
      and (other.until_day is null or other.until_day >= mine.from_day)
    union
    select m.id
    from case_reach r
    join household_as_given g on g.case_id = r.case_id and g.reads_to = r.reads_to
    cross join lateral jsonb_array_elements(g.members) one
    join household_member m on m.id = (one ->> 'id')::uuid and m.xid <= r.xid
    where r.key = any (homeward_keys()) and r.compartment = 'general' and r.reads_to is not null
      and (r.until is null or r.until > now());
  end;

-- As before for whoever works with one of its people; else as it stood when the file was given away.
create or replace function household_members(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    with mine as (
      select m.from_day, m.until_day from household_member m
      where m.household_id = household_members.wanted and works_with(m.person_id)
    ), given as (
      select distinct on (r.person_id) r.person_id, g.name, r.case_id, r.reads_to
      from case_reach r join person_as_given g on g.case_id = r.case_id and g.reads_to = r.reads_to
      where r.key = any (homeward_keys()) and r.compartment = 'general'
        and (r.until is null or r.until > now()) and not works_with(r.person_id)
      order by r.person_id, r.reads_to desc
    ), seen as (
      select m.*, p.birth_date, p.sex, p.kind, p.name, works_with(m.person_id) as reached
      from household_member m join person p on p.id = m.person_id
      where m.household_id = household_members.wanted and exists (select from mine
        where (mine.until_day is null or m.from_day < mine.until_day or m.from_day <= mine.from_day)
          and (m.until_day is null or m.until_day >= mine.from_day))
    ), told as (
      select s.id, s.birth_date, jsonb_build_object(
        'id', s.id, 'person_id', s.person_id, 'relation', s.relation, 'from_day', s.from_day,
        'until_day', case when s.reached or exists (select from mine
            where mine.until_day is null or mine.until_day >= s.until_day) then s.until_day end,
        'reason', (select l.reason from household_leaving l where l.member_id = s.id
          and (s.reached or s.kind = 'relative' and not exists (
            select from household_member now_in
            where now_in.person_id = s.person_id and now_in.until_day is null))),
        'sex', s.sex, 'birth_year', extract(year from s.birth_date), 'kind', s.kind,
        'name', case when s.kind = 'relative' or s.reached then s.name
          else (select given.name from given where given.person_id = s.person_id) end) as one
      from seen s
      union all
      select distinct on ((then_in ->> 'id')::uuid) (then_in ->> 'id')::uuid, null::date, then_in
        || jsonb_build_object('name', coalesce(nullif(then_in -> 'name', 'null'),
          (select given.name from given where given.person_id = (then_in ->> 'person_id')::uuid)))
      from household_as_given h
      join given g on g.case_id = h.case_id and g.reads_to = h.reads_to
      cross join lateral jsonb_array_elements(h.members) then_in
      where h.household_id = household_members.wanted
        and not exists (select from seen s where s.id = (then_in ->> 'id')::uuid)
    )
    select coalesce(jsonb_agg(t.one order by t.birth_date nulls last,
      (t.one ->> 'birth_year')::integer nulls last, t.id), '[]') from told t;
  end;

-- As before. Up to where is read stands in the facts: to the end of the command that took the file over. So it
-- is the same whenever it is asked, and a key that comes to read later reads no more than the others.
create or replace function set_reach(wanted uuid, wanted_rows jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  of_person uuid;
begin
  if homeward_case() is distinct from wanted then
    raise exception 'set_reach: the case was not loaded in this transaction';
  end if;
  select h.person_id into of_person from case_head h where h.case_id = wanted;
  insert into reach_lost (key, case_id, person_id, compartment)
    select r.key, wanted, of_person, r.compartment
    from jsonb_to_recordset(wanted_rows) as r(key text, compartment text, reads_to timestamptz)
      join case_reach c on c.case_id = wanted and c.key = r.key and c.compartment = r.compartment
    where r.reads_to is not null and c.reads_to is null on conflict do nothing;
  insert into case_reach (case_id, person_id, key, compartment, until, reads_to, reads_up_to)
    select wanted, of_person, r.key, r.compartment, r.until, r.reads_to,
      case when r.reads_to is not null then coalesce((
        select max(f.position) from fact f where f.case_id = wanted and left(f.id::text, 32) = (
          select left(a.id::text, 32) from fact a where a.case_id = wanted
            and a.kind = 'transfer_accepted' and a.recorded_at = r.reads_to limit 1)), 0) end
    from jsonb_to_recordset(wanted_rows)
      as r(key text, compartment text, until timestamptz, reads_to timestamptz(3))
    on conflict (key, case_id, compartment) do update set until = excluded.until,
        reads_to = excluded.reads_to, reads_up_to = excluded.reads_up_to,
        xid = case when case_reach.reads_to is distinct from excluded.reads_to
          then pg_current_xact_id() else case_reach.xid end
      where (case_reach.until, case_reach.reads_to) is distinct from (excluded.until, excluded.reads_to);
  perform keep_as_given(wanted, r.reads_to) from (
    select distinct c.reads_to from case_reach c where c.case_id = wanted and c.reads_to is not null
      and not exists (select from person_as_given g where g.case_id = wanted and g.reads_to = c.reads_to)) r;
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

-- As before. Who opened the file after it was given away is no answer to a copy made where it was before, and a
-- name that was changed since finds nobody there.
do $$
begin
  execute replace(pg_get_functiondef('readings_of(uuid)'::regprocedure),
    'AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL)',
    'AND (r.reads_to IS NULL OR l.at <= r.reads_to) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL)');
  execute replace(
    pg_get_functiondef('search_people(uuid, timestamptz, text, jsonb, text[], text, integer)'::regprocedure),
    'from unnest(people, scores) as u(person, best)',
    'from unnest(people, scores) as u(person, best)
      where works_with(u.person) or not exists (
        select from case_reach r
          join person_as_given g on g.case_id = r.case_id and g.reads_to = r.reads_to
          join person p on p.id = g.id
        where r.person_id = u.person and r.compartment = ''general'' and r.key = any (keys)
          and (p.name, p.former_names, p.called) is distinct from (g.name, g.former_names, g.called))');
end
$$;
