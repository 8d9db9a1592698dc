-- What organisers write for everybody passes the check of people and the desk as well: the words of a conference, of
-- its programme, and the forms of a name in the directory.

-- The words of a conference that readers see change by the desk alone; what is taken out goes at once.
create function exchange.keep_shown_edition() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is null or current_user <> 'homeward_exchange' or old.state = 'draft' or new.state = 'draft' then
    return new;
  end if;
  if new.title::jsonb is distinct from old.title::jsonb
      or (new.lead is not null and new.lead::jsonb is distinct from old.lead::jsonb)
      or (new.about is not null and new.about::jsonb is distinct from old.about::jsonb) then
    raise exception 'words that readers see change at the desk' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_shown_edition before update on exchange.edition
  for each row execute function exchange.keep_shown_edition();

-- As before, and also where a text of a shown row is said for the first time: then it has no other language.
create or replace function exchange.take_words(change uuid, tbl text, next jsonb) returns void
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
      or (next -> 'versions') - said.lang is distinct from coalesce((old -> 'versions') - said.lang, '{}')
      or next ->> 'source' is distinct from coalesce(old ->> 'source', said.lang) then
    raise exception 'other words than were sent out' using errcode = '42501';
  end if;
  execute format('update exchange.%I set %I = $1, version = version + 1 where id = $2', tbl, said.field)
    using next, said.row_id;
  update wording_change c set state = 'published', before = old -> 'versions' -> said.lang
    where c.id = change;
end
$$;

create or replace function exchange.take_back_words(change uuid, tbl text) returns void
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
  if said.before is null and said.lang = now_said ->> 'source' then
    -- Before these words there were none.
    now_said := null;
  elsif said.before is null then
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

-- A whole conference taken down is a draft again, in one click of any editor.
create function exchange.hide_edition(edition uuid) returns void
language plpgsql security definer set search_path = exchange as $$
begin
  if not holds_any('editor', 'organiser') then
    raise exception 'only an editor takes down' using errcode = '42501';
  end if;
  update edition e set state = 'draft', version = e.version + 1 where e.id = hide_edition.edition;
end
$$;
grant update (state) on exchange.edition to homeward_reader;

-- A released programme taken down: no version until now is read any more, until the next one is released.
alter table exchange.programme_version add column taken_down_at timestamptz;
drop policy reads on exchange.programme_version;
create policy reads on exchange.programme_version for select to homeward_exchange
  using (exists (select from exchange.edition e where e.id = edition_id)
    and (taken_down_at is null or exchange.holds_any('editor', 'organiser')));
create policy takes_down on exchange.programme_version for update to homeward_exchange
  using (exchange.holds_any('editor', 'organiser')) with check (taken_down_at is not null);
grant update (taken_down_at) on exchange.programme_version to homeward_exchange;

-- Forms of a name: what the entry's owner asks for waits here; the directory reads `names`.
alter table exchange.expert add column asked_names jsonb check (jsonb_typeof(asked_names) = 'object');
create function exchange.keep_name_forms() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is null or current_user <> 'homeward_exchange' then return new; end if;
  -- Fewer forms, and the name that is shown anyway, need nobody.
  if exists (select from jsonb_each_text(new.names) form (lang, said)
      where said is distinct from (case when tg_op = 'UPDATE' then old.names ->> lang end)
        and not exists (select from participant p where p.id = new.participant_id and p.name = said)) then
    raise exception 'a form of a name goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_name_forms before insert or update on exchange.expert
  for each row execute function exchange.keep_name_forms();

create function exchange.take_names(expert uuid) returns void
language plpgsql security definer set search_path = exchange as $$
begin
  if not exists (select from publication p where p.subject_kind = 'expert' and p.subject_id = take_names.expert
      and p.state = 'published' and p.decided_by = me() and p.asked_by <> me()) then
    raise exception 'these names were not sent out' using errcode = '42501';
  end if;
  update expert x set names = x.asked_names, asked_names = null, version = x.version + 1
    where x.participant_id = take_names.expert and x.asked_names is not null;
end
$$;
create function exchange.take_back_names(expert uuid) returns void
language plpgsql security definer set search_path = exchange as $$
begin
  if not exists (select from publication p where p.subject_kind = 'expert' and p.subject_id = take_back_names.expert
      and p.state = 'taken_down' and p.taken_down_by = me()) then
    raise exception 'these names were not taken down' using errcode = '42501';
  end if;
  update expert x set names = '{}', version = x.version + 1 where x.participant_id = take_back_names.expert;
end
$$;
grant update (names, asked_names, version) on exchange.expert to homeward_reader;
create policy reader_changes on exchange.expert for update to homeward_reader using (true);

-- The title of a series is translated like any other text.
grant select (id, title), update (title, version) on exchange.series to homeward_reader;
create policy words_read on exchange.series for select to homeward_reader using (true);
create policy words_written on exchange.series for update to homeward_reader using (true);

grant create on schema exchange to homeward_reader;
alter function exchange.hide_edition(uuid) owner to homeward_reader;
alter function exchange.take_names(uuid) owner to homeward_reader;
alter function exchange.take_back_names(uuid) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.hide_edition(uuid), exchange.take_names(uuid), exchange.take_back_names(uuid),
  exchange.keep_shown_edition(), exchange.keep_name_forms() from public;
grant execute on function exchange.hide_edition(uuid), exchange.take_names(uuid), exchange.take_back_names(uuid)
  to homeward_exchange;
