-- Bodies of a neighbourhood (a mahalla committee, a village assembly, a council of elders) stand in the
-- directory so that workers know whom to greet. They never have an account, offer no service and receive no
-- packet: what a whole street would learn of somebody cannot be taken back. Keys say so, in both directions: an
-- organisation that has one of the three cannot become such a body either.
alter table organisation add column receives boolean not null
  generated always as (kind <> 'neighbourhood_body') stored;
alter table organisation add constraint organisation_receives unique (id, receives);
alter table role_grant add column organisation_receives boolean not null default true
  constraint no_account_of_a_neighbourhood_body check (organisation_receives);
alter table role_grant add constraint role_grant_of_a_receiver
  foreign key (organisation_id, organisation_receives) references organisation (id, receives);
alter table service add column organisation_receives boolean not null default true
  constraint no_service_of_a_neighbourhood_body check (organisation_receives);
alter table service add constraint service_of_a_receiver
  foreign key (organisation_id, organisation_receives) references organisation (id, receives);
alter table referral_packet add column organisation_receives boolean not null default true
  constraint no_packet_for_a_neighbourhood_body check (organisation_receives);
alter table referral_packet add constraint packet_for_a_receiver
  foreign key (organisation_id, organisation_receives) references organisation (id, receives);

-- Somebody from the community whom the person chose. The mentor's own rows hold no file, no number and no
-- person: a first name, what they do together, when, and where they meet. All goes at once when it ends.
create table mentoring (
  id uuid primary key,
  case_id uuid not null references case_file (id) on delete cascade
);
create index mentoring_case on mentoring (case_id);
create table mentor_activity (
  id uuid primary key,
  mentoring_id uuid not null references mentoring on delete cascade,
  account_id uuid not null,
  called text not null,
  what text not null,
  on_day date not null,
  at_time text not null,
  meeting_place text not null
);
create index mentor_activity_account on mentor_activity (account_id, on_day);
alter table mentoring enable row level security;
alter table mentoring force row level security;
alter table mentor_activity enable row level security;
alter table mentor_activity force row level security;
create policy owner_all on mentoring to homeward_owner using (true) with check (true);
create policy owner_all on mentor_activity to homeward_owner using (true) with check (true);
create policy command_all on mentoring to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy own_meetings on mentor_activity for select to homeward_app using (
  (select homeward_role()) = 'mentor' and account_id = (select homeward_actor())
  or exists (select from mentoring m where m.id = mentor_activity.mentoring_id));
create policy command_adds on mentor_activity for insert to homeward_app
  with check (exists (select from mentoring m where m.id = mentor_activity.mentoring_id));
create policy command_removes on mentor_activity for delete to homeward_app
  using (exists (select from mentoring m where m.id = mentor_activity.mentoring_id));
grant select, insert, delete on mentoring to homeward_app;
grant select, insert, delete on mentor_activity to homeward_app;

-- Whether somebody works for an organisation, or it offers or received anything: for a clear answer before
-- the keys above refuse. Told to whoever keeps the directory only.
create function organisation_receives_now(wanted uuid) returns boolean
language sql stable security definer set search_path = public
  begin atomic
    select homeward_role() = 'coordinator' and (
      exists (select from role_grant g where g.organisation_id = organisation_receives_now.wanted)
      or exists (select from service s where s.organisation_id = organisation_receives_now.wanted)
      or exists (select from referral_packet p
        where p.organisation_id = organisation_receives_now.wanted));
  end;
alter function organisation_receives_now(uuid) owner to homeward_reader;
grant execute on function organisation_receives_now(uuid) to homeward_app;
create policy reader_finds on service for select to homeward_reader using (true);
grant select on service to homeward_reader;

-- As before, and mentors: a worker writes down whom a person chose. They have no right in any file.
create or replace function colleagues()
returns table (account_id uuid, role text, place_id uuid, organisation_id uuid, active boolean, xid xid8)
language sql stable security definer set search_path = public
  begin atomic
    select distinct on (g.account_id)
      g.account_id, g.role, g.place_id, g.organisation_id, g.revoked_at is null, g.xid
    from role_grant g
    where homeward_place() is not null
      and exists (select from role_right r where r.role = homeward_role() and r.verb = 'read')
      and (g.role = 'mentor' or exists (select from role_right r where r.role = g.role))
      and (g.place_id = any (place_path(homeward_place()))
        or homeward_place() = any (place_path(g.place_id)))
    order by g.account_id, g.granted_at desc;
  end;
