-- Minutes, and recommendations that are followed until somebody has acted: a line of the minutes becomes a
-- text that countries amend and speak to, is adopted in every language of the edition and frozen, has owners,
-- and is reported on until it is done.

-- Every role of an edition: who takes part in it at all.
create function exchange.takes_part(edition uuid) returns boolean
language sql stable parallel safe as $$
  select exchange.holds(edition, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter', 'speaker',
    'attendee', 'delegate')
$$;
grant execute on function exchange.takes_part(uuid) to homeward_exchange, homeward_owner, homeward_reader;

create table exchange.minutes_line (
  id uuid primary key,
  session_id uuid not null references exchange.session on delete cascade,
  number integer not null check (number between 1 and 10000),
  words exchange.wording not null,
  -- the name to print; never there under the Chatham House Rule
  speaker text check (length(speaker) between 1 and 200),
  written_by uuid references exchange.participant on delete set null,
  at timestamptz not null,
  unique (session_id, number)
);

create table exchange.recommendation (
  id uuid primary key,
  edition_id uuid not null references exchange.edition,
  session_id uuid references exchange.session,
  line_id uuid references exchange.minutes_line,
  number integer not null check (number between 1 and 10000),
  theme text not null check (theme ~ '^[a-z_]{1,40}$'),
  text exchange.wording not null,
  -- who is told what became of it; nobody where the rule of the session forbids to know
  proposer_id uuid references exchange.participant on delete set null,
  marked_by uuid references exchange.participant on delete set null,
  replaces_id uuid unique references exchange.recommendation,
  adopted_on date,
  body exchange.wording,
  status text not null default 'open' check (status in ('open', 'accepted', 'under_way', 'partly', 'done',
    'declined')),
  lead_id uuid references exchange.institution,
  co_owner_ids uuid[] not null default '{}' check (cardinality(co_owner_ids) <= 20),
  due_on date,
  review_on date,
  indicator_name exchange.wording,
  indicator_base numeric,
  indicator_target numeric,
  indicator_unit text check (length(indicator_unit) between 1 and 60),
  -- the practice or the programme model that came of it
  came_of_kind text check (came_of_kind in ('practice', 'model')),
  came_of_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (edition_id, number),
  check ((adopted_on is null) = (body is null)),
  check (status = 'open' or adopted_on is not null),
  check ((came_of_kind is null) = (came_of_id is null))
);
create index recommendation_session on exchange.recommendation (session_id);
create index recommendation_lead on exchange.recommendation (lead_id);

create table exchange.amendment (
  id uuid primary key,
  recommendation_id uuid not null references exchange.recommendation on delete cascade,
  author_id uuid references exchange.participant on delete set null,
  -- names to print: a delegate reads no row about somebody else
  author text not null check (length(author) between 1 and 200),
  country text check (country ~ '^[A-Z]{2}$'),
  old_words text not null check (length(old_words) <= 4000),
  new_words text not null check (length(new_words) <= 4000),
  reason text check (length(reason) <= 8000),
  seen integer not null,
  state text not null check (state in ('proposed', 'conflict', 'accepted', 'rejected')),
  decided_by uuid references exchange.participant on delete set null,
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) <= 8000),
  created_at timestamptz not null,
  check ((state in ('accepted', 'rejected')) = (decided_at is not null)),
  check (state <> 'rejected' or decision_reason is not null)
);
create index amendment_recommendation on exchange.amendment (recommendation_id, created_at);

-- One position a country.
create table exchange.position (
  id uuid primary key,
  recommendation_id uuid not null references exchange.recommendation on delete cascade,
  country text not null check (country ~ '^[A-Z]{2}$'),
  participant_id uuid references exchange.participant on delete set null,
  stance text not null check (stance in ('support', 'reservation', 'abstain')),
  words exchange.wording,
  -- the revision of the text that the country spoke of
  revision integer not null,
  at timestamptz not null,
  version integer not null default 1,
  unique (recommendation_id, country),
  check (stance <> 'reservation' or words is not null)
);

create table exchange.activity (
  id uuid primary key,
  recommendation_id uuid not null references exchange.recommendation on delete cascade,
  title exchange.wording not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  done_on date,
  institution_id uuid references exchange.institution,
  version integer not null default 1,
  created_at timestamptz not null
);
create index activity_recommendation on exchange.activity (recommendation_id, starts_on);

create table exchange.progress_report (
  id uuid primary key,
  recommendation_id uuid not null references exchange.recommendation on delete cascade,
  -- null where the organiser wrote it down for an owner who could not
  institution_id uuid references exchange.institution,
  participant_id uuid references exchange.participant on delete set null,
  status text not null,
  words exchange.wording,
  value numeric,
  evidence text check (evidence ~ '^https?://' and length(evidence) <= 500),
  reported_on date not null,
  version integer not null default 1,
  at timestamptz not null,
  check (status <> 'declined' or words is not null)
);
create index progress_report_recommendation on exchange.progress_report (recommendation_id, at);

-- What somebody was reminded of already: never twice of the same day.
create table exchange.recommendation_reminder (
  recommendation_id uuid not null references exchange.recommendation on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  kind text not null check (kind in ('review_due', 'review_overdue')),
  of_day date not null,
  sent_at timestamptz not null,
  primary key (recommendation_id, participant_id, kind, of_day)
);

do $$
declare
  name text;
begin
  foreach name in array array['minutes_line', 'recommendation', 'amendment', 'position', 'activity',
    'progress_report', 'recommendation_reminder']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

grant select, insert on exchange.minutes_line, exchange.amendment, exchange.position, exchange.activity,
  exchange.progress_report, exchange.recommendation to homeward_exchange;
grant update (words, speaker) on exchange.minutes_line to homeward_exchange;
grant update (text, theme, adopted_on, body, status, lead_id, co_owner_ids, due_on, review_on, indicator_name,
  indicator_base, indicator_target, indicator_unit, came_of_kind, came_of_id, version)
  on exchange.recommendation to homeward_exchange;
grant update (state, decided_by, decided_at, decision_reason) on exchange.amendment to homeward_exchange;
grant update (participant_id, stance, words, revision, at) on exchange.position to homeward_exchange;
grant update (title, starts_on, ends_on, done_on, version) on exchange.activity to homeward_exchange;
grant update (words, version) on exchange.progress_report to homeward_exchange;

-- Minutes are read by those who take part, of a closed session by those who keep it alone.
create policy reads on exchange.minutes_line for select to homeward_exchange
  using (exists (select from exchange.session s where s.id = session_id
    and (exchange.holds(s.edition_id, 'organiser', 'moderator')
      or (s.rule <> 'closed' and exchange.takes_part(s.edition_id)))));
create policy adds on exchange.minutes_line for insert to homeward_exchange
  with check (written_by = exchange.me() and exists (select from exchange.session s
    where s.id = session_id and exchange.holds(s.edition_id, 'organiser', 'moderator')));
create policy changes on exchange.minutes_line for update to homeward_exchange
  using (exists (select from exchange.session s where s.id = session_id
    and (exchange.holds(s.edition_id, 'organiser', 'moderator')
      or (s.rule <> 'closed' and exchange.holds(s.edition_id, 'editor', 'interpreter')))));

-- What was adopted is everybody's; a draft is for those who take part.
create policy reads on exchange.recommendation for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id)
    and (adopted_on is not null or exchange.takes_part(edition_id)));
create policy adds on exchange.recommendation for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser', 'moderator') and marked_by = exchange.me()
    and adopted_on is null);
create policy changes on exchange.recommendation for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator', 'editor', 'interpreter')
    or exists (select from exchange.participant p where p.id = exchange.me()
      and (p.institution_id = lead_id or p.institution_id = any (co_owner_ids))));

create policy reads on exchange.amendment for select to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id
    and exchange.takes_part(r.edition_id)));
create policy adds on exchange.amendment for insert to homeward_exchange
  with check (author_id = exchange.me() and state in ('proposed', 'conflict')
    and exists (select from exchange.recommendation r where r.id = recommendation_id
      and r.adopted_on is null and exchange.takes_part(r.edition_id)));
create policy changes on exchange.amendment for update to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id
    and r.adopted_on is null and exchange.holds(r.edition_id, 'organiser', 'moderator')));

create policy reads on exchange.position for select to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id));
-- Nobody speaks for another country, and nobody after adoption.
create policy adds on exchange.position for insert to homeward_exchange
  with check (participant_id = exchange.me()
    and exists (select from exchange.recommendation r
      join exchange.role d on d.participant_id = exchange.me() and d.role = 'delegate'
        and d.revoked_at is null and d.country = position.country
        and (d.edition_id is null or d.edition_id = r.edition_id)
      where r.id = recommendation_id and r.adopted_on is null));
create policy changes on exchange.position for update to homeward_exchange
  using (exists (select from exchange.recommendation r
      join exchange.role d on d.participant_id = exchange.me() and d.role = 'delegate'
        and d.revoked_at is null and d.country = position.country
        and (d.edition_id is null or d.edition_id = r.edition_id)
      where r.id = recommendation_id and r.adopted_on is null))
  with check (participant_id = exchange.me());

create policy reads on exchange.activity for select to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id));
create policy writes on exchange.activity to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id
    and (exchange.holds(r.edition_id, 'organiser', 'editor', 'interpreter')
      or exists (select from exchange.participant p where p.id = exchange.me()
        and (p.institution_id = r.lead_id or p.institution_id = any (r.co_owner_ids))))))
  with check (exists (select from exchange.recommendation r where r.id = recommendation_id
    and (exchange.holds(r.edition_id, 'organiser', 'editor', 'interpreter')
      or exists (select from exchange.participant p where p.id = exchange.me()
        and (p.institution_id = r.lead_id or p.institution_id = any (r.co_owner_ids))))));

create policy reads on exchange.progress_report for select to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id));
create policy adds on exchange.progress_report for insert to homeward_exchange
  with check (participant_id = exchange.me()
    and exists (select from exchange.recommendation r where r.id = recommendation_id
      and r.adopted_on is not null
      and (exchange.holds(r.edition_id, 'organiser')
        or exists (select from exchange.participant p where p.id = exchange.me()
          and p.institution_id = progress_report.institution_id
          and (p.institution_id = r.lead_id or p.institution_id = any (r.co_owner_ids))))));
-- A report is translated, and stands as it was said.
create policy changes on exchange.progress_report for update to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id
    and exchange.holds(r.edition_id, 'organiser', 'editor', 'interpreter')));

-- Under the Chatham House Rule no line has a speaker, whoever writes it and whenever the rule comes.
create function exchange.keep_line_rule() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if new.speaker is not null
      and exists (select from session where id = new.session_id and rule = 'chatham_house') then
    raise exception 'no speaker under the Chatham House Rule' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_line_rule before insert or update on exchange.minutes_line
  for each row execute function exchange.keep_line_rule();

-- A rule that comes later forgets what was taken down before it.
create function exchange.forget_speakers() returns trigger
language plpgsql security definer set search_path = exchange as $$
begin
  update minutes_line set speaker = null where session_id = new.id and speaker is not null;
  update recommendation set proposer_id = null where session_id = new.id and proposer_id is not null;
  return new;
end
$$;
create trigger forget_speakers after update of rule on exchange.session
  for each row when (new.rule = 'chatham_house') execute function exchange.forget_speakers();

-- An adopted text is frozen for everybody; the rest of the row has its own few hands.
create function exchange.keep_recommendation() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if old.adopted_on is not null and (new.text, new.adopted_on, new.edition_id, new.session_id, new.line_id,
      new.number, new.replaces_id) is distinct from (old.text, old.adopted_on, old.edition_id,
      old.session_id, old.line_id, old.number, old.replaces_id) then
    raise exception 'an adopted text is frozen' using errcode = 'check_violation';
  end if;
  if current_user <> 'homeward_exchange' then
    return new;
  end if;
  if not exchange.holds(old.edition_id, 'organiser', 'moderator') and (new.theme, new.adopted_on,
      new.lead_id, new.co_owner_ids, new.due_on, new.came_of_kind, new.came_of_id) is distinct from
      (old.theme, old.adopted_on, old.lead_id, old.co_owner_ids, old.due_on, old.came_of_kind,
      old.came_of_id) then
    raise exception 'only the organiser says this' using errcode = 'insufficient_privilege';
  end if;
  if new.text is distinct from old.text
      and not exchange.holds(old.edition_id, 'organiser', 'moderator', 'editor', 'interpreter') then
    raise exception 'only the drafting changes the text' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger keep_recommendation before update on exchange.recommendation
  for each row execute function exchange.keep_recommendation();

-- Who is told of a recommendation, and of an edition at all: ids only, as a delegate reads no other row.
grant select on exchange.recommendation, exchange.amendment, exchange.position, exchange.edition,
  exchange.minutes_line, exchange.recommendation_reminder to homeward_reader;
grant update (speaker) on exchange.minutes_line to homeward_reader;
grant update (proposer_id) on exchange.recommendation to homeward_reader;
grant insert on exchange.recommendation_reminder to homeward_reader;
grant select (id, email, locale) on exchange_auth.account to homeward_reader;
create policy reader_reads on exchange.recommendation for select to homeward_reader using (true);
create policy reader_changes on exchange.recommendation for update to homeward_reader using (true);
create policy reader_reads on exchange.amendment for select to homeward_reader using (true);
create policy reader_reads on exchange.position for select to homeward_reader using (true);
create policy reader_reads on exchange.edition for select to homeward_reader using (true);
create policy reader_reads on exchange.minutes_line for select to homeward_reader using (true);
create policy reader_changes on exchange.minutes_line for update to homeward_reader using (true);
create policy reader_all on exchange.recommendation_reminder to homeward_reader using (true) with check (true);

create function exchange.people_of_edition(edition uuid) returns table (participant_id uuid)
language sql stable security definer set search_path = exchange as $$
  select distinct r.participant_id from role r
    where r.revoked_at is null and (r.edition_id = edition or r.edition_id is null) and takes_part(edition)
$$;

create function exchange.people_of_recommendation(wanted uuid)
returns table (audience text, participant_id uuid)
language sql stable security definer set search_path = exchange as $$
  with one as (select * from recommendation where id = wanted)
  select 'proposers', proposer_id from one where proposer_id is not null
  union select 'proposers', marked_by from one where marked_by is not null
  union select 'proposers', a.author_id from amendment a
    where a.recommendation_id = wanted and a.state = 'accepted' and a.author_id is not null
  union select 'spoken', p.participant_id from position p
    where p.recommendation_id = wanted and p.participant_id is not null
  union select case r.role when 'delegate' then 'delegates' else 'organisers' end, r.participant_id
    from one, role r where r.role in ('delegate', 'organiser') and r.revoked_at is null
      and (r.edition_id is null or r.edition_id = one.edition_id)
  union select 'owners', p.id from one, participant p
    where p.institution_id = one.lead_id or p.institution_id = any (one.co_owner_ids)
$$;

-- What is to be looked at soon or is late, and who was not reminded of that day yet.
create function exchange.due_reminders(at timestamptz, days_before integer)
returns table (recommendation_id uuid, participant_id uuid, kind text, of_day date, email text,
  locale text, number integer, edition text)
language sql stable security definer set search_path = exchange as $$
  with late as (
    select r.id, r.number, r.edition_id, e.slug, r.lead_id, r.co_owner_ids, least(r.due_on, r.review_on) as of_day,
        case when least(r.due_on, r.review_on) < (at at time zone e.time_zone)::date
          then 'review_overdue' else 'review_due' end as kind
      from recommendation r join edition e on e.id = r.edition_id
      where r.adopted_on is not null and r.status not in ('done', 'declined')
        and least(r.due_on, r.review_on) <= (at at time zone e.time_zone)::date + days_before
        and not exists (select from recommendation n where n.replaces_id = r.id and n.adopted_on is not null)
  ), people as (
    select l.id, p.id as who from late l join participant p
      on p.institution_id = l.lead_id or p.institution_id = any (l.co_owner_ids)
    union
    select l.id, r.participant_id from late l join role r on l.kind = 'review_overdue'
      and r.role = 'organiser' and r.revoked_at is null
      and (r.edition_id is null or r.edition_id = l.edition_id)
  )
  select l.id, w.who, l.kind, l.of_day, a.email, a.locale, l.number, l.slug
    from late l join people w on w.id = l.id
      join exchange_auth.account a on a.id = w.who and a.disabled_at is null
    where not exists (select from recommendation_reminder m where m.recommendation_id = l.id
      and m.participant_id = w.who and m.kind = l.kind and m.of_day = l.of_day)
    order by l.id, w.who limit 500
$$;

-- Noted first, mailed after: true where nobody else noted the same meanwhile.
create function exchange.note_reminder(wanted uuid, who uuid, what text, day date, notice_id uuid, at timestamptz)
returns boolean
language plpgsql security definer set search_path = exchange as $$
begin
  insert into recommendation_reminder (recommendation_id, participant_id, kind, of_day, sent_at)
    values (wanted, who, what, day, at) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into notice (id, participant_id, kind, details, created_at)
    select notice_id, who, 'recommendation_' || what,
        jsonb_build_object('recommendation', r.id, 'number', r.number, 'edition', e.slug), at
      from recommendation r join edition e on e.id = r.edition_id where r.id = wanted;
  return true;
end
$$;

grant insert on exchange.notice to homeward_reader;
create policy reader_adds on exchange.notice for insert to homeward_reader with check (read_at is null);

grant create on schema exchange to homeward_reader;
do $$
declare
  name text;
begin
  foreach name in array array['forget_speakers()', 'people_of_edition(uuid)', 'people_of_recommendation(uuid)',
    'due_reminders(timestamptz, integer)',
    'note_reminder(uuid, uuid, text, date, uuid, timestamptz)']
  loop
    execute format('alter function exchange.%s owner to homeward_reader', name);
    execute format('revoke execute on function exchange.%s from public', name);
    execute format('grant execute on function exchange.%s to homeward_exchange', name);
  end loop;
end
$$;
revoke create on schema exchange from homeward_reader;
