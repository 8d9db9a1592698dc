-- Evidence tables of the exchange: aggregates that a human uploads as HXL-tagged CSV. A file is checked
-- before it is kept at all; a second person publishes it; one click takes it down.

create table exchange.evidence_table (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  title exchange.wording not null,
  method exchange.wording not null,
  denominators exchange.wording not null,
  -- the version that everybody reads; none before the first publication and after a takedown
  shown_version_id uuid,
  taken_down_at timestamptz,
  taken_down_by uuid references exchange.participant on delete set null,
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  version integer not null default 1
);

create table exchange.evidence_version (
  id uuid primary key,
  evidence_table_id uuid not null references exchange.evidence_table on delete cascade,
  number integer not null check (number > 0),
  state text not null default 'waiting'
    check (state in ('waiting', 'published', 'returned', 'replaced', 'taken_down')),
  -- what its uploader says of it, in the language in which it is said: {lang, title, method, denominators}
  said jsonb not null check (jsonb_typeof(said) = 'object'),
  source text not null check (length(source) between 1 and 200),
  period text not null check (length(period) between 1 and 200),
  geography text not null check (length(geography) between 1 and 200),
  -- header, hashtags and values, cell by cell, as they are published
  cells jsonb not null check (jsonb_typeof(cells) = 'array'),
  charts jsonb not null default '[]' check (jsonb_typeof(charts) = 'array'),
  -- what a second person has to look at; what stops a publication is never kept
  findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
  uploaded_by uuid references exchange.participant on delete set null,
  uploaded_at timestamptz not null,
  decided_by uuid references exchange.participant on delete set null,
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 1000),
  unique (evidence_table_id, number),
  -- a second person: also where the program forgets to ask
  check (state in ('waiting', 'returned') or decided_by is null or decided_by is distinct from uploaded_by),
  check (state = 'waiting' or decided_at is not null)
);
create unique index evidence_version_waiting on exchange.evidence_version (evidence_table_id)
  where state = 'waiting';
alter table exchange.evidence_table
  add foreign key (shown_version_id) references exchange.evidence_version deferrable initially deferred;

-- The file as it was sent, for whoever works on it.
create table exchange.evidence_file (
  evidence_version_id uuid primary key references exchange.evidence_version on delete cascade,
  bytes bytea not null check (length(bytes) <= 3000000)
);

do $$
declare
  name text;
begin
  foreach name in array array['evidence_table', 'evidence_version', 'evidence_file']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

grant select, insert on exchange.evidence_table, exchange.evidence_version, exchange.evidence_file
  to homeward_exchange;
grant update (title, method, denominators, shown_version_id, taken_down_at, taken_down_by, version)
  on exchange.evidence_table to homeward_exchange;
grant update (state, decided_by, decided_at, reason) on exchange.evidence_version to homeward_exchange;

create policy reads on exchange.evidence_table for select to homeward_exchange
  using (shown_version_id is not null or created_by = exchange.me()
    or exchange.holds_any('organiser', 'editor', 'interpreter'));
create policy adds on exchange.evidence_table for insert to homeward_exchange
  with check (created_by = exchange.me() and exchange.holds_any('organiser', 'editor', 'delegate'));
create policy changes on exchange.evidence_table for update to homeward_exchange
  using (exchange.holds_any('organiser', 'editor', 'interpreter'));

create policy reads on exchange.evidence_version for select to homeward_exchange
  using (exchange.holds_any('organiser', 'editor') or uploaded_by = exchange.me()
    or (state = 'published' and exists (select from exchange.evidence_table t
      where t.shown_version_id = evidence_version.id)));
create policy adds on exchange.evidence_version for insert to homeward_exchange
  with check (uploaded_by = exchange.me() and state = 'waiting'
    and exchange.holds_any('organiser', 'editor', 'delegate')
    and exists (select from exchange.evidence_table t where t.id = evidence_table_id));
create policy decides on exchange.evidence_version for update to homeward_exchange
  using (exchange.holds_any('organiser', 'editor'))
  with check (exchange.holds_any('organiser', 'editor') and state <> 'waiting'
    and (state <> 'published' or (decided_by = exchange.me() and uploaded_by is distinct from exchange.me())));

create policy reads on exchange.evidence_file for select to homeward_exchange
  using (exists (select from exchange.evidence_version v where v.id = evidence_version_id
    and (v.uploaded_by = exchange.me() or exchange.holds_any('organiser', 'editor'))));
create policy adds on exchange.evidence_file for insert to homeward_exchange
  with check (exists (select from exchange.evidence_version v where v.id = evidence_version_id
    and v.uploaded_by = exchange.me()));
