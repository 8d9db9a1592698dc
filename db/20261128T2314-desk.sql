-- One desk for everything that goes out: new words of what readers see, evidence tables, recommendations, reports.

-- Words for a text that readers see already; the old ones stand until a second editor has looked.
create table exchange.wording_change (
  id uuid primary key,
  noun text not null check (noun ~ '^[a-z_]{1,60}$'),
  row_id uuid not null,
  field text not null check (field ~ '^[a-z_]{1,60}$'),
  lang text not null check (length(lang) between 2 and 35),
  text text not null check (length(text) between 1 and 20000),
  -- the revision of the original that whoever wrote it had seen
  seen integer not null check (seen > 0),
  by_id uuid references exchange.participant on delete set null,
  by_name text not null check (length(by_name) between 1 and 200),
  at timestamptz not null,
  -- what stood there in this language when the words went out
  before jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'published', 'returned'))
);
create unique index wording_change_waiting on exchange.wording_change (noun, row_id, field, lang)
  where state = 'waiting';
alter table exchange.wording_change enable row level security;
alter table exchange.wording_change force row level security;
create policy owner_all on exchange.wording_change to homeward_owner using (true) with check (true);
create policy reader_all on exchange.wording_change to homeward_reader using (true) with check (true);
create policy reads on exchange.wording_change for select to homeward_exchange
  using (by_id = exchange.me() or exchange.holds_any('organiser', 'editor', 'moderator', 'interpreter'));
create policy adds on exchange.wording_change for insert to homeward_exchange
  with check (by_id = exchange.me() and state = 'waiting');
create policy returns on exchange.wording_change for update to homeward_exchange
  using (exchange.holds_any('organiser', 'editor')) with check (state = 'returned');
create policy takes_back on exchange.wording_change for delete to homeward_exchange
  using (by_id = exchange.me() and state = 'waiting');
grant select, insert, delete on exchange.wording_change to homeward_exchange;
grant update (state) on exchange.wording_change to homeward_exchange;
grant select, update (state, before) on exchange.wording_change to homeward_reader;

do $$
declare
  word text[];
begin
  foreach word slice 1 in array array[
    ['edition', 'title, lead, about'], ['session', 'title, abstract'], ['room', 'name'], ['track', 'name'],
    ['institution', 'name'], ['opinion_poll', 'title'], ['opinion_statement', 'wording'],
    ['evidence_table', 'title, method, denominators'], ['recommendation', 'body, indicator_name'],
    ['activity', 'title'], ['progress_report', 'words'], ['material', 'title']]
  loop
    execute format('grant select (id, %2$s), update (%2$s, version) on exchange.%1$I to homeward_reader',
      word[1], word[2]);
    execute format('create policy words_read on exchange.%I for select to homeward_reader using (true)', word[1]);
    execute format('create policy words_written on exchange.%I for update to homeward_reader using (true)', word[1]);
  end loop;
end
$$;

-- Writes words that the second editor, who acts here, has just sent out: this one language and nothing else.
create function exchange.take_words(change uuid, tbl text, next jsonb) returns void
language plpgsql security definer set search_path = exchange as $$
declare
  said wording_change;
  old jsonb;
begin
  select * into said from wording_change c where c.id = change and c.state = 'waiting';
  if not found or not exists (select from publication p where p.subject_kind = 'translation'
      and p.subject_id = change and p.state = 'published' and p.decided_by = me() and p.asked_by <> me()) then
    raise exception 'these words were not sent out' using errcode = '42501';
  end if;
  execute format('select %I::jsonb from exchange.%I where id = $1 for update', said.field, tbl)
    into old using said.row_id;
  if next -> 'versions' -> said.lang ->> 'text' is distinct from said.text
      or (next -> 'versions') - said.lang is distinct from (old -> 'versions') - said.lang
      or next ->> 'source' is distinct from old ->> 'source' then
    raise exception 'other words than were sent out' using errcode = '42501';
  end if;
  execute format('update exchange.%I set %I = $1, version = version + 1 where id = $2', tbl, said.field)
    using next, said.row_id;
  update wording_change c set state = 'published', before = old -> 'versions' -> said.lang
    where c.id = change;
end
$$;

-- What stood there before comes back, once the editor who acts here has taken the words down.
create function exchange.take_back_words(change uuid, tbl text) returns void
language plpgsql security definer set search_path = exchange as $$
declare
  said wording_change;
  now_said jsonb;
  revision integer;
begin
  select * into said from wording_change c where c.id = change and c.state = 'published';
  if not found or not exists (select from publication p where p.subject_kind = 'translation'
      and p.subject_id = change and p.state = 'taken_down' and p.taken_down_by = me()) then
    raise exception 'these words were not taken down' using errcode = '42501';
  end if;
  execute format('select %I::jsonb from exchange.%I where id = $1 for update', said.field, tbl)
    into now_said using said.row_id;
  -- Others may have gone out since, past a second editor of their own.
  if now_said -> 'versions' -> said.lang ->> 'text' is distinct from said.text then return; end if;
  if said.before is null then
    now_said := now_said #- array['versions', said.lang];
  elsif said.lang = now_said ->> 'source' then
    revision := (now_said ->> 'revision')::integer + 1;
    now_said := jsonb_set(now_said, array['versions', said.lang], said.before || jsonb_build_object('of', revision))
      || jsonb_build_object('revision', revision);
  else
    now_said := jsonb_set(now_said, array['versions', said.lang], said.before);
  end if;
  execute format('update exchange.%I set %I = $1, version = version + 1 where id = $2', tbl, said.field)
    using now_said, said.row_id;
end
$$;
grant select (asked_by, decided_by, taken_down_by) on exchange.publication to homeward_reader;
grant execute on function exchange.me() to homeward_reader;

-- Evidence: what everybody reads changes by the desk alone.
create function exchange.keep_shown_evidence() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and new.shown_version_id is not null
      and (tg_op = 'INSERT' or new.shown_version_id is distinct from old.shown_version_id)
      and not sent_out('evidence', new.id) then
    raise exception 'a table goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_shown_evidence before insert or update on exchange.evidence_table
  for each row execute function exchange.keep_shown_evidence();
create function exchange.keep_decided_evidence() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and new.state = 'published' and old.state <> 'published'
      and not sent_out('evidence', new.evidence_table_id) then
    raise exception 'a table goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_decided_evidence before update on exchange.evidence_version
  for each row execute function exchange.keep_decided_evidence();
insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at, texts,
    findings, state, decided_by, decided_at)
  select gen_random_uuid(), 'evidence', v.evidence_table_id, v.number, left(v.said ->> 'title', 300),
    v.uploaded_by, v.uploaded_at, jsonb_build_object('title', v.said ->> 'title', 'method', v.said ->> 'method',
      'denominators', v.said ->> 'denominators'), '[]', v.state,
    case v.state when 'published' then v.decided_by end, case v.state when 'published' then v.decided_at end
  from exchange.evidence_version v where v.uploaded_by is not null and v.state in ('waiting', 'published');

-- A recommendation: its adopted text is public once a second editor has looked at it.
drop policy reads on exchange.recommendation;
create policy reads on exchange.recommendation for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id)
    and (exchange.takes_part(edition_id)
      or (adopted_on is not null and exchange.public_version('recommendation', id) is not null)));
insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at, texts,
    findings, state, decided_by, decided_at)
  select gen_random_uuid(), 'recommendation', r.id, r.version,
    left(r.text -> 'versions' -> (r.text ->> 'source') ->> 'text', 300), r.marked_by, r.adopted_on,
    '{}', '[]', 'published', null, r.adopted_on
  from exchange.recommendation r where r.adopted_on is not null and r.marked_by is not null;

create or replace function exchange.keep_recommendation() returns trigger
language plpgsql set search_path = exchange as $$
declare
  sent_back boolean;
begin
  -- What the second editor sends back before anybody read it is a draft again.
  sent_back := old.adopted_on is not null and new.adopted_on is null
    and public_version('recommendation', old.id) is null
    and exists (select from publication p where p.subject_kind = 'recommendation' and p.subject_id = old.id
      and p.state = 'returned' and p.decided_by = me());
  if old.adopted_on is not null and ((new.text, new.edition_id, new.session_id, new.line_id,
      new.number, new.replaces_id) is distinct from (old.text, old.edition_id,
      old.session_id, old.line_id, old.number, old.replaces_id)
      or (new.adopted_on is distinct from old.adopted_on and not sent_back)) then
    raise exception 'an adopted text is frozen' using errcode = 'check_violation';
  end if;
  if current_user <> 'homeward_exchange' then
    return new;
  end if;
  if not exchange.holds(old.edition_id, 'organiser', 'moderator') and ((new.theme,
      new.lead_id, new.co_owner_ids, new.due_on, new.came_of_kind, new.came_of_id) is distinct from
      (old.theme, old.lead_id, old.co_owner_ids, old.due_on, old.came_of_kind, old.came_of_id)
      or (new.adopted_on is distinct from old.adopted_on and not sent_back)) then
    raise exception 'only the organiser says this' using errcode = 'insufficient_privilege';
  end if;
  if new.text is distinct from old.text
      and not exchange.holds(old.edition_id, 'organiser', 'moderator', 'editor', 'interpreter') then
    raise exception 'only the drafting changes the text' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

-- A report in which the check found something waits; its state is a number of the board, its words are not.
alter table exchange.progress_report add column held boolean not null default false;
drop policy reads on exchange.progress_report;
create policy reads on exchange.progress_report for select to homeward_exchange
  using (exists (select from exchange.recommendation r where r.id = recommendation_id
      and (not held or exchange.takes_part(r.edition_id)))
    or participant_id = exchange.me());
grant update (held) on exchange.progress_report to homeward_exchange;
create function exchange.keep_held_report() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and old.held and not new.held and not sent_out('report', new.id) then
    raise exception 'a report goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_held_report before update on exchange.progress_report
  for each row execute function exchange.keep_held_report();

-- A statement that people vote on stays as it is in the languages in which they read it.
create function exchange.keep_voted_statement() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if current_user = 'homeward_exchange' and new.wording is distinct from old.wording
      and exists (select from opinion_round r where r.poll_id = new.poll_id)
      and exists (select from jsonb_object_keys(old.wording -> 'versions') lang
        where new.wording -> 'versions' -> lang ->> 'text'
          is distinct from old.wording -> 'versions' -> lang ->> 'text') then
    raise exception 'a statement that is voted on stays as it is' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_voted_statement before update on exchange.opinion_statement
  for each row execute function exchange.keep_voted_statement();

-- A wording whose versions by one of these names are by another.
create function exchange.signed_anew(wording jsonb, names text[], alias text) returns jsonb
language sql immutable set search_path = exchange as $$
  select jsonb_set(wording, '{versions}', (select jsonb_object_agg(lang, case when said ->> 'by' = any (names)
      then jsonb_set(said, '{by}', to_jsonb(alias)) else said end)
    from jsonb_each(wording -> 'versions') as each (lang, said)))
$$;
-- Taking an alias changes every place where others read the name.
create or replace function exchange.appear_as(alias text, own text, voice boolean, at timestamptz) returns void
language plpgsql security definer set search_path = exchange as $$
declare
  before text;
begin
  if me() is null then
    raise exception 'nobody acts' using errcode = 'no_data_found';
  end if;
  insert into kept_name (participant_id, name, voice_only, at) values (me(), own, voice, at)
    on conflict (participant_id) do update set name = excluded.name, voice_only = excluded.voice_only,
      at = excluded.at;
  select p.name into before from participant p where p.id = me();
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
  -- What was said in the drafting, in minutes and on materials before.
  update amendment a set author = appear_as.alias, country = null where a.author_id = me();
  update minutes_line l set speaker = appear_as.alias where l.speaker in (before, own)
    and exists (select from session s join people_of_edition(s.edition_id) o on o.participant_id = me()
      where s.id = l.session_id);
  update material m set title = signed_anew(m.title, array[before, own], appear_as.alias)
    where m.created_by = me();
  update wording_change c set by_name = appear_as.alias where c.by_id = me();
end
$$;
revoke execute on function exchange.signed_anew(jsonb, text[], text) from public;
grant execute on function exchange.signed_anew(jsonb, text[], text) to homeward_reader;
grant update (author, country) on exchange.amendment to homeward_reader;
create policy reader_changes on exchange.amendment for update to homeward_reader using (true);
grant select (created_by) on exchange.material to homeward_reader;
grant update (by_name) on exchange.wording_change to homeward_reader;

grant create on schema exchange to homeward_reader;
alter function exchange.take_words(uuid, text, jsonb) owner to homeward_reader;
alter function exchange.take_back_words(uuid, text) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.take_words(uuid, text, jsonb), exchange.take_back_words(uuid, text), exchange.keep_shown_evidence(),
  exchange.keep_decided_evidence(), exchange.keep_held_report(), exchange.keep_voted_statement() from public;
grant execute on function exchange.take_words(uuid, text, jsonb), exchange.take_back_words(uuid, text) to homeward_exchange;
