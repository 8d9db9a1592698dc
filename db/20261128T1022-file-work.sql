-- What is true of the work on a file and of nobody's person: that contact is lost just now, and that
-- visits are made in two. Rows of their own, for the file's worker and its supervisor alone: no fact, no
-- list, no row of the feed, no count. Found again, the rows are gone.
create table lost_contact (
  case_id uuid primary key references case_file (id) on delete cascade,
  since_day date not null,
  next_try_on date not null
);
create table contact_try (
  id uuid primary key,
  case_id uuid not null references lost_contact (case_id) on delete cascade,
  on_day date not null,
  way text not null,
  words text,
  tried_by uuid not null,
  tried_at timestamptz(3) not null
);
create index contact_try_of on contact_try (case_id, on_day);
create table pairing (
  case_id uuid primary key references case_file (id) on delete cascade,
  until_day date not null,
  -- For the safety of the worker: there is no other reason, and no word about the person.
  reason text not null check (reason = 'worker_safety'),
  said_by uuid not null,
  said_at timestamptz(3) not null
);

-- Whether this account works with the file now, or supervises it: not who once did, not in an emergency,
-- not a region that gave it away.
create function works_with_file(of_case uuid) returns boolean
language sql stable set search_path = public
  begin atomic
    select homeward_role() in ('caseworker', 'supervisor') and exists (select from case_reach r
      where r.case_id = of_case and r.compartment = 'general' and r.key = any (homeward_keys())
        and r.until is null and r.reads_to is null);
  end;
revoke execute on function works_with_file(uuid) from public;
grant execute on function works_with_file(uuid) to homeward_app;

do $$
declare
  name text;
begin
  foreach name in array array['lost_contact', 'contact_try', 'pairing'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
    execute format('create policy worker_reads on %I for select to homeward_app using (works_with_file(case_id))', name);
    execute format('create policy worker_removes on %I for delete to homeward_app using (works_with_file(case_id))', name);
  end loop;
end
$$;
create policy worker_adds on lost_contact for insert to homeward_app with check (works_with_file(case_id));
create policy worker_changes on lost_contact for update to homeward_app
  using (works_with_file(case_id)) with check (works_with_file(case_id));
create policy worker_adds on contact_try for insert to homeward_app
  with check (works_with_file(case_id) and tried_by = homeward_actor());
create policy supervisor_adds on pairing for insert to homeward_app with check (
  homeward_role() = 'supervisor' and works_with_file(case_id) and said_by = homeward_actor());
create policy supervisor_changes on pairing for update to homeward_app
  using ((select homeward_role()) = 'supervisor' and works_with_file(case_id))
  with check (said_by = (select homeward_actor()));
create policy supervisor_removes on pairing as restrictive for delete to homeward_app
  using ((select homeward_role()) = 'supervisor');
grant select, insert, delete on lost_contact, contact_try, pairing to homeward_app;
grant update (next_try_on) on lost_contact to homeward_app;
grant update (until_day, said_by, said_at) on pairing to homeward_app;

-- Once support has ended there is nobody to be found, and no visit.
create policy reader_removes on lost_contact for delete to homeward_reader using (true);
create policy reader_finds on lost_contact for select to homeward_reader using (true);
create policy reader_removes on pairing for delete to homeward_reader using (true);
create policy reader_finds on pairing for select to homeward_reader using (true);
grant select, delete on lost_contact, pairing to homeward_reader;
create function forget_file_work(today date) returns void
language sql security definer set search_path = public
  begin atomic
    delete from lost_contact l using case_file c where c.id = l.case_id and c.closed_at is not null;
    delete from pairing p using case_file c
      where c.id = p.case_id and (c.closed_at is not null or p.until_day < today);
  end;
alter function forget_file_work(date) owner to homeward_reader;
revoke execute on function forget_file_work(date) from public;
grant execute on function forget_file_work(date) to homeward_app;
