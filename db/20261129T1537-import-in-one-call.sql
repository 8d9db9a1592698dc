-- A batch of an import in one call: the thread that makes the next batch meanwhile is in no answer's way.
create function import_rows(list uuid, people jsonb, cases jsonb, noted jsonb, done integer, at timestamptz) returns void
language plpgsql set search_path = public as $$
begin
  if hold_arrival_list(list) is distinct from 'importing' then
    raise exception 'import_rows: the list is not being imported';
  end if;
  -- On a busy machine the next batch takes longer than the 5 s that a transaction may otherwise wait.
  perform set_config('idle_in_transaction_session_timeout', '30s', true);
  perform write_people(people);
  perform open_cases(cases);
  perform note_arrival_rows(list, noted);
  update arrival_list set phase = 'writing', rows_done = done, worked_at = import_rows.at where id = list;
end
$$;
revoke execute on function import_rows(uuid, jsonb, jsonb, jsonb, integer, timestamptz) from public;
grant execute on function import_rows(uuid, jsonb, jsonb, jsonb, integer, timestamptz) to homeward_app;
