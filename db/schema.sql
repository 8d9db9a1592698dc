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
  constraint case_reach_pkey PRIMARY KEY (key, case_id, compartment)
);
CREATE INDEX case_reach_began ON public.case_reach USING btree (key, xid);
CREATE INDEX case_reach_case ON public.case_reach USING btree (case_id, compartment);
CREATE INDEX case_reach_ending ON public.case_reach USING btree (key) WHERE ((until IS NOT NULL) AND (compartment = 'general'::text));
CREATE INDEX case_reach_person ON public.case_reach USING btree (person_id);
create policy own_keys as permissive for select to homeward_app using (((key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[])) AND ((until IS NULL) OR (until > now()))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_all as permissive for all to homeward_reader using (true) with check (true);
grant select to homeward_app;
grant delete, insert, select, update to homeward_reader;

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
