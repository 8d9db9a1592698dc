-- Who changes rows about people reaches them: until now that followed from the policies for reading
-- alone, which an update without a condition does not ask. Reach that ends by itself (an opening in an
-- emergency) reads and changes nothing here. Lists of arrivals are written by write_people(), which
-- asks for itself.

-- Relatives of the households of the actor's own files.
create function relatives_in_own_reach() returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select distinct other.person_id
    from case_reach r
    join household_member mine on mine.person_id = r.person_id
    join household_member other on other.household_id = mine.household_id
    join person p on p.id = other.person_id and p.kind = 'relative'
    where r.key = any (homeward_keys()) and r.compartment = 'general' and r.until is null;
  end;

-- Whether rows may be added about this person: in the actor's own reach, a relative there, or
-- registered by the actor and still without a file. For single rows.
create function person_mine(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
declare
  keys text[] := homeward_keys();
begin
  return exists (select from case_reach r where r.person_id = wanted
      and r.compartment = 'general' and r.until is null and r.key = any (keys))
    or exists (select from person p where p.id = wanted and p.created_by = homeward_actor()
      and not exists (select from case_file c where c.person_id = p.id))
    or exists (select from person p
      join household_member mine on mine.person_id = p.id
      join household_member other on other.household_id = mine.household_id
      join case_reach r on r.person_id = other.person_id and r.compartment = 'general'
        and r.until is null and r.key = any (keys)
      where p.id = wanted and p.kind = 'relative');
end
$$;

-- The same for a household: with somebody in the actor's own reach, or begun by the actor and nobody in
-- it has a file.
create function household_mine(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return exists (select from household_member m join case_reach r on r.person_id = m.person_id
      where m.household_id = wanted and r.compartment = 'general' and r.until is null
        and r.key = any ((select homeward_keys())::text[]))
    or exists (select from household h where h.id = wanted and h.created_by = homeward_actor()
      and not exists (select from household_member m join case_file c on c.person_id = m.person_id
        where m.household_id = h.id));
end
$$;
create function homecoming_mine(wanted uuid) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return coalesce(person_mine((select h.person_id from homecoming h where h.id = wanted)), false);
end
$$;
alter function relatives_in_own_reach() owner to homeward_reader;
alter function person_mine(uuid) owner to homeward_reader;
alter function household_mine(uuid) owner to homeward_reader;
alter function homecoming_mine(uuid) owner to homeward_reader;
grant execute on function relatives_in_own_reach(), person_mine(uuid), household_mine(uuid),
  homecoming_mine(uuid) to homeward_app;

do $$
declare
  may text := '(select homeward_may(''append'', ''general''))';
  -- No function is given a column of the row: an update of many rows stays one join (guarantees 4).
  mine text := may || ' and (exists (select from case_reach r where r.person_id = %1$I.%2$I
      and r.compartment = ''general'' and r.until is null)
    or %1$I.%2$I = any (array(select relatives_in_own_reach())))';
  home text := may || ' and exists (select from household_member m
      join case_reach r on r.person_id = m.person_id
    where m.household_id = %1$I.%2$I and r.compartment = ''general'' and r.until is null)';
  t record;
begin
  for t in select * from (values
    ('person', 'id', mine), ('safe_contact', 'person_id', mine), ('homecoming', 'person_id', mine),
    ('field_conflict', 'person_id', mine), ('kinship', 'person_id', mine),
    ('guardianship', 'child_id', mine), ('person_name_key', 'person_id', mine),
    ('person_block', 'person_id', mine), ('household_member', 'person_id', mine),
    ('household', 'id', home)) as rows(of_table, col, condition)
  loop
    execute format('alter policy writer_changes on %I using (' || format(t.condition, t.of_table, t.col)
      || ')', t.of_table);
  end loop;
  for t in select * from (values ('person_name_key'), ('person_block')) as rows(of_table) loop
    execute format('alter policy writer_removes on %I using (' || format(mine, t.of_table, 'person_id')
      || ')', t.of_table);
  end loop;
  for t in select * from (values
    ('safe_contact', 'person_mine(person_id)'), ('homecoming', 'person_mine(person_id)'),
    ('field_conflict', 'person_mine(person_id)'), ('kinship', 'person_mine(person_id)'),
    ('guardianship', 'person_mine(child_id)'), ('person_name_key', 'person_mine(person_id)'),
    ('person_block', 'person_mine(person_id)'), ('household', 'created_by = (select homeward_actor())'),
    ('household_member', 'person_mine(person_id) and household_mine(household_id)'),
    ('homecoming_operation', 'homecoming_mine(homecoming_id)')) as rows(of_table, condition)
  loop
    execute format('alter policy writer_adds on %I with check (%s and %s)', t.of_table, may, t.condition);
  end loop;
end
$$;
alter policy writer_changes on homecoming_operation using (
  (select homeward_may('append', 'general'))
  and exists (select from homecoming h join case_reach r on r.person_id = h.person_id
    where h.id = homecoming_operation.homecoming_id and r.compartment = 'general' and r.until is null));
alter policy writer_adds on person_change with check (
  actor_id = (select homeward_actor()) and (select homeward_may('append', 'general'))
  and person_mine(person_id));
