-- Groups of a place, open to neighbours: of an organisation and a place, of no file. No person stands in
-- these rows; neighbours are counted and never named.
create table community_group (
  id uuid primary key,
  organisation_id uuid not null,
  -- A body of the neighbourhood runs no group: its staff would read who takes part.
  organisation_receives boolean not null default true
    constraint no_group_of_a_neighbourhood_body check (organisation_receives),
  place_id uuid not null references place,
  kind text not null,
  -- Where it is kept that somebody takes part, as the kind of the group says in the model.
  compartment text not null check (compartment in ('general', 'psychosocial')),
  title text not null,
  leader text not null,
  -- The account of whoever leads it, where they have one: reads the first names.
  leader_id uuid,
  meeting_place text not null,
  languages text[] not null,
  capacity integer not null check (capacity between 2 and 500),
  childcare boolean not null,
  kept_by uuid not null,
  ended_on date,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  constraint group_of_a_receiver foreign key (organisation_id, organisation_receives)
    references organisation (id, receives)
);
create index community_group_moved on community_group (xid);
create index community_group_organisation on community_group (organisation_id);
create trigger moved before update on community_group for each row execute function moved();
create table group_session (
  id uuid primary key,
  group_id uuid not null references community_group,
  on_day date not null,
  at_time text not null,
  state text not null check (state in ('planned', 'held', 'dropped')),
  neighbours integer check (neighbours between 0 and 500),
  check (neighbours is null or state = 'held')
);
create index group_session_group on group_session (group_id, on_day);

-- Who takes part now, for whoever leads the group: a first name, the children who come along, and no file.
-- What has ended is gone. Only a command about the file itself sees to which file a line belongs.
create table group_membership (
  id uuid primary key,
  case_id uuid not null references case_file (id) on delete cascade
);
create index group_membership_case on group_membership (case_id);
create table group_member (
  id uuid primary key references group_membership on delete cascade,
  group_id uuid not null references community_group,
  compartment text not null,
  called text not null,
  children integer not null
);
create index group_member_group on group_member (group_id);

do $$
declare
  name text;
begin
  foreach name in array
    array['community_group', 'group_session', 'group_membership', 'group_member'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- Whoever works with people knows which groups there are; a receiving service knows its own.
create policy staff_reads on community_group for select to homeward_app using (
  (select homeward_role()) in ('intake_officer', 'caseworker', 'supervisor', 'specialist_health',
    'specialist_psychosocial', 'specialist_legal', 'specialist_protection', 'coordinator')
  or (select homeward_role()) = 'partner' and organisation_id = (select homeward_organisation()));

-- Whether the actor keeps a group: who wrote it down or leads it, the supervisors of its place, the
-- coordinator, and the staff of the organisation. A psychosocial one is led by a specialist.
create function keeps_group(organisation uuid, place uuid, kept_by uuid, leader uuid) returns boolean
language sql stable set search_path = public as $$
  select coalesce(case homeward_role()
    when 'coordinator' then true
    when 'supervisor' then homeward_place() = any (place_path(place)) or kept_by = homeward_actor()
    when 'partner' then organisation = homeward_organisation()
    else homeward_actor() in (kept_by, leader) end, false)
$$;
revoke execute on function keeps_group(uuid, uuid, uuid, uuid) from public;
grant execute on function keeps_group(uuid, uuid, uuid, uuid) to homeward_app;

create policy staff_adds on community_group for insert to homeward_app with check (
  kept_by = homeward_actor()
  -- Whoever coordinates reads no names.
  and (leader_id is null or leader_id = homeward_actor() and homeward_role() <> 'coordinator')
  and case homeward_role()
    when 'partner' then organisation_id = homeward_organisation() and compartment = 'general'
    when 'specialist_psychosocial' then true
    else compartment = 'general' and homeward_role() in ('caseworker', 'supervisor', 'coordinator',
      'specialist_health', 'specialist_legal', 'specialist_protection') end);
create policy keeper_changes on community_group for update to homeward_app
  using (keeps_group(organisation_id, place_id, kept_by, leader_id))
  with check (keeps_group(organisation_id, place_id, kept_by, leader_id));
grant select, insert, update on community_group to homeward_app;

create policy with_group on group_session for select to homeward_app
  using (exists (select from community_group g where g.id = group_session.group_id));
create policy keeper_adds on group_session for insert to homeward_app with check (
  exists (select from community_group g where g.id = group_session.group_id
    and keeps_group(g.organisation_id, g.place_id, g.kept_by, g.leader_id)));
-- Whoever takes people to a group may also count the neighbours.
create policy staff_changes on group_session for update to homeward_app using (
  exists (select from community_group g where g.id = group_session.group_id
    and (homeward_may('append', 'general')
      or keeps_group(g.organisation_id, g.place_id, g.kept_by, g.leader_id))))
  with check (exists (select from community_group g where g.id = group_session.group_id));
grant select, insert, update on group_session to homeward_app;

create policy command_all on group_membership
  to homeward_app using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
grant select, insert, delete on group_membership to homeward_app;
-- First names: for whoever leads the group, and for the staff of its organisation. Who takes part in a
-- psychosocial group, only the specialist who leads it is told.
create policy leader_reads on group_member for select to homeward_app using (
  exists (select from community_group g where g.id = group_member.group_id and (
    g.leader_id = (select homeward_actor()) and (select homeward_role()) <> 'coordinator'
      and (group_member.compartment = 'general' or (select homeward_role()) = 'specialist_psychosocial')
    or group_member.compartment = 'general' and (select homeward_role()) = 'partner'
      and g.organisation_id = (select homeward_organisation()))));
create policy command_reads on group_member for select to homeward_app
  using (exists (select from group_membership m where m.id = group_member.id));
create policy command_adds on group_member for insert to homeward_app
  with check (exists (select from group_membership m where m.id = group_member.id));
create policy command_removes on group_member for delete to homeward_app
  using (exists (select from group_membership m where m.id = group_member.id));
grant select, insert, delete on group_member to homeward_app;

create policy reader_finds on community_group for select to homeward_reader using (true);
create policy reader_moves on community_group for update to homeward_reader using (true);
create policy reader_finds on group_member for select to homeward_reader using (true);
create policy reader_finds on group_membership for select to homeward_reader using (true);
grant select, update on community_group to homeward_reader;
grant select on group_member, group_membership to homeward_reader;

-- The row of a group travels to devices with its sessions.
create function moves_group() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  update community_group set version = version
    where id = new.group_id and xid <> pg_current_xact_id();
  return null;
end
$$;
alter function moves_group() owner to homeward_reader;
revoke execute on function moves_group() from public;
create trigger moves_group after insert or update on group_session
  for each row execute function moves_group();

-- How many places are taken, for the command that takes one more.
create function group_taken(wanted uuid) returns integer
language sql stable security definer set search_path = public
  begin atomic
    select count(*)::integer from group_member m
    where m.group_id = group_taken.wanted and homeward_case() is not null;
  end;
-- The file of somebody on a list, for the command of the organisation that says who came. It is never told.
create function file_of_member(wanted uuid) returns uuid
language sql stable security definer set search_path = public
  begin atomic
    select s.case_id from group_membership s
      join group_member m on m.id = s.id
      join community_group g on g.id = m.group_id
    where s.id = file_of_member.wanted and homeward_role() = 'partner'
      and m.compartment = 'general' and g.organisation_id = homeward_organisation();
  end;
-- People in support who took part in a group at a moment of the past, by its kind; of psychosocial groups
-- not even how many.
create function count_groups(until timestamptz)
returns table (code text, people integer, households integer)
language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with joined as (
    select f.case_id, f.position, b.body::jsonb as said
    from fact f join fact_body b on b.fact_id = f.id
    where f.kind = 'group_joined' and f.compartment = 'general'
      and f.recorded_at < count_groups.until
  ), there as (
    select distinct g.kind, h.person_id, coalesce(m.household_id, h.person_id) as household
    from joined j
      join community_group g on g.id = (j.said ->> 'group_id')::uuid
      join case_head h on h.case_id = j.case_id
      left join household_member m on m.person_id = h.person_id and m.until_day is null
    where not exists (
        select from fact l join fact_body b on b.fact_id = l.id
        where l.case_id = j.case_id and l.kind = 'group_left' and l.recorded_at < count_groups.until
          and b.body::jsonb ->> 'participation_id' = j.said ->> 'participation_id')
      and 'closed' is distinct from (
        select b.body::jsonb ->> 'phase' from fact s join fact_body b on b.fact_id = s.id
        where s.case_id = j.case_id and s.kind = 'stage_entered' and s.recorded_at < count_groups.until
        order by s.position desc limit 1)
  )
  select t.kind, count(distinct t.person_id)::integer, count(distinct t.household)::integer
    from there t group by t.kind;
end
$$;

-- As before, and groups: what runs one does not become a body of the neighbourhood.
create or replace function organisation_receives_now(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select homeward_role() = 'coordinator' and (
      exists (select from role_grant g where g.organisation_id = organisation_receives_now.wanted)
      or exists (select from service s where s.organisation_id = organisation_receives_now.wanted)
      or exists (select from community_group g
        where g.organisation_id = organisation_receives_now.wanted)
      or exists (select from referral_packet p
        where p.organisation_id = organisation_receives_now.wanted));
  end;

do $$
declare
  name text;
begin
  foreach name in array
    array['group_taken(uuid)', 'file_of_member(uuid)', 'count_groups(timestamptz)'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to homeward_app', name);
  end loop;
end
$$;

-- As before, and who came to a group: that alone is said by whoever reaches a file as its organisation, and
-- by nobody else of a service.
drop policy writer_appends on fact;
create policy writer_appends on fact for insert to homeward_app with check (
  actor_id = (select homeward_actor()) and role = (select homeward_role())
  and compartment = any (array(select r.compartment from role_right r
    where r.role = homeward_role() and r.verb <> 'read'))
  and exists (select from case_reach r where r.case_id = fact.case_id)
  and ((select homeward_role()) <> 'partner' or kind like 'referral\_%' or kind like 'concern\_%'
    or kind in ('stage_entered', 'group_attendance_noted'))
);
create policy service_says_its_own on fact as restrictive for insert to homeward_app with check (
  (select homeward_role()) <> 'partner' or kind = 'stage_entered'
  or exists (select from case_reach r where r.case_id = fact.case_id
    and r.compartment = case when fact.kind = 'group_attendance_noted' then 'group' else 'packet' end)
);

-- The numbers of a month tell of groups too.
alter table frozen_number drop constraint frozen_number_subject_check;
alter table frozen_number add constraint frozen_number_subject_check
  check (subject in ('stage', 'need_domain', 'group_kind'));
