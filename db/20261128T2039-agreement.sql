-- What speakers agree to for a session, what a session asks of its technicians, and who speaks under
-- another name than the own.

create table exchange.agreement (
  session_id uuid not null references exchange.session on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  recording boolean not null,
  publication boolean not null,
  materials boolean not null,
  -- the name as it was signed
  signed text not null check (length(signed) between 1 and 200),
  at timestamptz not null,
  primary key (session_id, participant_id),
  constraint shown_only_if_recorded check (recording or not publication)
);

create table exchange.service_request (
  id uuid primary key,
  session_id uuid not null references exchange.session on delete cascade,
  kind text not null check (kind in ('interpretation', 'recording', 'captions', 'technical_rehearsal')),
  from_language text check (from_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  to_language text check (to_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  note text check (length(note) between 1 and 1000),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'changed', 'declined')),
  answer text check (length(answer) between 1 and 1000),
  asked_by uuid references exchange.participant on delete set null,
  asked_at timestamptz not null,
  answered_by uuid references exchange.participant on delete set null,
  answered_at timestamptz
);
create index service_request_session on exchange.service_request (session_id, asked_at);

-- The true name of somebody who appears under another one. The participant's own row carries the alias:
-- whatever reads a name reads that. For organisers and the one whom it is about, nobody else.
create table exchange.kept_name (
  participant_id uuid primary key references exchange.participant on delete cascade,
  name text not null check (length(name) between 1 and 200),
  voice_only boolean not null,
  at timestamptz not null
);

do $$
declare
  name text;
begin
  foreach name in array array['agreement', 'service_request', 'kept_name']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;
grant select, insert, update on exchange.agreement, exchange.service_request to homeward_exchange;
grant select on exchange.kept_name to homeward_exchange;

-- True where whoever acts appears in that session.
create function exchange.speaks_in(session uuid) returns boolean
language sql stable parallel safe as $$
  select exists (select from exchange.session_speaker x
    where x.session_id = session and x.participant_id = exchange.me())
$$;
grant execute on function exchange.speaks_in(uuid) to homeward_exchange, homeward_owner;

create policy reads on exchange.agreement for select to homeward_exchange
  using (participant_id = exchange.me() or exists (select from exchange.session s
    where s.id = session_id and exchange.holds(s.edition_id, 'organiser', 'moderator')));
create policy adds on exchange.agreement for insert to homeward_exchange
  with check (participant_id = exchange.me() and exchange.speaks_in(session_id));
create policy changes on exchange.agreement for update to homeward_exchange
  using (participant_id = exchange.me()) with check (participant_id = exchange.me());

create policy reads on exchange.service_request for select to homeward_exchange
  using (exchange.speaks_in(session_id) or exists (select from exchange.session s
    where s.id = session_id and exchange.holds(s.edition_id, 'organiser', 'moderator', 'interpreter')));
create policy adds on exchange.service_request for insert to homeward_exchange
  with check (asked_by = exchange.me() and state = 'asked'
    and (exchange.speaks_in(session_id) or exists (select from exchange.session s
      where s.id = session_id and exchange.holds(s.edition_id, 'organiser', 'moderator'))));
create policy changes on exchange.service_request for update to homeward_exchange
  using (exists (select from exchange.session s
    where s.id = session_id and exchange.holds(s.edition_id, 'organiser')));

create policy reads on exchange.kept_name for select to homeward_exchange
  using (participant_id = exchange.me() or exchange.holds_any('organiser'));

-- What one's own word changes beyond one's own rows. All four act for whoever acts, and for nobody else.
grant select, insert, update, delete on exchange.kept_name to homeward_reader;
grant select, update, delete on exchange.session_speaker to homeward_reader;
grant select (id, edition_id), update (do_not_record) on exchange.session to homeward_reader;
grant update (name, institution_id, version) on exchange.participant to homeward_reader;
grant update (name) on exchange_auth.account to homeward_reader;
grant select, update (programme) on exchange.programme_version to homeward_reader;
create policy reader_keeps on exchange.kept_name to homeward_reader using (true) with check (true);
create policy reader_names on exchange.session_speaker to homeward_reader using (true) with check (true);
create policy reader_marks on exchange.session for update to homeward_reader using (true);
create policy reader_names on exchange.participant for update to homeward_reader using (true);
create policy reader_names on exchange_auth.account for update to homeward_reader using (true);
create policy reader_reads on exchange.programme_version for select to homeward_reader using (true);
grant select (participant_id), update (speaker, institution) on exchange.quotation to homeward_reader;
create policy reader_reads on exchange.quotation for select to homeward_reader using (true);
create policy reader_names on exchange.quotation for update to homeward_reader using (true);
create policy reader_names on exchange.programme_version for update to homeward_reader using (true);

-- A speaker who is not to be recorded keeps the whole session from being recorded.
create function exchange.refuse_recording(session uuid) returns void
language sql security definer set search_path = exchange as $$
  update session s set do_not_record = true where s.id = session
    and exists (select from session_speaker x where x.session_id = s.id and x.participant_id = me())
$$;

-- A programme in which one participant has another name, or (alias null) is not there.
create function exchange.renamed(programme jsonb, who uuid, session uuid, old text, alias text) returns jsonb
language sql immutable set search_path = exchange as $$
  select jsonb_set(programme, '{sessions}', coalesce((
    select jsonb_agg(case when jsonb_typeof(s -> 'people') <> 'array' then s
      else jsonb_set(s, '{people}', coalesce((
        select jsonb_agg(case when alias is null or not told then p
            else p || jsonb_build_object('participantId', null, 'name', alias, 'affiliation', null,
              'country', null) end order by place)
        from (select p, place, p ->> 'participantId' = who::text or (p -> 'participantId' = 'null'
              and p ->> 'name' = old) as told
            from jsonb_array_elements(s -> 'people') with ordinality as each (p, place)) people
        where alias is not null or not told
          or (session is not null and s ->> 'id' <> session::text)), '[]')) end order by at)
    from jsonb_array_elements(programme -> 'sessions') with ordinality as all_of (s, at)), '[]'))
$$;

-- Appears under another name from now on, in what was released already too, and is never recorded.
create function exchange.appear_as(alias text, own text, voice boolean, at timestamptz) returns void
language plpgsql security definer set search_path = exchange as $$
begin
  if me() is null then
    raise exception 'nobody acts' using errcode = 'no_data_found';
  end if;
  insert into kept_name (participant_id, name, voice_only, at) values (me(), own, voice, at)
    on conflict (participant_id) do update set name = excluded.name, voice_only = excluded.voice_only,
      at = excluded.at;
  update participant p set name = alias, institution_id = null, version = p.version + 1 where p.id = me();
  update exchange_auth.account a set name = alias where a.id = me();
  update programme_version v set programme = renamed(v.programme, me(), null,
      coalesce((select x.name from session_speaker x where x.participant_id = me() and x.alias limit 1),
        ''), appear_as.alias)
    where v.edition_id in (select x.edition_id from session_speaker x where x.participant_id = me());
  update session s set do_not_record = true
    where s.id in (select x.session_id from session_speaker x where x.participant_id = me());
  update session_speaker x set name = appear_as.alias, alias = true where x.participant_id = me();
  update quotation q set speaker = appear_as.alias, institution = null where q.participant_id = me();
end
$$;

-- Somebody under an alias steps back from a session: nothing of it tells that they were to speak.
create function exchange.step_back(session uuid) returns boolean
language plpgsql security definer set search_path = exchange as $$
declare
  spoke session_speaker;
begin
  delete from session_speaker x where x.session_id = session and x.participant_id = me() and x.alias
    returning * into spoke;
  if spoke.session_id is null then
    return false;
  end if;
  update programme_version v set programme = renamed(v.programme, me(), session, spoke.name, null)
    where v.edition_id = spoke.edition_id;
  return true;
end
$$;
grant execute on function exchange.me(), exchange.is_wording(jsonb) to homeward_reader;
do $$
declare
  signature text;
begin
  foreach signature in array array['refuse_recording(uuid)', 'appear_as(text, text, boolean, timestamptz)',
    'step_back(uuid)', 'renamed(jsonb, uuid, uuid, text, text)']
  loop
    execute 'grant create on schema exchange to homeward_reader';
    execute format('alter function exchange.%s owner to homeward_reader', signature);
    execute 'revoke create on schema exchange from homeward_reader';
    execute format('revoke execute on function exchange.%s from public', signature);
    execute format('grant execute on function exchange.%s to homeward_exchange', signature);
  end loop;
end
$$;
