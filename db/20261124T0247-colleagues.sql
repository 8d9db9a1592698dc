-- Screens show who said something by role and name. A worker knows the people of the own place, of the
-- places below and above it; also those who have left, because what they wrote stays in the files.
alter table role_grant add column xid xid8 not null default pg_current_xact_id();
create trigger moved before update on role_grant for each row execute function moved();

create function colleagues()
returns table (account_id uuid, role text, place_id uuid, organisation_id uuid, active boolean, xid xid8)
language sql stable security definer set search_path = public
  begin atomic
    select distinct on (g.account_id)
      g.account_id, g.role, g.place_id, g.organisation_id, g.revoked_at is null, g.xid
    from role_grant g
    where homeward_place() is not null
      -- who works with files; never participants, and not those who have nothing to do with one
      and exists (select from role_right r where r.role = homeward_role() and r.verb = 'read')
      and exists (select from role_right r where r.role = g.role)
      and (g.place_id = any (place_path(homeward_place()))
        or homeward_place() = any (place_path(g.place_id)))
    order by g.account_id, g.granted_at desc;
  end;
alter function colleagues() owner to homeward_reader;
grant execute on function colleagues() to homeward_app;
