-- A share-out of files is confirmed by a second supervisor: one of the place, of one above, or who stands in
-- there. Whoever worked it out may set it aside, and no more. What was confirmed before stays as it was.
create function leads_place(wanted uuid) returns boolean
language sql stable set search_path = public
  begin atomic
    select homeward_role() = 'supervisor' and exists (
      select from unnest(place_path(leads_place.wanted)) as p
      where 'supervisor:' || p = any (homeward_keys()));
  end;
revoke execute on function leads_place(uuid) from public;
grant execute on function leads_place(uuid) to homeward_app;

drop policy supervisor_reads on worker_round;
create policy supervisor_reads on worker_round for select to homeward_app using (leads_place(place_id));
drop policy supervisor_ends on worker_round;
-- Nobody confirms what they worked out; what became of the files is said by whoever confirmed.
create policy supervisor_ends on worker_round for update to homeward_app
  using (leads_place(place_id) and state <> 'set_aside')
  with check (leads_place(place_id) and ended_by = homeward_actor()
    and (state <> 'confirmed' or made_by <> homeward_actor()));
