-- News of the exchange: press releases, communiqués, announcements, in languages; out only after a second
-- editor's yes. Words of a speaker are shown only where the speaker approved these very words.

create table exchange.news (
  id uuid primary key,
  -- in its address
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  edition_id uuid references exchange.edition on delete cascade,
  kind text not null check (kind in ('announcement', 'press_release', 'communique')),
  title exchange.wording not null,
  lead exchange.wording not null,
  body exchange.wording not null,
  -- whole, as it was put before the second editor, and as everybody reads it
  asked jsonb,
  published jsonb,
  published_at timestamptz,
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  version integer not null default 1
);
create index news_newest on exchange.news (created_at desc, id);
create index news_published on exchange.news (published_at desc, id) where published is not null;

create table exchange.quotation (
  id uuid primary key,
  news_id uuid not null references exchange.news on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  -- as the speaker is named to readers, and of which item the words are
  speaker text not null check (length(speaker) between 1 and 200),
  institution exchange.wording,
  news_title exchange.wording not null,
  words exchange.wording not null,
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  version integer not null default 1
);
create index quotation_news on exchange.quotation (news_id, created_at, id);
create index quotation_speaker on exchange.quotation (participant_id, created_at desc);

-- The speaker's yes or no to exactly these words in this language; what was edited has none.
create table exchange.quotation_approval (
  quotation_id uuid not null references exchange.quotation on delete cascade,
  lang text not null check (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  words text not null,
  approved boolean not null,
  participant_id uuid not null references exchange.participant on delete cascade,
  at timestamptz not null,
  primary key (quotation_id, lang)
);

do $$
declare
  name text;
begin
  foreach name in array array['news', 'quotation', 'quotation_approval']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;
grant select, insert, update on exchange.news, exchange.quotation_approval to homeward_exchange;
grant select, insert, update, delete on exchange.quotation to homeward_exchange;

create policy reads on exchange.news for select to homeward_exchange
  using (exchange.holds_any('organiser', 'editor')
    or (published is not null and exchange.public_version('news', id) is not null));
create policy adds on exchange.news for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser', 'editor'));
create policy changes on exchange.news for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor') or exchange.holds_any('editor'));

create policy reads on exchange.quotation for select to homeward_exchange
  using (participant_id = exchange.me() or exists (select from exchange.news n where n.id = news_id));
create policy writes on exchange.quotation to homeward_exchange
  using (exchange.holds_any('organiser', 'editor') and exists (select from exchange.news n
    where n.id = news_id and exchange.holds(n.edition_id, 'organiser', 'editor')));

-- Nobody approves for somebody else.
create policy reads on exchange.quotation_approval for select to homeward_exchange
  using (exists (select from exchange.quotation q where q.id = quotation_id));
create policy adds on exchange.quotation_approval for insert to homeward_exchange
  with check (participant_id = exchange.me() and exists (select from exchange.quotation q
    where q.id = quotation_id and q.participant_id = exchange.me()));
create policy changes on exchange.quotation_approval for update to homeward_exchange
  using (participant_id = exchange.me() and exists (select from exchange.quotation q
    where q.id = quotation_id and q.participant_id = exchange.me()))
  with check (participant_id = exchange.me());
