-- The lasting directory of experts: an entry is its own participant's consent, field by field. Without a
-- row nobody is listed; a field that is not in `shown` leaves the database for its owner alone.

create table exchange.expert (
  participant_id uuid primary key references exchange.participant on delete cascade,
  shown text[] not null check (shown <@ array['institution', 'country', 'languages', 'themes']),
  -- the form of the name by language; the participant's name where there is none
  names jsonb not null check (jsonb_typeof(names) = 'object'),
  themes text[] not null check (cardinality(themes) <= 10),
  consented_at timestamptz not null,
  version integer not null default 1
);
alter table exchange.expert enable row level security;
alter table exchange.expert force row level security;
create policy owner_all on exchange.expert to homeward_owner using (true) with check (true);
create policy own on exchange.expert to homeward_exchange
  using (participant_id = exchange.me()) with check (participant_id = exchange.me());
create policy reader_reads on exchange.expert for select to homeward_reader using (true);
grant select, insert, update, delete on exchange.expert to homeward_exchange;
grant select on exchange.expert to homeward_reader;

-- Portraits and pictures of a conference: by consent, looked at by a second editor before anybody else sees them. The
-- bytes are without metadata when they come here; whoever takes a picture back takes its bytes away.
create table exchange.picture (
  id uuid primary key,
  -- whom a portrait shows: its own uploader
  participant_id uuid references exchange.participant on delete cascade,
  -- the conference in whose gallery it stands
  edition_id uuid references exchange.edition on delete cascade,
  alt exchange.wording not null,
  caption exchange.wording,
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  bytes bytea not null check (octet_length(bytes) between 1 and 400000),
  width integer not null check (width between 1 and 4000),
  height integer not null check (height between 1 and 4000),
  -- how those in it agreed; for editors
  consent text not null check (length(consent) between 3 and 500),
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  check (num_nonnulls(participant_id, edition_id) = 1)
);
create unique index picture_portrait on exchange.picture (participant_id);
create index picture_gallery on exchange.picture (edition_id, created_at);
alter table exchange.picture enable row level security;
alter table exchange.picture force row level security;
create policy owner_all on exchange.picture to homeward_owner using (true) with check (true);
create policy reads on exchange.picture for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds_any('organiser', 'editor')
    or (exchange.public_version('picture', id) is not null
      and (edition_id is null or exists (select from exchange.edition e where e.id = edition_id))));
create policy adds on exchange.picture for insert to homeward_exchange
  with check (created_by = exchange.me() and (participant_id = exchange.me()
    or exchange.holds(edition_id, 'organiser', 'editor')));
create policy removes on exchange.picture for delete to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds(edition_id, 'organiser', 'editor'));
create policy reader_reads on exchange.picture for select to homeward_reader using (true);
grant select, insert, delete on exchange.picture to homeward_exchange;
grant select (id, participant_id, alt, width, height) on exchange.picture to homeward_reader;

-- What everybody may read of them, and nothing else: whoever searches here finds nobody by a field that is not shown.
create function exchange.listed_experts()
returns table (name text, names jsonb, institution_slug text, institution jsonb, institution_country text,
  institution_kind text, country text, languages text[], themes text[], portrait jsonb)
language sql stable security definer set search_path = exchange as $$
  select p.name, x.names, i.slug, i.name::jsonb, i.country, i.kind,
    case when 'country' = any (x.shown) then p.country end,
    case when 'languages' = any (x.shown) then p.languages else '{}' end,
    case when 'themes' = any (x.shown) then x.themes else '{}' end,
    case when c.id is not null
      then jsonb_build_object('id', c.id, 'alt', c.alt, 'width', c.width, 'height', c.height) end
  from expert x join participant p on p.id = x.participant_id
    left join institution i on i.id = p.institution_id and 'institution' = any (x.shown)
    left join picture c on c.participant_id = p.id and public_version('picture', c.id) is not null
$$;

grant create on schema exchange to homeward_reader;
alter function exchange.listed_experts() owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.listed_experts() from public;
grant execute on function exchange.listed_experts() to homeward_exchange;
