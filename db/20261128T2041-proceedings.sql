-- The proceedings of an edition: a copy of what was public of it, put together when somebody asks to publish
-- it, and never changed by itself afterwards.
create table exchange.proceedings (
  edition_id uuid primary key references exchange.edition on delete cascade,
  abstract exchange.wording not null,
  licence text not null check (licence in ('CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0')),
  -- none until a registry has given one
  doi text check (doi ~ '^10\.[0-9]{4,9}/[^[:space:]]{1,200}$'),
  -- whole, as it was put before the second editor, and as everybody reads it
  asked jsonb,
  published jsonb,
  published_at timestamptz,
  version integer not null default 1
);
alter table exchange.proceedings enable row level security;
alter table exchange.proceedings force row level security;
create policy owner_all on exchange.proceedings to homeward_owner using (true) with check (true);
grant select, insert, update on exchange.proceedings to homeward_exchange;
create policy reads on exchange.proceedings for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor')
    or (published is not null and exchange.public_version('proceedings', edition_id) is not null));
create policy adds on exchange.proceedings for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser', 'editor'));
create policy changes on exchange.proceedings for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor'));
