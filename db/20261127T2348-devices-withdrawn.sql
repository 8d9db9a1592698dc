-- A lost telephone: a device is withdrawn by its account or by an administrator, and says once that it has
-- deleted what it kept. How many entries had not been sent is told where the device could still count them.
alter table device add column revoked_by uuid;
alter table device add column wiped_at timestamp(3) with time zone;
alter table device add column wiped_unsent integer check (wiped_unsent >= 0);
create policy reader_reads on device for select to homeward_reader using (true);
create policy reader_notes on device for update to homeward_reader using (true);
grant select on device to homeward_reader;
grant update (wiped_at, wiped_unsent) on device to homeward_reader;

-- The accounts' role enters no schema of the programme: the two questions that it may ask stand in its own.
grant create on schema auth to homeward_reader;

-- Asked before a session is looked at: a withdrawn device learns it even where its session has ended. The
-- id is 74 random bits and tells nothing but this.
create function auth.device_withdrawn(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from device d
      where d.id = device_withdrawn.wanted and d.revoked_at is not null);
  end;
alter function auth.device_withdrawn(uuid) owner to homeward_reader;
grant execute on function auth.device_withdrawn(uuid) to homeward_auth;

-- The device says that everything on it is gone; only once, and only a withdrawn one.
create function auth.note_wiped(wanted uuid, moment timestamptz, unsent integer) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  update device d set wiped_at = moment, wiped_unsent = unsent
    where d.id = wanted and d.revoked_at is not null and d.wiped_at is null;
  return found;
end
$$;
alter function auth.note_wiped(uuid, timestamptz, integer) owner to homeward_reader;
grant execute on function auth.note_wiped(uuid, timestamptz, integer) to homeward_auth;
revoke create on schema auth from homeward_reader;
