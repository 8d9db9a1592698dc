-- Signed webhooks: an organisation's endpoint is told that something of its own has changed. A message holds
-- the kind of event and an opaque id and nothing else. The secret is made of the server's own key and the
-- generation, so it stands nowhere.
create table webhook (
  id uuid primary key,
  organisation_id uuid not null,
  organisation_receives boolean not null default true,
  url text not null check (length(url) between 1 and 500),
  generation integer not null default 1,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  -- Deliveries that failed one after the other.
  failures integer not null default 0,
  paused_at timestamptz(3),
  withdrawn_at timestamptz(3),
  constraint no_webhook_of_a_neighbourhood_body check (organisation_receives),
  constraint webhook_of_a_receiver foreign key (organisation_id, organisation_receives)
    references organisation (id, receives)
);
create index webhook_organisation on webhook (organisation_id) where withdrawn_at is null;

-- The queue and its log in one: what is still to be sent, and what became of what was.
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  event text not null check (event in ('task.created', 'task.changed', 'test')),
  -- The id of a Task; null in a test.
  task_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
  attempts integer not null default 0,
  created_at timestamptz(3) not null,
  next_at timestamptz(3) not null,
  tried_at timestamptz(3),
  -- A status of HTTP, or why there was none.
  answer text check (length(answer) <= 40)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_log on webhook_delivery (webhook_id, id desc);

do $$
declare
  name text;
begin
  foreach name in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy keepers_read on %I for select to homeward_app
      using ((select homeward_role()) in (''administrator'', ''job''))', name);
    execute format('create policy keepers_change on %I for update to homeward_app
      using ((select homeward_role()) in (''administrator'', ''job''))', name);
    execute format('grant select on %I to homeward_app, homeward_reader', name);
    execute format('create policy reader_finds on %I for select to homeward_reader using (true)', name);
  end loop;
end
$$;
create policy administrator_adds on webhook for insert to homeward_app
  with check (homeward_role() = 'administrator' and made_by = homeward_actor());
grant insert on webhook to homeward_app;
grant update (generation, failures, paused_at, withdrawn_at) on webhook to homeward_app;
create policy administrator_tests on webhook_delivery for insert to homeward_app
  with check (homeward_role() = 'administrator' and event = 'test' and task_id is null);
create policy reader_queues on webhook_delivery for insert to homeward_reader with check (true);
create policy job_forgets on webhook_delivery for delete to homeward_app
  using (homeward_role() = 'job' and state <> 'waiting');
grant insert, delete on webhook_delivery to homeward_app;
grant insert on webhook_delivery to homeward_reader;
grant update (state, attempts, next_at, tried_at, answer) on webhook_delivery to homeward_app;

-- Queued in the transaction in which the packet leaves or changes: what is committed is told, once.
create function queue_webhooks() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into webhook_delivery (id, webhook_id, event, task_id, created_at, next_at)
  select
    -- a UUIDv7: the moment's milliseconds before random bits
    encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
    w.id, case tg_op when 'INSERT' then 'task.created' else 'task.changed' end, new.referral_id,
    -- Due at once, also where the two clocks differ.
    now(), new.sent_at
  from webhook w where w.organisation_id = new.organisation_id and w.withdrawn_at is null;
  return null;
end
$$;
alter function queue_webhooks() owner to homeward_reader;
revoke execute on function queue_webhooks() from public;

create trigger queue_webhooks_of_new after insert on referral_packet
  for each row execute function queue_webhooks();
create trigger queue_webhooks_of_changed after update on referral_packet for each row
  when ((old.status, old.withdrawn, old.answers, old.replies, old.content is null)
    is distinct from (new.status, new.withdrawn, new.answers, new.replies, new.content is null))
  execute function queue_webhooks();
