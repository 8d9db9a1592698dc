-- Joining, leaving, moving, splitting, merging. History stays: a membership has its first and last day.
-- After people have moved apart nobody who reaches one side only learns of the other: membership, relatives
-- and households are seen as far as lives were shared.

-- Why somebody left is told only to who reaches that person: "went to relatives" hints at where. Its own
-- table, as a policy cannot hide a column. Ordinary reasons only, none of which blames.
create table household_leaving (
  member_id uuid primary key references household_member on delete cascade,
  person_id uuid not null references person on delete cascade,
  reason text not null check (reason in
    ('moved_out', 'married', 'to_relatives', 'work_or_study', 'died', 'not_said'))
);
create index household_leaving_person on household_leaving (person_id);
alter table household_leaving enable row level security;
alter table household_leaving force row level security;
create policy owner_all on household_leaving to homeward_owner using (true) with check (true);
create policy in_reach on household_leaving for select to homeward_app
  using (exists (select from person p where p.id = household_leaving.person_id));
create policy writer_adds on household_leaving for insert to homeward_app
  with check ((select homeward_may('append', 'general')));
create policy writer_changes on household_leaving for update to homeward_app
  using ((select homeward_may('append', 'general')));
create policy reader_reads on household_leaving for select to homeward_reader using (true);
grant select, insert, update on household_leaving to homeward_app;
grant select on household_leaving to homeward_reader;

-- Whether the person has a file in the actor's reach.
create function reaches_person(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from case_reach r where r.person_id = reaches_person.wanted
      and r.compartment = 'general' and r.key = any (homeward_keys())
      and (r.until is null or r.until > now()));
  end;
alter function reaches_person(uuid) owner to homeward_reader;
grant execute on function reaches_person(uuid) to homeward_app;

-- Memberships that the actor may see: those of people in reach, and of whoever lived with them then. Who
-- came after they had left, or had left before they came, is not shown.
create function members_in_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct other.id
    from case_reach r
    join household_member mine on mine.person_id = r.person_id
    join household_member other on other.household_id = mine.household_id
    where r.key = any (homeward_keys()) and r.compartment = 'general'
      and (r.until is null or r.until > now())
      and (mine.until_day is null or other.from_day < mine.until_day
        or other.from_day <= mine.from_day)
      and (other.until_day is null or other.until_day >= mine.from_day);
  end;
alter function members_in_reach() owner to homeward_reader;
grant execute on function members_in_reach() to homeward_app, homeward_reader;
drop policy in_reach on household_member;
create policy in_reach on household_member for select to homeward_app
  using (id = any (array(select members_in_reach())));

-- A relative without a file is in reach while sharing a household with somebody in reach; or, not living
-- with anybody here now, until joining a household again. Who moved apart with others is not followed.
create or replace function relatives_in_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct other.person_id
    from case_reach r
    join household_member mine on mine.person_id = r.person_id
    join household_member other on other.household_id = mine.household_id
    join person p on p.id = other.person_id and p.kind = 'relative'
    where r.key = any (homeward_keys()) and r.compartment = 'general'
      and (r.until is null or r.until > now())
      and ((mine.until_day is null and other.until_day is null)
        or (other.until_day is not null and other.until_day >= mine.from_day
          and (mine.until_day is null or other.from_day <= mine.until_day)
          and not exists (select from household_member now_in
            where now_in.person_id = other.person_id and now_in.until_day is null)));
  end;

-- Whom the actor may tie to somebody: as before, but of a household only whom the actor sees there.
create or replace function person_known(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select reaches_person(person_known.wanted)
      or exists (select from household_member m where m.person_id = person_known.wanted
        and m.id in (select members_in_reach()))
      or exists (select from person p where p.id = person_known.wanted
        and p.created_by = homeward_actor()
        and not exists (select from case_head h where h.person_id = p.id));
  end;

-- Whom the actor may put into a household: one where somebody in reach lives now, or where nobody lives
-- any more. Somebody who moved out is put back only by who reaches those who live there.
create or replace function household_known(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from household_member mine
        where mine.household_id = household_known.wanted and reaches_person(mine.person_id)
          and (mine.until_day is null or not exists (select from household_member other
            where other.household_id = mine.household_id and other.until_day is null)))
      or exists (select from household h where h.id = household_known.wanted
        and h.created_by = homeward_actor()
        and not exists (select from household_member m join case_head c on c.person_id = m.person_id
          where m.household_id = h.id));
  end;

-- The members of a household as the actor may see them. After the actor's people have left, nothing that
-- happened there later shows: whoever lived there then stays without a last day.
create or replace function household_members(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    with mine as (
      select m.from_day, m.until_day from household_member m
      where m.household_id = household_members.wanted and reaches_person(m.person_id)
    ), seen as (
      select m.*, p.birth_date, p.sex, p.kind, p.name, reaches_person(m.person_id) as reached
      from household_member m join person p on p.id = m.person_id
      where m.household_id = household_members.wanted and exists (select from mine
        where (mine.until_day is null or m.from_day < mine.until_day or m.from_day <= mine.from_day)
          and (m.until_day is null or m.until_day >= mine.from_day))
    )
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'person_id', s.person_id, 'relation', s.relation, 'from_day', s.from_day,
        'until_day', case when s.reached or exists (select from mine
            where mine.until_day is null or mine.until_day >= s.until_day) then s.until_day end,
        'reason', (select l.reason from household_leaving l where l.member_id = s.id
          and (s.reached or s.kind = 'relative' and not exists (
            select from household_member now_in
            where now_in.person_id = s.person_id and now_in.until_day is null))),
        'sex', s.sex, 'birth_year', extract(year from s.birth_date), 'kind', s.kind,
        'name', case when s.kind = 'relative' or s.reached then s.name end)
      order by s.birth_date nulls last, s.id), '[]')
    from seen s;
  end;

-- Whose household it is travels with the person: a device shows the one where somebody lives now.
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
    update person set version = version where id = new.person_id and xid <> pg_current_xact_id();
  else
    update person set version = version where id = new.person_id and xid <> pg_current_xact_id();
  end if;
  return null;
end
$$;
