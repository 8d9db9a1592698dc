-- Numbers about the whole country, frozen once a month and never recomputed: a later change of the past
-- would be read as a change of a few people. What stands here has passed disclosure control already.
create table frozen_number (
  month date not null check (extract(day from month) = 1),
  subject text not null check (subject in ('stage', 'need_domain')),
  -- Cells `{ code, people }`; people is null where the cell is hidden.
  rows jsonb not null,
  total integer,
  -- The rule that it was made by: smallest cell, smallest number of households, rounding.
  method jsonb not null,
  made_at timestamptz(3) not null,
  primary key (month, subject)
);
alter table frozen_number enable row level security;
alter table frozen_number force row level security;
create policy owner_all on frozen_number to homeward_owner using (true) with check (true);
create policy coordinator_reads on frozen_number for select to homeward_app
  using (homeward_role() in ('coordinator', 'job'));
create policy freezes on frozen_number for insert to homeward_app
  with check (homeward_role() in ('coordinator', 'job'));
-- No update and no delete: what is frozen stays.
grant select, insert on frozen_number to homeward_app;

create policy reader_reads on fact for select to homeward_reader
  using (compartment = 'general');
create policy reader_reads on fact_body for select to homeward_reader
  using (compartment = 'general');
grant select on fact, fact_body to homeward_reader;

-- How many people stood where at a moment of the past, from the facts recorded before it: everybody by
-- the stage of the newest file, and those in support by each domain in which they have a need. Counts of
-- the whole country only. The application itself sees no case here, and asks for a coordinator or a job.
create function count_people(until timestamptz)
returns table (subject text, code text, people integer, households integer)
language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with opened as (
    -- An opening whose body was erased, by an undone import or at the person's wish, counts nobody.
    select distinct on (h.person_id) h.person_id, h.case_id
    from fact f
      join fact_body b on b.fact_id = f.id
      join case_head h on h.case_id = f.case_id
    where f.kind = 'case_opened' and f.recorded_at < count_people.until
    order by h.person_id, f.recorded_at desc, h.case_id
  ), standing as (
    select distinct on (o.case_id) o.case_id, o.person_id,
      coalesce(m.household_id, o.person_id) as household,
      b.body::jsonb ->> 'stage' as stage, b.body::jsonb ->> 'phase' as phase
    from opened o
      join fact f on f.case_id = o.case_id and f.kind = 'stage_entered'
        and f.recorded_at < count_people.until
      join fact_body b on b.fact_id = f.id
      left join household_member m on m.person_id = o.person_id and m.until_day is null
    order by o.case_id, f.position desc
  ), answered as (
    select distinct on (f.case_id, said ->> 'domain') f.case_id, said ->> 'domain' as domain,
      said ->> 'value' as value, f.position
    from standing s
      join fact f on f.case_id = s.case_id and f.kind = 'needs_assessed'
        and f.recorded_at < count_people.until
      join fact_body b on b.fact_id = f.id
      cross join jsonb_array_elements(b.body::jsonb -> 'answers') said
    where s.phase <> 'closed'
    order by f.case_id, said ->> 'domain', f.position desc
  ), named as (
    select f.case_id, b.body::jsonb ->> 'domain' as domain, ended.position as resolved
    from standing s
      join fact f on f.case_id = s.case_id and f.kind = 'need_identified'
        and f.recorded_at < count_people.until
      join fact_body b on b.fact_id = f.id
      left join lateral (
        select r.position from fact r join fact_body e on e.fact_id = r.id
        where r.case_id = f.case_id and r.kind = 'need_resolved'
          and r.recorded_at < count_people.until
          and e.body::jsonb ->> 'need_id' = b.body::jsonb ->> 'need_id'
        limit 1) ended on true
    where s.phase <> 'closed'
  ), needing as (
    select n.case_id, n.domain from named n where n.resolved is null
    union
    -- An answer stands until a need of that domain, resolved after it, says otherwise.
    select a.case_id, a.domain from answered a
    where a.value in ('some', 'urgent') and not exists (
      select from named n
      where n.case_id = a.case_id and n.domain = a.domain and n.resolved > a.position)
  )
  select 'stage', s.stage, count(*)::integer, count(distinct s.household)::integer
    from standing s group by s.stage
  union all
  select 'need_domain', n.domain, count(*)::integer, count(distinct s.household)::integer
    from needing n join standing s on s.case_id = n.case_id group by n.domain
  union all
  select 'in_support', 'all', count(*)::integer, count(distinct s.household)::integer
    from standing s where s.phase <> 'closed';
end
$$;
alter function count_people(timestamptz) owner to homeward_reader;
revoke execute on function count_people(timestamptz) from public;
grant execute on function count_people(timestamptz) to homeward_app;

-- The moment from which there is something to count.
create function counting_since() returns timestamptz
language sql stable security definer set search_path = public
  begin atomic
    select min(f.recorded_at) from fact f where f.kind = 'case_opened';
  end;
alter function counting_since() owner to homeward_reader;
revoke execute on function counting_since() from public;
grant execute on function counting_since() to homeward_app;
