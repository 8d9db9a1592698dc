-- The dry run of a draft as a job: asked for by a coordinator, done by a thread of whichever server is
-- free, one at a time, and gone on with after a restart. It holds counts that have passed disclosure
-- control and how far it is in tens; never which files.
alter table model_draft drop column trial, drop column trial_of;

create table model_trial (
  id uuid primary key,
  draft_id uuid not null references model_draft (id),
  draft_version integer not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'superseded')),
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  attempts smallint not null default 0,
  -- In tens: the exact count of files would tell how many there are.
  progress smallint not null default 0 check (progress between 0 and 100 and progress % 10 = 0),
  -- When the one that runs it last showed that it is alive.
  beat_at timestamptz(3),
  result jsonb,
  check ((state = 'done') = (result is not null)),
  check ((state = 'running') = (beat_at is not null))
);
create unique index model_trial_one_waits on model_trial (draft_id, draft_version)
  where state in ('queued', 'running');
create unique index model_trial_one_runs on model_trial ((true)) where state = 'running';

alter table model_trial enable row level security;
alter table model_trial force row level security;
create policy owner_all on model_trial to homeward_owner using (true) with check (true);
create policy coordinator_reads on model_trial for select to homeward_app
  using (homeward_role() = 'coordinator');
create policy coordinator_asks on model_trial for insert to homeward_app with check (
  homeward_role() = 'coordinator' and asked_by = homeward_actor() and state = 'queued'
  and exists (select from model_draft d
    where d.id = draft_id and d.version = draft_version and d.ended_at is null));
create policy job_reads on model_trial for select to homeward_app using (homeward_role() = 'job');
create policy job_does on model_trial for update to homeward_app
  using (homeward_role() = 'job') with check (homeward_role() = 'job');
grant select, insert, update on model_trial to homeward_app;
-- The job reads what it tries.
create policy job_reads on model_draft for select to homeward_app using (homeward_role() = 'job');

-- How many files a dry run goes through: only for the job, which tells nobody but in tens of a hundred.
create function model_trial_size() returns bigint
language plpgsql stable security definer set search_path = public as $$
begin
  if homeward_role() is distinct from 'job' then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return (select count(*) from case_head h join case_file c on c.id = h.case_id
    where c.closed_at is null);
end
$$;
alter function model_trial_size() owner to homeward_reader;
revoke execute on function model_trial_size() from public;
grant execute on function model_trial_size() to homeward_app;
