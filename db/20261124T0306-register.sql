-- People as rows that change: what was changed by whom, search within reach, and likely duplicates.

-- A guardian may be an institution, known by its name in words.
alter table guardianship alter column guardian_id drop not null;
alter table guardianship add column institution text;
alter table guardianship add constraint guardian_whole
  check ((guardian_id is null) <> (institution is null));

create or replace function person_summary(wanted uuid) returns jsonb language sql stable
  set search_path = public
  begin atomic
    select jsonb_build_object(
      'id', p.id,
      'has_name', p.name <> '{}'::jsonb,
      'birth', case when p.birth_date is null then null else jsonb_build_object(
        'date', p.birth_date, 'precision', p.birth_precision,
        'estimated', coalesce(p.birth_estimated, false)) end,
      'languages', p.languages,
      'guardian_ids', (
        select coalesce(jsonb_agg(distinct who), '[]'::jsonb) from (
          select g.guardian_id as who from guardianship g
            where g.child_id = p.id and g.guardian_id is not null and not g.contested
              and (g.until_day is null or g.until_day >= current_date)
          union
          select k.relative_id from kinship k
            where k.person_id = p.id and k.kind in ('mother', 'father', 'parent')
              and k.parent_state = 'present' and k.relative_id is not null
              and (k.until_day is null or k.until_day >= current_date)
        ) holders
      )
    ) from person p where p.id = person_summary.wanted;
  end;

-- Every change of a person: which fields, by whom, and a salted hash of the values; never a value.
-- `version` is the person's version after it: what changed since somebody looked is read from here.
create table person_change (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  command_id uuid not null,
  kind text not null,
  fields text[] not null,
  version integer not null,
  actor_kind text not null,
  actor_id uuid not null,
  role text not null,
  device_id uuid,
  salt bytea not null,
  hash bytea not null,
  said_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index person_change_person on person_change (person_id, version);

-- Two people who may be one. `person_id` arrived later. Settled as the same, the row is the link
-- between the two; nothing is merged.
create table likely_duplicate (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  other_person_id uuid not null references person on delete cascade,
  level text not null check (level in ('likely', 'possible')),
  reasons text[] not null,
  found_at timestamptz(3) not null,
  settled text check (settled in ('same', 'different')),
  settled_by uuid,
  settled_at timestamptz(3),
  constraint two_people check (person_id <> other_person_id),
  constraint settled_whole check ((settled is null) = (settled_by is null)),
  unique (person_id, other_person_id)
);
create index likely_duplicate_open on likely_duplicate (id) where settled is null;

-- When the data protection officers were last told that somebody reads more than is usual.
create table reading_notice (
  actor_id uuid primary key,
  told_at timestamptz(3) not null
);

do $$
declare
  name text;
begin
  foreach name in array array['person_change', 'likely_duplicate', 'reading_notice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

create policy in_reach on person_change for select to homeward_app
  using (exists (select from person p where p.id = person_change.person_id));
create policy writer_adds on person_change for insert to homeward_app
  with check (actor_id = homeward_actor() and homeward_may('append', 'general'));
grant select, insert on person_change to homeward_app;

-- Only the definer functions below read and write these two.
create policy reader_all on likely_duplicate to homeward_reader using (true) with check (true);
grant select, insert, update on likely_duplicate to homeward_reader;
create policy reader_all on reading_notice to homeward_reader using (true) with check (true);
grant select, insert, update on reading_notice to homeward_reader;

-- A conflict travels with its person.
create trigger moves_person after insert or update on field_conflict
  for each row execute function moves_person();

-- A UUIDv7 as the domain makes them: the moment's milliseconds before random bits.
create function new_uuid_v7() returns uuid language sql volatile
  begin atomic
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;
  end;
grant execute on function new_uuid_v7() to homeward_reader;

-- Whether the actor may tie somebody to this person: in reach, a member of a household in reach, or
-- registered by the actor and not yet with a file. All others are answered as if they did not exist.
create function person_known(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from case_reach r where r.person_id = person_known.wanted
        and r.compartment = 'general' and r.key = any (homeward_keys())
        and (r.until is null or r.until > now()))
      or exists (select from household_member m where m.person_id = person_known.wanted
        and m.household_id in (select households_in_reach()))
      or exists (select from person p where p.id = person_known.wanted
        and p.created_by = homeward_actor()
        and not exists (select from case_head h where h.person_id = p.id));
  end;
alter function person_known(uuid) owner to homeward_reader;
grant execute on function person_known(uuid) to homeward_app;

-- The same for a household: in reach, or begun by the actor for people who have no file yet.
create function household_known(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select household_known.wanted in (select households_in_reach())
      or exists (select from household h where h.id = household_known.wanted
        and h.created_by = homeward_actor()
        and not exists (select from household_member m join case_head c on c.person_id = m.person_id
          where m.household_id = h.id));
  end;
alter function household_known(uuid) owner to homeward_reader;
grant execute on function household_known(uuid) to homeward_app;

-- The one search for people (guarantees 4): by the keys of src/domain/people/name.ts, joined with the
-- actor's reach inside, at most `most` rows, written down with its count and never with its text.
-- What lies beyond reach takes the same way as what does not exist.
create policy search_logs on read_log for insert to homeward_reader
  with check (actor_id = homeward_actor());
create policy reader_reads on read_log for select to homeward_reader using (true);
grant select, insert on read_log to homeward_reader;
create policy reader_reads on case_file for select to homeward_reader using (true);
grant select on case_file to homeward_reader;

-- `q_words` holds the phonetic keys of up to five words, the longest first: [["krmv"], ["aziz", "asis"]].
create function search_people(
  log_id uuid, at timestamptz, q_folded text, q_words jsonb, q_initials text[], q_number text,
  most integer
) returns table (person_id uuid, case_id uuid, score real)
language plpgsql security definer set search_path = public
  set pg_trgm.similarity_threshold = 0.45 as $$
declare
  keys text[] := homeward_keys();
  relatives uuid[] := array(select relatives_in_reach());
  words integer := greatest(jsonb_array_length(q_words), 1);
  w1 text[] := array(select jsonb_array_elements_text(q_words -> 0));
  w2 text[] := array(select jsonb_array_elements_text(q_words -> 1));
  w3 text[] := array(select jsonb_array_elements_text(q_words -> 2));
  w4 text[] := array(select jsonb_array_elements_text(q_words -> 3));
  w5 text[] := array(select jsonb_array_elements_text(q_words -> 4));
  whole text[] := w1 || w2 || w3 || w4 || w5;
  people uuid[] := '{}';
  scores real[] := '{}';
  found_rows integer;
begin
  -- First two words at once, which is selective; then, where that was not enough, any word, and
  -- spellings alike.
  for round in 1 .. 2 loop
    continue when round = 1 and words < 2;
    select coalesce(array_agg(hit.person), '{}'), coalesce(array_agg(hit.best), '{}')
      into people, scores
    from (
      select k.person_id as person, max(greatest(similarity(k.folded, q_folded),
        0.9 * ((k.phonetic && w1)::int + (k.phonetic && w2)::int + (k.phonetic && w3)::int
          + (k.phonetic && w4)::int + (k.phonetic && w5)::int) / words))::real as best
      from person_name_key k
      where case round
          when 1 then (k.phonetic && w1 and k.phonetic && w2)
            or (k.phonetic && w1 and k.phonetic && w3) or (k.phonetic && w2 and k.phonetic && w3)
          else k.phonetic && whole or k.folded % q_folded end
        and not exists (select from unnest(q_initials) i
          where not exists (select from unnest(k.tokens) t where starts_with(t, i)))
        and (k.person_id = any (relatives) or exists (select from case_reach r
          where r.person_id = k.person_id and r.compartment = 'general' and r.key = any (keys)
            and (r.until is null or r.until > now())))
      group by k.person_id
      order by best desc, k.person_id
      limit most) hit;
    exit when cardinality(people) >= most or coalesce(scores[1], 0) >= 0.9;
  end loop;
  return query
    with hit as (
      select u.person, u.best from unnest(people, scores) as u(person, best)
      union
      select c.person_id, 2::real from case_file c
        where c.number = q_number and exists (select from case_reach r
          where r.case_id = c.id and r.compartment = 'general' and r.key = any (keys)
            and (r.until is null or r.until > now()))
    ), best as (select hit.person, max(hit.best) as best from hit group by hit.person)
    select b.person, c.case_id, b.best
    from best b
    left join lateral (
      select distinct r.case_id from case_reach r
      where r.compartment = 'general' and r.key = any (keys) and (r.until is null or r.until > now())
        and (r.person_id = b.person or b.person = any (relatives) and r.person_id in (
          select other.person_id from household_member mine
          join household_member other on other.household_id = mine.household_id
          where mine.person_id = b.person))
      limit 5) c on true
    order by b.best desc, b.person limit most;
  get diagnostics found_rows = row_count;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, details)
    values (log_id, search_people.at, homeward_actor_kind(), homeward_actor(),
      coalesce(homeward_role(), 'none'), homeward_organisation(), 'searched',
      jsonb_build_object('rows', found_rows));
end
$$;
alter function search_people(uuid, timestamptz, text, jsonb, text[], text, integer)
  owner to homeward_reader;
grant execute on function search_people(uuid, timestamptz, text, jsonb, text[], text, integer)
  to homeward_app;

-- Somebody reads more than the model's thresholds: every data protection officer is told, once an
-- hour for each reader. On every path, because the read log itself tells.
create function watch_reading() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  allowed integer;
  seen integer;
begin
  if exists (select from reading_notice n
      where n.actor_id = new.actor_id and n.told_at > new.at - interval '1 hour') then
    return null;
  end if;
  select (m.document -> 'thresholds' ->> case new.action
      when 'searched' then 'searches_per_hour' else 'openings_per_hour' end)::integer
    into allowed from programme_model m order by m.published_at desc, m.version desc limit 1;
  -- Without a model, or with one of before thresholds, sixty.
  allowed := coalesce(allowed, 60);
  select count(*) into seen from (
    select from read_log l where l.actor_id = new.actor_id and l.action = new.action
      and l.at > new.at - interval '1 hour' and l.at <= new.at
    limit allowed + 1) recent;
  if seen <= allowed then return null; end if;
  insert into reading_notice as n (actor_id, told_at) values (new.actor_id, new.at)
    on conflict (actor_id) do update set told_at = excluded.told_at
      where n.told_at <= excluded.told_at - interval '1 hour';
  if not found then return null; end if;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'reading_above_usual',
      jsonb_build_object('account', new.actor_id, 'role', new.role, 'action', new.action,
        'more_than', allowed), new.at
    from holders_of('data_protection_officer', null) as officer;
  return null;
end
$$;
alter function watch_reading() owner to homeward_reader;
create policy reader_reads on programme_model for select to homeward_reader using (true);
grant select on programme_model to homeward_reader;
create trigger watch_reading after insert on read_log for each row
  when (new.action in ('opened', 'searched')) execute function watch_reading();

-- Who may be the person that the actor registered in this very transaction: asked and compared by the
-- server, shown to nobody but intake officers.
create function duplicate_candidates(wanted uuid)
returns table (id uuid, name jsonb, former_names jsonb, sex text, birth_date date,
  birth_precision text, birth_estimated boolean, citizenships text[], papers jsonb)
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from person p where p.id = wanted and p.created_by = homeward_actor()
      and p.xid = pg_current_xact_id()) then
    return;
  end if;
  return query
    select p.id, p.name, p.former_names, p.sex, p.birth_date, p.birth_precision, p.birth_estimated,
      p.citizenships, p.papers
    from (
      select other.person_id, count(*) as shared from person_block mine
      join person_block other on other.key = mine.key and other.person_id <> mine.person_id
      where mine.person_id = wanted
      group by other.person_id order by shared desc limit 500) found
    join person p on p.id = found.person_id;
end
$$;
alter function duplicate_candidates(uuid) owner to homeward_reader;
grant execute on function duplicate_candidates(uuid) to homeward_app;

-- Writes down what the server found and tells the intake officers.
create function note_duplicates(wanted uuid, pairs jsonb, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from person p where p.id = wanted and p.created_by = homeward_actor()
      and p.xid = pg_current_xact_id()) then
    raise exception 'note_duplicates: the person was not registered in this transaction';
  end if;
  with noted as (
    insert into likely_duplicate (id, person_id, other_person_id, level, reasons, found_at)
      select new_uuid_v7(), wanted, f.id, f.level, f.reasons, note_duplicates.at
      from jsonb_to_recordset(pairs) as f(id uuid, level text, reasons text[])
      on conflict do nothing
      returning id)
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'likely_duplicate',
      jsonb_build_object('likely_duplicate', noted.id), note_duplicates.at
    from noted, holders_of('intake_officer', null) as officer;
end
$$;
alter function note_duplicates(uuid, jsonb, timestamptz) owner to homeward_reader;
grant execute on function note_duplicates(uuid, jsonb, timestamptz) to homeward_app;

-- What an intake officer needs to tell two people apart; no contacts, no paper numbers, no file.
create function duplicate_side(wanted uuid) returns jsonb language sql stable
  set search_path = public
  begin atomic
    select jsonb_build_object('name', p.name, 'former_names', p.former_names, 'sex', p.sex,
      'birth_date', p.birth_date, 'birth_precision', p.birth_precision,
      'birth_estimated', p.birth_estimated, 'citizenships', p.citizenships,
      'languages', p.languages, 'registered_at', p.created_at,
      'place_ids', (select coalesce(jsonb_agg(distinct c.place_id), '[]') from case_file c
        where c.person_id = p.id),
      'household_size', (select count(*) from household_member mine
        join household_member other on other.household_id = mine.household_id
          and other.until_day is null
        where mine.person_id = p.id and mine.until_day is null))
    from person p where p.id = duplicate_side.wanted;
  end;
grant execute on function duplicate_side(uuid) to homeward_reader;

create function duplicates_to_settle(after uuid, most integer)
returns table (id uuid, level text, reasons text[], found_at timestamptz, arrived jsonb, known jsonb)
language sql stable security definer set search_path = public
  begin atomic
    select d.id, d.level, d.reasons, d.found_at,
      duplicate_side(d.person_id), duplicate_side(d.other_person_id)
    from likely_duplicate d
    where homeward_role() = 'intake_officer' and d.settled is null
      and (duplicates_to_settle.after is null or d.id > duplicates_to_settle.after)
    order by d.id limit duplicates_to_settle.most;
  end;
alter function duplicates_to_settle(uuid, integer) owner to homeward_reader;
grant execute on function duplicates_to_settle(uuid, integer) to homeward_app;

-- 'settled', 'already' where it was settled before, null where there is no such pair for the actor.
create function settle_duplicate(wanted uuid, decision text, at timestamptz) returns text
language plpgsql security definer set search_path = public as $$
begin
  if homeward_role() is distinct from 'intake_officer' then return null; end if;
  update likely_duplicate d set settled = decision, settled_by = homeward_actor(),
      settled_at = settle_duplicate.at
    where d.id = wanted and d.settled is null;
  if found then return 'settled'; end if;
  return (select 'already' from likely_duplicate d where d.id = wanted);
end
$$;
alter function settle_duplicate(uuid, text, timestamptz) owner to homeward_reader;
grant execute on function settle_duplicate(uuid, text, timestamptz) to homeward_app;
