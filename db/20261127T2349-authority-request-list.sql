-- What the list of requests by authorities shows beside the outcome: which kind of authority asked, and
-- whether the person was told. Nothing of what was asked or given.
alter table authority_request add column authority text check (authority in
  ('court', 'prosecution', 'police', 'security_service', 'child_protection', 'other'));
alter table authority_request add column told_person text check (told_person in
  ('told', 'not_yet', 'law_forbids'));
create index authority_request_asked on authority_request (asked_on desc, id desc);

-- What was recorded before says whether the person was told; its kind of authority was not asked for.
update authority_request a set told_person = b.body::jsonb ->> 'told_person'
  from fact f join fact_body b on b.fact_id = f.id
  where f.case_id = a.case_id and f.kind = 'authority_request_recorded'
    and b.body::jsonb ->> 'request_id' = a.id::text;
update case_head h set state = jsonb_set(h.state, '{authority_request,requests}', (
    select jsonb_object_agg(one.key, one.value || coalesce((
      select jsonb_build_object('told_person', a.told_person) from authority_request a
      where a.case_id = h.case_id and a.id::text = one.key and a.told_person is not null), '{}'))
    from jsonb_each(h.state #> '{authority_request,requests}') one))
  where exists (select from authority_request a where a.case_id = h.case_id);
alter table authority_request alter column told_person set not null;
