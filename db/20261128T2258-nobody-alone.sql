-- Nobody decides on what is his own, and nothing is shown past the second look: not by the routes alone.
-- What seeds and migrations write has no participant who acts.

-- True where whoever acts here has just sent out this subject at the desk, as its second editor.
create function exchange.sent_out(kind text, subject uuid) returns boolean
language sql stable set search_path = exchange as $$
  select exists (select from publication p where p.subject_kind = kind and p.subject_id = subject
    and p.state = 'published' and p.decided_by = me() and p.version = public_version(kind, subject))
$$;
grant execute on function exchange.sent_out(text, uuid) to homeward_exchange, homeward_owner;

create function exchange.keep_second_look() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.decided_by is not null or new.taken_down_by is not null
        or new.answered <> '[]'::jsonb then
      raise exception 'a publication begins by waiting' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.state = 'waiting' and new.state = 'published' then
    if old.asked_by = me() or new.decided_by is distinct from me() or new.taken_down_by is not null then
      raise exception 'a second editor publishes' using errcode = '42501';
    end if;
    -- A number of a document takes no answer; every other finding has one by the same rule, place and words.
    if exists (select from jsonb_array_elements(new.findings) f where f ->> 'rule' = 'document_number'
        or not exists (select from jsonb_array_elements(new.answered) a
          where a -> 'finding' ->> 'rule' = f ->> 'rule' and a -> 'finding' ->> 'field' = f ->> 'field'
            and a -> 'finding' ->> 'words' = f ->> 'words')) then
      raise exception 'each finding is answered' using errcode = '42501';
    end if;
  elsif old.state = 'waiting' and new.state = 'returned' then
    if new.decided_by is distinct from me() or new.taken_down_by is not null then
      raise exception 'whoever sends back says so' using errcode = '42501';
    end if;
  elsif old.state = 'published' and new.state = 'taken_down' then
    if new.taken_down_by is distinct from me() or new.decided_by is distinct from old.decided_by
        or new.decided_at is distinct from old.decided_at or new.answered <> old.answered then
      raise exception 'taking down keeps who published' using errcode = '42501';
    end if;
  else
    raise exception 'a publication does not go from % to %', old.state, new.state using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_second_look before insert or update on exchange.publication
  for each row execute function exchange.keep_second_look();

-- One's own seat comes from the rules of the edition or from another organiser.
create function exchange.keep_own_seat() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is null then return new; end if;
  if tg_op = 'UPDATE' and (new.participant_id <> old.participant_id or new.edition_id <> old.edition_id) then
    raise exception 'a registration stays whose it is' using errcode = '42501';
  end if;
  if new.participant_id <> me() then return new; end if;
  if new.decided_by = me() and (tg_op = 'INSERT' or new.decided_by is distinct from old.decided_by) then
    raise exception 'nobody decides on his own registration' using errcode = '42501';
  end if;
  if new.state = 'approved' and (tg_op = 'INSERT' or old.state <> 'approved')
      and not exists (select from registration_settings s where s.edition_id = new.edition_id and not s.approval)
      and not invited_here(new.invitation_id, new.edition_id) then
    raise exception 'nobody approves his own registration' using errcode = '42501';
  end if;
  return new;
end
$$;
-- Whether an invitation is one of this edition; whoever was invited cannot read the list of them.
create function exchange.invited_here(invitation uuid, edition uuid) returns boolean
language sql stable security definer set search_path = exchange as $$
  select exists (select from edition_invitation i where i.id = invitation and i.edition_id = edition)
$$;
create trigger keep_own_seat before insert or update on exchange.registration
  for each row execute function exchange.keep_own_seat();

create function exchange.keep_own_amendment() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is null then return new; end if;
  if new.state <> old.state and new.state in ('accepted', 'rejected')
      and new.decided_by is distinct from me() then
    raise exception 'whoever decides says so' using errcode = '42501';
  end if;
  if new.state = 'accepted' and old.state <> 'accepted' and old.author_id = me() then
    raise exception 'nobody accepts his own amendment' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_own_amendment before update on exchange.amendment
  for each row execute function exchange.keep_own_amendment();
-- Whoever wrote a proposal hands it in, confirms it and takes it back; others decide.
create function exchange.keep_own_proposal() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and new.state <> old.state
      and exists (select from proposal_author w where w.proposal_id = old.id and w.participant_id = me())
      and not (new.state in ('draft', 'submitted', 'withdrawn')
        or (new.state = 'confirmed' and old.state = 'accepted')) then
    raise exception 'nobody decides on his own proposal' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_own_proposal before update on exchange.proposal
  for each row execute function exchange.keep_own_proposal();

-- Copies that readers see change by the second editor who sent them out; away they go by any editor.
create function exchange.keep_copy_of_news() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and new.published is not null
      and (tg_op = 'INSERT' or new.published is distinct from old.published)
      and not sent_out('news', new.id) then
    raise exception 'news goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_copy_of_news before insert or update on exchange.news
  for each row execute function exchange.keep_copy_of_news();

create function exchange.keep_copy_of_proceedings() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and new.published is not null
      and (tg_op = 'INSERT' or new.published is distinct from old.published)
      and not sent_out('proceedings', new.edition_id) then
    raise exception 'proceedings go out by their second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_copy_of_proceedings before insert or update on exchange.proceedings
  for each row execute function exchange.keep_copy_of_proceedings();

create function exchange.keep_published_practice() returns trigger
language plpgsql set search_path = exchange as $$
begin
  if me() is not null and new.published_version is not null
      and (tg_op = 'INSERT' or new.published_version is distinct from old.published_version)
      and not sent_out('practice', new.id) then
    raise exception 'a practice goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger keep_published_practice before insert or update on exchange.practice
  for each row execute function exchange.keep_published_practice();

grant create on schema exchange to homeward_reader;
alter function exchange.invited_here(uuid, uuid) owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.invited_here(uuid, uuid), exchange.sent_out(text, uuid),
  exchange.keep_second_look(), exchange.keep_own_seat(), exchange.keep_own_amendment(), exchange.keep_own_proposal(),
  exchange.keep_copy_of_news(), exchange.keep_copy_of_proceedings(), exchange.keep_published_practice()
  from public;
grant execute on function exchange.invited_here(uuid, uuid) to homeward_exchange, homeward_owner;
