-- A member's own id travels with the household: leaving names it.
create or replace function household_members(wanted uuid) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id,
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
