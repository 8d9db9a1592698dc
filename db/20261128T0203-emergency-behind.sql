-- As before; the stored state may stand behind the file (decision 8), so what was said since is asked too. Who
-- was afraid and has taken it back since is held back until the state is stored: the careful side.
create or replace function emergency_file(wanted text) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  mine text := 'account:' || homeward_actor();
  files uuid[];
  hit case_file;
begin
  if not homeward_may('open_in_emergency', 'general') then return null; end if;
  select array_agg(c.id) into files from case_file c where c.number = wanted;
  if coalesce(cardinality(files), 0) <> 1 then return null; end if;
  select * into hit from case_file c where c.id = files[1];
  if exists (select from case_reach r where r.case_id = hit.id and r.compartment = 'general'
      and r.until is null and r.key = any ((select homeward_keys())::text[])) then
    return jsonb_build_object('case_id', hit.id, 'own', true);
  end if;
  if exists (
    select from (
      select hit.person_id as id
      union select other.person_id from household_member mine
        join household_member other on other.household_id = mine.household_id
        where mine.person_id = hit.person_id and mine.until_day is null and other.until_day is null
    ) near
    join case_file c on c.person_id = near.id
    join case_head h on h.case_id = c.id
    where exists (select from concern k where k.case_id = c.id and k.closed_at is null)
      or jsonb_path_exists(h.state, '$.consent.records.* ? (@.withdrawn_at == null)
        .withhold[*] ? (@.reason == "fear_of_harm")')
      or exists (
        select from fact f join fact_body b on b.fact_id = f.id
        where f.case_id = c.id and f.kind = 'consent_recorded' and f.position > h.state_at
          and jsonb_path_exists(b.body::jsonb, '$.withhold[*] ? (@.reason == "fear_of_harm")'))
  ) then return null; end if;
  delete from case_reach r where r.case_id = hit.id and r.key = mine and r.compartment = 'general';
  insert into case_reach (case_id, person_id, key, compartment, until)
    values (hit.id, hit.person_id, mine, 'general', now() + interval '1 minute');
  -- Known beforehand to be lost: what is said too late is then kept for the supervisor.
  insert into reach_lost (key, case_id, person_id, compartment)
    values (mine, hit.id, hit.person_id, 'general') on conflict do nothing;
  return jsonb_build_object('case_id', hit.id, 'own', false);
end
$$;
