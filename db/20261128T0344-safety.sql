-- Who is on duty for urgent worries, a worry that is a named human's, and what a person's own log leaves out.

-- The rota. Ended early, a line stays: who was asked at that hour can be told later.
create table duty (
  id uuid primary key,
  place_id uuid not null references place (id),
  account_id uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  kept_by uuid not null,
  kept_at timestamptz(3) not null,
  ended_by uuid,
  ended_at timestamptz(3),
  constraint duty_ends_after_it_begins check (until_at > from_at)
);
create index duty_until on duty (until_at);
alter table duty enable row level security;
alter table duty force row level security;
create policy owner_all on duty to homeward_owner using (true) with check (true);
create policy reader_finds on duty for select to homeward_reader using (true);
-- Whom to call: everybody who reads files at this place, below and above it.
create policy read_near on duty for select to homeward_app using (
  (select homeward_may('read', 'general')) and (select homeward_place()) is not null
  and (place_id = any ((select place_path(homeward_place()))::uuid[]) or in_my_place(place_path(place_id)))
);
create policy keeper_adds on duty for insert to homeward_app with check (
  homeward_may('keep_duty', 'general') and place_id = homeward_place() and kept_by = homeward_actor()
);
create policy keeper_ends on duty for update to homeward_app
  using (homeward_may('keep_duty', 'general') and place_id = homeward_place())
  with check (homeward_may('keep_duty', 'general') and place_id = homeward_place() and ended_by = homeward_actor());
grant select, insert, update (ended_by, ended_at) on duty to homeward_app;
grant select on duty to homeward_reader;

-- Whom an urgent worry of the loaded case goes to, the first choice first: on duty here or above, else
-- the nearest supervisor. Whoever raises it may reach nothing else, so only a loaded case is answered.
create function on_duty(places uuid[], at timestamptz)
returns table (account_id uuid, chosen_as text, rank integer)
language sql stable security definer set search_path = public
  begin atomic
    select d.account_id, 'duty', array_position(places, d.place_id)
      from duty d join role_grant g on g.account_id = d.account_id and g.revoked_at is null
      where homeward_case() is not null and d.place_id = any (places) and d.ended_at is null
        and d.from_at <= at and d.until_at > at
        and g.role in ('supervisor', 'specialist_protection', 'specialist_psychosocial')
    union all
    select g.account_id, 'supervisor', 100 + array_position(places, g.place_id)
      from role_grant g
      where homeward_case() is not null and g.role = 'supervisor' and g.revoked_at is null
        and g.place_id = any (places)
    order by 3, 1;
  end;
alter function on_duty(uuid[], timestamptz) owner to homeward_reader;
grant execute on function on_duty(uuid[], timestamptz) to homeward_app;

alter table concern add column given_to uuid;

-- A psychosocial specialist on duty reads of `protection` the worries of a file, and nothing else of it.
create policy duty_reads_worries on fact as restrictive for select to homeward_app using (
  compartment <> 'protection' or (select homeward_role()) <> 'specialist_psychosocial'
  or kind like 'concern\_%'
);
create policy duty_reads_worries on fact_body as restrictive for select to homeward_app using (
  compartment <> 'protection' or (select homeward_role()) <> 'specialist_psychosocial'
  or exists (select from fact f where f.id = fact_body.fact_id)
);
create policy duty_sees_worries on task as restrictive for select to homeward_app using (
  compartment <> 'protection' or (select homeward_role()) <> 'specialist_psychosocial'
  or kind = 'concern' or case_id = (select homeward_case())
);
create policy not_on_duty on authority_request as restrictive for select to homeward_app using (
  (select homeward_role()) <> 'specialist_psychosocial' or case_id = (select homeward_case())
);

-- What a person's own log and copy leave out. That it does is known to those who protect.
create table withholding (
  id uuid not null,
  case_id uuid not null references case_head (case_id),
  roles text[] not null,
  from_day date,
  until_day date,
  fact_ids uuid[] not null,
  reason text not null,
  review_on date not null,
  withheld_by uuid not null,
  withheld_at timestamptz(3) not null,
  ended_at timestamptz(3),
  primary key (case_id, id)
);
alter table withholding enable row level security;
alter table withholding force row level security;
create policy owner_all on withholding to homeward_owner using (true) with check (true);
create policy in_reach on withholding for select to homeward_app using (
  case_id = (select homeward_case())
  or (select homeward_role()) <> 'specialist_psychosocial' and exists (select from case_reach r
    where r.case_id = withholding.case_id and r.compartment = 'protection')
);
create policy command_adds on withholding for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on withholding for update to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy command_removes on withholding for delete to homeward_app
  using (case_id = (select homeward_case()));
create policy reader_finds on withholding for select to homeward_reader using (true);
create policy reader_removes on withholding for delete to homeward_reader using (true);
grant select, insert, update, delete on withholding to homeward_app;
grant select, delete on withholding to homeward_reader;

-- Whether the person's copy leaves an entry out. Tells the program only: nobody is shown a gap.
create function withheld_entry(of_case uuid, of_fact uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from withholding w where w.case_id = of_case and w.ended_at is null
      and of_fact = any (w.fact_ids));
  end;
alter function withheld_entry(uuid, uuid) owner to homeward_reader;
grant execute on function withheld_entry(uuid, uuid) to homeward_app;

-- As before, without what child protection withholds; and a specialist who never openly worked with the
-- person read it on duty, because of a worry: like child protection, such readings do not show.
create or replace function readings_of(wanted uuid)
returns table (on_day date, role text, organisation_id uuid, action text, times integer)
language sql stable security definer set search_path = public
  begin atomic
    select l.at::date, l.role, l.organisation_id, l.action, count(*)::integer
    from read_log l
    where l.case_id = readings_of.wanted
      and (l.action = 'opened_in_emergency'
        or l.action in ('opened', 'printed', 'exported', 'packet_opened')
          and l.role <> 'specialist_protection')
      and (l.role <> 'specialist_psychosocial' or l.action = 'opened_in_emergency'
        or exists (select from fact f join fact_body b on b.fact_id = f.id
          where f.case_id = readings_of.wanted and f.kind = 'specialist_assigned'
            and b.body::jsonb ->> 'account_id' = l.actor_id::text)
        or exists (select from fact f where f.case_id = readings_of.wanted
          and f.kind = 'opened_in_emergency' and f.actor_id = l.actor_id))
      and not exists (select from withholding w
        where w.case_id = readings_of.wanted and w.ended_at is null and l.role = any (w.roles)
          and l.at::date >= w.from_day and l.at::date <= coalesce(w.until_day, 'infinity'))
      and exists (select from case_reach r where r.case_id = readings_of.wanted
        and r.compartment = 'general' and r.key = any (homeward_keys())
        and (r.until is null or r.until > now()))
    group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4;
  end;

-- As before, with what was withheld.
create or replace function erase_file(of_case uuid, kept uuid[]) returns void
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
  delete from withholding w where w.case_id = of_case;
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
