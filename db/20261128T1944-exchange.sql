-- The other half: countries share what works. Its own accounts (schema exchange_auth) and its own role,
-- homeward_exchange, which has no right on any table of the programme; no foreign key leads across
-- (docs/decisions/0015-exchange.md).

-- Who signs in, in the same form as the programme's accounts, so that the same code runs on both.
create schema exchange_auth;
grant usage on schema exchange_auth to homeward_exchange;

create table exchange_auth.account (like auth.account including all);
create table exchange_auth.credential (like auth.credential including all);
create table exchange_auth.session (like auth.session including all);
create table exchange_auth.verification (like auth.verification including all);
create table exchange_auth.two_factor (like auth.two_factor including all);
create table exchange_auth.rate_limit (like auth.rate_limit including all);
create table exchange_auth.attempt (like auth.attempt including all);
create table exchange_auth.invitation (like auth.invitation including all);
alter table exchange_auth.credential
  add foreign key (user_id) references exchange_auth.account on delete cascade;
alter table exchange_auth.session
  add foreign key (user_id) references exchange_auth.account on delete cascade;
alter table exchange_auth.two_factor
  add foreign key (user_id) references exchange_auth.account on delete cascade;
alter table exchange_auth.invitation
  add foreign key (account_id) references exchange_auth.account on delete cascade;

do $$
declare
  name text;
begin
  foreach name in array array['account', 'credential', 'session', 'verification', 'two_factor',
    'rate_limit', 'attempt', 'invitation']
  loop
    execute format('alter table exchange_auth.%I enable row level security', name);
    execute format('alter table exchange_auth.%I force row level security', name);
    execute format('grant select, insert, update, delete on exchange_auth.%I to homeward_exchange', name);
    execute format('create policy exchange_all on exchange_auth.%I to homeward_exchange using (true) with check (true)', name);
    execute format('create policy owner_all on exchange_auth.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- A text in its languages: {source, revision, versions: {<BCP-47 tag>: {text, of, by, at}}}.
create function exchange.is_wording(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select value is null or coalesce(
    jsonb_typeof(value) = 'object'
    and jsonb_typeof(value -> 'versions') = 'object'
    and value -> 'versions' ? (value ->> 'source')
    and jsonb_typeof(value -> 'revision') = 'number', false)
$$;
grant execute on function exchange.is_wording(jsonb) to homeward_exchange, homeward_owner;
create domain exchange.wording as jsonb check (exchange.is_wording(value));
grant usage on type exchange.wording to homeward_exchange;

-- Who acts in this transaction, and what he may: set once by `begin`, read by every policy.
create function exchange.me() returns uuid
language sql stable parallel safe as $$
  select nullif(current_setting('exchange.participant', true), '')::uuid
$$;

create function exchange.holds(edition uuid, variadic roles text[]) returns boolean
language sql stable parallel safe as $$
  select exists (select from unnest(roles) wanted
    where position(' ' || wanted || ':* ' in coalesce(current_setting('exchange.held', true), '')) > 0
      or position(' ' || wanted || ':' || edition || ' '
        in coalesce(current_setting('exchange.held', true), '')) > 0)
$$;

-- For whatever belongs to no single edition: true where one of the roles is held anywhere.
create function exchange.holds_any(variadic roles text[]) returns boolean
language sql stable parallel safe as $$
  select exists (select from unnest(roles) wanted
    where position(' ' || wanted || ':' in coalesce(current_setting('exchange.held', true), '')) > 0)
$$;
grant execute on function exchange.me(), exchange.holds(uuid, text[]), exchange.holds_any(text[])
  to homeward_exchange, homeward_owner, homeward_reader;

create table exchange.institution (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  name exchange.wording not null,
  -- ISO 3166-1 alpha-2; none for an international organisation
  country text check (country ~ '^[A-Z]{2}$'),
  kind text not null check (kind in ('ministry', 'institute', 'university', 'service', 'civil_society',
    'international')),
  version integer not null default 1,
  created_at timestamptz not null
);

create table exchange.participant (
  id uuid primary key references exchange_auth.account on delete cascade,
  name text not null check (length(name) between 1 and 200),
  country text check (country ~ '^[A-Z]{2}$'),
  institution_id uuid references exchange.institution,
  languages text[] not null default '{}',
  time_zone text not null default 'UTC',
  version integer not null default 1,
  created_at timestamptz not null
);

create table exchange.series (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  title exchange.wording not null,
  version integer not null default 1,
  created_at timestamptz not null
);

create table exchange.edition (
  id uuid primary key,
  series_id uuid not null references exchange.series,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  title exchange.wording not null,
  lead exchange.wording,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- of the host; an IANA name
  time_zone text not null,
  languages text[] not null check (cardinality(languages) between 1 and 12),
  state text not null default 'draft' check (state in ('draft', 'published', 'ended')),
  version integer not null default 1,
  created_at timestamptz not null
);

-- A role for one edition, or for the whole exchange where no edition is named.
create table exchange.role (
  id uuid primary key,
  participant_id uuid not null references exchange.participant on delete cascade,
  edition_id uuid references exchange.edition on delete cascade,
  role text not null check (role in ('organiser', 'editor', 'reviewer', 'moderator', 'interpreter',
    'speaker', 'attendee', 'delegate')),
  -- a delegate speaks for a country
  country text check (country ~ '^[A-Z]{2}$'),
  granted_by uuid references exchange.participant on delete set null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  check (role <> 'delegate' or country is not null)
);
create unique index role_held on exchange.role
  (participant_id, role, coalesce(edition_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where revoked_at is null;

create table exchange.room (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  name exchange.wording not null,
  -- where people meet until there is a room of our own: an address by language
  urls jsonb not null default '{}' check (jsonb_typeof(urls) = 'object'),
  standing integer not null default 0,
  version integer not null default 1
);
create index room_edition on exchange.room (edition_id, standing);

create table exchange.session (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  room_id uuid references exchange.room,
  title exchange.wording not null,
  abstract exchange.wording,
  kind text not null check (kind in ('opening', 'talk', 'panel', 'workshop', 'round_table', 'closing', 'break')),
  starts_at timestamptz,
  minutes integer check (minutes between 5 and 600),
  -- what is said may be told on (public), told without who said it (chatham_house), or not at all
  rule text not null default 'public' check (rule in ('public', 'chatham_house', 'closed')),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  version integer not null default 1,
  created_at timestamptz not null
);
create index session_edition on exchange.session (edition_id, starts_at);

-- Who did what to which subject; never what was said.
create table exchange.log (
  id uuid primary key,
  at timestamptz not null,
  participant_id uuid,
  action text not null check (action ~ '^[a-z_]{1,60}$'),
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,60}$'),
  subject_id uuid not null,
  details jsonb not null default '{}'
);
create index log_subject on exchange.log (subject_kind, subject_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['institution', 'participant', 'series', 'edition', 'role', 'room',
    'session', 'log']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

grant select, update on exchange.participant to homeward_exchange;
grant select, insert, update on exchange.institution, exchange.series,
  exchange.edition, exchange.role to homeward_exchange;
grant select, insert, update, delete on exchange.room, exchange.session to homeward_exchange;
grant select, insert on exchange.log to homeward_exchange;

create policy reads on exchange.institution for select to homeward_exchange using (true);
create policy adds on exchange.institution for insert to homeward_exchange
  with check (exchange.holds_any('organiser', 'editor'));
create policy changes on exchange.institution for update to homeward_exchange
  using (exchange.holds_any('organiser', 'editor'));

-- A row about somebody is for himself and for whoever works on a conference; what the public reads of
-- a speaker stands with the session, under the name that he chose.
create policy reads on exchange.participant for select to homeward_exchange
  using (id = exchange.me() or exchange.holds_any('organiser', 'editor', 'reviewer', 'moderator'));
create policy changes on exchange.participant for update to homeward_exchange
  using (id = exchange.me()) with check (id = exchange.me());

create policy reads on exchange.series for select to homeward_exchange using (true);
create policy adds on exchange.series for insert to homeward_exchange
  with check (exchange.holds(null, 'organiser'));
create policy changes on exchange.series for update to homeward_exchange
  using (exchange.holds(null, 'organiser'));

create policy reads on exchange.edition for select to homeward_exchange
  using (state <> 'draft' or exchange.holds(id, 'organiser', 'editor', 'reviewer', 'moderator'));
create policy adds on exchange.edition for insert to homeward_exchange
  with check (exchange.holds(null, 'organiser'));
create policy changes on exchange.edition for update to homeward_exchange
  using (exchange.holds(id, 'organiser'));

-- Nobody gives himself a role.
create policy reads on exchange.role for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser'));
create policy adds on exchange.role for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser') and participant_id <> exchange.me());
create policy changes on exchange.role for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser') and participant_id <> exchange.me());

create policy reads on exchange.room for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id));
create policy writes on exchange.room to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.session for select to homeward_exchange
  using ((state <> 'draft' and exists (select from exchange.edition e where e.id = edition_id))
    or exchange.holds(edition_id, 'organiser', 'editor', 'moderator', 'interpreter'));
create policy writes on exchange.session to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));

create policy reads on exchange.log for select to homeward_exchange
  using (exchange.holds_any('organiser', 'editor'));
create policy adds on exchange.log for insert to homeward_exchange
  with check (participant_id is not distinct from exchange.me());

-- Names who acts: a participant whose account is on, or nobody (a reader without an account).
grant usage on schema exchange, exchange_auth to homeward_reader;
grant select on exchange.role, exchange.participant to homeward_reader;
grant select (id, disabled_at) on exchange_auth.account to homeward_reader;
create policy reader_reads on exchange.role for select to homeward_reader using (true);
create policy reader_reads on exchange.participant for select to homeward_reader using (true);
create policy reader_reads on exchange_auth.account for select to homeward_reader using (true);

create function exchange.begin(who uuid) returns text
language plpgsql security definer set search_path = exchange as $$
declare
  held text;
begin
  if who is not null and not exists (select from participant p
      join exchange_auth.account a on a.id = p.id where p.id = who and a.disabled_at is null) then
    raise exception 'no such participant' using errcode = 'no_data_found';
  end if;
  select ' ' || string_agg(r.role || ':' || coalesce(r.edition_id::text, '*'), ' ') || ' ' into held
    from role r where r.participant_id = who and r.revoked_at is null;
  perform set_config('exchange.participant', coalesce(who::text, ''), true),
    set_config('exchange.held', coalesce(held, ''), true);
  return coalesce(held, '');
end
$$;
grant create on schema exchange to homeward_reader;
alter function exchange.begin(uuid) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.begin(uuid) from public;
grant execute on function exchange.begin(uuid) to homeward_exchange;

-- The first row of a new account: its own function, as nobody acts yet who could write it.
grant insert on exchange.participant to homeward_reader;
create policy reader_adds on exchange.participant for insert to homeward_reader with check (true);
create function exchange.enter(who uuid, name text, country text, institution uuid, languages text[],
  time_zone text, at timestamptz) returns void
language sql security definer set search_path = exchange as $$
  insert into participant (id, name, country, institution_id, languages, time_zone, created_at)
    values (who, name, country, institution, languages, time_zone, at)
$$;
grant create on schema exchange to homeward_reader;
alter function exchange.enter(uuid, text, text, uuid, text[], text, timestamptz) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.enter(uuid, text, text, uuid, text[], text, timestamptz) from public;
grant execute on function exchange.enter(uuid, text, text, uuid, text[], text, timestamptz)
  to homeward_exchange;
