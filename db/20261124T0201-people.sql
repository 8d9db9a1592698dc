-- People, households and returns are plain rows with a version; the case file is facts (0202).
create table person (
  id uuid primary key,
  -- The form of src/domain/people/person.ts; scalar columns below are taken from it for queries.
  name jsonb not null,
  former_names jsonb not null default '[]',
  called text,
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  birth_date date,
  birth_precision text check (birth_precision in ('day', 'month', 'year')),
  birth_estimated boolean,
  languages text[] not null default '{}',
  interpreter_needed boolean not null default false,
  citizenships text[] not null default '{}',
  papers jsonb not null default '[]',
  -- A relative takes part in a household but has no file of their own.
  kind text not null check (kind in ('participant', 'relative')),
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint birth_whole check ((birth_date is null) = (birth_precision is null))
);

-- Contact and its safe-contact rule have their own readers: policies cannot hide columns.
create table safe_contact (
  person_id uuid primary key references person on delete cascade,
  contacts jsonb not null,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id()
);

-- Search keys of every name, written from src/domain/people/name.ts in the same transaction.
create table person_name_key (
  person_id uuid not null references person on delete cascade,
  position integer not null,
  folded text not null,
  tokens text[] not null,
  phonetic text[] not null,
  primary key (person_id, position)
);
create index person_name_key_folded on person_name_key using gin (folded gin_trgm_ops);
create index person_name_key_phonetic on person_name_key using gin (phonetic);

-- Blocking keys for the duplicate check (src/domain/people/duplicate.ts), joined set by set.
create table person_block (
  key text not null,
  person_id uuid not null references person on delete cascade,
  primary key (key, person_id)
);

create table household (
  id uuid primary key,
  place_id uuid references place,
  -- The number a family had on an arrival list, if any.
  family_number text,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  xid xid8 not null default pg_current_xact_id()
);

create table household_member (
  id uuid primary key,
  household_id uuid not null references household on delete cascade,
  person_id uuid not null references person on delete cascade,
  -- What the member is to the head of the household.
  relation text not null,
  from_day date not null,
  until_day date,
  xid xid8 not null default pg_current_xact_id(),
  constraint in_order check (until_day is null or until_day >= from_day)
);
create index household_member_household on household_member (household_id);
create index household_member_person on household_member (person_id);

-- `relative_id` is `kind` of `person_id`; a relative known by word only has no row and no edge.
create table kinship (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  relative_id uuid references person on delete cascade,
  kind text not null,
  -- For a parent: present, elsewhere, cannot be reached, cannot care at present, deceased.
  parent_state text check (parent_state in
    ('present', 'elsewhere', 'cannot_be_reached', 'cannot_care_at_present', 'deceased')),
  from_day date,
  until_day date,
  xid xid8 not null default pg_current_xact_id()
);
create index kinship_person on kinship (person_id);
create index kinship_relative on kinship (relative_id);

create table guardianship (
  id uuid primary key,
  child_id uuid not null references person on delete cascade,
  guardian_id uuid not null references person on delete cascade,
  kind text not null,
  contested boolean not null default false,
  from_day date not null,
  until_day date,
  xid xid8 not null default pg_current_xact_id()
);
create index guardianship_child on guardianship (child_id);

create table homecoming (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  context text not null check (context in ('conflict_zone', 'labour_migration', 'ethnic_return', 'other')),
  arrived_on date,
  from_country text,
  arrival_place_id uuid references place,
  arrival_list_id uuid,
  xid xid8 not null default pg_current_xact_id()
);
create index homecoming_person on homecoming (person_id);

-- The operation label: read by intake officer, caseworker and supervisor only; it never enters a
-- packet, print, search hit or chart.
create table homecoming_operation (
  homecoming_id uuid primary key references homecoming on delete cascade,
  label text not null
);

-- A value that lost against another said at the same time elsewhere; shown until somebody decides.
create table field_conflict (
  id uuid primary key,
  table_name text not null,
  row_id uuid not null,
  person_id uuid not null references person on delete cascade,
  field text not null,
  losing jsonb not null,
  said_by uuid not null,
  said_at timestamptz(3) not null,
  settled_by uuid,
  settled_at timestamptz(3),
  xid xid8 not null default pg_current_xact_id()
);
create index field_conflict_person on field_conflict (person_id) where settled_at is null;
