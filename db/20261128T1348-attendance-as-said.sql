-- What the organisation that runs a group has said of somebody on its list, so that its form shows it again: the
-- later word of each session. What a worker wrote of the same day stays in the file.
create function attendance_as_said(wanted uuid)
returns table (group_session_id uuid, attended boolean)
language sql stable security definer set search_path = public
  begin atomic
    select distinct on (b.body::jsonb ->> 'group_session_id')
      (b.body::jsonb ->> 'group_session_id')::uuid, (b.body::jsonb -> 'attended')::boolean
    from fact f join fact_body b on b.fact_id = f.id
    where f.case_id = file_of_member(attendance_as_said.wanted)
      and f.kind = 'group_attendance_noted' and f.role = 'partner'
      and b.body::jsonb ->> 'participation_id' = attendance_as_said.wanted::text
    order by b.body::jsonb ->> 'group_session_id', f.position desc;
  end;
do $$
begin
  execute 'alter function attendance_as_said(uuid) owner to homeward_reader';
  execute 'revoke execute on function attendance_as_said(uuid) from public';
  execute 'grant execute on function attendance_as_said(uuid) to homeward_app';
end
$$;
