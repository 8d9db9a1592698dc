-- Reminders stand in the workspace too, of a session also an hour before and for whoever appears in it,
-- and an institution whose answer to a letter is due is reminded once.

alter table exchange.reminder drop constraint reminder_kind_check;
alter table exchange.reminder add constraint reminder_kind_check check
  (kind in ('call_ends', 'reviews_due', 'session_tomorrow', 'own_session_tomorrow', 'session_soon'));

alter table exchange.invitation
  -- the day by which the letter asks for an answer
  add column reply_by date,
  add column reminded_at timestamptz;

drop function exchange.remind_conference(timestamptz);
-- Notes the reminders that are due and have not been given, tells them in the workspace and returns
-- them, so that letters go out; the rows remember it, not the process.
create function exchange.remind_conference(at timestamptz)
returns table (kind text, subject_id uuid, participant_id uuid, edition_id uuid, due timestamptz)
language sql security definer set search_path = exchange as $$
  with coming as (
    select s.id, s.edition_id, s.starts_at, row_number() over (
        partition by s.edition_id, (s.starts_at at time zone e.time_zone)::date
        order by s.starts_at, s.id) = 1 as first_of_day
    from session s join edition e on e.id = s.edition_id and e.state = 'published'
    where s.state = 'published' and s.starts_at is not null and s.kind <> 'break'
  ), owed as (
    select 'call_ends' as kind, p.id as subject, w.participant_id as who, p.edition_id as edition,
      greatest(c.closes::timestamp at time zone c.time_zone, g.until) as due, interval '3 days' as before
    from proposal p join proposal_author w on w.proposal_id = p.id
      join edition e on e.id = p.edition_id and e.state = 'published'
      join call c on c.edition_id = p.edition_id
      left join call_grace g on g.edition_id = p.edition_id and g.participant_id = w.participant_id
    where p.state = 'draft'
    union all
    select 'reviews_due', a.proposal_id, a.reviewer_id, a.edition_id,
      c.reviews_due::timestamp at time zone c.time_zone, interval '3 days'
    from review_assignment a join call c on c.edition_id = a.edition_id
      join proposal p on p.id = a.proposal_id and p.state = 'in_review'
    where not exists (select from review r
      where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id)
    union all
    select 'session_tomorrow', r.edition_id, r.participant_id, r.edition_id, min(s.starts_at),
      interval '26 hours'
    from registration r join coming s on s.edition_id = r.edition_id
    where r.state = 'approved' group by r.edition_id, r.participant_id
    union all
    select 'own_session_tomorrow', s.id, p.participant_id, s.edition_id, s.starts_at, interval '26 hours'
    from coming s join session_speaker p on p.session_id = s.id
    union all
    -- Whoever appears in it, of each session; whoever listens, of the first of a day.
    select 'session_soon', s.id, p.who, s.edition_id, s.starts_at, interval '65 minutes'
    from coming s cross join lateral (
      select x.participant_id as who from session_speaker x where x.session_id = s.id
      union
      select r.participant_id from registration r
        where s.first_of_day and r.edition_id = s.edition_id and r.state = 'approved') p
  ), told as (
    insert into reminder (kind, subject_id, participant_id, edition_id, at)
    select o.kind, o.subject, o.who, o.edition, $1 from owed o
    where o.due > $1 and o.due <= $1 + o.before
    on conflict do nothing returning reminder.kind, reminder.subject_id, reminder.participant_id
  ), noticed as (
    insert into notice (id, participant_id, kind, details, created_at)
    select gen_random_uuid(), t.participant_id, 'remind_' || t.kind, jsonb_build_object('workspace',
      case when t.kind in ('call_ends', 'reviews_due') then '/workspace/proposals/' || t.subject_id
        else '/workspace/programme' end), $1
    from told t
  )
  select o.kind, o.subject, o.who, o.edition, o.due from told t
    join owed o on o.kind = t.kind and o.subject = t.subject_id and o.who = t.participant_id
$$;

-- Notes the letters whose answer is due within three days and was not given, tells whoever sent them,
-- and returns where the institution is reminded; no name stands in it.
create function exchange.remind_replies(at timestamptz)
returns table (email text, lang text, code text, series text, running integer, reply_by date, edition jsonb)
language sql security definer set search_path = exchange as $$
  with told as (
    update invitation i set reminded_at = $1 from edition e
    where e.id = i.edition_id and e.state = 'published' and i.sent_at is not null
      and i.reminded_at is null
      and i.reply_by between ($1 at time zone e.time_zone)::date
        and ($1 at time zone e.time_zone)::date + 3
      and not exists (select from invitation_reply r
        where r.invitation_id = i.id and r.reply <> 'acknowledged')
    returning i.id, i.sent_by, i.email, i.body ->> 'source' as lang, i.code, i.series, i.running,
      i.reply_by, e.title::jsonb as edition
  ), noticed as (
    insert into notice (id, participant_id, kind, details, created_at)
    select gen_random_uuid(), t.sent_by, 'remind_reply_due',
      jsonb_build_object('workspace', '/workspace/invitations/' || t.id), $1
    from told t where t.sent_by is not null
  )
  select t.email, t.lang, t.code, t.series, t.running, t.reply_by, t.edition from told t
    where t.email is not null
$$;

grant select on exchange.invitation, exchange.invitation_reply to homeward_reader;
grant update (reminded_at) on exchange.invitation to homeward_reader;
create policy reader_reminds on exchange.invitation for select to homeward_reader using (true);
create policy reader_notes on exchange.invitation for update to homeward_reader using (true);
create policy reader_reminds on exchange.invitation_reply for select to homeward_reader using (true);

grant create on schema exchange to homeward_reader;
alter function exchange.remind_conference(timestamptz) owner to homeward_reader;
alter function exchange.remind_replies(timestamptz) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.remind_conference(timestamptz), exchange.remind_replies(timestamptz) from public;
grant execute on function exchange.remind_conference(timestamptz), exchange.remind_replies(timestamptz)
  to homeward_exchange;
