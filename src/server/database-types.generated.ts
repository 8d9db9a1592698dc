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

  community_activity: CommunityActivity;
  community_readiness: CommunityReadiness;
