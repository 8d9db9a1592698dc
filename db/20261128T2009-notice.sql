-- What a participant is told in the workspace; `details` are ids and numbers, never texts about people.
create table exchange.notice (
  id uuid primary key,
  participant_id uuid not null references exchange.participant on delete cascade,
  kind text not null check (kind ~ '^[a-z_]{1,60}$'),
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  created_at timestamptz not null,
  read_at timestamptz
);
create index notice_participant on exchange.notice (participant_id, created_at desc);
alter table exchange.notice enable row level security;
alter table exchange.notice force row level security;
create policy owner_all on exchange.notice to homeward_owner using (true) with check (true);
grant select, insert on exchange.notice to homeward_exchange;
grant update (read_at) on exchange.notice to homeward_exchange;
create policy reads on exchange.notice for select to homeward_exchange
  using (participant_id = exchange.me());
create policy adds on exchange.notice for insert to homeward_exchange
  with check (exchange.me() is not null and read_at is null);
create policy marks on exchange.notice for update to homeward_exchange
  using (participant_id = exchange.me()) with check (participant_id = exchange.me());
