-- The clock of a place. Where none is written down, that of the place above it holds, and at last the programme's.
alter table place add column time_zone text
  constraint looks_like_a_time_zone check (time_zone ~ '^[A-Za-z0-9_+/-]{1,64}$');

create function place_time_zone(wanted uuid) returns text
  language sql stable set search_path = public
begin atomic
  with recursive above as (
    select p.parent_id, p.time_zone, 0 as far from place p where p.id = place_time_zone.wanted
    union all
    select p.parent_id, p.time_zone, a.far + 1 from place p join above a on p.id = a.parent_id
      where a.far < 8)
  select time_zone from above where time_zone is not null order by far limit 1;
end;
revoke execute on function place_time_zone(uuid) from public;
grant execute on function place_time_zone(uuid) to homeward_app, homeward_reader;

-- Half of the time of a service, and the end of its last day, by the clock of its place.
create or replace function watch_referrals(at timestamptz) returns table (email text, locale text)
language plpgsql security definer set search_path = public as $$
declare
  silent record;
  programme text;
begin
  -- A zone that this database does not know would stop every reminder.
  select coalesce((select n.name from pg_timezone_names n where n.name = (
      select m.document->>'time_zone' from programme_model m
      order by m.published_at desc, m.version desc limit 1) limit 1), 'UTC') into programme;
  for silent in select p.*, z.over_at from referral_packet p
      join service s on s.id = p.service_id
      cross join lateral (select coalesce(place_time_zone(s.place_id), programme) as zone) c
      cross join lateral (select (p.answer_due_on + 1)::timestamp at time zone c.zone as over_at,
        (p.sent_at at time zone c.zone)::date as sent_on) z
      where p.status = 'requested' and p.answered_at is null and p.escalated_at is null
        and not p.withdrawn and p.content is not null
        and (p.reminded_at is null and at >= p.sent_at + (p.answer_due_on - z.sent_on) * interval '12 hours'
          or at >= z.over_at)
      for update of p skip locked loop
    if silent.reminded_at is null and at < silent.over_at then
      insert into notification (id, account_id, kind, details, created_at)
        select new_uuid_v7(), g.account_id, 'request_waits',
          jsonb_build_object('referral_id', silent.referral_id), at from role_grant g
        where g.role = 'partner' and g.organisation_id = silent.organisation_id and g.revoked_at is null;
      return query select l.email, l.locale from referral_link l
        where l.case_id = silent.case_id and l.referral_id = silent.referral_id and l.email is not null
          and l.expires_at > at and exists (select from case_reach r
            where r.key = 'link:' || l.id and r.case_id = l.case_id and r.compartment = 'packet');
      update referral_packet p set reminded_at = at
        where p.case_id = silent.case_id and p.referral_id = silent.referral_id;
    elsif at >= silent.over_at then
      insert into notification (id, account_id, kind, details, created_at)
        select new_uuid_v7(), told.account_id, 'referral_silent',
          jsonb_build_object('case_id', silent.case_id, 'referral_id', silent.referral_id), at
        from (select c.worker_id as account_id from case_file c
            where c.id = silent.case_id and c.worker_id is not null
          union select holder from case_file c, holders_of('supervisor', array[c.place_id]) as holder
            where c.id = silent.case_id) told;
      update referral_packet p set escalated_at = at
        where p.case_id = silent.case_id and p.referral_id = silent.referral_id;
    end if;
  end loop;
end
$$;
