-- The programme of an edition: tracks, who appears in a session and under which name, where one meets, when
-- somebody can, the versions that were released, and what participants are told.
create table exchange.track (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  name exchange.wording not null,
  standing integer not null default 0,
  version integer not null default 1
);
create index track_edition on exchange.track (edition_id, standing);

alter table exchange.session
  -- other systems ask for a small number that stays
  add column number integer generated always as identity,
  add column track_id uuid references exchange.track on delete set null,
  -- spoken in it, the first one first
  add column languages text[] not null default '{}' check (cardinality(languages) <= 8),
  add column do_not_record boolean not null default false,
  -- the id that it had in the file of another system, and the names that stood there
  add column origin text check (length(origin) <= 100),
  add column named_in_file text[] not null default '{}' check (cardinality(named_in_file) <= 60);
create unique index session_origin on exchange.session (edition_id, origin);

create table exchange.session_speaker (
  session_id uuid not null references exchange.session on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  part text not null check (part in ('speaker', 'moderator', 'interpreter')),
  -- as the programme names them; with an alias nothing leads from it to the participant
  name text not null check (length(name) between 1 and 200),
  alias boolean not null default false,
  standing integer not null default 0,
  primary key (session_id, participant_id)
);
create index session_speaker_participant on exchange.session_speaker (participant_id);
create index session_speaker_edition on exchange.session_speaker (edition_id);

-- Its own table, as a policy cannot hide a column: the public never reads where a session meets.
create table exchange.session_address (
  session_id uuid not null references exchange.session on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  lang text not null check (length(lang) <= 20),
  url text not null check (url ~ '^https://' and length(url) <= 500),
  primary key (session_id, lang)
);

-- When somebody can take part; whoever has no row here has said nothing.
create table exchange.availability (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at)
);
create index availability_participant on exchange.availability (edition_id, participant_id);

-- A released version never changes. `programme` is what everybody may read of it.
create table exchange.programme_version (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  number integer not null check (number > 0),
  released_at timestamptz not null,
  released_by uuid references exchange.participant on delete set null,
  programme jsonb not null,
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  unique (edition_id, number)
);

-- The same version whole: also who speaks in a session whose rule names nobody.
create table exchange.programme_version_whole (
  version_id uuid primary key references exchange.programme_version on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  programme jsonb not null
);

do $$
declare
  name text;
begin
  foreach name in array array['track', 'session_speaker', 'session_address', 'availability',
    'programme_version', 'programme_version_whole']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

grant select, insert, update, delete on exchange.track, exchange.session_speaker,
  exchange.session_address to homeward_exchange;
grant select, insert, delete on exchange.availability to homeward_exchange;
grant select, insert on exchange.programme_version, exchange.programme_version_whole
  to homeward_exchange;

create policy reads on exchange.track for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id));
create policy writes on exchange.track to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.session_speaker for select to homeward_exchange
  using (participant_id = exchange.me()
    or exchange.holds(edition_id, 'organiser', 'editor', 'moderator', 'interpreter'));
create policy writes on exchange.session_speaker to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

-- Into a closed session comes who appears in it or keeps it; into the others whoever takes part.
create policy reads on exchange.session_address for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator', 'interpreter')
    or exists (select from exchange.session_speaker p
      where p.session_id = session_address.session_id and p.participant_id = exchange.me())
    or (exchange.holds(edition_id, 'editor', 'speaker', 'attendee', 'delegate')
      and exists (select from exchange.session s
        where s.id = session_address.session_id and s.rule <> 'closed')));
create policy writes on exchange.session_address to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.availability for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy writes on exchange.availability for insert to homeward_exchange
  with check (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy takes_back on exchange.availability for delete to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.programme_version for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id));
create policy releases on exchange.programme_version for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser') and released_by = exchange.me());
create policy reads on exchange.programme_version_whole for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));
create policy releases on exchange.programme_version_whole for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser'));
