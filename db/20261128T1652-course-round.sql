-- Who waits for a course: a projection of the files that says what a round is allowed to look at and nothing
-- else, by the number of the file. Whoever coordinates reads it; no name leads from it.
create table course_wish (
  case_id uuid primary key references case_file on delete cascade,
  number text not null,
  place_id uuid not null references place,
  courses uuid[] not null check (cardinality(courses) between 1 and 10),
  urgent boolean not null,
  since date not null
);

-- A round of allocation as it is published: courses, order of priorities, seed, last day for wishes.
create table course_round (
  id uuid primary key,
  place_id uuid not null references place,
  title text not null,
  courses uuid[] not null check (cardinality(courses) between 1 and 200),
  priorities text[] not null check (priorities <@ array['urgent', 'waited_days']),
  -- Drawn and written down before anybody knows who takes part.
  seed text not null,
  wishes_until date not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  state text not null default 'open' check (state in ('open', 'run', 'confirmed', 'set_aside')),
  ended_by uuid,
  ended_at timestamptz(3),
  -- Why it was set aside.
  words text,
  version integer not null default 1,
  constraint ended_once check ((state in ('confirmed', 'set_aside')) = (ended_by is not null))
);
create index course_round_place on course_round (place_id, made_at);

-- What went in and what came out, byte for byte, with the hashes of both.
create table course_round_run (
  round_id uuid primary key references course_round,
  input text not null,
  input_hash text not null,
  result text not null,
  result_hash text not null,
  ran_by uuid not null,
  ran_at timestamptz(3) not null
);

-- Who sits where and who waits, the next first. A seat that is free again goes on by a human's word.
create table course_seat (
  round_id uuid not null references course_round,
  course_id uuid not null references course,
  case_id uuid not null references case_file on delete cascade,
  number text not null,
  standing integer not null,
  state text not null
    check (state in ('offered', 'waiting', 'taken', 'declined', 'given_up', 'not_needed')),
  offered_by uuid,
  offered_at timestamptz(3),
  primary key (round_id, course_id, case_id)
);
create index course_seat_case on course_seat (case_id);
create index course_seat_course on course_seat (course_id, state);

-- What one person is told: an answer to each wish with its reason, never who else stood where.
create table course_answer (
  round_id uuid not null references course_round,
  case_id uuid not null references case_file on delete cascade,
  answers jsonb not null check (jsonb_typeof(answers) = 'array'),
  primary key (round_id, case_id)
);
create index course_answer_case on course_answer (case_id);

do $$
declare
  name text;
begin
  foreach name in array
    array['course_wish', 'course_round', 'course_round_run', 'course_seat', 'course_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- Whether another human has confirmed a round: asked by the policies of what its people are told.
create function course_round_confirmed(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select exists (select from course_round c
      where c.id = course_round_confirmed.wanted and c.state = 'confirmed');
  end;
alter function course_round_confirmed(uuid) owner to homeward_reader;
revoke execute on function course_round_confirmed(uuid) from public;
grant execute on function course_round_confirmed(uuid) to homeward_app;
create policy reader_finds on course_round for select to homeward_reader using (true);
grant select on course_round to homeward_reader;

create policy command_all on course_wish to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy coordinator_reads on course_wish for select to homeward_app using (
  (select homeward_role()) = 'coordinator' and (select homeward_place()) = any (place_path(place_id)));
grant select, insert, update, delete on course_wish to homeward_app;

create policy coordinator_reads on course_round for select to homeward_app using (
  (select homeward_role()) = 'coordinator' and (select homeward_place()) = any (place_path(place_id)));
-- Published: whoever works with people may read by what it was decided, once it is.
create policy staff_reads on course_round for select to homeward_app using (
  state = 'confirmed' and (select homeward_may('read', 'general')));
create policy coordinator_makes on course_round for insert to homeward_app with check (
  homeward_role() = 'coordinator' and made_by = homeward_actor() and state = 'open'
  and homeward_place() = any (place_path(place_id)));
-- Nobody confirms what they made or ran.
create policy coordinator_goes_on on course_round for update to homeward_app
  using (homeward_role() = 'coordinator' and homeward_place() = any (place_path(place_id))
    and state in ('open', 'run'))
  with check (homeward_role() = 'coordinator'
    and (state in ('open', 'run') or ended_by = homeward_actor())
    and (state <> 'confirmed' or made_by <> homeward_actor() and not exists (
      select from course_round_run r where r.round_id = id and r.ran_by = homeward_actor())));
grant select, insert on course_round to homeward_app;
grant update (state, ended_by, ended_at, words, version) on course_round to homeward_app;

create policy coordinator_reads on course_round_run for select to homeward_app using (
  (select homeward_role()) = 'coordinator'
  and exists (select from course_round c where c.id = round_id));
create policy coordinator_runs on course_round_run for insert to homeward_app with check (
  homeward_role() = 'coordinator' and ran_by = homeward_actor()
  and exists (select from course_round c where c.id = round_id and c.state = 'open'));
grant select, insert on course_round_run to homeward_app;

create policy coordinator_reads on course_seat for select to homeward_app using (
  (select homeward_role()) = 'coordinator'
  and exists (select from course_round c where c.id = round_id));
create policy coordinator_seats on course_seat for insert to homeward_app with check (
  homeward_role() = 'coordinator'
  and exists (select from course_round c where c.id = round_id and c.state = 'open'));
create policy coordinator_offers on course_seat for update to homeward_app
  using (homeward_role() = 'coordinator' and state = 'waiting'
    and exists (select from course_round c where c.id = round_id and c.state = 'confirmed'))
  with check (state = 'offered' and offered_by = homeward_actor());
-- Before another human has confirmed it, nobody of the files learns of it.
create policy file_reads on course_seat for select to homeward_app using (
  exists (select from case_reach r where r.case_id = course_seat.case_id
    and r.compartment = 'general' and r.reads_to is null)
  and course_round_confirmed(round_id));
create policy command_answers on course_seat for update to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
grant select, insert on course_seat to homeward_app;
grant update (state, offered_by, offered_at) on course_seat to homeward_app;

create policy coordinator_reads on course_answer for select to homeward_app using (
  (select homeward_role()) = 'coordinator'
  and exists (select from course_round c where c.id = round_id));
create policy coordinator_tells on course_answer for insert to homeward_app with check (
  homeward_role() = 'coordinator'
  and exists (select from course_round c where c.id = round_id and c.state = 'open'));
create policy file_reads on course_answer for select to homeward_app using (
  exists (select from case_reach r where r.case_id = course_answer.case_id
    and r.compartment = 'general' and r.reads_to is null)
  and course_round_confirmed(round_id));
grant select, insert on course_answer to homeward_app;
