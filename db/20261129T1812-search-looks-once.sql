-- A search with several typing errors looked for spellings alike twice, in its second round and in its last: two thirds
-- of what it cost. The last round now looks for any word alone and adds who was found before; and it is left out where
-- the round before has found enough who are more alike than anybody that shares but one word.
do $$
declare
  body text := pg_get_functiondef(
    'search_people(uuid, timestamptz, text, jsonb, text[], text, integer)'::regprocedure);
  change text[];
begin
  -- A role that is no superuser may set a threshold of pg_trgm only once its library is loaded.
  perform similarity('', '');
  foreach change slice 1 in array array[
    ['  scores real[] := ''{}'';',
     '  scores real[] := ''{}'';
  earlier uuid[];
  earlier_scores real[];'],
    ['    select coalesce(array_agg(hit.person), ''{}''), coalesce(array_agg(hit.best), ''{}'')',
     '    earlier := people;
    earlier_scores := scores;
    select coalesce(array_agg(hit.person), ''{}''), coalesce(array_agg(hit.best), ''{}'')'],
    ['            else k.phonetic && whole or k.folded % q_folded end',
     '            when words > 1 then k.phonetic && whole
            else k.phonetic && whole or k.folded % q_folded end'],
    ['    exit when coalesce(scores[1], 0) >= sure[round];',
     '    -- Spellings alike were looked for in the round before: who was found there is added.
    if round = 4 and words > 1 then
      select array_agg(best.person), array_agg(best.score) into people, scores
      from (select u.person, max(u.score) as score
        from unnest(people || earlier, scores || earlier_scores) as u(person, score)
        group by u.person order by score desc, u.person limit most) best;
    end if;
    exit when coalesce(scores[1], 0) >= sure[round];
    -- Whoever shares but one word and is no more alike than these comes behind all of them.
    exit when words > 1 and round in (2, 3) and scores[most] >= greatest(0.45, 0.9 / words);']
  ] loop
    if position(change[1] in body) = 0 then
      raise exception 'search_people is not what this change was written for: %', change[1];
    end if;
    body := replace(body, change[1], change[2]);
  end loop;
  execute body;
end
$$;
