-- A portrait that an editor brings for somebody else: until whoever it shows has agreed it is nobody's portrait, and no
-- second editor is asked. Refused, it goes with its bytes.
alter table exchange.picture
  add column proposed_for uuid references exchange.participant on delete cascade,
  -- when whoever it shows agreed to what somebody else had brought
  add column agreed_at timestamptz,
  drop constraint picture_check,
  add constraint picture_of_one check (num_nonnulls(participant_id, edition_id, proposed_for) = 1);
create unique index picture_proposed on exchange.picture (proposed_for, created_by);

drop policy reads on exchange.picture;
create policy reads on exchange.picture for select to homeward_exchange
  using (participant_id = exchange.me() or proposed_for = exchange.me() or exchange.holds_any('organiser', 'editor')
    or (exchange.public_version('picture', id) is not null and proposed_for is null
      and (edition_id is null or exists (select from exchange.edition e where e.id = edition_id))));
-- A portrait is one's own; somebody else's is proposed.
drop policy adds on exchange.picture;
create policy adds on exchange.picture for insert to homeward_exchange
  with check (created_by = exchange.me() and agreed_at is null and (participant_id = exchange.me()
    or (edition_id is not null and exchange.holds(edition_id, 'organiser', 'editor'))
    or (proposed_for <> exchange.me() and exchange.holds_any('organiser', 'editor'))));
drop policy removes on exchange.picture;
create policy removes on exchange.picture for delete to homeward_exchange
  using (participant_id = exchange.me() or proposed_for = exchange.me()
    or (proposed_for is not null and created_by = exchange.me()) or exchange.holds(edition_id, 'organiser', 'editor'));
-- Agreeing is the only change, and only of whoever it shows.
grant update (participant_id, proposed_for, consent, agreed_at) on exchange.picture to homeward_exchange;
create policy agrees on exchange.picture for update to homeward_exchange
  using (proposed_for = exchange.me())
  with check (participant_id = exchange.me() and proposed_for is null and agreed_at is not null);

-- Whoever takes an alias leaves the directory: an entry and a face would lead from the one name to the other.
create function exchange.leave_directory() returns trigger
language plpgsql security definer set search_path = exchange as $$
begin
  delete from expert x where x.participant_id = new.participant_id;
  delete from picture c where new.participant_id in (c.participant_id, c.proposed_for);
  return new;
end
$$;
create trigger leave_directory after insert on exchange.kept_name
  for each row execute function exchange.leave_directory();
grant delete on exchange.expert, exchange.picture to homeward_reader;
grant select (proposed_for) on exchange.picture to homeward_reader;
create policy reader_removes on exchange.expert for delete to homeward_reader using (true);
create policy reader_removes on exchange.picture for delete to homeward_reader using (true);
grant create on schema exchange to homeward_reader;
alter function exchange.leave_directory() owner to homeward_reader;
revoke create on schema exchange from homeward_reader;
revoke execute on function exchange.leave_directory() from public;
