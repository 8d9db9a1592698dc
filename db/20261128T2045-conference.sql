-- A conference: who hosts it, its call for contributions with proposals and reviews, registration,
-- attendance and certificates. What has its own readers is its own table: authors stand apart from
-- proposals, as a policy cannot hide columns and reviewers must not know them.

alter table exchange.edition
  add column about exchange.wording,
  -- where to write to: an address that is read by the organisers, shown on the public page
  add column contact text check (length(contact) between 3 and 200);

create table exchange.host (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  institution_id uuid not null references exchange.institution,
  part text not null check (part in ('host', 'co_host', 'partner', 'supporter')),
  standing integer not null default 0,
  -- a raster picture, never SVG
  logo bytea check (octet_length(logo) <= 200000),
  logo_kind text check (logo_kind in ('image/png', 'image/jpeg', 'image/webp')),
  unique (edition_id, institution_id),
  check ((logo is null) = (logo_kind is null))
);

create table exchange.call (
  edition_id uuid primary key references exchange.edition on delete cascade,
  -- as the clock of time_zone shows it: 2026-11-28T23:59
  opens text not null,
  closes text not null,
  time_zone text not null,
  languages text[] not null check (cardinality(languages) between 1 and 12),
  kinds text[] not null check (cardinality(kinds) > 0),
  criteria text[] not null check (cardinality(criteria) > 0),
  anonymous boolean not null,
  reviews integer not null check (reviews between 1 and 5),
  reviews_due text,
  guidance exchange.wording,
  phase text not null default 'reviews' check (phase in ('reviews', 'discussion', 'decided')),
  version integer not null default 1
);

-- More time for one proposer, given by an organiser.
create table exchange.call_grace (
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  until timestamptz not null,
  given_by uuid references exchange.participant on delete set null,
  given_at timestamptz not null,
  primary key (edition_id, participant_id)
);

create table exchange.proposal (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  kind text not null check (kind in ('talk', 'panel', 'workshop', 'case_of_practice', 'poster')),
  title exchange.wording not null,
  abstract exchange.wording not null,
  description exchange.wording,
  do_not_record boolean not null,
  interpretation jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'in_review', 'accepted',
    'waiting', 'declined', 'withdrawn', 'confirmed')),
  submitted_at timestamptz,
  -- when somebody tried to hand it in after the end: the organisers then know of this draft
  late_at timestamptz,
  decided_at timestamptz,
  session_id uuid references exchange.session on delete set null,
  version integer not null default 1,
  created_at timestamptz not null
);
create index proposal_edition on exchange.proposal (edition_id, state);

create table exchange.proposal_author (
  -- written first: only its author may then put the proposal itself there
  proposal_id uuid primary key references exchange.proposal on delete cascade
    deferrable initially deferred,
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade
);
create index proposal_author_of on exchange.proposal_author (participant_id);

create table exchange.proposal_speaker (
  proposal_id uuid not null references exchange.proposal on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  standing integer not null,
  name text not null check (length(name) between 1 and 200),
  institution text not null check (length(institution) between 1 and 200),
  country text check (country ~ '^[A-Z]{2}$'),
  languages text[] not null,
  primary key (proposal_id, standing)
);

create table exchange.review_assignment (
  proposal_id uuid not null references exchange.proposal on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  reviewer_id uuid not null references exchange.participant on delete cascade,
  assigned_by uuid references exchange.participant on delete set null,
  assigned_at timestamptz not null,
  primary key (proposal_id, reviewer_id)
);
create index review_assignment_of on exchange.review_assignment (reviewer_id, edition_id);

-- Reviewers who said themselves that they stand too near.
create table exchange.review_conflict (
  proposal_id uuid not null references exchange.proposal on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  reviewer_id uuid not null references exchange.participant on delete cascade,
  declared_at timestamptz not null,
  primary key (proposal_id, reviewer_id)
);

create table exchange.review (
  proposal_id uuid not null,
  edition_id uuid not null references exchange.edition on delete cascade,
  reviewer_id uuid not null,
  marks jsonb not null check (jsonb_typeof(marks) = 'object'),
  advice text not null check (advice in ('accept', 'accept_with_changes', 'unsure', 'decline')),
  to_author text check (length(to_author) <= 4000),
  to_organiser text check (length(to_organiser) <= 4000),
  submitted_at timestamptz not null,
  version integer not null default 1,
  primary key (proposal_id, reviewer_id),
  foreign key (proposal_id, reviewer_id) references exchange.review_assignment on delete cascade
);

-- What reviewers say to each other once all may read all.
create table exchange.review_note (
  id uuid primary key,
  proposal_id uuid not null references exchange.proposal on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  author_id uuid not null references exchange.participant on delete cascade,
  body text not null check (length(body) between 1 and 4000),
  at timestamptz not null
);
create index review_note_proposal on exchange.review_note (proposal_id, at);

-- What the proposer was told, as it was sent.
create table exchange.decision_letter (
  id uuid primary key,
  proposal_id uuid not null references exchange.proposal on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  decision text not null check (decision in ('accept', 'wait', 'decline')),
  language text not null,
  subject text not null,
  body text not null,
  sent_by uuid references exchange.participant on delete set null,
  sent_at timestamptz not null
);
create index decision_letter_proposal on exchange.decision_letter (proposal_id, sent_at);

create table exchange.registration_settings (
  edition_id uuid primary key references exchange.edition on delete cascade,
  opens text not null,
  closes text not null,
  time_zone text not null,
  approval boolean not null,
  seats integer not null check (seats between 1 and 5000),
  seats_per_institution integer check (seats_per_institution between 1 and 5000),
  seats_per_country integer check (seats_per_country between 1 and 5000),
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array'),
  version integer not null default 1
);

-- A link that opens registration for those whom it was sent to: past the quotas and without approval.
create table exchange.edition_invitation (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  label text not null check (length(label) between 1 and 200),
  -- SHA-256 of the secret in the link; the secret itself is shown once
  secret_hash text not null unique,
  uses integer not null check (uses between 1 and 500),
  until timestamptz not null,
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table exchange.registration (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  -- unconfirmed: the mailed link was not opened yet, so no seat is held
  state text not null check (state in ('unconfirmed', 'requested', 'approved', 'waiting', 'declined',
    'cancelled')),
  -- what the list of participants may show, each part alone
  show_name boolean not null,
  show_institution boolean not null,
  show_country boolean not null,
  languages text[] not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  invitation_id uuid references exchange.edition_invitation on delete set null,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references exchange.participant on delete set null,
  version integer not null default 1,
  unique (edition_id, participant_id)
);
create index registration_state on exchange.registration (edition_id, state, requested_at);

-- Said for statistics alone, if at all: apart from the row that lists are made of.
create table exchange.registration_sex (
  registration_id uuid primary key references exchange.registration on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  sex text not null check (sex in ('female', 'male'))
);

create table exchange.attendance (
  session_id uuid not null references exchange.session on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  -- marked by a moderator or organiser, or the participant opened the meeting's address
  how text not null check (how in ('marked', 'opened')),
  at timestamptz not null,
  marked_by uuid references exchange.participant on delete set null,
  primary key (session_id, participant_id)
);
create index attendance_of on exchange.attendance (participant_id, edition_id);

create table exchange.certificate (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  code text not null unique,
  name text not null check (length(name) between 1 and 200),
  part text not null check (part in ('participant', 'speaker', 'moderator', 'interpreter', 'reviewer', 'organiser')),
  minutes integer not null check (minutes >= 0),
  sessions integer not null check (sessions >= 0),
  issued_at timestamptz not null,
  revoked_at timestamptz,
  unique (edition_id, participant_id, part)
);

-- What was said to whom already, so that no reminder comes twice.
create table exchange.reminder (
  kind text not null check (kind in ('call_ends', 'reviews_due', 'session_tomorrow')),
  subject_id uuid not null,
  participant_id uuid not null references exchange.participant on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  at timestamptz not null,
  read_at timestamptz,
  primary key (kind, subject_id, participant_id)
);
create index reminder_of on exchange.reminder (participant_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['host', 'call', 'call_grace', 'proposal', 'proposal_author',
    'proposal_speaker', 'review_assignment', 'review_conflict', 'review', 'review_note',
    'decision_letter', 'registration_settings', 'edition_invitation', 'registration',
    'registration_sex', 'attendance', 'certificate', 'reminder']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

grant select, insert, update, delete on exchange.host, exchange.call_grace, exchange.proposal_speaker,
  exchange.review_assignment to homeward_exchange;
grant select, insert, update on exchange.call, exchange.proposal, exchange.review,
  exchange.registration_settings, exchange.edition_invitation, exchange.registration,
  exchange.attendance, exchange.certificate, exchange.reminder to homeward_exchange;
grant select, insert on exchange.proposal_author, exchange.review_conflict, exchange.review_note,
  exchange.decision_letter to homeward_exchange;
grant select, insert, update, delete on exchange.registration_sex to homeward_exchange;
grant delete on exchange.attendance to homeward_exchange;

create policy reads on exchange.host for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id));
create policy writes on exchange.host to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.call for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id));
create policy adds on exchange.call for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser'));
create policy changes on exchange.call for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.call_grace for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy writes on exchange.call_grace to homeward_exchange
  using (exchange.holds(edition_id, 'organiser') and participant_id <> exchange.me())
  with check (exchange.holds(edition_id, 'organiser') and participant_id <> exchange.me());

-- Whether somebody stands too near a proposal to weigh it: an own part in it, the same institution
-- (whatever the letters' case and in whichever language its name is written), the same country as the
-- proposer or a speaker, or his own word. The same rule as src/domain/exchange/conference/review.ts,
-- asked here because a blind reviewer may not read what it is made of.
create function exchange.plain_name(given text) returns text
language sql immutable parallel safe as $$
  select trim(regexp_replace(lower(normalize(coalesce(given, ''), NFKC)), '[^[:alnum:]]+', ' ', 'g'))
$$;
create function exchange.stands_near(proposal uuid, reviewer uuid) returns boolean
language sql stable security definer set search_path = exchange as $$
  with me as (
    select p.id, p.name, p.country, p.institution_id,
      (select array_agg(plain_name(v.value ->> 'text')) from institution i,
        jsonb_each(i.name -> 'versions') v where i.id = p.institution_id) as houses
    from participant p where p.id = reviewer)
  select exists (select from me, proposal_author w join participant p on p.id = w.participant_id
      where w.proposal_id = proposal
        and (p.id = me.id or p.country = me.country or p.institution_id = me.institution_id))
    or exists (select from me, proposal_speaker s where s.proposal_id = proposal
      and (s.country = me.country or plain_name(s.name) = plain_name(me.name)
        or plain_name(s.institution) = any (me.houses)))
    or exists (select from review_conflict c
      where c.proposal_id = proposal and c.reviewer_id = reviewer)
$$;
grant select on exchange.proposal_author, exchange.proposal_speaker, exchange.review_conflict
  to homeward_reader;
create policy conference_reader on exchange.proposal_author for select to homeward_reader using (true);
create policy conference_reader on exchange.proposal_speaker for select to homeward_reader using (true);
create policy conference_reader on exchange.review_conflict for select to homeward_reader using (true);
grant execute on function exchange.plain_name(text) to homeward_reader, homeward_exchange;

-- Whoever reviews, as long as neither he nor the organisers took him out of it.
create policy reads on exchange.review_assignment for select to homeward_exchange
  using (reviewer_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy adds on exchange.review_assignment for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser')
    and not exchange.stands_near(proposal_id, reviewer_id));
create policy removes on exchange.review_assignment for delete to homeward_exchange
  using (reviewer_id = exchange.me() or exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.review_conflict for select to homeward_exchange
  using (reviewer_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy adds on exchange.review_conflict for insert to homeward_exchange
  with check (reviewer_id = exchange.me());

-- Reviewers learn of authors only where the call is open about them, or once the discussion has begun.
create policy reads on exchange.proposal_author for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser')
    or (exists (select from exchange.review_assignment a
          where a.proposal_id = proposal_author.proposal_id and a.reviewer_id = exchange.me())
      and not exchange.stands_near(proposal_id, exchange.me())
      and exists (select from exchange.call c where c.edition_id = proposal_author.edition_id
          and (not c.anonymous or c.phase <> 'reviews'))));
create policy adds on exchange.proposal_author for insert to homeward_exchange
  with check (participant_id = exchange.me());

create policy reads on exchange.proposal for select to homeward_exchange
  using (exists (select from exchange.proposal_author w
      where w.proposal_id = id and w.participant_id = exchange.me())
    or (exchange.holds(edition_id, 'organiser') and (state <> 'draft' or late_at is not null))
    or (state not in ('draft', 'submitted', 'withdrawn') and exists (select from exchange.review_assignment a
      where a.proposal_id = id and a.reviewer_id = exchange.me())
      and not exchange.stands_near(id, exchange.me())));
create policy adds on exchange.proposal for insert to homeward_exchange
  with check (exchange.me() is not null and state = 'draft'
    and exists (select from exchange.edition e where e.id = edition_id and e.state = 'published'));
create policy changes on exchange.proposal for update to homeward_exchange
  using (exists (select from exchange.proposal_author w
      where w.proposal_id = id and w.participant_id = exchange.me())
    or exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.proposal_speaker for select to homeward_exchange
  using (exists (select from exchange.proposal_author w where w.proposal_id = proposal_speaker.proposal_id)
    and exists (select from exchange.proposal p where p.id = proposal_speaker.proposal_id));
create policy writes on exchange.proposal_speaker to homeward_exchange
  using (exists (select from exchange.proposal_author w
      where w.proposal_id = proposal_speaker.proposal_id and w.participant_id = exchange.me()))
  with check (exists (select from exchange.proposal_author w
      where w.proposal_id = proposal_speaker.proposal_id and w.participant_id = exchange.me()));

-- A review is its writer's; the organisers read it, unless it is about their own; other reviewers of the
-- proposal do from the discussion on, asked for in a function: a policy may not ask its own table.
create function exchange.reviews_too(proposal uuid) returns boolean
language sql stable security definer set search_path = exchange as $$
  select exists (select from review r join call c on c.edition_id = r.edition_id
    where r.proposal_id = proposal and r.reviewer_id = exchange.me() and c.phase <> 'reviews')
$$;
create policy reads on exchange.review for select to homeward_exchange
  using (reviewer_id = exchange.me() or exchange.reviews_too(proposal_id)
    or (exchange.holds(edition_id, 'organiser') and not exists (select from exchange.proposal_author w
      where w.proposal_id = review.proposal_id and w.participant_id = exchange.me())));
create policy adds on exchange.review for insert to homeward_exchange
  with check (reviewer_id = exchange.me() and exists (select from exchange.review_assignment a
    where a.proposal_id = review.proposal_id and a.reviewer_id = exchange.me()));
create policy changes on exchange.review for update to homeward_exchange
  using (reviewer_id = exchange.me());

create policy reads on exchange.review_note for select to homeward_exchange
  using (exchange.reviews_too(proposal_id)
    or (exchange.holds(edition_id, 'organiser') and not exists (select from exchange.proposal_author w
      where w.proposal_id = review_note.proposal_id and w.participant_id = exchange.me())));
create policy adds on exchange.review_note for insert to homeward_exchange
  with check (author_id = exchange.me()
    and (exchange.reviews_too(proposal_id) or exchange.holds(edition_id, 'organiser')));

create policy reads on exchange.decision_letter for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser') or exists (select from exchange.proposal_author w
      where w.proposal_id = decision_letter.proposal_id and w.participant_id = exchange.me()));
create policy adds on exchange.decision_letter for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser') and sent_by = exchange.me());

create policy reads on exchange.registration_settings for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id));
create policy adds on exchange.registration_settings for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser'));
create policy changes on exchange.registration_settings for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));

create policy organises on exchange.edition_invitation to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.registration for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser', 'moderator'));
create policy adds on exchange.registration for insert to homeward_exchange
  with check (participant_id = exchange.me());
create policy changes on exchange.registration for update to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));

-- Only counted: the organisers' report asks a function that gives no row away.
create policy own on exchange.registration_sex to homeward_exchange
  using (exists (select from exchange.registration r
      where r.id = registration_id and r.participant_id = exchange.me()))
  with check (exists (select from exchange.registration r
      where r.id = registration_id and r.participant_id = exchange.me()));

create policy reads on exchange.attendance for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser', 'moderator'));
create policy adds on exchange.attendance for insert to homeward_exchange
  with check ((participant_id = exchange.me() and how = 'opened')
    or exchange.holds(edition_id, 'organiser', 'moderator'));
create policy marks on exchange.attendance for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator'));
create policy removes on exchange.attendance for delete to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator'));

create policy reads on exchange.certificate for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy adds on exchange.certificate for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser'));
create policy changes on exchange.certificate for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));

create policy own on exchange.reminder for select to homeward_exchange
  using (participant_id = exchange.me());
create policy seen on exchange.reminder for update to homeward_exchange
  using (participant_id = exchange.me());

-- What readers without a right on the rows may know of them.
grant select on exchange.registration, exchange.registration_sex, exchange.edition_invitation,
  exchange.institution, exchange.edition, exchange.review, exchange.call, exchange.certificate,
  exchange.attendance, exchange.session to homeward_reader;
do $$
declare
  name text;
begin
  foreach name in array array['registration', 'registration_sex', 'edition_invitation', 'institution',
    'edition', 'review', 'call', 'certificate', 'attendance', 'session']
  loop
    execute format('create policy conference_reader on exchange.%I for select to homeward_reader using (true)', name);
  end loop;
end
$$;

-- How many seats are taken: in all, by an institution, by a country. Counts, never who.
create function exchange.seats_taken(edition uuid, institution uuid, country text)
returns table (all_seats integer, of_institution integer, of_country integer)
language sql stable security definer set search_path = exchange as $$
  select count(*)::integer,
    count(*) filter (where p.institution_id = institution)::integer,
    count(*) filter (where p.country = $3)::integer
  from registration r join participant p on p.id = r.participant_id
  where r.edition_id = edition and r.state = 'approved'
$$;

-- Whoever waits moves up, in order, where no limit keeps him out any more; returns who did. Asked when
-- somebody gives a seat back, who may not touch another's registration himself.
create function exchange.move_up(edition uuid, at timestamptz) returns setof uuid
language plpgsql security definer set search_path = exchange as $$
declare
  next_one record;
  taken record;
  limits registration_settings;
begin
  perform pg_advisory_xact_lock(hashtextextended('registration ' || edition, 0));
  select * into limits from registration_settings s where s.edition_id = edition;
  for next_one in select r.id, r.participant_id, p.institution_id, p.country
      from registration r join participant p on p.id = r.participant_id
      where r.edition_id = edition and r.state = 'waiting' order by r.requested_at, r.id
  loop
    select * into taken from seats_taken(edition, next_one.institution_id, next_one.country);
    exit when taken.all_seats >= limits.seats;
    continue when taken.of_institution >= limits.seats_per_institution
      or taken.of_country >= limits.seats_per_country;
    update registration set decided_at = at, version = version + 1,
        state = case when limits.approval then 'requested' else 'approved' end
      where id = next_one.id;
    return next next_one.participant_id;
  end loop;
end
$$;
grant select on exchange.registration_settings to homeward_reader;
grant update (state, decided_at, version) on exchange.registration to homeward_reader;
create policy conference_reader on exchange.registration_settings for select to homeward_reader using (true);
create policy conference_reader_moves on exchange.registration for update to homeward_reader
  using (state = 'waiting') with check (state in ('requested', 'approved'));

-- The list of participants: of each exactly what he agreed to, and nobody who agreed to nothing.
create function exchange.listed_participants(edition uuid)
returns table (name text, institution jsonb, country text)
language sql stable security definer set search_path = exchange as $$
  select case when r.show_name then p.name end,
    case when r.show_institution then i.name::jsonb end,
    case when r.show_country then p.country end
  from registration r join participant p on p.id = r.participant_id
    join edition e on e.id = r.edition_id and e.state <> 'draft'
    left join institution i on i.id = p.institution_id
  where r.edition_id = edition and r.state = 'approved'
    and (r.show_name or (r.show_institution and i.id is not null) or (r.show_country and p.country is not null))
  -- those without a name in an order that tells nothing
  order by case when r.show_name then p.name end nulls last, md5(r.id::text)
  limit 500
$$;

-- An invitation by the hash of its secret; `left_over` = how many may still register with it.
create function exchange.invitation_by(hash text, at timestamptz)
returns table (id uuid, edition_id uuid, left_over integer)
language sql stable security definer set search_path = exchange as $$
  select i.id, i.edition_id, i.uses - (select count(*)::integer from registration r
      where r.invitation_id = i.id and r.state in ('requested', 'approved', 'waiting', 'unconfirmed'))
  from edition_invitation i where i.secret_hash = hash and i.revoked_at is null and i.until > at
$$;

-- What a certificate says, to whoever holds its code.
create function exchange.certificate_by(code text)
returns table (name text, edition jsonb, starts_on date, ends_on date, part text, minutes integer,
  sessions integer, issued_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = exchange as $$
  select c.name, e.title::jsonb, e.starts_on, e.ends_on, c.part, c.minutes, c.sessions, c.issued_at, c.revoked_at
  from certificate c join edition e on e.id = c.edition_id where c.code = $1
$$;

-- How many of each sex registered and came, for the report alone; it hides what is small.
create function exchange.sexes(edition uuid)
returns table (sex text, registered integer, came integer)
language sql stable security definer set search_path = exchange as $$
  select s.sex, count(*)::integer, (count(*) filter (where exists (select from attendance a
      where a.edition_id = edition and a.participant_id = r.participant_id)))::integer
  from registration r left join registration_sex s on s.registration_id = r.id
  where r.edition_id = edition and r.state = 'approved' and exchange.holds(edition, 'organiser')
  group by s.sex
$$;

-- Reminds, each once: of a draft three days before the call ends for its author, of a review three days
-- before it is due, of the first session a day before. Returns whom; the rows remember it, not the process.
create function exchange.remind_conference(at timestamptz)
returns table (kind text, subject_id uuid, participant_id uuid, edition_id uuid, due timestamptz)
language sql security definer set search_path = exchange as $$
  with owed as (
    select 'call_ends' as kind, p.id as subject, w.participant_id as who, p.edition_id as edition,
      greatest(c.closes::timestamp at time zone c.time_zone, g.until) as due
    from proposal p join proposal_author w on w.proposal_id = p.id
      join edition e on e.id = p.edition_id and e.state = 'published'
      join call c on c.edition_id = p.edition_id
      left join call_grace g on g.edition_id = p.edition_id and g.participant_id = w.participant_id
    where p.state = 'draft'
    union all
    select 'reviews_due', a.proposal_id, a.reviewer_id, a.edition_id,
      c.reviews_due::timestamp at time zone c.time_zone
    from review_assignment a join call c on c.edition_id = a.edition_id
      join proposal p on p.id = a.proposal_id and p.state = 'in_review'
    where not exists (select from review r
      where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id)
    union all
    select 'session_tomorrow', r.edition_id, r.participant_id, r.edition_id, min(s.starts_at)
    from registration r join session s on s.edition_id = r.edition_id and s.state = 'published'
    where r.state = 'approved' group by r.edition_id, r.participant_id
  ), told as (
    insert into reminder (kind, subject_id, participant_id, edition_id, at)
    select o.kind, o.subject, o.who, o.edition, $1 from owed o
    where o.due > $1 and o.due <= $1
      + case o.kind when 'session_tomorrow' then interval '26 hours' else interval '3 days' end
    on conflict do nothing returning reminder.kind, reminder.subject_id, reminder.participant_id
  )
  select o.kind, o.subject, o.who, o.edition, o.due from told t
    join owed o on o.kind = t.kind and o.subject = t.subject_id and o.who = t.participant_id
$$;
grant select, insert on exchange.reminder to homeward_reader;
grant select on exchange.proposal, exchange.call_grace, exchange.review_assignment to homeward_reader;
create policy conference_reader on exchange.reminder for select to homeward_reader using (true);
create policy conference_reminds on exchange.reminder for insert to homeward_reader with check (true);
create policy conference_reader on exchange.proposal for select to homeward_reader using (true);
create policy conference_reader on exchange.call_grace for select to homeward_reader using (true);
create policy conference_reader on exchange.review_assignment for select to homeward_reader using (true);

-- Whoever has a seat is an attendee of the edition, and no longer when it is given back: the addresses of
-- the rooms are read by that role, which nobody gives himself.
create function exchange.seat_is_role() returns trigger
language plpgsql security definer set search_path = exchange as $$
begin
  if new.state = 'approved' then
    insert into role (id, participant_id, edition_id, role, granted_at)
    select gen_random_uuid(), new.participant_id, new.edition_id, 'attendee',
      coalesce(new.decided_at, new.requested_at)
    where not exists (select from role r where r.participant_id = new.participant_id
      and r.edition_id = new.edition_id and r.role = 'attendee' and r.revoked_at is null);
  else
    update role set revoked_at = coalesce(new.decided_at, new.requested_at)
      where participant_id = new.participant_id and edition_id = new.edition_id
        and role.role = 'attendee' and revoked_at is null;
  end if;
  return null;
end
$$;
grant insert, update on exchange.role to homeward_reader;
create policy conference_grants on exchange.role for insert to homeward_reader
  with check (role = 'attendee' and edition_id is not null);
create policy conference_revokes on exchange.role for update to homeward_reader
  using (role = 'attendee' and edition_id is not null);
create trigger seat_is_role after insert or update of state on exchange.registration
  for each row execute function exchange.seat_is_role();

grant create on schema exchange to homeward_reader;
alter function exchange.seat_is_role() owner to homeward_reader;
alter function exchange.remind_conference(timestamptz) owner to homeward_reader;
alter function exchange.stands_near(uuid, uuid) owner to homeward_reader;
alter function exchange.reviews_too(uuid) owner to homeward_reader;
alter function exchange.seats_taken(uuid, uuid, text) owner to homeward_reader;
alter function exchange.move_up(uuid, timestamptz) owner to homeward_reader;
alter function exchange.listed_participants(uuid) owner to homeward_reader;
alter function exchange.invitation_by(text, timestamptz) owner to homeward_reader;
alter function exchange.certificate_by(text) owner to homeward_reader;
alter function exchange.sexes(uuid) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.seat_is_role(), exchange.remind_conference(timestamptz), exchange.stands_near(uuid, uuid), exchange.reviews_too(uuid), exchange.seats_taken(uuid, uuid, text),
  exchange.move_up(uuid, timestamptz),
  exchange.listed_participants(uuid), exchange.invitation_by(text, timestamptz),
  exchange.certificate_by(text), exchange.sexes(uuid) from public;
grant execute on function exchange.remind_conference(timestamptz), exchange.stands_near(uuid, uuid),
  exchange.reviews_too(uuid), exchange.seats_taken(uuid, uuid, text),
  exchange.move_up(uuid, timestamptz),
  exchange.listed_participants(uuid), exchange.invitation_by(text, timestamptz),
  exchange.certificate_by(text), exchange.sexes(uuid) to homeward_exchange;
