-- How many people wait for an agency's answer is counted once when a month is over, as all other numbers are.
create table frozen_unanswered (
  month date primary key check (extract(day from month) = 1),
  rows jsonb not null,
  method jsonb not null,
  made_at timestamptz(3) not null
);
alter table frozen_unanswered enable row level security;
alter table frozen_unanswered force row level security;
create policy owner_all on frozen_unanswered to homeward_owner using (true) with check (true);
create policy coordinator_reads on frozen_unanswered for select to homeward_app
  using (homeward_role() in ('coordinator', 'job'));
create policy freezes on frozen_unanswered for insert to homeward_app
  with check (homeward_role() in ('coordinator', 'job'));
grant select, insert on frozen_unanswered to homeward_app;

-- As before, also for the clock that freezes.
do $$
begin
  execute replace(pg_get_functiondef('count_unanswered(date, integer)'::regprocedure),
    'if homeward_role() is distinct from ''coordinator'' then',
    'if coalesce(homeward_role(), '''') not in (''coordinator'', ''job'') then');
end
$$;
