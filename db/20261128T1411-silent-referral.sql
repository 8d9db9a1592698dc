-- A service that stays silent: reminded halfway to the day by which it was asked to answer, and after that
-- day worker and supervisor are told. Each once.
alter table referral_packet add column reminded_at timestamptz(3), add column escalated_at timestamptz(3);
create index referral_packet_silent on referral_packet (sent_at)
  where status = 'requested' and answered_at is null and escalated_at is null;
create policy reader_notes on referral_packet for update to homeward_reader using (true);
grant update (reminded_at, escalated_at) on referral_packet to homeward_reader;

-- Where the letter with the link went, for one reminder. Nobody but that reminder reads it.
alter table referral_link add column email text, add column locale text;

-- Tells what is due by now, and answers with the addresses of services that have a link and no account.
create function watch_referrals(at timestamptz) returns table (email text, locale text)
language plpgsql security definer set search_path = public as $$
declare
  silent referral_packet;
begin
  for silent in select * from referral_packet p
      where p.status = 'requested' and p.answered_at is null and p.escalated_at is null
        and not p.withdrawn and p.content is not null
        and (p.reminded_at is null and at >= p.sent_at + (p.answer_due_on - p.sent_at::date) * interval '12 hours'
          or at >= p.answer_due_on + interval '1 day')
      for update skip locked loop
    if silent.reminded_at is null and at < silent.answer_due_on + interval '1 day' then
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
    elsif at >= silent.answer_due_on + interval '1 day' then
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
alter function watch_referrals(timestamptz) owner to homeward_reader;
revoke execute on function watch_referrals(timestamptz) from public;
grant execute on function watch_referrals(timestamptz) to homeward_app;
