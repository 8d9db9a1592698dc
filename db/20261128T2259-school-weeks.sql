-- The weeks that a school sent for the child of its request, as they stand in the file, so that the school sees
-- what it said; nothing else of the child's school.
alter table referral_packet add column weeks jsonb not null default '[]';

-- As before; a school that says weeks by its link keeps it open, so that reach alone says until when.
create or replace function find_referral_link(token text, code text, at timestamptz) returns jsonb
language plpgsql security definer set search_path = public as $$
declare
  found_link referral_link;
begin
  select l.* into found_link from referral_link l
    join referral_packet p on p.case_id = l.case_id and p.referral_id = l.referral_id
    where l.token_hash = token and l.wrong_codes < 10
      and p.content is not null and not p.withdrawn and p.status <> 'cancelled'
      and (p.vanishes_at is null or p.vanishes_at > at)
      and exists (select from case_reach r where r.key = 'link:' || l.id and r.case_id = l.case_id
        and r.compartment = 'packet' and r.until > at)
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

create or replace function packet_by_link() returns jsonb
language sql stable security definer set search_path = public
  begin atomic
    select jsonb_build_object('referral_id', p.referral_id, 'service', s.name, 'urgency', p.urgency,
      'status', p.status, 'answer_due_on', p.answer_due_on, 'purpose', p.purpose,
      'expires_at', to_char(r.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'content', p.content, 'replies', p.replies, 'weeks', p.weeks,
      'answers', (select coalesce(jsonb_agg(jsonb_build_object('at', one -> 'at', 'answer', one -> 'answer')),
        '[]') from jsonb_array_elements(p.answers) one),
      'case_id', p.case_id, 'person_id', p.person_id,
      'model_id', c.model_id)
    from referral_link l
      join referral_packet p on p.case_id = l.case_id and p.referral_id = l.referral_id
      join service s on s.id = p.service_id
      join case_file c on c.id = p.case_id
      join case_reach r on r.key = 'link:' || l.id and r.case_id = l.case_id and r.compartment = 'packet'
    where homeward_actor_kind() = 'link' and l.id = homeward_actor() and p.content is not null
      and not p.withdrawn and p.status <> 'cancelled';
  end;
