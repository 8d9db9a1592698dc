-- Whatever is written beside a person moves the person and the household in the feed: once for a statement, not once
-- for each of its rows. An import writes five hundred of each at a time, all beside people who are new themselves.
create or replace function moves_person() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  people uuid[];
begin
  if tg_table_name = 'guardianship' then
    people := array(select t.child_id from told t union select t.guardian_id from told t);
  elsif tg_table_name = 'kinship' then
    people := array(select t.person_id from told t union select t.relative_id from told t);
  else
    people := array(select t.person_id from told t);
  end if;
  if tg_table_name = 'household_member' then
    update household set version = version
      where id = any (array(select t.household_id from told t)) and xid <> pg_current_xact_id();
  end if;
  update person set version = version where id = any (people) and xid <> pg_current_xact_id();
  return null;
end
$$;

do $$
declare
  beside text;
begin
  foreach beside in array array['field_conflict', 'guardianship', 'homecoming', 'household_member', 'kinship',
      'safe_contact'] loop
    execute format('drop trigger moves_person on %I', beside);
    execute format('create trigger moves_person after insert on %I referencing new table as told
      for each statement execute function moves_person()', beside);
    execute format('create trigger moves_person_again after update on %I referencing new table as told
      for each statement execute function moves_person()', beside);
  end loop;
end
$$;
