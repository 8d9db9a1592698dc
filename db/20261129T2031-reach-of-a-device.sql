-- Another role, another place or another organisation reaches other files, and no row is written for it: the feed of
-- whoever was given one starts over, and the device drops what it may not hold any more, as where standing in begins
-- and ends. The same role given once more is the same feed.
create or replace function own_feed_epoch() returns uuid
language sql stable security definer set search_path = public
  begin atomic
    select overlay(overlay(md5(concat_ws('|', e.epoch, homeward_role(), coalesce(homeward_place()::text, ''),
        coalesce(homeward_organisation()::text, ''),
        case when homeward_role() = 'supervisor' then standing_in(homeward_actor()) end))
      placing '4' from 13) placing '8' from 17)::uuid
    from feed_epoch e;
  end;

-- Whose a device is, and whether it was withdrawn: asked before a session is looked at, as `device_withdrawn` was, so
-- that nobody sends commands in the name of somebody else's device.
grant create on schema auth to homeward_reader;
create function auth.known_device(wanted uuid) returns table (account_id uuid, withdrawn boolean)
language sql stable security definer set search_path = public
  begin atomic
    select d.account_id, d.revoked_at is not null from device d where d.id = known_device.wanted;
  end;
alter function auth.known_device(uuid) owner to homeward_reader;
revoke execute on function auth.known_device(uuid) from public;
grant execute on function auth.known_device(uuid) to homeward_auth;
revoke create on schema auth from homeward_reader;
drop function auth.device_withdrawn(uuid);
