-- What the migrations add up to. Written by `node scripts/write-schema.ts`, for reading.

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
CREATE INDEX case_file_person ON public.case_file USING btree (person_id);
CREATE INDEX case_file_worker ON public.case_file USING btree (worker_id, stage);
create policy command_adds as permissive for insert to homeward_app with check ((id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = case_file.id) AND (r.compartment = 'general'::text))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select, update to homeward_app;

create table public.case_head ( -- row level security, forced
  case_id uuid not null,
  person_id uuid not null,
  "position" integer not null,
  hash bytea not null,
  state jsonb not null,
  constraint case_head_pkey PRIMARY KEY (case_id),
  constraint case_head_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
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
CREATE INDEX case_reach_case ON public.case_reach USING btree (case_id, compartment);
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
grant insert, select, update to homeward_app;

create table public.device ( -- row level security, forced
  id uuid not null,
  account_id uuid not null,
  name text not null,
  registered_at timestamp(3) with time zone not null,
  seen_at timestamp(3) with time zone not null,
  revoked_at timestamp(3) with time zone,
  constraint device_pkey PRIMARY KEY (id)
);
CREATE INDEX device_account ON public.device USING btree (account_id);
create policy own as permissive for select to homeward_app using (((account_id = homeward_actor()) OR (homeward_role() = 'administrator'::text)));
create policy own_add as permissive for insert to homeward_app with check ((account_id = homeward_actor()));
create policy own_change as permissive for update to homeward_app using (((account_id = homeward_actor()) OR (homeward_role() = 'administrator'::text)));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant insert, select, update to homeward_app;

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
CREATE INDEX fact_xid ON public.fact USING btree (xid);
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact.case_id) AND (r.compartment = fact.compartment) AND (r.key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[]))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy writer_appends as permissive for insert to homeward_app with check (((actor_id = homeward_actor()) AND (role = homeward_role()) AND homeward_may_write(compartment) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact.case_id) AND (r.key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[]))))) AND ((homeward_role() <> 'partner'::text) OR (kind ~~ 'referral\_%'::text) OR (kind ~~ 'concern\_%'::text))));
grant insert, select to homeward_app;

create table public.fact_body ( -- row level security, forced
  fact_id uuid not null,
  case_id uuid not null,
  compartment text not null,
  body text not null,
  salt bytea not null,
  constraint fact_body_pkey PRIMARY KEY (fact_id),
  constraint fact_body_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES fact(id)
);
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact_body.case_id) AND (r.compartment = fact_body.compartment) AND (r.key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[]))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy writer_appends as permissive for insert to homeward_app with check ((homeward_may_write(compartment) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = fact_body.case_id) AND (r.key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[])))))));
grant insert, select to homeward_app;

create table public.feed_epoch ( -- row level security, forced
  only_one boolean not null default true,
  epoch uuid not null,
  constraint feed_epoch_only_one_check CHECK (only_one),
  constraint feed_epoch_pkey PRIMARY KEY (only_one)
);
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using (true);
grant select to homeward_app;

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
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = field_conflict.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.guardianship ( -- row level security, forced
  id uuid not null,
  child_id uuid not null,
  guardian_id uuid not null,
  kind text not null,
  contested boolean not null default false,
  from_day date not null,
  until_day date,
  xid xid8 not null default pg_current_xact_id(),
  constraint guardianship_pkey PRIMARY KEY (id),
  constraint guardianship_child_id_fkey FOREIGN KEY (child_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint guardianship_guardian_id_fkey FOREIGN KEY (guardian_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX guardianship_child ON public.guardianship USING btree (child_id);
CREATE TRIGGER moved BEFORE UPDATE ON public.guardianship FOR EACH ROW EXECUTE FUNCTION moved();
CREATE TRIGGER moves_person AFTER INSERT OR UPDATE ON public.guardianship FOR EACH ROW EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using (((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = guardianship.child_id))) OR (EXISTS ( SELECT
   FROM person p
  WHERE (p.id = guardianship.guardian_id)))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

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
CREATE TRIGGER moves_person AFTER INSERT OR UPDATE ON public.homecoming FOR EACH ROW EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = homecoming.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

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
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

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
CREATE TRIGGER moved BEFORE UPDATE ON public.household FOR EACH ROW EXECUTE FUNCTION moved();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM household_member m
  WHERE (m.household_id = household.id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_moves as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;
grant update (version) to homeward_reader;

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
CREATE TRIGGER moves_person AFTER INSERT OR UPDATE ON public.household_member FOR EACH ROW EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((household_id = ANY (ARRAY( SELECT households_in_reach() AS households_in_reach))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

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
CREATE TRIGGER moves_person AFTER INSERT OR UPDATE ON public.kinship FOR EACH ROW EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = kinship.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.migration ( -- row level security, forced
  name text not null,
  hash text not null,
  applied_at timestamp(3) with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
create policy migration_owner as permissive for all to homeward_owner using (true);
create policy migration_read as permissive for select to homeward_app using (true);
grant select to homeward_app;

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
create policy reader_tells as permissive for insert to homeward_reader with check (true);
grant insert, select to homeward_app;
grant insert to homeward_reader;
grant update (read_at) to homeward_app;

create table public.organisation ( -- row level security, forced
  id uuid not null,
  code text not null,
  name jsonb not null,
  kind text not null,
  place_id uuid,
  xid xid8 not null default pg_current_xact_id(),
  constraint organisation_code_key UNIQUE (code),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE TRIGGER moved BEFORE UPDATE ON public.organisation FOR EACH ROW EXECUTE FUNCTION moved();
create policy coordinator_changes as permissive for update to homeward_app using ((homeward_role() = 'coordinator'::text));
create policy coordinator_writes as permissive for insert to homeward_app with check ((homeward_role() = 'coordinator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app, homeward_reader using (true);
grant insert, select, update to homeward_app;
grant select to homeward_reader;

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
create policy author_parks as permissive for insert to homeward_app with check ((actor_id = homeward_actor()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy supervisor_reads as permissive for select to homeward_app using (((homeward_role() = 'supervisor'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE (r.case_id = parked_command.case_id)))));
create policy supervisor_settles as permissive for update to homeward_app using ((homeward_role() = 'supervisor'::text));
grant insert, select to homeward_app;
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
CREATE TRIGGER moved BEFORE UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION moved();
create policy in_reach as permissive for select to homeward_app using (((EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.person_id = person.id) AND (r.compartment = 'general'::text)))) OR ((kind = 'relative'::text) AND (id = ANY (ARRAY( SELECT relatives_in_reach() AS relatives_in_reach))))));
create policy opener_adds as permissive for insert to homeward_app with check ((homeward_may('open'::text, 'general'::text) AND (created_by = homeward_actor())));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_moves as permissive for update to homeward_reader using (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;
grant update (version) to homeward_reader;

create table public.person_block ( -- row level security, forced
  key text not null,
  person_id uuid not null,
  constraint person_block_pkey PRIMARY KEY (key, person_id),
  constraint person_block_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_block.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
create policy writer_removes as permissive for delete to homeward_app using (homeward_may('append'::text, 'general'::text));
grant delete, insert, select, update to homeward_app;
grant select to homeward_reader;

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
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
create policy writer_removes as permissive for delete to homeward_app using (homeward_may('append'::text, 'general'::text));
grant delete, insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.place ( -- row level security, forced
  id uuid not null,
  code text not null,
  parent_id uuid,
  level text not null,
  name jsonb not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint place_code_key UNIQUE (code),
  constraint place_level_check CHECK ((level = ANY (ARRAY['country'::text, 'region'::text, 'district'::text]))),
  constraint place_pkey PRIMARY KEY (id),
  constraint place_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES place(id)
);
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
  constraint programme_model_code_version_key UNIQUE (code, version),
  constraint programme_model_pkey PRIMARY KEY (id)
);
CREATE TRIGGER moved BEFORE UPDATE ON public.programme_model FOR EACH ROW EXECUTE FUNCTION moved();
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy read_all as permissive for select to homeward_app using ((homeward_role() IS NOT NULL));
grant select to homeward_app;

create table public.reach_lost ( -- row level security, forced
  key text not null,
  case_id uuid not null,
  person_id uuid not null,
  compartment text not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint reach_lost_pkey PRIMARY KEY (key, case_id, compartment, xid)
);
create policy own_keys as permissive for select to homeward_app using ((key = ANY (( SELECT homeward_keys() AS homeward_keys)::text[])));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_adds as permissive for insert to homeward_reader with check (true);
grant select to homeward_app;
grant insert to homeward_reader;

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
CREATE INDEX read_log_case ON public.read_log USING btree (case_id, at);
CREATE INDEX read_log_person ON public.read_log USING btree (person_id, at);
create policy officer_reads as permissive for select to homeward_app using ((homeward_role() = 'data_protection_officer'::text));
create policy own as permissive for select to homeward_app using ((actor_id = homeward_actor()));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy supervisor_reads as permissive for select to homeward_app using (((homeward_role() = 'supervisor'::text) AND (EXISTS ( SELECT
   FROM case_reach r
  WHERE (r.case_id = read_log.case_id)))));
create policy writes_trail as permissive for insert to homeward_app with check ((actor_id = homeward_actor()));
grant insert, select to homeward_app;

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
  constraint nobody_grants_himself CHECK ((granted_by IS DISTINCT FROM account_id)),
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint role_grant_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE UNIQUE INDEX one_role_an_account ON public.role_grant USING btree (account_id) WHERE (revoked_at IS NULL);
CREATE INDEX role_grant_role ON public.role_grant USING btree (role) WHERE (revoked_at IS NULL);
CREATE TRIGGER tell_officers AFTER INSERT OR UPDATE OF revoked_at ON public.role_grant FOR EACH ROW EXECUTE FUNCTION tell_officers_of_grant();
create policy administrator_grants as permissive for insert to homeward_app with check (((homeward_role() = 'administrator'::text) AND (granted_by = homeward_actor()) AND (account_id <> homeward_actor())));
create policy administrator_reads as permissive for select to homeward_app using (((homeward_role() = 'administrator'::text) OR (account_id = homeward_actor())));
create policy administrator_revokes as permissive for update to homeward_app using ((homeward_role() = 'administrator'::text));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
grant insert, select to homeward_app;
grant select to homeward_reader;
grant update (revoked_at) to homeward_app;
grant update (revoked_by) to homeward_app;

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
CREATE TRIGGER moves_person AFTER INSERT OR UPDATE ON public.safe_contact FOR EACH ROW EXECUTE FUNCTION moves_person();
create policy in_reach as permissive for select to homeward_app using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = safe_contact.person_id))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
create policy reader_reads as permissive for select to homeward_reader using (true);
create policy writer_adds as permissive for insert to homeward_app with check (homeward_may('append'::text, 'general'::text));
create policy writer_changes as permissive for update to homeward_app using (homeward_may('append'::text, 'general'::text));
grant insert, select, update to homeward_app;
grant select to homeward_reader;

create table public.task ( -- row level security, forced
  case_id uuid not null,
  person_id uuid not null,
  kind text not null,
  ref text not null,
  account_id uuid,
  due_at timestamp(3) with time zone not null,
  details jsonb not null default '{}'::jsonb,
  xid xid8 not null default pg_current_xact_id(),
  constraint task_pkey PRIMARY KEY (case_id, kind, ref)
);
CREATE INDEX task_account ON public.task USING btree (account_id, due_at);
create policy command_adds as permissive for insert to homeward_app with check ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_changes as permissive for update to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy command_removes as permissive for delete to homeward_app using ((case_id = ( SELECT homeward_case() AS homeward_case)));
create policy in_reach as permissive for select to homeward_app using (((case_id = ( SELECT homeward_case() AS homeward_case)) OR (EXISTS ( SELECT
   FROM case_reach r
  WHERE ((r.case_id = task.case_id) AND (r.compartment = 'general'::text))))));
create policy owner_all as permissive for all to homeward_owner using (true) with check (true);
grant delete, insert, select, update to homeward_app;

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
grant delete, insert, select, update to homeward_auth;
grant select (disabled_at) to homeward_app;
grant select (id) to homeward_app;
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
    if held.role = 'partner' and held.organisation_id is not null then
      keys := keys || ('organisation:' || held.organisation_id);
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
CREATE OR REPLACE FUNCTION public.device_person_summary(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT person_summary(wanted) AS person_summary
   WHERE (EXISTS ( SELECT
            FROM case_reach r
           WHERE ((r.person_id = device_person_summary.wanted) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())))));
END;

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.holders_of(wanted text, places uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT g.account_id
    FROM role_grant g
   WHERE ((g.role = holders_of.wanted) AND (g.revoked_at IS NULL) AND ((holders_of.places IS NULL) OR (g.place_id = ANY (holders_of.places))));
END;

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
CREATE OR REPLACE FUNCTION public.homeward_may_write(wanted_compartment text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM role_right r
           WHERE ((r.role = homeward_role()) AND (r.verb <> 'read'::text) AND (r.compartment = homeward_may_write.wanted_compartment)))) AS "exists";
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

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.household_members(wanted uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('person_id', m.person_id, 'relation', m.relation, 'from_day', m.from_day, 'until_day', m.until_day, 'sex', p.sex, 'birth_year', EXTRACT(year FROM p.birth_date), 'kind', p.kind, 'name',
         CASE
             WHEN ((p.kind = 'relative'::text) OR (EXISTS ( SELECT
                FROM case_reach r
               WHERE ((r.person_id = p.id) AND (r.compartment = 'general'::text) AND (r.key = ANY (homeward_keys())) AND ((r.until IS NULL) OR (r.until > now())))))) THEN p.name
             ELSE NULL::jsonb
         END) ORDER BY p.birth_date, p.id), '[]'::jsonb) AS "coalesce"
    FROM (household_member m
      JOIN person p ON ((p.id = m.person_id)))
   WHERE ((m.household_id = household_members.wanted) AND (household_members.wanted IN ( SELECT households_in_reach() AS households_in_reach)));
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

-- owner homeward_owner; executed by homeward_reader, homeward_app
CREATE OR REPLACE FUNCTION public.in_my_place(path uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (homeward_place() = ANY (path));

-- owner homeward_reader; executed by homeward_app
CREATE OR REPLACE FUNCTION public.load_case(wanted uuid)
 RETURNS TABLE(person_id uuid, "position" integer, hash bytea, state jsonb, person jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not exists (
    select from case_reach r
    where r.case_id = wanted and r.key = any (homeward_keys()) and (r.until is null or r.until > now())
  ) then
    return;
  end if;
  perform set_config('homeward.case', wanted::text, true);
  return query
    select h.person_id, h.position, h.hash, h.state, person_summary(h.person_id)
    from case_head h where h.case_id = wanted for update;
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
CREATE OR REPLACE FUNCTION public.moves_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_table_name = 'guardianship' then
    update person set version = version where id in (new.child_id, new.guardian_id);
  elsif tg_table_name = 'kinship' then
    update person set version = version where id in (new.person_id, new.relative_id);
  elsif tg_table_name = 'household_member' then
    update household set version = version where id = new.household_id;
  else
    update person set version = version where id = new.person_id;
  end if;
  return null;
end
$function$;

-- owner homeward_owner; executed by homeward_app
CREATE OR REPLACE FUNCTION public.open_command(of_command uuid, of_hash bytea, of_kind text, of_case uuid, begins_for uuid, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
declare
  before command_answer;
  loaded record;
  person jsonb;
begin
  insert into command_answer (actor_kind, actor_id, command_id, command_hash, kind, case_id, answered_at)
    values (homeward_actor_kind(), homeward_actor(), of_command, of_hash, of_kind, of_case, at)
    on conflict do nothing;
  if not found then
    select * into before from command_answer a
      where a.actor_id = homeward_actor() and a.command_id = of_command;
    return jsonb_build_object('before', before.answer, 'same', before.command_hash = of_hash);
  end if;
  if begins_for is not null then
    person := begin_case(of_case, begins_for);
    if person is null then return '{}'; end if;
    return jsonb_build_object('person', person, 'person_id', begins_for, 'position', 0, 'hash', '', 'state', null);
  end if;
  select * into loaded from load_case(of_case);
  if not found then return '{}'; end if;
  return jsonb_build_object('person', loaded.person, 'person_id', loaded.person_id,
    'position', loaded.position, 'hash', encode(loaded.hash, 'hex'), 'state', loaded.state);
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
                   WHERE ((g.child_id = p.id) AND (NOT g.contested) AND ((g.until_day IS NULL) OR (g.until_day >= CURRENT_DATE)))
                 UNION
                  SELECT k.relative_id
                    FROM kinship k
                   WHERE ((k.person_id = p.id) AND (k.kind = ANY (ARRAY['mother'::text, 'father'::text])) AND (k.parent_state = 'present'::text) AND (k.relative_id IS NOT NULL))) holders)) AS jsonb_build_object
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
   WHERE ((r.key = ANY (homeward_keys())) AND (r.compartment = 'general'::text) AND ((r.until IS NULL) OR (r.until > now())));
END;

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
  update case_head h set position = reached, hash = new_hash, state = new_state
    where h.case_id = wanted and h.position = expected;
  if not found then raise exception 'save_case: the case moved on'; end if;
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
  insert into case_reach (case_id, person_id, key, compartment, until)
    select wanted, of_person, r.key, r.compartment, r.until
    from jsonb_to_recordset(wanted_rows) as r(key text, compartment text, until timestamptz)
    on conflict (key, case_id, compartment) do update set until = excluded.until
      where case_reach.until is distinct from excluded.until;
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
  insert into case_file (id, number, person_id, model_id, place_id, place_path, stage, stage_since,
      worker_id, open_needs, urgent_needs, last_met_on, next_on, conflicts, opened_at, closed_at)
    select * from jsonb_to_record(written -> 'row') as r(id uuid, number text, person_id uuid,
      model_id uuid, place_id uuid, place_path uuid[], stage text, stage_since timestamptz,
      worker_id uuid, open_needs integer, urgent_needs integer, last_met_on date, next_on date,
      conflicts integer, opened_at timestamptz, closed_at timestamptz)
    on conflict (id) do update set model_id = excluded.model_id, place_id = excluded.place_id,
      place_path = excluded.place_path, stage = excluded.stage, stage_since = excluded.stage_since,
      worker_id = excluded.worker_id, open_needs = excluded.open_needs,
      urgent_needs = excluded.urgent_needs, last_met_on = excluded.last_met_on,
      next_on = excluded.next_on, conflicts = excluded.conflicts, closed_at = excluded.closed_at,
      xid = pg_current_xact_id();
  if written -> 'tasks' is not null then
    delete from task t where t.case_id = of_case and not exists (
      select from jsonb_to_recordset(written -> 'tasks') as r(kind text, ref text)
      where r.kind = t.kind and r.ref = t.ref);
    insert into task (case_id, person_id, kind, ref, account_id, due_at, details)
      select of_case, (written -> 'row' ->> 'person_id')::uuid, r.kind, r.ref, r.account_id, r.due_at, r.details
      from jsonb_to_recordset(written -> 'tasks')
        as r(kind text, ref text, account_id uuid, due_at timestamptz, details jsonb)
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
