-- Talks about the work between two colleagues: no file, no person, and nobody reads them but the two.
create table supervision_session (
  id uuid primary key,
  written_by uuid not null,
  with_account_id uuid not null,
  on_day date not null,
  hours numeric(4, 2) not null check (hours > 0 and hours <= 12),
  topics text[] not null,
  agreed text,
  written_at timestamptz(3) not null,
  constraint nobody_talks_alone check (written_by <> with_account_id)
);
create index supervision_session_by on supervision_session (written_by, on_day);
create index supervision_session_with on supervision_session (with_account_id, on_day);
alter table supervision_session enable row level security;
alter table supervision_session force row level security;
create policy owner_all on supervision_session to homeward_owner using (true) with check (true);
create policy the_two_read on supervision_session for select to homeward_app using (
  (select homeward_role()) is not null
  and (select homeward_actor()) in (written_by, with_account_id));
create policy author_adds on supervision_session for insert to homeward_app with check (
  (select homeward_may('append', 'general')) and written_by = (select homeward_actor()));
grant select, insert on supervision_session to homeward_app;
