-- What a person has reached, for lists and numbers: codes and days, never words.
create table milestone (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null references person,
  code text not null,
  reached_on date not null,
  recorded_at timestamptz(3) not null,
  xid xid8 not null default pg_current_xact_id()
);
create index milestone_case on milestone (case_id);
create index milestone_code on milestone (code, reached_on);

-- The supervisor's list. `pin` is the fact that is to be approved, `approved_before` the one that was
-- approved last: what changed lies between.
create table approval (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null references person,
  kind text not null,
  pin uuid not null,
  approved_before uuid,
  state text not null check (state in ('waiting', 'approved', 'returned', 'replaced')),
  proposed_by uuid not null,
  proposed_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  xid xid8 not null default pg_current_xact_id()
);
create index approval_case on approval (case_id);
create index approval_waiting on approval (id) where state = 'waiting';

do $$
declare
  name text;
begin
  foreach name in array array['milestone', 'approval'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy in_reach on %1$I for select to homeward_app using (
      case_id = (select homeward_case())
      or exists (select from case_reach r
        where r.case_id = %1$I.case_id and r.compartment = ''general''))', name);
    execute format('create policy command_adds on %I for insert to homeward_app
      with check (case_id = (select homeward_case()))', name);
    execute format('create policy command_changes on %I for update to homeward_app
      using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()))', name);
    execute format('grant select, insert, update on %I to homeward_app', name);
  end loop;
end
$$;

-- Overdue lists read the earliest due first.
create index task_due on task (due_at, case_id, kind, ref);
