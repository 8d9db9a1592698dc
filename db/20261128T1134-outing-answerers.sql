-- As before, without whoever cannot sign in: a worker who does not come back is the task of somebody who can
-- be told of it.
grant usage on schema auth to homeward_reader;
grant select (id, disabled_at) on auth.account to homeward_reader;
create policy reader_reads on auth.account for select to homeward_reader using (true);
do $$
begin
  execute replace(pg_get_functiondef('outing_answerers(uuid[], timestamptz)'::regprocedure),
    ') found', ') found join auth.account a on a.id = found.account_id and a.disabled_at is null');
end
$$;
