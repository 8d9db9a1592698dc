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

-- For the feed: what rules may know of a person, and who belongs to a household. Both answer only
-- about what the caller reaches.
create function device_person_summary(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select person_summary(device_person_summary.wanted)
    where exists (select from case_reach r where r.person_id = device_person_summary.wanted
      and r.compartment = 'general' and r.key = any (homeward_keys()));
  end;

-- Members beyond reach show as kinship only: relation, sex and a year; no name and no person id that
-- opens anything.
create function household_members(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object(
        'person_id', m.person_id, 'relation', m.relation, 'from_day', m.from_day,
        'until_day', m.until_day, 'sex', p.sex, 'birth_year', extract(year from p.birth_date),
        'kind', p.kind,
        'name', case when p.kind = 'relative' or exists (
            select from case_reach r where r.person_id = p.id and r.compartment = 'general'
              and r.key = any (homeward_keys()) and (r.until is null or r.until > now()))
          then p.name end) order by p.birth_date nulls last, p.id), '[]')
    from household_member m join person p on p.id = m.person_id
    where m.household_id = household_members.wanted
      and household_members.wanted in (select households_in_reach());
  end;
alter function device_person_summary(uuid) owner to homeward_reader;
alter function household_members(uuid) owner to homeward_reader;
grant execute on function device_person_summary(uuid), household_members(uuid) to homeward_app;
grant execute on function households_in_reach() to homeward_reader;
