-- The practice library. A card is written in `practice`; what readers see is a version of it, kept as it was
-- when the second editor published it. `reviewers` and `editors` stand in the row so that its policies read no
-- table of which the policies read this one.
create table exchange.practice (
  id uuid primary key,
  author_id uuid not null references exchange.participant on delete cascade,
  -- who writes with the author
  editors uuid[] not null default '{}' check (cardinality(editors) <= 20),
  reviewers uuid[] not null default '{}' check (cardinality(reviewers) <= 10),
  institution_id uuid references exchange.institution,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'in_review', 'returned',
    'accepted', 'published', 'archived', 'taken_down')),
  -- counts the times it went to review
  round integer not null default 0,
  -- the round whose reviews accepted it: what the second editor sends back needs no new review
  accepted_round integer,
  -- the newest version that was published; null where none is to be seen
  published_version integer,
  title exchange.wording not null,
  one_line exchange.wording,
  summary exchange.wording,
  partners exchange.wording,
  problem exchange.wording,
  change_idea exchange.wording,
  steps exchange.wording,
  staffing exchange.wording,
  legal_basis exchange.wording,
  tools exchange.wording,
  safeguards exchange.wording,
  results exchange.wording,
  did_not_work exchange.wording,
  transfer_conditions exchange.wording,
  how_to_adopt exchange.wording,
  sources exchange.wording,
  contact exchange.wording,
  country text not null check (country ~ '^[A-Z]{2}$'),
  scope text,
  themes text[] not null default '{}',
  target_groups text[] not null default '{}',
  stages text[] not null default '{}',
  from_year integer,
  to_year integer,
  cost_band text,
  evidence jsonb not null default '{}',
  maturity jsonb not null default '{"criteria": [], "places": 0, "in_a_norm": false}',
  studies jsonb not null default '[]',
  handle text,
  licence text not null default 'CC-BY-4.0',
  review_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index practice_author on exchange.practice (author_id, changed_at);
create index practice_state on exchange.practice (state, changed_at);

-- What was published or waits to be, as it was: everything that readers see, with the reviews it stands on.
create table exchange.practice_version (
  practice_id uuid not null references exchange.practice on delete cascade,
  version integer not null check (version > 0),
  card jsonb not null,
  -- of all its languages, folded, for searching
  words text not null,
  word_index tsvector not null,
  made_at timestamptz not null,
  published_at timestamptz,
  hidden_at timestamptz,
  archived_at timestamptz,
  -- the day from which it shows as not looked at again
  review_on date,
  -- the newest that is published
  latest boolean not null default false,
  primary key (practice_id, version)
);
create unique index practice_version_latest on exchange.practice_version (practice_id) where latest;
create index practice_version_words on exchange.practice_version using gin (word_index) where latest;

-- A published version stays what it was.
create function exchange.keep_practice_version() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and (new.card, new.published_at) is distinct from (old.card, old.published_at) then
    raise exception 'a published version is not changed';
  end if;
  return new;
end
$$;
create trigger kept before update on exchange.practice_version
  for each row execute function exchange.keep_practice_version();

create table exchange.practice_review (
  id uuid primary key,
  practice_id uuid not null references exchange.practice on delete cascade,
  round integer not null,
  reviewer_id uuid not null references exchange.participant on delete cascade,
  -- shown beside the reasons; the reviewer's name is not
  country text check (country ~ '^[A-Z]{2}$'),
  asked_by uuid references exchange.participant on delete set null,
  asked_at timestamptz not null,
  declined_because text check (declined_because in ('conflict_of_interest', 'no_time', 'other_field')),
  decision text check (decision in ('accept', 'return')),
  criteria jsonb,
  contested text[] not null default '{}',
  summary text check (length(summary) <= 2000),
  language text,
  decided_at timestamptz,
  unique (practice_id, round, reviewer_id)
);
create index practice_review_reviewer on exchange.practice_review (reviewer_id, decided_at);

-- What one author wrote while another changed the same: kept until somebody has chosen.
create table exchange.practice_clash (
  id uuid primary key,
  practice_id uuid not null references exchange.practice on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  field text not null check (length(field) <= 60),
  language text not null,
  yours jsonb not null,
  theirs jsonb not null,
  at timestamptz not null,
  settled_at timestamptz
);
create index practice_clash_open on exchange.practice_clash (practice_id) where settled_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['practice', 'practice_version', 'practice_review', 'practice_clash']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;
grant select, insert, update on exchange.practice, exchange.practice_review to homeward_exchange;
grant select, insert on exchange.practice_version, exchange.practice_clash to homeward_exchange;
grant update (card, words, word_index, made_at, published_at, hidden_at,
  archived_at, review_on, latest) on exchange.practice_version to homeward_exchange;
grant update (settled_at) on exchange.practice_clash to homeward_exchange;

create policy reads on exchange.practice for select to homeward_exchange
  using (author_id = exchange.me() or exchange.me() = any (editors) or exchange.me() = any (reviewers)
    or exchange.holds_any('editor', 'organiser'));
create policy adds on exchange.practice for insert to homeward_exchange
  with check (author_id = exchange.me() and state = 'draft');
-- A reviewer's decision moves the card on, too.
create policy changes on exchange.practice for update to homeward_exchange
  using (author_id = exchange.me() or exchange.me() = any (editors) or exchange.me() = any (reviewers)
    or exchange.holds_any('editor', 'organiser'))
  with check (true);

create policy reads on exchange.practice_version for select to homeward_exchange
  using ((published_at is not null and hidden_at is null)
    or exists (select from exchange.practice p where p.id = practice_id));
create policy adds on exchange.practice_version for insert to homeward_exchange
  with check (published_at is null
    and exists (select from exchange.practice p where p.id = practice_id));
create policy changes on exchange.practice_version for update to homeward_exchange
  using (exists (select from exchange.practice p where p.id = practice_id))
  with check (published_at is null or exchange.holds_any('editor', 'organiser'));

create policy reads on exchange.practice_review for select to homeward_exchange
  using (reviewer_id = exchange.me()
    or exists (select from exchange.practice p where p.id = practice_id));
create policy adds on exchange.practice_review for insert to homeward_exchange
  with check (exchange.holds_any('editor', 'organiser') and decision is null
    and reviewer_id <> exchange.me());
create policy changes on exchange.practice_review for update to homeward_exchange
  using (reviewer_id = exchange.me() and decided_at is null)
  with check (reviewer_id = exchange.me());

create policy reads on exchange.practice_clash for select to homeward_exchange
  using (exists (select from exchange.practice p where p.id = practice_id
    and (p.author_id = exchange.me() or exchange.me() = any (p.editors)
      or exchange.holds_any('editor', 'organiser'))));
create policy adds on exchange.practice_clash for insert to homeward_exchange
  with check (participant_id = exchange.me());
create policy changes on exchange.practice_clash for update to homeward_exchange
  using (exists (select from exchange.practice p where p.id = practice_id
    and (p.author_id = exchange.me() or exchange.me() = any (p.editors)
      or exchange.holds_any('editor', 'organiser'))));

-- Who took over what from which version of a practice or a programme model, and what came of it.
create table exchange.adoption (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('practice', 'model')),
  subject_id uuid not null,
  from_version integer not null check (from_version > 0),
  owner_id uuid not null references exchange.participant on delete cascade,
  country text check (country ~ '^[A-Z]{2}$'),
  institution_id uuid references exchange.institution,
  status text not null check (status in ('considering', 'planned', 'piloting', 'adopted',
    'institutionalised', 'stopped')),
  since date not null,
  language text not null,
  adaptation text not null check (length(adaptation) between 1 and 4000),
  result text check (length(result) <= 4000),
  lessons text check (length(lessons) <= 4000),
  stopped_because text check (length(stopped_because) <= 2000),
  -- earlier statuses with their days, oldest first
  steps jsonb not null default '[]',
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (status <> 'stopped' or stopped_because is not null)
);
create index adoption_subject on exchange.adoption (subject_kind, subject_id);
create index adoption_owner on exchange.adoption (owner_id);

-- What readers see of it: the version that a second editor published.
create table exchange.adoption_shown (
  adoption_id uuid primary key references exchange.adoption on delete cascade,
  subject_kind text not null,
  subject_id uuid not null,
  shown jsonb not null,
  published_at timestamptz not null
);
create index adoption_shown_subject on exchange.adoption_shown (subject_kind, subject_id);

alter table exchange.adoption enable row level security;
alter table exchange.adoption force row level security;
alter table exchange.adoption_shown enable row level security;
alter table exchange.adoption_shown force row level security;
create policy owner_all on exchange.adoption to homeward_owner using (true) with check (true);
create policy owner_all on exchange.adoption_shown to homeward_owner using (true) with check (true);
grant select, insert, update on exchange.adoption to homeward_exchange;
grant select, insert, update, delete on exchange.adoption_shown to homeward_exchange;
create policy reads on exchange.adoption for select to homeward_exchange
  using (owner_id = exchange.me() or exchange.holds_any('editor', 'organiser'));
create policy adds on exchange.adoption for insert to homeward_exchange
  with check (owner_id = exchange.me());
create policy changes on exchange.adoption for update to homeward_exchange
  using (owner_id = exchange.me()) with check (owner_id = exchange.me());
create policy reads on exchange.adoption_shown for select to homeward_exchange using (true);
create policy writes on exchange.adoption_shown to homeward_exchange
  using (exchange.holds_any('editor', 'organiser')) with check (exchange.holds_any('editor', 'organiser'));
