-- Whole programme models that a country offers (docs/decisions/0015-exchange.md): the card, the signed package
-- files, and the country experience review: a dossier, questions of peers with answers, endorsements.
create table exchange.model_card (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  title exchange.wording not null,
  summary exchange.wording not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  institution_id uuid references exchange.institution,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'published', 'taken_down')),
  review text not null default 'preparing' check (review in ('preparing', 'open', 'closed')),
  -- What readers see: exactly what the second editor had before them. What is worked on stands in the rows.
  shown jsonb check (jsonb_typeof(shown) = 'object'),
  -- The same while it waits for the second editor: what is published is what was asked for, whatever was written since.
  asked jsonb check (jsonb_typeof(asked) = 'object'),
  published_at timestamptz,
  version integer not null default 1,
  created_by uuid not null references exchange.participant,
  created_at timestamptz not null,
  constraint published_is_shown check (state <> 'published' or shown is not null)
);

-- The file byte for byte, so that its hash and its signature can be tried again by whoever takes it.
create table exchange.model_file (
  id uuid primary key,
  card_id uuid not null references exchange.model_card on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  file text not null,
  manifest jsonb not null check (jsonb_typeof(manifest) = 'object'),
  public_key text not null,
  uploaded_by uuid not null references exchange.participant,
  uploaded_at timestamptz not null,
  published_at timestamptz,
  unique (card_id, hash)
);

create table exchange.model_section (
  id uuid primary key,
  card_id uuid not null references exchange.model_card on delete cascade,
  kind text not null check (kind in ('context', 'preparation', 'working', 'not_working', 'results',
    'costs', 'advice')),
  body exchange.wording not null,
  version integer not null default 1,
  unique (card_id, kind)
);

create table exchange.model_question (
  id uuid primary key,
  card_id uuid not null references exchange.model_card on delete cascade,
  asked_by uuid not null references exchange.participant,
  -- of whoever asked, as it was then; none for an organisation
  country text check (country ~ '^[A-Z]{2}$'),
  question exchange.wording not null,
  answer exchange.wording,
  asked_at timestamptz not null,
  answered_by uuid references exchange.participant,
  answered_at timestamptz,
  version integer not null default 1,
  constraint answered check ((answer is null) = (answered_at is null))
);
create index model_question_card on exchange.model_question (card_id, asked_at);

create table exchange.model_endorsement (
  id uuid primary key,
  card_id uuid not null references exchange.model_card on delete cascade,
  -- who stands behind it, and in which words
  body exchange.wording not null,
  words exchange.wording not null,
  edition_id uuid references exchange.edition,
  session_id uuid references exchange.session,
  decided_on date not null,
  -- of the programme model that was endorsed
  model_version integer not null check (model_version > 0),
  recorded_by uuid not null references exchange.participant,
  recorded_at timestamptz not null,
  version integer not null default 1
);
create index model_endorsement_card on exchange.model_endorsement (card_id, decided_on);

do $$
declare
  name text;
begin
  foreach name in array array['model_card', 'model_file', 'model_section', 'model_question',
    'model_endorsement']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- Who works on a country's model: its delegates, and editors.
create function exchange.works_for(land text) returns boolean
language sql stable as $$
  select exchange.holds_any('editor', 'organiser') or exists (
    select from exchange.role r where r.participant_id = exchange.me() and r.role = 'delegate'
      and r.revoked_at is null and r.country = land)
$$;
grant execute on function exchange.works_for(text) to homeward_exchange;

grant select, insert on exchange.model_card, exchange.model_file, exchange.model_section,
  exchange.model_question, exchange.model_endorsement to homeward_exchange;
grant update (title, summary, institution_id, state, review, shown, asked,
  published_at, version)
  on exchange.model_card to homeward_exchange;
grant update (published_at) on exchange.model_file to homeward_exchange;
grant update (body, version) on exchange.model_section to homeward_exchange;
grant update (question, answer, answered_by, answered_at, version)
  on exchange.model_question to homeward_exchange;
grant update (body, words, version) on exchange.model_endorsement to homeward_exchange;

create policy reads on exchange.model_card for select to homeward_exchange
  using (state = 'published' or exchange.works_for(country));
create policy adds on exchange.model_card for insert to homeward_exchange
  with check (exchange.works_for(country) and created_by = exchange.me() and state = 'draft');
create policy changes on exchange.model_card for update to homeward_exchange
  using (exchange.works_for(country)) with check (exchange.works_for(country));

-- Whoever works on a card changes its rows, and never what readers see: that is an editor's hand, and by
-- the publication's own rule not the one that asked for it.
create function exchange.keep_shown() returns trigger
language plpgsql as $$
begin
  if (new.shown is distinct from old.shown or (new.state = 'published' and old.state <> 'published'))
    and current_user = 'homeward_exchange' and not exchange.holds_any('editor', 'organiser')
  then
    raise exception 'published by an editor only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger keep_shown before update on exchange.model_card
  for each row execute function exchange.keep_shown();

-- A file is everybody's once it was published on a card that still is.
create policy reads on exchange.model_file for select to homeward_exchange
  using (exists (select from exchange.model_card c where c.id = card_id
    and (exchange.works_for(c.country) or (c.state = 'published' and published_at is not null))));
create policy adds on exchange.model_file for insert to homeward_exchange
  with check (uploaded_by = exchange.me() and published_at is null and exists (
    select from exchange.model_card c where c.id = card_id and exchange.works_for(c.country)));
create policy changes on exchange.model_file for update to homeward_exchange
  using (exchange.holds_any('editor', 'organiser'));

-- What is worked on is for those who take part; readers have `shown`.
create policy reads on exchange.model_section for select to homeward_exchange
  using (exists (select from exchange.model_card c where c.id = card_id and exchange.works_for(c.country)));
create policy adds on exchange.model_section for insert to homeward_exchange
  with check (exists (select from exchange.model_card c where c.id = card_id and exchange.works_for(c.country)));
create policy changes on exchange.model_section for update to homeward_exchange
  using (exists (select from exchange.model_card c where c.id = card_id and exchange.works_for(c.country)));

create policy reads on exchange.model_question for select to homeward_exchange
  using (exchange.me() is not null
    and exists (select from exchange.model_card c where c.id = card_id));
create policy asks on exchange.model_question for insert to homeward_exchange
  with check (asked_by = exchange.me() and answer is null and exists (
    select from exchange.model_card c where c.id = card_id and c.state = 'published'
      and c.review = 'open' and c.country is distinct from model_question.country));
create policy answers on exchange.model_question for update to homeward_exchange
  using (exists (select from exchange.model_card c where c.id = card_id and exchange.works_for(c.country)));

create policy reads on exchange.model_endorsement for select to homeward_exchange
  using (exchange.me() is not null
    and exists (select from exchange.model_card c where c.id = card_id));
create policy adds on exchange.model_endorsement for insert to homeward_exchange
  with check (recorded_by = exchange.me() and exchange.holds_any('editor', 'organiser'));
create policy changes on exchange.model_endorsement for update to homeward_exchange
  using (exchange.holds_any('editor', 'organiser'));
