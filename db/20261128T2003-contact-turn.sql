-- How often contact was lost and found again is nobody's business; that it was found since somebody looked is. A
-- mark of the last time, without a day that a screen shows, so that whoever says "lost" from an older look is told.
create table contact_turn (
  case_id uuid primary key references case_file (id) on delete cascade,
  turn uuid not null default gen_random_uuid(),
  ended_on date not null default current_date
);
alter table contact_turn enable row level security;
alter table contact_turn force row level security;
create policy owner_all on contact_turn to homeward_owner using (true) with check (true);
create policy worker_reads on contact_turn for select to homeward_app using (works_with_file(case_id));
grant select (case_id, turn) on contact_turn to homeward_app;
create policy reader_all on contact_turn to homeward_reader using (true) with check (true);
grant select, insert, update, delete on contact_turn to homeward_reader;

create function turn_contact() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into contact_turn (case_id) values (old.case_id)
    on conflict (case_id) do update set turn = gen_random_uuid(), ended_on = current_date;
  return null;
end
$$;
alter function turn_contact() owner to homeward_reader;
revoke execute on function turn_contact() from public;
create trigger turn_contact after delete on lost_contact for each row execute function turn_contact();

-- As before, and the marks: with the file, or once nobody can still hold an older look.
create or replace function forget_file_work(today date) returns void
language sql security definer set search_path = public
  begin atomic
    delete from lost_contact l using case_file c where c.id = l.case_id and c.closed_at is not null;
    delete from pairing p using case_file c
      where c.id = p.case_id and (c.closed_at is not null or p.until_day < today);
    delete from ended_contact_try e where e.ended_on < today - 92;
    delete from contact_turn t using case_file c
      where c.id = t.case_id and (c.closed_at is not null or t.ended_on < today - 92);
  end;
