-- Somebody leaves on a day: until then the files are handed over; with the end of that day the way in
-- ends, with every device. What nobody has taken by then lies with the supervisors.
create table leaving (
  id uuid primary key,
  account_id uuid not null,
  last_day date not null,
  said_by uuid not null,
  said_at timestamptz(3) not null,
  -- Taken back.
  ended_at timestamptz(3),
  ended_by uuid,
  -- The day was over, and it was done.
  done_at timestamptz(3),
  constraint nobody_sends_themselves_away check (said_by <> account_id)
);
create unique index one_leaving_an_account on leaving (account_id) where ended_at is null and done_at is null;
alter table leaving enable row level security;
alter table leaving force row level security;

-- Whom a supervisor may say it of: who works with files at the own place or below.
create function leaves_from_here(account uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from role_grant g where g.account_id = leaves_from_here.account
      and g.revoked_at is null and homeward_place() = any (place_path(g.place_id))
      and g.role in ('caseworker', 'intake_officer', 'specialist_health', 'specialist_psychosocial',
        'specialist_legal', 'specialist_protection'));
  end;

-- How many open files an account is the worker of: a number, for who gives out files and who keeps accounts.
create function files_left(account uuid) returns integer
language sql stable security definer set search_path = public
  begin atomic
    select count(*)::integer from case_file f
    where f.worker_id = files_left.account and f.closed_at is null
      and (homeward_role() = 'administrator' or homeward_may('assign', 'general'));
  end;

create policy owner_all on leaving to homeward_owner using (true) with check (true);
create policy reader_all on leaving to homeward_reader using (true) with check (true);
grant select, update on leaving to homeward_reader;
create policy concerned_read on leaving for select to homeward_app using (
  account_id = (select homeward_actor()) or (select homeward_role()) = 'administrator'
  or (select homeward_role()) = 'supervisor' and leaves_from_here(account_id));
create policy leader_says on leaving for insert to homeward_app with check (
  said_by = homeward_actor() and done_at is null
  and (homeward_role() = 'administrator' or homeward_role() = 'supervisor' and leaves_from_here(account_id)));
create policy leader_takes_back on leaving for update to homeward_app
  using (done_at is null and account_id <> (select homeward_actor())
    and ((select homeward_role()) = 'administrator'
      or (select homeward_role()) = 'supervisor' and leaves_from_here(account_id)))
  with check (ended_by = (select homeward_actor()));
grant select, insert, update (ended_at, ended_by) on leaving to homeward_app;

-- Whose day is over. Asked by the clock alone.
create function due_leavings(today date) returns table (id uuid, account_id uuid)
language sql stable security definer set search_path = public
  begin atomic
    select l.id, l.account_id from leaving l
    where homeward_actor_kind() is null and l.last_day < today and l.ended_at is null and l.done_at is null;
  end;

-- Ends what an account held: role, devices, rota. Its sessions have ended before. Safe to repeat.
create function end_leaving(leaving_id uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare
  over leaving;
  here uuid;
begin
  select * into over from leaving l
    where homeward_actor_kind() is null and l.id = leaving_id and l.ended_at is null and l.done_at is null
    for update;
  if not found then return; end if;
  select g.place_id into here from role_grant g where g.account_id = over.account_id and g.revoked_at is null;
  update role_grant g set revoked_at = at, revoked_by = over.said_by
    where g.account_id = over.account_id and g.revoked_at is null;
  update device d set revoked_at = at, revoked_by = over.said_by
    where d.account_id = over.account_id and d.revoked_at is null;
  update duty d set ended_at = at, ended_by = over.said_by
    where d.account_id = over.account_id and d.ended_at is null and d.until_at > at;
  update stand_in s set ended_at = at, ended_by = over.said_by
    where s.account_id = over.account_id and s.ended_at is null and s.until_at > at;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), told, 'worker_left', '{}', at
    from holders_of('supervisor', place_path(here)) as told
    where exists (select from case_file f where f.worker_id = over.account_id and f.closed_at is null);
  update leaving l set done_at = at where l.id = leaving_id;
end
$$;
create policy reader_ends on role_grant for update to homeward_reader using (true) with check (true);
grant update (revoked_at, revoked_by, xid) on role_grant to homeward_reader;
grant update (revoked_at, revoked_by) on device to homeward_reader;
create policy reader_ends on duty for update to homeward_reader using (true) with check (true);
grant update (ended_at, ended_by) on duty to homeward_reader;
create policy reader_ends on stand_in for update to homeward_reader using (true) with check (true);
grant update (ended_at, ended_by) on stand_in to homeward_reader;
do $$
declare
  name text;
begin
  foreach name in array array['leaves_from_here(uuid)', 'files_left(uuid)', 'due_leavings(date)',
      'end_leaving(uuid, timestamptz)'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to homeward_app', name);
  end loop;
end
$$;
