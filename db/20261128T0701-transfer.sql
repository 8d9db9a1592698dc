-- A file goes to another region: that region answers a request before it reads anything, and the region
-- that gave it away reads what was in it until then for some days, and writes nothing.

-- Reading only, and only what was recorded until that moment, which is that position of the file; null =
-- reading and writing.
alter table case_reach add column reads_to timestamptz(3);
alter table case_reach add column reads_up_to integer;
create index case_reach_reading on case_reach (key) where reads_to is not null;

-- What the other region is told before it accepts, and what both said. No name, no reason, no old place.
create table transfer_request (
  id uuid not null,
  case_id uuid not null references case_file (id) on delete cascade,
  to_place_id uuid not null references place (id),
  wished_on date not null,
  persons integer not null,
  needs text[] not null,
  languages text[] not null,
  urgent boolean not null,
  status text not null check (status in ('proposed', 'accepted', 'declined', 'withdrawn')),
  proposed_at timestamptz(3) not null,
  over_at timestamptz(3),
  declined text,
  talk jsonb not null,
  primary key (case_id, id)
);
create index transfer_request_waiting on transfer_request (proposed_at, id) where status = 'proposed';
create index transfer_request_id on transfer_request (id);
alter table transfer_request enable row level security;
alter table transfer_request force row level security;
create policy owner_all on transfer_request to homeward_owner using (true) with check (true);
create policy in_reach on transfer_request for select to homeward_app using (
  case_id = (select homeward_case())
  or exists (select from case_reach r
    where r.case_id = transfer_request.case_id and r.compartment = 'general')
  or status = 'proposed' and (select homeward_role()) = 'supervisor'
    and exists (select from case_reach r
      where r.case_id = transfer_request.case_id and r.compartment = 'transfer'));
create policy command_adds on transfer_request for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on transfer_request for update to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy command_removes on transfer_request for delete to homeward_app
  using (case_id = (select homeward_case()));
grant select, insert, update, delete on transfer_request to homeward_app;

-- The last guards of reading only. The list of those files is asked for once a statement; it is short.
create policy sender_reads_what_was on fact as restrictive for select to homeward_app using (
  case_id <> all (array(select r.case_id from case_reach r where r.reads_to is not null))
  or position <= (select max(coalesce(r.reads_up_to, 2147483647)) from case_reach r
    where r.case_id = fact.case_id and r.compartment = fact.compartment)
);
create policy sender_reads_what_was on fact_body as restrictive for select to homeward_app using (
  case_id <> all (array(select r.case_id from case_reach r where r.reads_to is not null))
  or exists (select from fact f where f.id = fact_body.fact_id)
);
-- Where somebody is to be found now is no part of what the file was.
create policy sender_finds_nobody on safe_contact as restrictive for select to homeward_app using (
  person_id <> all (array(select r.person_id from case_reach r where r.reads_to is not null))
);
-- What is to be done is the new region's, and shows in no list or number of the old one.
do $$
declare
  name text;
begin
  foreach name in array array['task', 'approval', 'milestone', 'commission_matter'] loop
    execute format('create policy not_for_sender on %1$I as restrictive for select to homeward_app using (
      case_id = (select homeward_case())
      or case_id <> all (array(select r.case_id from case_reach r where r.reads_to is not null)))', name);
  end loop;
end
$$;
-- Neither a request nor reading only opens the log of a file or what came in late.
alter policy supervisor_reads on parked_command using (
  homeward_role() = 'supervisor' and exists (select from case_reach r
    where r.case_id = parked_command.case_id and r.compartment <> 'transfer' and r.reads_to is null));
alter policy supervisor_settles on parked_command using (
  homeward_role() = 'supervisor' and exists (select from case_reach r
    where r.case_id = parked_command.case_id and r.compartment <> 'transfer' and r.reads_to is null));
alter policy supervisor_reads on read_log using (
  homeward_role() = 'supervisor' and exists (select from case_reach r
    where r.case_id = read_log.case_id and r.compartment <> 'transfer' and r.reads_to is null));
-- Whoever is asked to take a file writes into it what belongs to the answer, and a reader writes nothing.
create policy sender_writes_nothing on fact as restrictive for insert to homeward_app with check (
  exists (select from case_reach r where r.case_id = fact.case_id and r.reads_to is null
    and (r.compartment <> 'transfer' or fact.kind like 'transfer\_%' or fact.kind in ('place_changed',
      'worker_assigned', 'worker_released', 'specialist_released', 'consents_to_ask_again', 'stage_entered')))
);
create policy sender_writes_nothing on fact_body as restrictive for insert to homeward_app with check (
  exists (select from case_reach r where r.case_id = fact_body.case_id and r.reads_to is null)
);

-- As before, without files that are read only: relatives live where the person does.
create or replace function relatives_in_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct other.person_id
    from case_reach r
    join household_member mine on mine.person_id = r.person_id
    join household_member other on other.household_id = mine.household_id
    join person p on p.id = other.person_id and p.kind = 'relative'
    where r.key = any (homeward_keys()) and r.compartment = 'general' and r.reads_to is null
      and (r.until is null or r.until > now())
      and ((mine.until_day is null and other.until_day is null)
        or (other.until_day is not null and other.until_day >= mine.from_day
          and (mine.until_day is null or other.from_day <= mine.until_day)
          and not exists (select from household_member now_in
            where now_in.person_id = other.person_id and now_in.until_day is null)));
  end;

-- As before. A key that from now on only reads is a loss to the feed and to late commands, which are kept
-- for the new supervisor, and a gain that the device is told anew.
create or replace function set_reach(wanted uuid, wanted_rows jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  of_person uuid;
  up_to integer;
begin
  if homeward_case() is distinct from wanted then
    raise exception 'set_reach: the case was not loaded in this transaction';
  end if;
  select h.person_id, h.position into of_person, up_to from case_head h where h.case_id = wanted;
  insert into reach_lost (key, case_id, person_id, compartment)
    select r.key, wanted, of_person, r.compartment
    from jsonb_to_recordset(wanted_rows) as r(key text, compartment text, reads_to timestamptz)
      join case_reach c on c.case_id = wanted and c.key = r.key and c.compartment = r.compartment
    where r.reads_to is not null and c.reads_to is null on conflict do nothing;
  insert into case_reach (case_id, person_id, key, compartment, until, reads_to, reads_up_to)
    select wanted, of_person, r.key, r.compartment, r.until, r.reads_to,
      case when r.reads_to is not null then up_to end
    from jsonb_to_recordset(wanted_rows)
      as r(key text, compartment text, until timestamptz, reads_to timestamptz)
    on conflict (key, case_id, compartment) do update set until = excluded.until,
        reads_to = excluded.reads_to, reads_up_to = excluded.reads_up_to,
        xid = case when case_reach.reads_to is distinct from excluded.reads_to
          then pg_current_xact_id() else case_reach.xid end
      where (case_reach.until, case_reach.reads_to) is distinct from (excluded.until, excluded.reads_to);
  with gone as (
    delete from case_reach c where c.case_id = wanted and not exists (
      select from jsonb_to_recordset(wanted_rows) as r(key text, compartment text)
      where r.key = c.key and r.compartment = c.compartment)
    returning c.key, c.compartment
  )
  insert into reach_lost (key, case_id, person_id, compartment)
    select gone.key, wanted, of_person, gone.compartment from gone on conflict do nothing;
end
$$;

-- As before, for a named kind of command: only the answer to a transfer opens a file by its request, and
-- nothing opens it for who reads only.
drop function load_case(uuid, bytea);
create function load_case(wanted uuid, known bytea default null, of_kind text default 'none') returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  head record;
  told jsonb;
begin
  if not exists (
    select from case_reach r
    where r.case_id = wanted and r.key = any ((select homeward_keys())::text[])
      and (r.until is null or r.until > now()) and r.reads_to is null
      and (r.compartment <> 'transfer'
        or load_case.of_kind in ('accept_transfer', 'ask_about_transfer', 'decline_transfer'))
  ) then
    return null;
  end if;
  perform set_config('homeward.case', wanted::text, true);
  select h.person_id, h.position, h.hash, h.state_at,
      case when h.hash is distinct from known then h.state end as state
    into head from case_head h where h.case_id = wanted for update;
  if not found then return null; end if;
  told := jsonb_build_object('person', person_summary(head.person_id), 'person_id', head.person_id,
    'position', head.position, 'hash', encode(head.hash, 'hex'),
    'state_at', coalesce(head.state_at, head.position));
  if head.state is null then return told; end if;
  told := told || jsonb_build_object('state', head.state);
  if head.state_at is null then return told; end if;
  return told || jsonb_build_object('later', facts_after(wanted, head.state_at));
end
$$;
alter function load_case(uuid, bytea, text) owner to homeward_reader;
grant execute on function load_case(uuid, bytea, text) to homeward_app;

create or replace function open_command(
  of_command uuid, of_hash bytea, of_kind text, of_case uuid, begins_for uuid, at timestamptz,
  known bytea default null
) returns jsonb language plpgsql set search_path = public as $$
declare
  before command_answer;
  person jsonb;
begin
  if homeward_role() is null then return '{}'; end if;
  insert into command_answer (actor_kind, actor_id, command_id, command_hash, kind, case_id, answered_at)
    values (homeward_actor_kind(), homeward_actor(), of_command, of_hash, of_kind, of_case, at)
    on conflict do nothing;
  if not found then
    select * into before from command_answer a
      where a.actor_id = homeward_actor() and a.command_id = of_command;
    return jsonb_build_object('before', before.answer, 'same', before.command_hash in (of_hash, '\x'));
  end if;
  if begins_for is null then return coalesce(load_case(of_case, known, of_kind), '{}'); end if;
  person := begin_case(of_case, begins_for);
  if person is null then return '{}'; end if;
  return jsonb_build_object('person', person, 'person_id', begins_for, 'position', 0, 'hash', '', 'state', null);
end
$$;

-- As before: what is read only is carried by nobody here, and is not opened in an emergency while it lasts.
do $$
begin
  execute replace(pg_get_functiondef('team_caseloads(timestamptz)'::regprocedure),
    'r.compartment = ''general'' and (r.until',
    'r.compartment = ''general'' and r.reads_to is null and (r.until');
  execute replace(pg_get_functiondef('emergency_file(text)'::regprocedure),
    'and r.until is null and r.key = any',
    'and (r.until is null or r.reads_to is not null and r.until > now()) and r.key = any');
end
$$;
