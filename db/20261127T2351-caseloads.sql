-- How many open files each worker of the own place, above and below it works on: whoever gives out files
-- has to know, also about files that are not (or, after a hand-over, no longer) in their own reach. Numbers
-- of accounts, and nothing of any file.
create function caseloads() returns table (account_id uuid, files integer)
language sql stable security definer set search_path = public
  begin atomic
    select g.account_id, count(c.id)::integer
    from role_grant g left join case_file c on c.worker_id = g.account_id and c.closed_at is null
    where homeward_place() is not null
      and exists (select from role_right r where r.role = homeward_role() and r.verb = 'assign')
      and g.role = 'caseworker' and g.revoked_at is null
      and (g.place_id = any (place_path(homeward_place()))
        or homeward_place() = any (place_path(g.place_id)))
    group by g.account_id;
  end;
alter function caseloads() owner to homeward_reader;
grant execute on function caseloads() to homeward_app;
