-- Steps of a plan that are before a commission: which commission and day, which agency is to answer by
-- when, and since when nobody has. No words of the file. It goes with the file.
create table commission_matter (
  id uuid not null,
  case_id uuid not null references case_file (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  commission text not null,
  session_on date not null,
  agency text,
  decided_on date,
  due_on date,
  over_on date,
  primary key (case_id, id)
);
create index commission_matter_session on commission_matter (session_on, commission);
create index commission_matter_waiting on commission_matter (decided_on) where over_on is null;
alter table commission_matter enable row level security;
alter table commission_matter force row level security;
create policy owner_all on commission_matter to homeward_owner using (true) with check (true);
create policy in_reach on commission_matter for select to homeward_app using (
  case_id = (select homeward_case())
  or exists (select from case_reach r
    where r.case_id = commission_matter.case_id and r.compartment = 'general'));
create policy command_adds on commission_matter for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on commission_matter for update to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy command_removes on commission_matter for delete to homeward_app
  using (case_id = (select homeward_case()));
grant select, insert, update, delete on commission_matter to homeward_app;
create policy reader_finds on commission_matter for select to homeward_reader using (true);
grant select on commission_matter to homeward_reader;

-- How many people, from how many households, waited at the end of a day for the answer of an agency, more
-- than so many days after the decision: of the whole country, for a coordinator, who sees no file.
create function count_unanswered(on_day date, silence integer)
returns table (agency text, people integer, households integer)
language plpgsql stable security definer set search_path = public as $$
begin
  if homeward_role() is distinct from 'coordinator' then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with waiting as (
    select c.agency, c.person_id, coalesce(m.household_id, c.person_id) as household
    from commission_matter c
      left join household_member m on m.person_id = c.person_id and m.until_day is null
    where c.decided_on < count_unanswered.on_day - count_unanswered.silence
      and (c.over_on is null or c.over_on > count_unanswered.on_day)
  )
  select w.agency, count(distinct w.person_id)::integer, count(distinct w.household)::integer
    from waiting w group by w.agency;
end
$$;
alter function count_unanswered(date, integer) owner to homeward_reader;
revoke execute on function count_unanswered(date, integer) from public;
grant execute on function count_unanswered(date, integer) to homeward_app;
