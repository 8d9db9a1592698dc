-- A pull asks first whether anything is new, by indexes alone: what was committed since is little, and what
-- somebody reaches is much. One more entry only where rows seldom change; a file's list row changes with
-- each command and needs none, because its facts carry the same transaction.
create index case_reach_began on case_reach (key, xid);
create index reach_lost_when on reach_lost (key, xid);
create index person_moved on person (xid);
create index household_moved on household (xid);
create index role_grant_moved on role_grant (xid);
create index place_moved on place (xid);
create index organisation_moved on organisation (xid);
create index service_moved on service (xid);

create policy reader_finds on reach_lost for select to homeward_reader using (true);
grant select on reach_lost to homeward_reader;

-- The files in reach of the actor whose reach began in a window of transactions.
create function files_begun(after xid8, upper xid8) returns table (case_id uuid, person_id uuid)
language sql stable security definer set search_path = public
  begin atomic
    select distinct r.case_id, r.person_id from case_reach r
    where r.key = any (homeward_keys()) and r.compartment = 'general'
      and r.xid >= files_begun.after and r.xid < files_begun.upper
      and (r.until is null or r.until > now());
  end;

-- The files in reach of the actor about which something was said in a window, in whatever compartment:
-- the row of the list may have changed. From the very first transaction on, all of them have begun.
create function files_changed(after xid8, upper xid8) returns table (case_id uuid)
language sql stable security definer set search_path = public
  begin atomic
    select distinct f.case_id from fact f
    where files_changed.after > '0' and f.xid >= files_changed.after and f.xid < files_changed.upper
      and exists (select from case_reach r
        where r.case_id = f.case_id and r.compartment = 'general' and r.key = any (homeward_keys())
          and (r.until is null or r.until > now()));
  end;

-- What of the actor's own is new in a window of transactions, by the name of the feed's table.
create function feed_news(after xid8, upper xid8) returns table (
  colleague boolean, lost boolean, begun boolean, changed boolean, person boolean, household boolean
) language sql stable security definer set search_path = public
  begin atomic
    select
      exists (select from role_grant g where g.xid >= feed_news.after and g.xid < feed_news.upper),
      exists (select from reach_lost l where l.key = any (homeward_keys())
        and l.xid >= feed_news.after and l.xid < feed_news.upper),
      exists (select from files_begun(feed_news.after, feed_news.upper)),
      exists (select from files_changed(feed_news.after, feed_news.upper)),
      exists (select from person p where p.xid >= feed_news.after and p.xid < feed_news.upper
        and exists (select from case_reach r where r.person_id = p.id and r.compartment = 'general'
          and r.key = any (homeward_keys()))),
      exists (select from household h join household_member m on m.household_id = h.id
        join case_reach r on r.person_id = m.person_id
        where h.xid >= feed_news.after and h.xid < feed_news.upper
          and r.compartment = 'general' and r.key = any (homeward_keys()));
  end;

-- How much each worker carries, of the open files that the actor reaches: numbers by account, no file. Late
-- are the tasks of the compartments in reach; who reaches one of them reaches the general part too. Planned
-- anew each time: one reaches ten files, another all.
create function team_caseloads(at timestamptz) returns table (
  worker_id uuid, open integer, urgent integer, overdue integer, conflicts integer,
  last_met_on date, longest_unmet_since date, never_met integer
) language plpgsql stable security definer
set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  keys text[] := homeward_keys();
begin
  return query
    with late as (
      select c.worker_id, count(*)::int as tasks from task t join case_file c on c.id = t.case_id
      where t.due_at < team_caseloads.at and c.closed_at is null
        and exists (select from case_reach r where r.key = any (keys)
          and r.case_id = t.case_id and r.compartment = t.compartment
          and (r.until is null or r.until > now()))
      group by c.worker_id
    ), carried as (
      select c.worker_id, count(*)::int as open,
        (count(*) filter (where c.urgent_needs > 0))::int as urgent, sum(c.conflicts)::int as conflicts,
        max(c.last_met_on) as last_met_on, min(c.last_met_on) as longest_unmet_since,
        (count(*) filter (where c.last_met_on is null))::int as never_met
      from case_file c where c.closed_at is null
        and c.id in (select r.case_id from case_reach r where r.key = any (keys)
          and r.compartment = 'general' and (r.until is null or r.until > now()))
      group by c.worker_id
    )
    select c.worker_id, c.open, c.urgent, coalesce(l.tasks, 0), c.conflicts,
      c.last_met_on, c.longest_unmet_since, c.never_met
    from carried c left join late l on l.worker_id is not distinct from c.worker_id;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['files_begun(xid8, xid8)', 'files_changed(xid8, xid8)',
    'feed_news(xid8, xid8)', 'team_caseloads(timestamptz)'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('grant execute on function %s to homeward_app', name);
  end loop;
end
$$;
