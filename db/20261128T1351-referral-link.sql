-- A link for a service without an account: it opens one packet, with a code that went another way. Only
-- keyed hashes are kept. Whether it still opens anything is said by reach, the projection of the file.
create table referral_link (
  id uuid primary key,
  case_id uuid not null,
  referral_id uuid not null,
  token_hash text not null unique,
  code_hash text not null,
  wrong_codes integer not null default 0,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  -- A packet that is erased takes its links along.
  foreign key (case_id, referral_id) references referral_packet on delete cascade
);
create index referral_link_packet on referral_link (case_id, referral_id);
alter table referral_link enable row level security;
alter table referral_link force row level security;
create policy owner_all on referral_link to homeward_owner using (true) with check (true);
create policy reader_finds on referral_link for select to homeward_reader using (true);
create policy reader_counts on referral_link for update to homeward_reader using (true);
create policy command_adds on referral_link for insert to homeward_app
  with check (case_id = (select homeward_case()) and homeward_actor_kind() = 'account');
grant select, update on referral_link to homeward_reader;
grant insert on referral_link to homeward_app;

-- The link that a secret and its code open at this moment, or null for whatever reason it opens nothing.
-- A wrong code is counted; the tenth answers with `locked` once, so that the file is told.
create function find_referral_link(token text, code text, at timestamptz) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  found_link referral_link;
begin
  select l.* into found_link from referral_link l
    join referral_packet p on p.case_id = l.case_id and p.referral_id = l.referral_id
    where l.token_hash = token and l.expires_at > at and l.wrong_codes < 10
      and p.content is not null and not p.withdrawn and p.status <> 'cancelled'
      and (p.vanishes_at is null or p.vanishes_at > at)
      and exists (select from case_reach r where r.key = 'link:' || l.id and r.case_id = l.case_id
        and r.compartment = 'packet' and (r.until is null or r.until > at))
    for update of l;
  if found_link.id is null then return null; end if;
  if found_link.code_hash <> code then
    update referral_link l set wrong_codes = l.wrong_codes + 1 where l.id = found_link.id;
    if found_link.wrong_codes < 9 then return null; end if;
  end if;
  return jsonb_build_object('link_id', found_link.id, 'case_id', found_link.case_id,
    'referral_id', found_link.referral_id, 'locked', found_link.code_hash <> code);
end
$$;

-- What the link that acts opens: its one packet, and no other of the same file or service.
create function packet_by_link() returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select jsonb_build_object('referral_id', p.referral_id, 'service', s.name, 'urgency', p.urgency,
      'status', p.status, 'answer_due_on', p.answer_due_on,
      'expires_at', to_char(l.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'content', p.content, 'replies', p.replies,
      'answers', (select coalesce(jsonb_agg(jsonb_build_object('at', one -> 'at', 'answer', one -> 'answer')),
        '[]') from jsonb_array_elements(p.answers) one),
      'case_id', p.case_id, 'person_id', p.person_id,
      'model_id', c.model_id)
    from referral_link l
      join referral_packet p on p.case_id = l.case_id and p.referral_id = l.referral_id
      join service s on s.id = p.service_id
      join case_file c on c.id = p.case_id
    where homeward_actor_kind() = 'link' and l.id = homeward_actor() and p.content is not null
      and not p.withdrawn and p.status <> 'cancelled'
      and exists (select from case_reach r where r.key = 'link:' || l.id and r.case_id = l.case_id
        and r.compartment = 'packet');
  end;

-- As before; a link that opens something holds its own key and nothing else.
create or replace function begin_actor(kind text, actor uuid)
returns table (role text, place_id uuid, organisation_id uuid, person_id uuid)
language plpgsql security definer set search_path = public as $$
declare
  held role_grant;
  keys text[] := array[kind || ':' || actor];
begin
  if kind = 'account' then
    select * into held from role_grant g where g.account_id = actor and g.revoked_at is null;
    if held.place_id is not null then
      keys := keys || (held.role || ':' || held.place_id);
    end if;
    if held.role = 'partner' and held.organisation_id is not null then
      keys := keys || ('organisation:' || held.organisation_id);
    end if;
    if held.role = 'supervisor' then
      keys := keys || array(select distinct 'supervisor:' || p from unnest(standing_in(actor)) as p
        where p is distinct from held.place_id);
    end if;
  elsif kind = 'link' then
    if exists (select from case_reach r where r.key = 'link:' || actor and r.compartment = 'packet') then
      held.role := 'partner';
    end if;
  elsif kind in ('job', 'import') then
    held.role := kind;
  end if;
  perform set_config('homeward.actor_kind', kind, true),
    set_config('homeward.actor', actor::text, true),
    set_config('homeward.role', coalesce(held.role, ''), true),
    set_config('homeward.keys', case when held.role is null then '' else array_to_string(keys, ',') end, true),
    set_config('homeward.organisation', coalesce(held.organisation_id::text, ''), true),
    set_config('homeward.place', coalesce(held.place_id::text, ''), true),
    set_config('homeward.case', '', true);
  return query select held.role, held.place_id, held.organisation_id, held.person_id;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['find_referral_link(text, text, timestamptz)', 'packet_by_link()'] loop
    execute format('alter function %s owner to homeward_reader', name);
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to homeward_app', name);
  end loop;
end
$$;
