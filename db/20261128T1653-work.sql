-- What is looked for on the labour market: figures as others published them, by occupation (a unit group of ISCO-08) and
-- place, each with its period, its source and the day it was published. No person stands in these rows.
create table labour_demand (
  id uuid primary key,
  kind text not null check (kind in ('vacancies', 'need')),
  occupation text not null check (occupation ~ '^\d{4}$'),
  place_id uuid not null references place,
  -- A year or a month.
  period text not null check (period ~ '^\d{4}(-(0[1-9]|1[0-2]))?$'),
  value integer not null check (value between 0 and 10000000),
  source text not null,
  as_of date not null,
  version integer not null default 1,
  unique (kind, occupation, place_id, period, source)
);
create index labour_demand_source on labour_demand (source, as_of);

-- A vacancy of an employer, who learns nothing of anybody from it.
create table vacancy (
  id uuid primary key,
  title text not null,
  occupation text check (occupation ~ '^\d{4}(\.\d{1,3}){0,4}$'),
  organisation_id uuid references organisation,
  employer text,
  place_id uuid not null references place,
  -- Can be done at home, so that the place does not matter.
  at_home boolean not null,
  hours text check (hours in ('full', 'part', 'few', 'shift')),
  pay_from text,
  pay_to text,
  pay_currency text,
  pay_per text check (pay_per in ('hour', 'day', 'month', 'piece')),
  languages text[] not null,
  requirements text,
  experience_needed boolean not null,
  -- Null where the vacancy says nothing of it.
  papers_needed boolean,
  childcare boolean,
  heavy boolean,
  openings integer not null check (openings between 1 and 10000),
  contact text,
  valid_until date not null,
  source text,
  -- The number by which its source knows it.
  reference text,
  withdrawn boolean not null default false,
  entered_by uuid not null,
  version integer not null default 1,
  constraint employer_named check (organisation_id is not null or employer is not null),
  constraint pay_whole check ((pay_from is null and pay_to is null) = (pay_currency is null)
    and (pay_currency is null) = (pay_per is null))
);
create unique index vacancy_reference on vacancy (source, reference) where reference is not null;
create index vacancy_open on vacancy (valid_until) where not withdrawn;
create index vacancy_organisation on vacancy (organisation_id);

alter table labour_demand enable row level security;
alter table labour_demand force row level security;
create policy owner_all on labour_demand to homeward_owner using (true) with check (true);
create policy read_all on labour_demand for select to homeward_app
  using ((select homeward_role()) is not null);
create policy coordinator_writes on labour_demand for insert to homeward_app
  with check (homeward_role() = 'coordinator');
create policy coordinator_changes on labour_demand for update to homeward_app
  using (homeward_role() = 'coordinator');
create policy coordinator_removes on labour_demand for delete to homeward_app
  using (homeward_role() = 'coordinator');
grant select, insert, update, delete on labour_demand to homeward_app;

-- Whoever works with people sees all vacancies; a receiving service those of its own organisation.
alter table vacancy enable row level security;
alter table vacancy force row level security;
create policy owner_all on vacancy to homeward_owner using (true) with check (true);
create policy staff_reads on vacancy for select to homeward_app using (
  (select homeward_role()) in ('intake_officer', 'caseworker', 'supervisor', 'specialist_health',
    'specialist_psychosocial', 'specialist_legal', 'specialist_protection', 'coordinator')
  or (select homeward_role()) = 'partner' and organisation_id = (select homeward_organisation()));
create policy staff_adds on vacancy for insert to homeward_app with check (
  entered_by = homeward_actor() and case homeward_role()
    when 'partner' then organisation_id = homeward_organisation()
    else homeward_role() in ('caseworker', 'supervisor', 'coordinator') end);
create policy keeper_changes on vacancy for update to homeward_app
  using (case homeward_role()
    when 'coordinator' then true
    when 'partner' then organisation_id = homeward_organisation()
    else homeward_role() in ('caseworker', 'supervisor') and entered_by = homeward_actor() end)
  with check (homeward_role() <> 'partner' or organisation_id = homeward_organisation());
grant select, insert, update on vacancy to homeward_app;
