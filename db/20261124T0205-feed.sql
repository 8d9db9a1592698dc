-- What devices pull is ordered by transaction id; a row that changes takes the id of its change.
create function moved() returns trigger language plpgsql as $$
begin
  new.xid := pg_current_xact_id();
  return new;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['place', 'organisation', 'person', 'safe_contact', 'household',
    'household_member', 'kinship', 'guardianship', 'homecoming', 'field_conflict', 'programme_model'] loop
    execute format('create trigger moved before update on %I for each row execute function moved()', name);
  end loop;
end
$$;

-- Who belongs to whom travels with the person and the household: a change there moves them.
create function moves_person() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_table_name = 'guardianship' then
    update person set version = version where id in (new.child_id, new.guardian_id);
  elsif tg_table_name = 'kinship' then
    update person set version = version where id in (new.person_id, new.relative_id);
  elsif tg_table_name = 'household_member' then
    update household set version = version where id = new.household_id;
  else
    update person set version = version where id = new.person_id;
  end if;
  return null;
end
$$;
alter function moves_person() owner to homeward_reader;
create policy reader_moves on person for update to homeward_reader using (true);
create policy reader_moves on household for update to homeward_reader using (true);
grant update (version) on person, household to homeward_reader;
create trigger moves_person after insert or update on guardianship
  for each row execute function moves_person();
create trigger moves_person after insert or update on kinship
  for each row execute function moves_person();
create trigger moves_person after insert or update on household_member
  for each row execute function moves_person();
create trigger moves_person after insert or update on safe_contact
  for each row execute function moves_person();
create trigger moves_person after insert or update on homecoming
  for each row execute function moves_person();

-- One row: a new epoch (a restore, another database) makes every device pull from the start.
create table feed_epoch (only_one boolean primary key default true check (only_one), epoch uuid not null);
alter table feed_epoch enable row level security;
alter table feed_epoch force row level security;
create policy owner_all on feed_epoch to homeward_owner using (true) with check (true);
create policy read_all on feed_epoch for select to homeward_app using (true);
grant select on feed_epoch to homeward_app;
insert into feed_epoch (epoch) values (gen_random_uuid());
