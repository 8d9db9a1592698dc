import { z } from 'zod';
import type { Colleague } from '#domain/account/colleague.ts';
import type { PersonSummary } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import type { CaseRow } from '#domain/case/row.ts';
import type { CourseRow } from '#domain/course/course.ts';
import type { GroupRow } from '#domain/group/group.ts';
import type { FamilyOutcome } from '#domain/people/family-plan.ts';
import type { Person } from '#domain/people/person.ts';
import type { Labels } from '#domain/text.ts';

/** A pulled row was made by our own server from what was parsed on its way in: its form is trusted. */
const trusted = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

export const caseRow = trusted<CaseRow>();

/** A fact as the feed brings it; `order` is its place among the facts that this account sees. */
export type PulledFact = Fact & { readonly order: number };
export const factRow = trusted<PulledFact>();

/** A course of the directory. */
export const courseRow = trusted<CourseRow>();

/** A group of a place with its sessions. */
export const groupRow = trusted<GroupRow>();

export const modelRow = trusted<{ id: string; document: ProgrammeModel }>();
/** What a list over the line gives of a model. */
export const stagesRow = trusted<{
  id: string;
  stages: Pick<ProgrammeModel['stages'][number], 'code' | 'labels'>[];
}>();

/** A person with what a worker needs beside the name; the server leaves out what is beyond reach. */
export interface PersonRow extends Pick<Person, 'name' | 'former_names' | 'sex' | 'papers'> {
  readonly id: string;
  readonly called: string | null;
  readonly birth_date: string | null;
  readonly birth_precision: 'day' | 'month' | 'year' | null;
  readonly birth_estimated: boolean | null;
  readonly languages: readonly string[];
  readonly interpreter_needed: boolean;
  readonly citizenships: readonly string[];
  readonly version: number;
  readonly summary: PersonSummary | null;
  readonly contacts: Person['contacts'] | null;
  readonly household_ids: readonly string[];
  readonly kinship: readonly {
    id: string;
    relative_id: string | null;
    kind: string;
    parent_state: string | null;
    from_day: string | null;
    until_day: string | null;
  }[];
  readonly guardianship: readonly {
    id: string;
    guardian_id: string | null;
    /** Where the guardian is an institution, its name. */
    institution: string | null;
    kind: string;
    contested: boolean;
    from_day: string | null;
    until_day: string | null;
  }[];
  readonly returns: readonly {
    id: string;
    context: string;
    arrived_on: string | null;
    from_country: string | null;
    arrival_place_id: string | null;
    /** Only for the roles that may read it; null where there is none. */
    operation: string | null;
  }[];
  /** Values that lost against another said at the same time; until somebody decides. */
  readonly conflicts: readonly {
    id: string;
    field: string;
    losing: unknown;
    said_by: string;
    said_at: string;
  }[];
}
export const personRow = trusted<PersonRow>();

export interface HouseholdRow {
  readonly id: string;
  readonly family_number: string | null;
  readonly members: readonly {
    id: string;
    person_id: string;
    relation: string;
    from_day: string;
    until_day: string | null;
    /** Why they left, an ordinary reason; null where that is not for this reader. */
    reason?: string | null;
    sex: string;
    birth_year: number | null;
    kind: 'participant' | 'relative';
    /** null for a member beyond reach: kinship only. */
    name: Person['name'] | null;
  }[];
  /** What of the plan of the household this reader may see; absent in rows of before. */
  readonly family_plan?: readonly FamilyGoalRow[];
}
export interface FamilyGoalRow {
  readonly id: string;
  readonly domain: string;
  readonly words: string;
  readonly said_at: string;
  readonly steps: readonly {
    readonly id: string;
    readonly what: string;
    readonly members: readonly string[];
    readonly agreed: readonly string[];
    /** null = the worker. */
    readonly owner_id: string | null;
    readonly due_on: string;
    readonly outcome: FamilyOutcome | null;
  }[];
}
export const householdRow = trusted<HouseholdRow>();

export const placeRow = trusted<{
  id: string;
  parent_id: string | null;
  level: string;
  name: Labels;
  /** Absent where the device got the place before places had clocks. */
  time_zone?: string | null;
}>();
export const organisationRow = trusted<{ id: string; name: Labels; kind: string }>();
export const colleagueRow = trusted<Colleague>();
export const serviceRow = trusted<{
  id: string;
  organisation_id: string;
  name: Labels;
  need_domain: string;
  purpose: string;
  place_id: string | null;
  languages: readonly string[];
  active: boolean;
}>();
export type ServiceRow = z.infer<typeof serviceRow>;
