-- The next version of a programme model while it is being worked on: at most one open draft a programme.
-- It holds rules and words, never anything about a person; only a coordinator reads or writes it.
create table model_draft (
  id uuid primary key,
  code text not null,
  base_id uuid not null references programme_model (id),
  document jsonb not null check (jsonb_typeof(document) = 'object'),
  -- Moves on with each saving: whoever saves says which one was read, so that two never overwrite each other.
  version integer not null check (version > 0),
  begun_by uuid not null,
  begun_at timestamptz(3) not null,
  saved_by uuid not null,
  saved_at timestamptz(3) not null,
  -- What the last trial told, after disclosure control, and which version was tried.
  trial jsonb,
  trial_of integer,
  ended_at timestamptz(3),
  ended_as text check (ended_as in ('published', 'discarded')),
  check ((ended_at is null) = (ended_as is null))
);
create unique index model_draft_open on model_draft (code) where ended_at is null;

-- Which places each saving changed: what somebody who saves too late is told, and who changed what.
create table model_draft_save (
  draft_id uuid not null references model_draft (id),
  version integer not null,
  saved_by uuid not null,
  saved_at timestamptz(3) not null,
  places text[] not null,
  primary key (draft_id, version)
);

do $$
declare
  name text;
begin
  foreach name in array array['model_draft', 'model_draft_save'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy owner_all on %I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

create policy coordinator_reads on model_draft for select to homeward_app
  using (homeward_role() = 'coordinator');
create policy coordinator_begins on model_draft for insert to homeward_app
  with check (homeward_role() = 'coordinator' and begun_by = homeward_actor() and ended_at is null);
-- What has ended is never changed again.
create policy coordinator_saves on model_draft for update to homeward_app
  using (homeward_role() = 'coordinator' and ended_at is null)
  with check (homeward_role() = 'coordinator');
grant select, insert, update on model_draft to homeward_app;
create policy coordinator_reads on model_draft_save for select to homeward_app
  using (homeward_role() = 'coordinator');
create policy coordinator_saves on model_draft_save for insert to homeward_app
  with check (homeward_role() = 'coordinator' and saved_by = homeward_actor());
grant select, insert on model_draft_save to homeward_app;

-- Who published a version and why; a version that came with the programme has neither. A version is
-- never changed: the application may add one, and only the very document of an open draft.
alter table programme_model add column published_by uuid;
alter table programme_model add column reason text;
create policy coordinator_publishes on programme_model for insert to homeward_app with check (
  homeward_role() = 'coordinator' and published_by = homeward_actor() and coalesce(reason, '') <> ''
  and version = (document ->> 'version')::integer and code = document ->> 'code'
  and exists (select from model_draft d
    where d.code = programme_model.code and d.ended_at is null and d.document = programme_model.document));
grant insert on programme_model to homeward_app;

-- The open files, some at a time, for the dry run of a draft: only for the job that counts, which tells
-- nobody anything but counts. No content leaves the process that counts.
create function model_trial_files(after uuid, at_once integer)
returns table (case_id uuid, person_id uuid, household uuid, model_id uuid, state jsonb, later jsonb,
  person jsonb)
language plpgsql stable security definer set search_path = public as $$
begin
  if homeward_role() is distinct from 'job' then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
    select h.case_id, h.person_id,
      coalesce((select m.household_id from household_member m
        where m.person_id = h.person_id and m.until_day is null limit 1), h.person_id),
      c.model_id, h.state,
      case when h.state_at is null then '[]'::jsonb else facts_after(h.case_id, h.state_at) end,
      person_summary(h.person_id)
    from case_head h join case_file c on c.id = h.case_id
    where c.closed_at is null and h.case_id > model_trial_files.after
    order by h.case_id limit model_trial_files.at_once;
end
$$;
alter function model_trial_files(uuid, integer) owner to homeward_reader;
revoke execute on function model_trial_files(uuid, integer) from public;
grant execute on function model_trial_files(uuid, integer) to homeward_app;
