// Written by `node scripts/write-schema.ts` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Approval {
  id: string;
  case_id: string;
  person_id: string;
  kind: string;
  pin: string;
  approved_before: string | null;
  state: string;
  proposed_by: string;
  proposed_at: Timestamp;
  decided_by: string | null;
  decided_at: Timestamp | null;
  xid: Generated<string>;
}

export interface ArrivalFile {
  list_id: string;
  key: Buffer;
  bytes: number;
  expires_at: Timestamp;
}

export interface ArrivalList {
  id: string;
  created_by: string;
  place_path: string[];
  default_place_id: string | null;
  state: string;
  mapping: unknown;
  reading: Generated<unknown>;
  report: unknown;
  problem: unknown;
  phase: string | null;
  rows_read: Generated<number>;
  rows_done: Generated<number>;
  worked_at: Timestamp | null;
  uploaded_at: Timestamp;
  imported_at: Timestamp | null;
  undone_at: Timestamp | null;
}

export interface ArrivalListRow {
  list_id: string;
  row: number;
  person_id: string | null;
  case_id: string;
  facts: number;
}

export interface Assistance {
  id: string;
  case_id: string;
  person_id: string;
  kind: string;
  given_on: string;
  payer_id: string | null;
  given_as: string;
  amount: string | null;
  currency: string | null;
  recorded_at: Timestamp;
  withdrawn: boolean;
}

export interface AssistanceReceipt {
  id: string;
  case_id: string;
  assistance_id: string;
  media_type: string;
  bytes: number;
  key: Buffer;
  added_by: string;
  added_at: Timestamp;
}

export interface AuthorityRequest {
  id: string;
  case_id: string;
  outcome: string;
  asked_on: string;
  recorded_by: string;
  recorded_at: Timestamp;
  authority: string | null;
  told_person: string;
}

export interface CaseFile {
  id: string;
  number: string;
  person_id: string;
  model_id: string;
  place_id: string;
  place_path: string[];
  stage: string;
  stage_since: Timestamp;
  worker_id: string | null;
  open_needs: number;
  urgent_needs: number;
  last_met_on: string | null;
  next_on: string | null;
  conflicts: Generated<number>;
  opened_at: Timestamp;
  closed_at: Timestamp | null;
  xid: Generated<string>;
}

export interface CaseHead {
  case_id: string;
  person_id: string;
  position: number;
  hash: Buffer;
  state: unknown;
  state_at: number | null;
}

export interface CaseReach {
  case_id: string;
  person_id: string;
  key: string;
  compartment: string;
  until: Timestamp | null;
  xid: Generated<string>;
  reads_to: Timestamp | null;
  reads_up_to: number | null;
}

export interface Client {
  id: string;
  name: string;
  organisation_id: string;
  organisation_receives: Generated<boolean>;
  made_by: string;
  made_at: Timestamp;
  withdrawn_by: string | null;
  withdrawn_at: Timestamp | null;
}

export interface CommandAnswer {
  actor_kind: string;
  actor_id: string;
  command_id: string;
  command_hash: Buffer;
  kind: string;
  case_id: string | null;
  answer: unknown;
  answered_at: Timestamp;
}

export interface CommissionMatter {
  id: string;
  case_id: string;
  person_id: string;
  commission: string;
  session_on: string;
  agency: string | null;
  decided_on: string | null;
  due_on: string | null;
  over_on: string | null;
}

export interface CommunityActivity {
  id: string;
  place_id: string;
  activity: string;
  on_day: string;
  attended: number;
  open_to_all: boolean;
  recorded_at: Timestamp;
}

export interface CommunityGroup {
  id: string;
  organisation_id: string;
  organisation_receives: Generated<boolean>;
  place_id: string;
  kind: string;
  compartment: string;
  title: string;
  leader: string;
  leader_id: string | null;
  meeting_place: string;
  languages: string[];
  capacity: number;
  childcare: boolean;
  kept_by: string;
  ended_on: string | null;
  version: Generated<number>;
  xid: Generated<string>;
}

export interface CommunityReadiness {
  id: string;
  place_id: string;
  words: string;
  on_day: string;
  recorded_at: Timestamp;
}

export interface Complaint {
  id: string;
  code_hash: string;
  about: string;
  came_by: string;
  words: string | null;
  wish: string | null;
  language: string;
  answer_way: string;
  answer_words: string | null;
  name: string | null;
  anonymous: boolean;
  about_child: boolean;
  happened_on: string | null;
  number: string | null;
  taken_by: string | null;
  taken_role: string | null;
  received_at: Timestamp;
}

export interface ComplaintEvent {
  id: string;
  complaint_id: string;
  kind: string;
  outcome: string | null;
  words: string | null;
  by_account: string | null;
  at: Timestamp;
}

export interface ComplaintRecording {
  complaint_id: string;
  salt: Buffer;
  sealed: Buffer;
  media: string;
  seconds: number;
  added_at: Timestamp;
}

export interface Concern {
  id: string;
  case_id: string;
  about: string;
  urgency: string;
  raised_by: string;
  raised_role: string;
  raised_at: Timestamp;
  due_at: Timestamp;
  closed_by: string | null;
  closed_at: Timestamp | null;
  outcome: string | null;
  given_to: string | null;
}

export interface ConfidentialAddress {
  location_id: string;
  address: string;
  version: Generated<number>;
}

export interface ContactTry {
  id: string;
  case_id: string;
  on_day: string;
  way: string;
  words: string | null;
  tried_by: string;
  tried_at: Timestamp;
}

export interface ContactTurn {
  case_id: string;
  turn: Generated<string>;
  ended_on: Generated<string>;
}

export interface Course {
  id: string;
  code: string;
  organisation_id: string;
  organisation_receives: Generated<boolean>;
  name: unknown;
  occupation: string | null;
  occupation_words: string | null;
  place_id: string | null;
  starts_on: string;
  ends_on: string | null;
  seats: number;
  entry: string | null;
  languages: Generated<string[]>;
  childcare: Generated<boolean>;
  cost_amount: string | null;
  cost_currency: string | null;
  hours: string | null;
  open: Generated<boolean>;
  wishes_until: string | null;
  version: Generated<number>;
  xid: Generated<string>;
}

export interface CourseAnswer {
  round_id: string;
  case_id: string;
  answers: unknown;
}

export interface CourseRound {
  id: string;
  place_id: string;
  title: string;
  courses: string[];
  priorities: string[];
  seed: string;
  wishes_until: string;
  made_by: string;
  made_at: Timestamp;
  state: Generated<string>;
  ended_by: string | null;
  ended_at: Timestamp | null;
  words: string | null;
  version: Generated<number>;
}

export interface CourseRoundRun {
  round_id: string;
  input: string;
  input_hash: string;
  result: string;
  result_hash: string;
  ran_by: string;
  ran_at: Timestamp;
}

export interface CourseSeat {
  round_id: string;
  course_id: string;
  case_id: string;
  number: string;
  standing: number;
  state: string;
  offered_by: string | null;
  offered_at: Timestamp | null;
}

export interface CourseWish {
  case_id: string;
  number: string;
  place_id: string;
  courses: string[];
  urgent: boolean;
  since: string;
}

export interface Device {
  id: string;
  account_id: string;
  name: string;
  registered_at: Timestamp;
  seen_at: Timestamp;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
  wiped_at: Timestamp | null;
  wiped_unsent: number | null;
}

export interface DirectoryDistinct {
  one_id: string;
  other_id: string;
  said_by: string;
  said_at: Timestamp;
}

export interface DirectoryMerge {
  id: string;
  kind: string;
  kept_id: string;
  merged_id: string;
  chosen: unknown;
  before: unknown;
  after: unknown;
  moved: unknown;
  merged_by: string;
  merged_at: Timestamp;
  undone_by: string | null;
  undone_at: Timestamp | null;
}

export interface Duty {
  id: string;
  place_id: string;
  account_id: string;
  from_at: Timestamp;
  until_at: Timestamp;
  kept_by: string;
  kept_at: Timestamp;
  ended_by: string | null;
  ended_at: Timestamp | null;
}

export interface EmergencyOpening {
  id: string;
  case_id: string;
  reason: string;
  words: string | null;
  opened_by: string;
  role: string;
  opened_at: Timestamp;
  until: Timestamp;
  reviewed_by: string | null;
  reviewed_at: Timestamp | null;
  outcome: string | null;
  review_words: string | null;
}

export interface EmergencyTry {
  actor_id: string;
  failed: Generated<number>;
  since: Timestamp;
}

export interface EndedContactTry {
  id: string;
  ended_on: Generated<string>;
}

export interface Fact {
  id: string;
  case_id: string;
  position: number;
  kind: string;
  version: number;
  compartment: string;
  actor_kind: string;
  actor_id: string;
  role: string;
  device_id: string | null;
  said_at: Timestamp;
  recorded_at: Timestamp;
  body_hash: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  xid: Generated<string>;
}

export interface FactBody {
  fact_id: string;
  case_id: string;
  compartment: string;
  body: string;
  salt: Buffer;
}

export interface FamilyGoal {
  id: string;
  household_id: string;
  domain: string;
  words: string;
  said_by: string;
  said_at: Timestamp;
  recorded_at: Timestamp;
}

export interface FamilyStep {
  id: string;
  goal_id: string;
  household_id: string;
  what: string;
  members: string[];
  agreed: string[];
  owner_id: string | null;
  due_on: string;
  outcome: string | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  parted_at: Timestamp | null;
}

export interface FeedEpoch {
  only_one: Generated<boolean>;
  epoch: string;
}

export interface FieldConflict {
  id: string;
  table_name: string;
  row_id: string;
  person_id: string;
  field: string;
  losing: unknown;
  said_by: string;
  said_at: Timestamp;
  settled_by: string | null;
  settled_at: Timestamp | null;
  xid: Generated<string>;
}

export interface FrozenAccess {
  month: string;
  rows: unknown;
  method: unknown;
  made_at: Timestamp;
}

export interface FrozenAssistance {
  month: string;
  rows: unknown;
  method: unknown;
  made_at: Timestamp;
}

export interface FrozenNumber {
  month: string;
  subject: string;
  rows: unknown;
  total: number | null;
  method: unknown;
  made_at: Timestamp;
}

export interface FrozenUnanswered {
  month: string;
  rows: unknown;
  method: unknown;
  made_at: Timestamp;
}

export interface GroupMember {
  id: string;
  group_id: string;
  compartment: string;
  called: string;
  children: number;
}

export interface GroupMembership {
  id: string;
  case_id: string;
}

export interface GroupSession {
  id: string;
  group_id: string;
  on_day: string;
  at_time: string;
  state: string;
  neighbours: number | null;
}

export interface Guardianship {
  id: string;
  child_id: string;
  guardian_id: string | null;
  kind: string;
  contested: Generated<boolean>;
  from_day: string | null;
  until_day: string | null;
  xid: Generated<string>;
  institution: string | null;
}

export interface HelperRound {
  id: string;
  place_id: string;
  kind: string;
  title: string;
  input: string;
  input_hash: string;
  result: string;
  result_hash: string;
  made_by: string;
  made_at: Timestamp;
  state: Generated<string>;
  ended_by: string | null;
  ended_at: Timestamp | null;
  words: string | null;
  version: Generated<number>;
}

export interface Homecoming {
  id: string;
  person_id: string;
  context: string;
  arrived_on: string | null;
  from_country: string | null;
  arrival_place_id: string | null;
  arrival_list_id: string | null;
  xid: Generated<string>;
}

export interface HomecomingOperation {
  homecoming_id: string;
  label: string;
}

export interface Household {
  id: string;
  place_id: string | null;
  family_number: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: Timestamp;
  xid: Generated<string>;
}

export interface HouseholdAsGiven {
  case_id: string;
  reads_to: Timestamp;
  household_id: string;
  family_number: string | null;
  members: unknown;
}

export interface HouseholdAsRead {
  id: string | null;
  family_number: string | null;
}

export interface HouseholdLeaving {
  member_id: string;
  person_id: string;
  reason: string;
}

export interface HouseholdMember {
  id: string;
  household_id: string;
  person_id: string;
  relation: string;
  from_day: string;
  until_day: string | null;
  xid: Generated<string>;
}

export interface Kinship {
  id: string;
  person_id: string;
  relative_id: string | null;
  kind: string;
  parent_state: string | null;
  from_day: string | null;
  until_day: string | null;
  xid: Generated<string>;
}

export interface LabourDemand {
  id: string;
  kind: string;
  occupation: string;
  place_id: string;
  period: string;
  value: number;
  source: string;
  as_of: string;
  version: Generated<number>;
}

export interface Leaving {
  id: string;
  account_id: string;
  last_day: string;
  said_by: string;
  said_at: Timestamp;
  ended_at: Timestamp | null;
  ended_by: string | null;
  done_at: Timestamp | null;
}

export interface LikelyDuplicate {
  id: string;
  person_id: string;
  other_person_id: string;
  level: string;
  reasons: string[];
  found_at: Timestamp;
  settled: string | null;
  settled_by: string | null;
  settled_at: Timestamp | null;
}

export interface Location {
  id: string;
  organisation_id: string | null;
  place_id: string | null;
  confidential: Generated<boolean>;
  document: Generated<unknown>;
  version: Generated<number>;
}

export interface LostContact {
  case_id: string;
  since_day: string;
  next_try_on: string;
}

export interface MentorActivity {
  id: string;
  mentoring_id: string;
  account_id: string;
  called: string;
  what: string;
  on_day: string;
  at_time: string;
  meeting_place: string;
}

export interface Mentoring {
  id: string;
  case_id: string;
}

export interface Migration {
  name: string;
  hash: string;
  applied_at: Generated<Timestamp>;
}

export interface Milestone {
  id: string;
  case_id: string;
  person_id: string;
  code: string;
  reached_on: string;
  recorded_at: Timestamp;
  xid: Generated<string>;
}

export interface ModelAdoption {
  id: string;
  draft_id: string;
  path: string;
  package_hash: string;
  value_hash: string;
  adopted_by: string;
  adopted_at: Timestamp;
}

export interface ModelDraft {
  id: string;
  code: string;
  base_id: string;
  document: unknown;
  version: number;
  begun_by: string;
  begun_at: Timestamp;
  saved_by: string;
  saved_at: Timestamp;
  ended_at: Timestamp | null;
  ended_as: string | null;
}

export interface ModelDraftSave {
  draft_id: string;
  version: number;
  saved_by: string;
  saved_at: Timestamp;
  places: string[];
}

export interface ModelPackage {
  hash: string;
  file: string;
  manifest: unknown;
  public_key: string;
  brought_by: string;
  brought_at: Timestamp;
}

export interface ModelTrial {
  id: string;
  draft_id: string;
  draft_version: number;
  state: string;
  asked_by: string;
  asked_at: Timestamp;
  attempts: Generated<number>;
  progress: Generated<number>;
  beat_at: Timestamp | null;
  result: unknown;
}

export interface Notification {
  id: string;
  account_id: string;
  kind: string;
  details: Generated<unknown>;
  created_at: Timestamp;
  read_at: Timestamp | null;
}

export interface OccupationTitle {
  code: string;
  language: string;
  titles: string[];
  version: Generated<number>;
}

export interface Organisation {
  id: string;
  code: string;
  name: unknown;
  kind: string;
  place_id: string | null;
  xid: Generated<string>;
  version: Generated<number>;
  receives: Generated<boolean>;
  hsds_id: string | null;
  document: Generated<unknown>;
  merged_into: string | null;
  words: Generated<string>;
}

export interface Outing {
  id: string;
  account_id: string;
  place_id: string;
  second_account_id: string | null;
  back_at: Timestamp;
  words: string | null;
  said_at: Timestamp;
  came_back_at: Timestamp | null;
  came_back_by: string | null;
  alert_at: Timestamp | null;
  alert_to: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  outcome: string | null;
  found: string | null;
}

export interface Pairing {
  case_id: string;
  until_day: string;
  reason: string;
  said_by: string;
  said_at: Timestamp;
}

export interface ParkedCommand {
  id: string;
  case_id: string;
  actor_id: string;
  kind: string;
  body: unknown;
  said_at: Timestamp;
  parked_at: Timestamp;
  settled_by: string | null;
  settled_at: Timestamp | null;
}

export interface Person {
  id: string;
  name: unknown;
  former_names: Generated<unknown>;
  called: string | null;
  sex: string;
  birth_date: string | null;
  birth_precision: string | null;
  birth_estimated: boolean | null;
  languages: Generated<string[]>;
  interpreter_needed: Generated<boolean>;
  citizenships: Generated<string[]>;
  papers: Generated<unknown>;
  kind: string;
  version: Generated<number>;
  created_by: string;
  created_at: Timestamp;
  xid: Generated<string>;
}

export interface PersonAsGiven {
  id: string;
  name: unknown;
  former_names: unknown;
  called: string | null;
  sex: string;
  birth_date: string | null;
  birth_precision: string | null;
  birth_estimated: boolean | null;
  languages: string[];
  interpreter_needed: boolean;
  citizenships: string[];
  papers: unknown;
  kind: string;
  version: number;
  created_by: string;
  created_at: Timestamp;
  xid: string;
  case_id: string;
  reads_to: Timestamp;
  family: unknown;
}

export interface PersonAsRead {
  id: string | null;
  name: unknown;
  former_names: unknown;
  called: string | null;
  sex: string | null;
  birth_date: string | null;
  birth_precision: string | null;
  birth_estimated: boolean | null;
  languages: string[] | null;
  interpreter_needed: boolean | null;
  citizenships: string[] | null;
  papers: unknown;
  kind: string | null;
  version: number | null;
  created_by: string | null;
  created_at: Timestamp | null;
  xid: string | null;
}

export interface PersonBlock {
  key: string;
  person_id: string;
}

export interface PersonChange {
  id: string;
  person_id: string;
  command_id: string;
  kind: string;
  fields: string[];
  version: number;
  actor_kind: string;
  actor_id: string;
  role: string;
  device_id: string | null;
  salt: Buffer;
  hash: Buffer;
  said_at: Timestamp;
  recorded_at: Timestamp;
}

export interface PersonNameKey {
  person_id: string;
  position: number;
  folded: string;
  tokens: string[];
  phonetic: string[];
}

export interface Place {
  id: string;
  code: string;
  parent_id: string | null;
  level: string;
  name: unknown;
  xid: Generated<string>;
  time_zone: string | null;
}

export interface ProgrammeModel {
  id: string;
  code: string;
  version: number;
  document: unknown;
  published_at: Timestamp;
  xid: Generated<string>;
  published_by: string | null;
  reason: string | null;
}

export interface ReachLost {
  key: string;
  case_id: string;
  person_id: string;
  compartment: string;
  xid: Generated<string>;
}

export interface ReadLog {
  id: string;
  at: Timestamp;
  actor_kind: string;
  actor_id: string;
  role: string;
  organisation_id: string | null;
  action: string;
  case_id: string | null;
  person_id: string | null;
  details: Generated<unknown>;
}

export interface ReadingNotice {
  actor_id: string;
  told_at: Timestamp;
}

export interface ReferralLink {
  id: string;
  case_id: string;
  referral_id: string;
  token_hash: string;
  code_hash: string;
  wrong_codes: Generated<number>;
  made_at: Timestamp;
  expires_at: Timestamp;
  email: string | null;
  locale: string | null;
}

export interface ReferralPacket {
  referral_id: string;
  case_id: string;
  person_id: string;
  organisation_id: string;
  service_id: string;
  purpose: string;
  urgency: string;
  status: string;
  withdrawn: boolean;
  content: unknown;
  answers: unknown;
  replies: unknown;
  answer_due_on: string;
  sent_at: Timestamp;
  answered_at: Timestamp | null;
  vanishes_at: Timestamp | null;
  organisation_receives: Generated<boolean>;
  reminded_at: Timestamp | null;
  escalated_at: Timestamp | null;
  weeks: Generated<unknown>;
}

export interface RoleGrant {
  id: string;
  account_id: string;
  role: string;
  place_id: string | null;
  organisation_id: string | null;
  person_id: string | null;
  granted_by: string | null;
  granted_at: Timestamp;
  revoked_by: string | null;
  revoked_at: Timestamp | null;
  xid: Generated<string>;
  organisation_receives: Generated<boolean>;
}

export interface RoleRight {
  role: string;
  verb: string;
  compartment: string;
}

export interface SafeContact {
  person_id: string;
  contacts: unknown;
  version: Generated<number>;
  xid: Generated<string>;
}

export interface Service {
  id: string;
  organisation_id: string;
  name: unknown;
  need_domain: string;
  purpose: string;
  place_id: string | null;
  languages: Generated<string[]>;
  note: string | null;
  active: Generated<boolean>;
  version: Generated<number>;
  xid: Generated<string>;
  organisation_receives: Generated<boolean>;
  hsds_id: string | null;
  document: Generated<unknown>;
  minimum_age: number | null;
  maximum_age: number | null;
  serves: Generated<string>;
  staff: string | null;
  childcare: Generated<boolean>;
  with_own_fields: Generated<boolean>;
  merged_into: string | null;
  words: Generated<string>;
  hours: Generated<unknown>;
}

export interface ServiceAtLocation {
  id: string;
  service_id: string;
  location_id: string;
  document: Generated<unknown>;
  hours: Generated<unknown>;
}

export interface ServiceCapacity {
  service_id: string;
  capacity: number | null;
  places_free: number | null;
  waiting_days: number | null;
  assured_on: string | null;
  version: Generated<number>;
}

export interface StandIn {
  id: string;
  place_id: string;
  account_id: string;
  from_at: Timestamp;
  until_at: Timestamp;
  kept_by: string;
  kept_at: Timestamp;
  ended_by: string | null;
  ended_at: Timestamp | null;
  xid: Generated<string>;
}

export interface SupervisionSession {
  id: string;
  written_by: string;
  with_account_id: string;
  on_day: string;
  hours: string;
  topics: string[];
  agreed: string | null;
  written_at: Timestamp;
}

export interface Task {
  case_id: string;
  person_id: string;
  kind: string;
  ref: string;
  account_id: string | null;
  due_at: Timestamp;
  details: Generated<unknown>;
  xid: Generated<string>;
  compartment: Generated<string>;
}

export interface TaxonomyEntry {
  id: string;
  kind: string;
  document: unknown;
}

export interface TransferRequest {
  id: string;
  case_id: string;
  to_place_id: string;
  wished_on: string;
  persons: number;
  needs: string[];
  languages: string[];
  urgent: boolean;
  status: string;
  proposed_at: Timestamp;
  over_at: Timestamp | null;
  declined: string | null;
  talk: unknown;
}

export interface Vacancy {
  id: string;
  title: string;
  occupation: string | null;
  organisation_id: string | null;
  employer: string | null;
  place_id: string;
  at_home: boolean;
  hours: string | null;
  pay_from: string | null;
  pay_to: string | null;
  pay_currency: string | null;
  pay_per: string | null;
  languages: string[];
  requirements: string | null;
  experience_needed: boolean;
  papers_needed: boolean | null;
  childcare: boolean | null;
  heavy: boolean | null;
  openings: number;
  contact: string | null;
  valid_until: string;
  source: string | null;
  reference: string | null;
  withdrawn: Generated<boolean>;
  entered_by: string;
  version: Generated<number>;
}

export interface Webhook {
  id: string;
  organisation_id: string;
  organisation_receives: Generated<boolean>;
  url: string;
  generation: Generated<number>;
  made_by: string;
  made_at: Timestamp;
  failures: Generated<number>;
  paused_at: Timestamp | null;
  withdrawn_at: Timestamp | null;
}

export interface WebhookDelivery {
  id: string;
  webhook_id: string;
  event: string;
  task_id: string | null;
  state: Generated<string>;
  attempts: Generated<number>;
  created_at: Timestamp;
  next_at: Timestamp;
  tried_at: Timestamp | null;
  answer: string | null;
}

export interface Withholding {
  id: string;
  case_id: string;
  roles: string[];
  from_day: string | null;
  until_day: string | null;
  fact_ids: string[];
  reason: string;
  review_on: string;
  withheld_by: string;
  withheld_at: Timestamp;
  ended_at: Timestamp | null;
}

export interface WorkerRound {
  id: string;
  place_id: string;
  weights: unknown;
  input: string;
  input_hash: string;
  result: string;
  result_hash: string;
  made_by: string;
  made_at: Timestamp;
  state: Generated<string>;
  ended_by: string | null;
  ended_at: Timestamp | null;
  words: string | null;
  outcome: unknown;
  version: Generated<number>;
}

export interface AuthAccount {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  username: string | null;
  locale: Generated<string>;
  two_factor_enabled: Generated<boolean>;
  disabled_at: Timestamp | null;
  demo: Generated<boolean>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface AuthAttempt {
  key: string;
  count: number;
  window_ends_at: Timestamp;
}

export interface AuthClientSecret {
  client_id: string;
  secret_hash: string;
  made_at: Timestamp;
  last_used_at: Timestamp | null;
}

export interface AuthClientToken {
  token_hash: string;
  client_id: string;
  expires_at: Timestamp;
}

export interface AuthCredential {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Timestamp | null;
  refresh_token_expires_at: Timestamp | null;
  scope: string | null;
  password: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface AuthInvitation {
  id: string;
  account_id: string;
  means: string;
  secret_hash: string;
  invited_by: string | null;
  invited_at: Timestamp;
  expires_at: Timestamp;
  used_at: Timestamp | null;
  withdrawn_at: Timestamp | null;
}

export interface AuthRateLimit {
  id: string;
  key: string;
  count: number;
  last_request: string;
}

export interface AuthSession {
  id: string;
  token: string;
  user_id: string;
  expires_at: Timestamp;
  last_active_at: Timestamp;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface AuthTwoFactor {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_verification_count: Generated<number>;
  locked_until: Timestamp | null;
}

export interface AuthVerification {
  id: string;
  identifier: string;
  value: string;
  expires_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface ExchangeActivity {
  id: string;
  recommendation_id: string;
  title: string;
  starts_on: string;
  ends_on: string;
  done_on: string | null;
  institution_id: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangeAdoption {
  id: string;
  subject_kind: string;
  subject_id: string;
  from_version: number;
  owner_id: string;
  country: string | null;
  institution_id: string | null;
  status: string;
  since: string;
  language: string;
  adaptation: string;
  result: string | null;
  lessons: string | null;
  stopped_because: string | null;
  steps: Generated<unknown>;
  version: Generated<number>;
  created_at: Timestamp;
  changed_at: Timestamp;
  parts: Generated<string[]>;
}

export interface ExchangeAdoptionShown {
  adoption_id: string;
  subject_kind: string;
  subject_id: string;
  shown: unknown;
  published_at: Timestamp;
}

export interface ExchangeAgreement {
  session_id: string;
  participant_id: string;
  recording: boolean;
  publication: boolean;
  materials: boolean;
  signed: string;
  at: Timestamp;
}

export interface ExchangeAmendment {
  id: string;
  recommendation_id: string;
  author_id: string | null;
  author: string;
  country: string | null;
  old_words: string;
  new_words: string;
  reason: string | null;
  seen: number;
  state: string;
  decided_by: string | null;
  decided_at: Timestamp | null;
  decision_reason: string | null;
  created_at: Timestamp;
}

export interface ExchangeAttendance {
  session_id: string;
  edition_id: string;
  participant_id: string;
  how: string;
  at: Timestamp;
  marked_by: string | null;
}

export interface ExchangeAvailability {
  id: string;
  edition_id: string;
  participant_id: string;
  from_at: Timestamp;
  until_at: Timestamp;
}

export interface ExchangeCall {
  edition_id: string;
  opens: string;
  closes: string;
  time_zone: string;
  languages: string[];
  kinds: string[];
  criteria: string[];
  anonymous: boolean;
  reviews: number;
  reviews_due: string | null;
  guidance: string | null;
  phase: Generated<string>;
  version: Generated<number>;
}

export interface ExchangeCallGrace {
  edition_id: string;
  participant_id: string;
  until: Timestamp;
  given_by: string | null;
  given_at: Timestamp;
}

export interface ExchangeCertificate {
  id: string;
  edition_id: string;
  participant_id: string;
  code: string;
  name: string;
  part: string;
  minutes: number;
  sessions: number;
  issued_at: Timestamp;
  revoked_at: Timestamp | null;
}

export interface ExchangeDecisionLetter {
  id: string;
  proposal_id: string;
  edition_id: string;
  decision: string;
  language: string;
  subject: string;
  body: string;
  sent_by: string | null;
  sent_at: Timestamp;
}

export interface ExchangeEdition {
  id: string;
  series_id: string;
  slug: string;
  title: string;
  lead: string | null;
  starts_on: string;
  ends_on: string;
  time_zone: string;
  languages: string[];
  state: Generated<string>;
  version: Generated<number>;
  created_at: Timestamp;
  about: string | null;
  contact: string | null;
  certificates_by_themselves: Generated<boolean>;
}

export interface ExchangeEditionInvitation {
  id: string;
  edition_id: string;
  label: string;
  secret_hash: string;
  uses: number;
  until: Timestamp;
  created_by: string | null;
  created_at: Timestamp;
  revoked_at: Timestamp | null;
}

export interface ExchangeEvidenceFile {
  evidence_version_id: string;
  bytes: Buffer;
}

export interface ExchangeEvidenceTable {
  id: string;
  slug: string;
  title: string;
  method: string;
  denominators: string;
  shown_version_id: string | null;
  taken_down_at: Timestamp | null;
  taken_down_by: string | null;
  created_by: string | null;
  created_at: Timestamp;
  version: Generated<number>;
}

export interface ExchangeEvidenceVersion {
  id: string;
  evidence_table_id: string;
  number: number;
  state: Generated<string>;
  said: unknown;
  source: string;
  period: string;
  geography: string;
  cells: unknown;
  charts: Generated<unknown>;
  findings: Generated<unknown>;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
  decided_by: string | null;
  decided_at: Timestamp | null;
  reason: string | null;
}

export interface ExchangeExpert {
  participant_id: string;
  shown: string[];
  names: unknown;
  themes: string[];
  consented_at: Timestamp;
  version: Generated<number>;
  asked_names: unknown;
}

export interface ExchangeFile {
  id: string;
  sha256: Buffer;
  media_type: string;
  size: number;
  bytes: Buffer;
  added_by: string | null;
  added_at: Timestamp;
}

export interface ExchangeHost {
  id: string;
  edition_id: string;
  institution_id: string;
  part: string;
  standing: Generated<number>;
  logo: Buffer | null;
  logo_kind: string | null;
}

export interface ExchangeInstitution {
  id: string;
  slug: string;
  name: string;
  country: string | null;
  kind: string;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangeInvitation {
  id: string;
  edition_id: string;
  institution_id: string;
  address: unknown;
  body: string;
  email: string | null;
  running: number | null;
  series: string | null;
  code: string;
  sent_at: Timestamp | null;
  sent_by: string | null;
  created_by: string | null;
  created_at: Timestamp;
  version: Generated<number>;
  reply_by: string | null;
  reminded_at: Timestamp | null;
}

export interface ExchangeInvitationReply {
  id: string;
  invitation_id: string;
  reply: string;
  words: string | null;
  noted_by: string | null;
  at: Timestamp;
}

export interface ExchangeKeptName {
  participant_id: string;
  name: string;
  voice_only: boolean;
  at: Timestamp;
}

export interface ExchangeLetterhead {
  edition_id: string;
  institution_id: string;
  series: string;
  numbered: Generated<number>;
  place: string;
  contact: string;
  signatory: unknown;
  version: Generated<number>;
}

export interface ExchangeLog {
  id: string;
  at: Timestamp;
  participant_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Generated<unknown>;
}

export interface ExchangeMaterial {
  id: string;
  edition_id: string;
  session_id: string | null;
  title: string;
  language: string;
  access: string;
  file_id: string;
  created_by: string | null;
  created_at: Timestamp;
  withdrawn_at: Timestamp | null;
  version: Generated<number>;
}

export interface ExchangeMinutes {
  session_id: string;
  edition_id: string;
  asked: unknown;
  published: unknown;
  published_at: Timestamp | null;
  version: Generated<number>;
}

export interface ExchangeMinutesLine {
  id: string;
  session_id: string;
  number: number;
  words: string;
  speaker: string | null;
  written_by: string | null;
  at: Timestamp;
  left_out: Generated<boolean>;
}

export interface ExchangeModelCard {
  id: string;
  slug: string;
  title: string;
  summary: string;
  country: string;
  institution_id: string | null;
  state: Generated<string>;
  review: Generated<string>;
  shown: unknown;
  asked: unknown;
  published_at: Timestamp | null;
  version: Generated<number>;
  created_by: string;
  created_at: Timestamp;
  practice_id: string | null;
}

export interface ExchangeModelEndorsement {
  id: string;
  card_id: string;
  body: string;
  words: string;
  edition_id: string | null;
  session_id: string | null;
  decided_on: string;
  model_version: number;
  recorded_by: string;
  recorded_at: Timestamp;
  version: Generated<number>;
}

export interface ExchangeModelFile {
  id: string;
  card_id: string;
  hash: string;
  file: string;
  manifest: unknown;
  public_key: string;
  uploaded_by: string;
  uploaded_at: Timestamp;
  published_at: Timestamp | null;
}

export interface ExchangeModelQuestion {
  id: string;
  card_id: string;
  asked_by: string;
  country: string | null;
  question: string;
  answer: string | null;
  asked_at: Timestamp;
  answered_by: string | null;
  answered_at: Timestamp | null;
  version: Generated<number>;
}

export interface ExchangeModelSection {
  id: string;
  card_id: string;
  kind: string;
  body: string;
  version: Generated<number>;
}

export interface ExchangeNews {
  id: string;
  slug: string;
  edition_id: string | null;
  kind: string;
  title: string;
  lead: string;
  body: string;
  asked: unknown;
  published: unknown;
  published_at: Timestamp | null;
  created_by: string | null;
  created_at: Timestamp;
  version: Generated<number>;
}

export interface ExchangeNomination {
  id: string;
  invitation_id: string;
  reply_id: string;
  name: string;
  position: string | null;
  email: string;
  invited_at: Timestamp | null;
}

export interface ExchangeNotice {
  id: string;
  participant_id: string;
  kind: string;
  details: Generated<unknown>;
  created_at: Timestamp;
  read_at: Timestamp | null;
}

export interface ExchangeOpinionPoll {
  id: string;
  edition_id: string;
  session_id: string | null;
  title: string;
  told_at: Timestamp | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangeOpinionRound {
  poll_id: string;
  phase: string;
  opened_at: Timestamp;
  closed_at: Timestamp | null;
  map: unknown;
}

export interface ExchangeOpinionStatement {
  id: string;
  poll_id: string;
  wording: string;
  proposed_by: string | null;
  state: string;
  standing: Generated<number>;
  version: Generated<number>;
}

export interface ExchangeOpinionVote {
  poll_id: string;
  phase: string;
  statement_id: string;
  participant_id: string;
  answer: string;
}

export interface ExchangeParticipant {
  id: string;
  name: string;
  country: string | null;
  institution_id: string | null;
  languages: Generated<string[]>;
  time_zone: Generated<string>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangePicture {
  id: string;
  participant_id: string | null;
  edition_id: string | null;
  alt: string;
  caption: string | null;
  media_type: string;
  bytes: Buffer;
  width: number;
  height: number;
  consent: string;
  created_by: string | null;
  created_at: Timestamp;
  proposed_for: string | null;
  agreed_at: Timestamp | null;
}

export interface ExchangePosition {
  id: string;
  recommendation_id: string;
  country: string;
  participant_id: string | null;
  stance: string;
  words: string | null;
  revision: number;
  at: Timestamp;
  version: Generated<number>;
}

export interface ExchangePractice {
  id: string;
  author_id: string;
  editors: Generated<string[]>;
  reviewers: Generated<string[]>;
  institution_id: string | null;
  state: Generated<string>;
  round: Generated<number>;
  accepted_round: number | null;
  published_version: number | null;
  title: string;
  one_line: string | null;
  summary: string | null;
  partners: string | null;
  problem: string | null;
  change_idea: string | null;
  steps: string | null;
  staffing: string | null;
  legal_basis: string | null;
  tools: string | null;
  safeguards: string | null;
  results: string | null;
  did_not_work: string | null;
  transfer_conditions: string | null;
  how_to_adopt: string | null;
  sources: string | null;
  contact: string | null;
  country: string;
  scope: string | null;
  themes: Generated<string[]>;
  target_groups: Generated<string[]>;
  stages: Generated<string[]>;
  from_year: number | null;
  to_year: number | null;
  cost_band: string | null;
  evidence: Generated<unknown>;
  maturity: Generated<unknown>;
  studies: Generated<unknown>;
  handle: string | null;
  licence: Generated<string>;
  review_on: string | null;
  version: Generated<number>;
  created_at: Timestamp;
  changed_at: Timestamp;
}

export interface ExchangePracticeClash {
  id: string;
  practice_id: string;
  participant_id: string;
  field: string;
  language: string;
  yours: unknown;
  theirs: unknown;
  at: Timestamp;
  settled_at: Timestamp | null;
  said_by: string;
}

export interface ExchangePracticeReview {
  id: string;
  practice_id: string;
  round: number;
  reviewer_id: string;
  country: string | null;
  asked_by: string | null;
  asked_at: Timestamp;
  declined_because: string | null;
  decision: string | null;
  criteria: unknown;
  contested: Generated<string[]>;
  summary: string | null;
  language: string | null;
  decided_at: Timestamp | null;
}

export interface ExchangePracticeVersion {
  practice_id: string;
  version: number;
  card: unknown;
  words: string;
  word_index: string;
  made_at: Timestamp;
  published_at: Timestamp | null;
  hidden_at: Timestamp | null;
  archived_at: Timestamp | null;
  review_on: string | null;
  latest: Generated<boolean>;
}

export interface ExchangePrecedence {
  edition_id: string;
  rules: Generated<string[]>;
  fixed: Generated<unknown>;
  version: Generated<number>;
}

export interface ExchangeProceedings {
  edition_id: string;
  abstract: string;
  licence: string;
  doi: string | null;
  asked: unknown;
  published: unknown;
  published_at: Timestamp | null;
  version: Generated<number>;
}

export interface ExchangeProgrammeVersion {
  id: string;
  edition_id: string;
  number: number;
  released_at: Timestamp;
  released_by: string | null;
  programme: unknown;
  changes: unknown;
  taken_down_at: Timestamp | null;
}

export interface ExchangeProgrammeVersionWhole {
  version_id: string;
  edition_id: string;
  programme: unknown;
}

export interface ExchangeProgressReport {
  id: string;
  recommendation_id: string;
  institution_id: string | null;
  participant_id: string | null;
  status: string;
  words: string | null;
  value: string | null;
  evidence: string | null;
  reported_on: string;
  version: Generated<number>;
  at: Timestamp;
  held: Generated<boolean>;
}

export interface ExchangeProposal {
  id: string;
  edition_id: string;
  kind: string;
  title: string;
  abstract: string;
  description: string | null;
  do_not_record: boolean;
  interpretation: unknown;
  state: Generated<string>;
  submitted_at: Timestamp | null;
  late_at: Timestamp | null;
  decided_at: Timestamp | null;
  session_id: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangeProposalAuthor {
  proposal_id: string;
  edition_id: string;
  participant_id: string;
}

export interface ExchangeProposalSpeaker {
  proposal_id: string;
  edition_id: string;
  standing: number;
  name: string;
  institution: string;
  country: string | null;
  languages: string[];
}

export interface ExchangeProtocolRank {
  edition_id: string;
  participant_id: string;
  rank: string;
  form: Generated<unknown>;
}

export interface ExchangePublication {
  id: string;
  subject_kind: string;
  subject_id: string;
  version: number;
  title: string;
  asked_by: string;
  asked_at: Timestamp;
  texts: unknown;
  findings: unknown;
  answered: Generated<unknown>;
  state: Generated<string>;
  decided_by: string | null;
  decided_at: Timestamp | null;
  reason: string | null;
  taken_down_by: string | null;
  taken_down_at: Timestamp | null;
  taken_down_because: string | null;
}

export interface ExchangeQuotation {
  id: string;
  news_id: string;
  participant_id: string;
  speaker: string;
  institution: string | null;
  news_title: string;
  words: string;
  created_by: string | null;
  created_at: Timestamp;
  version: Generated<number>;
}

export interface ExchangeQuotationApproval {
  quotation_id: string;
  lang: string;
  words: string;
  approved: boolean;
  participant_id: string;
  at: Timestamp;
}

export interface ExchangeRecommendation {
  id: string;
  edition_id: string;
  session_id: string | null;
  line_id: string | null;
  number: number;
  theme: string;
  text: string;
  proposer_id: string | null;
  marked_by: string | null;
  replaces_id: string | null;
  adopted_on: string | null;
  body: string | null;
  status: Generated<string>;
  lead_id: string | null;
  co_owner_ids: Generated<string[]>;
  due_on: string | null;
  review_on: string | null;
  indicator_name: string | null;
  indicator_base: string | null;
  indicator_target: string | null;
  indicator_unit: string | null;
  came_of_kind: string | null;
  came_of_id: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangeRecommendationReminder {
  recommendation_id: string;
  participant_id: string;
  kind: string;
  of_day: string;
  sent_at: Timestamp;
}

export interface ExchangeRegistration {
  id: string;
  edition_id: string;
  participant_id: string;
  state: string;
  show_name: boolean;
  show_institution: boolean;
  show_country: boolean;
  languages: string[];
  answers: unknown;
  invitation_id: string | null;
  requested_at: Timestamp;
  decided_at: Timestamp | null;
  decided_by: string | null;
  version: Generated<number>;
}

export interface ExchangeRegistrationSettings {
  edition_id: string;
  opens: string;
  closes: string;
  time_zone: string;
  approval: boolean;
  seats: number;
  seats_per_institution: number | null;
  seats_per_country: number | null;
  questions: Generated<unknown>;
  version: Generated<number>;
}

export interface ExchangeRegistrationSex {
  registration_id: string;
  edition_id: string;
  sex: string;
}

export interface ExchangeReminder {
  kind: string;
  subject_id: string;
  participant_id: string;
  edition_id: string;
  at: Timestamp;
  read_at: Timestamp | null;
}

export interface ExchangeReview {
  proposal_id: string;
  edition_id: string;
  reviewer_id: string;
  marks: unknown;
  advice: string;
  to_author: string | null;
  to_organiser: string | null;
  submitted_at: Timestamp;
  version: Generated<number>;
}

export interface ExchangeReviewAssignment {
  proposal_id: string;
  edition_id: string;
  reviewer_id: string;
  assigned_by: string | null;
  assigned_at: Timestamp;
}

export interface ExchangeReviewConflict {
  proposal_id: string;
  edition_id: string;
  reviewer_id: string;
  declared_at: Timestamp;
}

export interface ExchangeReviewNote {
  id: string;
  proposal_id: string;
  edition_id: string;
  author_id: string;
  body: string;
  at: Timestamp;
}

export interface ExchangeRole {
  id: string;
  participant_id: string;
  edition_id: string | null;
  role: string;
  country: string | null;
  granted_by: string | null;
  granted_at: Timestamp;
  revoked_at: Timestamp | null;
}

export interface ExchangeRoom {
  id: string;
  edition_id: string;
  name: string;
  urls: Generated<unknown>;
  standing: Generated<number>;
  version: Generated<number>;
}

export interface ExchangeSeries {
  id: string;
  slug: string;
  title: string;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface ExchangeServiceRequest {
  id: string;
  session_id: string;
  kind: string;
  from_language: string | null;
  to_language: string | null;
  note: string | null;
  state: Generated<string>;
  answer: string | null;
  asked_by: string | null;
  asked_at: Timestamp;
  answered_by: string | null;
  answered_at: Timestamp | null;
}

export interface ExchangeSession {
  id: string;
  edition_id: string;
  room_id: string | null;
  title: string;
  abstract: string | null;
  kind: string;
  starts_at: Timestamp | null;
  minutes: number | null;
  rule: Generated<string>;
  state: Generated<string>;
  version: Generated<number>;
  created_at: Timestamp;
  number: Generated<number>;
  track_id: string | null;
  languages: Generated<string[]>;
  do_not_record: Generated<boolean>;
  origin: string | null;
  named_in_file: Generated<string[]>;
}

export interface ExchangeSessionAddress {
  session_id: string;
  edition_id: string;
  lang: string;
  url: string;
}

export interface ExchangeSessionFeedback {
  session_id: string;
  participant_id: string;
  rating: number;
  words: string | null;
  signed: boolean;
}

export interface ExchangeSessionSpeaker {
  session_id: string;
  edition_id: string;
  participant_id: string;
  part: string;
  name: string;
  alias: Generated<boolean>;
  standing: Generated<number>;
}

export interface ExchangeTrack {
  id: string;
  edition_id: string;
  name: string;
  standing: Generated<number>;
  version: Generated<number>;
}

export interface ExchangeWordingChange {
  id: string;
  noun: string;
  row_id: string;
  field: string;
  lang: string;
  text: string;
  seen: number;
  by_id: string | null;
  by_name: string;
  at: Timestamp;
  before: unknown;
  state: Generated<string>;
}

export interface ExchangeAuthAccount {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  username: string | null;
  locale: Generated<string>;
  two_factor_enabled: Generated<boolean>;
  disabled_at: Timestamp | null;
  demo: Generated<boolean>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface ExchangeAuthAttempt {
  key: string;
  count: number;
  window_ends_at: Timestamp;
}

export interface ExchangeAuthCredential {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Timestamp | null;
  refresh_token_expires_at: Timestamp | null;
  scope: string | null;
  password: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface ExchangeAuthInvitation {
  id: string;
  account_id: string;
  means: string;
  secret_hash: string;
  invited_by: string | null;
  invited_at: Timestamp;
  expires_at: Timestamp;
  used_at: Timestamp | null;
  withdrawn_at: Timestamp | null;
}

export interface ExchangeAuthRateLimit {
  id: string;
  key: string;
  count: number;
  last_request: string;
}

export interface ExchangeAuthSession {
  id: string;
  token: string;
  user_id: string;
  expires_at: Timestamp;
  last_active_at: Timestamp;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface ExchangeAuthTwoFactor {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_verification_count: Generated<number>;
  locked_until: Timestamp | null;
}

export interface ExchangeAuthVerification {
  id: string;
  identifier: string;
  value: string;
  expires_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface DB {
  approval: Approval;
  arrival_file: ArrivalFile;
  arrival_list: ArrivalList;
  arrival_list_row: ArrivalListRow;
  assistance: Assistance;
  assistance_receipt: AssistanceReceipt;
  authority_request: AuthorityRequest;
  case_file: CaseFile;
  case_head: CaseHead;
  case_reach: CaseReach;
  client: Client;
  command_answer: CommandAnswer;
  commission_matter: CommissionMatter;
  community_activity: CommunityActivity;
  community_group: CommunityGroup;
  community_readiness: CommunityReadiness;
  complaint: Complaint;
  complaint_event: ComplaintEvent;
  complaint_recording: ComplaintRecording;
  concern: Concern;
  confidential_address: ConfidentialAddress;
  contact_try: ContactTry;
  contact_turn: ContactTurn;
  course: Course;
  course_answer: CourseAnswer;
  course_round: CourseRound;
  course_round_run: CourseRoundRun;
  course_seat: CourseSeat;
  course_wish: CourseWish;
  device: Device;
  directory_distinct: DirectoryDistinct;
  directory_merge: DirectoryMerge;
  duty: Duty;
  emergency_opening: EmergencyOpening;
  emergency_try: EmergencyTry;
  ended_contact_try: EndedContactTry;
  fact: Fact;
  fact_body: FactBody;
  family_goal: FamilyGoal;
  family_step: FamilyStep;
  feed_epoch: FeedEpoch;
  field_conflict: FieldConflict;
  frozen_access: FrozenAccess;
  frozen_assistance: FrozenAssistance;
  frozen_number: FrozenNumber;
  frozen_unanswered: FrozenUnanswered;
  group_member: GroupMember;
  group_membership: GroupMembership;
  group_session: GroupSession;
  guardianship: Guardianship;
  helper_round: HelperRound;
  homecoming: Homecoming;
  homecoming_operation: HomecomingOperation;
  household: Household;
  household_as_given: HouseholdAsGiven;
  household_as_read: HouseholdAsRead;
  household_leaving: HouseholdLeaving;
  household_member: HouseholdMember;
  kinship: Kinship;
  labour_demand: LabourDemand;
  leaving: Leaving;
  likely_duplicate: LikelyDuplicate;
  location: Location;
  lost_contact: LostContact;
  mentor_activity: MentorActivity;
  mentoring: Mentoring;
  migration: Migration;
  milestone: Milestone;
  model_adoption: ModelAdoption;
  model_draft: ModelDraft;
  model_draft_save: ModelDraftSave;
  model_package: ModelPackage;
  model_trial: ModelTrial;
  notification: Notification;
  occupation_title: OccupationTitle;
  organisation: Organisation;
  outing: Outing;
  pairing: Pairing;
  parked_command: ParkedCommand;
  person: Person;
  person_as_given: PersonAsGiven;
  person_as_read: PersonAsRead;
  person_block: PersonBlock;
  person_change: PersonChange;
  person_name_key: PersonNameKey;
  place: Place;
  programme_model: ProgrammeModel;
  reach_lost: ReachLost;
  read_log: ReadLog;
  reading_notice: ReadingNotice;
  referral_link: ReferralLink;
  referral_packet: ReferralPacket;
  role_grant: RoleGrant;
  role_right: RoleRight;
  safe_contact: SafeContact;
  service: Service;
  service_at_location: ServiceAtLocation;
  service_capacity: ServiceCapacity;
  stand_in: StandIn;
  supervision_session: SupervisionSession;
  task: Task;
  taxonomy_entry: TaxonomyEntry;
  transfer_request: TransferRequest;
  vacancy: Vacancy;
  webhook: Webhook;
  webhook_delivery: WebhookDelivery;
  withholding: Withholding;
  worker_round: WorkerRound;
  'auth.account': AuthAccount;
  'auth.attempt': AuthAttempt;
  'auth.client_secret': AuthClientSecret;
  'auth.client_token': AuthClientToken;
  'auth.credential': AuthCredential;
  'auth.invitation': AuthInvitation;
  'auth.rate_limit': AuthRateLimit;
  'auth.session': AuthSession;
  'auth.two_factor': AuthTwoFactor;
  'auth.verification': AuthVerification;
  'exchange.activity': ExchangeActivity;
  'exchange.adoption': ExchangeAdoption;
  'exchange.adoption_shown': ExchangeAdoptionShown;
  'exchange.agreement': ExchangeAgreement;
  'exchange.amendment': ExchangeAmendment;
  'exchange.attendance': ExchangeAttendance;
  'exchange.availability': ExchangeAvailability;
  'exchange.call': ExchangeCall;
  'exchange.call_grace': ExchangeCallGrace;
  'exchange.certificate': ExchangeCertificate;
  'exchange.decision_letter': ExchangeDecisionLetter;
  'exchange.edition': ExchangeEdition;
  'exchange.edition_invitation': ExchangeEditionInvitation;
  'exchange.evidence_file': ExchangeEvidenceFile;
  'exchange.evidence_table': ExchangeEvidenceTable;
  'exchange.evidence_version': ExchangeEvidenceVersion;
  'exchange.expert': ExchangeExpert;
  'exchange.file': ExchangeFile;
  'exchange.host': ExchangeHost;
  'exchange.institution': ExchangeInstitution;
  'exchange.invitation': ExchangeInvitation;
  'exchange.invitation_reply': ExchangeInvitationReply;
  'exchange.kept_name': ExchangeKeptName;
  'exchange.letterhead': ExchangeLetterhead;
  'exchange.log': ExchangeLog;
  'exchange.material': ExchangeMaterial;
  'exchange.minutes': ExchangeMinutes;
  'exchange.minutes_line': ExchangeMinutesLine;
  'exchange.model_card': ExchangeModelCard;
  'exchange.model_endorsement': ExchangeModelEndorsement;
  'exchange.model_file': ExchangeModelFile;
  'exchange.model_question': ExchangeModelQuestion;
  'exchange.model_section': ExchangeModelSection;
  'exchange.news': ExchangeNews;
  'exchange.nomination': ExchangeNomination;
  'exchange.notice': ExchangeNotice;
  'exchange.opinion_poll': ExchangeOpinionPoll;
  'exchange.opinion_round': ExchangeOpinionRound;
  'exchange.opinion_statement': ExchangeOpinionStatement;
  'exchange.opinion_vote': ExchangeOpinionVote;
  'exchange.participant': ExchangeParticipant;
  'exchange.picture': ExchangePicture;
  'exchange.position': ExchangePosition;
  'exchange.practice': ExchangePractice;
  'exchange.practice_clash': ExchangePracticeClash;
  'exchange.practice_review': ExchangePracticeReview;
  'exchange.practice_version': ExchangePracticeVersion;
  'exchange.precedence': ExchangePrecedence;
  'exchange.proceedings': ExchangeProceedings;
  'exchange.programme_version': ExchangeProgrammeVersion;
  'exchange.programme_version_whole': ExchangeProgrammeVersionWhole;
  'exchange.progress_report': ExchangeProgressReport;
  'exchange.proposal': ExchangeProposal;
  'exchange.proposal_author': ExchangeProposalAuthor;
  'exchange.proposal_speaker': ExchangeProposalSpeaker;
  'exchange.protocol_rank': ExchangeProtocolRank;
  'exchange.publication': ExchangePublication;
  'exchange.quotation': ExchangeQuotation;
  'exchange.quotation_approval': ExchangeQuotationApproval;
  'exchange.recommendation': ExchangeRecommendation;
  'exchange.recommendation_reminder': ExchangeRecommendationReminder;
  'exchange.registration': ExchangeRegistration;
  'exchange.registration_settings': ExchangeRegistrationSettings;
  'exchange.registration_sex': ExchangeRegistrationSex;
  'exchange.reminder': ExchangeReminder;
  'exchange.review': ExchangeReview;
  'exchange.review_assignment': ExchangeReviewAssignment;
  'exchange.review_conflict': ExchangeReviewConflict;
  'exchange.review_note': ExchangeReviewNote;
  'exchange.role': ExchangeRole;
  'exchange.room': ExchangeRoom;
  'exchange.series': ExchangeSeries;
  'exchange.service_request': ExchangeServiceRequest;
  'exchange.session': ExchangeSession;
  'exchange.session_address': ExchangeSessionAddress;
  'exchange.session_feedback': ExchangeSessionFeedback;
  'exchange.session_speaker': ExchangeSessionSpeaker;
  'exchange.track': ExchangeTrack;
  'exchange.wording_change': ExchangeWordingChange;
  'exchange_auth.account': ExchangeAuthAccount;
  'exchange_auth.attempt': ExchangeAuthAttempt;
  'exchange_auth.credential': ExchangeAuthCredential;
  'exchange_auth.invitation': ExchangeAuthInvitation;
  'exchange_auth.rate_limit': ExchangeAuthRateLimit;
  'exchange_auth.session': ExchangeAuthSession;
  'exchange_auth.two_factor': ExchangeAuthTwoFactor;
  'exchange_auth.verification': ExchangeAuthVerification;
}
