-- What the region that gave a file away may still read is the file as it was: not what became of it since.
-- The request that sent it stays in its list; where the file is sent next does not, unless it is asked itself.
create policy not_for_sender on transfer_request as restrictive for select to homeward_app using (
  case_id = (select homeward_case())
  or case_id <> all (array(select r.case_id from case_reach r where r.reads_to is not null))
  or exists (select from case_reach r where r.case_id = transfer_request.case_id
    and (r.compartment = 'transfer'
      or status = 'accepted' and r.reads_to = transfer_request.over_at)));
create policy not_for_sender on referral_packet as restrictive for select to homeward_app using (
  case_id = (select homeward_case())
  or case_id <> all (array(select r.case_id from case_reach r where r.reads_to is not null)));

-- With whom somebody lives, who is kin and who decides for a child: as it stood when the file was given
-- away. A row written since has a later transaction than the reach that only reads.
create policy sender_reads_what_was on household_member as restrictive for select to homeward_app using (
  person_id <> all (array(select r.person_id from case_reach r where r.reads_to is not null))
  or xid <= (select max(r.xid) from case_reach r
    where r.person_id = household_member.person_id and r.reads_to is not null)
  or exists (select from case_reach r where r.person_id = household_member.person_id
    and r.compartment = 'general' and r.reads_to is null));
create policy sender_reads_what_was on kinship as restrictive for select to homeward_app using (
  person_id <> all (array(select r.person_id from case_reach r where r.reads_to is not null))
  or xid <= (select max(r.xid) from case_reach r
    where r.person_id = kinship.person_id and r.reads_to is not null)
  or exists (select from case_reach r where r.person_id = kinship.person_id
    and r.compartment = 'general' and r.reads_to is null));
create policy sender_reads_what_was on guardianship as restrictive for select to homeward_app using (
  child_id <> all (array(select r.person_id from case_reach r where r.reads_to is not null))
  or xid <= (select max(r.xid) from case_reach r
    where r.person_id = guardianship.child_id and r.reads_to is not null)
  or exists (select from case_reach r where r.person_id = guardianship.child_id
    and r.compartment = 'general' and r.reads_to is null));

-- Of the row of a file that only reads, what was so when it was given away: the place that was asked, and the
-- stage of the last fact that is still read. What is planned, met and open there is nobody's here.
create function as_given_away(wanted uuid) returns jsonb
language sql stable set search_path = public
  begin atomic
    select coalesce((
      select jsonb_build_object('worker_id', null, 'open_needs', 0, 'urgent_needs', 0,
          'last_met_on', null, 'next_on', null, 'conflicts', 0, 'closed_at', null)
        || coalesce((select jsonb_build_object('place_id', t.to_place_id, 'place_path',
              to_jsonb(place_path(t.to_place_id))) from transfer_request t
            where t.case_id = as_given_away.wanted and t.status = 'accepted'
            order by t.over_at desc limit 1), '{}')
        || coalesce((select jsonb_build_object('stage', b.body::jsonb ->> 'stage', 'stage_since',
              to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"'))
            from fact f join fact_body b on b.fact_id = f.id
            where f.case_id = as_given_away.wanted and f.kind = 'stage_entered'
            order by f.position desc limit 1), '{}')
      where exists (select from case_reach r where r.case_id = as_given_away.wanted
          and r.compartment = 'general' and r.reads_to is not null)
        and not exists (select from case_reach r where r.case_id = as_given_away.wanted
          and r.compartment = 'general' and r.reads_to is null)), '{}');
  end;
grant execute on function as_given_away(uuid) to homeward_app;
