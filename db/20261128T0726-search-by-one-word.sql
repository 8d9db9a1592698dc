-- One word of a name, typed with a letter missing, finds the person also where the name has three parts:
-- until now it was compared with the whole name, and a family name alone was too little of it.
-- A role that is no superuser may set a threshold of pg_trgm only once its library is loaded.
select similarity('', '');

create or replace function search_people(log_id uuid, at timestamptz, q_folded text, q_words jsonb,
  q_initials text[], q_number text, most integer)
returns table (person_id uuid, case_id uuid, score real)
language plpgsql security definer set search_path = public
set pg_trgm.similarity_threshold = 0.45 set pg_trgm.word_similarity_threshold = 0.6
set plan_cache_mode = force_custom_plan as $$
declare
  -- Whoever reaches so few people has all of them ranked.
  few constant integer := 1000;
  -- From these scores on no wider round is needed.
  sure constant real[] := '{0.75, 0.62, 0.62, 0}';
  keys text[] := homeward_keys();
  words integer := greatest(jsonb_array_length(q_words), 1);
  -- One word alone, long enough to be known with a letter missing, is looked for inside the whole name.
  alone constant boolean := jsonb_array_length(q_words) = 1 and char_length(q_folded) > 3;
  w1 text[] := array(select jsonb_array_elements_text(q_words -> 0));
  w2 text[] := array(select jsonb_array_elements_text(q_words -> 1));
  w3 text[] := array(select jsonb_array_elements_text(q_words -> 2));
  w4 text[] := array(select jsonb_array_elements_text(q_words -> 3));
  w5 text[] := array(select jsonb_array_elements_text(q_words -> 4));
  whole text[] := w1 || w2 || w3 || w4 || w5;
  own uuid[];
  people uuid[] := '{}';
  scores real[] := '{}';
  found_rows integer;
begin
  own := array(select r.person_id from case_reach r where r.key = any (keys) and r.compartment = 'general'
    and (r.until is null or r.until > now()) limit few + 1);
  if cardinality(own) <= few then
    own := own || array(select other.person_id from household_member mine
      join household_member other on other.household_id = mine.household_id
      join person p on p.id = other.person_id and p.kind = 'relative'
      where mine.person_id = any (own));
  else
    own := null;
  end if;
  -- Two words at once, which is selective; then spellings alike, without regard to initials, as a blank
  -- in the wrong place makes one of a letter; then any word.
  for round in 1 .. 4 loop
    continue when words < 2 and round < 4 and own is null;
    continue when own is not null and round in (2, 4);
    continue when round = 3 and cardinality(q_initials) = 0 or round = 2 and cardinality(q_initials) > 0;
    select coalesce(array_agg(hit.person), '{}'), coalesce(array_agg(hit.best), '{}')
      into people, scores
    from (
      select c.person, c.best from (
        select k.person_id as person, max(greatest(similarity(k.folded, q_folded),
          case when alone then 0.9 * word_similarity(q_folded, k.folded) else 0 end,
          0.9 * ((k.phonetic && w1)::int + (k.phonetic && w2)::int + (k.phonetic && w3)::int
            + (k.phonetic && w4)::int + (k.phonetic && w5)::int) / words))::real as best
        from person_name_key k
        where case
            when own is not null then k.person_id = any (own)
              and (k.phonetic && whole or similarity(k.folded, q_folded) >= 0.3
                or alone and word_similarity(q_folded, k.folded) >= 0.6)
            when round = 1 then (k.phonetic && w1 and k.phonetic && w2)
              or (k.phonetic && w1 and k.phonetic && w3) or (k.phonetic && w2 and k.phonetic && w3)
            when round in (2, 3) then (k.phonetic && w1 and k.phonetic && w2)
              or (k.phonetic && w1 and k.phonetic && w3) or (k.phonetic && w2 and k.phonetic && w3)
              or k.folded % q_folded
            when alone then k.phonetic && whole or k.folded % q_folded or q_folded <% k.folded
            else k.phonetic && whole or k.folded % q_folded end
          and (round = 3 and words > 1 or not exists (select from unnest(q_initials) i
            where not exists (select from unnest(k.tokens) t where starts_with(t, i))))
        group by k.person_id
        order by best desc, k.person_id
        offset 0) c
      cross join lateral (
        select from case_reach r where r.person_id = c.person and r.compartment = 'general'
          and r.key = any (keys) and (r.until is null or r.until > now())
        union all
        select from person p join household_member mine on mine.person_id = p.id
          join household_member other on other.household_id = mine.household_id
          join case_reach r on r.person_id = other.person_id
          where p.id = c.person and p.kind = 'relative' and r.compartment = 'general'
            and r.key = any (keys) and (r.until is null or r.until > now())
        limit 1) reached
      order by c.best desc, c.person
      limit most) hit;
    exit when coalesce(scores[1], 0) >= sure[round];
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
      select distinct near.case_id from (
        select r.case_id from case_reach r where r.person_id = b.person and r.compartment = 'general'
          and r.key = any (keys) and (r.until is null or r.until > now())
        union all
        select r.case_id from person p join household_member mine on mine.person_id = p.id
          join household_member other on other.household_id = mine.household_id
          join case_reach r on r.person_id = other.person_id
          where p.id = b.person and p.kind = 'relative' and r.compartment = 'general'
            and r.key = any (keys) and (r.until is null or r.until > now())) near
      limit 5) c on true
    order by b.best desc, b.person limit most;
  get diagnostics found_rows = row_count;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, details)
    values (log_id, search_people.at, homeward_actor_kind(), homeward_actor(),
      coalesce(homeward_role(), 'none'), homeward_organisation(), 'searched',
      jsonb_build_object('rows', found_rows));
end
$$;
