-- A dozen search keys stand beside a person. The foreign key asked for the person once for each of them, an eighth of
-- what an import costs: now once for a statement, under the same lock, and a person who goes takes them along.
alter table person_block drop constraint person_block_person_id_fkey;

create function blocks_have_persons() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  people uuid[] := array(select distinct b.person_id from written b);
  held bigint;
begin
  perform from person p where p.id = any (people) order by p.id for key share;
  get diagnostics held = row_count;
  if held <> cardinality(people) then
    raise exception 'person_block: nobody has these keys' using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;
create trigger has_person after insert on person_block referencing new table as written
  for each statement execute function blocks_have_persons();
create trigger has_person_still after update on person_block referencing new table as written
  for each statement execute function blocks_have_persons();

create function blocks_go_with_person() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  delete from person_block b using gone g where b.person_id = g.id;
  return null;
end
$$;
create trigger takes_blocks after delete on person referencing old table as gone
  for each statement execute function blocks_go_with_person();

alter function blocks_have_persons() owner to homeward_reader;
alter function blocks_go_with_person() owner to homeward_reader;
grant delete on person_block to homeward_reader;
create policy reader_removes on person_block for delete to homeward_reader using (true);

-- Keys of new people are new: nothing to look for before they are written. In their order the index is walked once.
create or replace function write_people(written jsonb) returns void
language plpgsql security definer set search_path = public as $$
declare
  at timestamptz := (written ->> 'at')::timestamptz;
begin
  if not homeward_may('open', 'general') then raise exception 'write_people: no right'; end if;
  insert into person (id, name, former_names, called, sex, birth_date, birth_precision,
      birth_estimated, languages, interpreter_needed, citizenships, papers, kind, created_by, created_at)
    select p.id, p.name, p.former_names, p.called, p.sex, p.birth_date, p.birth_precision,
      p.birth_estimated, p.languages, p.interpreter_needed, p.citizenships, p.papers, p.kind,
      homeward_actor(), at
    from jsonb_to_recordset(written -> 'people') as p(id uuid, name jsonb, former_names jsonb,
      called text, sex text, birth_date date, birth_precision text, birth_estimated boolean,
      languages text[], interpreter_needed boolean, citizenships text[], papers jsonb, kind text);
  insert into person_name_key (person_id, position, folded, tokens, phonetic)
    select * from jsonb_to_recordset(written -> 'name_keys')
      as k(person_id uuid, position integer, folded text, tokens text[], phonetic text[]);
  insert into person_block (key, person_id)
    select unnest(b.keys) as key, b.person_id
    from jsonb_to_recordset(written -> 'blocks') as b(person_id uuid, keys text[])
    order by key;
  insert into safe_contact (person_id, contacts)
    select * from jsonb_to_recordset(written -> 'contacts') as c(person_id uuid, contacts jsonb);
  -- A family may be spread over several calls.
  insert into household (id, place_id, family_number, created_by, created_at)
    select h.id, h.place_id, h.family_number, homeward_actor(), at
    from jsonb_to_recordset(written -> 'households') as h(id uuid, place_id uuid, family_number text)
    on conflict (id) do nothing;
  insert into household_member (id, household_id, person_id, relation, from_day)
    select * from jsonb_to_recordset(written -> 'members')
      as m(id uuid, household_id uuid, person_id uuid, relation text, from_day date);
  insert into kinship (id, person_id, relative_id, kind, parent_state, from_day)
    select * from jsonb_to_recordset(written -> 'kinships')
      as k(id uuid, person_id uuid, relative_id uuid, kind text, parent_state text, from_day date);
  insert into guardianship (id, child_id, guardian_id, institution, kind, contested, from_day)
    select * from jsonb_to_recordset(written -> 'guardianships') as g(id uuid, child_id uuid,
      guardian_id uuid, institution text, kind text, contested boolean, from_day date);
  insert into homecoming (id, person_id, context, arrived_on, from_country, arrival_place_id, arrival_list_id)
    select * from jsonb_to_recordset(written -> 'homecomings')
      as c(id uuid, person_id uuid, context text, arrived_on date, from_country text,
        arrival_place_id uuid, arrival_list_id uuid);
  insert into homecoming_operation (homecoming_id, label)
    select * from jsonb_to_recordset(written -> 'operations') as o(homecoming_id uuid, label text);
end
$$;
