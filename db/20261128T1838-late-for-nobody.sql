-- As before; and where nobody is left who may decide on what came in late (a worry about the only supervisor of
-- a place, or a place without one), the administrators are told so, of no file and no person: they give somebody
-- else the role, who then finds it waiting.
create or replace function keep_parked() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  places uuid[];
begin
  select c.place_path into places from case_file c where c.id = new.case_id;
  if not found then return null; end if;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), supervisor, 'parked_command', jsonb_build_object('case_id', new.case_id),
      new.parked_at
    from holders_of('supervisor', places) as supervisor
    where supervisor is distinct from parked_about(new.kind, new.body);
  if not found then
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), administrator, 'late_for_nobody', jsonb_build_object('place_id', places[1]),
        new.parked_at
      from holders_of('administrator', null) as administrator;
  end if;
  return new;
end
$$;
