-- A mentor or a ride that was confirmed is told to whoever has the file: its number and the code of the helper, as the
-- table of the coordinators has them, and nothing else. A file without a support worker is told to its supervisors.
create function tell_of_helpers() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), told.account_id, case new.kind when 'mentor' then 'mentor_given' else 'ride_given' end,
      jsonb_build_object('case_id', c.id, 'number', c.number, 'helper', given.helper), new.ended_at
    from jsonb_to_recordset(new.result::jsonb->'assigned') as given (request text, helper text)
      join case_file c on c.number = given.request and c.closed_at is null and new.place_id = any (c.place_path)
      cross join lateral (
        select c.worker_id as account_id where c.worker_id is not null
        union select holders_of('supervisor', array[c.place_id]) where c.worker_id is null) told;
  return null;
end
$$;
alter function tell_of_helpers() owner to homeward_reader;
revoke execute on function tell_of_helpers() from public;
create trigger told after update on helper_round for each row
  when (old.state = 'proposed' and new.state = 'confirmed') execute function tell_of_helpers();
