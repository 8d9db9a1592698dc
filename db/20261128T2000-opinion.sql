-- Opinion polls: statements of participants, votes in up to three rounds, and the map that a round leaves
-- behind. Who voted what is read by nobody but the voter: the exchange's role sees its own rows only, not
-- even with a participant in them; a closed round is counted once, from ballots without names in the order
-- of their content (docs/decisions/0015-exchange.md, GLOSSARY.md "opinion map").

create table exchange.opinion_poll (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  session_id uuid references exchange.session on delete cascade,
  title exchange.wording not null,
  -- when the first map was made; from then on a public session's poll is read by everybody
  told_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create index opinion_poll_edition on exchange.opinion_poll (edition_id, created_at);

create table exchange.opinion_round (
  poll_id uuid not null references exchange.opinion_poll on delete cascade,
  phase text not null check (phase in ('before', 'during', 'after')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- frozen when the round is closed; numbers that moved with each vote would tell votes
  map jsonb check (map is null or closed_at is not null),
  primary key (poll_id, phase)
);
create unique index opinion_round_open on exchange.opinion_round (poll_id) where closed_at is null;

create table exchange.opinion_statement (
  id uuid primary key,
  poll_id uuid not null references exchange.opinion_poll on delete cascade,
  wording exchange.wording not null,
  proposed_by uuid references exchange.participant on delete set null,
  state text not null check (state in ('proposed', 'let_in', 'refused')),
  standing integer generated always as identity,
  version integer not null default 1,
  unique (id, poll_id)
);
create index opinion_statement_poll on exchange.opinion_statement (poll_id, standing);

-- No id and no time of its own: the order of votes must say nothing.
create table exchange.opinion_vote (
  poll_id uuid not null,
  phase text not null,
  statement_id uuid not null,
  participant_id uuid not null references exchange.participant on delete cascade,
  answer text not null check (answer in ('agree', 'disagree', 'pass')),
  primary key (statement_id, phase, participant_id),
  foreign key (poll_id, phase) references exchange.opinion_round on delete cascade,
  foreign key (statement_id, poll_id) references exchange.opinion_statement (id, poll_id) on delete cascade
);
create index opinion_vote_round on exchange.opinion_vote (poll_id, phase, participant_id);

do $$
declare
  name text;
begin
  foreach name in array array['opinion_poll', 'opinion_round', 'opinion_statement', 'opinion_vote']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

grant select, insert, update on exchange.opinion_poll to homeward_exchange;
grant select, insert, update (closed_at, map) on exchange.opinion_round to homeward_exchange;
-- Not proposed_by: a moderator judges the words.
grant select (id, poll_id, wording, state, standing, version), insert,
  update (wording, state, version) on exchange.opinion_statement to homeward_exchange;
-- Not participant_id.
grant select (poll_id, phase, statement_id, answer), insert, update (answer), delete
  on exchange.opinion_vote to homeward_exchange;

create policy reads on exchange.opinion_poll for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter',
      'speaker', 'attendee', 'delegate')
    or (told_at is not null
      and exists (select from exchange.edition e where e.id = edition_id)
      and (session_id is null or exists (select from exchange.session s
        where s.id = session_id and s.rule = 'public' and s.state = 'published'))));
create policy adds on exchange.opinion_poll for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser', 'moderator'));
create policy changes on exchange.opinion_poll for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator', 'interpreter', 'editor'));

create policy reads on exchange.opinion_round for select to homeward_exchange
  using (exists (select from exchange.opinion_poll p where p.id = poll_id));
create policy adds on exchange.opinion_round for insert to homeward_exchange
  with check (closed_at is null and exists (select from exchange.opinion_poll p
    where p.id = poll_id and exchange.holds(p.edition_id, 'organiser', 'moderator')));
-- Closed once, counted once.
create policy changes on exchange.opinion_round for update to homeward_exchange
  using (map is null and exists (select from exchange.opinion_poll p
    where p.id = poll_id and exchange.holds(p.edition_id, 'organiser', 'moderator')))
  with check (closed_at is not null);

create policy reads on exchange.opinion_statement for select to homeward_exchange
  using (exists (select from exchange.opinion_poll p where p.id = poll_id
    and (state = 'let_in' or proposed_by = exchange.me()
      or exchange.holds(p.edition_id, 'organiser', 'moderator', 'interpreter', 'editor'))));
create policy adds on exchange.opinion_statement for insert to homeward_exchange
  with check (proposed_by = exchange.me() and exists (select from exchange.opinion_poll p
    where p.id = poll_id and (exchange.holds(p.edition_id, 'organiser', 'moderator')
      or (state = 'proposed' and exchange.holds(p.edition_id, 'editor', 'reviewer', 'interpreter',
        'speaker', 'attendee', 'delegate')))));
create policy changes on exchange.opinion_statement for update to homeward_exchange
  using (exists (select from exchange.opinion_poll p where p.id = poll_id
    and exchange.holds(p.edition_id, 'organiser', 'moderator', 'interpreter', 'editor')));

-- One's own votes, changed while the round is open.
create policy reads on exchange.opinion_vote for select to homeward_exchange
  using (participant_id = exchange.me());
create policy adds on exchange.opinion_vote for insert to homeward_exchange
  with check (participant_id = exchange.me()
    and exists (select from exchange.opinion_round r where r.poll_id = opinion_vote.poll_id
      and r.phase = opinion_vote.phase and r.closed_at is null)
    and exists (select from exchange.opinion_statement s join exchange.opinion_poll p on p.id = s.poll_id
      where s.id = statement_id and s.state = 'let_in'
        and exchange.holds(p.edition_id, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter',
          'speaker', 'attendee', 'delegate')));
create policy changes on exchange.opinion_vote for update to homeward_exchange
  using (participant_id = exchange.me()
    and exists (select from exchange.opinion_round r where r.poll_id = opinion_vote.poll_id
      and r.phase = opinion_vote.phase and r.closed_at is null));
create policy takes_back on exchange.opinion_vote for delete to homeward_exchange
  using (participant_id = exchange.me()
    and exists (select from exchange.opinion_round r where r.poll_id = opinion_vote.poll_id
      and r.phase = opinion_vote.phase and r.closed_at is null));

-- What the counting sees, with the rights of homeward_reader.
grant select on exchange.opinion_poll, exchange.opinion_round, exchange.opinion_statement,
  exchange.opinion_vote to homeward_reader;
create policy reader_reads on exchange.opinion_poll for select to homeward_reader using (true);
create policy reader_reads on exchange.opinion_round for select to homeward_reader using (true);
create policy reader_reads on exchange.opinion_statement for select to homeward_reader using (true);
create policy reader_reads on exchange.opinion_vote for select to homeward_reader using (true);

-- The region of a country; none: of an organisation. The same table as src/domain/exchange/region.ts.
create function exchange.region_of(country text) returns text
language sql immutable parallel safe as $$
  select case
    when country is null then 'organisations'
    when country in ('KZ', 'KG', 'TJ', 'TM', 'UZ') then 'central_asia'
    when country in ('AF', 'BD', 'BT', 'IN', 'LK', 'MV', 'NP', 'PK') then 'south_asia'
    when country in ('BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH', 'TL', 'VN')
      then 'south_east_asia'
    when country in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU',
      'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'eu'
  end
$$;
grant execute on function exchange.region_of(text) to homeward_reader, homeward_exchange, homeward_owner;

-- Whether a statement is one's own proposal, and how many of them a poll has: no more is told of who proposed.
create function exchange.own_statements(of_poll uuid) returns table (id uuid)
language sql stable security definer set search_path = exchange as $$
  select s.id from opinion_statement s where s.poll_id = of_poll and s.proposed_by = me()
$$;

-- How many have voted in a round, for those who take part.
create function exchange.opinion_voters(of_poll uuid, of_phase text) returns integer
language sql stable security definer set search_path = exchange as $$
  select count(distinct v.participant_id)::integer from opinion_vote v
    join opinion_poll p on p.id = v.poll_id
  where v.poll_id = of_poll and v.phase = of_phase
    and holds(p.edition_id, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter', 'speaker',
      'attendee', 'delegate')
$$;

-- True while a round may be counted: it is closed, nobody has counted it, five or more have voted.
create function exchange.opinion_countable(of_poll uuid, of_phase text) returns boolean
language sql stable security definer set search_path = exchange as $$
  select exists (select from opinion_round r join opinion_poll p on p.id = r.poll_id
      where r.poll_id = of_poll and r.phase = of_phase and r.closed_at is not null and r.map is null
        and holds(p.edition_id, 'organiser', 'moderator'))
    and (select count(distinct v.participant_id) >= 5 from opinion_vote v
      where v.poll_id = of_poll and v.phase = of_phase)
$$;

-- One row a voter, answers in the order of the statements let in; sorted by what they say, so that the
-- place of a row says nothing about whose it is.
create function exchange.opinion_ballots(of_poll uuid, of_phase text) returns table (answers text[])
language sql stable security definer set search_path = exchange as $$
  select b.answers from (
    select array_agg(v.answer order by s.standing) as answers
    from (select distinct participant_id from opinion_vote
        where poll_id = of_poll and phase = of_phase) who
      cross join opinion_statement s
      left join opinion_vote v on v.statement_id = s.id and v.phase = of_phase
        and v.participant_id = who.participant_id
    where s.poll_id = of_poll and s.state = 'let_in' and opinion_countable(of_poll, of_phase)
    group by who.participant_id
    having count(v.answer) > 0
  ) b order by b.answers
$$;

-- How regions voted: never a country, never a region of fewer than five voters.
create function exchange.opinion_regions(of_poll uuid, of_phase text)
returns table (region text, voters integer, statement_id uuid, agree integer, disagree integer,
  pass integer)
language sql stable security definer set search_path = exchange as $$
  with votes as (
    select region_of(p.country) as region, v.participant_id, v.statement_id, v.answer
    from opinion_vote v join participant p on p.id = v.participant_id
      join opinion_statement s on s.id = v.statement_id and s.state = 'let_in'
    where v.poll_id = of_poll and v.phase = of_phase and opinion_countable(of_poll, of_phase)
  ), large as (
    select v.region, count(distinct v.participant_id)::integer as voters from votes v
    where v.region is not null group by v.region having count(distinct v.participant_id) >= 5
  )
  select l.region, l.voters, v.statement_id,
    count(*) filter (where v.answer = 'agree')::integer,
    count(*) filter (where v.answer = 'disagree')::integer,
    count(*) filter (where v.answer = 'pass')::integer
  from large l join votes v on v.region = l.region
  group by l.region, l.voters, v.statement_id
$$;

grant create on schema exchange to homeward_reader;
alter function exchange.own_statements(uuid) owner to homeward_reader;
alter function exchange.opinion_voters(uuid, text) owner to homeward_reader;
alter function exchange.opinion_countable(uuid, text) owner to homeward_reader;
alter function exchange.opinion_ballots(uuid, text) owner to homeward_reader;
alter function exchange.opinion_regions(uuid, text) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.own_statements(uuid), exchange.opinion_voters(uuid, text),
  exchange.opinion_countable(uuid, text), exchange.opinion_ballots(uuid, text),
  exchange.opinion_regions(uuid, text) from public;
grant execute on function exchange.own_statements(uuid), exchange.opinion_voters(uuid, text),
  exchange.opinion_ballots(uuid, text), exchange.opinion_regions(uuid, text) to homeward_exchange;
grant execute on function exchange.opinion_countable(uuid, text) to homeward_reader;
