create table programme_model (
  id uuid primary key,
  code text not null,
  version integer not null,
  document jsonb not null,
  published_at timestamptz(3) not null,
  xid xid8 not null default pg_current_xact_id(),
  unique (code, version)
);

-- One row a case for lists and search: a projection of the facts, rebuilt by `homeward verify`.
create table case_file (
  id uuid primary key,
  number text not null,
  person_id uuid not null references person,
  model_id uuid not null references programme_model,
  place_id uuid not null references place,
  place_path uuid[] not null,
  stage text not null,
  stage_since timestamptz(3) not null,
  worker_id uuid,
  open_needs integer not null,
  urgent_needs integer not null,
  last_met_on date,
  next_on date,
  conflicts integer not null default 0,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3),
  xid xid8 not null default pg_current_xact_id()
);
create index case_file_person on case_file (person_id);
create index case_file_worker on case_file (worker_id, stage);

-- The head of a case's chain with its whole state. The application has no right on it: load_case()
-- and save_case() are the only doors, and only the command path uses them (design 3).
create table case_head (
  case_id uuid primary key,
  person_id uuid not null references person,
  position integer not null,
  hash bytea not null,
  state jsonb not null
);

create table fact (
  id uuid primary key,
  case_id uuid not null references case_head (case_id),
  position integer not null,
  kind text not null,
  version smallint not null,
  compartment text not null check (compartment in
    ('general', 'health', 'psychosocial', 'protection', 'legal')),
  actor_kind text not null,
  actor_id uuid not null,
  role text not null,
  device_id uuid,
  said_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  body_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  unique (case_id, position)
);
create index fact_xid on fact (xid);

-- Body and salt apart, so that content can be erased and the chain stay whole. Canonical JSON text.
create table fact_body (
  fact_id uuid primary key references fact,
  case_id uuid not null,
  compartment text not null,
  body text not null,
  salt bytea not null
);

-- Who reaches what, materialised from the facts (src/domain/access/reach.ts).
create table case_reach (
  case_id uuid not null,
  person_id uuid not null,
  key text not null,
  compartment text not null,
  until timestamptz(3),
  xid xid8 not null default pg_current_xact_id(),
  primary key (key, case_id, compartment)
);
create index case_reach_case on case_reach (case_id, compartment);
create index case_reach_person on case_reach (person_id);

-- Reach that ended, so that a device that held the file removes it.
create table reach_lost (
  key text not null,
  case_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (key, case_id, compartment, xid)
);

-- What was answered to a command: the same command again gets the same answer. Never its body.
create table command_answer (
  actor_kind text not null,
  actor_id uuid not null,
  command_id uuid not null,
  command_hash bytea not null,
  kind text not null,
  case_id uuid,
  answer jsonb,
  answered_at timestamptz(3) not null,
  primary key (actor_id, command_id)
);
create index command_answer_time on command_answer (answered_at);

-- A command whose file its author no longer reaches: kept for the supervisor, the author is told `gone`.
create table parked_command (
  id uuid primary key,
  case_id uuid not null,
  actor_id uuid not null,
  kind text not null,
  body jsonb not null,
  said_at timestamptz(3) not null,
  parked_at timestamptz(3) not null,
  settled_by uuid,
  settled_at timestamptz(3)
);
create index parked_command_case on parked_command (case_id);

-- What is due, projected from the facts (src/domain/case/task.ts).
create table task (
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  ref text not null,
  account_id uuid,
  due_at timestamptz(3) not null,
  details jsonb not null default '{}',
  xid xid8 not null default pg_current_xact_id(),
  primary key (case_id, kind, ref)
);
create index task_account on task (account_id, due_at);

-- Every opening of a file, in the transaction that opened it. `person_id` so that the person can see it.
create table read_log (
  id uuid primary key,
  at timestamptz(3) not null,
  actor_kind text not null,
  actor_id uuid not null,
  role text not null,
  organisation_id uuid,
  action text not null,
  case_id uuid,
  person_id uuid,
  -- Codes and counts: how many rows a list or search answered, which print, which device.
  details jsonb not null default '{}'
);
create index read_log_case on read_log (case_id, at);
create index read_log_actor on read_log (actor_id, at);
create index read_log_person on read_log (person_id, at);

create table device (
  id uuid primary key,
  account_id uuid not null,
  name text not null,
  registered_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index device_account on device (account_id);
