-- Break-glass (docs/decisions/0009): a file beyond reach is opened for some hours by its number. The
-- number that exists and does not open is answered like the number that does not exist.

-- What was opened so, for its review; rebuilt from the facts by `homeward verify`.
create table emergency_opening (
  id uuid not null,
  case_id uuid not null references case_head (case_id),
  reason text not null check (reason in ('immediate_danger', 'urgent_medical', 'at_the_door')),
  -- The words of the reason, for who protects and who watches over the log; null once erased.
  words text,
  opened_by uuid not null,
  role text not null,
  opened_at timestamptz(3) not null,
  until timestamptz(3) not null,
  reviewed_by uuid,
  reviewed_at timestamptz(3),
  outcome text check (outcome in ('in_order', 'not_in_order')),
  review_words text,
  primary key (case_id, id)
);
create index emergency_opening_time on emergency_opening (opened_at, id);

-- Tries in vain within an hour, one row an account. The row is also the lock: one try at a time.
create table emergency_try (
  actor_id uuid primary key,
  failed integer not null default 0,
  since timestamptz(3) not null
);

do $$
declare
  name text;
begin
  foreach name in array array['emergency_opening', 'emergency_try'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;
create policy in_reach on emergency_opening for select to homeward_app using (
  case_id = (select homeward_case())
  or exists (select from case_reach r
    where r.case_id = emergency_opening.case_id and r.compartment = 'protection'));
create policy officer_reads on emergency_opening for select to homeward_app
  using (homeward_role() = 'data_protection_officer');
create policy command_adds on emergency_opening for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on emergency_opening for update to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy command_removes on emergency_opening for delete to homeward_app
  using (case_id = (select homeward_case()));
grant select, insert, update, delete on emergency_opening to homeward_app;
create policy reader_finds on emergency_opening for select to homeward_reader using (true);
create policy reader_removes on emergency_opening for delete to homeward_reader using (true);
grant select, delete on emergency_opening to homeward_reader;

-- Only the functions below.
create policy reader_all on emergency_try to homeward_reader using (true) with check (true);
grant select, insert, update on emergency_try to homeward_reader;

-- A file that is erased whole takes its openings along.
create function forget_emergencies() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from emergency_opening e where e.case_id = old.id;
  return null;
end
$$;
alter function forget_emergencies() owner to homeward_reader;
create trigger forget_emergencies after delete on case_file
  for each row execute function forget_emergencies();

create index read_log_emergency on read_log (at desc) where action = 'emergency_denied';
create index case_file_number on case_file (number);
-- Reach of the general part that ends by itself is an opening in an emergency, and only that.
create index case_reach_ending on case_reach (key) where until is not null and compartment = 'general';
create policy reader_reads on reach_lost for select to homeward_reader using (true);
grant select on reach_lost to homeward_reader;

-- Whether the actor may try now: false where the role may not, null where it was tried too often. One
-- try at a time: the row stays locked until the transaction ends.
create function emergency_turn(at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  tried integer;
begin
  if homeward_actor_kind() is distinct from 'account'
    or not homeward_may('open_in_emergency', 'general') then
    return false;
  end if;
  insert into emergency_try as t (actor_id, since) values (homeward_actor(), emergency_turn.at)
    on conflict (actor_id) do update set
      failed = case when t.since <= excluded.since - interval '1 hour' then 0 else t.failed end,
      since = case when t.since <= excluded.since - interval '1 hour' then excluded.since else t.since end
    returning failed into tried;
  return case when tried < emergency_tries() then true end;
end
$$;

-- How many tries in vain an hour has room for, by the newest model.
create function emergency_tries() returns integer language sql stable security definer
  set search_path = public
  begin atomic
    select coalesce((select (m.document -> 'thresholds' ->> 'emergency_tries_per_hour')::integer
      from programme_model m order by m.published_at desc, m.version desc limit 1), 5);
  end;
alter function emergency_tries() owner to homeward_reader;

-- The file of this number, opened to the actor for the moments that its command takes: the command's
-- own reach then says until when. Null where there is none, where the number is not of one file, and
-- where a file of the household is held back: an open concern, or somebody who is feared.
-- `own` = the actor reaches it anyhow.
create function emergency_file(wanted text) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  mine text := 'account:' || homeward_actor();
  files uuid[];
  hit case_file;
begin
  if not homeward_may('open_in_emergency', 'general') then return null; end if;
  select array_agg(c.id) into files from case_file c where c.number = wanted;
  if coalesce(cardinality(files), 0) <> 1 then return null; end if;
  select * into hit from case_file c where c.id = files[1];
  if exists (select from case_reach r where r.case_id = hit.id and r.compartment = 'general'
      and r.until is null and r.key = any ((select homeward_keys())::text[])) then
    return jsonb_build_object('case_id', hit.id, 'own', true);
  end if;
  if exists (
    select from (
      select hit.person_id as id
      union select other.person_id from household_member mine
        join household_member other on other.household_id = mine.household_id
        where mine.person_id = hit.person_id and mine.until_day is null and other.until_day is null
    ) near
    join case_file c on c.person_id = near.id
    join case_head h on h.case_id = c.id
    where exists (select from concern k where k.case_id = c.id and k.closed_at is null)
      or jsonb_path_exists(h.state, '$.consent.records.* ? (@.withdrawn_at == null)
        .withhold[*] ? (@.reason == "fear_of_harm")')
  ) then return null; end if;
  delete from case_reach r where r.case_id = hit.id and r.key = mine and r.compartment = 'general';
  insert into case_reach (case_id, person_id, key, compartment, until)
    values (hit.id, hit.person_id, mine, 'general', now() + interval '1 minute');
  -- Known beforehand to be lost: what is said too late is then kept for the supervisor.
  insert into reach_lost (key, case_id, person_id, compartment)
    values (mine, hit.id, hit.person_id, 'general') on conflict do nothing;
  return jsonb_build_object('case_id', hit.id, 'own', false);
end
$$;

-- A try that opened nothing, with a number of no file or of one that stays closed: both take this way.
-- It is written down; where there is a file, its supervisors learn at once who asks and can call back.
create function emergency_failed(log_id uuid, wanted text, reason text, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare
  hit case_file;
  tried integer;
begin
  if not homeward_may('open_in_emergency', 'general') then return; end if;
  select c.* into hit from case_file c where c.number = wanted limit 1;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, case_id,
      person_id, details)
    values (log_id, emergency_failed.at, homeward_actor_kind(), homeward_actor(), homeward_role(),
      homeward_organisation(), 'emergency_denied', hit.id, hit.person_id,
      jsonb_build_object('number', wanted, 'reason', emergency_failed.reason));
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), told, 'emergency_asked', jsonb_build_object('case_id', hit.id,
      'account', homeward_actor(), 'reason', emergency_failed.reason), emergency_failed.at
    from (select holders_of('supervisor', hit.place_path)
      union select holders_of('data_protection_officer', null)) as holders(told)
    where hit.id is not null;
  update emergency_try t set failed = t.failed + 1 where t.actor_id = homeward_actor()
    returning failed into tried;
  if tried = emergency_tries() then
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), officer, 'emergency_tries',
        jsonb_build_object('account', homeward_actor(), 'tries', tried), emergency_failed.at
      from holders_of('data_protection_officer', null) as officer;
  end if;
end
$$;

-- A try in vain is the one thing that its author may not see of the own log: the row says whether there
-- is a file.
alter policy own on read_log
  using (actor_id = homeward_actor() and action <> 'emergency_denied');

-- Reach that has ended by itself is said once to the devices of the actor: nothing was written when
-- its time was over.
create function tell_ended_reach() returns void
language sql volatile security definer set search_path = public
  begin atomic
    insert into reach_lost (key, case_id, person_id, compartment)
      select r.key, r.case_id, r.person_id, r.compartment from case_reach r
      where r.key = any ((select homeward_keys())::text[]) and r.compartment = 'general'
        and r.until <= now()
        and not exists (select from reach_lost l where l.key = r.key and l.case_id = r.case_id
          and l.compartment = r.compartment and l.xid > r.xid)
      on conflict do nothing;
  end;

alter function emergency_turn(timestamptz) owner to homeward_reader;
alter function emergency_file(text) owner to homeward_reader;
alter function emergency_failed(uuid, text, text, timestamptz) owner to homeward_reader;
alter function tell_ended_reach() owner to homeward_reader;
grant execute on function emergency_turn(timestamptz), emergency_file(text),
  emergency_failed(uuid, text, text, timestamptz), tell_ended_reach() to homeward_app;

-- As before, and the person learns of openings in an emergency, whoever opened: the file says it too.
create or replace function readings_of(wanted uuid)
returns table (on_day date, role text, organisation_id uuid, action text, times integer)
language sql stable security definer set search_path = public
  begin atomic
    select l.at::date, l.role, l.organisation_id, l.action, count(*)::integer
    from read_log l
    where l.case_id = readings_of.wanted
      and (l.action = 'opened_in_emergency'
        or l.action in ('opened', 'printed', 'exported', 'packet_opened')
          and l.role <> 'specialist_protection')
      and exists (select from case_reach r where r.case_id = readings_of.wanted
        and r.compartment = 'general' and r.key = any (homeward_keys())
        and (r.until is null or r.until > now()))
    group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4;
  end;
