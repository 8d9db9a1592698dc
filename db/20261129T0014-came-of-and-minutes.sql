-- What came of what, and minutes that everybody may read.

-- The practice from which a programme model grew; readers learn it with the card, past a second editor.
alter table exchange.model_card add practice_id uuid references exchange.practice on delete set null;
create index model_card_practice on exchange.model_card (practice_id);
grant update (practice_id) on exchange.model_card to homeward_exchange;
create index recommendation_came_of on exchange.recommendation (came_of_id);

-- The minutes of a session as they went before a second editor, and as everybody reads them: copies, so that a
-- line that is put right or translated later goes out by asking anew.
create table exchange.minutes (
  session_id uuid primary key references exchange.session on delete cascade,
  edition_id uuid not null references exchange.edition on delete cascade,
  asked jsonb check (jsonb_typeof(asked) = 'object'),
  published jsonb check (jsonb_typeof(published) = 'object'),
  published_at timestamptz,
  version integer not null default 1
);
create index minutes_edition on exchange.minutes (edition_id);
alter table exchange.minutes enable row level security;
alter table exchange.minutes force row level security;
create policy owner_all on exchange.minutes to homeward_owner using (true) with check (true);
grant select, insert, update on exchange.minutes to homeward_exchange;
create policy reads on exchange.minutes for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator', 'editor') or exchange.holds_any('editor', 'organiser')
    or (published is not null and exchange.public_version('minutes', session_id) is not null
      and exists (select from exchange.session s where s.id = session_id and s.rule <> 'closed')));
create policy adds on exchange.minutes for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser', 'moderator')
    and exists (select from exchange.session s where s.id = session_id and s.edition_id = minutes.edition_id));
create policy changes on exchange.minutes for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'moderator') or exchange.holds_any('editor', 'organiser'));

-- The rule of src/domain/exchange/session-rule.ts once more, where nobody gets past it.
create function exchange.keep_minutes_rule() returns trigger language plpgsql
  set search_path = exchange as $$
declare
  standing text := (select rule from session where id = new.session_id);
begin
  if coalesce(new.asked, new.published) is null or standing = 'public' then
    return new;
  end if;
  if standing = 'chatham_house'
      and not coalesce(jsonb_path_exists(new.asked, '$.lines[*].speaker ? (@ != null)'), false)
      and not coalesce(jsonb_path_exists(new.published, '$.lines[*].speaker ? (@ != null)'), false) then
    return new;
  end if;
  raise exception 'the rule of the session keeps these minutes in' using errcode = 'check_violation';
end
$$;
revoke execute on function exchange.keep_minutes_rule() from public;
create trigger keep_minutes_rule before insert or update on exchange.minutes
  for each row execute function exchange.keep_minutes_rule();

-- A session that turns stricter takes its minutes back: what was said in public names people in its words too.
grant select, update (asked, published) on exchange.minutes to homeward_reader;
create policy reader_reads on exchange.minutes for select to homeward_reader using (true);
create policy reader_changes on exchange.minutes for update to homeward_reader using (true);
grant create on schema exchange to homeward_reader;
create or replace function exchange.forget_speakers() returns trigger language plpgsql
  security definer set search_path = exchange as $$
begin
  update minutes set asked = null, published = null
    where session_id = new.id and new.rule is distinct from old.rule;
  if new.rule = 'chatham_house' then
    update minutes_line set speaker = null where session_id = new.id and speaker is not null;
    update recommendation set proposer_id = null where session_id = new.id and proposer_id is not null;
  end if;
  return new;
end
$$;
drop trigger forget_speakers on exchange.session;
create trigger forget_speakers after update of rule on exchange.session for each row
  when (new.rule <> 'public') execute function exchange.forget_speakers();

-- What stands against giving on what was handed in for a session: a speaker's no, or a signature that is missing.
create function exchange.materials_bar(of_session uuid) returns text language sql stable
  security definer set search_path = exchange as $$
  select case when bool_or(not a.materials) then 'refused'
    when bool_or(a.materials is null) then 'unsigned' end
  from session_speaker x left join agreement a
    on a.session_id = x.session_id and a.participant_id = x.participant_id
  where x.session_id = of_session and x.part = 'speaker'
$$;
revoke execute on function exchange.materials_bar(uuid) from public;
grant execute on function exchange.materials_bar(uuid) to homeward_exchange;
alter function exchange.materials_bar(uuid) owner to homeward_reader;

-- Whoever spoke under an alias and steps back takes the words along: they never go out.
alter table exchange.minutes_line add left_out boolean not null default false;
grant update (left_out) on exchange.minutes_line to homeward_reader;
create or replace function exchange.step_back(session uuid) returns boolean language plpgsql
  security definer set search_path = exchange as $$
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
  update minutes_line l set left_out = true, speaker = null
    where l.session_id = session and l.speaker = spoke.name;
  return true;
end
$$;
revoke create on schema exchange from homeward_reader;
grant select (session_id, participant_id, materials) on exchange.agreement to homeward_reader;
create policy reader_reads on exchange.agreement for select to homeward_reader using (true);

drop policy reads on exchange.material;
create policy reads on exchange.material for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser', 'editor')
    or created_by = exchange.me()
    or (withdrawn_at is null
      and exchange.public_version('material', id) is not null
      and ((access = 'public' and exists (select from exchange.edition e where e.id = edition_id)
          and exchange.materials_bar(session_id) is distinct from 'refused'
          and (session_id is null or exists (select from exchange.session s
            where s.id = session_id and s.rule = 'public')))
        or (access in ('public', 'registered') and exchange.holds(edition_id, 'attendee', 'speaker',
          'moderator', 'interpreter', 'delegate', 'reviewer'))
        or (access in ('public', 'registered', 'speakers') and session_id is not null
          and exchange.speaks_in(session_id)))));
