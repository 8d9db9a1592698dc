-- Services: what organisations offer. A plain list that everybody reads and the coordinator keeps.
alter table organisation add column version integer not null default 1;

create table service (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name jsonb not null,
  need_domain text not null,
  -- The consent purpose that a referral to it serves.
  purpose text not null,
  place_id uuid references place,
  languages text[] not null default '{}',
  note text,
  active boolean not null default true,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id()
);
create index service_organisation on service (organisation_id);
create trigger moved before update on service for each row execute function moved();

-- What has left with a referral: a copy for the receiving service, which sees no person and no fact.
-- `content` is null where nothing may be shown any more (consent withdrawn, referral cancelled).
create table referral_packet (
  referral_id uuid not null,
  case_id uuid not null references case_head (case_id),
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  service_id uuid not null references service,
  purpose text not null,
  urgency text not null,
  status text not null,
  withdrawn boolean not null,
  content jsonb,
  -- What the service answered and asked, and what it was told in reply.
  answers jsonb not null,
  replies jsonb not null,
  answer_due_on date not null,
  sent_at timestamptz(3) not null,
  answered_at timestamptz(3),
  vanishes_at timestamptz(3),
  -- Both: an id is made by whoever says it, and must not collide with that of a file beyond reach.
  primary key (case_id, referral_id)
);
create index referral_packet_organisation on referral_packet (organisation_id, referral_id desc);

do $$
declare
  name text;
begin
  foreach name in array array['service', 'referral_packet'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

create policy read_all on service for select to homeward_app using (homeward_role() is not null);
create policy coordinator_writes on service for insert to homeward_app
  with check (homeward_role() = 'coordinator');
create policy coordinator_changes on service for update to homeward_app
  using (homeward_role() = 'coordinator');
grant select, insert, update on service to homeward_app;

-- The receiving service sees its own while they have not vanished; a worker sees what left of a file in
-- reach; a command writes those of the case that it loaded.
create policy receiver_reads on referral_packet for select to homeward_app using (
  homeward_role() = 'partner' and organisation_id = homeward_organisation()
  and (vanishes_at is null or vanishes_at > now())
  and exists (select from case_reach r
    where r.case_id = referral_packet.case_id and r.compartment = 'packet'));
create policy in_reach on referral_packet for select to homeward_app using (
  case_id = (select homeward_case())
  or exists (select from case_reach r
    where r.case_id = referral_packet.case_id and r.compartment = 'general'));
create policy command_adds on referral_packet for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on referral_packet for update to homeward_app
  using (case_id = (select homeward_case()));
grant select, insert, update on referral_packet to homeward_app;

-- An answer may move the file on to its next stage; that fact is the partner's too, and nothing else is.
drop policy writer_appends on fact;
create policy writer_appends on fact for insert to homeward_app with check (
  actor_id = homeward_actor() and role = homeward_role()
  and homeward_may_write(compartment)
  and exists (select from case_reach r
    where r.case_id = fact.case_id and r.key = any ((select homeward_keys())::text[]))
  and (homeward_role() <> 'partner' or kind like 'referral\_%' or kind like 'concern\_%'
    or kind = 'stage_entered')
);
