-- Materials with their files; who reads one follows from its level, the rule of its session and whether a
-- second editor let it out. The file is reached through its material only.

create table exchange.file (
  id uuid primary key,
  sha256 bytea not null check (length(sha256) = 32),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size integer not null check (size between 1 and 20971520),
  bytes bytea not null,
  added_by uuid references exchange.participant on delete set null,
  added_at timestamptz not null
);

create table exchange.material (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  session_id uuid references exchange.session on delete cascade,
  title exchange.wording not null,
  -- of what stands in it, not of its title
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  access text not null check (access in ('public', 'registered', 'speakers', 'organisers')),
  file_id uuid not null references exchange.file,
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1
);
create index material_edition on exchange.material (edition_id, created_at, id);
create index material_file on exchange.material (file_id);

do $$
declare
  name text;
begin
  foreach name in array array['file', 'material']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;
grant select, insert on exchange.file to homeward_exchange;
grant select, insert, update on exchange.material to homeward_exchange;

-- The one rule of src/domain/exchange/material/material.ts, said once more where nobody gets past it.
create policy reads on exchange.material for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor')
    or created_by = exchange.me()
    or (withdrawn_at is null
      and exchange.public_version('material', id) is not null
      and ((access = 'public' and exists (select from exchange.edition e where e.id = edition_id)
          and (session_id is null or exists (select from exchange.session s
            where s.id = session_id and s.rule = 'public')))
        or (access in ('public', 'registered') and exchange.holds(edition_id, 'attendee', 'speaker',
          'moderator', 'interpreter', 'delegate', 'reviewer'))
        or (access in ('public', 'registered', 'speakers') and session_id is not null
          and exchange.speaks_in(session_id)))));
create policy adds on exchange.material for insert to homeward_exchange
  with check (created_by = exchange.me()
    and (exchange.holds(edition_id, 'organiser', 'editor')
      or (session_id is not null and exchange.speaks_in(session_id))));
create policy changes on exchange.material for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor') or created_by = exchange.me());

create policy reads on exchange.file for select to homeward_exchange
  using (added_by = exchange.me()
    or exists (select from exchange.material m where m.file_id = file.id));
create policy adds on exchange.file for insert to homeward_exchange
  with check (added_by = exchange.me());
