-- Certificates come by themselves once a conference is over, unless its organisers want to make them by hand.
alter table exchange.edition add column certificates_by_themselves boolean not null default true;

-- Makes what is missing, at most one for each code that is brought, tells whoever got one, and puts right what was
-- corrected since. By an organiser at any time; by nobody (the clock) from the day after the last day, for a month.
create function exchange.issue_certificates(edition uuid, at timestamptz, ids uuid[], codes text[]) returns setof uuid
language plpgsql security definer set search_path = exchange as $$
declare
  one record;
  made integer := 0;
begin
  if me() is null then
    if not exists (select from edition e where e.id = issue_certificates.edition and e.state <> 'draft'
        and e.certificates_by_themselves
        and (at at time zone e.time_zone)::date between e.ends_on + 1 and e.ends_on + 31) then
      return;
    end if;
  elsif not holds(issue_certificates.edition, 'organiser') then
    raise exception 'only an organiser makes certificates' using errcode = '42501';
  end if;
  -- Two hands or two servers at once make none twice.
  perform pg_advisory_xact_lock(hashtextextended('certificates ' || issue_certificates.edition, 0));
  -- What was corrected since: hours are put right, and nobody keeps one for what he did not attend.
  update certificate c set minutes = n.minutes, sessions = n.sessions,
      revoked_at = case when n.sessions = 0 and c.part <> 'reviewer' then at else c.revoked_at end
    from (select x.id, coalesce(sum(s.minutes), 0)::integer as minutes, count(s.id)::integer as sessions
      from certificate x
        left join attendance a on a.edition_id = x.edition_id and a.participant_id = x.participant_id
        left join session s on s.id = a.session_id
      where x.edition_id = issue_certificates.edition group by x.id) n
    where c.id = n.id and (c.minutes, c.sessions) is distinct from (n.minutes, n.sessions);
  -- One for each part that somebody had; whoever has one keeps its code.
  for one in
    with came as (
      select a.participant_id, sum(coalesce(s.minutes, 0))::integer as minutes, count(*)::integer as sessions
      from attendance a join session s on s.id = a.session_id
      where a.edition_id = issue_certificates.edition group by a.participant_id)
    select p.id, p.name, parts.part, coalesce(c.minutes, 0) as minutes, coalesce(c.sessions, 0) as sessions
    from participant p left join came c on c.participant_id = p.id
      cross join lateral (
        select 'participant' as part where c.sessions > 0
        union select r.role from role r where r.participant_id = p.id and r.revoked_at is null
          and r.edition_id = issue_certificates.edition and r.role in ('speaker', 'moderator', 'interpreter')
          and c.sessions > 0
        union select 'reviewer' where exists (select from review v
          where v.edition_id = issue_certificates.edition and v.reviewer_id = p.id)) parts
    where not exists (select from certificate x where x.edition_id = issue_certificates.edition
      and x.participant_id = p.id and x.part = parts.part)
    order by p.name, parts.part limit cardinality(codes)
  loop
    made := made + 1;
    insert into certificate (id, edition_id, participant_id, code, name, part, minutes, sessions, issued_at)
      values (ids[made], issue_certificates.edition, one.id, codes[made], one.name, one.part, one.minutes,
        one.sessions, at);
    return next one.id;
  end loop;
  if made > 0 then
    insert into notice (id, participant_id, kind, details, created_at)
      select gen_random_uuid(), p.id, 'certificate_ready', jsonb_build_object('workspace', '/workspace/registrations'), at
      from participant p where exists (select from certificate c where c.edition_id = issue_certificates.edition
        and c.participant_id = p.id and c.issued_at = at);
  end if;
end
$$;

-- The conferences whose certificates are due by themselves: for the clock.
create function exchange.certificates_due(at timestamptz) returns setof uuid
language sql stable security definer set search_path = exchange as $$
  select e.id from edition e where e.state <> 'draft' and e.certificates_by_themselves
    and (at at time zone e.time_zone)::date between e.ends_on + 1 and e.ends_on + 31
$$;

grant insert, update (minutes, sessions, revoked_at) on exchange.certificate to homeward_reader;
create policy reader_makes on exchange.certificate for insert to homeward_reader with check (true);
create policy reader_corrects on exchange.certificate for update to homeward_reader using (true);

grant create on schema exchange to homeward_reader;
alter function exchange.issue_certificates(uuid, timestamptz, uuid[], text[]) owner to homeward_reader;
alter function exchange.certificates_due(timestamptz) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.issue_certificates(uuid, timestamptz, uuid[], text[]), exchange.certificates_due(timestamptz) from public;
grant execute on function exchange.issue_certificates(uuid, timestamptz, uuid[], text[]), exchange.certificates_due(timestamptz)
  to homeward_exchange;
