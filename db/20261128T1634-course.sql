-- Courses with seats that may be scarce: rows of the directory, in which no person stands.
create table course (
  id uuid primary key,
  code text not null unique,
  organisation_id uuid not null,
  -- A body of the neighbourhood gives no course: its staff would learn who wished for one.
  organisation_receives boolean not null default true
    constraint no_course_of_a_neighbourhood_body check (organisation_receives),
  name jsonb not null check (jsonb_typeof(name) = 'object'),
  -- A unit group of ISCO-08.
  occupation text check (occupation ~ '^\d{4}$'),
  occupation_words text,
  place_id uuid references place,
  starts_on date not null,
  ends_on date,
  seats integer not null check (seats between 0 and 10000),
  entry text,
  languages text[] not null default '{}',
  childcare boolean not null default false,
  cost_amount text,
  cost_currency text,
  hours text,
  open boolean not null default true,
  wishes_until date,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  constraint course_ends_after_start check (ends_on >= starts_on),
  constraint wishes_before_start check (wishes_until <= starts_on),
  constraint cost_whole check ((cost_amount is null) = (cost_currency is null)),
  constraint course_of_a_receiver foreign key (organisation_id, organisation_receives)
    references organisation (id, receives)
);
create index course_moved on course (xid);
create index course_organisation on course (organisation_id);
create index course_occupation on course (occupation, place_id);
create trigger moved before update on course for each row execute function moved();

alter table course enable row level security;
alter table course force row level security;
create policy owner_all on course to homeward_owner using (true) with check (true);
create policy staff_reads on course for select to homeward_app using (
  (select homeward_role()) in ('intake_officer', 'caseworker', 'supervisor', 'specialist_health',
    'specialist_psychosocial', 'specialist_legal', 'specialist_protection', 'coordinator',
    'administrator')
  or (select homeward_role()) = 'partner' and organisation_id = (select homeward_organisation()));
create policy keeper_adds on course for insert to homeward_app
  with check (homeward_role() in ('coordinator', 'administrator'));
create policy keeper_changes on course for update to homeward_app
  using (homeward_role() in ('coordinator', 'administrator'));
grant select, insert, update on course to homeward_app;
