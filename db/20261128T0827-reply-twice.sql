-- As before; the same reply that arrives twice at once is one reply, and no error.
create or replace function reply_to_complaint(hash text, reply_id uuid, words text, at timestamptz) returns text
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
    values (reply_id, found_id, 'replied', reply_to_complaint.words, reply_to_complaint.at)
    on conflict (id) do nothing;
  if not found then return 'replied'; end if;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'complaint_replied', '{}', reply_to_complaint.at
    from holders_of('complaints_officer', null) as officer;
  return 'replied';
end
$$;
