-- How many days a child was at school is said by the school for the child of its own request, and by nobody
-- else of a service; groups as before.
drop policy writer_appends on fact;
create policy writer_appends on fact for insert to homeward_app with check (
  actor_id = (select homeward_actor()) and role = (select homeward_role())
  and compartment = any (array(select r.compartment from role_right r
    where r.role = homeward_role() and r.verb <> 'read'))
  and exists (select from case_reach r where r.case_id = fact.case_id)
  and ((select homeward_role()) <> 'partner' or kind like 'referral\_%' or kind like 'concern\_%'
    or kind in ('stage_entered', 'group_attendance_noted', 'school_week_noted'))
);

-- Children of school age in support at a moment of the past, by whether they go to school. Of the whole
-- country only; the application itself sees no case here, and asks for a coordinator or a job.
create function count_schooling(until timestamptz)
returns table (code text, people integer, households integer)
language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with opened as (
    select f.case_id from fact f join fact_body b on b.fact_id = f.id
    where f.kind = 'case_opened' and f.compartment = 'general'
      and f.recorded_at < count_schooling.until
      and (b.body::jsonb -> 'school_age' ->> 'from')::date < count_schooling.until
      and (b.body::jsonb -> 'school_age' ->> 'until')::date >= count_schooling.until
      and 'closed' is distinct from (
        select s.body::jsonb ->> 'phase' from fact e join fact_body s on s.fact_id = e.id
        where e.case_id = f.case_id and e.kind = 'stage_entered'
          and e.recorded_at < count_schooling.until
        order by e.position desc limit 1)
  ), there as (
    select h.person_id, coalesce(m.household_id, h.person_id) as household,
      bool_or(exists (
        select from fact s join fact_body b on b.fact_id = s.id
        where s.case_id = o.case_id and s.kind = 'school_started'
          and s.recorded_at < count_schooling.until
          and not exists (
            select from fact l join fact_body e on e.fact_id = l.id
            where l.case_id = s.case_id and l.kind = 'school_left'
              and l.recorded_at < count_schooling.until
              and e.body::jsonb ->> 'schooling_id' = b.body::jsonb ->> 'schooling_id')
      )) as in_school
    from opened o
      join case_head h on h.case_id = o.case_id
      left join household_member m on m.person_id = h.person_id and m.until_day is null
    group by 1, 2
  )
  select case when t.in_school then 'in_school' else 'not_yet' end,
      count(distinct t.person_id)::integer, count(distinct t.household)::integer
    from there t group by 1;
end
$$;
alter function count_schooling(timestamptz) owner to homeward_reader;
revoke execute on function count_schooling(timestamptz) from public;
grant execute on function count_schooling(timestamptz) to homeward_app;

-- The numbers of a month tell of school too.
alter table frozen_number drop constraint frozen_number_subject_check;
alter table frozen_number add constraint frozen_number_subject_check
  check (subject in ('stage', 'need_domain', 'group_kind', 'school'));
