-- The workers of the people of a round are told that there is an answer, once another human has confirmed it.
create function tell_course_round(wanted uuid, at timestamptz) returns void
language sql security definer set search_path = public
  begin atomic
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), f.worker_id, 'course_answered', jsonb_build_object('case_id', f.id), tell_course_round.at
      from course_answer a join case_file f on f.id = a.case_id
        join course_round c on c.id = a.round_id
      where a.round_id = tell_course_round.wanted and f.worker_id is not null and f.closed_at is null
        and homeward_role() = 'coordinator' and c.state = 'confirmed' and c.ended_by = homeward_actor();
  end;
-- The same for one person to whom a seat has come that was free again.
create function tell_course_seat(wanted uuid, of_case uuid, at timestamptz) returns void
language sql security definer set search_path = public
  begin atomic
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), f.worker_id, 'course_seat_free', jsonb_build_object('case_id', f.id), tell_course_seat.at
      from case_file f
      where f.id = tell_course_seat.of_case and f.worker_id is not null and f.closed_at is null
        and homeward_role() = 'coordinator' and exists (select from course_seat s
          where s.round_id = tell_course_seat.wanted and s.case_id = f.id and s.state = 'offered'
            and s.offered_by = homeward_actor());
  end;
create policy reader_tells on course_answer for select to homeward_reader using (true);
create policy reader_tells on course_seat for select to homeward_reader using (true);
grant select on course_answer, course_seat to homeward_reader;

do $$
declare
  name text;
begin
  foreach name in array array['tell_course_round(uuid, timestamptz)',
    'tell_course_seat(uuid, uuid, timestamptz)'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to homeward_app', name);
  end loop;
end
$$;

-- Whether somebody ran a round: asked by the policy that lets nobody confirm what they ran, which would
-- otherwise ask itself.
create function ran_course_round(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from course_round_run r
      where r.round_id = ran_course_round.wanted and r.ran_by = homeward_actor());
  end;
alter function ran_course_round(uuid) owner to homeward_reader;
revoke execute on function ran_course_round(uuid) from public;
grant execute on function ran_course_round(uuid) to homeward_app;
create policy reader_finds on course_round_run for select to homeward_reader using (true);
grant select on course_round_run to homeward_reader;
drop policy coordinator_goes_on on course_round;
create policy coordinator_goes_on on course_round for update to homeward_app
  using (homeward_role() = 'coordinator' and homeward_place() = any (place_path(place_id))
    and state in ('open', 'run'))
  with check (homeward_role() = 'coordinator'
    and (state in ('open', 'run') or ended_by = homeward_actor())
    and (state <> 'confirmed' or made_by <> homeward_actor() and not ran_course_round(id)));
