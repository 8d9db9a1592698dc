-- Whoever stands in for a supervisor reads the team by name, and the team reads who approved for it. A
-- colleague is told again when a line about standing in changes: the device keeps what it once read.
alter table stand_in add column xid xid8 not null default pg_current_xact_id();
create index stand_in_news on stand_in (xid);

-- As before, and the people of the places where oneself stands in for the supervisor. Who stands in for
-- the own place, or did, is known by name; whether they may be chosen here is told by where they work.
create or replace function colleagues()
returns table (account_id uuid, role text, place_id uuid, organisation_id uuid, active boolean, xid xid8)
language sql stable security definer set search_path = public
  begin atomic
    with at as (
      select place_path(p) as path, p as place from unnest(
        case when homeward_role() = 'supervisor' then standing_in(homeward_actor()) else '{}' end
          || homeward_place()) as p
    ), near as (
      select g.*, exists (select from at where g.place_id = any (at.path)
        or at.place = any (place_path(g.place_id))) as here
      from role_grant g
      where homeward_place() is not null
        and exists (select from role_right r where r.role = homeward_role() and r.verb = 'read')
        and (g.role = 'mentor' or exists (select from role_right r where r.role = g.role))
    ), known as (
      select n.account_id, n.role, n.place_id, n.organisation_id, n.revoked_at is null and n.here as active,
        greatest(n.xid, stood.xid) as xid, n.granted_at
      from near n left join lateral (
        select s.xid from stand_in s where s.account_id = n.account_id and n.role = 'supervisor'
          and (s.place_id = any (place_path(homeward_place()))
            or homeward_place() = any (place_path(s.place_id)))
        order by s.xid desc limit 1) as stood on true
      where n.here or stood.xid is not null
    )
    select distinct on (k.account_id) k.account_id, k.role, k.place_id, k.organisation_id, k.active, k.xid
    from known k order by k.account_id, k.granted_at desc;
  end;

-- As before; a new line about standing in brings a name.
create or replace function feed_news(after xid8, upper xid8) returns table (
  colleague boolean, lost boolean, begun boolean, changed boolean, person boolean, household boolean
) language sql stable security definer set search_path = public
  begin atomic
    select
      exists (select from role_grant g where g.xid >= feed_news.after and g.xid < feed_news.upper)
        or exists (select from stand_in s where s.xid >= feed_news.after and s.xid < feed_news.upper),
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
