-- What the migrations add up to. Written by `node scripts/write-schema.ts`, for reading.

create table public.approval ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  pin uuid not null,
  approved_before uuid,
  state text not null,
  proposed_by uuid not null,
  proposed_at timestamp(3) with time zone not null,
  decided_by uuid,
  decided_at timestamp(3) with time zone,
  xid xid8 not null default pg_current_xact_id(),
  constraint approval_pkey PRIMARY KEY (case_id, id),
  constraint approval_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'returned'::text, 'replaced'::text]))),
  constraint approval_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX approval_case ON public.approval USING btree (case_id);
CREATE INDEX approval_waiting ON public.approval USING btree (id) WHERE (state = 'waiting'::text);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = approval.case_id) AND (r.compartment = 'general'::text))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;

create table public.arrival_file ( -- row level security, forced
  list_id uuid not null,
  key bytea not null,
  bytes integer not null,
  expires_at timestamp(3) with time zone not null,
  constraint arrival_file_pkey PRIMARY KEY (list_id),
  constraint arrival_file_list_id_fkey FOREIGN KEY (list_id) REFERENCES arrival_list(id) ON DELETE CASCADE
);
create policy officer_adds as permissive for insert to homeward_app with check ((EXISTS ( SELECT
   FROM arrival_list l
  WHERE (l.id = arrival_file.list_id))));
create policy officer_reads as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM arrival_list l
  WHERE (l.id = arrival_file.list_id))));
create policy officer_removes as permissive for delete to homeward_app using ((EXISTS ( SELECT
   FROM arrival_list l
  WHERE (l.id = arrival_file.list_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant delete, insert, select to homeward_app;
grant delete, insert, select, update to homeward_reader;

create table public.arrival_list ( -- row level security, forced
  id uuid not null,
  created_by uuid not null,
  place_path uuid[] not null,
  default_place_id uuid,
  state text not null,
  mapping jsonb,
  reading jsonb not null default '{}'::jsonb,
  report jsonb,
  problem jsonb,
  phase text,
  rows_read integer not null default 0,
  rows_done integer not null default 0,
  worked_at timestamp(3) with time zone,
  uploaded_at timestamp(3) with time zone not null,
  imported_at timestamp(3) with time zone,
  undone_at timestamp(3) with time zone,
  constraint arrival_list_pkey PRIMARY KEY (id),
  constraint arrival_list_state_check CHECK ((state = ANY (ARRAY['open'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'interrupted'::text, 'imported'::text, 'undoing'::text, 'undone'::text, 'cancelled'::text, 'expired'::text]))),
  constraint arrival_list_default_place_id_fkey FOREIGN KEY (default_place_id) REFERENCES place(id)
);
create policy officer_adds as permissive for insert to homeward_app with check (((homeward_role() = 'intake_officer'::text) AND (created_by = homeward_actor()) AND in_my_place(place_path)));
create policy officer_changes as permissive for update to homeward_app using (((homeward_role() = 'intake_officer'::text) AND in_my_place(place_path)));
create policy officer_reads as permissive for select to homeward_app using (((homeward_role() = 'intake_officer'::text) AND in_my_place(place_path)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select, update to homeward_app;
grant delete, insert, select, update to homeward_reader;

create table public.arrival_list_row ( -- row level security, forced
  list_id uuid not null,
  "row" integer not null,
  person_id uuid,
  case_id uuid not null,
  facts smallint not null,
  constraint arrival_list_row_pkey PRIMARY KEY (list_id, "row"),
  constraint arrival_list_row_list_id_fkey FOREIGN KEY (list_id) REFERENCES arrival_list(id) ON DELETE CASCADE
);
CREATE INDEX arrival_list_row_case ON public.arrival_list_row USING btree (case_id);
CREATE INDEX arrival_list_row_person ON public.arrival_list_row USING btree (person_id);
create policy officer_reads as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM arrival_list l
  WHERE (l.id = arrival_list_row.list_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant select to homeward_app;
grant delete, insert, select, update to homeward_reader;

create table public.assistance ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  given_on date not null,
  payer_id uuid,
  given_as text not null,
  amount text,
  currency text,
  recorded_at timestamp(3) with time zone not null,
  withdrawn boolean not null,
  constraint assistance_amount_check CHECK ((amount ~ '^[0-9]{1,12}(\.[0-9]{1,4})?$'::text)),
  constraint assistance_given_as_check CHECK ((given_as = ANY (ARRAY['money'::text, 'goods'::text]))),
  constraint assistance_pkey PRIMARY KEY (case_id, id),
  constraint assistance_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint assistance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX assistance_recorded ON public.assistance USING btree (recorded_at);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (( SELECT homeward_may('read'::text, 'general'::text) AS homeward_may) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = assistance.case_id) AND (r.compartment = 'general'::text)))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.assistance_receipt ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  assistance_id uuid not null,
  media_type text not null,
  bytes integer not null,
  key bytea not null,
  added_by uuid not null,
  added_at timestamp(3) with time zone not null,
  constraint assistance_receipt_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  constraint assistance_receipt_pkey PRIMARY KEY (id),
  constraint receipt_of_assistance FOREIGN KEY (case_id, assistance_id) REFERENCES assistance(case_id, id) ON DELETE CASCADE
);
CREATE INDEX assistance_receipt_case ON public.assistance_receipt USING btree (case_id, assistance_id);
create policy author_adds as permissive for insert to homeward_app with check (((added_by = homeward_actor()) AND ( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = assistance_receipt.case_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL))))));
create policy author_removes as permissive for delete to homeward_app using ((((added_by = homeward_actor()) OR ( SELECT homeward_may('approve'::text, 'general'::text) AS homeward_may)) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = assistance_receipt.case_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL))))));
create policy in_reach as permissive for select to homeward_app using ((( SELECT homeward_may('read'::text, 'general'::text) AS homeward_may) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = assistance_receipt.case_id) AND (r.compartment = 'general'::text))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant delete, insert, select to homeward_app;
grant select to homeward_reader;

create table public.authority_request ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  outcome text not null,
  asked_on date not null,
  recorded_by uuid not null,
  recorded_at timestamp(3) with time zone not null,
  authority text,
  told_person text not null,
  constraint authority_request_authority_check CHECK ((authority = ANY (ARRAY['court'::text, 'prosecution'::text, 'police'::text, 'security_service'::text, 'child_protection'::text, 'other'::text]))),
  constraint authority_request_outcome_check CHECK ((outcome = ANY (ARRAY['refused'::text, 'limited'::text, 'given_on_paper'::text]))),
  constraint authority_request_pkey PRIMARY KEY (case_id, id),
  constraint authority_request_told_person_check CHECK ((told_person = ANY (ARRAY['told'::text, 'not_yet'::text, 'law_forbids'::text]))),
  constraint authority_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_head(case_id)
);
CREATE INDEX authority_request_asked ON public.authority_request USING btree (asked_on DESC, id DESC);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = authority_request.case_id) AND (r.compartment = 'protection'::text))))));
create policy not_on_duty as restrictive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) <> 'specialist_psychosocial'::text) OR (case_id = ( SELECT homeward_case() AS homeward_case))));
create policy officer_counts as permissive for select to homeward_app using ((homeward_role() = 'data_protection_officer'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;

create table public.case_file ( -- row level security, forced
  id uuid not null,
  number text not null,
  person_id uuid not null,
  model_id uuid not null,
  place_id uuid not null,
  place_path uuid[] not null,
  stage text not null,
  stage_since timestamp(3) with time zone not null,
  worker_id uuid,
  open_needs integer not null,
  urgent_needs integer not null,
  last_met_on date,
  next_on date,
  conflicts integer not null default 0,
  opened_at timestamp(3) with time zone not null,
  closed_at timestamp(3) with time zone,
  xid xid8 not null default pg_current_xact_id(),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_model_id_fkey FOREIGN KEY (model_id) REFERENCES programme_model(id),
  constraint case_file_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint case_file_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX case_file_number ON public.case_file USING btree (number);
CREATE INDEX case_file_person ON public.case_file USING btree (person_id);
CREATE INDEX case_file_worker ON public.case_file USING btree (worker_id, stage);
CREATE TRIGGER forget_emergencies AFTER DELETE ON public.case_file FOR EACH ROW EXECUTE FUNCTION forget_emergencies();
create policy command_adds as permissive for insert to homeward_app with check ((id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = case_file.id) AND (r.compartment = 'general'::text))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant insert, select, update to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.case_head ( -- row level security, forced
  case_id uuid not null,
  person_id uuid not null,
  "position" integer not null,
  hash bytea not null,
  state jsonb not null,
  state_at integer,
  constraint case_head_check CHECK (((state_at >= 1) AND (state_at <= "position"))),
  constraint case_head_pkey PRIMARY KEY (case_id)
);
CREATE INDEX case_head_person ON public.case_head USING btree (person_id);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select, update to homeward_reader;

create table public.case_reach ( -- row level security, forced
  case_id uuid not null,
  person_id uuid not null,
  key text not null,
  compartment text not null,
  until timestamp(3) with time zone,
  xid xid8 not null default pg_current_xact_id(),
  reads_to timestamp(3) with time zone,
  reads_up_to integer,
  constraint case_reach_pkey PRIMARY KEY (key, case_id, compartment)
);
CREATE INDEX case_reach_began ON public.case_reach USING btree (key, xid);
CREATE INDEX case_reach_case ON public.case_reach USING btree (case_id, compartment);
CREATE INDEX case_reach_ending ON public.case_reach USING btree (key) WHERE ((until IS NOT NULL) AND (compartment = 'general'::text));
CREATE INDEX case_reach_person ON public.case_reach USING btree (person_id);
CREATE INDEX case_reach_reading ON public.case_reach USING btree (key) WHERE (reads_to IS NOT NULL);
create policy own_keys as permissive for select to homeward_app using (((key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[])) AND ((until IS NULL) OR (until > now()))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant select to homeward_app;
grant delete, insert, select, update to homeward_reader;

create table public.client ( -- row level security, forced
  id uuid not null,
  name text not null,
  organisation_id uuid not null,
  organisation_receives boolean not null default true,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp(3) with time zone,
  constraint client_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint client_pkey PRIMARY KEY (id),
  constraint no_client_of_a_neighbourhood_body CHECK (organisation_receives),
  constraint client_of_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives)
);
CREATE INDEX client_organisation ON public.client USING btree (organisation_id);
create policy administrator_adds as permissive for insert to homeward_app with check (((homeward_role() = 'administrator'::text) AND (made_by = homeward_actor())));
create policy administrator_withdraws as permissive for update to homeward_app using ((homeward_role() = 'administrator'::text));
create policy keepers_read as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['administrator'::text, 'data_protection_officer'::text, 'supervisor'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (withdrawn_at) to homeward_app;
grant update (withdrawn_by) to homeward_app;

create table public.command_answer ( -- row level security, forced
  actor_kind text not null,
  actor_id uuid not null,
  command_id uuid not null,
  command_hash bytea not null,
  kind text not null,
  case_id uuid,
  answer jsonb,
  answered_at timestamp(3) with time zone not null,
  constraint command_answer_pkey PRIMARY KEY (actor_id, command_id)
);
CREATE INDEX command_answer_time ON public.command_answer USING btree (answered_at);
create policy own as permissive for select to homeward_app using ((actor_id = homeward_actor()));
create policy own_add as permissive for insert to homeward_app with check ((actor_id = homeward_actor()));
create policy own_change as permissive for update to homeward_app using ((actor_id = homeward_actor()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_clears as permissive for update to homeward_reader using (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;
grant update (command_hash) to homeward_reader;

create table public.commission_matter ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  commission text not null,
  session_on date not null,
  agency text,
  decided_on date,
  due_on date,
  over_on date,
  constraint commission_matter_pkey PRIMARY KEY (case_id, id),
  constraint commission_matter_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint commission_matter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX commission_matter_session ON public.commission_matter USING btree (session_on, commission);
CREATE INDEX commission_matter_waiting ON public.commission_matter USING btree (decided_on) WHERE (over_on IS NULL);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = commission_matter.case_id) AND (r.compartment = 'general'::text))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.community_activity ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  activity text not null,
  on_day date not null,
  attended integer not null,
  open_to_all boolean not null,
  recorded_at timestamp(3) with time zone not null,
  constraint community_activity_attended_check CHECK (((attended >= 0) AND (attended <= 100000))),
  constraint community_activity_pkey PRIMARY KEY (id),
  constraint community_activity_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX community_activity_place ON public.community_activity USING btree (place_id, on_day DESC);
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'supervisor'::text])));
grant delete, insert, select to homeward_app;

create table public.community_group ( -- row level security, forced
  id uuid not null,
  organisation_id uuid not null,
  organisation_receives boolean not null default true,
  place_id uuid not null,
  kind text not null,
  compartment text not null,
  title text not null,
  leader text not null,
  leader_id uuid,
  meeting_place text not null,
  languages text[] not null,
  capacity integer not null,
  childcare boolean not null,
  kept_by uuid not null,
  ended_on date,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  constraint community_group_capacity_check CHECK (((capacity >= 2) AND (capacity <= 500))),
  constraint community_group_compartment_check CHECK ((compartment = ANY (ARRAY['general'::text, 'psychosocial'::text]))),
  constraint community_group_pkey PRIMARY KEY (id),
  constraint no_group_of_a_neighbourhood_body CHECK (organisation_receives),
  constraint community_group_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint group_of_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives)
);
CREATE INDEX community_group_moved ON public.community_group USING btree (xid);
CREATE INDEX community_group_organisation ON public.community_group USING btree (organisation_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.community_group FOR EACH ROW EXECUTE FUNCTION moved();
create policy keeper_changes as permissive for update to homeward_app using (keeps_group(organisation_id, place_id, kept_by, leader_id)) with check (keeps_group(organisation_id, place_id, kept_by, leader_id));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_moves as permissive for update to homeward_reader using (true);
create policy staff_adds as permissive for insert to homeward_app with check (((kept_by = homeward_actor()) AND ((leader_id IS NULL) OR ((leader_id = homeward_actor()) AND (homeward_role() <> 'coordinator'::text))) AND
CASE homeward_role()
    WHEN 'partner'::text THEN ((organisation_id = homeward_organisation()) AND (compartment = 'general'::text))
    WHEN 'specialist_psychosocial'::text THEN true
    ELSE ((compartment = 'general'::text) AND (homeward_role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'coordinator'::text, 'specialist_health'::text, 'specialist_legal'::text, 'specialist_protection'::text])))
END));
create policy staff_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['intake_officer'::text, 'caseworker'::text, 'supervisor'::text, 'specialist_health'::text, 'specialist_psychosocial'::text, 'specialist_legal'::text, 'specialist_protection'::text, 'coordinator'::text])) OR ((( SELECT homeward_role() AS homeward_role) = 'partner'::text) AND (organisation_id = ( SELECT homeward_organisation() AS homeward_organisation)))));
grant insert, select, update to homeward_app;
grant select, update to homeward_reader;

create table public.community_readiness ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  words text not null,
  on_day date not null,
  recorded_at timestamp(3) with time zone not null,
  constraint community_readiness_pkey PRIMARY KEY (id),
  constraint community_readiness_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX community_readiness_place ON public.community_readiness USING btree (place_id, on_day DESC);
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'supervisor'::text])));
grant delete, insert, select to homeward_app;

create table public.complaint ( -- row level security, forced
  id uuid not null,
  code_hash text not null,
  about text not null,
  came_by text not null,
  words text,
  wish text,
  language text not null,
  answer_way text not null,
  answer_words text,
  name text,
  anonymous boolean not null,
  about_child boolean not null,
  happened_on date,
  number text,
  taken_by uuid,
  taken_role text,
  received_at timestamp(3) with time zone not null,
  constraint complaint_code_hash_key UNIQUE (code_hash),
  constraint complaint_pkey PRIMARY KEY (id)
);
CREATE INDEX complaint_received ON public.complaint USING btree (received_at DESC, id DESC);
create policy officer_reads as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) = 'complaints_officer'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant select to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.complaint_event ( -- row level security, forced
  id uuid not null,
  complaint_id uuid not null,
  kind text not null,
  outcome text,
  words text,
  by_account uuid,
  at timestamp(3) with time zone not null,
  constraint complaint_event_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'acknowledged'::text, 'asked'::text, 'replied'::text, 'noted'::text, 'decided'::text]))),
  constraint complaint_event_pkey PRIMARY KEY (id),
  constraint decided_says_how CHECK (((kind = 'decided'::text) = (outcome IS NOT NULL))),
  constraint complaint_event_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id) ON DELETE CASCADE
);
CREATE INDEX complaint_event_of ON public.complaint_event USING btree (complaint_id, at);
create policy officer_adds as permissive for insert to homeward_app with check (((homeward_role() = 'complaints_officer'::text) AND (by_account = homeward_actor()) AND (kind = ANY (ARRAY['acknowledged'::text, 'asked'::text, 'noted'::text, 'decided'::text]))));
create policy officer_reads as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) = 'complaints_officer'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.complaint_recording ( -- row level security, forced
  complaint_id uuid not null,
  salt bytea not null,
  sealed bytea not null,
  media text not null,
  seconds integer not null,
  added_at timestamp(3) with time zone not null,
  constraint complaint_recording_pkey PRIMARY KEY (complaint_id),
  constraint complaint_recording_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id) ON DELETE CASCADE
);
create policy officer_hears as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) = 'complaints_officer'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant select to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.concern ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  about text not null,
  urgency text not null,
  raised_by uuid not null,
  raised_role text not null,
  raised_at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone not null,
  closed_by uuid,
  closed_at timestamp(3) with time zone,
  outcome text,
  given_to uuid,
  constraint concern_pkey PRIMARY KEY (case_id, id),
  constraint concern_urgency_check CHECK ((urgency = ANY (ARRAY['now'::text, 'soon'::text]))),
  constraint concern_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_head(case_id)
);
CREATE INDEX concern_open ON public.concern USING btree (due_at) WHERE (closed_at IS NULL);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = concern.case_id) AND (r.compartment = 'protection'::text))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;

create table public.confidential_address ( -- row level security, forced
  location_id uuid not null,
  address text not null,
  version integer not null default 1,
  constraint confidential_address_pkey PRIMARY KEY (location_id),
  constraint confidential_address_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE CASCADE
);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy referrer_reads as permissive for select to homeward_app using (((homeward_role() = 'coordinator'::text) OR ( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) OR ((homeward_role() = 'partner'::text) AND (EXISTS ( SELECT
   FROM location l
  WHERE ((l.id = confidential_address.location_id) AND (l.organisation_id = homeward_organisation())))))));
grant delete, insert, select, update to homeward_app;

create table public.contact_try ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  on_day date not null,
  way text not null,
  words text,
  tried_by uuid not null,
  tried_at timestamp(3) with time zone not null,
  constraint contact_try_pkey PRIMARY KEY (id),
  constraint contact_try_case_id_fkey FOREIGN KEY (case_id) REFERENCES lost_contact(case_id) ON DELETE CASCADE
);
CREATE INDEX contact_try_of ON public.contact_try USING btree (case_id, on_day);
CREATE TRIGGER keep_ended_try AFTER DELETE ON public.contact_try FOR EACH ROW EXECUTE FUNCTION keep_ended_try();
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy worker_adds as permissive for insert to homeward_app with check ((works_with_file(case_id) AND (tried_by = homeward_actor())));
create policy worker_reads as permissive for select to homeward_app using (works_with_file(case_id));
create policy worker_removes as permissive for delete to homeward_app using (works_with_file(case_id));
grant delete, insert, select to homeward_app;

create table public.contact_turn ( -- row level security, forced
  case_id uuid not null,
  turn uuid not null default gen_random_uuid(),
  ended_on date not null default CURRENT_DATE,
  constraint contact_turn_pkey PRIMARY KEY (case_id),
  constraint contact_turn_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
create policy worker_reads as permissive for select to homeward_app using (works_with_file(case_id));
grant delete, insert, select, update to homeward_reader;
grant select (case_id) to homeward_app;
grant select (turn) to homeward_app;

create table public.course ( -- row level security, forced
  id uuid not null,
  code text not null,
  organisation_id uuid not null,
  organisation_receives boolean not null default true,
  name jsonb not null,
  occupation text,
  occupation_words text,
  place_id uuid,
  starts_on date not null,
  ends_on date,
  seats integer not null,
  entry text,
  languages text[] not null default '{}'::text[],
  childcare boolean not null default false,
  cost_amount text,
  cost_currency text,
  hours text,
  open boolean not null default true,
  wishes_until date,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  constraint cost_whole CHECK (((cost_amount IS NULL) = (cost_currency IS NULL))),
  constraint course_code_key UNIQUE (code),
  constraint course_ends_after_start CHECK ((ends_on >= starts_on)),
  constraint course_name_check CHECK ((jsonb_typeof(name) = 'object'::text)),
  constraint course_occupation_check CHECK ((occupation ~ '^\d{4}$'::text)),
  constraint course_pkey PRIMARY KEY (id),
  constraint course_seats_check CHECK (((seats >= 0) AND (seats <= 10000))),
  constraint no_course_of_a_neighbourhood_body CHECK (organisation_receives),
  constraint wishes_before_start CHECK ((wishes_until <= starts_on)),
  constraint course_of_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives),
  constraint course_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX course_moved ON public.course USING btree (xid);
CREATE INDEX course_occupation ON public.course USING btree (occupation, place_id);
CREATE INDEX course_organisation ON public.course USING btree (organisation_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.course FOR EACH ROW EXECUTE FUNCTION moved();
create policy keeper_adds as permissive for insert to homeward_app with check ((homeward_role() = ANY (ARRAY['coordinator'::text, 'administrator'::text])));
create policy keeper_changes as permissive for update to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'administrator'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy staff_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['intake_officer'::text, 'caseworker'::text, 'supervisor'::text, 'specialist_health'::text, 'specialist_psychosocial'::text, 'specialist_legal'::text, 'specialist_protection'::text, 'coordinator'::text, 'administrator'::text])) OR ((( SELECT homeward_role() AS homeward_role) = 'partner'::text) AND (organisation_id = ( SELECT homeward_organisation() AS homeward_organisation)))));
grant insert, select, update to homeward_app;

create table public.course_answer ( -- row level security, forced
  round_id uuid not null,
  case_id uuid not null,
  answers jsonb not null,
  constraint course_answer_answers_check CHECK ((jsonb_typeof(answers) = 'array'::text)),
  constraint course_answer_pkey PRIMARY KEY (round_id, case_id),
  constraint course_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint course_answer_round_id_fkey FOREIGN KEY (round_id) REFERENCES course_round(id)
);
CREATE INDEX course_answer_case ON public.course_answer USING btree (case_id);
create policy coordinator_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE (c.id = course_answer.round_id)))));
create policy coordinator_tells as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE ((c.id = course_answer.round_id) AND (c.state = 'open'::text))))));
create policy file_reads as permissive for select to homeward_app using (((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = course_answer.case_id) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL)))) AND course_round_confirmed(round_id)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_tells as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;

create table public.course_round ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  title text not null,
  courses uuid[] not null,
  priorities text[] not null,
  seed text not null,
  wishes_until date not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  state text not null default 'open'::text,
  ended_by uuid,
  ended_at timestamp(3) with time zone,
  words text,
  version integer not null default 1,
  constraint course_round_courses_check CHECK (((cardinality(courses) >= 1) AND (cardinality(courses) <= 200))),
  constraint course_round_pkey PRIMARY KEY (id),
  constraint course_round_priorities_check CHECK ((priorities <@ ARRAY['urgent'::text, 'waited_days'::text])),
  constraint course_round_state_check CHECK ((state = ANY (ARRAY['open'::text, 'run'::text, 'confirmed'::text, 'set_aside'::text]))),
  constraint ended_once CHECK (((state = ANY (ARRAY['confirmed'::text, 'set_aside'::text])) = (ended_by IS NOT NULL))),
  constraint course_round_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX course_round_place ON public.course_round USING btree (place_id, made_at);
create policy coordinator_goes_on as permissive for update to homeward_app using (((homeward_role() = 'coordinator'::text) AND (homeward_place() = ANY (place_path(place_id))) AND (state = ANY (ARRAY['open'::text, 'run'::text])))) with check (((homeward_role() = 'coordinator'::text) AND ((state = ANY (ARRAY['open'::text, 'run'::text])) OR (ended_by = homeward_actor())) AND ((state <> 'confirmed'::text) OR ((made_by <> homeward_actor()) AND (NOT ran_course_round(id))))));
create policy coordinator_makes as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (made_by = homeward_actor()) AND (state = 'open'::text) AND (homeward_place() = ANY (place_path(place_id)))));
create policy coordinator_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'coordinator'::text) AND (( SELECT homeward_place() AS homeward_place) = ANY (place_path(place_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy staff_reads as permissive for select to homeward_app using (((state = 'confirmed'::text) AND ( SELECT homeward_may('read'::text, 'general'::text) AS homeward_may)));
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (ended_at) to homeward_app;
grant update (ended_by) to homeward_app;
grant update (state) to homeward_app;
grant update (version) to homeward_app;
grant update (words) to homeward_app;

create table public.course_round_run ( -- row level security, forced
  round_id uuid not null,
  input text not null,
  input_hash text not null,
  result text not null,
  result_hash text not null,
  ran_by uuid not null,
  ran_at timestamp(3) with time zone not null,
  constraint course_round_run_pkey PRIMARY KEY (round_id),
  constraint course_round_run_round_id_fkey FOREIGN KEY (round_id) REFERENCES course_round(id)
);
create policy coordinator_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE (c.id = course_round_run.round_id)))));
create policy coordinator_runs as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (ran_by = homeward_actor()) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE ((c.id = course_round_run.round_id) AND (c.state = 'open'::text))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;

create table public.course_seat ( -- row level security, forced
  round_id uuid not null,
  course_id uuid not null,
  case_id uuid not null,
  number text not null,
  standing integer not null,
  state text not null,
  offered_by uuid,
  offered_at timestamp(3) with time zone,
  constraint course_seat_pkey PRIMARY KEY (round_id, course_id, case_id),
  constraint course_seat_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'waiting'::text, 'taken'::text, 'declined'::text, 'given_up'::text, 'not_needed'::text]))),
  constraint course_seat_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint course_seat_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id),
  constraint course_seat_round_id_fkey FOREIGN KEY (round_id) REFERENCES course_round(id)
);
CREATE INDEX course_seat_case ON public.course_seat USING btree (case_id);
CREATE INDEX course_seat_course ON public.course_seat USING btree (course_id, state);
create policy command_answers as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy coordinator_offers as permissive for update to homeward_app using (((homeward_role() = 'coordinator'::text) AND (state = 'waiting'::text) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE ((c.id = course_seat.round_id) AND (c.state = 'confirmed'::text)))))) with check (((state = 'offered'::text) AND (offered_by = homeward_actor())));
create policy coordinator_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE (c.id = course_seat.round_id)))));
create policy coordinator_seats as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (EXISTS ( SELECT
   FROM course_round c
  WHERE ((c.id = course_seat.round_id) AND (c.state = 'open'::text))))));
create policy file_reads as permissive for select to homeward_app using (((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = course_seat.case_id) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL)))) AND course_round_confirmed(round_id)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_tells as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (offered_at) to homeward_app;
grant update (offered_by) to homeward_app;
grant update (state) to homeward_app;

create table public.course_wish ( -- row level security, forced
  case_id uuid not null,
  number text not null,
  place_id uuid not null,
  courses uuid[] not null,
  urgent boolean not null,
  since date not null,
  constraint course_wish_courses_check CHECK (((cardinality(courses) >= 1) AND (cardinality(courses) <= 10))),
  constraint course_wish_pkey PRIMARY KEY (case_id),
  constraint course_wish_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint course_wish_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
create policy command_all as permissive for all to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy coordinator_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'coordinator'::text) AND (( SELECT homeward_place() AS homeward_place) = ANY (place_path(place_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_app;

create table public.device ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  name text not null,
  registered_at timestamp(3) with time zone not null,
  seen_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone,
  revoked_by uuid,
  wiped_at timestamp(3) with time zone,
  wiped_unsent integer,
  constraint device_pkey PRIMARY KEY (id),
  constraint device_wiped_unsent_check CHECK ((wiped_unsent >= 0))
);
CREATE INDEX device_account ON public.device USING btree (account_id);
create policy own as permissive for select to homeward_app using (((account_id = homeward_actor()) OR (homeward_role() = 'administrator'::text)));
create policy own_add as permissive for insert to homeward_app with check ((account_id = homeward_actor()));
create policy own_change as permissive for update to homeward_app using (((account_id = homeward_actor()) OR (homeward_role() = 'administrator'::text)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_notes as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
grant insert, select, update to homeward_app;
grant select to homeward_reader;
grant update (revoked_at) to homeward_reader;
grant update (revoked_by) to homeward_reader;
grant update (wiped_at) to homeward_reader;
grant update (wiped_unsent) to homeward_reader;

create table public.directory_distinct ( -- row level security, forced
  one_id uuid not null,
  other_id uuid not null,
  said_by uuid not null,
  said_at timestamp(3) with time zone not null,
  constraint directory_distinct_pkey PRIMARY KEY (one_id, other_id),
  constraint in_order CHECK ((one_id < other_id))
);
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_says as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (said_by = homeward_actor())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.directory_merge ( -- row level security, forced
  id uuid not null,
  kind text not null,
  kept_id uuid not null,
  merged_id uuid not null,
  chosen jsonb not null,
  before jsonb not null,
  after jsonb not null,
  moved jsonb not null,
  merged_by uuid not null,
  merged_at timestamp(3) with time zone not null,
  undone_by uuid,
  undone_at timestamp(3) with time zone,
  constraint directory_merge_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'organisation'::text]))),
  constraint directory_merge_pkey PRIMARY KEY (id),
  constraint two_entries CHECK ((kept_id <> merged_id)),
  constraint undone_by_somebody CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
);
CREATE INDEX directory_merge_at ON public.directory_merge USING btree (merged_at DESC, id);
CREATE UNIQUE INDEX one_merge_at_a_time ON public.directory_merge USING btree (merged_id) WHERE (undone_at IS NULL);
create policy coordinator_merges as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (merged_by = homeward_actor()) AND (undone_at IS NULL)));
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_undoes as permissive for update to homeward_app using (((homeward_role() = 'coordinator'::text) AND (undone_at IS NULL))) with check ((undone_by = homeward_actor()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;
grant update (undone_at) to homeward_app;
grant update (undone_by) to homeward_app;

create table public.duty ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  account_id uuid not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone not null,
  kept_by uuid not null,
  kept_at timestamp(3) with time zone not null,
  ended_by uuid,
  ended_at timestamp(3) with time zone,
  constraint duty_ends_after_it_begins CHECK ((until_at > from_at)),
  constraint duty_pkey PRIMARY KEY (id),
  constraint duty_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX duty_until ON public.duty USING btree (until_at);
create policy keeper_adds as permissive for insert to homeward_app with check ((homeward_may('keep_duty'::text, 'general'::text) AND (place_id = homeward_place()) AND (kept_by = homeward_actor())));
create policy keeper_ends as permissive for update to homeward_app using ((homeward_may('keep_duty'::text, 'general'::text) AND (place_id = homeward_place()))) with check ((homeward_may('keep_duty'::text, 'general'::text) AND (place_id = homeward_place()) AND (ended_by = homeward_actor())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_near as permissive for select to homeward_app using ((( SELECT homeward_may('read'::text, 'general'::text) AS homeward_may) AND (( SELECT homeward_place() AS homeward_place) IS NOT NULL) AND ((place_id = ANY (( SELECT place_path(homeward_place()) AS place_path)::uuid[])) OR in_my_place(place_path(place_id)))));
create policy reader_ends as permissive for update to homeward_reader using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (ended_at) to homeward_app;
grant update (ended_at) to homeward_reader;
grant update (ended_by) to homeward_app;
grant update (ended_by) to homeward_reader;

create table public.emergency_opening ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  words text,
  opened_by uuid not null,
  role text not null,
  opened_at timestamp(3) with time zone not null,
  until timestamp(3) with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp(3) with time zone,
  outcome text,
  review_words text,
  constraint emergency_opening_outcome_check CHECK ((outcome = ANY (ARRAY['in_order'::text, 'not_in_order'::text]))),
  constraint emergency_opening_pkey PRIMARY KEY (case_id, id),
  constraint emergency_opening_reason_check CHECK ((reason = ANY (ARRAY['immediate_danger'::text, 'urgent_medical'::text, 'at_the_door'::text]))),
  constraint emergency_opening_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_head(case_id)
);
CREATE INDEX emergency_opening_time ON public.emergency_opening USING btree (opened_at, id);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = emergency_opening.case_id) AND (r.compartment = 'protection'::text))))));
create policy officer_reads as permissive for select to homeward_app using ((homeward_role() = 'data_protection_officer'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;

create table public.emergency_try ( -- row level security, forced
  actor_id uuid not null,
  failed integer not null default 0,
  since timestamp(3) with time zone not null,
  constraint emergency_try_pkey PRIMARY KEY (actor_id)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select, update to homeward_reader;

create table public.ended_contact_try ( -- row level security, forced
  id uuid not null,
  ended_on date not null default CURRENT_DATE,
  constraint ended_contact_try_pkey PRIMARY KEY (id)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select to homeward_reader;

create table public.fact ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  "position" integer not null,
  kind text not null,
  version smallint not null,
  compartment text not null,
  actor_kind text not null,
  actor_id uuid not null,
  role text not null,
  device_id uuid,
  said_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  body_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint fact_case_id_position_key UNIQUE (case_id, "position"),
  constraint fact_compartment_check CHECK ((compartment = ANY (ARRAY['general'::text, 'health'::text, 'psychosocial'::text, 'protection'::text, 'legal'::text]))),
  constraint fact_pkey PRIMARY KEY (id),
  constraint fact_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_head(case_id)
);
CREATE INDEX fact_opening ON public.fact USING btree (recorded_at) WHERE (kind = 'case_opened'::text);
CREATE INDEX fact_xid ON public.fact USING btree (xid);
create policy duty_reads_worries as restrictive for select to homeward_app using (((compartment <> 'protection'::text) OR (( SELECT homeward_role() AS homeward_role) <> 'specialist_psychosocial'::text) OR (kind ~~ 'concern\_%'::text)));
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact.case_id) AND (r.compartment = fact.compartment)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_moves as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using ((compartment = 'general'::text));
create policy sender_reads_what_was as restrictive for select to homeward_app using (((case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR ("position" <= ( SELECT max(COALESCE(r.reads_up_to, 2147483647)) AS max
   FROM case_reach r
  WHERE ((r.case_id = fact.case_id) AND (r.compartment = fact.compartment))))));
create policy sender_writes_nothing as restrictive for insert to homeward_app with check ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact.case_id) AND (r.reads_to IS NULL) AND ((r.compartment <> 'transfer'::text) OR (fact.kind ~~ 'transfer\_%'::text) OR (fact.kind = ANY (ARRAY['place_changed'::text, 'worker_assigned'::text, 'worker_released'::text, 'specialist_released'::text, 'consents_to_ask_again'::text, 'stage_entered'::text])))))));
create policy service_says_its_own as restrictive for insert to homeward_app with check (((( SELECT homeward_role() AS homeward_role) <> 'partner'::text) OR (kind = 'stage_entered'::text) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact.case_id) AND (r.compartment =
        CASE
            WHEN (fact.kind = 'group_attendance_noted'::text) THEN 'group'::text
            ELSE 'packet'::text
        END))))));
create policy writer_appends as permissive for insert to homeward_app with check (((actor_id = ( SELECT homeward_actor() AS homeward_actor)) AND (role = ( SELECT homeward_role() AS homeward_role)) AND (compartment = ANY (ARRAY( SELECT r.compartment
   FROM role_right r
  WHERE ((r.role = homeward_role()) AND (r.verb <> 'read'::text))))) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE (r.case_id = fact.case_id))) AND ((( SELECT homeward_role() AS homeward_role) <> 'partner'::text) OR (kind ~~ 'referral\_%'::text) OR (kind ~~ 'concern\_%'::text) OR (kind = ANY (ARRAY['stage_entered'::text, 'group_attendance_noted'::text, 'school_week_noted'::text])))));
grant insert, select to homeward_app;
grant insert, select to homeward_reader;
grant update (xid) to homeward_reader;

create table public.fact_body ( -- row level security, forced
  fact_id uuid not null,
  case_id uuid not null,
  compartment text not null,
  body text not null,
  salt bytea not null,
  constraint fact_body_pkey PRIMARY KEY (fact_id),
  constraint fact_body_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES fact(id)
);
create policy duty_reads_worries as restrictive for select to homeward_app using (((compartment <> 'protection'::text) OR (( SELECT homeward_role() AS homeward_role) <> 'specialist_psychosocial'::text) OR (EXISTS ( SELECT
   FROM fact f
  WHERE (f.id = fact_body.fact_id)))));
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact_body.case_id) AND (r.compartment = fact_body.compartment)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using ((compartment = 'general'::text));
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy sender_reads_what_was as restrictive for select to homeward_app using (((case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM fact f
  WHERE (f.id = fact_body.fact_id)))));
create policy sender_writes_nothing as restrictive for insert to homeward_app with check ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact_body.case_id) AND (r.reads_to IS NULL)))));
create policy writer_appends as permissive for insert to homeward_app with check (((compartment = ANY (ARRAY( SELECT r.compartment
   FROM role_right r
  WHERE ((r.role = homeward_role()) AND (r.verb <> 'read'::text))))) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE (r.case_id = fact_body.case_id)))));
grant insert, select to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.family_goal ( -- row level security, forced
  id uuid not null,
  household_id uuid not null,
  domain text not null,
  words text not null,
  said_by uuid not null,
  said_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  constraint family_goal_pkey PRIMARY KEY (id),
  constraint family_goal_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(id) ON DELETE CASCADE
);
CREATE INDEX family_goal_household ON public.family_goal USING btree (household_id);
create policy own_part as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM family_step s
  WHERE (s.goal_id = family_goal.id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_removes as permissive for all to homeward_reader using (true) with check (true);
create policy writer_adds as permissive for insert to homeward_app with check (((said_by = homeward_actor()) AND homeward_may('append'::text, 'general'::text) AND household_known(household_id)));
grant insert, select to homeward_app;
grant delete, select to homeward_reader;

create table public.family_step ( -- row level security, forced
  id uuid not null,
  goal_id uuid not null,
  household_id uuid not null,
  what text not null,
  members uuid[] not null,
  agreed uuid[] not null,
  owner_id uuid,
  due_on date not null,
  outcome text,
  ended_at timestamp(3) with time zone,
  ended_by uuid,
  parted_at timestamp(3) with time zone,
  constraint family_step_agreed_by_its_own CHECK ((agreed <@ members)),
  constraint family_step_done_by_its_own CHECK ((owner_id = ANY (members))),
  constraint family_step_names_somebody CHECK ((cardinality(members) > 0)),
  constraint family_step_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'not_needed'::text, 'not_done'::text]))),
  constraint family_step_pkey PRIMARY KEY (id),
  constraint family_step_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES family_goal(id) ON DELETE CASCADE,
  constraint family_step_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(id) ON DELETE CASCADE
);
CREATE INDEX family_step_goal ON public.family_step USING btree (goal_id);
CREATE INDEX family_step_household ON public.family_step USING btree (household_id);
CREATE INDEX family_step_members ON public.family_step USING gin (members);
CREATE TRIGGER moves_family AFTER INSERT OR DELETE OR UPDATE ON public.family_step FOR EACH ROW EXECUTE FUNCTION moves_family();
create policy own_part as permissive for select to homeward_app using (((parted_at IS NULL) AND ( SELECT homeward_may('read'::text, 'general'::text) AS homeward_may) AND (members && ARRAY( SELECT people_in_own_reach() AS people_in_own_reach))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_parts as permissive for all to homeward_reader using (true) with check (true);
create policy writer_adds as permissive for insert to homeward_app with check ((homeward_may('append'::text, 'general'::text) AND household_known(household_id) AND (parted_at IS NULL) AND (members && ARRAY( SELECT people_in_own_reach() AS people_in_own_reach))));
create policy writer_ends as permissive for update to homeward_app using (((parted_at IS NULL) AND homeward_may('append'::text, 'general'::text) AND (members && ARRAY( SELECT people_in_own_reach() AS people_in_own_reach)))) with check ((ended_by = homeward_actor()));
grant insert, select to homeward_app;
grant delete, select, update to homeward_reader;
grant update (ended_at) to homeward_app;
grant update (ended_by) to homeward_app;
grant update (outcome) to homeward_app;

create table public.feed_epoch ( -- row level security, forced
  only_one boolean not null default true,
  epoch uuid not null,
  constraint feed_epoch_only_one_check CHECK (only_one),
  constraint feed_epoch_pkey PRIMARY KEY (only_one)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant select to homeward_app;
grant select to homeward_reader;

create table public.field_conflict ( -- row level security, forced
  id uuid not null,
  table_name text not null,
  row_id uuid not null,
  person_id uuid not null,
  field text not null,
  losing jsonb not null,
  said_by uuid not null,
  said_at timestamp(3) with time zone not null,
  settled_by uuid,
  settled_at timestamp(3) with time zone,
  xid xid8 not null default pg_current_xact_id(),
  constraint field_conflict_pkey PRIMARY KEY (id),
  constraint field_conflict_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX field_conflict_person ON public.field_conflict USING btree (person_id) WHERE (settled_at IS NULL);
CREATE TRIGGER moved BEFORE UPDATE ON public.field_conflict FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT ON public.field_conflict REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER moves_person_again AFTER UPDATE ON public.field_conflict REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = field_conflict.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = field_conflict.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.frozen_access ( -- row level security, forced
  month date not null,
  rows jsonb not null,
  method jsonb not null,
  made_at timestamp(3) with time zone not null,
  constraint frozen_access_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint frozen_access_pkey PRIMARY KEY (month)
);
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy freezes as permissive for insert to homeward_app with check ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.frozen_assistance ( -- row level security, forced
  month date not null,
  rows jsonb not null,
  method jsonb not null,
  made_at timestamp(3) with time zone not null,
  constraint frozen_assistance_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint frozen_assistance_pkey PRIMARY KEY (month)
);
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy freezes as permissive for insert to homeward_app with check ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.frozen_number ( -- row level security, forced
  month date not null,
  subject text not null,
  rows jsonb not null,
  total integer,
  method jsonb not null,
  made_at timestamp(3) with time zone not null,
  constraint frozen_number_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint frozen_number_pkey PRIMARY KEY (month, subject),
  constraint frozen_number_subject_check CHECK ((subject = ANY (ARRAY['stage'::text, 'need_domain'::text, 'group_kind'::text, 'school'::text])))
);
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy freezes as permissive for insert to homeward_app with check ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.frozen_unanswered ( -- row level security, forced
  month date not null,
  rows jsonb not null,
  method jsonb not null,
  made_at timestamp(3) with time zone not null,
  constraint frozen_unanswered_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint frozen_unanswered_pkey PRIMARY KEY (month)
);
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy freezes as permissive for insert to homeward_app with check ((homeward_role() = ANY (ARRAY['coordinator'::text, 'job'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.group_member ( -- row level security, forced
  id uuid not null,
  group_id uuid not null,
  compartment text not null,
  called text not null,
  children integer not null,
  constraint group_member_pkey PRIMARY KEY (id),
  constraint group_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES community_group(id),
  constraint group_member_id_fkey FOREIGN KEY (id) REFERENCES group_membership(id) ON DELETE CASCADE
);
CREATE INDEX group_member_group ON public.group_member USING btree (group_id);
create policy command_adds as permissive for insert to homeward_app with check ((EXISTS ( SELECT
   FROM group_membership m
  WHERE (m.id = group_member.id))));
create policy command_reads as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM group_membership m
  WHERE (m.id = group_member.id))));
create policy command_removes as permissive for delete to homeward_app using ((EXISTS ( SELECT
   FROM group_membership m
  WHERE (m.id = group_member.id))));
create policy leader_reads as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM community_group g
  WHERE ((g.id = group_member.group_id) AND (((g.leader_id = ( SELECT homeward_actor() AS homeward_actor)) AND (( SELECT homeward_role() AS homeward_role) <> 'coordinator'::text) AND ((group_member.compartment = 'general'::text) OR (( SELECT homeward_role() AS homeward_role) = 'specialist_psychosocial'::text))) OR ((group_member.compartment = 'general'::text) AND (( SELECT homeward_role() AS homeward_role) = 'partner'::text) AND (g.organisation_id = ( SELECT homeward_organisation() AS homeward_organisation))))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant delete, insert, select to homeward_app;
grant select to homeward_reader;

create table public.group_membership ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  constraint group_membership_pkey PRIMARY KEY (id),
  constraint group_membership_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE INDEX group_membership_case ON public.group_membership USING btree (case_id);
create policy command_all as permissive for all to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant delete, insert, select to homeward_app;
grant select to homeward_reader;

create table public.group_session ( -- row level security, forced
  id uuid not null,
  group_id uuid not null,
  on_day date not null,
  at_time text not null,
  state text not null,
  neighbours integer,
  constraint group_session_check CHECK (((neighbours IS NULL) OR (state = 'held'::text))),
  constraint group_session_neighbours_check CHECK (((neighbours >= 0) AND (neighbours <= 500))),
  constraint group_session_pkey PRIMARY KEY (id),
  constraint group_session_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'dropped'::text]))),
  constraint group_session_group_id_fkey FOREIGN KEY (group_id) REFERENCES community_group(id)
);
CREATE INDEX group_session_group ON public.group_session USING btree (group_id, on_day);
CREATE TRIGGER moves_group AFTER INSERT OR UPDATE ON public.group_session FOR EACH ROW EXECUTE FUNCTION moves_group();
create policy keeper_adds as permissive for insert to homeward_app with check ((EXISTS ( SELECT
   FROM community_group g
  WHERE ((g.id = group_session.group_id) AND keeps_group(g.organisation_id, g.place_id, g.kept_by, g.leader_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy staff_changes as permissive for update to homeward_app using ((EXISTS ( SELECT
   FROM community_group g
  WHERE ((g.id = group_session.group_id) AND (homeward_may('append'::text, 'general'::text) OR keeps_group(g.organisation_id, g.place_id, g.kept_by, g.leader_id)))))) with check ((EXISTS ( SELECT
   FROM community_group g
  WHERE (g.id = group_session.group_id))));
create policy with_group as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM community_group g
  WHERE (g.id = group_session.group_id))));
grant insert, select, update to homeward_app;

create table public.guardianship ( -- row level security, forced
  id uuid not null,
  child_id uuid not null,
  guardian_id uuid,
  kind text not null,
  contested boolean not null default false,
  from_day date,
  until_day date,
  xid xid8 not null default pg_current_xact_id(),
  institution text,
  constraint guardian_whole CHECK (((guardian_id IS NULL) <> (institution IS NULL))),
  constraint guardianship_pkey PRIMARY KEY (id),
  constraint guardianship_child_id_fkey FOREIGN KEY (child_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint guardianship_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX guardianship_child ON public.guardianship USING btree (child_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.guardianship FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT ON public.guardianship REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER moves_person_again AFTER UPDATE ON public.guardianship REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using (((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = guardianship.child_id))) OR (EXISTS ( SELECT
   FROM person p
  WHERE (p.id = guardianship.guardian_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy sender_reads_what_was as restrictive for select to homeward_app using (((child_id <> ALL (ARRAY( SELECT r.person_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR (xid <= ( SELECT max(r.xid) AS max
   FROM case_reach r
  WHERE ((r.person_id = guardianship.child_id) AND (r.reads_to IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = guardianship.child_id) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL))))));
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(child_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = guardianship.child_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (child_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.helper_round ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  kind text not null,
  title text not null,
  input text not null,
  input_hash text not null,
  result text not null,
  result_hash text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  state text not null default 'proposed'::text,
  ended_by uuid,
  ended_at timestamp(3) with time zone,
  words text,
  version integer not null default 1,
  constraint ended_once CHECK (((state = 'proposed'::text) = (ended_by IS NULL))),
  constraint helper_round_kind_check CHECK ((kind = ANY (ARRAY['mentor'::text, 'transport'::text]))),
  constraint helper_round_pkey PRIMARY KEY (id),
  constraint helper_round_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'set_aside'::text]))),
  constraint nobody_confirms_their_own CHECK (((state <> 'confirmed'::text) OR (ended_by <> made_by))),
  constraint helper_round_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX helper_round_place ON public.helper_round USING btree (place_id, made_at);
CREATE TRIGGER told AFTER UPDATE ON public.helper_round FOR EACH ROW WHEN (((old.state = 'proposed'::text) AND (new.state = 'confirmed'::text))) EXECUTE FUNCTION tell_of_helpers();
create policy coordinator_ends as permissive for update to homeward_app using (((homeward_role() = 'coordinator'::text) AND (homeward_place() = ANY (place_path(place_id))) AND (state = 'proposed'::text))) with check (((homeward_role() = 'coordinator'::text) AND (ended_by = homeward_actor()) AND ((state <> 'confirmed'::text) OR (made_by <> homeward_actor()))));
create policy coordinator_makes as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (made_by = homeward_actor()) AND (state = 'proposed'::text) AND (place_id = homeward_place())));
create policy coordinator_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'coordinator'::text) AND (( SELECT homeward_place() AS homeward_place) = ANY (place_path(place_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;
grant update (ended_at) to homeward_app;
grant update (ended_by) to homeward_app;
grant update (state) to homeward_app;
grant update (version) to homeward_app;
grant update (words) to homeward_app;

create table public.homecoming ( -- row level security, forced
  id uuid not null,
  person_id uuid not null,
  context text not null,
  arrived_on date,
  from_country text,
  arrival_place_id uuid,
  arrival_list_id uuid,
  xid xid8 not null default pg_current_xact_id(),
  constraint homecoming_context_check CHECK ((context = ANY (ARRAY['conflict_zone'::text, 'labour_migration'::text, 'ethnic_return'::text, 'other'::text]))),
  constraint homecoming_pkey PRIMARY KEY (id),
  constraint homecoming_arrival_place_id_fkey FOREIGN KEY (arrival_place_id) REFERENCES place(id),
  constraint homecoming_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX homecoming_person ON public.homecoming USING btree (person_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.homecoming FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT ON public.homecoming REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER moves_person_again AFTER UPDATE ON public.homecoming REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = homecoming.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = homecoming.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.homecoming_operation ( -- row level security, forced
  homecoming_id uuid not null,
  label text not null,
  constraint homecoming_operation_pkey PRIMARY KEY (homecoming_id),
  constraint homecoming_operation_homecoming_id_fkey FOREIGN KEY (homecoming_id) REFERENCES homecoming(id) ON DELETE CASCADE
);
create policy in_reach as permissive for select to homeward_app using (((homeward_role() = ANY (ARRAY['intake_officer'::text, 'caseworker'::text, 'supervisor'::text])) AND (EXISTS ( SELECT
   FROM homecoming h
  WHERE (h.id = homecoming_operation.homecoming_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND homecoming_mine(homecoming_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND (EXISTS ( SELECT
   FROM (homecoming h
     JOIN case_reach r ON ((r.person_id = h.person_id)))
  WHERE ((h.id = homecoming_operation.homecoming_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL))))));
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.household ( -- row level security, forced
  id uuid not null,
  place_id uuid,
  family_number text,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamp(3) with time zone not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint household_pkey PRIMARY KEY (id),
  constraint household_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX household_moved ON public.household USING btree (xid);
CREATE TRIGGER moved BEFORE UPDATE ON public.household FOR EACH ROW EXECUTE FUNCTION moved();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM household_member m
  WHERE (m.household_id = household.id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_moves as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND (created_by = ( SELECT homeward_actor() AS homeward_actor))));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND (EXISTS ( SELECT
   FROM (household_member m
     JOIN case_reach r ON ((r.person_id = m.person_id)))
  WHERE ((m.household_id = household.id) AND (r.compartment = 'general'::text) AND (r.until IS NULL))))));
grant insert, select, update to homeward_app;
grant delete, insert, select to homeward_reader;
grant update (version) to homeward_reader;

create table public.household_as_given ( -- row level security, forced
  case_id uuid not null,
  reads_to timestamp(3) with time zone not null,
  household_id uuid not null,
  family_number text,
  members jsonb not null,
  constraint household_as_given_pkey PRIMARY KEY (case_id, reads_to, household_id),
  constraint household_as_given_case_id_reads_to_fkey FOREIGN KEY (case_id, reads_to) REFERENCES person_as_given(case_id, reads_to) ON DELETE CASCADE
);
CREATE INDEX household_as_given_household ON public.household_as_given USING btree (household_id);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
create policy sender_reads as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = household_as_given.case_id) AND (r.reads_to = household_as_given.reads_to) AND (r.compartment = 'general'::text)))));
grant select to homeward_app;
grant delete, insert, select to homeward_reader;

create view public.household_as_read with (security_invoker=true) as
SELECT h.id,
    h.family_number
   FROM household h
UNION ALL
 SELECT g.household_id AS id,
    g.family_number
   FROM household_as_given g
  WHERE ((NOT (EXISTS ( SELECT
           FROM household h
          WHERE (h.id = g.household_id)))) AND (NOT (EXISTS ( SELECT
           FROM household_as_given other
          WHERE ((other.household_id = g.household_id) AND (ROW(other.reads_to, other.case_id) > ROW(g.reads_to, g.case_id)))))));
grant select to homeward_app;

create table public.household_leaving ( -- row level security, forced
  member_id uuid not null,
  person_id uuid not null,
  reason text not null,
  constraint household_leaving_pkey PRIMARY KEY (member_id),
  constraint household_leaving_reason_check CHECK ((reason = ANY (ARRAY['moved_out'::text, 'married'::text, 'to_relatives'::text, 'work_or_study'::text, 'died'::text, 'not_said'::text]))),
  constraint household_leaving_member_id_fkey FOREIGN KEY (member_id) REFERENCES household_member(id) ON DELETE CASCADE,
  constraint household_leaving_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX household_leaving_person ON public.household_leaving USING btree (person_id);
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = household_leaving.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may));
create policy writer_changes as permissive for update to homeward_app using (( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.household_member ( -- row level security, forced
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  relation text not null,
  from_day date not null,
  until_day date,
  xid xid8 not null default pg_current_xact_id(),
  constraint household_member_pkey PRIMARY KEY (id),
  constraint in_order CHECK (((until_day IS NULL) OR (until_day >= from_day))),
  constraint household_member_household_id_fkey FOREIGN KEY (household_id) REFERENCES household(id) ON DELETE CASCADE,
  constraint household_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX household_member_household ON public.household_member USING btree (household_id);
CREATE INDEX household_member_person ON public.household_member USING btree (person_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.household_member FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT ON public.household_member REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER moves_person_again AFTER UPDATE ON public.household_member REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER parts_family AFTER UPDATE OF until_day ON public.household_member FOR EACH ROW WHEN (((old.until_day IS NULL) AND (new.until_day IS NOT NULL))) EXECUTE FUNCTION parts_family();
create policy in_reach as permissive for select to homeward_app using ((id = ANY (ARRAY( SELECT members_in_reach() AS members_in_reach))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy sender_reads_what_was as restrictive for select to homeward_app using (((person_id <> ALL (ARRAY( SELECT r.person_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR (xid <= ( SELECT max(r.xid) AS max
   FROM case_reach r
  WHERE ((r.person_id = household_member.person_id) AND (r.reads_to IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = household_member.person_id) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL))))));
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id) AND household_mine(household_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = household_member.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.kinship ( -- row level security, forced
  id uuid not null,
  person_id uuid not null,
  relative_id uuid,
  kind text not null,
  parent_state text,
  from_day date,
  until_day date,
  xid xid8 not null default pg_current_xact_id(),
  constraint kinship_parent_state_check CHECK ((parent_state = ANY (ARRAY['present'::text, 'elsewhere'::text, 'cannot_be_reached'::text, 'cannot_care_at_present'::text, 'deceased'::text]))),
  constraint kinship_pkey PRIMARY KEY (id),
  constraint kinship_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint kinship_relative_id_fkey FOREIGN KEY (relative_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX kinship_person ON public.kinship USING btree (person_id);
CREATE INDEX kinship_relative ON public.kinship USING btree (relative_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.kinship FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT ON public.kinship REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER moves_person_again AFTER UPDATE ON public.kinship REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = kinship.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy sender_reads_what_was as restrictive for select to homeward_app using (((person_id <> ALL (ARRAY( SELECT r.person_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR (xid <= ( SELECT max(r.xid) AS max
   FROM case_reach r
  WHERE ((r.person_id = kinship.person_id) AND (r.reads_to IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = kinship.person_id) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL))))));
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = kinship.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.labour_demand ( -- row level security, forced
  id uuid not null,
  kind text not null,
  occupation text not null,
  place_id uuid not null,
  period text not null,
  value integer not null,
  source text not null,
  as_of date not null,
  version integer not null default 1,
  constraint labour_demand_kind_check CHECK ((kind = ANY (ARRAY['vacancies'::text, 'need'::text]))),
  constraint labour_demand_kind_occupation_place_id_period_source_key UNIQUE (kind, occupation, place_id, period, source),
  constraint labour_demand_occupation_check CHECK ((occupation ~ '^\d{4}$'::text)),
  constraint labour_demand_period_check CHECK ((period ~ '^\d{4}(-(0[1-9]|1[0-2]))?$'::text)),
  constraint labour_demand_pkey PRIMARY KEY (id),
  constraint labour_demand_value_check CHECK (((value >= 0) AND (value <= 10000000))),
  constraint labour_demand_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX labour_demand_source ON public.labour_demand USING btree (source, as_of);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) IS NOT NULL));
grant delete, insert, select, update to homeward_app;

create table public.leaving ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  last_day date not null,
  said_by uuid not null,
  said_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  ended_by uuid,
  done_at timestamp(3) with time zone,
  constraint leaving_pkey PRIMARY KEY (id),
  constraint nobody_sends_themselves_away CHECK ((said_by <> account_id))
);
CREATE UNIQUE INDEX one_leaving_an_account ON public.leaving USING btree (account_id) WHERE ((ended_at IS NULL) AND (done_at IS NULL));
create policy concerned_read as permissive for select to homeward_app using (((account_id = ( SELECT homeward_actor() AS homeward_actor)) OR (( SELECT homeward_role() AS homeward_role) = 'administrator'::text) OR ((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND leaves_from_here(account_id))));
create policy leader_says as permissive for insert to homeward_app with check (((said_by = homeward_actor()) AND (done_at IS NULL) AND ((homeward_role() = 'administrator'::text) OR ((homeward_role() = 'supervisor'::text) AND leaves_from_here(account_id)))));
create policy leader_takes_back as permissive for update to homeward_app using (((done_at IS NULL) AND (account_id <> ( SELECT homeward_actor() AS homeward_actor)) AND ((( SELECT homeward_role() AS homeward_role) = 'administrator'::text) OR ((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND leaves_from_here(account_id))))) with check ((ended_by = ( SELECT homeward_actor() AS homeward_actor)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select to homeward_app;
grant select, update to homeward_reader;
grant update (ended_at) to homeward_app;
grant update (ended_by) to homeward_app;

create table public.likely_duplicate ( -- row level security, forced
  id uuid not null,
  person_id uuid not null,
  other_person_id uuid not null,
  level text not null,
  reasons text[] not null,
  found_at timestamp(3) with time zone not null,
  settled text,
  settled_by uuid,
  settled_at timestamp(3) with time zone,
  constraint likely_duplicate_level_check CHECK ((level = ANY (ARRAY['likely'::text, 'possible'::text]))),
  constraint likely_duplicate_person_id_other_person_id_key UNIQUE (person_id, other_person_id),
  constraint likely_duplicate_pkey PRIMARY KEY (id),
  constraint likely_duplicate_settled_check CHECK ((settled = ANY (ARRAY['same'::text, 'different'::text]))),
  constraint settled_whole CHECK (((settled IS NULL) = (settled_by IS NULL))),
  constraint two_people CHECK ((person_id <> other_person_id)),
  constraint likely_duplicate_other_person_id_fkey FOREIGN KEY (other_person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint likely_duplicate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX likely_duplicate_open ON public.likely_duplicate USING btree (id) WHERE (settled IS NULL);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select, update to homeward_reader;

create table public.location ( -- row level security, forced
  id uuid not null,
  organisation_id uuid,
  place_id uuid,
  confidential boolean not null default false,
  document jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  constraint location_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint location_pkey PRIMARY KEY (id),
  constraint nothing_of_a_confidential_place CHECK (((NOT confidential) OR (((document - 'name'::text) - 'location_type'::text) = '{}'::jsonb))),
  constraint location_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint location_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX location_organisation ON public.location USING btree (organisation_id);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) IS NOT NULL));
grant delete, insert, select, update to homeward_app;

create table public.lost_contact ( -- row level security, forced
  case_id uuid not null,
  since_day date not null,
  next_try_on date not null,
  constraint lost_contact_pkey PRIMARY KEY (case_id),
  constraint lost_contact_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE TRIGGER turn_contact AFTER DELETE ON public.lost_contact FOR EACH ROW EXECUTE FUNCTION turn_contact();
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy worker_adds as permissive for insert to homeward_app with check (works_with_file(case_id));
create policy worker_changes as permissive for update to homeward_app using (works_with_file(case_id)) with check (works_with_file(case_id));
create policy worker_reads as permissive for select to homeward_app using (works_with_file(case_id));
create policy worker_removes as permissive for delete to homeward_app using (works_with_file(case_id));
grant delete, insert, select to homeward_app;
grant delete, select to homeward_reader;
grant update (next_try_on) to homeward_app;

create table public.mentor_activity ( -- row level security, forced
  id uuid not null,
  mentoring_id uuid not null,
  account_id uuid not null,
  called text not null,
  what text not null,
  on_day date not null,
  at_time text not null,
  meeting_place text not null,
  constraint mentor_activity_pkey PRIMARY KEY (id),
  constraint mentor_activity_mentoring_id_fkey FOREIGN KEY (mentoring_id) REFERENCES mentoring(id) ON DELETE CASCADE
);
CREATE INDEX mentor_activity_account ON public.mentor_activity USING btree (account_id, on_day);
create policy command_adds as permissive for insert to homeward_app with check ((EXISTS ( SELECT
   FROM mentoring m
  WHERE (m.id = mentor_activity.mentoring_id))));
create policy command_removes as permissive for delete to homeward_app using ((EXISTS ( SELECT
   FROM mentoring m
  WHERE (m.id = mentor_activity.mentoring_id))));
create policy own_meetings as permissive for select to homeward_app using ((((( SELECT homeward_role() AS homeward_role) = 'mentor'::text) AND (account_id = ( SELECT homeward_actor() AS homeward_actor))) OR (EXISTS ( SELECT
   FROM mentoring m
  WHERE (m.id = mentor_activity.mentoring_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select to homeward_app;

create table public.mentoring ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  constraint mentoring_pkey PRIMARY KEY (id),
  constraint mentoring_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE INDEX mentoring_case ON public.mentoring USING btree (case_id);
create policy command_all as permissive for all to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select to homeward_app;

create table public.migration ( -- row level security, forced
  name text not null,
  hash text not null,
  applied_at timestamp(3) with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
create policy migration_owner as permissive for all to homeward_owner using (true);
create policy migration_read as permissive for select to homeward_app using (true);
grant select to homeward_app;

create table public.milestone ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  code text not null,
  reached_on date not null,
  recorded_at timestamp(3) with time zone not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint milestone_pkey PRIMARY KEY (case_id, id),
  constraint milestone_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX milestone_case ON public.milestone USING btree (case_id);
CREATE INDEX milestone_code ON public.milestone USING btree (code, reached_on);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = milestone.case_id) AND (r.compartment = 'general'::text))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;

create table public.model_adoption ( -- row level security, forced
  id uuid not null,
  draft_id uuid not null,
  path text not null,
  package_hash text not null,
  value_hash text not null,
  adopted_by uuid not null,
  adopted_at timestamp(3) with time zone not null,
  constraint model_adoption_path_check CHECK ((path <> ''::text)),
  constraint model_adoption_pkey PRIMARY KEY (id),
  constraint model_adoption_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES model_draft(id),
  constraint model_adoption_package_hash_fkey FOREIGN KEY (package_hash) REFERENCES model_package(hash)
);
CREATE INDEX model_adoption_by_draft ON public.model_adoption USING btree (draft_id);
CREATE INDEX model_adoption_by_package ON public.model_adoption USING btree (package_hash);
create policy coordinator_adopts as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (adopted_by = homeward_actor()) AND (EXISTS ( SELECT
   FROM model_draft d
  WHERE ((d.id = model_adoption.draft_id) AND (d.ended_at IS NULL))))));
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.model_draft ( -- row level security, forced
  id uuid not null,
  code text not null,
  base_id uuid not null,
  document jsonb not null,
  version integer not null,
  begun_by uuid not null,
  begun_at timestamp(3) with time zone not null,
  saved_by uuid not null,
  saved_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  ended_as text,
  constraint model_draft_check CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint model_draft_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint model_draft_ended_as_check CHECK ((ended_as = ANY (ARRAY['published'::text, 'discarded'::text]))),
  constraint model_draft_pkey PRIMARY KEY (id),
  constraint model_draft_version_check CHECK ((version > 0)),
  constraint model_draft_base_id_fkey FOREIGN KEY (base_id) REFERENCES programme_model(id)
);
CREATE UNIQUE INDEX model_draft_open ON public.model_draft USING btree (code) WHERE (ended_at IS NULL);
create policy coordinator_begins as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (begun_by = homeward_actor()) AND (ended_at IS NULL)));
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_saves as permissive for update to homeward_app using (((homeward_role() = 'coordinator'::text) AND (ended_at IS NULL))) with check ((homeward_role() = 'coordinator'::text));
create policy job_reads as permissive for select to homeward_app using ((homeward_role() = 'job'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select, update to homeward_app;

create table public.model_draft_save ( -- row level security, forced
  draft_id uuid not null,
  version integer not null,
  saved_by uuid not null,
  saved_at timestamp(3) with time zone not null,
  places text[] not null,
  constraint model_draft_save_pkey PRIMARY KEY (draft_id, version),
  constraint model_draft_save_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES model_draft(id)
);
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_saves as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (saved_by = homeward_actor())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.model_package ( -- row level security, forced
  hash text not null,
  file text not null,
  manifest jsonb not null,
  public_key text not null,
  brought_by uuid not null,
  brought_at timestamp(3) with time zone not null,
  constraint model_package_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint model_package_manifest_check CHECK ((jsonb_typeof(manifest) = 'object'::text)),
  constraint model_package_pkey PRIMARY KEY (hash)
);
CREATE INDEX model_package_by_time ON public.model_package USING btree (brought_at DESC, hash);
create policy coordinator_brings as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (brought_by = homeward_actor())));
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select to homeward_app;

create table public.model_trial ( -- row level security, forced
  id uuid not null,
  draft_id uuid not null,
  draft_version integer not null,
  state text not null,
  asked_by uuid not null,
  asked_at timestamp(3) with time zone not null,
  attempts smallint not null default 0,
  progress smallint not null default 0,
  beat_at timestamp(3) with time zone,
  result jsonb,
  constraint model_trial_check CHECK (((state = 'done'::text) = (result IS NOT NULL))),
  constraint model_trial_check1 CHECK (((state = 'running'::text) = (beat_at IS NOT NULL))),
  constraint model_trial_pkey PRIMARY KEY (id),
  constraint model_trial_progress_check CHECK ((((progress >= 0) AND (progress <= 100)) AND (((progress)::integer % 10) = 0))),
  constraint model_trial_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'superseded'::text]))),
  constraint model_trial_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES model_draft(id)
);
CREATE UNIQUE INDEX model_trial_one_runs ON public.model_trial USING btree ((true)) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX model_trial_one_waits ON public.model_trial USING btree (draft_id, draft_version) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));
create policy coordinator_asks as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (asked_by = homeward_actor()) AND (state = 'queued'::text) AND (EXISTS ( SELECT
   FROM model_draft d
  WHERE ((d.id = model_trial.draft_id) AND (d.version = model_trial.draft_version) AND (d.ended_at IS NULL))))));
create policy coordinator_reads as permissive for select to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy job_does as permissive for update to homeward_app using ((homeward_role() = 'job'::text)) with check ((homeward_role() = 'job'::text));
create policy job_reads as permissive for select to homeward_app using ((homeward_role() = 'job'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select, update to homeward_app;

create table public.notification ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  details jsonb not null default '{}'::jsonb,
  created_at timestamp(3) with time zone not null,
  read_at timestamp(3) with time zone,
  constraint notification_pkey PRIMARY KEY (id)
);
CREATE INDEX notification_unread ON public.notification USING btree (account_id, created_at DESC);
create policy anyone_tells as permissive for insert to homeward_app with check ((homeward_role() IS NOT NULL));
create policy own as permissive for select to homeward_app using ((account_id = homeward_actor()));
create policy own_read as permissive for update to homeward_app using ((account_id = homeward_actor()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds_outings as permissive for select to homeward_reader using ((kind ~~ 'outing\_%'::text));
create policy reader_forgets_outings as permissive for delete to homeward_reader using ((kind ~~ 'outing\_%'::text));
create policy reader_tells as permissive for insert to homeward_reader with check (true);
grant insert, select to homeward_app;
grant delete, insert to homeward_reader;
grant select (created_at) to homeward_reader;
grant select (kind) to homeward_reader;
grant update (read_at) to homeward_app;

create table public.occupation_title ( -- row level security, forced
  code text not null,
  language text not null,
  titles text[] not null,
  version integer not null default 1,
  constraint occupation_title_code_check CHECK ((code ~ '^\d{4}(\.\d{1,3}){0,4}$'::text)),
  constraint occupation_title_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
  constraint occupation_title_pkey PRIMARY KEY (code, language),
  constraint occupation_title_titles_check CHECK ((cardinality(titles) <= 20))
);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((homeward_role() IS NOT NULL));
grant insert, select, update to homeward_app;

create table public.organisation ( -- row level security, forced
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null,
  place_id uuid,
  xid xid8 not null default pg_current_xact_id(),
  version integer not null default 1,
  receives boolean not null generated always as ((kind <> 'neighbourhood_body'::text)) stored,
  hsds_id uuid,
  document jsonb not null default '{}'::jsonb,
  merged_into uuid,
  words text not null generated always as (lower((jsonb_path_query_array(name, '$.*'::jsonpath))::text)) stored,
  constraint organisation_code_key UNIQUE (code),
  constraint organisation_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint organisation_is_not_in_itself CHECK ((merged_into <> id)),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_receives UNIQUE (id, receives),
  constraint organisation_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES organisation(id),
  constraint organisation_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE UNIQUE INDEX organisation_hsds ON public.organisation USING btree (COALESCE(hsds_id, id));
CREATE INDEX organisation_merged ON public.organisation USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX organisation_moved ON public.organisation USING btree (xid);
CREATE TRIGGER moved BEFORE UPDATE ON public.organisation FOR EACH ROW EXECUTE FUNCTION moved();
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app, homeward_reader using (true);
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.outing ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  place_id uuid not null,
  second_account_id uuid,
  back_at timestamp(3) with time zone not null,
  words text,
  said_at timestamp(3) with time zone not null,
  came_back_at timestamp(3) with time zone,
  came_back_by uuid,
  alert_at timestamp(3) with time zone,
  alert_to uuid,
  closed_at timestamp(3) with time zone,
  closed_by uuid,
  outcome text,
  found text,
  constraint closed_says_what_was_found CHECK ((((closed_at IS NULL) = (found IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
  constraint nobody_closes_their_own CHECK (((closed_by IS NULL) OR ((closed_by <> account_id) AND (closed_by IS DISTINCT FROM second_account_id)))),
  constraint nobody_goes_along_with_themselves CHECK ((second_account_id <> account_id)),
  constraint only_an_alert_is_closed CHECK (((closed_at IS NULL) OR (alert_at IS NOT NULL))),
  constraint outing_pkey PRIMARY KEY (id),
  constraint outing_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX outing_account ON public.outing USING btree (account_id);
CREATE INDEX outing_out ON public.outing USING btree (back_at) WHERE ((came_back_at IS NULL) AND (alert_at IS NULL));
CREATE INDEX outing_place ON public.outing USING btree (place_id);
CREATE INDEX outing_second ON public.outing USING btree (second_account_id);
create policy duty_reads as permissive for select to homeward_app using (((alert_at IS NOT NULL) AND ( SELECT homeward_may('keep_duty'::text, 'general'::text) AS homeward_may) AND ((alert_to = ( SELECT homeward_actor() AS homeward_actor)) OR in_my_place(place_path(place_id)))));
create policy other_closes as permissive for update to homeward_app using (((alert_at IS NOT NULL) AND (closed_at IS NULL) AND ( SELECT homeward_may('keep_duty'::text, 'general'::text) AS homeward_may))) with check ((closed_by = ( SELECT homeward_actor() AS homeward_actor)));
create policy own_adds as permissive for insert to homeward_app with check ((homeward_may('append'::text, 'general'::text) AND (account_id = homeward_actor()) AND (place_id = homeward_place()) AND (alert_at IS NULL) AND (came_back_at IS NULL) AND (closed_at IS NULL)));
create policy own_changes as permissive for update to homeward_app using ((((( SELECT homeward_actor() AS homeward_actor) = account_id) OR (( SELECT homeward_actor() AS homeward_actor) = second_account_id)) AND (closed_at IS NULL))) with check ((((( SELECT homeward_actor() AS homeward_actor) = account_id) OR (( SELECT homeward_actor() AS homeward_actor) = second_account_id)) AND (closed_at IS NULL)));
create policy own_reads as permissive for select to homeward_app using ((((( SELECT homeward_actor() AS homeward_actor) = account_id) OR (( SELECT homeward_actor() AS homeward_actor) = second_account_id)) AND (( SELECT homeward_role() AS homeward_role) IS NOT NULL)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
create policy supervisor_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND ((came_back_at IS NULL) OR (alert_at IS NOT NULL)) AND (EXISTS ( SELECT
   FROM unnest(place_path(outing.place_id)) p(p)
  WHERE (('supervisor:'::text || p.p) = ANY (( SELECT homeward_keys() AS homeward_keys)::text[]))))));
grant insert, select to homeward_app;
grant delete, select, update to homeward_reader;
grant update (back_at) to homeward_app;
grant update (came_back_at) to homeward_app;
grant update (came_back_by) to homeward_app;
grant update (closed_at) to homeward_app;
grant update (closed_by) to homeward_app;
grant update (found) to homeward_app;
grant update (outcome) to homeward_app;

create table public.pairing ( -- row level security, forced
  case_id uuid not null,
  until_day date not null,
  reason text not null,
  said_by uuid not null,
  said_at timestamp(3) with time zone not null,
  constraint pairing_pkey PRIMARY KEY (case_id),
  constraint pairing_reason_check CHECK ((reason = 'worker_safety'::text)),
  constraint pairing_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy supervisor_adds as permissive for insert to homeward_app with check (((homeward_role() = 'supervisor'::text) AND works_with_file(case_id) AND (said_by = homeward_actor())));
create policy supervisor_changes as permissive for update to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND works_with_file(case_id))) with check ((said_by = ( SELECT homeward_actor() AS homeward_actor)));
create policy supervisor_removes as restrictive for delete to homeward_app using ((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text));
create policy worker_reads as permissive for select to homeward_app using (works_with_file(case_id));
create policy worker_removes as permissive for delete to homeward_app using (works_with_file(case_id));
grant delete, insert, select to homeward_app;
grant delete, select to homeward_reader;
grant update (said_at) to homeward_app;
grant update (said_by) to homeward_app;
grant update (until_day) to homeward_app;

create table public.parked_command ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  actor_id uuid not null,
  kind text not null,
  body jsonb not null,
  said_at timestamp(3) with time zone not null,
  parked_at timestamp(3) with time zone not null,
  settled_by uuid,
  settled_at timestamp(3) with time zone,
  constraint parked_command_pkey PRIMARY KEY (id)
);
CREATE INDEX parked_command_case ON public.parked_command USING btree (case_id);
CREATE TRIGGER keep_parked BEFORE INSERT ON public.parked_command FOR EACH ROW EXECUTE FUNCTION keep_parked();
create policy author_parks as permissive for insert to homeward_app with check ((actor_id = homeward_actor()));
create policy not_about_oneself as restrictive for select to homeward_app using ((parked_about(kind, body) IS DISTINCT FROM ( SELECT homeward_actor() AS homeward_actor)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy supervisor_reads as permissive for select to homeward_app using (((homeward_role() = 'supervisor'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = parked_command.case_id) AND (r.compartment <> 'transfer'::text) AND (r.reads_to IS NULL))))));
create policy supervisor_settles as permissive for update to homeward_app using (((homeward_role() = 'supervisor'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = parked_command.case_id) AND (r.compartment <> 'transfer'::text) AND (r.reads_to IS NULL))))));
grant insert, select to homeward_app;
grant delete, select to homeward_reader;
grant update (body) to homeward_app;
grant update (settled_at) to homeward_app;
grant update (settled_by) to homeward_app;

create table public.person ( -- row level security, forced
  id uuid not null,
  name jsonb not null,
  former_names jsonb not null default '[]'::jsonb,
  called text,
  sex text not null,
  birth_date date,
  birth_precision text,
  birth_estimated boolean,
  languages text[] not null default '{}'::text[],
  interpreter_needed boolean not null default false,
  citizenships text[] not null default '{}'::text[],
  papers jsonb not null default '[]'::jsonb,
  kind text not null,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamp(3) with time zone not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint birth_whole CHECK (((birth_date IS NULL) = (birth_precision IS NULL))),
  constraint person_birth_precision_check CHECK ((birth_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text]))),
  constraint person_kind_check CHECK ((kind = ANY (ARRAY['participant'::text, 'relative'::text]))),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text])))
);
CREATE INDEX person_moved ON public.person USING btree (xid);
CREATE TRIGGER forgets_family BEFORE DELETE ON public.person FOR EACH ROW EXECUTE FUNCTION forgets_family();
CREATE TRIGGER moved BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER takes_blocks AFTER DELETE ON public.person REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION blocks_go_with_person();
create policy in_reach as permissive for select to homeward_app using (((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person.id) AND (r.compartment = 'general'::text)))) OR ((kind = 'relative'::text) AND (id = ANY (ARRAY( SELECT relatives_in_reach() AS relatives_in_reach))))));
create policy opener_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('open'::text, 'general'::text) AS homeward_may) AND (created_by = homeward_actor())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_moves as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy sender_reads_what_was as restrictive for select to homeward_app using (((id <> ALL (ARRAY( SELECT r.person_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person.id) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL))))));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person.id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant delete, insert, select to homeward_reader;
grant update (version) to homeward_reader;

create table public.person_as_given ( -- row level security, forced
  id uuid not null,
  name jsonb not null,
  former_names jsonb not null,
  called text,
  sex text not null,
  birth_date date,
  birth_precision text,
  birth_estimated boolean,
  languages text[] not null,
  interpreter_needed boolean not null,
  citizenships text[] not null,
  papers jsonb not null,
  kind text not null,
  version integer not null,
  created_by uuid not null,
  created_at timestamp(3) with time zone not null,
  xid xid8 not null,
  case_id uuid not null,
  reads_to timestamp(3) with time zone not null,
  family jsonb not null,
  constraint person_as_given_pkey PRIMARY KEY (case_id, reads_to),
  constraint person_as_given_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint person_as_given_id_fkey FOREIGN KEY (id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX person_as_given_person ON public.person_as_given USING btree (id);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
create policy sender_reads as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = person_as_given.case_id) AND (r.reads_to = person_as_given.reads_to) AND (r.compartment = 'general'::text)))));
grant select to homeward_app;
grant delete, insert, select to homeward_reader;

create view public.person_as_read with (security_invoker=true) as
SELECT p.id,
    p.name,
    p.former_names,
    p.called,
    p.sex,
    p.birth_date,
    p.birth_precision,
    p.birth_estimated,
    p.languages,
    p.interpreter_needed,
    p.citizenships,
    p.papers,
    p.kind,
    p.version,
    p.created_by,
    p.created_at,
    p.xid
   FROM person p
UNION ALL
 SELECT g.id,
    g.name,
    g.former_names,
    g.called,
    g.sex,
    g.birth_date,
    g.birth_precision,
    g.birth_estimated,
    g.languages,
    g.interpreter_needed,
    g.citizenships,
    g.papers,
    g.kind,
    g.version,
    g.created_by,
    g.created_at,
    g.xid
   FROM person_as_given g
  WHERE ((NOT (EXISTS ( SELECT
           FROM person p
          WHERE (p.id = g.id)))) AND (NOT (EXISTS ( SELECT
           FROM person_as_given later
          WHERE ((later.id = g.id) AND (later.reads_to > g.reads_to))))));
grant select to homeward_app;

create table public.person_block ( -- row level security, forced
  key text not null,
  person_id uuid not null,
  constraint person_block_pkey PRIMARY KEY (key, person_id)
);
CREATE INDEX person_block_person ON public.person_block USING btree (person_id);
CREATE TRIGGER has_person AFTER INSERT ON public.person_block REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION blocks_have_persons();
CREATE TRIGGER has_person_still AFTER UPDATE ON public.person_block REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION blocks_have_persons();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_block.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person_block.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
create policy writer_removes as permissive for delete to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person_block.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant delete, insert, select, update to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.person_change ( -- row level security, forced
  id uuid not null,
  person_id uuid not null,
  command_id uuid not null,
  kind text not null,
  fields text[] not null,
  version integer not null,
  actor_kind text not null,
  actor_id uuid not null,
  role text not null,
  device_id uuid,
  salt bytea not null,
  hash bytea not null,
  said_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  constraint person_change_pkey PRIMARY KEY (id),
  constraint person_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX person_change_person ON public.person_change USING btree (person_id, version);
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_change.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy writer_adds as permissive for insert to homeward_app with check (((actor_id = ( SELECT homeward_actor() AS homeward_actor)) AND ( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
grant insert, select to homeward_app;

create table public.person_name_key ( -- row level security, forced
  person_id uuid not null,
  "position" integer not null,
  folded text not null,
  tokens text[] not null,
  phonetic text[] not null,
  constraint person_name_key_pkey PRIMARY KEY (person_id, "position"),
  constraint person_name_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX person_name_key_folded ON public.person_name_key USING gin (folded gin_trgm_ops);
CREATE INDEX person_name_key_phonetic ON public.person_name_key USING gin (phonetic);
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_name_key.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person_name_key.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
create policy writer_removes as permissive for delete to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person_name_key.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant delete, insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.place ( -- row level security, forced
  id uuid not null,
  code text not null,
  parent_id uuid,
  level text not null,
  name jsonb not null,
  xid xid8 not null default pg_current_xact_id(),
  time_zone text,
  constraint looks_like_a_time_zone CHECK ((time_zone ~ '^[A-Za-z0-9_+/-]{1,64}$'::text)),
  constraint place_code_key UNIQUE (code),
  constraint place_level_check CHECK ((level = ANY (ARRAY['country'::text, 'region'::text, 'district'::text]))),
  constraint place_pkey PRIMARY KEY (id),
  constraint place_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES place(id)
);
CREATE INDEX place_moved ON public.place USING btree (xid);
CREATE INDEX place_parent ON public.place USING btree (parent_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.place FOR EACH ROW EXECUTE FUNCTION moved();
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app, homeward_reader using (true);
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.programme_model ( -- row level security, forced
  id uuid not null,
  code text not null,
  version integer not null,
  document jsonb not null,
  published_at timestamp(3) with time zone not null,
  xid xid8 not null default pg_current_xact_id(),
  published_by uuid,
  reason text,
  constraint programme_model_code_version_key UNIQUE (code, version),
  constraint programme_model_pkey PRIMARY KEY (id)
);
CREATE TRIGGER moved BEFORE UPDATE ON public.programme_model FOR EACH ROW EXECUTE FUNCTION moved();
create policy coordinator_publishes as permissive for insert to homeward_app with check (((homeward_role() = 'coordinator'::text) AND (published_by = homeward_actor()) AND (COALESCE(reason, ''::text) <> ''::text) AND (version = ((document ->> 'version'::text))::integer) AND (code = (document ->> 'code'::text)) AND (EXISTS ( SELECT
   FROM model_draft d
  WHERE ((d.code = programme_model.code) AND (d.ended_at IS NULL) AND (d.document = programme_model.document))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((homeward_role() IS NOT NULL));
create policy reader_reads as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;

create table public.reach_lost ( -- row level security, forced
  key text not null,
  case_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint reach_lost_pkey PRIMARY KEY (key, case_id, compartment, xid)
);
CREATE INDEX reach_lost_when ON public.reach_lost USING btree (key, xid);
create policy own_keys as permissive for select to homeward_app using ((key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
grant select to homeward_app;
grant insert, select to homeward_reader;

create table public.read_log ( -- row level security, forced
  id uuid not null,
  at timestamp(3) with time zone not null,
  actor_kind text not null,
  actor_id uuid not null,
  role text not null,
  organisation_id uuid,
  action text not null,
  case_id uuid,
  person_id uuid,
  details jsonb not null default '{}'::jsonb,
  constraint read_log_pkey PRIMARY KEY (id)
);
CREATE INDEX read_log_actor ON public.read_log USING btree (actor_id, at);
CREATE INDEX read_log_at ON public.read_log USING btree (at, id);
CREATE INDEX read_log_case ON public.read_log USING btree (case_id, at);
CREATE INDEX read_log_emergency ON public.read_log USING btree (at DESC) WHERE (action = 'emergency_denied'::text);
CREATE INDEX read_log_person ON public.read_log USING btree (person_id, at);
CREATE TRIGGER watch_reading AFTER INSERT ON public.read_log FOR EACH ROW WHEN ((new.action = ANY (ARRAY['opened'::text, 'searched'::text]))) EXECUTE FUNCTION watch_reading();
create policy officer_reads as permissive for select to homeward_app using ((homeward_role() = 'data_protection_officer'::text));
create policy own as permissive for select to homeward_app using (((actor_id = homeward_actor()) AND (action <> 'emergency_denied'::text)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy search_logs as permissive for insert to homeward_reader with check ((actor_id = homeward_actor()));
create policy supervisor_reads as permissive for select to homeward_app using (((homeward_role() = 'supervisor'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = read_log.case_id) AND (r.compartment <> 'transfer'::text) AND (r.reads_to IS NULL))))));
create policy writes_trail as permissive for insert to homeward_app with check ((actor_id = homeward_actor()));
grant insert, select to homeward_app;
grant insert, select to homeward_reader;

create table public.reading_notice ( -- row level security, forced
  actor_id uuid not null,
  told_at timestamp(3) with time zone not null,
  constraint reading_notice_pkey PRIMARY KEY (actor_id)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select, update to homeward_reader;

create table public.referral_link ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  referral_id uuid not null,
  token_hash text not null,
  code_hash text not null,
  wrong_codes integer not null default 0,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  email text,
  locale text,
  constraint referral_link_pkey PRIMARY KEY (id),
  constraint referral_link_token_hash_key UNIQUE (token_hash),
  constraint referral_link_case_id_referral_id_fkey FOREIGN KEY (case_id, referral_id) REFERENCES referral_packet(case_id, referral_id) ON DELETE CASCADE
);
CREATE INDEX referral_link_packet ON public.referral_link USING btree (case_id, referral_id);
create policy command_adds as permissive for insert to homeward_app with check (((case_id = ( SELECT homeward_case() AS homeward_case)) AND (homeward_actor_kind() = 'account'::text)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_counts as permissive for update to homeward_reader using (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert to homeward_app;
grant select, update to homeward_reader;

create table public.referral_packet ( -- row level security, forced
  referral_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  service_id uuid not null,
  purpose text not null,
  urgency text not null,
  status text not null,
  withdrawn boolean not null,
  content jsonb,
  answers jsonb not null,
  replies jsonb not null,
  answer_due_on date not null,
  sent_at timestamp(3) with time zone not null,
  answered_at timestamp(3) with time zone,
  vanishes_at timestamp(3) with time zone,
  organisation_receives boolean not null default true,
  reminded_at timestamp(3) with time zone,
  escalated_at timestamp(3) with time zone,
  weeks jsonb not null default '[]'::jsonb,
  constraint no_packet_for_a_neighbourhood_body CHECK (organisation_receives),
  constraint referral_packet_pkey PRIMARY KEY (case_id, referral_id),
  constraint packet_for_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives),
  constraint referral_packet_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_head(case_id),
  constraint referral_packet_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint referral_packet_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint referral_packet_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id)
);
CREATE INDEX referral_packet_organisation ON public.referral_packet USING btree (organisation_id, referral_id DESC);
CREATE INDEX referral_packet_silent ON public.referral_packet USING btree (sent_at) WHERE ((status = 'requested'::text) AND (answered_at IS NULL) AND (escalated_at IS NULL));
CREATE TRIGGER queue_webhooks_of_changed AFTER UPDATE ON public.referral_packet FOR EACH ROW WHEN ((((((old.status IS DISTINCT FROM new.status) OR (old.withdrawn IS DISTINCT FROM new.withdrawn)) OR (old.answers IS DISTINCT FROM new.answers)) OR (old.replies IS DISTINCT FROM new.replies)) OR ((old.content IS NULL) IS DISTINCT FROM (new.content IS NULL)))) EXECUTE FUNCTION queue_webhooks();
CREATE TRIGGER queue_webhooks_of_new AFTER INSERT ON public.referral_packet FOR EACH ROW EXECUTE FUNCTION queue_webhooks();
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = referral_packet.case_id) AND (r.compartment = 'general'::text))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_notes as permissive for update to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy receiver_reads as permissive for select to homeward_app using (((homeward_role() = 'partner'::text) AND (organisation_id = homeward_organisation()) AND ((vanishes_at IS NULL) OR (vanishes_at > now())) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = referral_packet.case_id) AND (r.compartment = 'packet'::text))))));
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;
grant update (escalated_at) to homeward_reader;
grant update (reminded_at) to homeward_reader;

create table public.role_grant ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  role text not null,
  place_id uuid,
  organisation_id uuid,
  person_id uuid,
  granted_by uuid,
  granted_at timestamp(3) with time zone not null,
  revoked_by uuid,
  revoked_at timestamp(3) with time zone,
  xid xid8 not null default pg_current_xact_id(),
  organisation_receives boolean not null default true,
  constraint no_account_of_a_neighbourhood_body CHECK (organisation_receives),
  constraint nobody_grants_himself CHECK ((granted_by IS DISTINCT FROM account_id)),
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_of_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives),
  constraint role_grant_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint role_grant_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE UNIQUE INDEX one_role_an_account ON public.role_grant USING btree (account_id) WHERE (revoked_at IS NULL);
CREATE INDEX role_grant_moved ON public.role_grant USING btree (xid);
CREATE INDEX role_grant_role ON public.role_grant USING btree (role) WHERE (revoked_at IS NULL);
CREATE TRIGGER moved BEFORE UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER tell_officers AFTER INSERT OR UPDATE OF revoked_at ON public.role_grant FOR EACH ROW EXECUTE FUNCTION tell_officers_of_grant();
create policy administrator_grants as permissive for insert to homeward_app with check (((homeward_role() = 'administrator'::text) AND (granted_by = homeward_actor()) AND (account_id <> homeward_actor())));
create policy administrator_reads as permissive for select to homeward_app using (((homeward_role() = 'administrator'::text) OR (account_id = homeward_actor())));
create policy administrator_revokes as permissive for update to homeward_app using ((homeward_role() = 'administrator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_ends as permissive for update to homeward_reader using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (revoked_at) to homeward_app;
grant update (revoked_at) to homeward_reader;
grant update (revoked_by) to homeward_app;
grant update (revoked_by) to homeward_reader;
grant update (xid) to homeward_reader;

create table public.role_right ( -- row level security, forced
  role text not null,
  verb text not null,
  compartment text not null,
  constraint role_right_pkey PRIMARY KEY (role, verb, compartment)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app, homeward_reader using (true);
grant select to homeward_app;
grant select to homeward_reader;

create table public.safe_contact ( -- row level security, forced
  person_id uuid not null,
  contacts jsonb not null,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  constraint safe_contact_pkey PRIMARY KEY (person_id),
  constraint safe_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE TRIGGER moved BEFORE UPDATE ON public.safe_contact FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT ON public.safe_contact REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
CREATE TRIGGER moves_person_again AFTER UPDATE ON public.safe_contact REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = safe_contact.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy sender_finds_nobody as restrictive for select to homeward_app using ((person_id <> ALL (ARRAY( SELECT r.person_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))));
create policy writer_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND person_mine(person_id)));
create policy writer_changes as permissive for update to homeward_app using ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = safe_contact.person_id) AND (r.compartment = 'general'::text) AND (r.until IS NULL)))) OR (person_id = ANY (ARRAY( SELECT relatives_in_own_reach() AS relatives_in_own_reach))))));
grant insert, select, update to homeward_app;
grant insert, select to homeward_reader;

create table public.service ( -- row level security, forced
  id uuid not null,
  organisation_id uuid not null,
  name jsonb not null,
  need_domain text not null,
  purpose text not null,
  place_id uuid,
  languages text[] not null default '{}'::text[],
  note text,
  active boolean not null default true,
  version integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  organisation_receives boolean not null default true,
  hsds_id uuid,
  document jsonb not null default '{}'::jsonb,
  minimum_age double precision,
  maximum_age double precision,
  serves text not null default 'everybody'::text,
  staff text,
  childcare boolean not null default false,
  with_own_fields boolean not null default true,
  merged_into uuid,
  words text not null generated always as (lower((((jsonb_path_query_array(name, '$.*'::jsonpath))::text || chr(1)) || COALESCE((document ->> 'description'::text), ''::text)))) stored,
  hours jsonb not null generated always as (hours_of(document)) stored,
  constraint merged_service_takes_nothing CHECK (((merged_into IS NULL) OR ((NOT active) AND (merged_into <> id)))),
  constraint no_service_of_a_neighbourhood_body CHECK (organisation_receives),
  constraint service_ages CHECK ((minimum_age <= maximum_age)),
  constraint service_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint service_maximum_age_check CHECK (((maximum_age >= (0)::double precision) AND (maximum_age <= (150)::double precision))),
  constraint service_minimum_age_check CHECK (((minimum_age >= (0)::double precision) AND (minimum_age <= (150)::double precision))),
  constraint service_pkey PRIMARY KEY (id),
  constraint service_serves_check CHECK ((serves = ANY (ARRAY['everybody'::text, 'women'::text, 'men'::text]))),
  constraint service_staff_check CHECK ((staff = ANY (ARRAY['women'::text, 'men'::text, 'both'::text]))),
  constraint service_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES service(id),
  constraint service_of_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives),
  constraint service_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint service_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE UNIQUE INDEX service_hsds ON public.service USING btree (COALESCE(hsds_id, id));
CREATE INDEX service_merged ON public.service USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX service_moved ON public.service USING btree (xid);
CREATE INDEX service_need_domain ON public.service USING btree (need_domain, place_id);
CREATE INDEX service_organisation ON public.service USING btree (organisation_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.service FOR EACH ROW EXECUTE FUNCTION moved();
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) IS NOT NULL));
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.service_at_location ( -- row level security, forced
  id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  document jsonb not null default '{}'::jsonb,
  hours jsonb not null generated always as (hours_of(document)) stored,
  constraint service_at_location_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint service_at_location_pkey PRIMARY KEY (id),
  constraint service_at_location_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id) ON DELETE CASCADE,
  constraint service_at_location_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id) ON DELETE CASCADE
);
CREATE INDEX service_at_location_location ON public.service_at_location USING btree (location_id);
CREATE INDEX service_at_location_service ON public.service_at_location USING btree (service_id);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) IS NOT NULL));
grant delete, insert, select, update to homeward_app;

create table public.service_capacity ( -- row level security, forced
  service_id uuid not null,
  capacity integer,
  places_free integer,
  waiting_days integer,
  assured_on date,
  version integer not null default 1,
  constraint no_more_free_than_there_are CHECK ((places_free <= capacity)),
  constraint service_capacity_capacity_check CHECK ((capacity >= 0)),
  constraint service_capacity_pkey PRIMARY KEY (service_id),
  constraint service_capacity_places_free_check CHECK ((places_free >= 0)),
  constraint service_capacity_waiting_days_check CHECK (((waiting_days >= 0) AND (waiting_days <= 3650))),
  constraint service_capacity_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id) ON DELETE CASCADE
);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy organisation_changes as permissive for update to homeward_app using (((homeward_role() = 'partner'::text) AND (EXISTS ( SELECT
   FROM service s
  WHERE ((s.id = service_capacity.service_id) AND (s.organisation_id = homeward_organisation()))))));
create policy organisation_writes as permissive for insert to homeward_app with check (((homeward_role() = 'partner'::text) AND (EXISTS ( SELECT
   FROM service s
  WHERE ((s.id = service_capacity.service_id) AND (s.organisation_id = homeward_organisation()))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) IS NOT NULL));
grant delete, insert, select, update to homeward_app;

create table public.stand_in ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  account_id uuid not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone not null,
  kept_by uuid not null,
  kept_at timestamp(3) with time zone not null,
  ended_by uuid,
  ended_at timestamp(3) with time zone,
  xid xid8 not null default pg_current_xact_id(),
  constraint nobody_stands_in_for_themselves CHECK ((account_id <> kept_by)),
  constraint stand_in_ends_after_it_begins CHECK ((until_at > from_at)),
  constraint stand_in_pkey PRIMARY KEY (id),
  constraint stand_in_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX stand_in_at ON public.stand_in USING btree (place_id, until_at);
CREATE INDEX stand_in_news ON public.stand_in USING btree (xid);
CREATE INDEX stand_in_of ON public.stand_in USING btree (account_id, until_at);
create policy both_read as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND ((account_id = ( SELECT homeward_actor() AS homeward_actor)) OR (place_id = ( SELECT homeward_place() AS homeward_place)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_ends as permissive for update to homeward_reader using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy supervisor_adds as permissive for insert to homeward_app with check (((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND (place_id = ( SELECT homeward_place() AS homeward_place)) AND (kept_by = ( SELECT homeward_actor() AS homeward_actor))));
create policy supervisor_ends as permissive for update to homeward_app using (((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND (place_id = ( SELECT homeward_place() AS homeward_place)))) with check (((( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND (place_id = ( SELECT homeward_place() AS homeward_place)) AND (ended_by = ( SELECT homeward_actor() AS homeward_actor))));
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (ended_at) to homeward_app;
grant update (ended_at) to homeward_reader;
grant update (ended_by) to homeward_app;
grant update (ended_by) to homeward_reader;

create table public.supervision_session ( -- row level security, forced
  id uuid not null,
  written_by uuid not null,
  with_account_id uuid not null,
  on_day date not null,
  hours numeric(4,2) not null,
  topics text[] not null,
  agreed text,
  written_at timestamp(3) with time zone not null,
  constraint nobody_talks_alone CHECK ((written_by <> with_account_id)),
  constraint supervision_session_hours_check CHECK (((hours > (0)::numeric) AND (hours <= (12)::numeric))),
  constraint supervision_session_pkey PRIMARY KEY (id)
);
CREATE INDEX supervision_session_by ON public.supervision_session USING btree (written_by, on_day);
CREATE INDEX supervision_session_with ON public.supervision_session USING btree (with_account_id, on_day);
create policy author_adds as permissive for insert to homeward_app with check ((( SELECT homeward_may('append'::text, 'general'::text) AS homeward_may) AND (written_by = ( SELECT homeward_actor() AS homeward_actor))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy the_two_read as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) IS NOT NULL) AND ((( SELECT homeward_actor() AS homeward_actor) = written_by) OR (( SELECT homeward_actor() AS homeward_actor) = with_account_id))));
grant insert, select to homeward_app;

create table public.task ( -- row level security, forced
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  ref text not null,
  account_id uuid,
  due_at timestamp(3) with time zone not null,
  details jsonb not null default '{}'::jsonb,
  xid xid8 not null default pg_current_xact_id(),
  compartment text not null default 'general'::text,
  constraint task_pkey PRIMARY KEY (case_id, kind, ref)
);
CREATE INDEX task_account ON public.task USING btree (account_id, due_at);
CREATE INDEX task_due ON public.task USING btree (due_at, case_id, kind, ref);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy duty_sees_worries as restrictive for select to homeward_app using (((compartment <> 'protection'::text) OR (( SELECT homeward_role() AS homeward_role) <> 'specialist_psychosocial'::text) OR (kind = 'concern'::text) OR (case_id = ( SELECT homeward_case() AS homeward_case))));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = task.case_id) AND (r.compartment = task.compartment))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, insert, select to homeward_reader;

create table public.taxonomy_entry ( -- row level security, forced
  id uuid not null,
  kind text not null,
  document jsonb not null,
  constraint taxonomy_entry_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  constraint taxonomy_entry_kind_check CHECK ((kind = ANY (ARRAY['taxonomy'::text, 'term'::text]))),
  constraint taxonomy_entry_pkey PRIMARY KEY (id)
);
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_removes as permissive for delete to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((homeward_role() IS NOT NULL));
grant delete, insert, select, update to homeward_app;

create table public.transfer_request ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  to_place_id uuid not null,
  wished_on date not null,
  persons integer not null,
  needs text[] not null,
  languages text[] not null,
  urgent boolean not null,
  status text not null,
  proposed_at timestamp(3) with time zone not null,
  over_at timestamp(3) with time zone,
  declined text,
  talk jsonb not null,
  constraint transfer_request_pkey PRIMARY KEY (case_id, id),
  constraint transfer_request_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint transfer_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  constraint transfer_request_to_place_id_fkey FOREIGN KEY (to_place_id) REFERENCES place(id)
);
CREATE INDEX transfer_request_id ON public.transfer_request USING btree (id);
CREATE INDEX transfer_request_waiting ON public.transfer_request USING btree (proposed_at, id) WHERE (status = 'proposed'::text);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = transfer_request.case_id) AND (r.compartment = 'general'::text)))) OR ((status = 'proposed'::text) AND (( SELECT homeward_role() AS homeward_role) = 'supervisor'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = transfer_request.case_id) AND (r.compartment = 'transfer'::text)))))));
create policy not_for_sender as restrictive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (case_id <> ALL (ARRAY( SELECT r.case_id
   FROM case_reach r
  WHERE (r.reads_to IS NOT NULL)))) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = transfer_request.case_id) AND ((r.compartment = 'transfer'::text) OR ((transfer_request.status = 'accepted'::text) AND (r.reads_to = transfer_request.over_at))))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_app;

create table public.vacancy ( -- row level security, forced
  id uuid not null,
  title text not null,
  occupation text,
  organisation_id uuid,
  employer text,
  place_id uuid not null,
  at_home boolean not null,
  hours text,
  pay_from text,
  pay_to text,
  pay_currency text,
  pay_per text,
  languages text[] not null,
  requirements text,
  experience_needed boolean not null,
  papers_needed boolean,
  childcare boolean,
  heavy boolean,
  openings integer not null,
  contact text,
  valid_until date not null,
  source text,
  reference text,
  withdrawn boolean not null default false,
  entered_by uuid not null,
  version integer not null default 1,
  constraint employer_named CHECK (((organisation_id IS NOT NULL) OR (employer IS NOT NULL))),
  constraint pay_whole CHECK (((((pay_from IS NULL) AND (pay_to IS NULL)) = (pay_currency IS NULL)) AND ((pay_currency IS NULL) = (pay_per IS NULL)))),
  constraint vacancy_hours_check CHECK ((hours = ANY (ARRAY['full'::text, 'part'::text, 'few'::text, 'shift'::text]))),
  constraint vacancy_occupation_check CHECK ((occupation ~ '^\d{4}(\.\d{1,3}){0,4}$'::text)),
  constraint vacancy_openings_check CHECK (((openings >= 1) AND (openings <= 10000))),
  constraint vacancy_pay_per_check CHECK ((pay_per = ANY (ARRAY['hour'::text, 'day'::text, 'month'::text, 'piece'::text]))),
  constraint vacancy_pkey PRIMARY KEY (id),
  constraint vacancy_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint vacancy_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX vacancy_open ON public.vacancy USING btree (valid_until) WHERE (NOT withdrawn);
CREATE INDEX vacancy_organisation ON public.vacancy USING btree (organisation_id);
CREATE UNIQUE INDEX vacancy_reference ON public.vacancy USING btree (source, reference) WHERE (reference IS NOT NULL);
create policy keeper_changes as permissive for update to homeward_app using (
CASE homeward_role()
    WHEN 'coordinator'::text THEN true
    WHEN 'partner'::text THEN (organisation_id = homeward_organisation())
    ELSE ((homeward_role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])) AND (entered_by = homeward_actor()))
END) with check (((homeward_role() <> 'partner'::text) OR (organisation_id = homeward_organisation())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy staff_adds as permissive for insert to homeward_app with check (((entered_by = homeward_actor()) AND
CASE homeward_role()
    WHEN 'partner'::text THEN (organisation_id = homeward_organisation())
    ELSE (homeward_role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text, 'coordinator'::text]))
END));
create policy staff_reads as permissive for select to homeward_app using (((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['intake_officer'::text, 'caseworker'::text, 'supervisor'::text, 'specialist_health'::text, 'specialist_psychosocial'::text, 'specialist_legal'::text, 'specialist_protection'::text, 'coordinator'::text])) OR ((( SELECT homeward_role() AS homeward_role) = 'partner'::text) AND (organisation_id = ( SELECT homeward_organisation() AS homeward_organisation)))));
grant insert, select, update to homeward_app;

create table public.webhook ( -- row level security, forced
  id uuid not null,
  organisation_id uuid not null,
  organisation_receives boolean not null default true,
  url text not null,
  generation integer not null default 1,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  failures integer not null default 0,
  paused_at timestamp(3) with time zone,
  withdrawn_at timestamp(3) with time zone,
  constraint no_webhook_of_a_neighbourhood_body CHECK (organisation_receives),
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_url_check CHECK (((length(url) >= 1) AND (length(url) <= 500))),
  constraint webhook_of_a_receiver FOREIGN KEY (organisation_id, organisation_receives) REFERENCES organisation(id, receives)
);
CREATE INDEX webhook_organisation ON public.webhook USING btree (organisation_id) WHERE (withdrawn_at IS NULL);
create policy administrator_adds as permissive for insert to homeward_app with check (((homeward_role() = 'administrator'::text) AND (made_by = homeward_actor())));
create policy keepers_change as permissive for update to homeward_app using ((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['administrator'::text, 'job'::text])));
create policy keepers_read as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['administrator'::text, 'job'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (failures) to homeward_app;
grant update (generation) to homeward_app;
grant update (paused_at) to homeward_app;
grant update (withdrawn_at) to homeward_app;

create table public.webhook_delivery ( -- row level security, forced
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  task_id uuid,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  created_at timestamp(3) with time zone not null,
  next_at timestamp(3) with time zone not null,
  tried_at timestamp(3) with time zone,
  answer text,
  constraint webhook_delivery_answer_check CHECK ((length(answer) <= 40)),
  constraint webhook_delivery_event_check CHECK ((event = ANY (ARRAY['task.created'::text, 'task.changed'::text, 'test'::text]))),
  constraint webhook_delivery_pkey PRIMARY KEY (id),
  constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'given_up'::text]))),
  constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id)
);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (next_at) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_log ON public.webhook_delivery USING btree (webhook_id, id DESC);
create policy administrator_tests as permissive for insert to homeward_app with check (((homeward_role() = 'administrator'::text) AND (event = 'test'::text) AND (task_id IS NULL)));
create policy job_forgets as permissive for delete to homeward_app using (((homeward_role() = 'job'::text) AND (state <> 'waiting'::text)));
create policy keepers_change as permissive for update to homeward_app using ((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['administrator'::text, 'job'::text])));
create policy keepers_read as permissive for select to homeward_app using ((( SELECT homeward_role() AS homeward_role) = ANY (ARRAY['administrator'::text, 'job'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_queues as permissive for insert to homeward_reader with check (true);
grant delete, insert, select to homeward_app;
grant insert, select to homeward_reader;
grant update (answer) to homeward_app;
grant update (attempts) to homeward_app;
grant update (next_at) to homeward_app;
grant update (state) to homeward_app;
grant update (tried_at) to homeward_app;

create table public.withholding ( -- row level security, forced
  id uuid not null,
  case_id uuid not null,
  roles text[] not null,
  from_day date,
  until_day date,
  fact_ids uuid[] not null,
  reason text not null,
  review_on date not null,
  withheld_by uuid not null,
  withheld_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  constraint withholding_pkey PRIMARY KEY (case_id, id),
  constraint withholding_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_head(case_id)
);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case))) with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR ((( SELECT homeward_role() AS homeward_role) <> 'specialist_psychosocial'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = withholding.case_id) AND (r.compartment = 'protection'::text)))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_finds as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_app;
grant delete, select to homeward_reader;

create table public.worker_round ( -- row level security, forced
  id uuid not null,
  place_id uuid not null,
  weights jsonb not null,
  input text not null,
  input_hash text not null,
  result text not null,
  result_hash text not null,
  made_by uuid not null,
  made_at timestamp(3) with time zone not null,
  state text not null default 'proposed'::text,
  ended_by uuid,
  ended_at timestamp(3) with time zone,
  words text,
  outcome jsonb,
  version integer not null default 1,
  constraint ended_once CHECK (((state = 'proposed'::text) = (ended_by IS NULL))),
  constraint worker_round_pkey PRIMARY KEY (id),
  constraint worker_round_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'set_aside'::text]))),
  constraint worker_round_weights_check CHECK ((jsonb_typeof(weights) = 'object'::text)),
  constraint worker_round_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE INDEX worker_round_place ON public.worker_round USING btree (place_id, made_at);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy supervisor_ends as permissive for update to homeward_app using ((leads_place(place_id) AND (state <> 'set_aside'::text))) with check ((leads_place(place_id) AND (ended_by = homeward_actor()) AND ((state <> 'confirmed'::text) OR (made_by <> homeward_actor()))));
create policy supervisor_proposes as permissive for insert to homeward_app with check (((homeward_role() = 'supervisor'::text) AND (made_by = homeward_actor()) AND (state = 'proposed'::text) AND (place_id = homeward_place())));
create policy supervisor_reads as permissive for select to homeward_app using (leads_place(place_id));
grant insert, select to homeward_app;
grant update (ended_at) to homeward_app;
grant update (ended_by) to homeward_app;
grant update (outcome) to homeward_app;
grant update (state) to homeward_app;
grant update (version) to homeward_app;
grant update (words) to homeward_app;

create table auth.account ( -- row level security, forced
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  username text,
  locale text not null default 'en'::text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamp with time zone,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_email_key UNIQUE (email),
  constraint account_image_check CHECK ((image IS NULL)),
  constraint account_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'ru'::text, 'uz'::text]))),
  constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_username_check CHECK ((username = lower(username))),
  constraint account_username_key UNIQUE (username)
);
create policy app_reads as permissive for select to homeward_app using (true);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
grant delete, insert, select, update to homeward_auth;
grant select (disabled_at) to homeward_app;
grant select (disabled_at) to homeward_reader;
grant select (id) to homeward_app;
grant select (id) to homeward_reader;
grant select (locale) to homeward_app;
grant select (name) to homeward_app;
grant select (username) to homeward_app;

create table auth.attempt ( -- row level security, forced
  key text not null,
  count integer not null,
  window_ends_at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (key)
);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.client_secret ( -- row level security, forced
  client_id uuid not null,
  secret_hash text not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint client_secret_pkey PRIMARY KEY (client_id),
  constraint client_secret_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(id) ON DELETE CASCADE
);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.client_token ( -- row level security, forced
  token_hash text not null,
  client_id uuid not null,
  expires_at timestamp with time zone not null,
  constraint client_token_pkey PRIMARY KEY (token_hash),
  constraint client_token_client_id_fkey FOREIGN KEY (client_id) REFERENCES auth.client_secret(client_id) ON DELETE CASCADE
);
CREATE INDEX client_token_client ON auth.client_token USING btree (client_id);
CREATE INDEX client_token_expires ON auth.client_token USING btree (expires_at);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.credential ( -- row level security, forced
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.account(id) ON DELETE CASCADE
);
CREATE INDEX credential_user ON auth.credential USING btree (user_id);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.invitation ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  means text not null,
  secret_hash text not null,
  invited_by uuid,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_check CHECK ((expires_at > invited_at)),
  constraint invitation_means_check CHECK ((means = ANY (ARRAY['link'::text, 'code'::text]))),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_secret_hash_key UNIQUE (secret_hash),
  constraint invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE,
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES auth.account(id)
);
CREATE INDEX invitation_account ON auth.invitation USING btree (account_id);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.rate_limit ( -- row level security, forced
  id uuid not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint rate_limit_key_key UNIQUE (key),
  constraint rate_limit_pkey PRIMARY KEY (id)
);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.session ( -- row level security, forced
  id uuid not null,
  token text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  last_active_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint session_ip_address_check CHECK ((ip_address IS NULL)),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_user_agent_check CHECK ((user_agent IS NULL)),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.account(id) ON DELETE CASCADE
);
CREATE INDEX session_by_user ON auth.session USING btree (user_id);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.two_factor ( -- row level security, forced
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint two_factor_pkey PRIMARY KEY (id),
  constraint two_factor_user_id_key UNIQUE (user_id),
  constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.account(id) ON DELETE CASCADE
);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table auth.verification ( -- row level security, forced
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
create policy auth_all as permissive for all to homeward_auth using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_auth;

create table exchange.activity ( -- row level security, forced
  id uuid not null,
  recommendation_id uuid not null,
  title exchange.wording not null,
  starts_on date not null,
  ends_on date not null,
  done_on date,
  institution_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint activity_check CHECK ((ends_on >= starts_on)),
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id),
  constraint activity_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES exchange.recommendation(id) ON DELETE CASCADE
);
CREATE INDEX activity_recommendation ON exchange.activity USING btree (recommendation_id, starts_on);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE (r.id = activity.recommendation_id))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
create policy writes as permissive for all to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = activity.recommendation_id) AND (exchange.holds(r.edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'interpreter'::text]) OR (EXISTS ( SELECT
           FROM exchange.participant p
          WHERE ((p.id = exchange.me()) AND ((p.institution_id = r.lead_id) OR (p.institution_id = ANY (r.co_owner_ids))))))))))) with check ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = activity.recommendation_id) AND (exchange.holds(r.edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'interpreter'::text]) OR (EXISTS ( SELECT
           FROM exchange.participant p
          WHERE ((p.id = exchange.me()) AND ((p.institution_id = r.lead_id) OR (p.institution_id = ANY (r.co_owner_ids)))))))))));
grant insert, select to homeward_exchange;
grant update (done_on) to homeward_exchange;
grant update (ends_on) to homeward_exchange;
grant select (id) to homeward_reader;
grant update (starts_on) to homeward_exchange;
grant update (title) to homeward_exchange;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_exchange;
grant update (version) to homeward_reader;

create table exchange.adoption ( -- row level security, forced
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  from_version integer not null,
  owner_id uuid not null,
  country text,
  institution_id uuid,
  status text not null,
  since date not null,
  language text not null,
  adaptation text not null,
  result text,
  lessons text,
  stopped_because text,
  steps jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  parts text[] not null default '{}'::text[],
  constraint adoption_adaptation_check CHECK (((length(adaptation) >= 1) AND (length(adaptation) <= 4000))),
  constraint adoption_check CHECK (((status <> 'stopped'::text) OR (stopped_because IS NOT NULL))),
  constraint adoption_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint adoption_from_version_check CHECK ((from_version > 0)),
  constraint adoption_lessons_check CHECK ((length(lessons) <= 4000)),
  constraint adoption_parts_check CHECK ((cardinality(parts) <= 20)),
  constraint adoption_pkey PRIMARY KEY (id),
  constraint adoption_result_check CHECK ((length(result) <= 4000)),
  constraint adoption_status_check CHECK ((status = ANY (ARRAY['considering'::text, 'planned'::text, 'piloting'::text, 'adopted'::text, 'institutionalised'::text, 'stopped'::text]))),
  constraint adoption_stopped_because_check CHECK ((length(stopped_because) <= 2000)),
  constraint adoption_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['practice'::text, 'model'::text]))),
  constraint adoption_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id),
  constraint adoption_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX adoption_owner ON exchange.adoption USING btree (owner_id);
CREATE INDEX adoption_subject ON exchange.adoption USING btree (subject_kind, subject_id);
create policy adds as permissive for insert to homeward_exchange with check ((owner_id = exchange.me()));
create policy changes as permissive for update to homeward_exchange using ((owner_id = exchange.me())) with check ((owner_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((owner_id = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])));
grant insert, select, update to homeward_exchange;

create table exchange.adoption_shown ( -- row level security, forced
  adoption_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  shown jsonb not null,
  published_at timestamp with time zone not null,
  constraint adoption_shown_pkey PRIMARY KEY (adoption_id),
  constraint adoption_shown_adoption_id_fkey FOREIGN KEY (adoption_id) REFERENCES exchange.adoption(id) ON DELETE CASCADE
);
CREATE INDEX adoption_shown_subject ON exchange.adoption_shown USING btree (subject_kind, subject_id);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (true);
create policy writes as permissive for all to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])) with check (exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]));
grant delete, insert, select, update to homeward_exchange;

create table exchange.agreement ( -- row level security, forced
  session_id uuid not null,
  participant_id uuid not null,
  recording boolean not null,
  publication boolean not null,
  materials boolean not null,
  signed text not null,
  at timestamp with time zone not null,
  constraint agreement_pkey PRIMARY KEY (session_id, participant_id),
  constraint agreement_signed_check CHECK (((length(signed) >= 1) AND (length(signed) <= 200))),
  constraint shown_only_if_recorded CHECK ((recording OR (NOT publication))),
  constraint agreement_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint agreement_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) AND exchange.speaks_in(session_id)));
create policy changes as permissive for update to homeward_exchange using ((participant_id = exchange.me())) with check ((participant_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = agreement.session_id) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]))))));
grant insert, select, update to homeward_exchange;
grant select (materials) to homeward_reader;
grant select (participant_id) to homeward_reader;
grant select (session_id) to homeward_reader;

create table exchange.amendment ( -- row level security, forced
  id uuid not null,
  recommendation_id uuid not null,
  author_id uuid,
  author text not null,
  country text,
  old_words text not null,
  new_words text not null,
  reason text,
  seen integer not null,
  state text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_reason text,
  created_at timestamp with time zone not null,
  constraint amendment_author_check CHECK (((length(author) >= 1) AND (length(author) <= 200))),
  constraint amendment_check CHECK (((state = ANY (ARRAY['accepted'::text, 'rejected'::text])) = (decided_at IS NOT NULL))),
  constraint amendment_check1 CHECK (((state <> 'rejected'::text) OR (decision_reason IS NOT NULL))),
  constraint amendment_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint amendment_decision_reason_check CHECK ((length(decision_reason) <= 8000)),
  constraint amendment_new_words_check CHECK ((length(new_words) <= 4000)),
  constraint amendment_old_words_check CHECK ((length(old_words) <= 4000)),
  constraint amendment_pkey PRIMARY KEY (id),
  constraint amendment_reason_check CHECK ((length(reason) <= 8000)),
  constraint amendment_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'conflict'::text, 'accepted'::text, 'rejected'::text]))),
  constraint amendment_author_id_fkey FOREIGN KEY (author_id) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint amendment_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint amendment_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES exchange.recommendation(id) ON DELETE CASCADE
);
CREATE INDEX amendment_recommendation ON exchange.amendment USING btree (recommendation_id, created_at);
CREATE TRIGGER keep_own_amendment BEFORE UPDATE ON exchange.amendment FOR EACH ROW EXECUTE FUNCTION exchange.keep_own_amendment();
create policy adds as permissive for insert to homeward_exchange with check (((author_id = exchange.me()) AND (state = ANY (ARRAY['proposed'::text, 'conflict'::text])) AND (EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = amendment.recommendation_id) AND (r.adopted_on IS NULL) AND exchange.takes_part(r.edition_id))))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = amendment.recommendation_id) AND (r.adopted_on IS NULL) AND exchange.holds(r.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text])))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_changes as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = amendment.recommendation_id) AND exchange.takes_part(r.edition_id)))));
grant insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (author) to homeward_reader;
grant update (country) to homeward_reader;
grant update (decided_at) to homeward_exchange;
grant update (decided_by) to homeward_exchange;
grant update (decision_reason) to homeward_exchange;
grant update (state) to homeward_exchange;

create table exchange.attendance ( -- row level security, forced
  session_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  how text not null,
  at timestamp with time zone not null,
  marked_by uuid,
  constraint attendance_how_check CHECK ((how = ANY (ARRAY['marked'::text, 'opened'::text]))),
  constraint attendance_pkey PRIMARY KEY (session_id, participant_id),
  constraint attendance_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint attendance_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint attendance_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint attendance_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
CREATE INDEX attendance_of ON exchange.attendance USING btree (participant_id, edition_id);
create policy adds as permissive for insert to homeward_exchange with check ((((participant_id = exchange.me()) AND (how = 'opened'::text)) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text])));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy marks as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text])));
create policy removes as permissive for delete to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]));
grant delete, insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.availability ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint availability_check CHECK ((until_at > from_at)),
  constraint availability_pkey PRIMARY KEY (id),
  constraint availability_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint availability_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX availability_participant ON exchange.availability USING btree (edition_id, participant_id);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
create policy takes_back as permissive for delete to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
create policy writes as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
grant delete, insert, select to homeward_exchange;

create table exchange.call ( -- row level security, forced
  edition_id uuid not null,
  opens text not null,
  closes text not null,
  time_zone text not null,
  languages text[] not null,
  kinds text[] not null,
  criteria text[] not null,
  anonymous boolean not null,
  reviews integer not null,
  reviews_due text,
  guidance exchange.wording,
  phase text not null default 'reviews'::text,
  version integer not null default 1,
  constraint call_criteria_check CHECK ((cardinality(criteria) > 0)),
  constraint call_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint call_languages_check CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 12))),
  constraint call_phase_check CHECK ((phase = ANY (ARRAY['reviews'::text, 'discussion'::text, 'decided'::text]))),
  constraint call_pkey PRIMARY KEY (edition_id),
  constraint call_reviews_check CHECK (((reviews >= 1) AND (reviews <= 5))),
  constraint call_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = call.edition_id))));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.call_grace ( -- row level security, forced
  edition_id uuid not null,
  participant_id uuid not null,
  until timestamp with time zone not null,
  given_by uuid,
  given_at timestamp with time zone not null,
  constraint call_grace_pkey PRIMARY KEY (edition_id, participant_id),
  constraint call_grace_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint call_grace_given_by_fkey FOREIGN KEY (given_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint call_grace_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
create policy writes as permissive for all to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (participant_id <> exchange.me()))) with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (participant_id <> exchange.me())));
grant delete, insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.certificate ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  code text not null,
  name text not null,
  part text not null,
  minutes integer not null,
  sessions integer not null,
  issued_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint certificate_code_key UNIQUE (code),
  constraint certificate_edition_id_participant_id_part_key UNIQUE (edition_id, participant_id, part),
  constraint certificate_minutes_check CHECK ((minutes >= 0)),
  constraint certificate_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint certificate_part_check CHECK ((part = ANY (ARRAY['participant'::text, 'speaker'::text, 'moderator'::text, 'interpreter'::text, 'reviewer'::text, 'organiser'::text]))),
  constraint certificate_pkey PRIMARY KEY (id),
  constraint certificate_sessions_check CHECK ((sessions >= 0)),
  constraint certificate_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint certificate_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_corrects as permissive for update to homeward_reader using (true);
create policy reader_makes as permissive for insert to homeward_reader with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
grant insert, select, update to homeward_exchange;
grant insert, select to homeward_reader;
grant update (minutes) to homeward_reader;
grant update (revoked_at) to homeward_reader;
grant update (sessions) to homeward_reader;

create table exchange.decision_letter ( -- row level security, forced
  id uuid not null,
  proposal_id uuid not null,
  edition_id uuid not null,
  decision text not null,
  language text not null,
  subject text not null,
  body text not null,
  sent_by uuid,
  sent_at timestamp with time zone not null,
  constraint decision_letter_decision_check CHECK ((decision = ANY (ARRAY['accept'::text, 'wait'::text, 'decline'::text]))),
  constraint decision_letter_pkey PRIMARY KEY (id),
  constraint decision_letter_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint decision_letter_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES exchange.proposal(id) ON DELETE CASCADE,
  constraint decision_letter_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE INDEX decision_letter_proposal ON exchange.decision_letter USING btree (proposal_id, sent_at);
create policy adds as permissive for insert to homeward_exchange with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (sent_by = exchange.me())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) OR (EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = decision_letter.proposal_id) AND (w.participant_id = exchange.me()))))));
grant insert, select to homeward_exchange;

create table exchange.edition ( -- row level security, forced
  id uuid not null,
  series_id uuid not null,
  slug text not null,
  title exchange.wording not null,
  lead exchange.wording,
  starts_on date not null,
  ends_on date not null,
  time_zone text not null,
  languages text[] not null,
  state text not null default 'draft'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  about exchange.wording,
  contact text,
  certificates_by_themselves boolean not null default true,
  constraint edition_check CHECK ((ends_on >= starts_on)),
  constraint edition_contact_check CHECK (((length(contact) >= 3) AND (length(contact) <= 200))),
  constraint edition_languages_check CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 12))),
  constraint edition_pkey PRIMARY KEY (id),
  constraint edition_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
  constraint edition_slug_key UNIQUE (slug),
  constraint edition_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'ended'::text]))),
  constraint edition_series_id_fkey FOREIGN KEY (series_id) REFERENCES exchange.series(id)
);
CREATE TRIGGER keep_shown_edition BEFORE UPDATE ON exchange.edition FOR EACH ROW EXECUTE FUNCTION exchange.keep_shown_edition();
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(NULL::uuid, VARIADIC ARRAY['organiser'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(id, VARIADIC ARRAY['organiser'::text]));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy invited_read as permissive for select to homeward_exchange using (((exchange.brought_code() IS NOT NULL) AND (EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE (i.edition_id = edition.id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((state <> 'draft'::text) OR exchange.holds(id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'reviewer'::text, 'moderator'::text])));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant select, update (about) to homeward_reader;
grant select (id) to homeward_reader;
grant select, update (lead) to homeward_reader;
grant update (state) to homeward_reader;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.edition_invitation ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  label text not null,
  secret_hash text not null,
  uses integer not null,
  until timestamp with time zone not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint edition_invitation_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200))),
  constraint edition_invitation_pkey PRIMARY KEY (id),
  constraint edition_invitation_secret_hash_key UNIQUE (secret_hash),
  constraint edition_invitation_uses_check CHECK (((uses >= 1) AND (uses <= 500))),
  constraint edition_invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint edition_invitation_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy organises as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.evidence_file ( -- row level security, forced
  evidence_version_id uuid not null,
  bytes bytea not null,
  constraint evidence_file_bytes_check CHECK ((length(bytes) <= 3000000)),
  constraint evidence_file_pkey PRIMARY KEY (evidence_version_id),
  constraint evidence_file_evidence_version_id_fkey FOREIGN KEY (evidence_version_id) REFERENCES exchange.evidence_version(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check ((EXISTS ( SELECT
   FROM exchange.evidence_version v
  WHERE ((v.id = evidence_file.evidence_version_id) AND (v.uploaded_by = exchange.me())))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.evidence_version v
  WHERE ((v.id = evidence_file.evidence_version_id) AND ((v.uploaded_by = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]))))));
grant insert, select to homeward_exchange;

create table exchange.evidence_table ( -- row level security, forced
  id uuid not null,
  slug text not null,
  title exchange.wording not null,
  method exchange.wording not null,
  denominators exchange.wording not null,
  shown_version_id uuid,
  taken_down_at timestamp with time zone,
  taken_down_by uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint evidence_table_pkey PRIMARY KEY (id),
  constraint evidence_table_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,79}$'::text)),
  constraint evidence_table_slug_key UNIQUE (slug),
  constraint evidence_table_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint evidence_table_shown_version_id_fkey FOREIGN KEY (shown_version_id) REFERENCES exchange.evidence_version(id) DEFERRABLE INITIALLY DEFERRED,
  constraint evidence_table_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE TRIGGER keep_shown_evidence BEFORE INSERT OR UPDATE ON exchange.evidence_table FOR EACH ROW EXECUTE FUNCTION exchange.keep_shown_evidence();
create policy adds as permissive for insert to homeward_exchange with check (((created_by = exchange.me()) AND exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text, 'delegate'::text])));
create policy changes as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text, 'interpreter'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((shown_version_id IS NOT NULL) OR (created_by = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text, 'interpreter'::text])));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select to homeward_exchange;
grant update (denominators) to homeward_exchange;
grant select, update (denominators) to homeward_reader;
grant select (id) to homeward_reader;
grant update (method) to homeward_exchange;
grant select, update (method) to homeward_reader;
grant update (shown_version_id) to homeward_exchange;
grant update (taken_down_at) to homeward_exchange;
grant update (taken_down_by) to homeward_exchange;
grant update (title) to homeward_exchange;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_exchange;
grant update (version) to homeward_reader;

create table exchange.evidence_version ( -- row level security, forced
  id uuid not null,
  evidence_table_id uuid not null,
  number integer not null,
  state text not null default 'waiting'::text,
  said jsonb not null,
  source text not null,
  period text not null,
  geography text not null,
  cells jsonb not null,
  charts jsonb not null default '[]'::jsonb,
  findings jsonb not null default '[]'::jsonb,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  constraint evidence_version_cells_check CHECK ((jsonb_typeof(cells) = 'array'::text)),
  constraint evidence_version_charts_check CHECK ((jsonb_typeof(charts) = 'array'::text)),
  constraint evidence_version_check CHECK (((state = ANY (ARRAY['waiting'::text, 'returned'::text])) OR (decided_by IS NULL) OR (decided_by IS DISTINCT FROM uploaded_by))),
  constraint evidence_version_check1 CHECK (((state = 'waiting'::text) OR (decided_at IS NOT NULL))),
  constraint evidence_version_evidence_table_id_number_key UNIQUE (evidence_table_id, number),
  constraint evidence_version_findings_check CHECK ((jsonb_typeof(findings) = 'array'::text)),
  constraint evidence_version_geography_check CHECK (((length(geography) >= 1) AND (length(geography) <= 200))),
  constraint evidence_version_number_check CHECK ((number > 0)),
  constraint evidence_version_period_check CHECK (((length(period) >= 1) AND (length(period) <= 200))),
  constraint evidence_version_pkey PRIMARY KEY (id),
  constraint evidence_version_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint evidence_version_said_check CHECK ((jsonb_typeof(said) = 'object'::text)),
  constraint evidence_version_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200))),
  constraint evidence_version_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'returned'::text, 'replaced'::text, 'taken_down'::text]))),
  constraint evidence_version_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint evidence_version_evidence_table_id_fkey FOREIGN KEY (evidence_table_id) REFERENCES exchange.evidence_table(id) ON DELETE CASCADE,
  constraint evidence_version_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX evidence_version_waiting ON exchange.evidence_version USING btree (evidence_table_id) WHERE (state = 'waiting'::text);
CREATE TRIGGER keep_decided_evidence BEFORE UPDATE ON exchange.evidence_version FOR EACH ROW EXECUTE FUNCTION exchange.keep_decided_evidence();
create policy adds as permissive for insert to homeward_exchange with check (((uploaded_by = exchange.me()) AND (state = 'waiting'::text) AND exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text, 'delegate'::text]) AND (EXISTS ( SELECT
   FROM exchange.evidence_table t
  WHERE (t.id = evidence_version.evidence_table_id)))));
create policy decides as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text])) with check ((exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]) AND (state <> 'waiting'::text) AND ((state <> 'published'::text) OR ((decided_by = exchange.me()) AND (uploaded_by IS DISTINCT FROM exchange.me())))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR (uploaded_by = exchange.me()) OR ((state = 'published'::text) AND (EXISTS ( SELECT
   FROM exchange.evidence_table t
  WHERE (t.shown_version_id = evidence_version.id))))));
grant insert, select to homeward_exchange;
grant update (decided_at) to homeward_exchange;
grant update (decided_by) to homeward_exchange;
grant update (reason) to homeward_exchange;
grant update (state) to homeward_exchange;

create table exchange.expert ( -- row level security, forced
  participant_id uuid not null,
  shown text[] not null,
  names jsonb not null,
  themes text[] not null,
  consented_at timestamp with time zone not null,
  version integer not null default 1,
  asked_names jsonb,
  constraint expert_asked_names_check CHECK ((jsonb_typeof(asked_names) = 'object'::text)),
  constraint expert_names_check CHECK ((jsonb_typeof(names) = 'object'::text)),
  constraint expert_pkey PRIMARY KEY (participant_id),
  constraint expert_shown_check CHECK ((shown <@ ARRAY['institution'::text, 'country'::text, 'languages'::text, 'themes'::text])),
  constraint expert_themes_check CHECK ((cardinality(themes) <= 10)),
  constraint expert_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE TRIGGER keep_name_forms BEFORE INSERT OR UPDATE ON exchange.expert FOR EACH ROW EXECUTE FUNCTION exchange.keep_name_forms();
create policy own as permissive for all to homeward_exchange using ((participant_id = exchange.me())) with check ((participant_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_changes as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
grant delete, insert, select, update to homeward_exchange;
grant delete, select to homeward_reader;
grant update (asked_names) to homeward_reader;
grant update (names) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.file ( -- row level security, forced
  id uuid not null,
  sha256 bytea not null,
  media_type text not null,
  size integer not null,
  bytes bytea not null,
  added_by uuid,
  added_at timestamp with time zone not null,
  constraint file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  constraint file_pkey PRIMARY KEY (id),
  constraint file_sha256_check CHECK ((length(sha256) = 32)),
  constraint file_size_check CHECK (((size >= 1) AND (size <= 20971520))),
  constraint file_added_by_fkey FOREIGN KEY (added_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
create policy adds as permissive for insert to homeward_exchange with check ((added_by = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((added_by = exchange.me()) OR (EXISTS ( SELECT
   FROM exchange.material m
  WHERE (m.file_id = file.id)))));
grant insert, select to homeward_exchange;

create table exchange.host ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  institution_id uuid not null,
  part text not null,
  standing integer not null default 0,
  logo bytea,
  logo_kind text,
  constraint host_check CHECK (((logo IS NULL) = (logo_kind IS NULL))),
  constraint host_edition_id_institution_id_key UNIQUE (edition_id, institution_id),
  constraint host_logo_check CHECK ((octet_length(logo) <= 200000)),
  constraint host_logo_kind_check CHECK ((logo_kind = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
  constraint host_part_check CHECK ((part = ANY (ARRAY['host'::text, 'co_host'::text, 'partner'::text, 'supporter'::text]))),
  constraint host_pkey PRIMARY KEY (id),
  constraint host_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint host_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = host.edition_id))));
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;

create table exchange.institution ( -- row level security, forced
  id uuid not null,
  slug text not null,
  name exchange.wording not null,
  country text,
  kind text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint institution_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint institution_kind_check CHECK ((kind = ANY (ARRAY['ministry'::text, 'institute'::text, 'university'::text, 'service'::text, 'civil_society'::text, 'international'::text]))),
  constraint institution_pkey PRIMARY KEY (id),
  constraint institution_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
  constraint institution_slug_key UNIQUE (slug)
);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (true);
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant select (id) to homeward_reader;
grant select, update (name) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.invitation ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  institution_id uuid not null,
  address jsonb not null,
  body exchange.wording not null,
  email text,
  running integer,
  series text,
  code text not null,
  sent_at timestamp with time zone,
  sent_by uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  reply_by date,
  reminded_at timestamp with time zone,
  constraint invitation_address_check CHECK ((jsonb_typeof(address) = 'object'::text)),
  constraint invitation_code_check CHECK (((length(code) >= 22) AND (length(code) <= 60))),
  constraint invitation_code_key UNIQUE (code),
  constraint invitation_email_check CHECK ((length(email) <= 200)),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint number_given_once UNIQUE (edition_id, series, running),
  constraint numbered_when_sent CHECK ((((sent_at IS NULL) = (running IS NULL)) AND ((running IS NULL) = (series IS NULL)))),
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint invitation_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint invitation_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id),
  constraint invitation_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE INDEX invitation_edition ON exchange.invitation USING btree (edition_id, created_at DESC, id);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_notes as permissive for update to homeward_reader using (true);
create policy reader_reminds as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) OR ((sent_at IS NOT NULL) AND (code = exchange.brought_code()))));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant update (reminded_at) to homeward_reader;

create table exchange.invitation_reply ( -- row level security, forced
  id uuid not null,
  invitation_id uuid not null,
  reply text not null,
  words text,
  noted_by uuid,
  at timestamp with time zone not null,
  constraint invitation_reply_pkey PRIMARY KEY (id),
  constraint invitation_reply_reply_check CHECK ((reply = ANY (ARRAY['acknowledged'::text, 'accepted'::text, 'declined'::text, 'nominated'::text]))),
  constraint invitation_reply_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  constraint invitation_reply_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES exchange.invitation(id) ON DELETE CASCADE,
  constraint invitation_reply_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE INDEX invitation_reply_of ON exchange.invitation_reply USING btree (invitation_id, at);
create policy adds as permissive for insert to homeward_exchange with check ((EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE ((i.id = invitation_reply.invitation_id) AND (i.sent_at IS NOT NULL)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reminds as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE (i.id = invitation_reply.invitation_id))));
grant insert, select to homeward_exchange;
grant select to homeward_reader;

create table exchange.kept_name ( -- row level security, forced
  participant_id uuid not null,
  name text not null,
  voice_only boolean not null,
  at timestamp with time zone not null,
  constraint kept_name_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint kept_name_pkey PRIMARY KEY (participant_id),
  constraint kept_name_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE TRIGGER leave_directory AFTER INSERT ON exchange.kept_name FOR EACH ROW EXECUTE FUNCTION exchange.leave_directory();
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_keeps as permissive for all to homeward_reader using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['organiser'::text])));
grant select to homeward_exchange;
grant delete, insert, select, update to homeward_reader;

create table exchange.letterhead ( -- row level security, forced
  edition_id uuid not null,
  institution_id uuid not null,
  series text not null,
  numbered integer not null default 0,
  place exchange.wording not null,
  contact text not null,
  signatory jsonb not null,
  version integer not null default 1,
  constraint letterhead_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 400))),
  constraint letterhead_numbered_check CHECK ((numbered >= 0)),
  constraint letterhead_pkey PRIMARY KEY (edition_id),
  constraint letterhead_series_check CHECK (((length(series) >= 1) AND (length(series) <= 30))),
  constraint letterhead_signatory_check CHECK ((jsonb_typeof(signatory) = 'object'::text)),
  constraint letterhead_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint letterhead_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) OR (EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE (i.edition_id = letterhead.edition_id)))));
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant insert, select, update to homeward_exchange;

create table exchange.log ( -- row level security, forced
  id uuid not null,
  at timestamp with time zone not null,
  participant_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  details jsonb not null default '{}'::jsonb,
  constraint log_action_check CHECK ((action ~ '^[a-z_]{1,60}$'::text)),
  constraint log_pkey PRIMARY KEY (id),
  constraint log_subject_kind_check CHECK ((subject_kind ~ '^[a-z_]{1,60}$'::text))
);
CREATE INDEX log_subject ON exchange.log USING btree (subject_kind, subject_id, at);
create policy adds as permissive for insert to homeward_exchange with check ((NOT (participant_id IS DISTINCT FROM exchange.me())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]));
grant insert, select to homeward_exchange;

create table exchange.material ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  session_id uuid,
  title exchange.wording not null,
  language text not null,
  access text not null,
  file_id uuid not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  version integer not null default 1,
  constraint material_access_check CHECK ((access = ANY (ARRAY['public'::text, 'registered'::text, 'speakers'::text, 'organisers'::text]))),
  constraint material_language_check CHECK ((language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
  constraint material_pkey PRIMARY KEY (id),
  constraint material_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint material_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint material_file_id_fkey FOREIGN KEY (file_id) REFERENCES exchange.file(id),
  constraint material_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
CREATE INDEX material_edition ON exchange.material USING btree (edition_id, created_at, id);
CREATE INDEX material_file ON exchange.material USING btree (file_id);
create policy adds as permissive for insert to homeward_exchange with check (((created_by = exchange.me()) AND (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR ((session_id IS NOT NULL) AND exchange.speaks_in(session_id)))));
create policy changes as permissive for update to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR (created_by = exchange.me())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR (created_by = exchange.me()) OR ((withdrawn_at IS NULL) AND (exchange.public_version('material'::text, id) IS NOT NULL) AND (((access = 'public'::text) AND (EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = material.edition_id))) AND (exchange.materials_bar(session_id) IS DISTINCT FROM 'refused'::text) AND ((session_id IS NULL) OR (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = material.session_id) AND (s.rule = 'public'::text)))))) OR ((access = ANY (ARRAY['public'::text, 'registered'::text])) AND exchange.holds(edition_id, VARIADIC ARRAY['attendee'::text, 'speaker'::text, 'moderator'::text, 'interpreter'::text, 'delegate'::text, 'reviewer'::text])) OR ((access = ANY (ARRAY['public'::text, 'registered'::text, 'speakers'::text])) AND (session_id IS NOT NULL) AND exchange.speaks_in(session_id))))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select, update to homeward_exchange;
grant select (created_by) to homeward_reader;
grant select (id) to homeward_reader;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.minutes ( -- row level security, forced
  session_id uuid not null,
  edition_id uuid not null,
  asked jsonb,
  published jsonb,
  published_at timestamp with time zone,
  version integer not null default 1,
  constraint minutes_asked_check CHECK ((jsonb_typeof(asked) = 'object'::text)),
  constraint minutes_pkey PRIMARY KEY (session_id),
  constraint minutes_published_check CHECK ((jsonb_typeof(published) = 'object'::text)),
  constraint minutes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint minutes_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
CREATE INDEX minutes_edition ON exchange.minutes USING btree (edition_id);
CREATE TRIGGER keep_minutes_rule BEFORE INSERT OR UPDATE ON exchange.minutes FOR EACH ROW EXECUTE FUNCTION exchange.keep_minutes_rule();
create policy adds as permissive for insert to homeward_exchange with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = minutes.session_id) AND (s.edition_id = minutes.edition_id))))));
create policy changes as permissive for update to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_changes as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'editor'::text]) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]) OR ((published IS NOT NULL) AND (exchange.public_version('minutes'::text, session_id) IS NOT NULL) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = minutes.session_id) AND (s.rule <> 'closed'::text)))))));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant update (asked) to homeward_reader;
grant update (published) to homeward_reader;

create table exchange.minutes_line ( -- row level security, forced
  id uuid not null,
  session_id uuid not null,
  number integer not null,
  words exchange.wording not null,
  speaker text,
  written_by uuid,
  at timestamp with time zone not null,
  left_out boolean not null default false,
  constraint minutes_line_number_check CHECK (((number >= 1) AND (number <= 10000))),
  constraint minutes_line_pkey PRIMARY KEY (id),
  constraint minutes_line_session_id_number_key UNIQUE (session_id, number),
  constraint minutes_line_speaker_check CHECK (((length(speaker) >= 1) AND (length(speaker) <= 200))),
  constraint minutes_line_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE,
  constraint minutes_line_written_by_fkey FOREIGN KEY (written_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE TRIGGER keep_line_rule BEFORE INSERT OR UPDATE ON exchange.minutes_line FOR EACH ROW EXECUTE FUNCTION exchange.keep_line_rule();
create policy adds as permissive for insert to homeward_exchange with check (((written_by = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = minutes_line.session_id) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]))))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = minutes_line.session_id) AND (exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]) OR ((s.rule <> 'closed'::text) AND exchange.holds(s.edition_id, VARIADIC ARRAY['editor'::text, 'interpreter'::text])))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_changes as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = minutes_line.session_id) AND (exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]) OR ((s.rule <> 'closed'::text) AND exchange.takes_part(s.edition_id)))))));
grant insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (left_out) to homeward_reader;
grant update (speaker) to homeward_exchange;
grant update (speaker) to homeward_reader;
grant update (words) to homeward_exchange;

create table exchange.model_card ( -- row level security, forced
  id uuid not null,
  slug text not null,
  title exchange.wording not null,
  summary exchange.wording not null,
  country text not null,
  institution_id uuid,
  state text not null default 'draft'::text,
  review text not null default 'preparing'::text,
  shown jsonb,
  asked jsonb,
  published_at timestamp with time zone,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  practice_id uuid,
  constraint model_card_asked_check CHECK ((jsonb_typeof(asked) = 'object'::text)),
  constraint model_card_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint model_card_pkey PRIMARY KEY (id),
  constraint model_card_review_check CHECK ((review = ANY (ARRAY['preparing'::text, 'open'::text, 'closed'::text]))),
  constraint model_card_shown_check CHECK ((jsonb_typeof(shown) = 'object'::text)),
  constraint model_card_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
  constraint model_card_slug_key UNIQUE (slug),
  constraint model_card_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'waiting'::text, 'published'::text, 'taken_down'::text]))),
  constraint published_is_shown CHECK (((state <> 'published'::text) OR (shown IS NOT NULL))),
  constraint model_card_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id),
  constraint model_card_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id),
  constraint model_card_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES exchange.practice(id) ON DELETE SET NULL
);
CREATE INDEX model_card_practice ON exchange.model_card USING btree (practice_id);
CREATE TRIGGER keep_shown BEFORE UPDATE ON exchange.model_card FOR EACH ROW EXECUTE FUNCTION exchange.keep_shown();
create policy adds as permissive for insert to homeward_exchange with check ((exchange.works_for(country) AND (created_by = exchange.me()) AND (state = 'draft'::text)));
create policy changes as permissive for update to homeward_exchange using (exchange.works_for(country)) with check (exchange.works_for(country));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((state = 'published'::text) OR exchange.works_for(country)));
grant insert, select to homeward_exchange;
grant update (asked) to homeward_exchange;
grant update (institution_id) to homeward_exchange;
grant update (practice_id) to homeward_exchange;
grant update (published_at) to homeward_exchange;
grant update (review) to homeward_exchange;
grant update (shown) to homeward_exchange;
grant update (state) to homeward_exchange;
grant update (summary) to homeward_exchange;
grant update (title) to homeward_exchange;
grant update (version) to homeward_exchange;

create table exchange.model_endorsement ( -- row level security, forced
  id uuid not null,
  card_id uuid not null,
  body exchange.wording not null,
  words exchange.wording not null,
  edition_id uuid,
  session_id uuid,
  decided_on date not null,
  model_version integer not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  version integer not null default 1,
  constraint model_endorsement_model_version_check CHECK ((model_version > 0)),
  constraint model_endorsement_pkey PRIMARY KEY (id),
  constraint model_endorsement_card_id_fkey FOREIGN KEY (card_id) REFERENCES exchange.model_card(id) ON DELETE CASCADE,
  constraint model_endorsement_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id),
  constraint model_endorsement_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES exchange.participant(id),
  constraint model_endorsement_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id)
);
CREATE INDEX model_endorsement_card ON exchange.model_endorsement USING btree (card_id, decided_on);
create policy adds as permissive for insert to homeward_exchange with check (((recorded_by = exchange.me()) AND exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])));
create policy changes as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((exchange.me() IS NOT NULL) AND (EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE (c.id = model_endorsement.card_id)))));
grant insert, select to homeward_exchange;
grant update (body) to homeward_exchange;
grant update (version) to homeward_exchange;
grant update (words) to homeward_exchange;

create table exchange.model_file ( -- row level security, forced
  id uuid not null,
  card_id uuid not null,
  hash text not null,
  file text not null,
  manifest jsonb not null,
  public_key text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  published_at timestamp with time zone,
  constraint model_file_card_id_hash_key UNIQUE (card_id, hash),
  constraint model_file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint model_file_manifest_check CHECK ((jsonb_typeof(manifest) = 'object'::text)),
  constraint model_file_pkey PRIMARY KEY (id),
  constraint model_file_card_id_fkey FOREIGN KEY (card_id) REFERENCES exchange.model_card(id) ON DELETE CASCADE,
  constraint model_file_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES exchange.participant(id)
);
create policy adds as permissive for insert to homeward_exchange with check (((uploaded_by = exchange.me()) AND (published_at IS NULL) AND (EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_file.card_id) AND exchange.works_for(c.country))))));
create policy changes as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_file.card_id) AND (exchange.works_for(c.country) OR ((c.state = 'published'::text) AND (c.published_at IS NOT NULL)))))));
grant insert, select to homeward_exchange;
grant update (published_at) to homeward_exchange;

create table exchange.model_question ( -- row level security, forced
  id uuid not null,
  card_id uuid not null,
  asked_by uuid not null,
  country text,
  question exchange.wording not null,
  answer exchange.wording,
  asked_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  version integer not null default 1,
  constraint answered CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint model_question_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint model_question_pkey PRIMARY KEY (id),
  constraint model_question_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES exchange.participant(id),
  constraint model_question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES exchange.participant(id),
  constraint model_question_card_id_fkey FOREIGN KEY (card_id) REFERENCES exchange.model_card(id) ON DELETE CASCADE
);
CREATE INDEX model_question_card ON exchange.model_question USING btree (card_id, asked_at);
create policy answers as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_question.card_id) AND exchange.works_for(c.country)))));
create policy asks as permissive for insert to homeward_exchange with check (((asked_by = exchange.me()) AND (answer IS NULL) AND (EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_question.card_id) AND (c.state = 'published'::text) AND (c.review = 'open'::text) AND (c.country IS DISTINCT FROM model_question.country))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((exchange.me() IS NOT NULL) AND (EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE (c.id = model_question.card_id)))));
grant insert, select to homeward_exchange;
grant update (answered_at) to homeward_exchange;
grant update (answered_by) to homeward_exchange;
grant update (answer) to homeward_exchange;
grant update (question) to homeward_exchange;
grant update (version) to homeward_exchange;

create table exchange.model_section ( -- row level security, forced
  id uuid not null,
  card_id uuid not null,
  kind text not null,
  body exchange.wording not null,
  version integer not null default 1,
  constraint model_section_card_id_kind_key UNIQUE (card_id, kind),
  constraint model_section_kind_check CHECK ((kind = ANY (ARRAY['context'::text, 'preparation'::text, 'working'::text, 'not_working'::text, 'results'::text, 'costs'::text, 'advice'::text]))),
  constraint model_section_pkey PRIMARY KEY (id),
  constraint model_section_card_id_fkey FOREIGN KEY (card_id) REFERENCES exchange.model_card(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check ((EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_section.card_id) AND exchange.works_for(c.country)))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_section.card_id) AND exchange.works_for(c.country)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.model_card c
  WHERE ((c.id = model_section.card_id) AND exchange.works_for(c.country)))));
grant insert, select to homeward_exchange;
grant update (body) to homeward_exchange;
grant update (version) to homeward_exchange;

create table exchange.news ( -- row level security, forced
  id uuid not null,
  slug text not null,
  edition_id uuid,
  kind text not null,
  title exchange.wording not null,
  lead exchange.wording not null,
  body exchange.wording not null,
  asked jsonb,
  published jsonb,
  published_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint news_kind_check CHECK ((kind = ANY (ARRAY['announcement'::text, 'press_release'::text, 'communique'::text]))),
  constraint news_pkey PRIMARY KEY (id),
  constraint news_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
  constraint news_slug_key UNIQUE (slug),
  constraint news_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint news_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
CREATE INDEX news_newest ON exchange.news USING btree (created_at DESC, id);
CREATE INDEX news_published ON exchange.news USING btree (published_at DESC, id) WHERE (published IS NOT NULL);
CREATE TRIGGER keep_copy_of_news BEFORE INSERT OR UPDATE ON exchange.news FOR EACH ROW EXECUTE FUNCTION exchange.keep_copy_of_news();
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]));
create policy changes as permissive for update to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR exchange.holds_any(VARIADIC ARRAY['editor'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR ((published IS NOT NULL) AND (exchange.public_version('news'::text, id) IS NOT NULL))));
grant insert, select, update to homeward_exchange;

create table exchange.nomination ( -- row level security, forced
  id uuid not null,
  invitation_id uuid not null,
  reply_id uuid not null,
  name text not null,
  "position" text,
  email text not null,
  invited_at timestamp with time zone,
  constraint nomination_email_check CHECK (((length(email) >= 3) AND (length(email) <= 200))),
  constraint nomination_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint nomination_pkey PRIMARY KEY (id),
  constraint nomination_position_check CHECK (((length("position") >= 1) AND (length("position") <= 200))),
  constraint nomination_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES exchange.invitation(id) ON DELETE CASCADE,
  constraint nomination_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES exchange.invitation_reply(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX nomination_of ON exchange.nomination USING btree (invitation_id, lower(email));
create policy adds as permissive for insert to homeward_exchange with check ((EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE ((i.id = nomination.invitation_id) AND (i.sent_at IS NOT NULL)))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE ((i.id = nomination.invitation_id) AND exchange.holds(i.edition_id, VARIADIC ARRAY['organiser'::text])))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.invitation i
  WHERE (i.id = nomination.invitation_id))));
grant insert, select, update to homeward_exchange;

create table exchange.notice ( -- row level security, forced
  id uuid not null,
  participant_id uuid not null,
  kind text not null,
  details jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_details_check CHECK ((jsonb_typeof(details) = 'object'::text)),
  constraint notice_kind_check CHECK ((kind ~ '^[a-z_]{1,60}$'::text)),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX notice_participant ON exchange.notice USING btree (participant_id, created_at DESC);
create policy adds as permissive for insert to homeward_exchange with check (((exchange.me() IS NOT NULL) AND (read_at IS NULL)));
create policy marks as permissive for update to homeward_exchange using ((participant_id = exchange.me())) with check ((participant_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check ((read_at IS NULL));
create policy reads as permissive for select to homeward_exchange using ((participant_id = exchange.me()));
grant insert, select to homeward_exchange;
grant insert to homeward_reader;
grant update (read_at) to homeward_exchange;

create table exchange.opinion_poll ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  session_id uuid,
  title exchange.wording not null,
  told_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint opinion_poll_pkey PRIMARY KEY (id),
  constraint opinion_poll_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint opinion_poll_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
CREATE INDEX opinion_poll_edition ON exchange.opinion_poll USING btree (edition_id, created_at);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'interpreter'::text, 'editor'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'reviewer'::text, 'moderator'::text, 'interpreter'::text, 'speaker'::text, 'attendee'::text, 'delegate'::text]) OR ((told_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = opinion_poll.edition_id))) AND ((session_id IS NULL) OR (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = opinion_poll.session_id) AND (s.rule = 'public'::text) AND (s.state = 'published'::text))))))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant select (id) to homeward_reader;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.opinion_round ( -- row level security, forced
  poll_id uuid not null,
  phase text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  map jsonb,
  constraint opinion_round_check CHECK (((map IS NULL) OR (closed_at IS NOT NULL))),
  constraint opinion_round_phase_check CHECK ((phase = ANY (ARRAY['before'::text, 'during'::text, 'after'::text]))),
  constraint opinion_round_pkey PRIMARY KEY (poll_id, phase),
  constraint opinion_round_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES exchange.opinion_poll(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX opinion_round_open ON exchange.opinion_round USING btree (poll_id) WHERE (closed_at IS NULL);
create policy adds as permissive for insert to homeward_exchange with check (((closed_at IS NULL) AND (EXISTS ( SELECT
   FROM exchange.opinion_poll p
  WHERE ((p.id = opinion_round.poll_id) AND exchange.holds(p.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]))))));
create policy changes as permissive for update to homeward_exchange using (((map IS NULL) AND (EXISTS ( SELECT
   FROM exchange.opinion_poll p
  WHERE ((p.id = opinion_round.poll_id) AND exchange.holds(p.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text])))))) with check ((closed_at IS NOT NULL));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.opinion_poll p
  WHERE (p.id = opinion_round.poll_id))));
grant insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (closed_at) to homeward_exchange;
grant update (map) to homeward_exchange;

create table exchange.opinion_statement ( -- row level security, forced
  id uuid not null,
  poll_id uuid not null,
  wording exchange.wording not null,
  proposed_by uuid,
  state text not null,
  standing integer not null generated as identity,
  version integer not null default 1,
  constraint opinion_statement_id_poll_id_key UNIQUE (id, poll_id),
  constraint opinion_statement_pkey PRIMARY KEY (id),
  constraint opinion_statement_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'let_in'::text, 'refused'::text]))),
  constraint opinion_statement_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES exchange.opinion_poll(id) ON DELETE CASCADE,
  constraint opinion_statement_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE INDEX opinion_statement_poll ON exchange.opinion_statement USING btree (poll_id, standing);
CREATE TRIGGER keep_voted_statement BEFORE UPDATE ON exchange.opinion_statement FOR EACH ROW EXECUTE FUNCTION exchange.keep_voted_statement();
create policy adds as permissive for insert to homeward_exchange with check (((proposed_by = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.opinion_poll p
  WHERE ((p.id = opinion_statement.poll_id) AND (exchange.holds(p.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]) OR ((opinion_statement.state = 'proposed'::text) AND exchange.holds(p.edition_id, VARIADIC ARRAY['editor'::text, 'reviewer'::text, 'interpreter'::text, 'speaker'::text, 'attendee'::text, 'delegate'::text]))))))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.opinion_poll p
  WHERE ((p.id = opinion_statement.poll_id) AND exchange.holds(p.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'interpreter'::text, 'editor'::text])))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.opinion_poll p
  WHERE ((p.id = opinion_statement.poll_id) AND ((opinion_statement.state = 'let_in'::text) OR (opinion_statement.proposed_by = exchange.me()) OR exchange.holds(p.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'interpreter'::text, 'editor'::text]))))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert to homeward_exchange;
grant select to homeward_reader;
grant select (id) to homeward_exchange;
grant select (id) to homeward_reader;
grant select (poll_id) to homeward_exchange;
grant select (standing) to homeward_exchange;
grant select, update (state) to homeward_exchange;
grant select, update (version) to homeward_exchange;
grant update (version) to homeward_reader;
grant select, update (wording) to homeward_exchange;
grant select, update (wording) to homeward_reader;

create table exchange.opinion_vote ( -- row level security, forced
  poll_id uuid not null,
  phase text not null,
  statement_id uuid not null,
  participant_id uuid not null,
  answer text not null,
  constraint opinion_vote_answer_check CHECK ((answer = ANY (ARRAY['agree'::text, 'disagree'::text, 'pass'::text]))),
  constraint opinion_vote_pkey PRIMARY KEY (statement_id, phase, participant_id),
  constraint opinion_vote_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint opinion_vote_poll_id_phase_fkey FOREIGN KEY (poll_id, phase) REFERENCES exchange.opinion_round(poll_id, phase) ON DELETE CASCADE,
  constraint opinion_vote_statement_id_poll_id_fkey FOREIGN KEY (statement_id, poll_id) REFERENCES exchange.opinion_statement(id, poll_id) ON DELETE CASCADE
);
CREATE INDEX opinion_vote_round ON exchange.opinion_vote USING btree (poll_id, phase, participant_id);
create policy adds as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.opinion_round r
  WHERE ((r.poll_id = opinion_vote.poll_id) AND (r.phase = opinion_vote.phase) AND (r.closed_at IS NULL)))) AND (EXISTS ( SELECT
   FROM (exchange.opinion_statement s
     JOIN exchange.opinion_poll p ON ((p.id = s.poll_id)))
  WHERE ((s.id = opinion_vote.statement_id) AND (s.state = 'let_in'::text) AND exchange.holds(p.edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'reviewer'::text, 'moderator'::text, 'interpreter'::text, 'speaker'::text, 'attendee'::text, 'delegate'::text]))))));
create policy changes as permissive for update to homeward_exchange using (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.opinion_round r
  WHERE ((r.poll_id = opinion_vote.poll_id) AND (r.phase = opinion_vote.phase) AND (r.closed_at IS NULL))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((participant_id = exchange.me()));
create policy takes_back as permissive for delete to homeward_exchange using (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.opinion_round r
  WHERE ((r.poll_id = opinion_vote.poll_id) AND (r.phase = opinion_vote.phase) AND (r.closed_at IS NULL))))));
grant delete, insert to homeward_exchange;
grant select to homeward_reader;
grant select, update (answer) to homeward_exchange;
grant select (phase) to homeward_exchange;
grant select (poll_id) to homeward_exchange;
grant select (statement_id) to homeward_exchange;

create table exchange.participant ( -- row level security, forced
  id uuid not null,
  name text not null,
  country text,
  institution_id uuid,
  languages text[] not null default '{}'::text[],
  time_zone text not null default 'UTC'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint participant_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint participant_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint participant_pkey PRIMARY KEY (id),
  constraint participant_id_fkey FOREIGN KEY (id) REFERENCES exchange_auth.account(id) ON DELETE CASCADE,
  constraint participant_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id)
);
create policy changes as permissive for update to homeward_exchange using ((id = exchange.me())) with check ((id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
create policy reader_names as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((id = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text, 'reviewer'::text, 'moderator'::text])));
grant select, update to homeward_exchange;
grant insert, select to homeward_reader;
grant update (institution_id) to homeward_reader;
grant update (name) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.picture ( -- row level security, forced
  id uuid not null,
  participant_id uuid,
  edition_id uuid,
  alt exchange.wording not null,
  caption exchange.wording,
  media_type text not null,
  bytes bytea not null,
  width integer not null,
  height integer not null,
  consent text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  proposed_for uuid,
  agreed_at timestamp with time zone,
  constraint picture_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 400000))),
  constraint picture_consent_check CHECK (((length(consent) >= 3) AND (length(consent) <= 500))),
  constraint picture_height_check CHECK (((height >= 1) AND (height <= 4000))),
  constraint picture_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text]))),
  constraint picture_of_one CHECK ((num_nonnulls(participant_id, edition_id, proposed_for) = 1)),
  constraint picture_pkey PRIMARY KEY (id),
  constraint picture_width_check CHECK (((width >= 1) AND (width <= 4000))),
  constraint picture_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint picture_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint picture_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint picture_proposed_for_fkey FOREIGN KEY (proposed_for) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX picture_gallery ON exchange.picture USING btree (edition_id, created_at);
CREATE UNIQUE INDEX picture_portrait ON exchange.picture USING btree (participant_id);
CREATE UNIQUE INDEX picture_proposed ON exchange.picture USING btree (proposed_for, created_by);
create policy adds as permissive for insert to homeward_exchange with check (((created_by = exchange.me()) AND (agreed_at IS NULL) AND ((participant_id = exchange.me()) OR ((edition_id IS NOT NULL) AND exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text])) OR ((proposed_for <> exchange.me()) AND exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text])))));
create policy agrees as permissive for update to homeward_exchange using ((proposed_for = exchange.me())) with check (((participant_id = exchange.me()) AND (proposed_for IS NULL) AND (agreed_at IS NOT NULL)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reader_removes as permissive for delete to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR (proposed_for = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR ((exchange.public_version('picture'::text, id) IS NOT NULL) AND (proposed_for IS NULL) AND ((edition_id IS NULL) OR (EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = picture.edition_id)))))));
create policy removes as permissive for delete to homeward_exchange using (((participant_id = exchange.me()) OR (proposed_for = exchange.me()) OR ((proposed_for IS NOT NULL) AND (created_by = exchange.me())) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text])));
grant delete, insert, select to homeward_exchange;
grant delete to homeward_reader;
grant update (agreed_at) to homeward_exchange;
grant select (alt) to homeward_reader;
grant update (consent) to homeward_exchange;
grant select (height) to homeward_reader;
grant select (id) to homeward_reader;
grant update (participant_id) to homeward_exchange;
grant select (participant_id) to homeward_reader;
grant update (proposed_for) to homeward_exchange;
grant select (proposed_for) to homeward_reader;
grant select (width) to homeward_reader;

create table exchange."position" ( -- row level security, forced
  id uuid not null,
  recommendation_id uuid not null,
  country text not null,
  participant_id uuid,
  stance text not null,
  words exchange.wording,
  revision integer not null,
  at timestamp with time zone not null,
  version integer not null default 1,
  constraint position_check CHECK (((stance <> 'reservation'::text) OR (words IS NOT NULL))),
  constraint position_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint position_pkey PRIMARY KEY (id),
  constraint position_recommendation_id_country_key UNIQUE (recommendation_id, country),
  constraint position_stance_check CHECK ((stance = ANY (ARRAY['support'::text, 'reservation'::text, 'abstain'::text]))),
  constraint position_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint position_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES exchange.recommendation(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM (exchange.recommendation r
     JOIN exchange.role d ON (((d.participant_id = exchange.me()) AND (d.role = 'delegate'::text) AND (d.revoked_at IS NULL) AND (d.country = "position".country) AND ((d.edition_id IS NULL) OR (d.edition_id = r.edition_id)))))
  WHERE ((r.id = "position".recommendation_id) AND (r.adopted_on IS NULL))))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM (exchange.recommendation r
     JOIN exchange.role d ON (((d.participant_id = exchange.me()) AND (d.role = 'delegate'::text) AND (d.revoked_at IS NULL) AND (d.country = "position".country) AND ((d.edition_id IS NULL) OR (d.edition_id = r.edition_id)))))
  WHERE ((r.id = "position".recommendation_id) AND (r.adopted_on IS NULL))))) with check ((participant_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE (r.id = "position".recommendation_id))));
grant insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (at) to homeward_exchange;
grant update (participant_id) to homeward_exchange;
grant update (revision) to homeward_exchange;
grant update (stance) to homeward_exchange;
grant update (words) to homeward_exchange;

create table exchange.practice ( -- row level security, forced
  id uuid not null,
  author_id uuid not null,
  editors uuid[] not null default '{}'::uuid[],
  reviewers uuid[] not null default '{}'::uuid[],
  institution_id uuid,
  state text not null default 'draft'::text,
  round integer not null default 0,
  accepted_round integer,
  published_version integer,
  title exchange.wording not null,
  one_line exchange.wording,
  summary exchange.wording,
  partners exchange.wording,
  problem exchange.wording,
  change_idea exchange.wording,
  steps exchange.wording,
  staffing exchange.wording,
  legal_basis exchange.wording,
  tools exchange.wording,
  safeguards exchange.wording,
  results exchange.wording,
  did_not_work exchange.wording,
  transfer_conditions exchange.wording,
  how_to_adopt exchange.wording,
  sources exchange.wording,
  contact exchange.wording,
  country text not null,
  scope text,
  themes text[] not null default '{}'::text[],
  target_groups text[] not null default '{}'::text[],
  stages text[] not null default '{}'::text[],
  from_year integer,
  to_year integer,
  cost_band text,
  evidence jsonb not null default '{}'::jsonb,
  maturity jsonb not null default '{"places": 0, "criteria": [], "in_a_norm": false}'::jsonb,
  studies jsonb not null default '[]'::jsonb,
  handle text,
  licence text not null default 'CC-BY-4.0'::text,
  review_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint practice_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint practice_editors_check CHECK ((cardinality(editors) <= 20)),
  constraint practice_pkey PRIMARY KEY (id),
  constraint practice_reviewers_check CHECK ((cardinality(reviewers) <= 10)),
  constraint practice_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in_review'::text, 'returned'::text, 'accepted'::text, 'published'::text, 'archived'::text, 'taken_down'::text]))),
  constraint practice_author_id_fkey FOREIGN KEY (author_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint practice_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id)
);
CREATE INDEX practice_author ON exchange.practice USING btree (author_id, changed_at);
CREATE INDEX practice_state ON exchange.practice USING btree (state, changed_at);
CREATE TRIGGER keep_published_practice BEFORE INSERT OR UPDATE ON exchange.practice FOR EACH ROW EXECUTE FUNCTION exchange.keep_published_practice();
create policy adds as permissive for insert to homeward_exchange with check (((author_id = exchange.me()) AND (state = 'draft'::text)));
create policy changes as permissive for update to homeward_exchange using (((author_id = exchange.me()) OR (exchange.me() = ANY (editors)) OR (exchange.me() = ANY (reviewers)) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]))) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((author_id = exchange.me()) OR (exchange.me() = ANY (editors)) OR (exchange.me() = ANY (reviewers)) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])));
grant insert, select, update to homeward_exchange;

create table exchange.practice_clash ( -- row level security, forced
  id uuid not null,
  practice_id uuid not null,
  participant_id uuid not null,
  field text not null,
  language text not null,
  yours jsonb not null,
  theirs jsonb not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  said_by text not null,
  constraint practice_clash_field_check CHECK ((length(field) <= 60)),
  constraint practice_clash_pkey PRIMARY KEY (id),
  constraint practice_clash_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint practice_clash_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES exchange.practice(id) ON DELETE CASCADE
);
CREATE INDEX practice_clash_open ON exchange.practice_clash USING btree (practice_id) WHERE (settled_at IS NULL);
create policy adds as permissive for insert to homeward_exchange with check ((participant_id = exchange.me()));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.practice p
  WHERE ((p.id = practice_clash.practice_id) AND ((p.author_id = exchange.me()) OR (exchange.me() = ANY (p.editors)) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.practice p
  WHERE ((p.id = practice_clash.practice_id) AND ((p.author_id = exchange.me()) OR (exchange.me() = ANY (p.editors)) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]))))));
grant insert, select to homeward_exchange;
grant update (settled_at) to homeward_exchange;

create table exchange.practice_review ( -- row level security, forced
  id uuid not null,
  practice_id uuid not null,
  round integer not null,
  reviewer_id uuid not null,
  country text,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  declined_because text,
  decision text,
  criteria jsonb,
  contested text[] not null default '{}'::text[],
  summary text,
  language text,
  decided_at timestamp with time zone,
  constraint practice_review_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint practice_review_decision_check CHECK ((decision = ANY (ARRAY['accept'::text, 'return'::text]))),
  constraint practice_review_declined_because_check CHECK ((declined_because = ANY (ARRAY['conflict_of_interest'::text, 'no_time'::text, 'other_field'::text]))),
  constraint practice_review_pkey PRIMARY KEY (id),
  constraint practice_review_practice_id_round_reviewer_id_key UNIQUE (practice_id, round, reviewer_id),
  constraint practice_review_summary_check CHECK ((length(summary) <= 2000)),
  constraint practice_review_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint practice_review_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES exchange.practice(id) ON DELETE CASCADE,
  constraint practice_review_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX practice_review_reviewer ON exchange.practice_review USING btree (reviewer_id, decided_at);
create policy adds as permissive for insert to homeward_exchange with check ((exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]) AND (decision IS NULL) AND (reviewer_id <> exchange.me())));
create policy changes as permissive for update to homeward_exchange using (((reviewer_id = exchange.me()) AND (decided_at IS NULL))) with check ((reviewer_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((reviewer_id = exchange.me()) OR (EXISTS ( SELECT
   FROM exchange.practice p
  WHERE (p.id = practice_review.practice_id)))));
grant insert, select, update to homeward_exchange;

create table exchange.practice_version ( -- row level security, forced
  practice_id uuid not null,
  version integer not null,
  card jsonb not null,
  words text not null,
  word_index tsvector not null,
  made_at timestamp with time zone not null,
  published_at timestamp with time zone,
  hidden_at timestamp with time zone,
  archived_at timestamp with time zone,
  review_on date,
  latest boolean not null default false,
  constraint practice_version_pkey PRIMARY KEY (practice_id, version),
  constraint practice_version_version_check CHECK ((version > 0)),
  constraint practice_version_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES exchange.practice(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX practice_version_latest ON exchange.practice_version USING btree (practice_id) WHERE latest;
CREATE INDEX practice_version_words ON exchange.practice_version USING gin (word_index) WHERE latest;
CREATE TRIGGER kept BEFORE UPDATE ON exchange.practice_version FOR EACH ROW EXECUTE FUNCTION exchange.keep_practice_version();
create policy adds as permissive for insert to homeward_exchange with check (((published_at IS NULL) AND (EXISTS ( SELECT
   FROM exchange.practice p
  WHERE (p.id = practice_version.practice_id)))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.practice p
  WHERE (p.id = practice_version.practice_id)))) with check (((published_at IS NULL) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((((published_at IS NOT NULL) AND (hidden_at IS NULL)) OR (EXISTS ( SELECT
   FROM exchange.practice p
  WHERE (p.id = practice_version.practice_id)))));
grant insert, select to homeward_exchange;
grant update (archived_at) to homeward_exchange;
grant update (card) to homeward_exchange;
grant update (hidden_at) to homeward_exchange;
grant update (latest) to homeward_exchange;
grant update (made_at) to homeward_exchange;
grant update (published_at) to homeward_exchange;
grant update (review_on) to homeward_exchange;
grant update (word_index) to homeward_exchange;
grant update (words) to homeward_exchange;

create table exchange.precedence ( -- row level security, forced
  edition_id uuid not null,
  rules text[] not null default '{}'::text[],
  fixed jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  constraint precedence_fixed_check CHECK ((jsonb_typeof(fixed) = 'object'::text)),
  constraint precedence_pkey PRIMARY KEY (edition_id),
  constraint precedence_rules_check CHECK ((cardinality(rules) <= 10)),
  constraint precedence_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant insert, select, update to homeward_exchange;

create table exchange.proceedings ( -- row level security, forced
  edition_id uuid not null,
  abstract exchange.wording not null,
  licence text not null,
  doi text,
  asked jsonb,
  published jsonb,
  published_at timestamp with time zone,
  version integer not null default 1,
  constraint proceedings_doi_check CHECK ((doi ~ '^10\.[0-9]{4,9}/[^[:space:]]{1,200}$'::text)),
  constraint proceedings_licence_check CHECK ((licence = ANY (ARRAY['CC-BY-4.0'::text, 'CC-BY-SA-4.0'::text, 'CC-BY-NC-4.0'::text]))),
  constraint proceedings_pkey PRIMARY KEY (edition_id),
  constraint proceedings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
CREATE TRIGGER keep_copy_of_proceedings BEFORE INSERT OR UPDATE ON exchange.proceedings FOR EACH ROW EXECUTE FUNCTION exchange.keep_copy_of_proceedings();
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]) OR ((published IS NOT NULL) AND (exchange.public_version('proceedings'::text, edition_id) IS NOT NULL))));
grant insert, select, update to homeward_exchange;

create table exchange.programme_version ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  number integer not null,
  released_at timestamp with time zone not null,
  released_by uuid,
  programme jsonb not null,
  changes jsonb not null,
  taken_down_at timestamp with time zone,
  constraint programme_version_changes_check CHECK ((jsonb_typeof(changes) = 'array'::text)),
  constraint programme_version_edition_id_number_key UNIQUE (edition_id, number),
  constraint programme_version_number_check CHECK ((number > 0)),
  constraint programme_version_pkey PRIMARY KEY (id),
  constraint programme_version_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint programme_version_released_by_fkey FOREIGN KEY (released_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_names as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = programme_version.edition_id))) AND ((taken_down_at IS NULL) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text]))));
create policy releases as permissive for insert to homeward_exchange with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (released_by = exchange.me())));
create policy takes_down as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])) with check ((taken_down_at IS NOT NULL));
grant insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (programme) to homeward_reader;
grant update (taken_down_at) to homeward_exchange;

create table exchange.programme_version_whole ( -- row level security, forced
  version_id uuid not null,
  edition_id uuid not null,
  programme jsonb not null,
  constraint programme_version_whole_pkey PRIMARY KEY (version_id),
  constraint programme_version_whole_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint programme_version_whole_version_id_fkey FOREIGN KEY (version_id) REFERENCES exchange.programme_version(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy releases as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant insert, select to homeward_exchange;

create table exchange.progress_report ( -- row level security, forced
  id uuid not null,
  recommendation_id uuid not null,
  institution_id uuid,
  participant_id uuid,
  status text not null,
  words exchange.wording,
  value numeric,
  evidence text,
  reported_on date not null,
  version integer not null default 1,
  at timestamp with time zone not null,
  held boolean not null default false,
  constraint progress_report_check CHECK (((status <> 'declined'::text) OR (words IS NOT NULL))),
  constraint progress_report_evidence_check CHECK (((evidence ~ '^https?://'::text) AND (length(evidence) <= 500))),
  constraint progress_report_pkey PRIMARY KEY (id),
  constraint progress_report_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES exchange.institution(id),
  constraint progress_report_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint progress_report_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES exchange.recommendation(id) ON DELETE CASCADE
);
CREATE INDEX progress_report_recommendation ON exchange.progress_report USING btree (recommendation_id, at);
CREATE TRIGGER keep_held_report BEFORE UPDATE ON exchange.progress_report FOR EACH ROW EXECUTE FUNCTION exchange.keep_held_report();
create policy adds as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = progress_report.recommendation_id) AND (r.adopted_on IS NOT NULL) AND (exchange.holds(r.edition_id, VARIADIC ARRAY['organiser'::text]) OR (EXISTS ( SELECT
           FROM exchange.participant p
          WHERE ((p.id = exchange.me()) AND (p.institution_id = progress_report.institution_id) AND ((p.institution_id = r.lead_id) OR (p.institution_id = ANY (r.co_owner_ids))))))))))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = progress_report.recommendation_id) AND exchange.holds(r.edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'interpreter'::text])))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((EXISTS ( SELECT
   FROM exchange.recommendation r
  WHERE ((r.id = progress_report.recommendation_id) AND ((NOT progress_report.held) OR exchange.takes_part(r.edition_id))))) OR (participant_id = exchange.me())));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select to homeward_exchange;
grant update (held) to homeward_exchange;
grant select (id) to homeward_reader;
grant update (version) to homeward_exchange;
grant update (version) to homeward_reader;
grant update (words) to homeward_exchange;
grant select, update (words) to homeward_reader;

create table exchange.proposal ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  kind text not null,
  title exchange.wording not null,
  abstract exchange.wording not null,
  description exchange.wording,
  do_not_record boolean not null,
  interpretation jsonb not null,
  state text not null default 'draft'::text,
  submitted_at timestamp with time zone,
  late_at timestamp with time zone,
  decided_at timestamp with time zone,
  session_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint proposal_kind_check CHECK ((kind = ANY (ARRAY['talk'::text, 'panel'::text, 'workshop'::text, 'case_of_practice'::text, 'poster'::text]))),
  constraint proposal_pkey PRIMARY KEY (id),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in_review'::text, 'accepted'::text, 'waiting'::text, 'declined'::text, 'withdrawn'::text, 'confirmed'::text]))),
  constraint proposal_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint proposal_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE SET NULL
);
CREATE INDEX proposal_edition ON exchange.proposal USING btree (edition_id, state);
CREATE TRIGGER keep_own_proposal BEFORE UPDATE ON exchange.proposal FOR EACH ROW EXECUTE FUNCTION exchange.keep_own_proposal();
create policy adds as permissive for insert to homeward_exchange with check (((exchange.me() IS NOT NULL) AND (state = 'draft'::text) AND (EXISTS ( SELECT
   FROM exchange.edition e
  WHERE ((e.id = proposal.edition_id) AND (e.state = 'published'::text))))));
create policy changes as permissive for update to homeward_exchange using (((EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = proposal.id) AND (w.participant_id = exchange.me())))) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = proposal.id) AND (w.participant_id = exchange.me())))) OR (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND ((state <> 'draft'::text) OR (late_at IS NOT NULL))) OR ((state <> ALL (ARRAY['draft'::text, 'submitted'::text, 'withdrawn'::text])) AND (EXISTS ( SELECT
   FROM exchange.review_assignment a
  WHERE ((a.proposal_id = proposal.id) AND (a.reviewer_id = exchange.me())))) AND (NOT exchange.stands_near(id, exchange.me())))));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.proposal_author ( -- row level security, forced
  proposal_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  constraint proposal_author_pkey PRIMARY KEY (proposal_id),
  constraint proposal_author_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint proposal_author_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint proposal_author_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES exchange.proposal(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX proposal_author_of ON exchange.proposal_author USING btree (participant_id);
create policy adds as permissive for insert to homeward_exchange with check ((participant_id = exchange.me()));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) OR ((EXISTS ( SELECT
   FROM exchange.review_assignment a
  WHERE ((a.proposal_id = proposal_author.proposal_id) AND (a.reviewer_id = exchange.me())))) AND (NOT exchange.stands_near(proposal_id, exchange.me())) AND (EXISTS ( SELECT
   FROM exchange.call c
  WHERE ((c.edition_id = proposal_author.edition_id) AND ((NOT c.anonymous) OR (c.phase <> 'reviews'::text))))))));
grant insert, select to homeward_exchange;
grant select to homeward_reader;

create table exchange.proposal_speaker ( -- row level security, forced
  proposal_id uuid not null,
  edition_id uuid not null,
  standing integer not null,
  name text not null,
  institution text not null,
  country text,
  languages text[] not null,
  constraint proposal_speaker_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint proposal_speaker_institution_check CHECK (((length(institution) >= 1) AND (length(institution) <= 200))),
  constraint proposal_speaker_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint proposal_speaker_pkey PRIMARY KEY (proposal_id, standing),
  constraint proposal_speaker_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint proposal_speaker_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES exchange.proposal(id) ON DELETE CASCADE
);
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE (w.proposal_id = proposal_speaker.proposal_id))) AND (EXISTS ( SELECT
   FROM exchange.proposal p
  WHERE (p.id = proposal_speaker.proposal_id)))));
create policy writes as permissive for all to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = proposal_speaker.proposal_id) AND (w.participant_id = exchange.me()))))) with check ((EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = proposal_speaker.proposal_id) AND (w.participant_id = exchange.me())))));
grant delete, insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.protocol_rank ( -- row level security, forced
  edition_id uuid not null,
  participant_id uuid not null,
  rank text not null,
  form jsonb not null default '{}'::jsonb,
  constraint protocol_rank_form_check CHECK ((jsonb_typeof(form) = 'object'::text)),
  constraint protocol_rank_pkey PRIMARY KEY (edition_id, participant_id),
  constraint protocol_rank_rank_check CHECK ((rank = ANY (ARRAY['head_of_state'::text, 'head_of_government'::text, 'minister'::text, 'deputy_minister'::text, 'ambassador'::text, 'head_of_institution'::text, 'head_of_department'::text, 'expert'::text]))),
  constraint protocol_rank_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint protocol_rank_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;

create table exchange.publication ( -- row level security, forced
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  version integer not null,
  title text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  texts jsonb not null,
  findings jsonb not null,
  answered jsonb not null default '[]'::jsonb,
  state text not null default 'waiting'::text,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  taken_down_by uuid,
  taken_down_at timestamp with time zone,
  taken_down_because text,
  constraint decided CHECK (((state = 'waiting'::text) = (decided_at IS NULL))),
  constraint publication_answered_check CHECK ((jsonb_typeof(answered) = 'array'::text)),
  constraint publication_findings_check CHECK ((jsonb_typeof(findings) = 'array'::text)),
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_reason_check CHECK ((length(reason) <= 1000)),
  constraint publication_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'returned'::text, 'taken_down'::text]))),
  constraint publication_subject_kind_check CHECK ((subject_kind ~ '^[a-z_]{1,60}$'::text)),
  constraint publication_taken_down_because_check CHECK ((length(taken_down_because) <= 1000)),
  constraint publication_texts_check CHECK ((jsonb_typeof(texts) = 'object'::text)),
  constraint publication_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  constraint publication_version_check CHECK ((version > 0)),
  constraint second_editor CHECK (((state <> 'published'::text) OR (decided_by IS DISTINCT FROM asked_by))),
  constraint taken_down_why CHECK (((state = 'taken_down'::text) = (taken_down_at IS NOT NULL))),
  constraint publication_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint publication_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint publication_taken_down_by_fkey FOREIGN KEY (taken_down_by) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE INDEX publication_queue ON exchange.publication USING btree (state, asked_at, id);
CREATE INDEX publication_subject ON exchange.publication USING btree (subject_kind, subject_id, version);
CREATE UNIQUE INDEX publication_waiting ON exchange.publication USING btree (subject_kind, subject_id) WHERE (state = 'waiting'::text);
CREATE TRIGGER keep_second_look BEFORE INSERT OR UPDATE ON exchange.publication FOR EACH ROW EXECUTE FUNCTION exchange.keep_second_look();
create policy asks as permissive for insert to homeward_exchange with check (((asked_by = exchange.me()) AND (state = 'waiting'::text)));
create policy decides as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])) with check ((COALESCE(taken_down_by, decided_by) = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((asked_by = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['editor'::text, 'organiser'::text])));
create policy reads_minutes as permissive for select to homeward_exchange using (((subject_kind = 'minutes'::text) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = publication.subject_id) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]))))));
create policy takes_back as permissive for delete to homeward_exchange using (((asked_by = exchange.me()) AND (state = 'waiting'::text)));
grant delete, insert, select to homeward_exchange;
grant update (answered) to homeward_exchange;
grant select (asked_by) to homeward_reader;
grant update (decided_at) to homeward_exchange;
grant update (decided_by) to homeward_exchange;
grant select (decided_by) to homeward_reader;
grant update (reason) to homeward_exchange;
grant update (state) to homeward_exchange;
grant select (state) to homeward_reader;
grant select (subject_id) to homeward_reader;
grant select (subject_kind) to homeward_reader;
grant update (taken_down_at) to homeward_exchange;
grant update (taken_down_because) to homeward_exchange;
grant update (taken_down_by) to homeward_exchange;
grant select (taken_down_by) to homeward_reader;
grant select (version) to homeward_reader;

create table exchange.quotation ( -- row level security, forced
  id uuid not null,
  news_id uuid not null,
  participant_id uuid not null,
  speaker text not null,
  institution exchange.wording,
  news_title exchange.wording not null,
  words exchange.wording not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint quotation_pkey PRIMARY KEY (id),
  constraint quotation_speaker_check CHECK (((length(speaker) >= 1) AND (length(speaker) <= 200))),
  constraint quotation_created_by_fkey FOREIGN KEY (created_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint quotation_news_id_fkey FOREIGN KEY (news_id) REFERENCES exchange.news(id) ON DELETE CASCADE,
  constraint quotation_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX quotation_news ON exchange.quotation USING btree (news_id, created_at, id);
CREATE INDEX quotation_speaker ON exchange.quotation USING btree (participant_id, created_at DESC);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_names as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR (EXISTS ( SELECT
   FROM exchange.news n
  WHERE (n.id = quotation.news_id)))));
create policy writes as permissive for all to homeward_exchange using ((exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text]) AND (EXISTS ( SELECT
   FROM exchange.news n
  WHERE ((n.id = quotation.news_id) AND exchange.holds(n.edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text]))))));
grant delete, insert, select, update to homeward_exchange;
grant update (institution) to homeward_reader;
grant select (participant_id) to homeward_reader;
grant update (speaker) to homeward_reader;

create table exchange.quotation_approval ( -- row level security, forced
  quotation_id uuid not null,
  lang text not null,
  words text not null,
  approved boolean not null,
  participant_id uuid not null,
  at timestamp with time zone not null,
  constraint quotation_approval_lang_check CHECK ((lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
  constraint quotation_approval_pkey PRIMARY KEY (quotation_id, lang),
  constraint quotation_approval_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint quotation_approval_quotation_id_fkey FOREIGN KEY (quotation_id) REFERENCES exchange.quotation(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.quotation q
  WHERE ((q.id = quotation_approval.quotation_id) AND (q.participant_id = exchange.me()))))));
create policy changes as permissive for update to homeward_exchange using (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.quotation q
  WHERE ((q.id = quotation_approval.quotation_id) AND (q.participant_id = exchange.me())))))) with check ((participant_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.quotation q
  WHERE (q.id = quotation_approval.quotation_id))));
grant insert, select, update to homeward_exchange;

create table exchange.recommendation ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  session_id uuid,
  line_id uuid,
  number integer not null,
  theme text not null,
  text exchange.wording not null,
  proposer_id uuid,
  marked_by uuid,
  replaces_id uuid,
  adopted_on date,
  body exchange.wording,
  status text not null default 'open'::text,
  lead_id uuid,
  co_owner_ids uuid[] not null default '{}'::uuid[],
  due_on date,
  review_on date,
  indicator_name exchange.wording,
  indicator_base numeric,
  indicator_target numeric,
  indicator_unit text,
  came_of_kind text,
  came_of_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint recommendation_came_of_kind_check CHECK ((came_of_kind = ANY (ARRAY['practice'::text, 'model'::text]))),
  constraint recommendation_check CHECK (((adopted_on IS NULL) = (body IS NULL))),
  constraint recommendation_check1 CHECK (((status = 'open'::text) OR (adopted_on IS NOT NULL))),
  constraint recommendation_check2 CHECK (((came_of_kind IS NULL) = (came_of_id IS NULL))),
  constraint recommendation_co_owner_ids_check CHECK ((cardinality(co_owner_ids) <= 20)),
  constraint recommendation_edition_id_number_key UNIQUE (edition_id, number),
  constraint recommendation_indicator_unit_check CHECK (((length(indicator_unit) >= 1) AND (length(indicator_unit) <= 60))),
  constraint recommendation_number_check CHECK (((number >= 1) AND (number <= 10000))),
  constraint recommendation_pkey PRIMARY KEY (id),
  constraint recommendation_replaces_id_key UNIQUE (replaces_id),
  constraint recommendation_status_check CHECK ((status = ANY (ARRAY['open'::text, 'accepted'::text, 'under_way'::text, 'partly'::text, 'done'::text, 'declined'::text]))),
  constraint recommendation_theme_check CHECK ((theme ~ '^[a-z_]{1,40}$'::text)),
  constraint recommendation_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id),
  constraint recommendation_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES exchange.institution(id),
  constraint recommendation_line_id_fkey FOREIGN KEY (line_id) REFERENCES exchange.minutes_line(id),
  constraint recommendation_marked_by_fkey FOREIGN KEY (marked_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint recommendation_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint recommendation_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES exchange.recommendation(id),
  constraint recommendation_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id)
);
CREATE INDEX recommendation_came_of ON exchange.recommendation USING btree (came_of_id);
CREATE INDEX recommendation_lead ON exchange.recommendation USING btree (lead_id);
CREATE INDEX recommendation_session ON exchange.recommendation USING btree (session_id);
CREATE TRIGGER keep_recommendation BEFORE UPDATE ON exchange.recommendation FOR EACH ROW EXECUTE FUNCTION exchange.keep_recommendation();
create policy adds as permissive for insert to homeward_exchange with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text]) AND (marked_by = exchange.me()) AND (adopted_on IS NULL)));
create policy changes as permissive for update to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'editor'::text, 'interpreter'::text]) OR (EXISTS ( SELECT
   FROM exchange.participant p
  WHERE ((p.id = exchange.me()) AND ((p.institution_id = recommendation.lead_id) OR (p.institution_id = ANY (recommendation.co_owner_ids))))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_changes as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = recommendation.edition_id))) AND (exchange.takes_part(edition_id) OR ((adopted_on IS NOT NULL) AND (exchange.public_version('recommendation'::text, id) IS NOT NULL)))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (adopted_on) to homeward_exchange;
grant update (body) to homeward_exchange;
grant select, update (body) to homeward_reader;
grant update (came_of_id) to homeward_exchange;
grant update (came_of_kind) to homeward_exchange;
grant update (co_owner_ids) to homeward_exchange;
grant update (due_on) to homeward_exchange;
grant select (id) to homeward_reader;
grant update (indicator_base) to homeward_exchange;
grant update (indicator_name) to homeward_exchange;
grant select, update (indicator_name) to homeward_reader;
grant update (indicator_target) to homeward_exchange;
grant update (indicator_unit) to homeward_exchange;
grant update (lead_id) to homeward_exchange;
grant update (proposer_id) to homeward_reader;
grant update (review_on) to homeward_exchange;
grant update (status) to homeward_exchange;
grant update (text) to homeward_exchange;
grant update (theme) to homeward_exchange;
grant update (version) to homeward_exchange;
grant update (version) to homeward_reader;

create table exchange.recommendation_reminder ( -- row level security, forced
  recommendation_id uuid not null,
  participant_id uuid not null,
  kind text not null,
  of_day date not null,
  sent_at timestamp with time zone not null,
  constraint recommendation_reminder_kind_check CHECK ((kind = ANY (ARRAY['review_due'::text, 'review_overdue'::text]))),
  constraint recommendation_reminder_pkey PRIMARY KEY (recommendation_id, participant_id, kind, of_day),
  constraint recommendation_reminder_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint recommendation_reminder_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES exchange.recommendation(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant insert, select to homeward_reader;

create table exchange.registration ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  state text not null,
  show_name boolean not null,
  show_institution boolean not null,
  show_country boolean not null,
  languages text[] not null,
  answers jsonb not null,
  invitation_id uuid,
  requested_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  version integer not null default 1,
  constraint registration_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint registration_edition_id_participant_id_key UNIQUE (edition_id, participant_id),
  constraint registration_pkey PRIMARY KEY (id),
  constraint registration_state_check CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'requested'::text, 'approved'::text, 'waiting'::text, 'declined'::text, 'cancelled'::text]))),
  constraint registration_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint registration_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint registration_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES exchange.edition_invitation(id) ON DELETE SET NULL,
  constraint registration_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX registration_state ON exchange.registration USING btree (edition_id, state, requested_at);
CREATE TRIGGER keep_own_seat BEFORE INSERT OR UPDATE ON exchange.registration FOR EACH ROW EXECUTE FUNCTION exchange.keep_own_seat();
CREATE TRIGGER seat_is_role AFTER INSERT OR UPDATE OF state ON exchange.registration FOR EACH ROW EXECUTE FUNCTION exchange.seat_is_role();
create policy adds as permissive for insert to homeward_exchange with check ((participant_id = exchange.me()));
create policy changes as permissive for update to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy conference_reader_moves as permissive for update to homeward_reader using ((state = 'waiting'::text)) with check ((state = ANY (ARRAY['requested'::text, 'approved'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text])));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant update (decided_at) to homeward_reader;
grant update (state) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.registration_settings ( -- row level security, forced
  edition_id uuid not null,
  opens text not null,
  closes text not null,
  time_zone text not null,
  approval boolean not null,
  seats integer not null,
  seats_per_institution integer,
  seats_per_country integer,
  questions jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  constraint registration_settings_pkey PRIMARY KEY (edition_id),
  constraint registration_settings_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text)),
  constraint registration_settings_seats_check CHECK (((seats >= 1) AND (seats <= 5000))),
  constraint registration_settings_seats_per_country_check CHECK (((seats_per_country >= 1) AND (seats_per_country <= 5000))),
  constraint registration_settings_seats_per_institution_check CHECK (((seats_per_institution >= 1) AND (seats_per_institution <= 5000))),
  constraint registration_settings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = registration_settings.edition_id))));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.registration_sex ( -- row level security, forced
  registration_id uuid not null,
  edition_id uuid not null,
  sex text not null,
  constraint registration_sex_pkey PRIMARY KEY (registration_id),
  constraint registration_sex_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint registration_sex_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint registration_sex_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES exchange.registration(id) ON DELETE CASCADE
);
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy own as permissive for all to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.registration r
  WHERE ((r.id = registration_sex.registration_id) AND (r.participant_id = exchange.me()))))) with check ((EXISTS ( SELECT
   FROM exchange.registration r
  WHERE ((r.id = registration_sex.registration_id) AND (r.participant_id = exchange.me())))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.reminder ( -- row level security, forced
  kind text not null,
  subject_id uuid not null,
  participant_id uuid not null,
  edition_id uuid not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint reminder_kind_check CHECK ((kind = ANY (ARRAY['call_ends'::text, 'reviews_due'::text, 'session_tomorrow'::text, 'own_session_tomorrow'::text, 'session_soon'::text]))),
  constraint reminder_pkey PRIMARY KEY (kind, subject_id, participant_id),
  constraint reminder_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint reminder_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX reminder_of ON exchange.reminder USING btree (participant_id, at);
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy conference_reminds as permissive for insert to homeward_reader with check (true);
create policy own as permissive for select to homeward_exchange using ((participant_id = exchange.me()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy seen as permissive for update to homeward_exchange using ((participant_id = exchange.me()));
grant insert, select, update to homeward_exchange;
grant insert, select to homeward_reader;

create table exchange.review ( -- row level security, forced
  proposal_id uuid not null,
  edition_id uuid not null,
  reviewer_id uuid not null,
  marks jsonb not null,
  advice text not null,
  to_author text,
  to_organiser text,
  submitted_at timestamp with time zone not null,
  version integer not null default 1,
  constraint review_advice_check CHECK ((advice = ANY (ARRAY['accept'::text, 'accept_with_changes'::text, 'unsure'::text, 'decline'::text]))),
  constraint review_marks_check CHECK ((jsonb_typeof(marks) = 'object'::text)),
  constraint review_pkey PRIMARY KEY (proposal_id, reviewer_id),
  constraint review_to_author_check CHECK ((length(to_author) <= 4000)),
  constraint review_to_organiser_check CHECK ((length(to_organiser) <= 4000)),
  constraint review_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint review_proposal_id_reviewer_id_fkey FOREIGN KEY (proposal_id, reviewer_id) REFERENCES exchange.review_assignment(proposal_id, reviewer_id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (((reviewer_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.review_assignment a
  WHERE ((a.proposal_id = review.proposal_id) AND (a.reviewer_id = exchange.me()))))));
create policy changes as permissive for update to homeward_exchange using ((reviewer_id = exchange.me()));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((reviewer_id = exchange.me()) OR exchange.reviews_too(proposal_id) OR (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (NOT (EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = review.proposal_id) AND (w.participant_id = exchange.me()))))))));
grant insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.review_assignment ( -- row level security, forced
  proposal_id uuid not null,
  edition_id uuid not null,
  reviewer_id uuid not null,
  assigned_by uuid,
  assigned_at timestamp with time zone not null,
  constraint review_assignment_pkey PRIMARY KEY (proposal_id, reviewer_id),
  constraint review_assignment_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint review_assignment_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint review_assignment_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES exchange.proposal(id) ON DELETE CASCADE,
  constraint review_assignment_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE INDEX review_assignment_of ON exchange.review_assignment USING btree (reviewer_id, edition_id);
create policy adds as permissive for insert to homeward_exchange with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (NOT exchange.stands_near(proposal_id, reviewer_id))));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((reviewer_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
create policy removes as permissive for delete to homeward_exchange using (((reviewer_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
grant delete, insert, select, update to homeward_exchange;
grant select to homeward_reader;

create table exchange.review_conflict ( -- row level security, forced
  proposal_id uuid not null,
  edition_id uuid not null,
  reviewer_id uuid not null,
  declared_at timestamp with time zone not null,
  constraint review_conflict_pkey PRIMARY KEY (proposal_id, reviewer_id),
  constraint review_conflict_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint review_conflict_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES exchange.proposal(id) ON DELETE CASCADE,
  constraint review_conflict_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check ((reviewer_id = exchange.me()));
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((reviewer_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
grant insert, select to homeward_exchange;
grant select to homeward_reader;

create table exchange.review_note ( -- row level security, forced
  id uuid not null,
  proposal_id uuid not null,
  edition_id uuid not null,
  author_id uuid not null,
  body text not null,
  at timestamp with time zone not null,
  constraint review_note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  constraint review_note_pkey PRIMARY KEY (id),
  constraint review_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint review_note_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint review_note_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES exchange.proposal(id) ON DELETE CASCADE
);
CREATE INDEX review_note_proposal ON exchange.review_note USING btree (proposal_id, at);
create policy adds as permissive for insert to homeward_exchange with check (((author_id = exchange.me()) AND (exchange.reviews_too(proposal_id) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.reviews_too(proposal_id) OR (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (NOT (EXISTS ( SELECT
   FROM exchange.proposal_author w
  WHERE ((w.proposal_id = review_note.proposal_id) AND (w.participant_id = exchange.me()))))))));
grant insert, select to homeward_exchange;

create table exchange.role ( -- row level security, forced
  id uuid not null,
  participant_id uuid not null,
  edition_id uuid,
  role text not null,
  country text,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint role_check CHECK (((role <> 'delegate'::text) OR (country IS NOT NULL))),
  constraint role_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint role_pkey PRIMARY KEY (id),
  constraint role_role_check CHECK ((role = ANY (ARRAY['organiser'::text, 'editor'::text, 'reviewer'::text, 'moderator'::text, 'interpreter'::text, 'speaker'::text, 'attendee'::text, 'delegate'::text]))),
  constraint role_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint role_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint role_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX role_held ON exchange.role USING btree (participant_id, role, COALESCE(edition_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (revoked_at IS NULL);
create policy adds as permissive for insert to homeward_exchange with check ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (participant_id <> exchange.me())));
create policy changes as permissive for update to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]) AND (participant_id <> exchange.me())));
create policy conference_grants as permissive for insert to homeward_reader with check (((role = 'attendee'::text) AND (edition_id IS NOT NULL)));
create policy conference_revokes as permissive for update to homeward_reader using (((role = 'attendee'::text) AND (edition_id IS NOT NULL)));
create policy editors_know_reviewers as permissive for select to homeward_exchange using (((role = 'reviewer'::text) AND exchange.holds_any(VARIADIC ARRAY['editor'::text])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])));
grant insert, select, update to homeward_exchange;
grant insert, select, update to homeward_reader;

create table exchange.room ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  name exchange.wording not null,
  urls jsonb not null default '{}'::jsonb,
  standing integer not null default 0,
  version integer not null default 1,
  constraint room_pkey PRIMARY KEY (id),
  constraint room_urls_check CHECK ((jsonb_typeof(urls) = 'object'::text)),
  constraint room_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
CREATE INDEX room_edition ON exchange.room USING btree (edition_id, standing);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = room.edition_id))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;
grant select (id) to homeward_reader;
grant select, update (name) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.series ( -- row level security, forced
  id uuid not null,
  slug text not null,
  title exchange.wording not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  constraint series_pkey PRIMARY KEY (id),
  constraint series_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,80}$'::text)),
  constraint series_slug_key UNIQUE (slug)
);
create policy adds as permissive for insert to homeward_exchange with check (exchange.holds(NULL::uuid, VARIADIC ARRAY['organiser'::text]));
create policy changes as permissive for update to homeward_exchange using (exchange.holds(NULL::uuid, VARIADIC ARRAY['organiser'::text]));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (true);
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
grant insert, select, update to homeward_exchange;
grant select (id) to homeward_reader;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.service_request ( -- row level security, forced
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  from_language text,
  to_language text,
  note text,
  state text not null default 'asked'::text,
  answer text,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint service_request_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 1000))),
  constraint service_request_from_language_check CHECK ((from_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
  constraint service_request_kind_check CHECK ((kind = ANY (ARRAY['interpretation'::text, 'recording'::text, 'captions'::text, 'technical_rehearsal'::text]))),
  constraint service_request_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint service_request_pkey PRIMARY KEY (id),
  constraint service_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'changed'::text, 'declined'::text]))),
  constraint service_request_to_language_check CHECK ((to_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text)),
  constraint service_request_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint service_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES exchange.participant(id) ON DELETE SET NULL,
  constraint service_request_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
CREATE INDEX service_request_session ON exchange.service_request USING btree (session_id, asked_at);
create policy adds as permissive for insert to homeward_exchange with check (((asked_by = exchange.me()) AND (state = 'asked'::text) AND (exchange.speaks_in(session_id) OR (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = service_request.session_id) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text])))))));
create policy changes as permissive for update to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = service_request.session_id) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text])))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.speaks_in(session_id) OR (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = service_request.session_id) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'interpreter'::text]))))));
grant insert, select, update to homeward_exchange;

create table exchange.session ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  room_id uuid,
  title exchange.wording not null,
  abstract exchange.wording,
  kind text not null,
  starts_at timestamp with time zone,
  minutes integer,
  rule text not null default 'public'::text,
  state text not null default 'draft'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  number integer not null generated as identity,
  track_id uuid,
  languages text[] not null default '{}'::text[],
  do_not_record boolean not null default false,
  origin text,
  named_in_file text[] not null default '{}'::text[],
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'talk'::text, 'panel'::text, 'workshop'::text, 'round_table'::text, 'closing'::text, 'break'::text]))),
  constraint session_languages_check CHECK ((cardinality(languages) <= 8)),
  constraint session_minutes_check CHECK (((minutes >= 5) AND (minutes <= 600))),
  constraint session_named_in_file_check CHECK ((cardinality(named_in_file) <= 60)),
  constraint session_origin_check CHECK ((length(origin) <= 100)),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_rule_check CHECK ((rule = ANY (ARRAY['public'::text, 'chatham_house'::text, 'closed'::text]))),
  constraint session_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text]))),
  constraint session_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint session_room_id_fkey FOREIGN KEY (room_id) REFERENCES exchange.room(id),
  constraint session_track_id_fkey FOREIGN KEY (track_id) REFERENCES exchange.track(id) ON DELETE SET NULL
);
CREATE INDEX session_edition ON exchange.session USING btree (edition_id, starts_at);
CREATE UNIQUE INDEX session_origin ON exchange.session USING btree (edition_id, origin);
CREATE TRIGGER forget_speakers AFTER UPDATE OF rule ON exchange.session FOR EACH ROW WHEN ((new.rule <> 'public'::text)) EXECUTE FUNCTION exchange.forget_speakers();
create policy conference_reader as permissive for select to homeward_reader using (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_marks as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((((state <> 'draft'::text) AND (EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = session.edition_id)))) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'moderator'::text, 'interpreter'::text])));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;
grant select to homeward_reader;
grant select, update (abstract) to homeward_reader;
grant update (do_not_record) to homeward_reader;
grant select (edition_id) to homeward_reader;
grant select (id) to homeward_reader;
grant select, update (title) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.session_address ( -- row level security, forced
  session_id uuid not null,
  edition_id uuid not null,
  lang text not null,
  url text not null,
  constraint session_address_lang_check CHECK ((length(lang) <= 20)),
  constraint session_address_pkey PRIMARY KEY (session_id, lang),
  constraint session_address_url_check CHECK (((url ~ '^https://'::text) AND (length(url) <= 500))),
  constraint session_address_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint session_address_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'moderator'::text, 'interpreter'::text]) OR (EXISTS ( SELECT
   FROM exchange.session_speaker p
  WHERE ((p.session_id = session_address.session_id) AND (p.participant_id = exchange.me())))) OR (exchange.holds(edition_id, VARIADIC ARRAY['editor'::text, 'speaker'::text, 'attendee'::text, 'delegate'::text]) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = session_address.session_id) AND (s.rule <> 'closed'::text)))))));
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;

create table exchange.session_feedback ( -- row level security, forced
  session_id uuid not null,
  participant_id uuid not null,
  rating integer not null,
  words text,
  signed boolean not null,
  constraint session_feedback_pkey PRIMARY KEY (session_id, participant_id),
  constraint session_feedback_rating_check CHECK (((rating >= 1) AND (rating <= 5))),
  constraint session_feedback_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  constraint session_feedback_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint session_feedback_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
create policy adds as permissive for insert to homeward_exchange with check (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = session_feedback.session_id) AND (s.state = 'published'::text) AND (s.starts_at <= now()) AND (exchange.feedback_until(s.starts_at, s.minutes) > now()) AND exchange.holds(s.edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'reviewer'::text, 'moderator'::text, 'interpreter'::text, 'speaker'::text, 'attendee'::text, 'delegate'::text]))))));
create policy changes as permissive for update to homeward_exchange using (((participant_id = exchange.me()) AND (EXISTS ( SELECT
   FROM exchange.session s
  WHERE ((s.id = session_feedback.session_id) AND (exchange.feedback_until(s.starts_at, s.minutes) > now()))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy reads as permissive for select to homeward_exchange using ((participant_id = exchange.me()));
grant insert to homeward_exchange;
grant select to homeward_reader;
grant select, update (rating) to homeward_exchange;
grant select (session_id) to homeward_exchange;
grant select, update (signed) to homeward_exchange;
grant select, update (words) to homeward_exchange;

create table exchange.session_speaker ( -- row level security, forced
  session_id uuid not null,
  edition_id uuid not null,
  participant_id uuid not null,
  part text not null,
  name text not null,
  alias boolean not null default false,
  standing integer not null default 0,
  constraint session_speaker_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint session_speaker_part_check CHECK ((part = ANY (ARRAY['speaker'::text, 'moderator'::text, 'interpreter'::text]))),
  constraint session_speaker_pkey PRIMARY KEY (session_id, participant_id),
  constraint session_speaker_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE,
  constraint session_speaker_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES exchange.participant(id) ON DELETE CASCADE,
  constraint session_speaker_session_id_fkey FOREIGN KEY (session_id) REFERENCES exchange.session(id) ON DELETE CASCADE
);
CREATE INDEX session_speaker_edition ON exchange.session_speaker USING btree (edition_id);
CREATE INDEX session_speaker_participant ON exchange.session_speaker USING btree (participant_id);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_names as permissive for all to homeward_reader using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((participant_id = exchange.me()) OR exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text, 'editor'::text, 'moderator'::text, 'interpreter'::text])));
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;
grant delete, select, update to homeward_reader;

create table exchange.track ( -- row level security, forced
  id uuid not null,
  edition_id uuid not null,
  name exchange.wording not null,
  standing integer not null default 0,
  version integer not null default 1,
  constraint track_pkey PRIMARY KEY (id),
  constraint track_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES exchange.edition(id) ON DELETE CASCADE
);
CREATE INDEX track_edition ON exchange.track USING btree (edition_id, standing);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using ((EXISTS ( SELECT
   FROM exchange.edition e
  WHERE (e.id = track.edition_id))));
create policy words_read as permissive for select to homeward_reader using (true);
create policy words_written as permissive for update to homeward_reader using (true);
create policy writes as permissive for all to homeward_exchange using (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text])) with check (exchange.holds(edition_id, VARIADIC ARRAY['organiser'::text]));
grant delete, insert, select, update to homeward_exchange;
grant select (id) to homeward_reader;
grant select, update (name) to homeward_reader;
grant update (version) to homeward_reader;

create table exchange.wording_change ( -- row level security, forced
  id uuid not null,
  noun text not null,
  row_id uuid not null,
  field text not null,
  lang text not null,
  text text not null,
  seen integer not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  before jsonb,
  state text not null default 'waiting'::text,
  constraint wording_change_by_name_check CHECK (((length(by_name) >= 1) AND (length(by_name) <= 200))),
  constraint wording_change_field_check CHECK ((field ~ '^[a-z_]{1,60}$'::text)),
  constraint wording_change_lang_check CHECK (((length(lang) >= 2) AND (length(lang) <= 35))),
  constraint wording_change_noun_check CHECK ((noun ~ '^[a-z_]{1,60}$'::text)),
  constraint wording_change_pkey PRIMARY KEY (id),
  constraint wording_change_seen_check CHECK ((seen > 0)),
  constraint wording_change_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'returned'::text]))),
  constraint wording_change_text_check CHECK (((length(text) >= 1) AND (length(text) <= 20000))),
  constraint wording_change_by_id_fkey FOREIGN KEY (by_id) REFERENCES exchange.participant(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX wording_change_waiting ON exchange.wording_change USING btree (noun, row_id, field, lang) WHERE (state = 'waiting'::text);
create policy adds as permissive for insert to homeward_exchange with check (((by_id = exchange.me()) AND (state = 'waiting'::text)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
create policy reads as permissive for select to homeward_exchange using (((by_id = exchange.me()) OR exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text, 'moderator'::text, 'interpreter'::text])));
create policy returns as permissive for update to homeward_exchange using (exchange.holds_any(VARIADIC ARRAY['organiser'::text, 'editor'::text])) with check ((state = 'returned'::text));
create policy takes_back as permissive for delete to homeward_exchange using (((by_id = exchange.me()) AND (state = 'waiting'::text)));
grant delete, insert, select to homeward_exchange;
grant select to homeward_reader;
grant update (before) to homeward_reader;
grant update (by_name) to homeward_reader;
grant update (state) to homeward_exchange;
grant update (state) to homeward_reader;

create table exchange_auth.account ( -- row level security, forced
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  username text,
  locale text not null default 'en'::text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamp with time zone,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_email_key UNIQUE (email),
  constraint account_image_check CHECK ((image IS NULL)),
  constraint account_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'ru'::text, 'uz'::text]))),
  constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_username_check CHECK ((username = lower(username))),
  constraint account_username_key UNIQUE (username)
);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_names as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
grant delete, insert, select, update to homeward_exchange;
grant select (disabled_at) to homeward_reader;
grant select (email) to homeward_reader;
grant select (id) to homeward_reader;
grant select (locale) to homeward_reader;
grant update (name) to homeward_reader;

create table exchange_auth.attempt ( -- row level security, forced
  key text not null,
  count integer not null,
  window_ends_at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (key)
);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

create table exchange_auth.credential ( -- row level security, forced
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES exchange_auth.account(id) ON DELETE CASCADE
);
CREATE INDEX credential_user_id_idx ON exchange_auth.credential USING btree (user_id);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

create table exchange_auth.invitation ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  means text not null,
  secret_hash text not null,
  invited_by uuid,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_check CHECK ((expires_at > invited_at)),
  constraint invitation_means_check CHECK ((means = ANY (ARRAY['link'::text, 'code'::text]))),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_secret_hash_key UNIQUE (secret_hash),
  constraint invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES exchange_auth.account(id) ON DELETE CASCADE
);
CREATE INDEX invitation_account_id_idx ON exchange_auth.invitation USING btree (account_id);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

create table exchange_auth.rate_limit ( -- row level security, forced
  id uuid not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint rate_limit_key_key UNIQUE (key),
  constraint rate_limit_pkey PRIMARY KEY (id)
);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

create table exchange_auth.session ( -- row level security, forced
  id uuid not null,
  token text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  last_active_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint session_ip_address_check CHECK ((ip_address IS NULL)),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_user_agent_check CHECK ((user_agent IS NULL)),
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES exchange_auth.account(id) ON DELETE CASCADE
);
CREATE INDEX session_user_id_idx ON exchange_auth.session USING btree (user_id);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

create table exchange_auth.two_factor ( -- row level security, forced
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint two_factor_pkey PRIMARY KEY (id),
  constraint two_factor_user_id_key UNIQUE (user_id),
  constraint two_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES exchange_auth.account(id) ON DELETE CASCADE
);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

create table exchange_auth.verification ( -- row level security, forced
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON exchange_auth.verification USING btree (identifier);
create policy exchange_all as permissive for all to homeward_exchange using (true) with check (true);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_exchange;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.add_complaint_recording(hash text, salt bytea, sealed bytea, media text, seconds integer, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  found_id uuid;
begin
  select c.id into found_id from complaint c where c.code_hash = hash;
  if found_id is null then return 'unknown'; end if;
  insert into complaint_recording (complaint_id, salt, sealed, media, seconds, added_at)
    values (found_id, add_complaint_recording.salt, add_complaint_recording.sealed,
      add_complaint_recording.media, add_complaint_recording.seconds, at)
    on conflict (complaint_id) do nothing;
  return case when found then 'added' else 'full' end;
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.as_given_away(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(( SELECT ((jsonb_build_object('worker_id', NULL::unknown, 'open_needs', 0, 'urgent_needs', 0, 'last_met_on', NULL::unknown, 'next_on', NULL::unknown, 'conflicts', 0, 'closed_at', NULL::unknown) || COALESCE(( SELECT jsonb_build_object('place_id', t.to_place_id, 'place_path', to_jsonb(place_path(t.to_place_id))) AS jsonb_build_object
                    FROM transfer_request t
                   WHERE ((t.case_id = as_given_away.wanted) AND (t.status = 'accepted'::text))
                   ORDER BY t.over_at DESC
                  LIMIT 1), '{}'::jsonb)) || COALESCE(( SELECT jsonb_build_object('stage', ((b.body)::jsonb ->> 'stage'::text), 'stage_since', to_char((f.recorded_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"'::text)) AS jsonb_build_object
                    FROM (fact f
                      JOIN fact_body b ON ((b.fact_id = f.id)))
                   WHERE ((f.case_id = as_given_away.wanted) AND (f.kind = 'stage_entered'::text))
                   ORDER BY f."position" DESC
                  LIMIT 1), '{}'::jsonb))
           WHERE ((EXISTS ( SELECT
                    FROM case_reach r
                   WHERE ((r.case_id = as_given_away.wanted) AND (r.compartment = 'general'::text) AND (r.reads_to IS NOT NULL)))) AND (NOT (EXISTS ( SELECT
                    FROM case_reach r
                   WHERE ((r.case_id = as_given_away.wanted) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL))))))), '{}'::jsonb) AS "coalesce";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.attendance_as_said(wanted uuid)
 RETURNS TABLE(group_session_id uuid, attended boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT ON (((b.body)::jsonb ->> 'group_session_id'::text)) (((b.body)::jsonb ->> 'group_session_id'::text))::uuid AS uuid,
     (((b.body)::jsonb -> 'attended'::text))::boolean AS bool
    FROM (fact f
      JOIN fact_body b ON ((b.fact_id = f.id)))
   WHERE ((f.case_id = file_of_member(attendance_as_said.wanted)) AND (f.kind = 'group_attendance_noted'::text) AND (f.role = 'partner'::text) AND (((b.body)::jsonb ->> 'participation_id'::text) = (attendance_as_said.wanted)::text))
   ORDER BY ((b.body)::jsonb ->> 'group_session_id'::text), f."position" DESC;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.begin_actor(kind text, actor uuid)
 RETURNS TABLE(role text, place_id uuid, organisation_id uuid, person_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  held role_grant;
  keys text[] := array[kind || ':' || actor];
begin
  if kind = 'account' then
    select * into held from role_grant g where g.account_id = actor and g.revoked_at is null;
    if held.place_id is not null then
      keys := keys || (held.role || ':' || held.place_id);
    end if;
    if held.role = 'supervisor' then
      keys := keys || array(select distinct 'supervisor:' || p from unnest(standing_in(actor)) as p
        where p is distinct from held.place_id);
    end if;
  elsif kind = 'link' then
    if exists (select from case_reach r where r.key = 'link:' || actor and r.compartment = 'packet') then
      held.role := 'partner';
    end if;
  elsif kind = 'client' then
    select c.organisation_id into held.organisation_id from client c
      where c.id = actor and c.withdrawn_at is null;
    if found then held.role := 'partner'; end if;
  elsif kind in ('job', 'import') then
    held.role := kind;
  end if;
  if held.role = 'partner' and held.organisation_id is not null then
    keys := keys || ('organisation:' || held.organisation_id);
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
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.begin_case(wanted uuid, for_person uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not homeward_may('open', 'general') then return null; end if;
  if not exists (
    select from person p where p.id = for_person and (
      p.created_by = homeward_actor()
      or exists (select from case_reach r where r.person_id = p.id and r.compartment = 'general'
        and r.key = any (homeward_keys()) and (r.until is null or r.until > now())))
  ) then return null; end if;
  insert into case_head (case_id, person_id, position, hash, state)
    values (wanted, for_person, 0, '\x', 'null') on conflict do nothing;
  if not found then return null; end if;
  perform set_config('homeward.case', wanted::text, true);
  insert into case_reach (case_id, person_id, key, compartment)
    values (wanted, for_person, 'account:' || homeward_actor(), 'general');
  return person_summary(for_person);
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.begin_undo(wanted uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  held text := hold_arrival_list(wanted);
  worked integer;
begin
  if held is null or held not in ('imported', 'interrupted', 'undoing') then return null; end if;
  if held = 'undoing' then return 0; end if;
  perform from case_head h join arrival_list_row r on r.case_id = h.case_id and r.list_id = wanted
    order by h.case_id for update of h;
  select count(*) into worked from arrival_list_row r
    join case_head h on h.case_id = r.case_id
    join person p on p.id = r.person_id
    where r.list_id = wanted and (h.position > r.facts or p.version > 1 or exists (
      select from case_head other where other.person_id = r.person_id and other.case_id <> r.case_id));
  if worked > 0 then return worked; end if;
  insert into reach_lost (key, case_id, person_id, compartment)
    select c.key, c.case_id, c.person_id, c.compartment
    from case_reach c join arrival_list_row r on r.case_id = c.case_id and r.list_id = wanted
    on conflict do nothing;
  delete from case_reach c using arrival_list_row r where r.case_id = c.case_id and r.list_id = wanted;
  update arrival_list set state = 'undoing' where id = wanted;
  return 0;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.beside_person(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT jsonb_build_object('summary', person_summary(beside_person.wanted), 'contacts', ( SELECT s.contacts
            FROM safe_contact s
           WHERE (s.person_id = beside_person.wanted)), 'kinship', ( SELECT COALESCE(jsonb_agg((to_jsonb(k.*) - 'xid'::text)), '[]'::jsonb) AS "coalesce"
            FROM kinship k
           WHERE (k.person_id = beside_person.wanted)), 'guardianship', ( SELECT COALESCE(jsonb_agg((to_jsonb(g.*) - 'xid'::text)), '[]'::jsonb) AS "coalesce"
            FROM guardianship g
           WHERE (g.child_id = beside_person.wanted)), 'conflicts', ( SELECT COALESCE(jsonb_agg((to_jsonb(f.*) - 'xid'::text)), '[]'::jsonb) AS "coalesce"
            FROM field_conflict f
           WHERE ((f.person_id = beside_person.wanted) AND (f.settled_at IS NULL))), 'returns', ( SELECT COALESCE(jsonb_agg((((to_jsonb(h.*) - 'xid'::text) - 'arrival_list_id'::text) || jsonb_build_object('operation', ( SELECT o.label
                    FROM homecoming_operation o
                   WHERE ((o.homecoming_id = h.id) AND (homeward_role() = ANY (ARRAY['intake_officer'::text, 'caseworker'::text, 'supervisor'::text]))))))), '[]'::jsonb) AS "coalesce"
            FROM homecoming h
           WHERE (h.person_id = beside_person.wanted)), 'household_ids', ( SELECT COALESCE(jsonb_agg(m.household_id), '[]'::jsonb) AS "coalesce"
            FROM household_member m
           WHERE ((m.person_id = beside_person.wanted) AND (m.until_day IS NULL)))) AS jsonb_build_object
    FROM ( SELECT (bool_or((r.compartment = 'general'::text)) AND bool_and((r.reads_to IS NULL))) AS plain
            FROM case_reach r
           WHERE ((r.person_id = beside_person.wanted) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now())))) reach
   WHERE reach.plain;
END;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.blocks_go_with_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  delete from person_block b using gone g where b.person_id = g.id;
  return null;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.blocks_have_persons()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  people uuid[] := array(select distinct b.person_id from written b);
  held bigint;
begin
  perform from person p where p.id = any (people) order by p.id for key share;
  get diagnostics held = row_count;
  if held <> cardinality(people) then
    raise exception 'person_block: nobody has these keys' using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.caseloads()
 RETURNS TABLE(account_id uuid, files integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT g.account_id,
     (count(c.id))::integer AS count
    FROM (role_grant g
      LEFT JOIN case_file c ON (((c.worker_id = g.account_id) AND (c.closed_at IS NULL))))
   WHERE ((homeward_place() IS NOT NULL) AND (EXISTS ( SELECT
            FROM role_right r
           WHERE ((r.role = homeward_role()) AND (r.verb = 'assign'::text)))) AND (g.role = 'caseworker'::text) AND (g.revoked_at IS NULL) AND ((g.place_id = ANY (place_path(homeward_place()))) OR (homeward_place() = ANY (place_path(g.place_id)))))
   GROUP BY g.account_id;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.colleagues()
 RETURNS TABLE(account_id uuid, role text, place_id uuid, organisation_id uuid, active boolean, xid xid8)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH at AS (
          SELECT place_path(p.p) AS path,
             p.p AS place
            FROM unnest((
                 CASE
                     WHEN (homeward_role() = 'supervisor'::text) THEN standing_in(homeward_actor())
                     ELSE '{}'::uuid[]
                 END || homeward_place())) p(p)
         ), near AS (
          SELECT g.id,
             g.account_id,
             g.role,
             g.place_id,
             g.organisation_id,
             g.person_id,
             g.granted_by,
             g.granted_at,
             g.revoked_by,
             g.revoked_at,
             g.xid,
             g.organisation_receives,
             (EXISTS ( SELECT
                    FROM at
                   WHERE ((g.place_id = ANY (at.path)) OR (at.place = ANY (place_path(g.place_id)))))) AS here
            FROM role_grant g
           WHERE ((homeward_place() IS NOT NULL) AND (EXISTS ( SELECT
                    FROM role_right r
                   WHERE ((r.role = homeward_role()) AND (r.verb = 'read'::text)))) AND ((g.role = 'mentor'::text) OR (EXISTS ( SELECT
                    FROM role_right r
                   WHERE (r.role = g.role)))))
         ), known AS (
          SELECT n.account_id,
             n.role,
             n.place_id,
             n.organisation_id,
             ((n.revoked_at IS NULL) AND n.here) AS active,
             GREATEST(n.xid, stood.xid) AS xid,
             n.granted_at
            FROM (near n
              LEFT JOIN LATERAL ( SELECT s.xid
                    FROM stand_in s
                   WHERE ((s.account_id = n.account_id) AND (n.role = 'supervisor'::text) AND ((s.place_id = ANY (place_path(homeward_place()))) OR (homeward_place() = ANY (place_path(s.place_id)))))
                   ORDER BY s.xid DESC
                  LIMIT 1) stood ON (true))
           WHERE (n.here OR (stood.xid IS NOT NULL))
         )
  SELECT DISTINCT ON (k.account_id) k.account_id,
     k.role,
     k.place_id,
     k.organisation_id,
     k.active,
     k.xid
    FROM known k
   ORDER BY k.account_id, k.granted_at DESC;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.complaint_by_code(hash text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT jsonb_build_object('language', c.language, 'has_recording', (EXISTS ( SELECT
            FROM complaint_recording r
           WHERE (r.complaint_id = c.id))), 'steps', ( SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'outcome', e.outcome, 'words', e.words, 'at', to_char((e.at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)) ORDER BY e.at, e.id) AS jsonb_agg
            FROM complaint_event e
           WHERE ((e.complaint_id = c.id) AND (e.kind <> 'noted'::text)))) AS jsonb_build_object
    FROM complaint c
   WHERE (c.code_hash = complaint_by_code.hash);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.complaint_steps()
 RETURNS TABLE(of_complaint bigint, kind text, outcome text, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT dense_rank() OVER (ORDER BY c.received_at, c.id) AS dense_rank,
     e.kind,
     e.outcome,
     e.at
    FROM (complaint c
      JOIN complaint_event e ON ((e.complaint_id = c.id)))
   WHERE (homeward_role() = ANY (ARRAY['coordinator'::text, 'complaints_officer'::text]))
   ORDER BY (dense_rank() OVER (ORDER BY c.received_at, c.id)), e.at, e.id;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.count_access(since timestamp with time zone, until timestamp with time zone, zone text)
 RETURNS TABLE(subject text, code text, part text, people integer, households integer, days integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with told as materialized (
    select f.case_id, f.kind, f.position, f.recorded_at, b.body::jsonb as said
    from fact f join fact_body b on b.fact_id = f.id
    where f.recorded_at < count_access.until and f.kind in ('referral_prepared', 'referral_answered',
      'referral_completed', 'referral_cancelled', 'need_identified', 'need_resolved', 'needs_assessed')
  ), here as (
    select c.id as case_id, c.person_id, coalesce(m.household_id, c.person_id) as household,
      coalesce((select r.id::text from place r where r.id = any (c.place_path) and r.level = 'region'),
        'country') as region
    from case_file c
      left join household_member m on m.person_id = c.person_id and m.until_day is null
  ), helped as (
    select t.case_id, t.said ->> 'referral_id' as referral_id, min(t.recorded_at) as told_at,
      min(coalesce((coalesce(t.said -> 'answer', t.said) ->> 'on')::date,
        (t.recorded_at at time zone count_access.zone)::date)) as helped_on
    from told t
    where t.kind = 'referral_answered' and (t.said -> 'answer' ->> 'kind' = 'seen'
        or t.said -> 'answer' ->> 'outcome' in ('met', 'partly'))
      or t.kind = 'referral_completed' and t.said ->> 'outcome' in ('met', 'partly')
    group by 1, 2
  ), begun as (
    select h.case_id, h.helped_on, p.said ->> 'service_id' as service, s.need_domain,
      p.recorded_at as prepared_at, p.said ->> 'need_id' as need_id
    from helped h
      join told p on p.case_id = h.case_id and p.kind = 'referral_prepared'
        and p.said ->> 'referral_id' = h.referral_id
      join service s on s.id = (p.said ->> 'service_id')::uuid
    where h.told_at >= count_access.since
  ), waited as (
    select b.case_id, b.service, greatest(0, b.helped_on - (coalesce(
        -- The need that the referral names, else the open one of that area, else an answer that named it.
        (select min(n.recorded_at) from told n where n.case_id = b.case_id
          and n.kind = 'need_identified' and n.said ->> 'need_id' = b.need_id),
        (select min(n.recorded_at) from told n where n.case_id = b.case_id
          and n.kind = 'need_identified' and n.said ->> 'domain' = b.need_domain
          and n.recorded_at <= b.prepared_at and not exists (
            select from told r where r.case_id = n.case_id and r.kind = 'need_resolved'
              and r.said ->> 'need_id' = n.said ->> 'need_id' and r.recorded_at <= b.prepared_at)),
        (select min(a.recorded_at) from told a where a.case_id = b.case_id
          and a.kind = 'needs_assessed' and a.recorded_at <= b.prepared_at
          and exists (select from jsonb_array_elements(a.said -> 'answers') one
            where one ->> 'domain' = b.need_domain and one ->> 'value' in ('some', 'urgent'))),
        b.prepared_at) at time zone count_access.zone)::date) as days
    from begun b
  ), each_one as (
    select 'region' as subject, h.region as code, h.person_id, h.household, avg(w.days) as days
      from waited w join here h on h.case_id = w.case_id group by 1, 2, 3, 4
    union all
    select 'service', w.service, h.person_id, h.household, avg(w.days)
      from waited w join here h on h.case_id = w.case_id group by 1, 2, 3, 4
    union all
    select 'all', 'all', h.person_id, h.household, avg(w.days)
      from waited w join here h on h.case_id = w.case_id group by 1, 2, 3, 4
  ), barred as (
    -- Whoever named it last: the worker at the end knows more than the service did.
    select distinct on (t.case_id, t.said ->> 'referral_id') t.case_id,
      coalesce(t.said ->> 'barrier', t.said -> 'answer' ->> 'barrier') as barrier
    from told t
    where coalesce(t.said ->> 'barrier', t.said -> 'answer' ->> 'barrier') is not null
      and t.recorded_at >= count_access.since
      and not exists (select from helped d where d.case_id = t.case_id
        and d.referral_id = t.said ->> 'referral_id')
    order by t.case_id, t.said ->> 'referral_id', t.position desc
  )
  select e.subject, e.code, null, count(*)::integer, count(distinct e.household)::integer,
      round(percentile_cont(0.5) within group (order by e.days::double precision))::integer
    from each_one e group by 1, 2
  union all
  select 'barrier', h.region, b.barrier, count(distinct h.person_id)::integer,
      count(distinct h.household)::integer, null
    from barred b join here h on h.case_id = b.case_id group by 2, 3;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.count_assistance(since timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(payer_id uuid, given_as text, currency text, kind text, people integer, households integer, amount text, largest text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with given as (
    select a.payer_id, a.given_as, a.currency, a.kind, a.person_id,
      coalesce(m.household_id, a.person_id) as household, sum(a.amount::numeric) as amount
    from assistance a
      left join household_member m on m.person_id = a.person_id and m.until_day is null
    where a.recorded_at >= count_assistance.since and a.recorded_at < count_assistance.until
      and not a.withdrawn and a.amount is not null
    group by 1, 2, 3, 4, 5, 6
  ), everything as (
    select g.payer_id, g.given_as, g.currency, g.kind, g.person_id, g.household, g.amount from given g
    union all
    select g.payer_id, g.given_as, g.currency, null, g.person_id, g.household, sum(g.amount)
      from given g group by 1, 2, 3, 5, 6
  )
  select e.payer_id, e.given_as, e.currency, e.kind, count(distinct e.person_id)::integer,
    count(distinct e.household)::integer, trim_scale(sum(e.amount))::text, trim_scale(max(e.amount))::text
    from everything e group by 1, 2, 3, 4;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.count_groups(until timestamp with time zone)
 RETURNS TABLE(code text, people integer, households integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with joined as (
    select f.case_id, f.position, b.body::jsonb as said
    from fact f join fact_body b on b.fact_id = f.id
    where f.kind = 'group_joined' and f.compartment = 'general'
      and f.recorded_at < count_groups.until
  ), there as (
    select distinct g.kind, h.person_id, coalesce(m.household_id, h.person_id) as household
    from joined j
      join community_group g on g.id = (j.said ->> 'group_id')::uuid
      join case_head h on h.case_id = j.case_id
      left join household_member m on m.person_id = h.person_id and m.until_day is null
    where not exists (
        select from fact l join fact_body b on b.fact_id = l.id
        where l.case_id = j.case_id and l.kind = 'group_left' and l.recorded_at < count_groups.until
          and b.body::jsonb ->> 'participation_id' = j.said ->> 'participation_id')
      and 'closed' is distinct from (
        select b.body::jsonb ->> 'phase' from fact s join fact_body b on b.fact_id = s.id
        where s.case_id = j.case_id and s.kind = 'stage_entered' and s.recorded_at < count_groups.until
        order by s.position desc limit 1)
  )
  select t.kind, count(distinct t.person_id)::integer, count(distinct t.household)::integer
    from there t group by t.kind;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.count_people(until timestamp with time zone)
 RETURNS TABLE(subject text, code text, people integer, households integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with opened as (
    -- An opening whose body was erased, by an undone import or at the person's wish, counts nobody.
    select distinct on (h.person_id) h.person_id, h.case_id
    from fact f
      join fact_body b on b.fact_id = f.id
      join case_head h on h.case_id = f.case_id
    where f.kind = 'case_opened' and f.recorded_at < count_people.until
    order by h.person_id, f.recorded_at desc, h.case_id
  ), standing as (
    select distinct on (o.case_id) o.case_id, o.person_id,
      coalesce(m.household_id, o.person_id) as household,
      b.body::jsonb ->> 'stage' as stage, b.body::jsonb ->> 'phase' as phase
    from opened o
      join fact f on f.case_id = o.case_id and f.kind = 'stage_entered'
        and f.recorded_at < count_people.until
      join fact_body b on b.fact_id = f.id
      left join household_member m on m.person_id = o.person_id and m.until_day is null
    order by o.case_id, f.position desc
  ), answered as (
    select distinct on (f.case_id, said ->> 'domain') f.case_id, said ->> 'domain' as domain,
      said ->> 'value' as value, f.position
    from standing s
      join fact f on f.case_id = s.case_id and f.kind = 'needs_assessed'
        and f.recorded_at < count_people.until
      join fact_body b on b.fact_id = f.id
      cross join jsonb_array_elements(b.body::jsonb -> 'answers') said
    where s.phase <> 'closed'
    order by f.case_id, said ->> 'domain', f.position desc
  ), named as (
    select f.case_id, b.body::jsonb ->> 'domain' as domain, ended.position as resolved
    from standing s
      join fact f on f.case_id = s.case_id and f.kind = 'need_identified'
        and f.recorded_at < count_people.until
      join fact_body b on b.fact_id = f.id
      left join lateral (
        select r.position from fact r join fact_body e on e.fact_id = r.id
        where r.case_id = f.case_id and r.kind = 'need_resolved'
          and r.recorded_at < count_people.until
          and e.body::jsonb ->> 'need_id' = b.body::jsonb ->> 'need_id'
        limit 1) ended on true
    where s.phase <> 'closed'
  ), needing as (
    select n.case_id, n.domain from named n where n.resolved is null
    union
    -- An answer stands until a need of that domain, resolved after it, says otherwise.
    select a.case_id, a.domain from answered a
    where a.value in ('some', 'urgent') and not exists (
      select from named n
      where n.case_id = a.case_id and n.domain = a.domain and n.resolved > a.position)
  )
  select 'stage', s.stage, count(*)::integer, count(distinct s.household)::integer
    from standing s group by s.stage
  union all
  select 'need_domain', n.domain, count(*)::integer, count(distinct s.household)::integer
    from needing n join standing s on s.case_id = n.case_id group by n.domain
  union all
  select 'in_support', 'all', count(*)::integer, count(distinct s.household)::integer
    from standing s where s.phase <> 'closed';
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.count_schooling(until timestamp with time zone)
 RETURNS TABLE(code text, people integer, households integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with opened as (
    select f.case_id from fact f join fact_body b on b.fact_id = f.id
    where f.kind = 'case_opened' and f.compartment = 'general'
      and f.recorded_at < count_schooling.until
      and (b.body::jsonb -> 'school_age' ->> 'from')::date < count_schooling.until
      and (b.body::jsonb -> 'school_age' ->> 'until')::date >= count_schooling.until
      and 'closed' is distinct from (
        select s.body::jsonb ->> 'phase' from fact e join fact_body s on s.fact_id = e.id
        where e.case_id = f.case_id and e.kind = 'stage_entered'
          and e.recorded_at < count_schooling.until
        order by e.position desc limit 1)
  ), there as (
    select h.person_id, coalesce(m.household_id, h.person_id) as household,
      bool_or(exists (
        select from fact s join fact_body b on b.fact_id = s.id
        where s.case_id = o.case_id and s.kind = 'school_started'
          and s.recorded_at < count_schooling.until
          and not exists (
            select from fact l join fact_body e on e.fact_id = l.id
            where l.case_id = s.case_id and l.kind = 'school_left'
              and l.recorded_at < count_schooling.until
              and e.body::jsonb ->> 'schooling_id' = b.body::jsonb ->> 'schooling_id')
      )) as in_school
    from opened o
      join case_head h on h.case_id = o.case_id
      left join household_member m on m.person_id = h.person_id and m.until_day is null
    group by 1, 2
  )
  select case when t.in_school then 'in_school' else 'not_yet' end,
      count(distinct t.person_id)::integer, count(distinct t.household)::integer
    from there t group by 1;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.count_unanswered(on_day date, silence integer)
 RETURNS TABLE(agency text, people integer, households integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with waiting as (
    select c.agency, c.person_id, coalesce(m.household_id, c.person_id) as household
    from commission_matter c
      left join household_member m on m.person_id = c.person_id and m.until_day is null
    where c.decided_on < count_unanswered.on_day - count_unanswered.silence
      and (c.over_on is null or c.over_on > count_unanswered.on_day)
  )
  select w.agency, count(distinct w.person_id)::integer, count(distinct w.household)::integer
    from waiting w group by w.agency;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.counting_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT min(f.recorded_at) AS min
    FROM fact f
   WHERE (f.kind = 'case_opened'::text);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.course_round_confirmed(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM course_round c
           WHERE ((c.id = course_round_confirmed.wanted) AND (c.state = 'confirmed'::text)))) AS "exists";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.device_person_summary(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT person_summary(wanted) AS person_summary
   WHERE (EXISTS ( SELECT
            FROM case_reach r
           WHERE ((r.person_id = device_person_summary.wanted) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())) AND (r.reads_to IS NULL))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.due_leavings(today date)
 RETURNS TABLE(id uuid, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT l.id,
     l.account_id
    FROM leaving l
   WHERE ((homeward_actor_kind() IS NULL) AND (l.last_day < due_leavings.today) AND (l.ended_at IS NULL) AND (l.done_at IS NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.duplicate_candidates(wanted uuid)
 RETURNS TABLE(id uuid, name jsonb, former_names jsonb, sex text, birth_date date, birth_precision text, birth_estimated boolean, citizenships text[], papers jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not exists (select from person p where p.id = wanted and p.created_by = homeward_actor()
      and p.xid = pg_current_xact_id()) then
    return;
  end if;
  return query
    select p.id, p.name, p.former_names, p.sex, p.birth_date, p.birth_precision, p.birth_estimated,
      p.citizenships, p.papers
    from (
      select other.person_id, count(*) as shared from person_block mine
      join person_block other on other.key = mine.key and other.person_id <> mine.person_id
      where mine.person_id = wanted
      group by other.person_id order by shared desc limit 500) found
    join person p on p.id = found.person_id;
end
$function$;

-- owner homeward_owner; executed by homeward_reader
CREATE OR REPLACE FUNCTION public.duplicate_side(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT jsonb_build_object('name', p.name, 'former_names', p.former_names, 'sex', p.sex, 'birth_date', p.birth_date, 'birth_precision', p.birth_precision, 'birth_estimated', p.birth_estimated, 'citizenships', p.citizenships, 'languages', p.languages, 'registered_at', p.created_at, 'place_ids', ( SELECT COALESCE(jsonb_agg(DISTINCT c.place_id), '[]'::jsonb) AS "coalesce"
            FROM case_file c
           WHERE (c.person_id = p.id)), 'household_size', ( SELECT count(*) AS count
            FROM (household_member mine
              JOIN household_member other ON (((other.household_id = mine.household_id) AND (other.until_day IS NULL))))
           WHERE ((mine.person_id = p.id) AND (mine.until_day IS NULL)))) AS jsonb_build_object
    FROM person p
   WHERE (p.id = duplicate_side.wanted);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.duplicates_to_settle(after uuid, most integer)
 RETURNS TABLE(id uuid, level text, reasons text[], found_at timestamp with time zone, arrived jsonb, known jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT d.id,
     d.level,
     d.reasons,
     d.found_at,
     duplicate_side(d.person_id) AS duplicate_side,
     duplicate_side(d.other_person_id) AS duplicate_side
    FROM likely_duplicate d
   WHERE ((homeward_role() = 'intake_officer'::text) AND (d.settled IS NULL) AND ((duplicates_to_settle.after IS NULL) OR (d.id > duplicates_to_settle.after)))
   ORDER BY d.id
  LIMIT duplicates_to_settle.most;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.emergency_failed(log_id uuid, wanted text, reason text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  hit case_file;
  tried integer;
begin
  if not homeward_may('open_in_emergency', 'general') then return; end if;
  select c.* into hit from case_file c where c.number = wanted limit 1;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, case_id,
      person_id, details)
    values (log_id, emergency_failed.at, homeward_actor_kind(), homeward_actor(), homeward_role(),
      homeward_organisation(), 'emergency_denied', hit.id, hit.person_id,
      jsonb_build_object('number', wanted, 'reason', emergency_failed.reason));
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), told, 'emergency_asked', jsonb_build_object('case_id', hit.id,
      'account', homeward_actor(), 'reason', emergency_failed.reason), emergency_failed.at
    from (select holders_of('supervisor', hit.place_path)
      union select holders_of('data_protection_officer', null)) as holders(told)
    where hit.id is not null;
  update emergency_try t set failed = t.failed + 1 where t.actor_id = homeward_actor()
    returning failed into tried;
  if tried = emergency_tries() then
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), officer, 'emergency_tries',
        jsonb_build_object('account', homeward_actor(), 'tries', tried), emergency_failed.at
      from holders_of('data_protection_officer', null) as officer;
  end if;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.emergency_file(wanted text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  mine text := 'account:' || homeward_actor();
  files uuid[];
  hit case_file;
begin
  if not homeward_may('open_in_emergency', 'general') then return null; end if;
  select array_agg(c.id) into files from case_file c where c.number = wanted;
  if coalesce(cardinality(files), 0) <> 1 then return null; end if;
  select * into hit from case_file c where c.id = files[1];
  if exists (select from case_reach r where r.case_id = hit.id and r.compartment = 'general'
      and (r.until is null or r.reads_to is not null and r.until > now()) and r.key = any ((select homeward_keys())::text[])) then
    return jsonb_build_object('case_id', hit.id, 'own', true);
  end if;
  if exists (
    select from (
      select hit.person_id as id
      union select other.person_id from household_member mine
        join household_member other on other.household_id = mine.household_id
        where mine.person_id = hit.person_id and mine.until_day is null and other.until_day is null
    ) near
    join case_file c on c.person_id = near.id
    join case_head h on h.case_id = c.id
    where exists (select from concern k where k.case_id = c.id and k.closed_at is null)
      or jsonb_path_exists(h.state, '$.consent.records.* ? (@.withdrawn_at == null)
        .withhold[*] ? (@.reason == "fear_of_harm")')
      or exists (
        select from fact f join fact_body b on b.fact_id = f.id
        where f.case_id = c.id and f.kind = 'consent_recorded' and f.position > h.state_at
          and jsonb_path_exists(b.body::jsonb, '$.withhold[*] ? (@.reason == "fear_of_harm")'))
  ) then return null; end if;
  delete from case_reach r where r.case_id = hit.id and r.key = mine and r.compartment = 'general';
  insert into case_reach (case_id, person_id, key, compartment, until)
    values (hit.id, hit.person_id, mine, 'general', now() + interval '1 minute');
  -- Known beforehand to be lost: what is said too late is then kept for the supervisor.
  insert into reach_lost (key, case_id, person_id, compartment)
    values (mine, hit.id, hit.person_id, 'general') on conflict do nothing;
  return jsonb_build_object('case_id', hit.id, 'own', false);
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.emergency_tries()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(( SELECT (((m.document -> 'thresholds'::text) ->> 'emergency_tries_per_hour'::text))::integer AS int4
            FROM programme_model m
           ORDER BY m.published_at DESC, m.version DESC
          LIMIT 1), 5) AS "coalesce";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.emergency_turn(at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tried integer;
begin
  if homeward_actor_kind() is distinct from 'account'
    or not homeward_may('open_in_emergency', 'general') then
    return false;
  end if;
  insert into emergency_try as t (actor_id, since) values (homeward_actor(), emergency_turn.at)
    on conflict (actor_id) do update set
      failed = case when t.since <= excluded.since - interval '1 hour' then 0 else t.failed end,
      since = case when t.since <= excluded.since - interval '1 hour' then excluded.since else t.since end
    returning failed into tried;
  return case when tried < emergency_tries() then true end;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.end_leaving(leaving_id uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  over leaving;
  here uuid;
begin
  select * into over from leaving l
    where homeward_actor_kind() is null and l.id = leaving_id and l.ended_at is null and l.done_at is null
    for update;
  if not found then return; end if;
  select g.place_id into here from role_grant g where g.account_id = over.account_id and g.revoked_at is null;
  update role_grant g set revoked_at = at, revoked_by = over.said_by
    where g.account_id = over.account_id and g.revoked_at is null;
  update device d set revoked_at = at, revoked_by = over.said_by
    where d.account_id = over.account_id and d.revoked_at is null;
  update duty d set ended_at = at, ended_by = over.said_by
    where d.account_id = over.account_id and d.ended_at is null and d.until_at > at;
  update stand_in s set ended_at = at, ended_by = over.said_by
    where s.account_id = over.account_id and s.ended_at is null and s.until_at > at;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), told, 'worker_left', '{}', at
    from holders_of('supervisor', place_path(here)) as told
    where exists (select from case_file f where f.worker_id = over.account_id and f.closed_at is null);
  update leaving l set done_at = at where l.id = leaving_id;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.erase_fact(of_case uuid, of_fact uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if homeward_case() is distinct from of_case or not homeward_may('erase', 'general') then
    raise exception 'erase_fact: not allowed';
  end if;
  delete from fact_body b where b.case_id = of_case and b.fact_id = of_fact;
  update fact f set xid = pg_current_xact_id() where f.case_id = of_case and f.id = of_fact;
  -- A fact's id is its command's id but for the last 16 bits.
  update command_answer a set command_hash = '\x'
    where a.case_id = of_case and left(a.command_id::text, 32) = left(of_fact::text, 32);
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.erase_file(of_case uuid, kept uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  of_person uuid;
  homes uuid[];
  close uuid[];
begin
  if homeward_case() is distinct from of_case or not homeward_may('erase', 'general') then
    raise exception 'erase_file: not allowed';
  end if;
  select h.person_id into of_person from case_head h where h.case_id = of_case;
  delete from fact_body b where b.case_id = of_case and b.fact_id <> all (kept);
  update fact f set xid = pg_current_xact_id() where f.case_id = of_case;
  update command_answer a set command_hash = '\x' where a.case_id = of_case;
  insert into reach_lost (key, case_id, person_id, compartment)
    select c.key, c.case_id, c.person_id, c.compartment from case_reach c where c.case_id = of_case
    on conflict do nothing;
  delete from case_reach c where c.case_id = of_case;
  delete from task t where t.case_id = of_case;
  delete from milestone m where m.case_id = of_case;
  delete from approval a where a.case_id = of_case;
  delete from referral_packet p where p.case_id = of_case;
  delete from concern c where c.case_id = of_case;
  delete from authority_request a where a.case_id = of_case;
  delete from withholding w where w.case_id = of_case;
  delete from parked_command p where p.case_id = of_case;
  delete from case_file c where c.id = of_case;
  if exists (select from case_head h join fact_body b on b.case_id = h.case_id
      where h.person_id = of_person and h.case_id <> of_case
        and exists (select from case_file c where c.id = h.case_id)) then
    return;
  end if;
  select coalesce(array_agg(m.household_id), '{}') into homes
    from household_member m where m.person_id = of_person;
  select coalesce(array_agg(other), '{}') into close from (
    select k.person_id as other from kinship k where k.relative_id = of_person
    union select k.relative_id from kinship k where k.person_id = of_person
    union select g.child_id from guardianship g where g.guardian_id = of_person
    union select g.guardian_id from guardianship g where g.child_id = of_person) near;
  -- The sealed copy of the list in which the person arrived: without its key nobody reads it.
  delete from arrival_file a using arrival_list_row r
    where r.list_id = a.list_id and r.person_id = of_person;
  update arrival_list_row r set person_id = null where r.person_id = of_person;
  delete from person p where p.id = of_person;
  delete from household h where h.id = any (homes)
    and not exists (select from household_member m where m.household_id = h.id);
  -- Who is left is sent to devices again, without the one who is gone.
  update household h set version = version where h.id = any (homes);
  update person p set version = version where p.id = any (close);
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.expire_arrival_files(at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with gone as (delete from arrival_file f where f.expires_at <= at returning f.list_id), told as (
    update arrival_list l set state = 'expired'
    where l.id in (select list_id from gone) and l.state in ('open', 'checking', 'checked')
  )
  select list_id from gone;
$function$;

-- owner homeward_owner; executed by homeward_reader
CREATE OR REPLACE FUNCTION public.facts_after(of_case uuid, after integer)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('id', f.id, 'case_id', f.case_id, 'kind', f.kind, 'version', f.version, 'compartment', f.compartment, 'actor', jsonb_build_object('kind', f.actor_kind, 'id', f.actor_id), 'role', f.role, 'said_at', to_char((f.said_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'recorded_at', to_char((f.recorded_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'body', (b.body)::jsonb) ORDER BY f."position"), '[]'::jsonb) AS "coalesce"
    FROM (fact f
      LEFT JOIN fact_body b ON ((b.fact_id = f.id)))
   WHERE ((f.case_id = facts_after.of_case) AND (f."position" > facts_after.after));
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.facts_as_given(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(string_agg(told_fact(f.fact, f.place, f.body), ','::text ORDER BY f.place), ''::text) AS "coalesce"
    FROM ( SELECT fact.*::fact AS fact,
             b.body,
             (row_number() OVER (ORDER BY fact."position") - 1) AS place
            FROM (fact
              LEFT JOIN fact_body b ON ((b.fact_id = fact.id)))
           WHERE (fact.case_id = facts_as_given.wanted)) f;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.facts_in_reach(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH mine AS MATERIALIZED (
          SELECT array_agg(r.compartment) AS compartments,
             bool_and((r.reads_to IS NULL)) AS plain
            FROM case_reach r
           WHERE ((r.case_id = facts_in_reach.wanted) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now())))
         )
  SELECT COALESCE(string_agg(told_fact(f.fact, f.place, f.body), ','::text ORDER BY f.place), ''::text) AS "coalesce"
    FROM ( SELECT fact.*::fact AS fact,
             b.body,
             (row_number() OVER (ORDER BY fact."position") - 1) AS place
            FROM mine,
             (fact
              LEFT JOIN fact_body b ON ((b.fact_id = fact.id)))
           WHERE ((fact.case_id = facts_in_reach.wanted) AND mine.plain AND (fact.compartment = ANY (mine.compartments)) AND ((fact.compartment <> 'protection'::text) OR (homeward_role() <> 'specialist_psychosocial'::text) OR (fact.kind ~~ 'concern\_%'::text)))) f;
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.family_as_given(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(( SELECT g.family
            FROM person_as_given g
           WHERE ((g.id = family_as_given.wanted) AND (NOT (EXISTS ( SELECT
                    FROM person p
                   WHERE (p.id = family_as_given.wanted)))))
           ORDER BY g.reads_to DESC
          LIMIT 1), '{}'::jsonb) AS "coalesce";
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.family_plan(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('id', g.id, 'domain', g.domain, 'words', g.words, 'said_at', to_char((g.said_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'steps', ( SELECT jsonb_agg(jsonb_build_object('id', s.id, 'what', s.what, 'members', s.members, 'agreed', s.agreed, 'owner_id', s.owner_id, 'due_on', s.due_on, 'outcome', s.outcome) ORDER BY s.due_on, s.id) AS jsonb_agg
            FROM family_step s
           WHERE (s.goal_id = g.id))) ORDER BY g.said_at, g.id), '[]'::jsonb) AS "coalesce"
    FROM family_goal g
   WHERE (g.household_id = family_plan.wanted);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.feed_news(after xid8, upper xid8)
 RETURNS TABLE(colleague boolean, lost boolean, begun boolean, changed boolean, person boolean, household boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM role_grant g
           WHERE ((g.xid >= feed_news.after) AND (g.xid < feed_news.upper)))) OR (EXISTS ( SELECT
            FROM stand_in s
           WHERE ((s.xid >= feed_news.after) AND (s.xid < feed_news.upper))))),
     (EXISTS ( SELECT
            FROM reach_lost l
           WHERE ((l.key = ANY (homeward_keys())) AND (l.xid >= feed_news.after) AND (l.xid < feed_news.upper)))) AS "exists",
     (EXISTS ( SELECT
            FROM files_begun(feed_news.after, feed_news.upper) files_begun(case_id, person_id))) AS "exists",
     (EXISTS ( SELECT
            FROM files_changed(feed_news.after, feed_news.upper) files_changed(case_id))) AS "exists",
     (EXISTS ( SELECT
            FROM person p
           WHERE ((p.xid >= feed_news.after) AND (p.xid < feed_news.upper) AND (EXISTS ( SELECT
                    FROM case_reach r
                   WHERE ((r.person_id = p.id) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())))))))) AS "exists",
     (EXISTS ( SELECT
            FROM ((household h
              JOIN household_member m ON ((m.household_id = h.id)))
              JOIN case_reach r ON ((r.person_id = m.person_id)))
           WHERE ((h.xid >= feed_news.after) AND (h.xid < feed_news.upper) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys()))))) AS "exists";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.file_of_member(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT s.case_id
    FROM ((group_membership s
      JOIN group_member m ON ((m.id = s.id)))
      JOIN community_group g ON ((g.id = m.group_id)))
   WHERE ((s.id = file_of_member.wanted) AND (homeward_role() = 'partner'::text) AND (m.compartment = 'general'::text) AND (g.organisation_id = homeward_organisation()));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.files_begun(after xid8, upper xid8)
 RETURNS TABLE(case_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT r.case_id,
     r.person_id
    FROM case_reach r
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND (r.xid >= files_begun.after) AND (r.xid < files_begun.upper) AND ((r.until IS NULL) OR (r.until > now())));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.files_changed(after xid8, upper xid8)
 RETURNS TABLE(case_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT f.case_id
    FROM fact f
   WHERE ((files_changed.after > '0'::xid8) AND (f.xid >= files_changed.after) AND (f.xid < files_changed.upper) AND (EXISTS ( SELECT
            FROM case_reach r
           WHERE ((r.case_id = f.case_id) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now()))))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.files_left(account uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM case_file f
   WHERE ((f.worker_id = files_left.account) AND (f.closed_at IS NULL) AND ((homeward_role() = 'administrator'::text) OR homeward_may('assign'::text, 'general'::text)));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.find_referral_link(token text, code text, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.flag_list_duplicates(of_list uuid, pairs jsonb, flagged_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not homeward_may('open', 'general') or homeward_role() is distinct from 'intake_officer' then
    raise exception 'flag_list_duplicates: no right';
  end if;
  insert into likely_duplicate (id, person_id, other_person_id, level, reasons, found_at)
    select f.id, f.person_id, f.other_person_id, f.level, f.reasons, flagged_at
    from jsonb_to_recordset(pairs) as f(id uuid, person_id uuid, other_person_id uuid, level text,
      reasons text[])
    where exists (select from arrival_list_row r
        where r.list_id = of_list and r.person_id = f.person_id)
      and exists (select from person p where p.id = f.other_person_id)
    on conflict do nothing;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.forget_complaints(now timestamp with time zone, house_recording integer, house_all integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  rules jsonb;
begin
  select m.document -> 'complaints' into rules
    from programme_model m order by m.published_at desc, m.version desc limit 1;
  delete from complaint_recording r using (
      select e.complaint_id, max(e.at) as at, (array_agg(e.kind order by e.at desc, e.id desc)
        filter (where e.kind in ('decided', 'replied')))[1] as last
      from complaint_event e group by 1) done
    where done.complaint_id = r.complaint_id and done.last = 'decided' and done.at < forget_complaints.now
      - make_interval(days => coalesce((rules ->> 'keep_recording_days')::integer, house_recording));
  delete from complaint c using (
      select e.complaint_id, max(e.at) as at, (array_agg(e.kind order by e.at desc, e.id desc)
        filter (where e.kind in ('decided', 'replied')))[1] as last
      from complaint_event e group by 1) done
    where done.complaint_id = c.id and done.last = 'decided' and done.at < forget_complaints.now
      - make_interval(days => coalesce((rules ->> 'keep_days')::integer, house_all));
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.forget_emergencies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  delete from emergency_opening e where e.case_id = old.id;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.forget_file_work(today date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 DELETE FROM lost_contact l
    USING case_file c
   WHERE ((c.id = l.case_id) AND (c.closed_at IS NOT NULL));
 DELETE FROM pairing p
    USING case_file c
   WHERE ((c.id = p.case_id) AND ((c.closed_at IS NOT NULL) OR (p.until_day < forget_file_work.today)));
 DELETE FROM ended_contact_try e
   WHERE (e.ended_on < (forget_file_work.today - 92));
 DELETE FROM contact_turn t
    USING case_file c
   WHERE ((c.id = t.case_id) AND ((c.closed_at IS NOT NULL) OR (t.ended_on < (forget_file_work.today - 92))));
END;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.forgets_family()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  delete from family_step where old.id = any (members);
  delete from family_goal g where g.household_id in (
      select m.household_id from household_member m where m.person_id = old.id)
    and not exists (select from family_step s where s.goal_id = g.id);
  return old;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.group_taken(wanted uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM group_member m
   WHERE ((m.group_id = group_taken.wanted) AND (homeward_case() IS NOT NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.hold_arrival_list(wanted uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  held text;
begin
  select l.state into held from arrival_list l
    where l.id = wanted and homeward_role() = 'intake_officer' and in_my_place(l.place_path) for update;
  return held;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.holders_of(wanted text, places uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT g.account_id
    FROM role_grant g
   WHERE ((g.role = holders_of.wanted) AND (g.revoked_at IS NULL) AND ((holders_of.places IS NULL) OR (g.place_id = ANY (holders_of.places))))
 UNION
  SELECT s.account_id
    FROM stand_in s
   WHERE ((holders_of.wanted = 'supervisor'::text) AND (s.place_id = ANY (holders_of.places)) AND (s.ended_at IS NULL) AND (s.from_at <= now()) AND (s.until_at > now()));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.homecoming_mine(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  return coalesce(person_mine((select h.person_id from homecoming h where h.id = wanted)), false);
end
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('homeward.actor'::text, true), ''::text))::uuid;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_actor_kind()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('homeward.actor_kind'::text, true), ''::text);

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_case()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('homeward.case'::text, true), ''::text))::uuid;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_keys()
 RETURNS text[]
 LANGUAGE sql
 STABLE
RETURN string_to_array(NULLIF(current_setting('homeward.keys'::text, true), ''::text), ','::text);

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_may(wanted_verb text, wanted_compartment text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM role_right r
           WHERE ((r.role = homeward_role()) AND (r.verb = homeward_may.wanted_verb) AND (r.compartment = homeward_may.wanted_compartment)))) AS "exists";
END;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('homeward.organisation'::text, true), ''::text))::uuid;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_place()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('homeward.place'::text, true), ''::text))::uuid;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.homeward_role()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('homeward.role'::text, true), ''::text);

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.hours_of(document jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(COALESCE(( SELECT jsonb_object_agg(jsonb_each.key, jsonb_each.value) AS jsonb_object_agg
            FROM jsonb_each(
                 CASE jsonb_typeof(one.value)
                     WHEN 'object'::text THEN one.value
                     ELSE '{}'::jsonb
                 END) jsonb_each(key, value)
           WHERE (jsonb_each.key = ANY (ARRAY['valid_from'::text, 'valid_to'::text, 'freq'::text, 'byday'::text, 'bymonthday'::text, 'opens_at'::text, 'closes_at'::text, 'timezone'::text]))), '{}'::jsonb)), '[]'::jsonb) AS "coalesce"
    FROM jsonb_array_elements(
         CASE jsonb_typeof((hours_of.document -> 'schedules'::text))
             WHEN 'array'::text THEN (hours_of.document -> 'schedules'::text)
             ELSE '[]'::jsonb
         END) one(value);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.household_known(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM household_member mine
           WHERE ((mine.household_id = household_known.wanted) AND reaches_person(mine.person_id) AND ((mine.until_day IS NULL) OR (NOT (EXISTS ( SELECT
                    FROM household_member other
                   WHERE ((other.household_id = mine.household_id) AND (other.until_day IS NULL))))))))) OR (EXISTS ( SELECT
            FROM household h
           WHERE ((h.id = household_known.wanted) AND (h.created_by = homeward_actor()) AND (NOT (EXISTS ( SELECT
                    FROM (household_member m
                      JOIN case_head c ON ((c.person_id = m.person_id)))
                   WHERE (m.household_id = h.id))))))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.household_members(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH mine AS (
          SELECT m.from_day,
             m.until_day
            FROM household_member m
           WHERE ((m.household_id = household_members.wanted) AND works_with(m.person_id))
         ), given AS (
          SELECT DISTINCT ON (r.person_id) r.person_id,
             g.name,
             r.case_id,
             r.reads_to
            FROM (case_reach r
              JOIN person_as_given g ON (((g.case_id = r.case_id) AND (g.reads_to = r.reads_to))))
           WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND ((r.until IS NULL) OR (r.until > now())) AND (NOT works_with(r.person_id)))
           ORDER BY r.person_id, r.reads_to DESC
         ), seen AS (
          SELECT m.id,
             m.household_id,
             m.person_id,
             m.relation,
             m.from_day,
             m.until_day,
             m.xid,
             p.birth_date,
             p.sex,
             p.kind,
             p.name,
             works_with(m.person_id) AS reached
            FROM (household_member m
              JOIN person p ON ((p.id = m.person_id)))
           WHERE ((m.household_id = household_members.wanted) AND (EXISTS ( SELECT
                    FROM mine
                   WHERE (((mine.until_day IS NULL) OR (m.from_day < mine.until_day) OR (m.from_day <= mine.from_day)) AND ((m.until_day IS NULL) OR (m.until_day >= mine.from_day))))))
         ), told AS (
          SELECT s.id,
             s.birth_date,
             jsonb_build_object('id', s.id, 'person_id', s.person_id, 'relation', s.relation, 'from_day', s.from_day, 'until_day',
                 CASE
                     WHEN (s.reached OR (EXISTS ( SELECT
                        FROM mine
                       WHERE ((mine.until_day IS NULL) OR (mine.until_day >= s.until_day))))) THEN s.until_day
                     ELSE NULL::date
                 END, 'reason', ( SELECT l.reason
                    FROM household_leaving l
                   WHERE ((l.member_id = s.id) AND (s.reached OR ((s.kind = 'relative'::text) AND (NOT (EXISTS ( SELECT
                            FROM household_member now_in
                           WHERE ((now_in.person_id = s.person_id) AND (now_in.until_day IS NULL))))))))), 'sex', s.sex, 'birth_year', EXTRACT(year FROM s.birth_date), 'kind', s.kind, 'name',
                 CASE
                     WHEN ((s.kind = 'relative'::text) OR s.reached) THEN s.name
                     ELSE ( SELECT given.name
                        FROM given
                       WHERE (given.person_id = s.person_id))
                 END) AS one
            FROM seen s
         UNION ALL
          SELECT DISTINCT ON (((then_in.value ->> 'id'::text))::uuid) ((then_in.value ->> 'id'::text))::uuid AS uuid,
             NULL::date AS date,
             (then_in.value || jsonb_build_object('name', COALESCE(NULLIF((then_in.value -> 'name'::text), 'null'::jsonb), ( SELECT given.name
                    FROM given
                   WHERE (given.person_id = ((then_in.value ->> 'person_id'::text))::uuid)))))
            FROM ((household_as_given h
              JOIN given g ON (((g.case_id = h.case_id) AND (g.reads_to = h.reads_to))))
              CROSS JOIN LATERAL jsonb_array_elements(h.members) then_in(value))
           WHERE ((h.household_id = household_members.wanted) AND (NOT (EXISTS ( SELECT
                    FROM seen s
                   WHERE (s.id = ((then_in.value ->> 'id'::text))::uuid)))))
         )
  SELECT COALESCE(jsonb_agg(t.one ORDER BY t.birth_date, ((t.one ->> 'birth_year'::text))::integer, t.id), '[]'::jsonb) AS "coalesce"
    FROM told t;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.household_mine(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  return exists (select from household_member m join case_reach r on r.person_id = m.person_id
      where m.household_id = wanted and r.compartment = 'general' and r.until is null
        and r.key = any ((select homeward_keys())::text[]))
    or exists (select from household h where h.id = wanted and h.created_by = homeward_actor()
      and not exists (select from household_member m join case_file c on c.person_id = m.person_id
        where m.household_id = h.id));
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.households_as_read(wanted uuid)
 RETURNS TABLE(id uuid, lives boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT m.household_id,
     bool_or((m.until_day IS NULL)) AS bool_or
    FROM household_member m
   WHERE ((m.person_id = households_as_read.wanted) AND (EXISTS ( SELECT
            FROM person p
           WHERE (p.id = households_as_read.wanted))))
   GROUP BY m.household_id
 UNION ALL
  SELECT h.household_id,
     ((g.family -> 'household_ids'::text) ? (h.household_id)::text)
    FROM (person_as_given g
      JOIN household_as_given h ON (((h.case_id = g.case_id) AND (h.reads_to = g.reads_to))))
   WHERE ((g.id = households_as_read.wanted) AND (NOT (EXISTS ( SELECT
            FROM person p
           WHERE (p.id = households_as_read.wanted)))) AND (NOT (EXISTS ( SELECT
            FROM person_as_given later
           WHERE ((later.id = g.id) AND (later.reads_to > g.reads_to))))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.households_in_reach()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT mine.household_id
    FROM (case_reach r
      JOIN household_member mine ON ((mine.person_id = r.person_id)))
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND ((r.until IS NULL) OR (r.until > now())));
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.import_rows(list uuid, people jsonb, cases jsonb, noted jsonb, done integer, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
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
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.in_my_place(path uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (homeward_place() = ANY (path));

-- owner homeward_owner; executed by homeward_reader
CREATE OR REPLACE FUNCTION public.keep_as_given(of_case uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  delete from person_as_given g where not exists (select from case_reach r
    where r.case_id = g.case_id and r.reads_to = g.reads_to and (r.until is null or r.until > now()))
    and (g.case_id, g.reads_to) is distinct from (of_case, at);
  insert into person_as_given
    select p.*, of_case, at, jsonb_build_object(
      'summary', person_summary(p.id),
      'contacts', null,
      'conflicts', '[]'::jsonb,
      'kinship', (select coalesce(jsonb_agg(to_jsonb(k) - 'xid'), '[]') from kinship k
        where k.person_id = p.id),
      'guardianship', (select coalesce(jsonb_agg(to_jsonb(g) - 'xid'), '[]') from guardianship g
        where g.child_id = p.id),
      'returns', (select coalesce(jsonb_agg(to_jsonb(h) - 'xid' - 'arrival_list_id'
          || jsonb_build_object('operation', null)), '[]') from homecoming h where h.person_id = p.id),
      'household_ids', (select coalesce(jsonb_agg(m.household_id), '[]') from household_member m
        where m.person_id = p.id and m.until_day is null))
    from case_head c join person p on p.id = c.person_id where c.case_id = of_case
    on conflict do nothing;
  if not found then return; end if;
  insert into household_as_given (case_id, reads_to, household_id, family_number, members)
    with mine as (
      select m.household_id, m.person_id, m.from_day, m.until_day from household_member m
      where m.person_id = (select h.person_id from case_head h where h.case_id = of_case)
    ), seen as (
      select m.*, p.birth_date, p.sex, p.kind, p.name,
        exists (select from mine where mine.person_id = m.person_id) as own,
        not exists (select from household_member now_in
          where now_in.person_id = m.person_id and now_in.until_day is null) as lives_nowhere
      from household_member m join person p on p.id = m.person_id
      where exists (select from mine where mine.household_id = m.household_id
        and (mine.until_day is null or m.from_day < mine.until_day or m.from_day <= mine.from_day)
        and (m.until_day is null or m.until_day >= mine.from_day))
    )
    select of_case, at, h.id, h.family_number, jsonb_agg(jsonb_build_object(
        'id', s.id, 'person_id', s.person_id, 'relation', s.relation, 'from_day', s.from_day,
        'until_day', case when s.own or exists (select from mine where mine.household_id = s.household_id
          and (mine.until_day is null or mine.until_day >= s.until_day)) then s.until_day end,
        'reason', (select l.reason from household_leaving l where l.member_id = s.id
          and (s.own or s.kind = 'relative' and s.lives_nowhere)),
        'sex', s.sex, 'birth_year', extract(year from s.birth_date), 'kind', s.kind,
        'name', case when s.kind = 'relative' or s.own then s.name end)
      order by s.birth_date nulls last, s.id)
    from seen s join household h on h.id = s.household_id group by h.id;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.keep_ended_try()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into ended_contact_try (id) values (old.id) on conflict do nothing;
  return null;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.keep_parked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  places uuid[];
begin
  select c.place_path into places from case_file c where c.id = new.case_id;
  if not found then return null; end if;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), supervisor, 'parked_command', jsonb_build_object('case_id', new.case_id),
      new.parked_at
    from holders_of('supervisor', places) as supervisor
    where supervisor is distinct from parked_about(new.kind, new.body);
  if not found then
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), administrator, 'late_for_nobody', jsonb_build_object('place_id', places[1]),
        new.parked_at
      from holders_of('administrator', null) as administrator;
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.keeps_group(organisation uuid, place uuid, kept_by uuid, leader uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  select coalesce(case homeward_role()
    when 'coordinator' then true
    when 'supervisor' then homeward_place() = any (place_path(place)) or kept_by = homeward_actor()
    when 'partner' then organisation = homeward_organisation()
    else homeward_actor() in (kept_by, leader) end, false)
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.leads_place(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((homeward_role() = 'supervisor'::text) AND (EXISTS ( SELECT
            FROM unnest(place_path(leads_place.wanted)) p(p)
           WHERE (('supervisor:'::text || p.p) = ANY (homeward_keys())))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.leaves_from_here(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM role_grant g
           WHERE ((g.account_id = leaves_from_here.account) AND (g.revoked_at IS NULL) AND (homeward_place() = ANY (place_path(g.place_id))) AND (g.role = ANY (ARRAY['caseworker'::text, 'intake_officer'::text, 'specialist_health'::text, 'specialist_psychosocial'::text, 'specialist_legal'::text, 'specialist_protection'::text]))))) AS "exists";
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.list_files(actor_kind text, actor uuid, after uuid, log_id uuid, at timestamp with time zone)
 RETURNS TABLE(cases text, models uuid[], files integer, last_id uuid)
 LANGUAGE plpgsql
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  held record;
begin
  select * into held from begin_actor(actor_kind, actor);
  select coalesce(string_agg(page.listed, ',' order by page.id), ''),
      coalesce(array_agg(distinct page.model_id), '{}'), count(*)::integer, (max(page.id::text))::uuid
    into cases, models, files, last_id
    from (select p.id, p.model_id, coalesce(p.listed, listed_as_given(p.id)) as listed
      from page_of_files(after) p) page
    where page.listed is not null;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, details)
    values (log_id, list_files.at, list_files.actor_kind, actor, coalesce(held.role, 'none'),
      held.organisation_id, 'listed', jsonb_build_object('rows', files));
  return next;
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.listed_as_given(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((to_jsonb(listed.*) || as_given_away(c.id)))::text AS text
    FROM (case_file c
      JOIN person_as_read p ON ((p.id = c.person_id))),
     LATERAL ( SELECT c.id,
             c.number,
             c.person_id,
             c.model_id,
             c.place_id,
             c.stage,
             c.stage_since,
             c.worker_id,
             c.open_needs,
             c.urgent_needs,
             c.last_met_on,
             c.next_on,
             c.conflicts,
             c.opened_at,
             c.closed_at,
             p.name,
             p.sex,
             p.birth_date,
             p.birth_precision) listed
   WHERE (c.id = listed_as_given.wanted);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.lived_in(wanted uuid)
 RETURNS TABLE(id uuid, family_number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT h.id,
     h.family_number
    FROM household h
   WHERE ((h.id IN ( SELECT m.household_id
            FROM household_member m
           WHERE ((m.person_id = lived_in.wanted) AND (m.until_day IS NULL)))) AND ( SELECT (bool_or((r.compartment = 'general'::text)) AND bool_and((r.reads_to IS NULL)))
            FROM case_reach r
           WHERE ((r.person_id = lived_in.wanted) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now())))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.load_case(wanted uuid, known bytea DEFAULT NULL::bytea, of_kind text DEFAULT 'none'::text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  head record;
  told jsonb;
begin
  if not exists (
    select from case_reach r
    where r.case_id = wanted and r.key = any ((select homeward_keys())::text[])
      and (r.until is null or r.until > now()) and r.reads_to is null
      and (r.compartment <> 'transfer'
        or load_case.of_kind in ('accept_transfer', 'ask_about_transfer', 'decline_transfer'))
  ) then
    return null;
  end if;
  perform set_config('homeward.case', wanted::text, true);
  select h.person_id, h.position, h.hash, h.state_at,
      case when h.hash is distinct from known then h.state end as state
    into head from case_head h where h.case_id = wanted for update;
  if not found then return null; end if;
  told := jsonb_build_object('person', person_summary(head.person_id), 'person_id', head.person_id,
    'position', head.position, 'hash', encode(head.hash, 'hex'),
    'state_at', coalesce(head.state_at, head.position));
  if head.state is null then return told; end if;
  told := told || jsonb_build_object('state', head.state);
  if head.state_at is null then return told; end if;
  return told || jsonb_build_object('later', facts_after(wanted, head.state_at));
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.loaded_facts()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT facts_after(homeward_case(), 0) AS facts_after;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.members_in_reach()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT other.id
    FROM ((case_reach r
      JOIN household_member mine ON ((mine.person_id = r.person_id)))
      JOIN household_member other ON ((other.household_id = mine.household_id)))
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL) AND ((r.until IS NULL) OR (r.until > now())) AND ((mine.until_day IS NULL) OR (other.from_day < mine.until_day) OR (other.from_day <= mine.from_day)) AND ((other.until_day IS NULL) OR (other.until_day >= mine.from_day)))
 UNION
  SELECT m.id
    FROM (((case_reach r
      JOIN household_as_given g ON (((g.case_id = r.case_id) AND (g.reads_to = r.reads_to))))
      CROSS JOIN LATERAL jsonb_array_elements(g.members) one(value))
      JOIN household_member m ON (((m.id = ((one.value ->> 'id'::text))::uuid) AND (m.xid <= r.xid))))
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND (r.reads_to IS NOT NULL) AND ((r.until IS NULL) OR (r.until > now())));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.model_trial_files(after uuid, at_once integer)
 RETURNS TABLE(case_id uuid, person_id uuid, household uuid, model_id uuid, state jsonb, later jsonb, person jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if homeward_role() is distinct from 'job' then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
    select h.case_id, h.person_id,
      coalesce((select m.household_id from household_member m
        where m.person_id = h.person_id and m.until_day is null limit 1), h.person_id),
      c.model_id, h.state,
      case when h.state_at is null then '[]'::jsonb else facts_after(h.case_id, h.state_at) end,
      person_summary(h.person_id)
    from case_head h join case_file c on c.id = h.case_id
    where c.closed_at is null and h.case_id > model_trial_files.after
    order by h.case_id limit model_trial_files.at_once;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.model_trial_size()
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if homeward_role() is distinct from 'job' then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return (select count(*) from case_head h join case_file c on c.id = h.case_id
    where c.closed_at is null);
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION public.moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.xid := pg_current_xact_id();
  return new;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.moves_family()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update household set version = version
    where id = coalesce(new.household_id, old.household_id) and xid <> pg_current_xact_id();
  return null;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.moves_group()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update community_group set version = version
    where id = new.group_id and xid <> pg_current_xact_id();
  return null;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.moves_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  people uuid[];
begin
  if tg_table_name = 'guardianship' then
    people := array(select t.child_id from told t union select t.guardian_id from told t);
  elsif tg_table_name = 'kinship' then
    people := array(select t.person_id from told t union select t.relative_id from told t);
  else
    people := array(select t.person_id from told t);
  end if;
  if tg_table_name = 'household_member' then
    update household set version = version
      where id = any (array(select t.household_id from told t)) and xid <> pg_current_xact_id();
  end if;
  update person set version = version where id = any (people) and xid <> pg_current_xact_id();
  return null;
end
$function$;

-- owner homeward_owner; executed by homeward_reader
CREATE OR REPLACE FUNCTION public.new_uuid_v7()
 RETURNS uuid
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (encode(set_bit(set_bit(OVERLAY(uuid_send(gen_random_uuid()) PLACING SUBSTRING(int8send(((EXTRACT(epoch FROM clock_timestamp()) * (1000)::numeric))::bigint) FROM 3) FROM 1 FOR 6), (52)::bigint, 1), (53)::bigint, 1), 'hex'::text))::uuid AS encode;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.note_arrival_rows(wanted uuid, imported jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not exists (select from arrival_list l where l.id = wanted and l.state = 'importing'
      and homeward_role() = 'intake_officer' and in_my_place(l.place_path)) then
    raise exception 'note_arrival_rows: the list is not being imported';
  end if;
  insert into arrival_list_row (list_id, row, person_id, case_id, facts)
    select wanted, r.row, r.person_id, r.case_id, r.facts
    from jsonb_to_recordset(imported) as r(row integer, person_id uuid, case_id uuid, facts smallint);
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.note_duplicates(wanted uuid, pairs jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not exists (select from person p where p.id = wanted and p.created_by = homeward_actor()
      and p.xid = pg_current_xact_id()) then
    raise exception 'note_duplicates: the person was not registered in this transaction';
  end if;
  with noted as (
    insert into likely_duplicate (id, person_id, other_person_id, level, reasons, found_at)
      select new_uuid_v7(), wanted, f.id, f.level, f.reasons, note_duplicates.at
      from jsonb_to_recordset(pairs) as f(id uuid, level text, reasons text[])
      on conflict do nothing
      returning id)
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'likely_duplicate',
      jsonb_build_object('likely_duplicate', noted.id), note_duplicates.at
    from noted, holders_of('intake_officer', null) as officer;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.on_duty(places uuid[], at timestamp with time zone)
 RETURNS TABLE(account_id uuid, chosen_as text, rank integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT d.account_id,
     'duty'::text,
     array_position(on_duty.places, d.place_id) AS array_position
    FROM (duty d
      JOIN role_grant g ON (((g.account_id = d.account_id) AND (g.revoked_at IS NULL))))
   WHERE ((homeward_case() IS NOT NULL) AND (d.place_id = ANY (on_duty.places)) AND (d.ended_at IS NULL) AND (d.from_at <= on_duty.at) AND (d.until_at > on_duty.at) AND (g.role = ANY (ARRAY['supervisor'::text, 'specialist_protection'::text, 'specialist_psychosocial'::text])))
 UNION ALL
  SELECT g.account_id,
     'supervisor'::text,
     (100 + array_position(on_duty.places, g.place_id))
    FROM role_grant g
   WHERE ((homeward_case() IS NOT NULL) AND (g.role = 'supervisor'::text) AND (g.revoked_at IS NULL) AND (g.place_id = ANY (on_duty.places)))
  ORDER BY 3, 1;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.open_case_numbers(wanted text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT c.number
    FROM case_file c
   WHERE ((homeward_role() = 'coordinator'::text) AND (c.number = ANY (open_case_numbers.wanted)) AND (homeward_place() = ANY (c.place_path)) AND (c.closed_at IS NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.open_cases(written jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not homeward_may('open', 'general') then raise exception 'open_cases: no right'; end if;
  if exists (
    select from jsonb_to_recordset(written -> 'cases') as c(person_id uuid)
    left join person p on p.id = c.person_id and p.created_by = homeward_actor()
    where p.id is null
  ) then raise exception 'open_cases: a person of somebody else'; end if;
  insert into case_head (case_id, person_id, position, hash, state)
    select c.case_id, c.person_id, c.position, decode(c.hash, 'hex'), c.state
    from jsonb_to_recordset(written -> 'cases')
      as c(case_id uuid, person_id uuid, position integer, hash text, state jsonb);
  insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id, role,
      device_id, said_at, recorded_at, body_hash, previous_hash, hash)
    select f.id, f.case_id, f.position, f.kind, f.version, f.compartment, homeward_actor_kind(),
      homeward_actor(), homeward_role(), null, f.said_at, f.recorded_at,
      decode(f.body_hash, 'hex'), decode(f.previous_hash, 'hex'), decode(f.hash, 'hex')
    from jsonb_to_recordset(written -> 'facts') as f(id uuid, case_id uuid, position integer,
      kind text, version smallint, compartment text, said_at timestamptz, recorded_at timestamptz,
      body_hash text, previous_hash text, hash text);
  insert into fact_body (fact_id, case_id, compartment, body, salt)
    select f.id, f.case_id, f.compartment, f.body, decode(f.salt, 'hex')
    from jsonb_to_recordset(written -> 'facts')
      as f(id uuid, case_id uuid, compartment text, body text, salt text);
  insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
      worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
    select * from jsonb_to_recordset(written -> 'rows') as r(id uuid, number text, person_id uuid,
      model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
      worker_id uuid, open_needs integer, urgent_needs integer, last_met_on date, next_on date,
      conflicts integer, opened_at timestamptz, closed_at timestamptz);
  insert into task (case_id, person_id, kind, ref, account_id, due_at, details)
    select * from jsonb_to_recordset(written -> 'tasks')
      as t(case_id uuid, person_id uuid, kind text, ref text, account_id uuid, due_at timestamptz,
        details jsonb);
  insert into case_reach (case_id, person_id, key, compartment, until)
    select distinct on (r.key, c.case_id, r.compartment) c.case_id, c.person_id, r.key, r.compartment, r.until
    from jsonb_to_recordset(written -> 'cases') as c(case_id uuid, person_id uuid, reach jsonb),
      jsonb_to_recordset(c.reach) as r(key text, compartment text, until timestamptz);
  insert into command_answer (actor_kind, actor_id, command_id, command_hash, kind, case_id, answer,
      answered_at)
    select homeward_actor_kind(), homeward_actor(), a.command_id, decode(a.command_hash, 'hex'),
      'open_case', a.case_id, '{"answer": "applied"}', a.answered_at
    from jsonb_to_recordset(written -> 'answers')
      as a(command_id uuid, command_hash text, case_id uuid, answered_at timestamptz);
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.open_command(of_command uuid, of_hash bytea, of_kind text, of_case uuid, begins_for uuid, at timestamp with time zone, known bytea DEFAULT NULL::bytea)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
declare
  before command_answer;
  person jsonb;
begin
  if homeward_role() is null then return '{}'; end if;
  insert into command_answer (actor_kind, actor_id, command_id, command_hash, kind, case_id, answered_at)
    values (homeward_actor_kind(), homeward_actor(), of_command, of_hash, of_kind, of_case, at)
    on conflict do nothing;
  if not found then
    select * into before from command_answer a
      where a.actor_id = homeward_actor() and a.command_id = of_command;
    return jsonb_build_object('before', before.answer, 'same', before.command_hash in (of_hash, '\x'));
  end if;
  if begins_for is null then return coalesce(load_case(of_case, known, of_kind), '{}'); end if;
  person := begin_case(of_case, begins_for);
  if person is null then return '{}'; end if;
  return jsonb_build_object('person', person, 'person_id', begins_for, 'position', 0, 'hash', '', 'state', null);
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.open_file(actor_kind text, actor uuid, wanted uuid, log_id uuid, at timestamp with time zone)
 RETURNS TABLE(model_id uuid, told text, facts text)
 LANGUAGE plpgsql
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
declare
  held record;
  file record;
begin
  select * into held from begin_actor(actor_kind, actor);
  select t.*, facts_in_reach(wanted) as facts into file from told_in_reach(wanted) t;
  if not found then
    select t.*, facts_as_given(wanted) as facts into file from told_as_given(wanted) t;
  end if;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, case_id, person_id, details)
    values (log_id, open_file.at, open_file.actor_kind, actor, coalesce(held.role, 'none'), held.organisation_id,
      case when file.person_id is null then 'denied' else 'opened' end, wanted, file.person_id,
      case when file.person_id is null then '{"said": "open"}'::jsonb else '{}'::jsonb end);
  if file.person_id is null then return; end if;
  model_id := file.model_id;
  told := file.told::text;
  facts := file.facts;
  return next;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.organisation_has_receivers(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((homeward_role() = 'coordinator'::text) AND ((EXISTS ( SELECT
            FROM role_grant g
           WHERE ((g.organisation_id = organisation_has_receivers.wanted) AND (g.revoked_at IS NULL)))) OR (EXISTS ( SELECT
            FROM client c
           WHERE ((c.organisation_id = organisation_has_receivers.wanted) AND (c.withdrawn_at IS NULL)))) OR (EXISTS ( SELECT
            FROM webhook w
           WHERE ((w.organisation_id = organisation_has_receivers.wanted) AND (w.withdrawn_at IS NULL)))) OR (EXISTS ( SELECT
            FROM community_group g
           WHERE ((g.organisation_id = organisation_has_receivers.wanted) AND (g.ended_on IS NULL))))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.organisation_receives_now(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((homeward_role() = 'coordinator'::text) AND ((EXISTS ( SELECT
            FROM role_grant g
           WHERE (g.organisation_id = organisation_receives_now.wanted))) OR (EXISTS ( SELECT
            FROM service s
           WHERE (s.organisation_id = organisation_receives_now.wanted))) OR (EXISTS ( SELECT
            FROM community_group g
           WHERE (g.organisation_id = organisation_receives_now.wanted))) OR (EXISTS ( SELECT
            FROM referral_packet p
           WHERE (p.organisation_id = organisation_receives_now.wanted)))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.outing_answerers(places uuid[], at timestamp with time zone)
 RETURNS TABLE(account_id uuid, rank integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT found.account_id,
     min(found.rank) AS min
    FROM (( SELECT d.account_id,
             array_position(outing_answerers.places, d.place_id) AS rank
            FROM (duty d
              JOIN role_grant g ON (((g.account_id = d.account_id) AND (g.revoked_at IS NULL))))
           WHERE ((d.place_id = ANY (outing_answerers.places)) AND (d.ended_at IS NULL) AND (d.from_at <= outing_answerers.at) AND (d.until_at > outing_answerers.at) AND (EXISTS ( SELECT
                    FROM role_right r
                   WHERE ((r.role = g.role) AND (r.verb = 'keep_duty'::text)))))
         UNION ALL
          SELECT s.account_id,
             (100 + array_position(outing_answerers.places, s.place_id))
            FROM stand_in s
           WHERE ((s.place_id = ANY (outing_answerers.places)) AND (s.ended_at IS NULL) AND (s.from_at <= outing_answerers.at) AND (s.until_at > outing_answerers.at))
         UNION ALL
          SELECT g.account_id,
             (200 + array_position(outing_answerers.places, g.place_id))
            FROM role_grant g
           WHERE ((g.role = 'supervisor'::text) AND (g.revoked_at IS NULL) AND (g.place_id = ANY (outing_answerers.places)))) found
      JOIN auth.account a ON (((a.id = found.account_id) AND (a.disabled_at IS NULL))))
   WHERE ((homeward_actor_kind() IS NULL) OR (outing_answerers.places = place_path(homeward_place())))
   GROUP BY found.account_id
   ORDER BY (min(found.rank)), found.account_id;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.own_feed_epoch()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (OVERLAY(OVERLAY(md5(concat_ws('|'::text, e.epoch, homeward_role(), COALESCE((homeward_place())::text, ''::text), COALESCE((homeward_organisation())::text, ''::text),
         CASE
             WHEN (homeward_role() = 'supervisor'::text) THEN standing_in(homeward_actor())
             ELSE NULL::uuid[]
         END)) PLACING '4'::text FROM 13) PLACING '8'::text FROM 17))::uuid AS "overlay"
    FROM feed_epoch e;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.packet_by_link()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT jsonb_build_object('referral_id', p.referral_id, 'service', s.name, 'urgency', p.urgency, 'status', p.status, 'answer_due_on', p.answer_due_on, 'purpose', p.purpose, 'expires_at', to_char((r.until AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), 'content', p.content, 'replies', p.replies, 'weeks', p.weeks, 'answers', ( SELECT COALESCE(jsonb_agg(jsonb_build_object('at', (one.value -> 'at'::text), 'answer', (one.value -> 'answer'::text))), '[]'::jsonb) AS "coalesce"
            FROM jsonb_array_elements(p.answers) one(value)), 'case_id', p.case_id, 'person_id', p.person_id, 'model_id', c.model_id) AS jsonb_build_object
    FROM ((((referral_link l
      JOIN referral_packet p ON (((p.case_id = l.case_id) AND (p.referral_id = l.referral_id))))
      JOIN service s ON ((s.id = p.service_id)))
      JOIN case_file c ON ((c.id = p.case_id)))
      JOIN case_reach r ON (((r.key = ('link:'::text || l.id)) AND (r.case_id = l.case_id) AND (r.compartment = 'packet'::text))))
   WHERE ((homeward_actor_kind() = 'link'::text) AND (l.id = homeward_actor()) AND (p.content IS NOT NULL) AND (NOT p.withdrawn) AND (p.status <> 'cancelled'::text));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.page_of_files(after uuid)
 RETURNS TABLE(id uuid, model_id uuid, listed text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH page AS MATERIALIZED (
          SELECT r.case_id,
             bool_and((r.reads_to IS NOT NULL)) AS given
            FROM unnest(homeward_keys()) k(k),
             LATERAL ( SELECT c_1.case_id,
                     c_1.reads_to
                    FROM case_reach c_1
                   WHERE ((c_1.key = k.k) AND (c_1.compartment = 'general'::text) AND ((c_1.until IS NULL) OR (c_1.until > now())) AND (c_1.case_id > COALESCE(page_of_files.after, '00000000-0000-0000-0000-000000000000'::uuid)))
                   ORDER BY c_1.case_id
                  LIMIT 50) r
           GROUP BY r.case_id
           ORDER BY r.case_id
          LIMIT 50
         )
  SELECT c.id,
     c.model_id,
         CASE
             WHEN (NOT page.given) THEN (row_to_json(listed.*))::text
             ELSE NULL::text
         END AS "case"
    FROM ((page
      JOIN case_file c ON ((c.id = page.case_id)))
      JOIN person p ON ((p.id = c.person_id))),
     LATERAL ( SELECT c.id,
             c.number,
             c.person_id,
             c.model_id,
             c.place_id,
             c.stage,
             c.stage_since,
             c.worker_id,
             c.open_needs,
             c.urgent_needs,
             c.last_met_on,
             c.next_on,
             c.conflicts,
             c.opened_at,
             c.closed_at,
             p.name,
             p.sex,
             p.birth_date,
             p.birth_precision) listed
   ORDER BY c.id;
END;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.parked_about(kind text, body jsonb)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$
  select case
    when kind = 'raise_concern' then body #>> '{about,account_id}'
    when kind = 'record_screening' then body #>> '{harm_told,about,account_id}'
  end::uuid
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.parts_family()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update family_step set parted_at = now()
    where household_id = new.household_id and new.person_id = any (members) and parted_at is null;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.people_in_own_reach()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT r.person_id
    FROM case_reach r
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND (r.until IS NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.person_known(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (reaches_person(wanted) OR (EXISTS ( SELECT
            FROM household_member m
           WHERE ((m.person_id = person_known.wanted) AND (m.id IN ( SELECT members_in_reach() AS members_in_reach))))) OR (EXISTS ( SELECT
            FROM person p
           WHERE ((p.id = person_known.wanted) AND (p.created_by = homeward_actor()) AND (NOT (EXISTS ( SELECT
                    FROM case_head h
                   WHERE (h.person_id = p.id))))))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.person_mine(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  keys text[] := homeward_keys();
begin
  return exists (select from case_reach r where r.person_id = wanted
      and r.compartment = 'general' and r.until is null and r.key = any (keys))
    or exists (select from person p where p.id = wanted and p.created_by = homeward_actor()
      and not exists (select from case_file c where c.person_id = p.id))
    or exists (select from person p
      join household_member mine on mine.person_id = p.id
      join household_member other on other.household_id = mine.household_id
      join case_reach r on r.person_id = other.person_id and r.compartment = 'general'
        and r.until is null and r.key = any (keys)
      where p.id = wanted and p.kind = 'relative');
end
$function$;

-- owner homeward_owner; executed by homeward_reader
CREATE OR REPLACE FUNCTION public.person_summary(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT jsonb_build_object('id', p.id, 'has_name', (p.name <> '{}'::jsonb), 'birth',
         CASE
             WHEN (p.birth_date IS NULL) THEN NULL::jsonb
             ELSE jsonb_build_object('date', p.birth_date, 'precision', p.birth_precision, 'estimated', COALESCE(p.birth_estimated, false))
         END, 'languages', p.languages, 'guardian_ids', ( SELECT COALESCE(jsonb_agg(DISTINCT holders.who), '[]'::jsonb) AS "coalesce"
            FROM ( SELECT g.guardian_id AS who
                    FROM guardianship g
                   WHERE ((g.child_id = p.id) AND (g.guardian_id IS NOT NULL) AND (NOT g.contested) AND ((g.until_day IS NULL) OR (g.until_day >= CURRENT_DATE)))
                 UNION
                  SELECT k.relative_id
                    FROM kinship k
                   WHERE ((k.person_id = p.id) AND (k.kind = ANY (ARRAY['mother'::text, 'father'::text, 'parent'::text])) AND (k.parent_state = 'present'::text) AND (k.relative_id IS NOT NULL) AND ((k.until_day IS NULL) OR (k.until_day >= CURRENT_DATE)))) holders)) AS jsonb_build_object
    FROM person p
   WHERE (p.id = person_summary.wanted);
END;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.place_path(place uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH RECURSIVE up AS (
          SELECT place.id,
             place.parent_id,
             1 AS step
            FROM place
           WHERE (place.id = place_path.place)
         UNION ALL
          SELECT p.id,
             p.parent_id,
             (up_1.step + 1)
            FROM (place p
              JOIN up up_1 ON ((p.id = up_1.parent_id)))
           WHERE (up_1.step < 10)
         )
  SELECT COALESCE(array_agg(up.id ORDER BY up.step), '{}'::uuid[]) AS "coalesce"
    FROM up;
END;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.place_time_zone(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH RECURSIVE above AS (
          SELECT p.parent_id,
             p.time_zone,
             0 AS far
            FROM place p
           WHERE (p.id = place_time_zone.wanted)
         UNION ALL
          SELECT p.parent_id,
             p.time_zone,
             (a.far + 1)
            FROM (place p
              JOIN above a ON ((p.id = a.parent_id)))
           WHERE (a.far < 8)
         )
  SELECT above.time_zone
    FROM above
   WHERE (above.time_zone IS NOT NULL)
   ORDER BY above.far
  LIMIT 1;
END;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.queue_webhooks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into webhook_delivery (id, webhook_id, event, task_id, created_at, next_at)
  select
    -- a UUIDv7: the moment's milliseconds before random bits
    encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
    w.id, case tg_op when 'INSERT' then 'task.created' else 'task.changed' end, new.referral_id,
    -- Due at once, also where the two clocks differ.
    now(), new.sent_at
  from webhook w where w.organisation_id = new.organisation_id and w.withdrawn_at is null;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.ran_course_round(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM course_round_run r
           WHERE ((r.round_id = ran_course_round.wanted) AND (r.ran_by = homeward_actor())))) AS "exists";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.reaches_person(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM case_reach r
           WHERE ((r.person_id = reaches_person.wanted) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now()))))) AS "exists";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.readings_of(wanted uuid)
 RETURNS TABLE(on_day date, role text, organisation_id uuid, action text, times integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (l.at)::date AS at,
     l.role,
     l.organisation_id,
     l.action,
     (count(*))::integer AS count
    FROM read_log l
   WHERE ((l.case_id = readings_of.wanted) AND ((l.action = 'opened_in_emergency'::text) OR ((l.action = ANY (ARRAY['opened'::text, 'printed'::text, 'exported'::text, 'packet_opened'::text])) AND (l.role <> 'specialist_protection'::text))) AND ((l.role <> 'specialist_psychosocial'::text) OR (l.action = 'opened_in_emergency'::text) OR (EXISTS ( SELECT
            FROM (fact f
              JOIN fact_body b ON ((b.fact_id = f.id)))
           WHERE ((f.case_id = readings_of.wanted) AND (f.kind = 'specialist_assigned'::text) AND (((b.body)::jsonb ->> 'account_id'::text) = (l.actor_id)::text)))) OR (EXISTS ( SELECT
            FROM fact f
           WHERE ((f.case_id = readings_of.wanted) AND (f.kind = 'opened_in_emergency'::text) AND (f.actor_id = l.actor_id))))) AND (NOT (EXISTS ( SELECT
            FROM withholding w
           WHERE ((w.case_id = readings_of.wanted) AND (w.ended_at IS NULL) AND (l.role = ANY (w.roles)) AND ((l.at)::date >= w.from_day) AND ((l.at)::date <= COALESCE(w.until_day, 'infinity'::date)))))) AND (EXISTS ( SELECT
            FROM case_reach r
           WHERE ((r.case_id = readings_of.wanted) AND (r.compartment = 'general'::text) AND ((r.reads_to IS NULL) OR (l.at <= r.reads_to)) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now()))))))
   GROUP BY ((l.at)::date), l.role, l.organisation_id, l.action
   ORDER BY ((l.at)::date) DESC, l.role, l.organisation_id, l.action;
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.receipts_without_key(ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT copy.copy
    FROM unnest(receipts_without_key.ids) copy(copy)
   WHERE (NOT (EXISTS ( SELECT
            FROM assistance_receipt r
           WHERE (r.id = copy.copy))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.receive_complaint(new_id uuid, hash text, said jsonb, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  by_account boolean := homeward_actor_kind() = 'account';
begin
  insert into complaint (id, code_hash, about, came_by, words, wish, language, answer_way,
      answer_words, name, anonymous, about_child, happened_on, number, taken_by, taken_role, received_at)
    values (new_id, hash, said ->> 'about', said ->> 'came_by', said ->> 'words', said ->> 'wish',
      said ->> 'language', said ->> 'answer_way', said ->> 'answer_words', said ->> 'name',
      (said ->> 'anonymous')::boolean, (said ->> 'about_child')::boolean,
      (said ->> 'happened_on')::date, said ->> 'number',
      case when by_account then homeward_actor() end, case when by_account then homeward_role() end, at)
    on conflict (code_hash) do nothing;
  if not found then return; end if;
  insert into complaint_event (id, complaint_id, kind, at) values (new_uuid_v7(), new_id, 'received', at);
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'complaint_received', '{}', at
    from holders_of('complaints_officer', null) as officer;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.register_matches(row_numbers integer[], row_keys text[], of_list uuid)
 RETURNS TABLE("row" integer, person_id uuid, names jsonb, sex text, birth_date date, birth_precision text, birth_estimated boolean, citizenships text[], papers jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if homeward_role() is distinct from 'intake_officer' then
    raise exception 'register_matches: for intake officers';
  end if;
  return query
    with given as (
      select g.row, g.key from unnest(row_numbers, row_keys) as g(row, key)
    ), found as (
      select k.key, near.people from (select distinct g.key from given g) k
      cross join lateral (
        select array_agg(b.person_id) as people from (
          select o.person_id from person_block o where o.key = k.key limit 41) b
      ) near
      where cardinality(near.people) <= 40
    ), pair as (
      select distinct g.row, other from given g join found f on f.key = g.key, unnest(f.people) other
    )
    select pair.row, p.id, jsonb_build_array(p.name) || p.former_names, p.sex, p.birth_date,
      p.birth_precision, p.birth_estimated, p.citizenships, p.papers
    from pair join person p on p.id = pair.other
    where of_list is null or not exists (
      select from arrival_list_row r where r.person_id = p.id and r.list_id = of_list);
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.relatives_in_own_reach()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT other.person_id
    FROM (((case_reach r
      JOIN household_member mine ON ((mine.person_id = r.person_id)))
      JOIN household_member other ON ((other.household_id = mine.household_id)))
      JOIN person p ON (((p.id = other.person_id) AND (p.kind = 'relative'::text))))
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND (r.until IS NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.relatives_in_reach()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT DISTINCT other.person_id
    FROM (((case_reach r
      JOIN household_member mine ON ((mine.person_id = r.person_id)))
      JOIN household_member other ON ((other.household_id = mine.household_id)))
      JOIN person p ON (((p.id = other.person_id) AND (p.kind = 'relative'::text))))
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND (r.reads_to IS NULL) AND ((r.until IS NULL) OR (r.until > now())) AND (((mine.until_day IS NULL) AND (other.until_day IS NULL)) OR ((other.until_day IS NOT NULL) AND (other.until_day >= mine.from_day) AND ((mine.until_day IS NULL) OR (other.from_day <= mine.until_day)) AND (NOT (EXISTS ( SELECT
            FROM household_member now_in
           WHERE ((now_in.person_id = other.person_id) AND (now_in.until_day IS NULL))))))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.reply_to_complaint(hash text, reply_id uuid, words text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.role_of(wanted uuid)
 RETURNS TABLE(role text, place_path uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT g.role,
     place_path(g.place_id) AS place_path
    FROM role_grant g
   WHERE ((g.account_id = role_of.wanted) AND (g.revoked_at IS NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.save_case(wanted uuid, expected integer, reached integer, new_hash bytea, new_state jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if homeward_case() is distinct from wanted then
    raise exception 'save_case: the case was not loaded in this transaction';
  end if;
  if new_state is null then
    update case_head h set position = reached, hash = new_hash, state_at = coalesce(h.state_at, h.position)
      where h.case_id = wanted and h.position = expected;
  else
    update case_head h set position = reached, hash = new_hash, state = new_state, state_at = null
      where h.case_id = wanted and h.position = expected;
  end if;
  if not found then raise exception 'save_case: the case moved on'; end if;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.search_people(log_id uuid, at timestamp with time zone, q_folded text, q_words jsonb, q_initials text[], q_number text, most integer)
 RETURNS TABLE(person_id uuid, case_id uuid, score real)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET "pg_trgm.similarity_threshold" TO '0.45'
 SET "pg_trgm.word_similarity_threshold" TO '0.6'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  -- Whoever reaches so few people has all of them ranked.
  few constant integer := 1000;
  -- From these scores on no wider round is needed.
  sure constant real[] := '{0.75, 0.62, 0.62, 0}';
  keys text[] := homeward_keys();
  words integer := greatest(jsonb_array_length(q_words), 1);
  -- One word alone, long enough to be known with a letter missing, is looked for inside the whole name.
  alone constant boolean := jsonb_array_length(q_words) = 1 and char_length(q_folded) > 3;
  w1 text[] := array(select jsonb_array_elements_text(q_words -> 0));
  w2 text[] := array(select jsonb_array_elements_text(q_words -> 1));
  w3 text[] := array(select jsonb_array_elements_text(q_words -> 2));
  w4 text[] := array(select jsonb_array_elements_text(q_words -> 3));
  w5 text[] := array(select jsonb_array_elements_text(q_words -> 4));
  whole text[] := w1 || w2 || w3 || w4 || w5;
  own uuid[];
  people uuid[] := '{}';
  scores real[] := '{}';
  earlier uuid[];
  earlier_scores real[];
  found_rows integer;
begin
  own := array(select r.person_id from case_reach r where r.key = any (keys) and r.compartment = 'general'
    and (r.until is null or r.until > now()) limit few + 1);
  if cardinality(own) <= few then
    own := own || array(select other.person_id from household_member mine
      join household_member other on other.household_id = mine.household_id
      join person p on p.id = other.person_id and p.kind = 'relative'
      where mine.person_id = any (own));
  else
    own := null;
  end if;
  -- Two words at once, which is selective; then spellings alike, without regard to initials, as a blank
  -- in the wrong place makes one of a letter; then any word.
  for round in 1 .. 4 loop
    continue when words < 2 and round < 4 and own is null;
    continue when own is not null and round in (2, 4);
    continue when round = 3 and cardinality(q_initials) = 0 or round = 2 and cardinality(q_initials) > 0;
    earlier := people;
    earlier_scores := scores;
    select coalesce(array_agg(hit.person), '{}'), coalesce(array_agg(hit.best), '{}')
      into people, scores
    from (
      select c.person, c.best from (
        select k.person_id as person, max(greatest(similarity(k.folded, q_folded),
          case when alone then 0.9 * word_similarity(q_folded, k.folded) else 0 end,
          0.9 * ((k.phonetic && w1)::int + (k.phonetic && w2)::int + (k.phonetic && w3)::int
            + (k.phonetic && w4)::int + (k.phonetic && w5)::int) / words))::real as best
        from person_name_key k
        where case
            when own is not null then k.person_id = any (own)
              and (k.phonetic && whole or similarity(k.folded, q_folded) >= 0.3
                or alone and word_similarity(q_folded, k.folded) >= 0.6)
            when round = 1 then (k.phonetic && w1 and k.phonetic && w2)
              or (k.phonetic && w1 and k.phonetic && w3) or (k.phonetic && w2 and k.phonetic && w3)
            when round in (2, 3) then (k.phonetic && w1 and k.phonetic && w2)
              or (k.phonetic && w1 and k.phonetic && w3) or (k.phonetic && w2 and k.phonetic && w3)
              or k.folded % q_folded
            when alone then k.phonetic && whole or k.folded % q_folded or q_folded <% k.folded
            when words > 1 then k.phonetic && whole
            else k.phonetic && whole or k.folded % q_folded end
          and (round = 3 and words > 1 or not exists (select from unnest(q_initials) i
            where not exists (select from unnest(k.tokens) t where starts_with(t, i))))
        group by k.person_id
        order by best desc, k.person_id
        offset 0) c
      cross join lateral (
        select from case_reach r where r.person_id = c.person and r.compartment = 'general'
          and r.key = any (keys) and (r.until is null or r.until > now())
        union all
        select from person p join household_member mine on mine.person_id = p.id
          join household_member other on other.household_id = mine.household_id
          join case_reach r on r.person_id = other.person_id
          where p.id = c.person and p.kind = 'relative' and r.compartment = 'general'
            and r.key = any (keys) and (r.until is null or r.until > now())
        limit 1) reached
      order by c.best desc, c.person
      limit most) hit;
    -- Spellings alike were looked for in the round before: who was found there is added.
    if round = 4 and words > 1 then
      select array_agg(best.person), array_agg(best.score) into people, scores
      from (select u.person, max(u.score) as score
        from unnest(people || earlier, scores || earlier_scores) as u(person, score)
        group by u.person order by score desc, u.person limit most) best;
    end if;
    exit when coalesce(scores[1], 0) >= sure[round];
    -- Whoever shares but one word and is no more alike than these comes behind all of them.
    exit when words > 1 and round in (2, 3) and scores[most] >= greatest(0.45, 0.9 / words);
  end loop;
  return query
    with hit as (
      select u.person, u.best from unnest(people, scores) as u(person, best)
      where works_with(u.person) or not exists (
        select from case_reach r
          join person_as_given g on g.case_id = r.case_id and g.reads_to = r.reads_to
          join person p on p.id = g.id
        where r.person_id = u.person and r.compartment = 'general' and r.key = any (keys)
          and (p.name, p.former_names, p.called) is distinct from (g.name, g.former_names, g.called))
      union
      select c.person_id, 2::real from case_file c
        where c.number = q_number and exists (select from case_reach r
          where r.case_id = c.id and r.compartment = 'general' and r.key = any (keys)
            and (r.until is null or r.until > now()))
    ), best as (select hit.person, max(hit.best) as best from hit group by hit.person)
    select b.person, c.case_id, b.best
    from best b
    left join lateral (
      select distinct near.case_id from (
        select r.case_id from case_reach r where r.person_id = b.person and r.compartment = 'general'
          and r.key = any (keys) and (r.until is null or r.until > now())
        union all
        select r.case_id from person p join household_member mine on mine.person_id = p.id
          join household_member other on other.household_id = mine.household_id
          join case_reach r on r.person_id = other.person_id
          where p.id = b.person and p.kind = 'relative' and r.compartment = 'general'
            and r.key = any (keys) and (r.until is null or r.until > now())) near
      limit 5) c on true
    order by b.best desc, b.person limit most;
  get diagnostics found_rows = row_count;
  insert into read_log (id, at, actor_kind, actor_id, role, organisation_id, action, details)
    values (log_id, search_people.at, homeward_actor_kind(), homeward_actor(),
      coalesce(homeward_role(), 'none'), homeward_organisation(), 'searched',
      jsonb_build_object('rows', found_rows));
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.set_reach(wanted uuid, wanted_rows jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  of_person uuid;
begin
  if homeward_case() is distinct from wanted then
    raise exception 'set_reach: the case was not loaded in this transaction';
  end if;
  select h.person_id into of_person from case_head h where h.case_id = wanted;
  insert into reach_lost (key, case_id, person_id, compartment)
    select r.key, wanted, of_person, r.compartment
    from jsonb_to_recordset(wanted_rows) as r(key text, compartment text, reads_to timestamptz)
      join case_reach c on c.case_id = wanted and c.key = r.key and c.compartment = r.compartment
    where r.reads_to is not null and c.reads_to is null on conflict do nothing;
  insert into case_reach (case_id, person_id, key, compartment, until, reads_to, reads_up_to)
    select wanted, of_person, r.key, r.compartment, r.until, r.reads_to,
      case when r.reads_to is not null then coalesce((
        select max(f.position) from fact f where f.case_id = wanted and left(f.id::text, 32) = (
          select left(a.id::text, 32) from fact a where a.case_id = wanted
            and a.kind = 'transfer_accepted' and a.recorded_at = r.reads_to limit 1)), 0) end
    from jsonb_to_recordset(wanted_rows)
      as r(key text, compartment text, until timestamptz, reads_to timestamptz(3))
    on conflict (key, case_id, compartment) do update set until = excluded.until,
        reads_to = excluded.reads_to, reads_up_to = excluded.reads_up_to,
        xid = case when case_reach.reads_to is distinct from excluded.reads_to
          then pg_current_xact_id() else case_reach.xid end
      where (case_reach.until, case_reach.reads_to) is distinct from (excluded.until, excluded.reads_to);
  perform keep_as_given(wanted, r.reads_to) from (
    select distinct c.reads_to from case_reach c where c.case_id = wanted and c.reads_to is not null
      and not exists (select from person_as_given g where g.case_id = wanted and g.reads_to = c.reads_to)) r;
  with gone as (
    delete from case_reach c where c.case_id = wanted and not exists (
      select from jsonb_to_recordset(wanted_rows) as r(key text, compartment text)
      where r.key = c.key and r.compartment = c.compartment)
    returning c.key, c.compartment
  )
  insert into reach_lost (key, case_id, person_id, compartment)
    select gone.key, wanted, of_person, gone.compartment from gone on conflict do nothing;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.settle_duplicate(wanted uuid, decision text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if homeward_role() is distinct from 'intake_officer' then return null; end if;
  update likely_duplicate d set settled = decision, settled_by = homeward_actor(),
      settled_at = settle_duplicate.at
    where d.id = wanted and d.settled is null;
  if found then return 'settled'; end if;
  return (select 'already' from likely_duplicate d where d.id = wanted);
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.stand_in_candidates()
 RETURNS TABLE(account_id uuid, place_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT g.account_id,
     g.place_id
    FROM role_grant g,
     place_path(homeward_place()) here(here),
     LATERAL place_path(g.place_id) there(there)
   WHERE ((homeward_role() = 'supervisor'::text) AND (g.role = 'supervisor'::text) AND (g.revoked_at IS NULL) AND (g.account_id <> homeward_actor()) AND (cardinality(here.here) > 1) AND (here.here[(cardinality(here.here) - 1)] = ANY (there.there)));
END;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.standing_in(of_account uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT s.place_id), '{}'::uuid[]) AS "coalesce"
    FROM stand_in s
   WHERE ((s.account_id = standing_in.of_account) AND (s.ended_at IS NULL) AND (s.from_at <= now()) AND (s.until_at > now()));
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.standing_organisation(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH RECURSIVE standing AS (
          SELECT o.id,
             o.merged_into
            FROM organisation o
           WHERE (o.id = standing_organisation.wanted)
         UNION
          SELECT o.id,
             o.merged_into
            FROM (organisation o
              JOIN standing t ON ((o.id = t.merged_into)))
         )
  SELECT standing.id
    FROM standing
   WHERE (standing.merged_into IS NULL);
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.standing_service(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 WITH RECURSIVE standing AS (
          SELECT s.id,
             s.merged_into
            FROM service s
           WHERE (s.id = standing_service.wanted)
         UNION
          SELECT s.id,
             s.merged_into
            FROM (service s
              JOIN standing t ON ((s.id = t.merged_into)))
         )
  SELECT standing.id
    FROM standing
   WHERE (standing.merged_into IS NULL);
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.team_caseloads(at timestamp with time zone)
 RETURNS TABLE(worker_id uuid, open integer, urgent integer, overdue integer, conflicts integer, last_met_on date, longest_unmet_since date, never_met integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  keys text[] := homeward_keys();
begin
  return query
    with late as (
      select c.worker_id, count(*)::int as tasks from task t join case_file c on c.id = t.case_id
      where t.due_at < team_caseloads.at and c.closed_at is null
        and exists (select from case_reach r where r.key = any (keys)
          and r.case_id = t.case_id and r.compartment = t.compartment
          and (r.until is null or r.until > now()))
      group by c.worker_id
    ), carried as (
      select c.worker_id, count(*)::int as open,
        (count(*) filter (where c.urgent_needs > 0))::int as urgent, sum(c.conflicts)::int as conflicts,
        max(c.last_met_on) as last_met_on, min(c.last_met_on) as longest_unmet_since,
        (count(*) filter (where c.last_met_on is null))::int as never_met
      from case_file c where c.closed_at is null
        and c.id in (select r.case_id from case_reach r where r.key = any (keys)
          and r.compartment = 'general' and r.reads_to is null and (r.until is null or r.until > now()))
      group by c.worker_id
    )
    select c.worker_id, c.open, c.urgent, coalesce(l.tasks, 0), c.conflicts,
      c.last_met_on, c.longest_unmet_since, c.never_met
    from carried c left join late l on l.worker_id is not distinct from c.worker_id;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.tell_course_round(wanted uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 INSERT INTO notification (id, account_id, kind, details, created_at)  SELECT new_uuid_v7() AS new_uuid_v7,
             f.worker_id,
             'course_answered',
             jsonb_build_object('case_id', f.id) AS jsonb_build_object,
             tell_course_round.at AS at
            FROM ((course_answer a
              JOIN case_file f ON ((f.id = a.case_id)))
              JOIN course_round c ON ((c.id = a.round_id)))
           WHERE ((a.round_id = tell_course_round.wanted) AND (f.worker_id IS NOT NULL) AND (f.closed_at IS NULL) AND (homeward_role() = 'coordinator'::text) AND (c.state = 'confirmed'::text) AND (c.ended_by = homeward_actor()));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.tell_course_seat(wanted uuid, of_case uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 INSERT INTO notification (id, account_id, kind, details, created_at)  SELECT new_uuid_v7() AS new_uuid_v7,
             f.worker_id,
             'course_seat_free',
             jsonb_build_object('case_id', f.id) AS jsonb_build_object,
             tell_course_seat.at AS at
            FROM case_file f
           WHERE ((f.id = tell_course_seat.of_case) AND (f.worker_id IS NOT NULL) AND (f.closed_at IS NULL) AND (homeward_role() = 'coordinator'::text) AND (EXISTS ( SELECT
                    FROM course_seat s
                   WHERE ((s.round_id = tell_course_seat.wanted) AND (s.case_id = f.id) AND (s.state = 'offered'::text) AND (s.offered_by = homeward_actor())))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.tell_ended_reach()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 INSERT INTO reach_lost (key, case_id, person_id, compartment)  SELECT r.key,
             r.case_id,
             r.person_id,
             r.compartment
            FROM case_reach r
           WHERE ((r.key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[])) AND (r.compartment = 'general'::text) AND (r.until <= now()) AND (NOT (EXISTS ( SELECT
                    FROM reach_lost l
                   WHERE ((l.key = r.key) AND (l.case_id = r.case_id) AND (l.compartment = r.compartment) AND (l.xid > r.xid)))))) ON CONFLICT DO NOTHING;
END;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.tell_of_helpers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), told.account_id, case new.kind when 'mentor' then 'mentor_given' else 'ride_given' end,
      jsonb_build_object('case_id', c.id, 'number', c.number, 'helper', given.helper), new.ended_at
    from jsonb_to_recordset(new.result::jsonb->'assigned') as given (request text, helper text)
      join case_file c on c.number = given.request and c.closed_at is null and new.place_id = any (c.place_path)
      cross join lateral (
        select c.worker_id as account_id where c.worker_id is not null
        union select holders_of('supervisor', array[c.place_id]) where c.worker_id is null) told;
  return null;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.tell_officers_of_grant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into notification (id, account_id, kind, details, created_at)
  select
    -- a UUIDv7: the moment's milliseconds before random bits
    encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
    officer,
    case when new.revoked_at is null then 'role_granted' else 'role_revoked' end,
    jsonb_build_object('account', new.account_id, 'role', new.role,
      'by', case when new.revoked_at is null then new.granted_by else new.revoked_by end),
    coalesce(new.revoked_at, new.granted_at)
  from holders_of('data_protection_officer', null) as officer;
  return null;
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.told_as_given(wanted uuid)
 RETURNS TABLE(person_id uuid, model_id uuid, told jsonb)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT c.person_id,
     c.model_id,
     jsonb_build_object('row', ((to_jsonb(c.*) - 'xid'::text) || as_given_away(c.id)), 'person', ((((to_jsonb(p.*) - 'xid'::text) - 'created_by'::text) || jsonb_build_object('summary', device_person_summary(p.id), 'contacts', ( SELECT s.contacts
            FROM safe_contact s
           WHERE (s.person_id = p.id)), 'kinship', ( SELECT COALESCE(jsonb_agg((to_jsonb(k.*) - 'xid'::text)), '[]'::jsonb) AS "coalesce"
            FROM kinship k
           WHERE (k.person_id = p.id)), 'guardianship', ( SELECT COALESCE(jsonb_agg((to_jsonb(g.*) - 'xid'::text)), '[]'::jsonb) AS "coalesce"
            FROM guardianship g
           WHERE (g.child_id = p.id)), 'conflicts', ( SELECT COALESCE(jsonb_agg((to_jsonb(f.*) - 'xid'::text)), '[]'::jsonb) AS "coalesce"
            FROM field_conflict f
           WHERE ((f.person_id = p.id) AND (f.settled_at IS NULL))), 'returns', ( SELECT COALESCE(jsonb_agg((((to_jsonb(h.*) - 'xid'::text) - 'arrival_list_id'::text) || jsonb_build_object('operation', ( SELECT o.label
                    FROM homecoming_operation o
                   WHERE (o.homecoming_id = h.id))))), '[]'::jsonb) AS "coalesce"
            FROM homecoming h
           WHERE (h.person_id = p.id)), 'household_ids', ( SELECT COALESCE(jsonb_agg(m.household_id), '[]'::jsonb) AS "coalesce"
            FROM household_member m
           WHERE ((m.person_id = p.id) AND (m.until_day IS NULL))))) || family_as_given(p.id)), 'households', ( SELECT COALESCE(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number, 'members', household_members(h.id), 'family_plan', family_plan(h.id))), '[]'::jsonb) AS "coalesce"
            FROM (households_as_read(p.id) m(id, lives)
              JOIN household_as_read h ON ((h.id = m.id)))
           WHERE m.lives)) AS jsonb_build_object
    FROM (case_file c
      JOIN person_as_read p ON ((p.id = c.person_id)))
   WHERE (c.id = told_as_given.wanted);
END;

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.told_fact(f fact, place bigint, body text)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN (((((((((((((((((((((((('{"id":"'::text || (f).id) || '","case_id":"'::text) || (f).case_id) || '","kind":"'::text) || (f).kind) || '","version":'::text) || (f).version) || ',"compartment":"'::text) || (f).compartment) || '","role":"'::text) || (f).role) || '","said_at":"'::text) || to_char(((f).said_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)) || '","recorded_at":"'::text) || to_char(((f).recorded_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)) || '","actor":{"kind":"'::text) || (f).actor_kind) || '","id":"'::text) || (f).actor_id) || '"},"order":'::text) || place) || ',"body":'::text) || COALESCE(body, 'null'::text)) || '}'::text);

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.told_in_reach(wanted uuid)
 RETURNS TABLE(person_id uuid, model_id uuid, told jsonb)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT c.person_id,
     c.model_id,
     jsonb_build_object('row', (to_jsonb(c.*) - 'xid'::text), 'person', (((to_jsonb(p.*) - 'xid'::text) - 'created_by'::text) || beside.told), 'households', ( SELECT COALESCE(jsonb_agg(jsonb_build_object('id', h.id, 'family_number', h.family_number, 'members', household_members(h.id), 'family_plan', family_plan(h.id))), '[]'::jsonb) AS "coalesce"
            FROM lived_in(p.id) h(id, family_number))) AS jsonb_build_object
    FROM ((case_file c
      JOIN person p ON ((p.id = c.person_id)))
      CROSS JOIN LATERAL ( SELECT beside_person(p.id) AS told) beside)
   WHERE ((c.id = told_in_reach.wanted) AND (beside.told IS NOT NULL));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.try_ended(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((homeward_role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])) AND (EXISTS ( SELECT
            FROM ended_contact_try e
           WHERE (e.id = try_ended.wanted))));
END;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.turn_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into contact_turn (case_id) values (old.case_id)
    on conflict (case_id) do update set turn = gen_random_uuid(), ended_on = current_date;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.undo_rows(wanted uuid, at_most integer, empty_state jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  people uuid[];
  cases uuid[];
  remaining integer;
begin
  if hold_arrival_list(wanted) is distinct from 'undoing' then
    raise exception 'undo_rows: not begun';
  end if;
  select array_agg(s.person_id), array_agg(s.case_id) into people, cases from (
    select r.person_id, r.case_id from arrival_list_row r
    where r.list_id = wanted and r.person_id is not null order by r.row limit at_most) s;
  delete from fact_body b where b.case_id = any (cases);
  update case_head h set state = empty_state where h.case_id = any (cases);
  delete from task t where t.case_id = any (cases);
  delete from case_file c where c.id = any (cases);
  delete from household h using household_member m
    where m.household_id = h.id and m.person_id = any (people) and not exists (
      select from household_member other where other.household_id = h.id
        and not other.person_id = any (people));
  delete from person p where p.id = any (people);
  update arrival_list_row r set person_id = null where r.list_id = wanted and r.case_id = any (cases);
  select count(*) into remaining from arrival_list_row r where r.list_id = wanted and r.person_id is not null;
  return remaining;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.watch_outings(at timestamp with time zone, house_grace integer, house_keep integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  rules jsonb;
  late outing;
  path uuid[];
  raised integer := 0;
begin
  select m.document -> 'work' into rules
    from programme_model m order by m.published_at desc, m.version desc limit 1;
  for late in select * from outing o where o.came_back_at is null and o.alert_at is null
      and greatest(o.back_at, o.said_at) <= at
        - make_interval(mins => coalesce((rules ->> 'grace_minutes')::integer, house_grace))
      for update skip locked loop
    path := place_path(late.place_id);
    update outing o set alert_at = watch_outings.at, alert_to = (
        select a.account_id from outing_answerers(path, watch_outings.at) a
        where a.account_id <> late.account_id and a.account_id is distinct from late.second_account_id
        order by a.rank, a.account_id limit 1)
      where o.id = late.id;
    insert into notification (id, account_id, kind, details, created_at)
      select new_uuid_v7(), a.account_id, 'outing_overdue', '{}', watch_outings.at
      from outing_answerers(path, watch_outings.at) a
      where a.account_id <> late.account_id and a.account_id is distinct from late.second_account_id;
    raised := raised + 1;
  end loop;
  delete from outing o where (o.closed_at is not null or o.came_back_at is not null and o.alert_at is null)
    and o.back_at < at
      - make_interval(days => coalesce((rules ->> 'keep_outing_days')::integer, house_keep));
  delete from notification n where n.kind like 'outing\_%' and n.created_at < at
      - make_interval(days => coalesce((rules ->> 'keep_outing_days')::integer, house_keep));
  return raised;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION public.watch_reading()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  allowed integer;
  seen integer;
begin
  if exists (select from reading_notice n
      where n.actor_id = new.actor_id and n.told_at > new.at - interval '1 hour') then
    return null;
  end if;
  select (m.document -> 'thresholds' ->> case new.action
      when 'searched' then 'searches_per_hour' else 'openings_per_hour' end)::integer
    into allowed from programme_model m order by m.published_at desc, m.version desc limit 1;
  -- Without a model, or with one of before thresholds, sixty.
  allowed := coalesce(allowed, 60);
  select count(*) into seen from (
    select from read_log l where l.actor_id = new.actor_id and l.action = new.action
      and l.at > new.at - interval '1 hour' and l.at <= new.at
    limit allowed + 1) recent;
  if seen <= allowed then return null; end if;
  insert into reading_notice as n (actor_id, told_at) values (new.actor_id, new.at)
    on conflict (actor_id) do update set told_at = excluded.told_at
      where n.told_at <= excluded.told_at - interval '1 hour';
  if not found then return null; end if;
  insert into notification (id, account_id, kind, details, created_at)
    select new_uuid_v7(), officer, 'reading_above_usual',
      jsonb_build_object('account', new.actor_id, 'role', new.role, 'action', new.action,
        'more_than', allowed), new.at
    from holders_of('data_protection_officer', null) as officer;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.watch_referrals(at timestamp with time zone)
 RETURNS TABLE(email text, locale text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  silent record;
  programme text;
begin
  -- A zone that this database does not know would stop every reminder.
  select coalesce((select n.name from pg_timezone_names n where n.name = (
      select m.document->>'time_zone' from programme_model m
      order by m.published_at desc, m.version desc limit 1) limit 1), 'UTC') into programme;
  for silent in select p.*, z.over_at from referral_packet p
      join service s on s.id = p.service_id
      cross join lateral (select coalesce(place_time_zone(s.place_id), programme) as zone) c
      cross join lateral (select (p.answer_due_on + 1)::timestamp at time zone c.zone as over_at,
        (p.sent_at at time zone c.zone)::date as sent_on) z
      where p.status = 'requested' and p.answered_at is null and p.escalated_at is null
        and not p.withdrawn and p.content is not null
        and (p.reminded_at is null and at >= p.sent_at + (p.answer_due_on - z.sent_on) * interval '12 hours'
          or at >= z.over_at)
      for update of p skip locked loop
    if silent.reminded_at is null and at < silent.over_at then
      insert into notification (id, account_id, kind, details, created_at)
        select new_uuid_v7(), g.account_id, 'request_waits',
          jsonb_build_object('referral_id', silent.referral_id), at from role_grant g
        where g.role = 'partner' and g.organisation_id = silent.organisation_id and g.revoked_at is null;
      return query select l.email, l.locale from referral_link l
        where l.case_id = silent.case_id and l.referral_id = silent.referral_id and l.email is not null
          and l.expires_at > at and exists (select from case_reach r
            where r.key = 'link:' || l.id and r.case_id = l.case_id and r.compartment = 'packet');
      update referral_packet p set reminded_at = at
        where p.case_id = silent.case_id and p.referral_id = silent.referral_id;
    elsif at >= silent.over_at then
      insert into notification (id, account_id, kind, details, created_at)
        select new_uuid_v7(), told.account_id, 'referral_silent',
          jsonb_build_object('case_id', silent.case_id, 'referral_id', silent.referral_id), at
        from (select c.worker_id as account_id from case_file c
            where c.id = silent.case_id and c.worker_id is not null
          union select holder from case_file c, holders_of('supervisor', array[c.place_id]) as holder
            where c.id = silent.case_id) told;
      update referral_packet p set escalated_at = at
        where p.case_id = silent.case_id and p.referral_id = silent.referral_id;
    end if;
  end loop;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.withheld_entry(of_case uuid, of_fact uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM withholding w
           WHERE ((w.case_id = withheld_entry.of_case) AND (w.ended_at IS NULL) AND (withheld_entry.of_fact = ANY (w.fact_ids))))) AS "exists";
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.works_with(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM case_reach r
           WHERE ((r.person_id = works_with.wanted) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())) AND (r.reads_to IS NULL) AND ((r.until IS NULL) OR (r.until > now()))))) AS "exists";
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.works_with_file(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT ((homeward_role() = ANY (ARRAY['caseworker'::text, 'supervisor'::text])) AND (EXISTS ( SELECT
            FROM (case_reach r
              JOIN case_file c ON ((c.id = r.case_id)))
           WHERE ((r.case_id = works_with_file.of_case) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())) AND (r.until IS NULL) AND (r.reads_to IS NULL) AND ((r.key ~~ 'supervisor:%'::text) OR (r.key = ('account:'::text || c.worker_id)))))));
END;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.write_command(of_command uuid, of_case uuid, written jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
begin
  insert into fact (id, case_id, position, kind, version, compartment, actor_kind, actor_id, role,
      device_id, said_at, recorded_at, body_hash, previous_hash, hash)
    select f.id, of_case, f.position, f.kind, f.version, f.compartment, homeward_actor_kind(),
      homeward_actor(), homeward_role(), f.device_id, f.said_at, f.recorded_at,
      decode(f.body_hash, 'hex'), decode(f.previous_hash, 'hex'), decode(f.hash, 'hex')
    from jsonb_to_recordset(written -> 'facts') as f(id uuid, position integer, kind text,
      version smallint, compartment text, device_id uuid, said_at timestamptz,
      recorded_at timestamptz, body_hash text, previous_hash text, hash text);
  insert into fact_body (fact_id, case_id, compartment, body, salt)
    select f.id, of_case, f.compartment, f.body, decode(f.salt, 'hex')
    from jsonb_to_recordset(written -> 'facts') as f(id uuid, compartment text, body text, salt text);
  perform save_case(of_case, (written ->> 'expected')::integer, (written ->> 'reached')::integer,
    decode(written ->> 'hash', 'hex'), written -> 'state');
  update case_file c set model_id = r.model_id, place_id = r.place_id, place_path = r.place_path,
      stage = r.stage, stage_since = r.stage_since, worker_id = r.worker_id,
      open_needs = r.open_needs, urgent_needs = r.urgent_needs, last_met_on = r.last_met_on,
      next_on = r.next_on, conflicts = r.conflicts, closed_at = r.closed_at,
      xid = pg_current_xact_id()
    from jsonb_to_record(written -> 'row') as r(model_id uuid, place_id uuid, place_path uuid[],
      stage text, stage_since timestamptz, worker_id uuid, open_needs integer, urgent_needs integer,
      last_met_on date, next_on date, conflicts integer, closed_at timestamptz)
    where c.id = of_case;
  if not found then
    insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
        worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
      select * from jsonb_to_record(written -> 'row') as r(id uuid, number text, person_id uuid,
        model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
        worker_id uuid, open_needs integer, urgent_needs integer, last_met_on date, next_on date,
        conflicts integer, opened_at timestamptz, closed_at timestamptz);
  end if;
  if written -> 'tasks' is not null then
    delete from task t where t.case_id = of_case and not exists (
      select from jsonb_to_recordset(written -> 'tasks') as r(kind text, ref text)
      where r.kind = t.kind and r.ref = t.ref);
    insert into task (case_id, person_id, kind, ref, account_id, due_at, compartment, details)
      select of_case, (written -> 'row' ->> 'person_id')::uuid, r.kind, r.ref, r.account_id, r.due_at,
        coalesce(r.compartment, 'general'), r.details
      from jsonb_to_recordset(written -> 'tasks')
        as r(kind text, ref text, account_id uuid, due_at timestamptz, compartment text, details jsonb)
      on conflict (case_id, kind, ref) do update set account_id = excluded.account_id,
        due_at = excluded.due_at, details = excluded.details, xid = pg_current_xact_id()
        where (task.account_id, task.due_at, task.details)
          is distinct from (excluded.account_id, excluded.due_at, excluded.details);
  end if;
  if written -> 'reach' is not null then
    perform set_reach(of_case, written -> 'reach');
  end if;
  update command_answer set answer = written -> 'answer'
    where actor_id = homeward_actor() and command_id = of_command;
  if not found then raise exception 'write_command: the command was not opened'; end if;
end
$function$;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.write_people(written jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  at timestamptz := (written ->> 'at')::timestamptz;
begin
  if not homeward_may('open', 'general') then raise exception 'write_people: no right'; end if;
  insert into person (id, name, former_names, called, sex, birth_date, birth_precision,
      birth_estimated, languages, interpreter_needed, citizenships, papers, kind, created_by, created_at)
    select p.id, p.name, p.former_names, p.called, p.sex, p.birth_date, p.birth_precision,
      p.birth_estimated, p.languages, p.interpreter_needed, p.citizenships, p.papers, p.kind,
      homeward_actor(), at
    from jsonb_to_recordset(written -> 'people') as p(id uuid, name jsonb, former_names jsonb,
      called text, sex text, birth_date date, birth_precision text, birth_estimated boolean,
      languages text[], interpreter_needed boolean, citizenships text[], papers jsonb, kind text);
  insert into person_name_key (person_id, position, folded, tokens, phonetic)
    select * from jsonb_to_recordset(written -> 'name_keys')
      as k(person_id uuid, position integer, folded text, tokens text[], phonetic text[]);
  insert into person_block (key, person_id)
    select unnest(b.keys) as key, b.person_id
    from jsonb_to_recordset(written -> 'blocks') as b(person_id uuid, keys text[])
    order by key;
  insert into safe_contact (person_id, contacts)
    select * from jsonb_to_recordset(written -> 'contacts') as c(person_id uuid, contacts jsonb);
  -- A family may be spread over several calls.
  insert into household (id, place_id, family_number, created_by, created_at)
    select h.id, h.place_id, h.family_number, homeward_actor(), at
    from jsonb_to_recordset(written -> 'households') as h(id uuid, place_id uuid, family_number text)
    on conflict (id) do nothing;
  insert into household_member (id, household_id, person_id, relation, from_day)
    select * from jsonb_to_recordset(written -> 'members')
      as m(id uuid, household_id uuid, person_id uuid, relation text, from_day date);
  insert into kinship (id, person_id, relative_id, kind, parent_state, from_day)
    select * from jsonb_to_recordset(written -> 'kinships')
      as k(id uuid, person_id uuid, relative_id uuid, kind text, parent_state text, from_day date);
  insert into guardianship (id, child_id, guardian_id, institution, kind, contested, from_day)
    select * from jsonb_to_recordset(written -> 'guardianships') as g(id uuid, child_id uuid,
      guardian_id uuid, institution text, kind text, contested boolean, from_day date);
  insert into homecoming (id, person_id, context, arrived_on, from_country, arrival_place_id, arrival_list_id)
    select * from jsonb_to_recordset(written -> 'homecomings')
      as c(id uuid, person_id uuid, context text, arrived_on date, from_country text,
        arrival_place_id uuid, arrival_list_id uuid);
  insert into homecoming_operation (homecoming_id, label)
    select * from jsonb_to_recordset(written -> 'operations') as o(homecoming_id uuid, label text);
end
$function$;

-- owner homeward_reader; executed by homeward_auth
CREATE OR REPLACE FUNCTION auth.known_device(wanted uuid)
 RETURNS TABLE(account_id uuid, withdrawn boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT d.account_id,
     (d.revoked_at IS NOT NULL)
    FROM device d
   WHERE (d.id = known_device.wanted);
END;

-- owner homeward_reader; executed by homeward_auth
CREATE OR REPLACE FUNCTION auth.note_wiped(wanted uuid, moment timestamp with time zone, unsent integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update device d set wiped_at = moment, wiped_unsent = unsent
    where d.id = wanted and d.revoked_at is not null and d.wiped_at is null;
  return found;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.appear_as(alias text, own text, voice boolean, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  before text;
begin
  if me() is null then
    raise exception 'nobody acts' using errcode = 'no_data_found';
  end if;
  insert into kept_name (participant_id, name, voice_only, at) values (me(), own, voice, at)
    on conflict (participant_id) do update set name = excluded.name, voice_only = excluded.voice_only,
      at = excluded.at;
  select p.name into before from participant p where p.id = me();
  update participant p set name = alias, institution_id = null, version = p.version + 1 where p.id = me();
  update exchange_auth.account a set name = alias where a.id = me();
  update programme_version v set programme = renamed(v.programme, me(), null,
      coalesce((select x.name from session_speaker x where x.participant_id = me() and x.alias limit 1),
        ''), appear_as.alias)
    where v.edition_id in (select x.edition_id from session_speaker x where x.participant_id = me());
  update session s set do_not_record = true
    where s.id in (select x.session_id from session_speaker x where x.participant_id = me());
  update session_speaker x set name = appear_as.alias, alias = true where x.participant_id = me();
  update quotation q set speaker = appear_as.alias, institution = null where q.participant_id = me();
  -- What was said in the drafting, in minutes and on materials before.
  update amendment a set author = appear_as.alias, country = null where a.author_id = me();
  update minutes_line l set speaker = appear_as.alias where l.speaker in (before, own)
    and exists (select from session s join people_of_edition(s.edition_id) o on o.participant_id = me()
      where s.id = l.session_id);
  update material m set title = signed_anew(m.title, array[before, own], appear_as.alias)
    where m.created_by = me();
  update wording_change c set by_name = appear_as.alias where c.by_id = me();
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.begin(who uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  held text;
begin
  if who is not null and not exists (select from participant p
      join exchange_auth.account a on a.id = p.id where p.id = who and a.disabled_at is null) then
    raise exception 'no such participant' using errcode = 'no_data_found';
  end if;
  select ' ' || string_agg(r.role || ':' || coalesce(r.edition_id::text, '*'), ' ') || ' ' into held
    from role r where r.participant_id = who and r.revoked_at is null;
  perform set_config('exchange.participant', coalesce(who::text, ''), true),
    set_config('exchange.held', coalesce(held, ''), true);
  return coalesce(held, '');
end
$function$;

-- owner homeward_owner; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.brought_code()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('exchange.code', true), '')
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.certificate_by(code text)
 RETURNS TABLE(name text, edition jsonb, starts_on date, ends_on date, part text, minutes integer, sessions integer, issued_at timestamp with time zone, revoked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select c.name, e.title::jsonb, e.starts_on, e.ends_on, c.part, c.minutes, c.sessions, c.issued_at, c.revoked_at
  from certificate c join edition e on e.id = c.edition_id where c.code = $1
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.certificates_due(at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select e.id from edition e where e.state <> 'draft' and e.certificates_by_themselves
    and (at at time zone e.time_zone)::date between e.ends_on + 1 and e.ends_on + 31
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.due_reminders(at timestamp with time zone, days_before integer)
 RETURNS TABLE(recommendation_id uuid, participant_id uuid, kind text, of_day date, email text, locale text, number integer, edition text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  with late as (
    select r.id, r.number, r.edition_id, e.slug, r.lead_id, r.co_owner_ids, least(r.due_on, r.review_on) as of_day,
        case when least(r.due_on, r.review_on) < (at at time zone e.time_zone)::date
          then 'review_overdue' else 'review_due' end as kind
      from recommendation r join edition e on e.id = r.edition_id
      where r.adopted_on is not null and r.status not in ('done', 'declined')
        and least(r.due_on, r.review_on) <= (at at time zone e.time_zone)::date + days_before
        and not exists (select from recommendation n where n.replaces_id = r.id and n.adopted_on is not null)
  ), people as (
    select l.id, p.id as who from late l join participant p
      on p.institution_id = l.lead_id or p.institution_id = any (l.co_owner_ids)
    union
    select l.id, r.participant_id from late l join role r on l.kind = 'review_overdue'
      and r.role = 'organiser' and r.revoked_at is null
      and (r.edition_id is null or r.edition_id = l.edition_id)
  )
  select l.id, w.who, l.kind, l.of_day, a.email, a.locale, l.number, l.slug
    from late l join people w on w.id = l.id
      join exchange_auth.account a on a.id = w.who and a.disabled_at is null
    where not exists (select from recommendation_reminder m where m.recommendation_id = l.id
      and m.participant_id = w.who and m.kind = l.kind and m.of_day = l.of_day)
    order by l.id, w.who limit 500
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.enter(who uuid, name text, country text, institution uuid, languages text[], time_zone text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  insert into participant (id, name, country, institution_id, languages, time_zone, created_at)
    values (who, name, country, institution, languages, time_zone, at)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.feedback_given(of_session uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select count(*)::integer from session_feedback f join session s on s.id = f.session_id
  where f.session_id = of_session and holds(s.edition_id, 'organiser')
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.feedback_signed(of_session uuid)
 RETURNS TABLE(name text, rating integer, words text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select p.name, f.rating, f.words
  from session_feedback f join session s on s.id = f.session_id
    join participant p on p.id = f.participant_id
  where f.session_id = of_session and f.signed and holds(s.edition_id, 'organiser')
    and feedback_until(s.starts_at, s.minutes) <= now()
  order by p.name
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.feedback_unsigned(of_session uuid)
 RETURNS TABLE(count integer, mean double precision, good integer, words text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select count(*)::integer, round(avg(f.rating), 1)::double precision,
    case when least(count(*) filter (where f.rating >= 4), count(*) filter (where f.rating < 4)) >= 5
      then (count(*) filter (where f.rating >= 4))::integer end,
    coalesce(array_agg(f.words order by f.words) filter (where f.words is not null), '{}')
  from session_feedback f join session s on s.id = f.session_id
  where f.session_id = of_session and not f.signed and holds(s.edition_id, 'organiser')
    and feedback_until(s.starts_at, s.minutes) <= now()
  having count(*) >= 5
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.feedback_until(starts_at timestamp with time zone, minutes integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select starts_at + make_interval(mins => coalesce(minutes, 0), days => 14)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.forget_speakers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  update minutes set asked = null, published = null
    where session_id = new.id and new.rule is distinct from old.rule;
  if new.rule = 'chatham_house' then
    update minutes_line set speaker = null where session_id = new.id and speaker is not null;
    update recommendation set proposer_id = null where session_id = new.id and proposer_id is not null;
  end if;
  return new;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.hide_edition(edition uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  if not holds_any('editor', 'organiser') then
    raise exception 'only an editor takes down' using errcode = '42501';
  end if;
  update edition e set state = 'draft', version = e.version + 1 where e.id = hide_edition.edition;
end
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.holds(edition uuid, VARIADIC roles text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from unnest(roles) wanted
    where position(' ' || wanted || ':* ' in coalesce(current_setting('exchange.held', true), '')) > 0
      or position(' ' || wanted || ':' || edition || ' '
        in coalesce(current_setting('exchange.held', true), '')) > 0)
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.holds_any(VARIADIC roles text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from unnest(roles) wanted
    where position(' ' || wanted || ':' in coalesce(current_setting('exchange.held', true), '')) > 0)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.invitation_by(hash text, at timestamp with time zone)
 RETURNS TABLE(id uuid, edition_id uuid, left_over integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select i.id, i.edition_id, i.uses - (select count(*)::integer from registration r
      where r.invitation_id = i.id and r.state in ('requested', 'approved', 'waiting', 'unconfirmed'))
  from edition_invitation i where i.secret_hash = hash and i.revoked_at is null and i.until > at
$function$;

-- owner homeward_reader; executed by homeward_owner, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.invited_here(invitation uuid, edition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select exists (select from edition_invitation i where i.id = invitation and i.edition_id = edition)
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.is_wording(value jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select value is null or coalesce(
    jsonb_typeof(value) = 'object'
    and jsonb_typeof(value -> 'versions') = 'object'
    and value -> 'versions' ? (value ->> 'source')
    and jsonb_typeof(value -> 'revision') = 'number', false)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.issue_certificates(edition uuid, at timestamp with time zone, ids uuid[], codes text[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  one record;
  made integer := 0;
begin
  if me() is null then
    if not exists (select from edition e where e.id = issue_certificates.edition and e.state <> 'draft'
        and e.certificates_by_themselves
        and (at at time zone e.time_zone)::date between e.ends_on + 1 and e.ends_on + 31) then
      return;
    end if;
  elsif not holds(issue_certificates.edition, 'organiser') then
    raise exception 'only an organiser makes certificates' using errcode = '42501';
  end if;
  -- Two hands or two servers at once make none twice.
  perform pg_advisory_xact_lock(hashtextextended('certificates ' || issue_certificates.edition, 0));
  -- What was corrected since: hours are put right, and nobody keeps one for what he did not attend.
  update certificate c set minutes = n.minutes, sessions = n.sessions,
      revoked_at = case when n.sessions = 0 and c.part <> 'reviewer' then at else c.revoked_at end
    from (select x.id, coalesce(sum(s.minutes), 0)::integer as minutes, count(s.id)::integer as sessions
      from certificate x
        left join attendance a on a.edition_id = x.edition_id and a.participant_id = x.participant_id
        left join session s on s.id = a.session_id
      where x.edition_id = issue_certificates.edition group by x.id) n
    where c.id = n.id and (c.minutes, c.sessions) is distinct from (n.minutes, n.sessions);
  -- One for each part that somebody had; whoever has one keeps its code.
  for one in
    with came as (
      select a.participant_id, sum(coalesce(s.minutes, 0))::integer as minutes, count(*)::integer as sessions
      from attendance a join session s on s.id = a.session_id
      where a.edition_id = issue_certificates.edition group by a.participant_id)
    select p.id, p.name, parts.part, coalesce(c.minutes, 0) as minutes, coalesce(c.sessions, 0) as sessions
    from participant p left join came c on c.participant_id = p.id
      cross join lateral (
        select 'participant' as part where c.sessions > 0
        union select r.role from role r where r.participant_id = p.id and r.revoked_at is null
          and r.edition_id = issue_certificates.edition and r.role in ('speaker', 'moderator', 'interpreter')
          and c.sessions > 0
        union select 'reviewer' where exists (select from review v
          where v.edition_id = issue_certificates.edition and v.reviewer_id = p.id)) parts
    where not exists (select from certificate x where x.edition_id = issue_certificates.edition
      and x.participant_id = p.id and x.part = parts.part)
    order by p.name, parts.part limit cardinality(codes)
  loop
    made := made + 1;
    insert into certificate (id, edition_id, participant_id, code, name, part, minutes, sessions, issued_at)
      values (ids[made], issue_certificates.edition, one.id, codes[made], one.name, one.part, one.minutes,
        one.sessions, at);
    return next one.id;
  end loop;
  if made > 0 then
    insert into notice (id, participant_id, kind, details, created_at)
      select gen_random_uuid(), p.id, 'certificate_ready', jsonb_build_object('workspace', '/workspace/registrations'), at
      from participant p where exists (select from certificate c where c.edition_id = issue_certificates.edition
        and c.participant_id = p.id and c.issued_at = at);
  end if;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_copy_of_news()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and new.published is not null
      and (tg_op = 'INSERT' or new.published is distinct from old.published)
      and not sent_out('news', new.id) then
    raise exception 'news goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_copy_of_proceedings()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and new.published is not null
      and (tg_op = 'INSERT' or new.published is distinct from old.published)
      and not sent_out('proceedings', new.edition_id) then
    raise exception 'proceedings go out by their second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_decided_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and new.state = 'published' and old.state <> 'published'
      and not sent_out('evidence', new.evidence_table_id) then
    raise exception 'a table goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_held_report()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and old.held and not new.held and not sent_out('report', new.id) then
    raise exception 'a report goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_line_rule()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if new.speaker is not null
      and exists (select from session where id = new.session_id and rule = 'chatham_house') then
    raise exception 'no speaker under the Chatham House Rule' using errcode = 'check_violation';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_minutes_rule()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
declare
  standing text := (select rule from session where id = new.session_id);
begin
  if coalesce(new.asked, new.published) is null or standing = 'public' then
    return new;
  end if;
  if standing = 'chatham_house'
      and not coalesce(jsonb_path_exists(new.asked, '$.lines[*].speaker ? (@ != null)'), false)
      and not coalesce(jsonb_path_exists(new.published, '$.lines[*].speaker ? (@ != null)'), false) then
    return new;
  end if;
  raise exception 'the rule of the session keeps these minutes in' using errcode = 'check_violation';
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_name_forms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is null or current_user <> 'homeward_exchange' then return new; end if;
  -- Fewer forms, and the name that is shown anyway, need nobody.
  if exists (select from jsonb_each_text(new.names) form (lang, said)
      where said is distinct from (case when tg_op = 'UPDATE' then old.names ->> lang end)
        and not exists (select from participant p where p.id = new.participant_id and p.name = said)) then
    raise exception 'a form of a name goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_own_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is null then return new; end if;
  if new.state <> old.state and new.state in ('accepted', 'rejected')
      and new.decided_by is distinct from me() then
    raise exception 'whoever decides says so' using errcode = '42501';
  end if;
  if new.state = 'accepted' and old.state <> 'accepted' and old.author_id = me() then
    raise exception 'nobody accepts his own amendment' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_own_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and new.state <> old.state
      and exists (select from proposal_author w where w.proposal_id = old.id and w.participant_id = me())
      and not (new.state in ('draft', 'submitted', 'withdrawn')
        or (new.state = 'confirmed' and old.state = 'accepted')) then
    raise exception 'nobody decides on his own proposal' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_own_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is null then return new; end if;
  if tg_op = 'UPDATE' and (new.participant_id <> old.participant_id or new.edition_id <> old.edition_id) then
    raise exception 'a registration stays whose it is' using errcode = '42501';
  end if;
  if new.participant_id <> me() then return new; end if;
  if new.decided_by = me() and (tg_op = 'INSERT' or new.decided_by is distinct from old.decided_by) then
    raise exception 'nobody decides on his own registration' using errcode = '42501';
  end if;
  if new.state = 'approved' and (tg_op = 'INSERT' or old.state <> 'approved')
      and not exists (select from registration_settings s where s.edition_id = new.edition_id and not s.approval)
      and not invited_here(new.invitation_id, new.edition_id) then
    raise exception 'nobody approves his own registration' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_practice_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.published_at is not null and (new.card, new.published_at) is distinct from (old.card, old.published_at) then
    raise exception 'a published version is not changed';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_published_practice()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and new.published_version is not null
      and (tg_op = 'INSERT' or new.published_version is distinct from old.published_version)
      and not sent_out('practice', new.id) then
    raise exception 'a practice goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_recommendation()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
declare
  sent_back boolean;
begin
  -- What the second editor sends back before anybody read it is a draft again.
  sent_back := old.adopted_on is not null and new.adopted_on is null
    and public_version('recommendation', old.id) is null
    and exists (select from publication p where p.subject_kind = 'recommendation' and p.subject_id = old.id
      and p.state = 'returned' and p.decided_by = me());
  if old.adopted_on is not null and ((new.text, new.edition_id, new.session_id, new.line_id,
      new.number, new.replaces_id) is distinct from (old.text, old.edition_id,
      old.session_id, old.line_id, old.number, old.replaces_id)
      or (new.adopted_on is distinct from old.adopted_on and not sent_back)) then
    raise exception 'an adopted text is frozen' using errcode = 'check_violation';
  end if;
  if current_user <> 'homeward_exchange' then
    return new;
  end if;
  if not exchange.holds(old.edition_id, 'organiser', 'moderator') and ((new.theme,
      new.lead_id, new.co_owner_ids, new.due_on, new.came_of_kind, new.came_of_id) is distinct from
      (old.theme, old.lead_id, old.co_owner_ids, old.due_on, old.came_of_kind, old.came_of_id)
      or (new.adopted_on is distinct from old.adopted_on and not sent_back)) then
    raise exception 'only the organiser says this' using errcode = 'insufficient_privilege';
  end if;
  if new.text is distinct from old.text
      and not exchange.holds(old.edition_id, 'organiser', 'moderator', 'editor', 'interpreter') then
    raise exception 'only the drafting changes the text' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_second_look()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is null then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'waiting' or new.decided_by is not null or new.taken_down_by is not null
        or new.answered <> '[]'::jsonb then
      raise exception 'a publication begins by waiting' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.state = 'waiting' and new.state = 'published' then
    if old.asked_by = me() or new.decided_by is distinct from me() or new.taken_down_by is not null then
      raise exception 'a second editor publishes' using errcode = '42501';
    end if;
    -- A number of a document takes no answer; every other finding has one by the same rule, place and words.
    if exists (select from jsonb_array_elements(new.findings) f where f ->> 'rule' = 'document_number'
        or not exists (select from jsonb_array_elements(new.answered) a
          where a -> 'finding' ->> 'rule' = f ->> 'rule' and a -> 'finding' ->> 'field' = f ->> 'field'
            and a -> 'finding' ->> 'words' = f ->> 'words')) then
      raise exception 'each finding is answered' using errcode = '42501';
    end if;
  elsif old.state = 'waiting' and new.state = 'returned' then
    if new.decided_by is distinct from me() or new.taken_down_by is not null then
      raise exception 'whoever sends back says so' using errcode = '42501';
    end if;
  elsif old.state = 'published' and new.state = 'taken_down' then
    if new.taken_down_by is distinct from me() or new.decided_by is distinct from old.decided_by
        or new.decided_at is distinct from old.decided_at or new.answered <> old.answered then
      raise exception 'taking down keeps who published' using errcode = '42501';
    end if;
  else
    raise exception 'a publication does not go from % to %', old.state, new.state using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_shown()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.shown is distinct from old.shown or (new.state = 'published' and old.state <> 'published'))
    and current_user = 'homeward_exchange' and not exchange.holds_any('editor', 'organiser')
  then
    raise exception 'published by an editor only' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_shown_edition()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is null or current_user <> 'homeward_exchange' or old.state = 'draft' or new.state = 'draft' then
    return new;
  end if;
  if new.title::jsonb is distinct from old.title::jsonb
      or (new.lead is not null and new.lead::jsonb is distinct from old.lead::jsonb)
      or (new.about is not null and new.about::jsonb is distinct from old.about::jsonb) then
    raise exception 'words that readers see change at the desk' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_shown_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if me() is not null and new.shown_version_id is not null
      and (tg_op = 'INSERT' or new.shown_version_id is distinct from old.shown_version_id)
      and not sent_out('evidence', new.id) then
    raise exception 'a table goes out by its second editor' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_owner; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.keep_voted_statement()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'exchange'
AS $function$
begin
  if current_user = 'homeward_exchange' and new.wording is distinct from old.wording
      and exists (select from opinion_round r where r.poll_id = new.poll_id)
      and exists (select from jsonb_object_keys(old.wording -> 'versions') lang
        where new.wording -> 'versions' -> lang ->> 'text'
          is distinct from old.wording -> 'versions' -> lang ->> 'text') then
    raise exception 'a statement that is voted on stays as it is' using errcode = '42501';
  end if;
  return new;
end
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.leave_directory()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  delete from expert x where x.participant_id = new.participant_id;
  delete from picture c where new.participant_id in (c.participant_id, c.proposed_for);
  return new;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.listed_experts()
 RETURNS TABLE(name text, names jsonb, institution_slug text, institution jsonb, institution_country text, institution_kind text, country text, languages text[], themes text[], portrait jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select p.name, x.names, i.slug, i.name::jsonb, i.country, i.kind,
    case when 'country' = any (x.shown) then p.country end,
    case when 'languages' = any (x.shown) then p.languages else '{}' end,
    case when 'themes' = any (x.shown) then x.themes else '{}' end,
    case when c.id is not null
      then jsonb_build_object('id', c.id, 'alt', c.alt, 'width', c.width, 'height', c.height) end
  from expert x join participant p on p.id = x.participant_id
    left join institution i on i.id = p.institution_id and 'institution' = any (x.shown)
    left join picture c on c.participant_id = p.id and public_version('picture', c.id) is not null
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.listed_participants(edition uuid)
 RETURNS TABLE(name text, institution jsonb, country text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select case when r.show_name then p.name end,
    case when r.show_institution then i.name::jsonb end,
    case when r.show_country then p.country end
  from registration r join participant p on p.id = r.participant_id
    join edition e on e.id = r.edition_id and e.state <> 'draft'
    left join institution i on i.id = p.institution_id
  where r.edition_id = edition and r.state = 'approved'
    and (r.show_name or (r.show_institution and i.id is not null) or (r.show_country and p.country is not null))
  -- those without a name in an order that tells nothing
  order by case when r.show_name then p.name end nulls last, md5(r.id::text)
  limit 500
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.materials_bar(of_session uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select case when bool_or(not a.materials) then 'refused'
    when bool_or(a.materials is null) then 'unsigned' end
  from session_speaker x left join agreement a
    on a.session_id = x.session_id and a.participant_id = x.participant_id
  where x.session_id = of_session and x.part = 'speaker'
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.me()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('exchange.participant', true), '')::uuid
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.move_up(edition uuid, at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  next_one record;
  taken record;
  limits registration_settings;
begin
  perform pg_advisory_xact_lock(hashtextextended('registration ' || edition, 0));
  select * into limits from registration_settings s where s.edition_id = edition;
  for next_one in select r.id, r.participant_id, p.institution_id, p.country
      from registration r join participant p on p.id = r.participant_id
      where r.edition_id = edition and r.state = 'waiting' order by r.requested_at, r.id
  loop
    select * into taken from seats_taken(edition, next_one.institution_id, next_one.country);
    exit when taken.all_seats >= limits.seats;
    continue when taken.of_institution >= limits.seats_per_institution
      or taken.of_country >= limits.seats_per_country;
    update registration set decided_at = at, version = version + 1,
        state = case when limits.approval then 'requested' else 'approved' end
      where id = next_one.id;
    return next next_one.participant_id;
  end loop;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.note_reminder(wanted uuid, who uuid, what text, day date, notice_id uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  insert into recommendation_reminder (recommendation_id, participant_id, kind, of_day, sent_at)
    values (wanted, who, what, day, at) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into notice (id, participant_id, kind, details, created_at)
    select notice_id, who, 'recommendation_' || what,
        jsonb_build_object('recommendation', r.id, 'number', r.number, 'edition', e.slug), at
      from recommendation r join edition e on e.id = r.edition_id where r.id = wanted;
  return true;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.opinion_ballots(of_poll uuid, of_phase text)
 RETURNS TABLE(answers text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select b.answers from (
    select array_agg(v.answer order by s.standing) as answers
    from (select distinct participant_id from opinion_vote
        where poll_id = of_poll and phase = of_phase) who
      cross join opinion_statement s
      left join opinion_vote v on v.statement_id = s.id and v.phase = of_phase
        and v.participant_id = who.participant_id
    where s.poll_id = of_poll and s.state = 'let_in' and opinion_countable(of_poll, of_phase)
    group by who.participant_id
    having count(v.answer) > 0
  ) b order by b.answers
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.opinion_countable(of_poll uuid, of_phase text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select exists (select from opinion_round r join opinion_poll p on p.id = r.poll_id
      where r.poll_id = of_poll and r.phase = of_phase and r.closed_at is not null and r.map is null
        and holds(p.edition_id, 'organiser', 'moderator'))
    and (select count(distinct v.participant_id) >= 5 from opinion_vote v
      where v.poll_id = of_poll and v.phase = of_phase)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.opinion_regions(of_poll uuid, of_phase text)
 RETURNS TABLE(region text, voters integer, statement_id uuid, agree integer, disagree integer, pass integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  with votes as (
    select region_of(p.country) as region, v.participant_id, v.statement_id, v.answer
    from opinion_vote v join participant p on p.id = v.participant_id
      join opinion_statement s on s.id = v.statement_id and s.state = 'let_in'
    where v.poll_id = of_poll and v.phase = of_phase and opinion_countable(of_poll, of_phase)
  ), large as (
    select v.region, count(distinct v.participant_id)::integer as voters from votes v
    where v.region is not null group by v.region having count(distinct v.participant_id) >= 5
  )
  select l.region, l.voters, v.statement_id,
    count(*) filter (where v.answer = 'agree')::integer,
    count(*) filter (where v.answer = 'disagree')::integer,
    count(*) filter (where v.answer = 'pass')::integer
  from large l join votes v on v.region = l.region
  group by l.region, l.voters, v.statement_id
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.opinion_voters(of_poll uuid, of_phase text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select count(distinct v.participant_id)::integer from opinion_vote v
    join opinion_poll p on p.id = v.poll_id
  where v.poll_id = of_poll and v.phase = of_phase
    and holds(p.edition_id, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter', 'speaker',
      'attendee', 'delegate')
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.own_statements(of_poll uuid)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select s.id from opinion_statement s where s.poll_id = of_poll and s.proposed_by = me()
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.people_of_edition(edition uuid)
 RETURNS TABLE(participant_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select distinct r.participant_id from role r
    where r.revoked_at is null and (r.edition_id = edition or r.edition_id is null) and takes_part(edition)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.people_of_recommendation(wanted uuid)
 RETURNS TABLE(audience text, participant_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  with one as (select * from recommendation where id = wanted)
  select 'proposers', proposer_id from one where proposer_id is not null
  union select 'proposers', marked_by from one where marked_by is not null
  union select 'proposers', a.author_id from amendment a
    where a.recommendation_id = wanted and a.state = 'accepted' and a.author_id is not null
  union select 'spoken', p.participant_id from position p
    where p.recommendation_id = wanted and p.participant_id is not null
  union select case r.role when 'delegate' then 'delegates' else 'organisers' end, r.participant_id
    from one, role r where r.role in ('delegate', 'organiser') and r.revoked_at is null
      and (r.edition_id is null or r.edition_id = one.edition_id)
  union select 'owners', p.id from one, participant p
    where p.institution_id = one.lead_id or p.institution_id = any (one.co_owner_ids)
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.plain_name(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select trim(regexp_replace(lower(normalize(coalesce(given, ''), NFKC)), '[^[:alnum:]]+', ' ', 'g'))
$function$;

-- owner homeward_reader; executed by homeward_owner, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.public_version(kind text, subject uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select max(p.version) from publication p
    where p.subject_kind = kind and p.subject_id = subject and p.state = 'published'
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.refuse_recording(session uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  update session s set do_not_record = true where s.id = session
    and exists (select from session_speaker x where x.session_id = s.id and x.participant_id = me())
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.region_of(country text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when country is null then 'organisations'
    when country in ('KZ', 'KG', 'TJ', 'TM', 'UZ') then 'central_asia'
    when country in ('AF', 'BD', 'BT', 'IN', 'LK', 'MV', 'NP', 'PK') then 'south_asia'
    when country in ('BN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH', 'TL', 'VN')
      then 'south_east_asia'
    when country in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU',
      'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK') then 'eu'
  end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.remind_conference(at timestamp with time zone)
 RETURNS TABLE(kind text, subject_id uuid, participant_id uuid, edition_id uuid, due timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  with coming as (
    select s.id, s.edition_id, s.starts_at, row_number() over (
        partition by s.edition_id, (s.starts_at at time zone e.time_zone)::date
        order by s.starts_at, s.id) = 1 as first_of_day
    from session s join edition e on e.id = s.edition_id and e.state = 'published'
    where s.state = 'published' and s.starts_at is not null and s.kind <> 'break'
  ), owed as (
    select 'call_ends' as kind, p.id as subject, w.participant_id as who, p.edition_id as edition,
      greatest(c.closes::timestamp at time zone c.time_zone, g.until) as due, interval '3 days' as before
    from proposal p join proposal_author w on w.proposal_id = p.id
      join edition e on e.id = p.edition_id and e.state = 'published'
      join call c on c.edition_id = p.edition_id
      left join call_grace g on g.edition_id = p.edition_id and g.participant_id = w.participant_id
    where p.state = 'draft'
    union all
    select 'reviews_due', a.proposal_id, a.reviewer_id, a.edition_id,
      c.reviews_due::timestamp at time zone c.time_zone, interval '3 days'
    from review_assignment a join call c on c.edition_id = a.edition_id
      join proposal p on p.id = a.proposal_id and p.state = 'in_review'
    where not exists (select from review r
      where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id)
    union all
    select 'session_tomorrow', r.edition_id, r.participant_id, r.edition_id, min(s.starts_at),
      interval '26 hours'
    from registration r join coming s on s.edition_id = r.edition_id
    where r.state = 'approved' group by r.edition_id, r.participant_id
    union all
    select 'own_session_tomorrow', s.id, p.participant_id, s.edition_id, s.starts_at, interval '26 hours'
    from coming s join session_speaker p on p.session_id = s.id
    union all
    -- Whoever appears in it, of each session; whoever listens, of the first of a day.
    select 'session_soon', s.id, p.who, s.edition_id, s.starts_at, interval '65 minutes'
    from coming s cross join lateral (
      select x.participant_id as who from session_speaker x where x.session_id = s.id
      union
      select r.participant_id from registration r
        where s.first_of_day and r.edition_id = s.edition_id and r.state = 'approved') p
  ), told as (
    insert into reminder (kind, subject_id, participant_id, edition_id, at)
    select o.kind, o.subject, o.who, o.edition, $1 from owed o
    where o.due > $1 and o.due <= $1 + o.before
    on conflict do nothing returning reminder.kind, reminder.subject_id, reminder.participant_id
  ), noticed as (
    insert into notice (id, participant_id, kind, details, created_at)
    select gen_random_uuid(), t.participant_id, 'remind_' || t.kind, jsonb_build_object('workspace',
      case when t.kind in ('call_ends', 'reviews_due') then '/workspace/proposals/' || t.subject_id
        else '/workspace/programme' end), $1
    from told t
  )
  select o.kind, o.subject, o.who, o.edition, o.due from told t
    join owed o on o.kind = t.kind and o.subject = t.subject_id and o.who = t.participant_id
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.remind_replies(at timestamp with time zone)
 RETURNS TABLE(email text, lang text, code text, series text, running integer, reply_by date, edition jsonb)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  with told as (
    update invitation i set reminded_at = $1 from edition e
    where e.id = i.edition_id and e.state = 'published' and i.sent_at is not null
      and i.reminded_at is null
      and i.reply_by between ($1 at time zone e.time_zone)::date
        and ($1 at time zone e.time_zone)::date + 3
      and not exists (select from invitation_reply r
        where r.invitation_id = i.id and r.reply <> 'acknowledged')
    returning i.id, i.sent_by, i.email, i.body ->> 'source' as lang, i.code, i.series, i.running,
      i.reply_by, e.title::jsonb as edition
  ), noticed as (
    insert into notice (id, participant_id, kind, details, created_at)
    select gen_random_uuid(), t.sent_by, 'remind_reply_due',
      jsonb_build_object('workspace', '/workspace/invitations/' || t.id), $1
    from told t where t.sent_by is not null
  )
  select t.email, t.lang, t.code, t.series, t.running, t.reply_by, t.edition from told t
    where t.email is not null
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.renamed(programme jsonb, who uuid, session uuid, old text, alias text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'exchange'
AS $function$
  select jsonb_set(programme, '{sessions}', coalesce((
    select jsonb_agg(case when jsonb_typeof(s -> 'people') <> 'array' then s
      else jsonb_set(s, '{people}', coalesce((
        select jsonb_agg(case when alias is null or not told then p
            else p || jsonb_build_object('participantId', null, 'name', alias, 'affiliation', null,
              'country', null) end order by place)
        from (select p, place, p ->> 'participantId' = who::text or (p -> 'participantId' = 'null'
              and p ->> 'name' = old) as told
            from jsonb_array_elements(s -> 'people') with ordinality as each (p, place)) people
        where alias is not null or not told
          or (session is not null and s ->> 'id' <> session::text)), '[]')) end order by at)
    from jsonb_array_elements(programme -> 'sessions') with ordinality as all_of (s, at)), '[]'))
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.reviews_too(proposal uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select exists (select from review r join call c on c.edition_id = r.edition_id
    where r.proposal_id = proposal and r.reviewer_id = exchange.me() and c.phase <> 'reviews')
$function$;

-- owner homeward_reader; executed by nobody else
CREATE OR REPLACE FUNCTION exchange.seat_is_role()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  if new.state = 'approved' then
    insert into role (id, participant_id, edition_id, role, granted_at)
    select gen_random_uuid(), new.participant_id, new.edition_id, 'attendee',
      coalesce(new.decided_at, new.requested_at)
    where not exists (select from role r where r.participant_id = new.participant_id
      and r.edition_id = new.edition_id and r.role = 'attendee' and r.revoked_at is null);
  else
    update role set revoked_at = coalesce(new.decided_at, new.requested_at)
      where participant_id = new.participant_id and edition_id = new.edition_id
        and role.role = 'attendee' and revoked_at is null;
  end if;
  return null;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.seats_taken(edition uuid, institution uuid, country text)
 RETURNS TABLE(all_seats integer, of_institution integer, of_country integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select count(*)::integer,
    count(*) filter (where p.institution_id = institution)::integer,
    count(*) filter (where p.country = $3)::integer
  from registration r join participant p on p.id = r.participant_id
  where r.edition_id = edition and r.state = 'approved'
$function$;

-- owner homeward_owner; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.sent_out(kind text, subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'exchange'
AS $function$
  select exists (select from publication p where p.subject_kind = kind and p.subject_id = subject
    and p.state = 'published' and p.decided_by = me() and p.version = public_version(kind, subject))
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.sexes(edition uuid)
 RETURNS TABLE(sex text, registered integer, came integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  select s.sex, count(*)::integer, (count(*) filter (where exists (select from attendance a
      where a.edition_id = edition and a.participant_id = r.participant_id)))::integer
  from registration r left join registration_sex s on s.registration_id = r.id
  where r.edition_id = edition and r.state = 'approved' and exchange.holds(edition, 'organiser')
  group by s.sex
$function$;

-- owner homeward_owner; executed by homeward_reader
CREATE OR REPLACE FUNCTION exchange.signed_anew(wording jsonb, names text[], alias text)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'exchange'
AS $function$
  select jsonb_set(wording, '{versions}', (select jsonb_object_agg(lang, case when said ->> 'by' = any (names)
      then jsonb_set(said, '{by}', to_jsonb(alias)) else said end)
    from jsonb_each(wording -> 'versions') as each (lang, said)))
$function$;

-- owner homeward_owner; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.speaks_in(session uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from exchange.session_speaker x
    where x.session_id = session and x.participant_id = exchange.me())
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.stands_near(proposal uuid, reviewer uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
  with me as (
    select p.id, p.name, p.country, p.institution_id,
      (select array_agg(plain_name(v.value ->> 'text')) from institution i,
        jsonb_each(i.name -> 'versions') v where i.id = p.institution_id) as houses
    from participant p where p.id = reviewer)
  select exists (select from me, proposal_author w join participant p on p.id = w.participant_id
      where w.proposal_id = proposal
        and (p.id = me.id or p.country = me.country or p.institution_id = me.institution_id))
    or exists (select from me, proposal_speaker s where s.proposal_id = proposal
      and (s.country = me.country or plain_name(s.name) = plain_name(me.name)
        or plain_name(s.institution) = any (me.houses)))
    or exists (select from review_conflict c
      where c.proposal_id = proposal and c.reviewer_id = reviewer)
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.step_back(session uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  spoke session_speaker;
begin
  delete from session_speaker x where x.session_id = session and x.participant_id = me() and x.alias
    returning * into spoke;
  if spoke.session_id is null then
    return false;
  end if;
  update programme_version v set programme = renamed(v.programme, me(), session, spoke.name, null)
    where v.edition_id = spoke.edition_id;
  update minutes_line l set left_out = true, speaker = null
    where l.session_id = session and l.speaker = spoke.name;
  return true;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.take_back_names(expert uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  if not exists (select from publication p where p.subject_kind = 'expert' and p.subject_id = take_back_names.expert
      and p.state = 'taken_down' and p.taken_down_by = me()) then
    raise exception 'these names were not taken down' using errcode = '42501';
  end if;
  update expert x set names = '{}', version = x.version + 1 where x.participant_id = take_back_names.expert;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.take_back_words(change uuid, tbl text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  said wording_change;
  now_said jsonb;
  revision integer;
begin
  select * into said from wording_change c where c.id = change and c.state = 'published';
  if not found or not exists (select from publication p where p.subject_kind = 'translation'
      and p.subject_id = change and p.state = 'taken_down' and p.taken_down_by = me()) then
    raise exception 'these words were not taken down' using errcode = '42501';
  end if;
  execute format('select %I::jsonb from exchange.%I where id = $1 for update', said.field, tbl)
    into now_said using said.row_id;
  -- Others may have gone out since, past a second editor of their own.
  if now_said -> 'versions' -> said.lang ->> 'text' is distinct from said.text then return; end if;
  if said.before is null and said.lang = now_said ->> 'source' then
    -- Before these words there were none.
    now_said := null;
  elsif said.before is null then
    now_said := now_said #- array['versions', said.lang];
  elsif said.lang = now_said ->> 'source' then
    revision := (now_said ->> 'revision')::integer + 1;
    now_said := jsonb_set(now_said, array['versions', said.lang], said.before || jsonb_build_object('of', revision))
      || jsonb_build_object('revision', revision);
  else
    now_said := jsonb_set(now_said, array['versions', said.lang], said.before);
  end if;
  execute format('update exchange.%I set %I = $1, version = version + 1 where id = $2', tbl, said.field)
    using now_said, said.row_id;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.take_names(expert uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
begin
  if not exists (select from publication p where p.subject_kind = 'expert' and p.subject_id = take_names.expert
      and p.state = 'published' and p.decided_by = me() and p.asked_by <> me()) then
    raise exception 'these names were not sent out' using errcode = '42501';
  end if;
  update expert x set names = x.asked_names, asked_names = null, version = x.version + 1
    where x.participant_id = take_names.expert and x.asked_names is not null;
end
$function$;

-- owner homeward_reader; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.take_words(change uuid, tbl text, next jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'exchange'
AS $function$
declare
  said wording_change;
  old jsonb;
begin
  select * into said from wording_change c where c.id = change and c.state = 'waiting';
  if not found or not exists (select from publication p where p.subject_kind = 'translation'
      and p.subject_id = change and p.state = 'published' and p.decided_by = me() and p.asked_by <> me()) then
    raise exception 'these words were not sent out' using errcode = '42501';
  end if;
  execute format('select %I::jsonb from exchange.%I where id = $1 for update', said.field, tbl)
    into old using said.row_id;
  if next -> 'versions' -> said.lang ->> 'text' is distinct from said.text
      or (next -> 'versions') - said.lang is distinct from coalesce((old -> 'versions') - said.lang, '{}')
      or next ->> 'source' is distinct from coalesce(old ->> 'source', said.lang) then
    raise exception 'other words than were sent out' using errcode = '42501';
  end if;
  execute format('update exchange.%I set %I = $1, version = version + 1 where id = $2', tbl, said.field)
    using next, said.row_id;
  update wording_change c set state = 'published', before = old -> 'versions' -> said.lang
    where c.id = change;
end
$function$;

-- owner homeward_owner; executed by homeward_reader, homeward_exchange
CREATE OR REPLACE FUNCTION exchange.takes_part(edition uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exchange.holds(edition, 'organiser', 'editor', 'reviewer', 'moderator', 'interpreter', 'speaker',
    'attendee', 'delegate')
$function$;

-- owner homeward_owner; executed by homeward_exchange
CREATE OR REPLACE FUNCTION exchange.works_for(land text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exchange.holds_any('editor', 'organiser') or exists (
    select from exchange.role r where r.participant_id = exchange.me() and r.role = 'delegate'
      and r.revoked_at is null and r.country = land)
$function$;
