-- Nothing of the exchange goes out by the hand that asked for it: one row for each time somebody asks that a
-- version of something be published, with what the check of people found in it and how the second editor
-- answered it. Taken down it stays here with its reason (docs/decisions/0015-exchange.md).
create table exchange.publication (
  id uuid primary key,
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,60}$'),
  subject_id uuid not null,
  version integer not null check (version > 0),
  -- what the editor's list calls it, in the language it was written in
  title text not null check (length(title) between 1 and 300),
  asked_by uuid not null references exchange.participant on delete cascade,
  asked_at timestamptz not null,
  -- exactly what is to be published, by field and language
  texts jsonb not null check (jsonb_typeof(texts) = 'object'),
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  answered jsonb not null default '[]' check (jsonb_typeof(answered) = 'array'),
  state text not null default 'waiting'
    check (state in ('waiting', 'published', 'returned', 'taken_down')),
  decided_by uuid references exchange.participant on delete set null,
  decided_at timestamptz,
  -- why it was sent back
  reason text check (length(reason) <= 1000),
  taken_down_by uuid references exchange.participant on delete set null,
  taken_down_at timestamptz,
  -- kept, and shown to editors only
  taken_down_because text check (length(taken_down_because) <= 1000),
  constraint second_editor check (state <> 'published' or decided_by is distinct from asked_by),
  constraint decided check ((state = 'waiting') = (decided_at is null)),
  constraint taken_down_why check ((state = 'taken_down') = (taken_down_at is not null))
);
create unique index publication_waiting on exchange.publication (subject_kind, subject_id)
  where state = 'waiting';
create index publication_subject on exchange.publication (subject_kind, subject_id, version);
create index publication_queue on exchange.publication (state, asked_at, id);

alter table exchange.publication enable row level security;
alter table exchange.publication force row level security;
create policy owner_all on exchange.publication to homeward_owner using (true) with check (true);
grant select, insert, delete on exchange.publication to homeward_exchange;
grant update (answered, state, decided_by, decided_at, reason, taken_down_by, taken_down_at,
  taken_down_because) on exchange.publication to homeward_exchange;
create policy reads on exchange.publication for select to homeward_exchange
  using (asked_by = exchange.me() or exchange.holds_any('editor', 'organiser'));
create policy asks on exchange.publication for insert to homeward_exchange
  with check (asked_by = exchange.me() and state = 'waiting');
-- Whoever writes anew takes back what waits; what was decided stays for ever.
create policy takes_back on exchange.publication for delete to homeward_exchange
  using (asked_by = exchange.me() and state = 'waiting');
create policy decides on exchange.publication for update to homeward_exchange
  using (exchange.holds_any('editor', 'organiser'))
  with check (coalesce(taken_down_by, decided_by) = exchange.me());

-- The version that everybody may read, or none: for policies of the nouns that are published this way.
grant select (subject_kind, subject_id, version, state) on exchange.publication to homeward_reader;
create policy reader_reads on exchange.publication for select to homeward_reader using (true);
create function exchange.public_version(kind text, subject uuid) returns integer
language sql stable security definer set search_path = exchange as $$
  select max(p.version) from publication p
    where p.subject_kind = kind and p.subject_id = subject and p.state = 'published'
$$;
grant create on schema exchange to homeward_reader;
alter function exchange.public_version(text, uuid) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.public_version(text, uuid) from public;
grant execute on function exchange.public_version(text, uuid) to homeward_exchange, homeward_owner;
