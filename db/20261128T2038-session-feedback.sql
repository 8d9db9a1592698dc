-- What participants say about a session: 1 to 5 and words, signed or not. Unsigned feedback is read by nobody with
-- a name; it is told once the time for it is over, from five on, ratings and words apart, so that neither a
-- glance before and after somebody wrote nor a rating beside a sentence gives anybody away.
-- Until when something may be said about a session: 14 days after its end, as in the rules.
create function exchange.feedback_until(starts_at timestamptz, minutes integer) returns timestamptz
language sql immutable parallel safe as $$
  select starts_at + make_interval(mins => coalesce(minutes, 0), days => 14)
$$;
grant execute on function exchange.feedback_until(timestamptz, integer)
  to homeward_exchange, homeward_reader, homeward_owner;

create table exchange.session_feedback (
  session_id uuid not null references exchange.session on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  rating integer not null check (rating between 1 and 5),
  words text check (length(words) between 1 and 2000),
  signed boolean not null,
  primary key (session_id, participant_id)
);
alter table exchange.session_feedback enable row level security;
alter table exchange.session_feedback force row level security;
create policy owner_all on exchange.session_feedback to homeward_owner using (true) with check (true);

-- Not participant_id.
grant select (session_id, rating, words, signed), insert, update (rating, words, signed)
  on exchange.session_feedback to homeward_exchange;
create policy reads on exchange.session_feedback for select to homeward_exchange
  using (participant_id = exchange.me());
create policy adds on exchange.session_feedback for insert to homeward_exchange
  with check (participant_id = exchange.me()
    and exists (select from exchange.session s where s.id = session_id and s.state = 'published'
      and s.starts_at <= now() and exchange.feedback_until(s.starts_at, s.minutes) > now()
      and exchange.holds(s.edition_id, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter',
        'speaker', 'attendee', 'delegate')));
create policy changes on exchange.session_feedback for update to homeward_exchange
  using (participant_id = exchange.me()
    and exists (select from exchange.session s where s.id = session_id
      and exchange.feedback_until(s.starts_at, s.minutes) > now()));
grant select on exchange.session_feedback, exchange.session to homeward_reader;
create policy reader_reads on exchange.session_feedback for select to homeward_reader using (true);
create policy reader_reads on exchange.session for select to homeward_reader using (true);

-- How many have said something: for the organiser.
create function exchange.feedback_given(of_session uuid) returns integer
language sql stable security definer set search_path = exchange as $$
  select count(*)::integer from session_feedback f join session s on s.id = f.session_id
  where f.session_id = of_session and holds(s.edition_id, 'organiser')
$$;

-- What is told of those who did not sign, once the time is over and they are five or more.
create function exchange.feedback_unsigned(of_session uuid)
returns table (count integer, mean double precision, good integer, words text[])
language sql stable security definer set search_path = exchange as $$
  select count(*)::integer, round(avg(f.rating), 1)::double precision,
    case when least(count(*) filter (where f.rating >= 4), count(*) filter (where f.rating < 4)) >= 5
      then (count(*) filter (where f.rating >= 4))::integer end,
    coalesce(array_agg(f.words order by f.words) filter (where f.words is not null), '{}')
  from session_feedback f join session s on s.id = f.session_id
  where f.session_id = of_session and not f.signed and holds(s.edition_id, 'organiser')
    and feedback_until(s.starts_at, s.minutes) <= now()
  having count(*) >= 5
$$;

create function exchange.feedback_signed(of_session uuid)
returns table (name text, rating integer, words text)
language sql stable security definer set search_path = exchange as $$
  select p.name, f.rating, f.words
  from session_feedback f join session s on s.id = f.session_id
    join participant p on p.id = f.participant_id
  where f.session_id = of_session and f.signed and holds(s.edition_id, 'organiser')
    and feedback_until(s.starts_at, s.minutes) <= now()
  order by p.name
$$;

grant create on schema exchange to homeward_reader;
alter function exchange.feedback_given(uuid) owner to homeward_reader;
alter function exchange.feedback_unsigned(uuid) owner to homeward_reader;
alter function exchange.feedback_signed(uuid) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.feedback_given(uuid), exchange.feedback_unsigned(uuid),
  exchange.feedback_signed(uuid) from public;
grant execute on function exchange.feedback_given(uuid), exchange.feedback_unsigned(uuid),
  exchange.feedback_signed(uuid) to homeward_exchange;
