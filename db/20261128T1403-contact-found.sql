-- Whether this account is the file's worker now, or supervises it from its place. Whoever was given an urgent
-- worry reaches the file by an own key too: lost contact and visits in two are none of that.
create or replace function works_with_file(of_case uuid) returns boolean
language sql stable set search_path = public
  begin atomic
    select homeward_role() in ('caseworker', 'supervisor') and exists (
      select from case_reach r join case_file c on c.id = r.case_id
      where r.case_id = of_case and r.compartment = 'general' and r.key = any (homeward_keys())
        and r.until is null and r.reads_to is null
        and (r.key like 'supervisor:%' or r.key = 'account:' || c.worker_id));
  end;

-- Tries of a contact that was found again, for some weeks: a bare id, of no file and no day. One that is sent
-- again does not bring lost contact back.
create table ended_contact_try (
  id uuid primary key,
  ended_on date not null default current_date
);
alter table ended_contact_try enable row level security;
alter table ended_contact_try force row level security;
create policy owner_all on ended_contact_try to homeward_owner using (true) with check (true);
create policy reader_adds on ended_contact_try for insert to homeward_reader with check (true);
create policy reader_finds on ended_contact_try for select to homeward_reader using (true);
create policy reader_removes on ended_contact_try for delete to homeward_reader using (true);
grant insert, select, delete on ended_contact_try to homeward_reader;

create function keep_ended_try() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into ended_contact_try (id) values (old.id) on conflict do nothing;
  return null;
end
$$;
alter function keep_ended_try() owner to homeward_reader;
revoke execute on function keep_ended_try() from public;
create trigger keep_ended_try after delete on contact_try for each row execute function keep_ended_try();

-- Whether a try was one of a contact that has been found. It tells of no file: the ids are of the device's making.
create function try_ended(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select homeward_role() in ('caseworker', 'supervisor')
      and exists (select from ended_contact_try e where e.id = try_ended.wanted);
  end;
alter function try_ended(uuid) owner to homeward_reader;
revoke execute on function try_ended(uuid) from public;
grant execute on function try_ended(uuid) to homeward_app;

-- As before, and what nobody sends again any more.
create or replace function forget_file_work(today date) returns void
language sql security definer set search_path = public
  begin atomic
    delete from lost_contact l using case_file c where c.id = l.case_id and c.closed_at is not null;
    delete from pairing p using case_file c
      where c.id = p.case_id and (c.closed_at is not null or p.until_day < today);
    delete from ended_contact_try e where e.ended_on < today - 92;
  end;
