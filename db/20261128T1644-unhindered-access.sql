-- Unhindered access, frozen when a month is over: how long people waited from a need to the service, by
-- region and by service, and what stood in the way. What stands here has passed disclosure control.
create table frozen_access (
  month date primary key check (extract(day from month) = 1),
  rows jsonb not null,
  method jsonb not null,
  made_at timestamptz(3) not null
);
alter table frozen_access enable row level security;
alter table frozen_access force row level security;
create policy owner_all on frozen_access to homeward_owner using (true) with check (true);
create policy coordinator_reads on frozen_access for select to homeward_app
  using (homeward_role() in ('coordinator', 'job'));
create policy freezes on frozen_access for insert to homeward_app
  with check (homeward_role() in ('coordinator', 'job'));
grant select, insert on frozen_access to homeward_app;

-- `wait`: people whom a service first helped in this time, and the middle of their days from the need, by
-- region, by service and (`all`) together; a person with several counts once, with the mean of the own days.
-- `barrier`: people whose referral came to nothing, by what stood in the way (`part`) and region. By the
-- moment in which it was written down, so that what comes late is counted too.
create function count_access(since timestamptz, until timestamptz, zone text)
returns table (subject text, code text, part text, people integer, households integer, days integer)
language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with told as materialized (
    select f.case_id, f.kind, f.position, f.recorded_at, b.body::jsonb as said
    from fact f join fact_body b on b.fact_id = f.id
    where f.recorded_at < count_access.until and f.kind in ('referral_prepared', 'referral_answered',
      'referral_completed', 'referral_cancelled', 'need_identified', 'need_resolved', 'needs_assessed')
  ), here as (
    select c.id as case_id, c.person_id, coalesce(m.household_id, c.person_id) as household,
      coalesce((select r.id::text from place r where r.id = any (c.place_path) and r.level = 'region'),
        'country') as region
    from case_file c
      left join household_member m on m.person_id = c.person_id and m.until_day is null
  ), helped as (
    select t.case_id, t.said ->> 'referral_id' as referral_id, min(t.recorded_at) as told_at,
      min(coalesce((coalesce(t.said -> 'answer', t.said) ->> 'on')::date,
        (t.recorded_at at time zone count_access.zone)::date)) as helped_on
    from told t
    where t.kind = 'referral_answered' and (t.said -> 'answer' ->> 'kind' = 'seen'
        or t.said -> 'answer' ->> 'outcome' in ('met', 'partly'))
      or t.kind = 'referral_completed' and t.said ->> 'outcome' in ('met', 'partly')
    group by 1, 2
  ), begun as (
    select h.case_id, h.helped_on, p.said ->> 'service_id' as service, s.need_domain,
      p.recorded_at as prepared_at, p.said ->> 'need_id' as need_id
    from helped h
      join told p on p.case_id = h.case_id and p.kind = 'referral_prepared'
        and p.said ->> 'referral_id' = h.referral_id
      join service s on s.id = (p.said ->> 'service_id')::uuid
    where h.told_at >= count_access.since
  ), waited as (
    select b.case_id, b.service, greatest(0, b.helped_on - (coalesce(
        -- The need that the referral names, else the open one of that area, else an answer that named it.
        (select min(n.recorded_at) from told n where n.case_id = b.case_id
          and n.kind = 'need_identified' and n.said ->> 'need_id' = b.need_id),
        (select min(n.recorded_at) from told n where n.case_id = b.case_id
          and n.kind = 'need_identified' and n.said ->> 'domain' = b.need_domain
          and n.recorded_at <= b.prepared_at and not exists (
            select from told r where r.case_id = n.case_id and r.kind = 'need_resolved'
              and r.said ->> 'need_id' = n.said ->> 'need_id' and r.recorded_at <= b.prepared_at)),
        (select min(a.recorded_at) from told a where a.case_id = b.case_id
          and a.kind = 'needs_assessed' and a.recorded_at <= b.prepared_at
          and exists (select from jsonb_array_elements(a.said -> 'answers') one
            where one ->> 'domain' = b.need_domain and one ->> 'value' in ('some', 'urgent'))),
        b.prepared_at) at time zone count_access.zone)::date) as days
    from begun b
  ), each_one as (
    select 'region' as subject, h.region as code, h.person_id, h.household, avg(w.days) as days
      from waited w join here h on h.case_id = w.case_id group by 1, 2, 3, 4
    union all
    select 'service', w.service, h.person_id, h.household, avg(w.days)
      from waited w join here h on h.case_id = w.case_id group by 1, 2, 3, 4
    union all
    select 'all', 'all', h.person_id, h.household, avg(w.days)
      from waited w join here h on h.case_id = w.case_id group by 1, 2, 3, 4
  ), barred as (
    -- Whoever named it last: the worker at the end knows more than the service did.
    select distinct on (t.case_id, t.said ->> 'referral_id') t.case_id,
      coalesce(t.said ->> 'barrier', t.said -> 'answer' ->> 'barrier') as barrier
    from told t
    where coalesce(t.said ->> 'barrier', t.said -> 'answer' ->> 'barrier') is not null
      and t.recorded_at >= count_access.since
      and not exists (select from helped d where d.case_id = t.case_id
        and d.referral_id = t.said ->> 'referral_id')
    order by t.case_id, t.said ->> 'referral_id', t.position desc
  )
  select e.subject, e.code, null, count(*)::integer, count(distinct e.household)::integer,
      round(percentile_cont(0.5) within group (order by e.days::double precision))::integer
    from each_one e group by 1, 2
  union all
  select 'barrier', h.region, b.barrier, count(distinct h.person_id)::integer,
      count(distinct h.household)::integer, null
    from barred b join here h on h.case_id = b.case_id group by 2, 3;
end
$$;
alter function count_access(timestamptz, timestamptz, text) owner to homeward_reader;
revoke execute on function count_access(timestamptz, timestamptz, text) from public;
grant execute on function count_access(timestamptz, timestamptz, text) to homeward_app;
