-- A worry that came in after its author had lost the file waits for a supervisor; whoever it is about may neither
-- read nor drop it, and is not told that it is there. Another supervisor of the place or above does.
create function parked_about(kind text, body jsonb) returns uuid
language sql immutable set search_path = public as $$
  select case
    when kind = 'raise_concern' then body #>> '{about,account_id}'
    when kind = 'record_screening' then body #>> '{harm_told,about,account_id}'
  end::uuid
$$;
revoke execute on function parked_about(text, jsonb) from public;
grant execute on function parked_about(text, jsonb) to homeward_app, homeward_reader;

create policy not_about_oneself on parked_command as restrictive for select to homeward_app
  using (parked_about(kind, body) is distinct from (select homeward_actor()));

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
  return new;
end
$$;
