-- A worker goes out and names an hour. It is hers and no person's: no file, no place, no address. Whoever
-- supervises sees who is out now; what ended well they see no more, and all of it goes after some days.
create table outing (
  id uuid primary key,
  account_id uuid not null,
  -- Where she works, never where she goes.
  place_id uuid not null references place (id),
  second_account_id uuid,
  back_at timestamptz(3) not null,
  words text,
  -- When it reached the server: grace is never shorter than from here.
  said_at timestamptz(3) not null,
  came_back_at timestamptz(3),
  came_back_by uuid,
  alert_at timestamptz(3),
  alert_to uuid,
  closed_at timestamptz(3),
  closed_by uuid,
  outcome text,
  found text,
  constraint nobody_goes_along_with_themselves check (second_account_id <> account_id),
  constraint closed_says_what_was_found check
    ((closed_at is null) = (found is null) and (closed_at is null) = (closed_by is null)),
  constraint only_an_alert_is_closed check (closed_at is null or alert_at is not null),
  constraint nobody_closes_their_own check
    (closed_by is null or closed_by <> account_id and closed_by is distinct from second_account_id)
);
create index outing_out on outing (back_at) where came_back_at is null and alert_at is null;
create index outing_place on outing (place_id);
create index outing_account on outing (account_id);
create index outing_second on outing (second_account_id);
alter table outing enable row level security;
alter table outing force row level security;
create policy owner_all on outing to homeward_owner using (true) with check (true);
create policy reader_all on outing to homeward_reader using (true) with check (true);
grant select, update, delete on outing to homeward_reader;
create policy own_reads on outing for select to homeward_app
  using ((select homeward_actor()) in (account_id, second_account_id) and (select homeward_role()) is not null);
-- Who is out, and what came of an alert: the supervisor of the place or above, or whoever stands in.
create policy supervisor_reads on outing for select to homeward_app using (
  (select homeward_role()) = 'supervisor' and (came_back_at is null or alert_at is not null)
  and exists (select from unnest(place_path(place_id)) as p
    where 'supervisor:' || p = any ((select homeward_keys())::text[])));
-- Whoever keeps the rota sees an alert; before that, nothing.
create policy duty_reads on outing for select to homeward_app using (
  alert_at is not null and (select homeward_may('keep_duty', 'general'))
  and (alert_to = (select homeward_actor()) or in_my_place(place_path(place_id))));
create policy own_adds on outing for insert to homeward_app with check (
  homeward_may('append', 'general') and account_id = homeward_actor() and place_id = homeward_place()
  and alert_at is null and came_back_at is null and closed_at is null);
create policy own_changes on outing for update to homeward_app
  using ((select homeward_actor()) in (account_id, second_account_id) and closed_at is null)
  with check ((select homeward_actor()) in (account_id, second_account_id) and closed_at is null);
create policy other_closes on outing for update to homeward_app
  using (alert_at is not null and closed_at is null and (select homeward_may('keep_duty', 'general')))
  with check (closed_by = (select homeward_actor()));
grant select, insert, update (back_at, came_back_at, came_back_by, closed_at, closed_by, outcome, found)
  on outing to homeward_app;

-- Who is told when nobody comes back to a place, the first choice first: on duty, whoever stands in, the
-- supervisor. An account asks about its own place alone; the clock, about any.
create function outing_answerers(places uuid[], at timestamptz)
returns table (account_id uuid, rank integer)
language sql stable security definer set search_path = public
  begin atomic
    select found.account_id, min(found.rank) from (
      select d.account_id, array_position(places, d.place_id) as rank
        from duty d join role_grant g on g.account_id = d.account_id and g.revoked_at is null
        where d.place_id = any (places) and d.ended_at is null and d.from_at <= at and d.until_at > at
          and exists (select from role_right r where r.role = g.role and r.verb = 'keep_duty')
      union all
      select s.account_id, 100 + array_position(places, s.place_id) from stand_in s
        where s.place_id = any (places) and s.ended_at is null and s.from_at <= at and s.until_at > at
      union all
      select g.account_id, 200 + array_position(places, g.place_id) from role_grant g
        where g.role = 'supervisor' and g.revoked_at is null and g.place_id = any (places)
    ) found
    where homeward_actor_kind() is null or places = place_path(homeward_place())
    group by 1 order by 2, 1;
  end;

-- By the server's clock: tells of whoever did not come back, and lets go of what is old. Safe to run
-- twice at once and after any pause: an outing is told of once.
create function watch_outings(at timestamptz, house_grace integer, house_keep integer) returns integer
language plpgsql security definer set search_path = public as $$
declare
  rules jsonb;
  late outing;
  path uuid[];
  raised integer := 0;
begin
  select m.document -> 'work' into rules
    from programme_model m order by m.published_at desc, m.version desc limit 1;
  for late in select * from outing o where o.came_back_at is null and o.alert_at is null
      and greatest(o.back_at, o.said_at) <= at
        - make_interval(mins => coalesce((rules ->> 'grace_minutes')::integer, house_grace))
      for update skip locked loop
    path := place_path(late.place_id);
    update outing o set alert_at = watch_outings.at, alert_to = (
        select a.account_id from outing_answerers(path, watch_outings.at) a
        where a.account_id <> late.account_id and a.account_id is distinct from late.second_account_id
        order by a.rank, a.account_id limit 1)
      where o.id = late.id;
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), a.account_id, 'outing_overdue', '{}', watch_outings.at
      from outing_answerers(path, watch_outings.at) a
      where a.account_id <> late.account_id and a.account_id is distinct from late.second_account_id;
    raised := raised + 1;
  end loop;
  delete from outing o where (o.closed_at is not null or o.came_back_at is not null and o.alert_at is null)
    and o.back_at < at
      - make_interval(days => coalesce((rules ->> 'keep_outing_days')::integer, house_keep));
  delete from notification n where n.kind like 'outing\_%' and n.created_at < at
      - make_interval(days => coalesce((rules ->> 'keep_outing_days')::integer, house_keep));
  return raised;
end
$$;
create policy reader_forgets_outings on notification for delete to homeward_reader
  using (kind like 'outing\_%');
create policy reader_finds_outings on notification for select to homeward_reader
  using (kind like 'outing\_%');
grant select (kind, created_at), delete on notification to homeward_reader;
do $$
declare
  name text;
begin
  foreach name in array array['outing_answerers(uuid[], timestamptz)',
      'watch_outings(timestamptz, integer, integer)'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to homeward_app', name);
  end loop;
end
$$;
