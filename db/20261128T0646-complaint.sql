-- Complaints, heard by somebody outside the line. Rows of their own: no case id stands here or in what
-- is logged about them, no row of the feed, nothing that a worker or supervisor is sent. A number is
-- kept as it was written and never looked up.
create table complaint (
  id uuid primary key,
  -- A keyed hash of the code with which the person reads the answer.
  code_hash text not null unique,
  about text not null,
  came_by text not null,
  words text,
  wish text,
  language text not null,
  answer_way text not null,
  answer_words text,
  name text,
  anonymous boolean not null,
  about_child boolean not null,
  happened_on date,
  number text,
  -- Whoever wrote it down for the person; null from the page without an account.
  taken_by uuid,
  taken_role text,
  received_at timestamptz(3) not null
);
create index complaint_received on complaint (received_at desc, id desc);

-- What happened with it. Only ever added to.
create table complaint_event (
  id uuid primary key,
  complaint_id uuid not null references complaint on delete cascade,
  kind text not null check (kind in ('received', 'acknowledged', 'asked', 'replied', 'noted', 'decided')),
  outcome text,
  words text,
  by_account uuid,
  at timestamptz(3) not null,
  constraint decided_says_how check ((kind = 'decided') = (outcome is not null))
);
create index complaint_event_of on complaint_event (complaint_id, at);

-- A voice, sealed: the key is made of the server's secret and the salt. Whoever deletes the row has
-- erased it.
create table complaint_recording (
  complaint_id uuid primary key references complaint on delete cascade,
  salt bytea not null,
  sealed bytea not null,
  media text not null,
  seconds integer not null,
  added_at timestamptz(3) not null
);

alter table complaint enable row level security;
alter table complaint force row level security;
alter table complaint_event enable row level security;
alter table complaint_event force row level security;
alter table complaint_recording enable row level security;
alter table complaint_recording force row level security;
create policy owner_all on complaint to homeward_owner using (true) with check (true);
create policy owner_all on complaint_event to homeward_owner using (true) with check (true);
create policy owner_all on complaint_recording to homeward_owner using (true) with check (true);
create policy reader_all on complaint to homeward_reader using (true) with check (true);
create policy reader_all on complaint_event to homeward_reader using (true) with check (true);
create policy reader_all on complaint_recording to homeward_reader using (true) with check (true);
grant select, insert, delete on complaint, complaint_event, complaint_recording to homeward_reader;

create policy officer_reads on complaint for select to homeward_app
  using ((select homeward_role()) = 'complaints_officer');
create policy officer_reads on complaint_event for select to homeward_app
  using ((select homeward_role()) = 'complaints_officer');
create policy officer_adds on complaint_event for insert to homeward_app with check (
  homeward_role() = 'complaints_officer' and by_account = homeward_actor()
  and kind in ('acknowledged', 'asked', 'noted', 'decided')
);
create policy officer_hears on complaint_recording for select to homeward_app
  using ((select homeward_role()) = 'complaints_officer');
grant select on complaint, complaint_recording to homeward_app;
grant select, insert on complaint_event to homeward_app;

-- Takes a complaint, from whomever: signed in or not. Answers nothing. The same code is the same
-- complaint. Whoever wrote it down cannot read it afterwards.
create function receive_complaint(new_id uuid, hash text, said jsonb, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare
  by_account boolean := homeward_actor_kind() = 'account';
begin
  insert into complaint (id, code_hash, about, came_by, words, wish, language, answer_way,
      answer_words, name, anonymous, about_child, happened_on, number, taken_by, taken_role, received_at)
    values (new_id, hash, said ->> 'about', said ->> 'came_by', said ->> 'words', said ->> 'wish',
      said ->> 'language', said ->> 'answer_way', said ->> 'answer_words', said ->> 'name',
      (said ->> 'anonymous')::boolean, (said ->> 'about_child')::boolean,
      (said ->> 'happened_on')::date, said ->> 'number',
      case when by_account then homeward_actor() end, case when by_account then homeward_role() end, at)
    on conflict (code_hash) do nothing;
  if not found then return; end if;
  insert into complaint_event (id, complaint_id, kind, at) values (new_uuid_v7(), new_id, 'received', at);
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'complaint_received', '{}', at
    from holders_of('complaints_officer', null) as officer;
end
$$;
alter function receive_complaint(uuid, text, jsonb, timestamptz) owner to homeward_reader;
grant execute on function receive_complaint(uuid, text, jsonb, timestamptz) to homeward_app;

-- What whoever holds the code may read: the steps without the officer's notes and without who took them.
create function complaint_by_code(hash text) returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select jsonb_build_object('language', c.language,
      'has_recording', exists (select from complaint_recording r where r.complaint_id = c.id),
      'steps', (select jsonb_agg(jsonb_build_object('kind', e.kind, 'outcome', e.outcome, 'words', e.words,
          'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.at, e.id)
        from complaint_event e where e.complaint_id = c.id and e.kind <> 'noted'))
    from complaint c where c.code_hash = hash;
  end;
alter function complaint_by_code(text) owner to homeward_reader;
grant execute on function complaint_by_code(text) to homeward_app;

-- The person writes again, by the code. So often and no more; the same reply again is the same.
create function reply_to_complaint(hash text, reply_id uuid, words text, at timestamptz) returns text
language plpgsql security definer set search_path = public as $$
declare
  found_id uuid;
begin
  select c.id into found_id from complaint c where c.code_hash = hash;
  if found_id is null then return 'unknown'; end if;
  if exists (select from complaint_event e where e.id = reply_id) then return 'replied'; end if;
  if (select count(*) from complaint_event e
      where e.complaint_id = found_id and e.kind = 'replied') >= 30 then
    return 'full';
  end if;
  insert into complaint_event (id, complaint_id, kind, words, at)
    values (reply_id, found_id, 'replied', reply_to_complaint.words, reply_to_complaint.at);
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'complaint_replied', '{}', reply_to_complaint.at
    from holders_of('complaints_officer', null) as officer;
  return 'replied';
end
$$;
alter function reply_to_complaint(text, uuid, text, timestamptz) owner to homeward_reader;
grant execute on function reply_to_complaint(text, uuid, text, timestamptz) to homeward_app;

-- One voice for one complaint, by its code.
create function add_complaint_recording(hash text, salt bytea, sealed bytea, media text, seconds integer,
  at timestamptz) returns text
language plpgsql security definer set search_path = public as $$
declare
  found_id uuid;
begin
  select c.id into found_id from complaint c where c.code_hash = hash;
  if found_id is null then return 'unknown'; end if;
  insert into complaint_recording (complaint_id, salt, sealed, media, seconds, added_at)
    values (found_id, add_complaint_recording.salt, add_complaint_recording.sealed,
      add_complaint_recording.media, add_complaint_recording.seconds, at)
    on conflict (complaint_id) do nothing;
  return case when found then 'added' else 'full' end;
end
$$;
alter function add_complaint_recording(text, bytea, bytea, text, integer, timestamptz) owner to homeward_reader;
grant execute on function add_complaint_recording(text, bytea, bytea, text, integer, timestamptz) to homeward_app;

-- For the coordinator's bare count: the steps and their times, and of which complaint by a number that
-- means nothing.
create function complaint_steps() returns table (of_complaint bigint, kind text, outcome text, at timestamptz)
language sql stable security definer set search_path = public
  begin atomic
    select dense_rank() over (order by c.received_at, c.id), e.kind, e.outcome, e.at
    from complaint c join complaint_event e on e.complaint_id = c.id
    where homeward_role() in ('coordinator', 'complaints_officer')
    order by 1, e.at, e.id;
  end;
alter function complaint_steps() owner to homeward_reader;
grant execute on function complaint_steps() to homeward_app;

-- What leaves when its time is over: a voice first, then the whole. The days are the model's; a
-- complaint on which the person wrote after the answer is open again and stays.
create function forget_complaints(now timestamptz, house_recording integer, house_all integer) returns void
language plpgsql security definer set search_path = public as $$
declare
  rules jsonb;
begin
  select m.document -> 'complaints' into rules
    from programme_model m order by m.published_at desc, m.version desc limit 1;
  delete from complaint_recording r using (
      select e.complaint_id, max(e.at) as at, (array_agg(e.kind order by e.at desc, e.id desc)
        filter (where e.kind in ('decided', 'replied')))[1] as last
      from complaint_event e group by 1) done
    where done.complaint_id = r.complaint_id and done.last = 'decided' and done.at < forget_complaints.now
      - make_interval(days => coalesce((rules ->> 'keep_recording_days')::integer, house_recording));
  delete from complaint c using (
      select e.complaint_id, max(e.at) as at, (array_agg(e.kind order by e.at desc, e.id desc)
        filter (where e.kind in ('decided', 'replied')))[1] as last
      from complaint_event e group by 1) done
    where done.complaint_id = c.id and done.last = 'decided' and done.at < forget_complaints.now
      - make_interval(days => coalesce((rules ->> 'keep_days')::integer, house_all));
end
$$;
alter function forget_complaints(timestamptz, integer, integer) owner to homeward_reader;
grant execute on function forget_complaints(timestamptz, integer, integer) to homeward_app;
