import type { Matter } from '../case/commission-state.ts';
import type { Conference } from '../case/conference.ts';
import type { Milestone } from '../case/milestone.ts';
import type { ProgrammeModel } from '../case/model.ts';
import { openSteps, type PlanState } from '../case/plan.ts';
import type { CaseState } from '../case/state.ts';
import type { Visit } from '../case/visit.ts';
import type { GroupCertificate } from '../group/group.ts';
import type { Labels } from '../text.ts';
import type { Day } from '../time.ts';
import type { SpelledName } from './language.ts';
import {
  known,
  type PrintContent,
  type PrintGroup,
  type PrintRow,
  type PrintValue,
} from './sheet.ts';

/** What a print of a file needs beside its state: rows that the reader has anyway. */
export interface PrintedPerson {
  /** The name in use first, then its other spellings; never a name given up. */
  readonly spellings: readonly SpelledName[];
  readonly called: string | null;
  readonly birth: { readonly date: Day; readonly precision: 'day' | 'month' | 'year' } | null;
  readonly worker: string | null;
  readonly district: Labels | null;
  readonly household: readonly {
    readonly spellings: readonly SpelledName[];
    readonly relation: string;
    readonly sex: string;
    readonly birth_year: number | null;
  }[];
}

type Coded = readonly { readonly code: string; readonly labels: Labels }[];
const text = (said: string | null | undefined): PrintValue | undefined =>
  said === null || said === undefined || said === '' ? undefined : { as: 'text', text: said };
const day = (on: Day | null | undefined): PrintValue | undefined =>
  on === null || on === undefined ? undefined : { as: 'day', day: on };
const named = (list: Coded | undefined, code: string): PrintValue => {
  const labels = list?.find((one) => one.code === code)?.labels;
  return labels === undefined ? { as: 'text', text: code } : { as: 'labels', labels };
};
const person = ({ spellings }: PrintedPerson): PrintValue => ({ as: 'name', spellings });
const account = (name: string | null): PrintValue | undefined =>
  name === null || name === '' ? undefined : { as: 'name', spellings: [{ single: name }] };
const APPOINTMENT: PrintValue = { as: 'word', word: 'appointment' };

/** No longer on a report than a page holds beside what is written by hand. */
const MOST_STEPS = 8;

/**
 * A visit at home as social services write it down. It leaves the house: nothing of a need that a
 * specialist works on is in it, nor of the words that only a specialist may read.
 */
export function homeVisitContent(
  state: Pick<CaseState, 'need' | 'plan' | 'visit'>,
  model: ProgrammeModel,
  visit: Visit,
  who: PrintedPerson,
): PrintContent {
  const ordinary = ordinaryDomains(model);
  const needs = Object.values(state.need.needs)
    .filter((one) => one.resolved_at === null && ordinary.has(one.domain))
    .map(
      (one): PrintRow => ({
        area: named(model.need_domains, one.domain),
        need: { as: 'text', text: one.words },
      }),
    );
  const goals = state.plan.plan?.goals.filter(({ domain }) => ordinary.has(domain)) ?? [];
  const ids = new Set(goals.flatMap(({ steps }) => steps.map(({ step_id }) => step_id)));
  const agreed = openSteps(state.plan)
    .filter(({ step_id }) => ids.has(step_id))
    .toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
    .slice(0, MOST_STEPS);
  return {
    fields: known({
      visited_on: day(visit.on),
      visit_kind: named(model.visit_kinds, visit.kind),
      district: who.district === null ? undefined : { as: 'labels', labels: who.district },
      person: person(who),
      born: who.birth === null ? undefined : { as: 'partial', ...who.birth },
      next_on: day(state.visit.next_on),
      worker: account(who.worker),
    }),
    words: known({
      seen: visit.held_in.every((one) => one === 'general') ? text(visit.words) : undefined,
    }),
    tables: {
      household: [{ rows: who.household.map(memberRow) }],
      needs: [{ rows: needs }],
      agreed: [{ rows: agreed.map((step) => stepRow(step, ownerOnReport(step.owner, who))) }],
    },
  };
}

/**
 * The plan of the person: a name, goals and steps. A sensitive step says no more than "appointment". What
 * the person shares with the family stands without the others' names, as the sheet may lie open.
 */
export function planContent(
  slice: PlanState,
  who: PrintedPerson,
  shared: readonly { readonly what: string; readonly due_on: Day }[] = [],
): PrintContent | null {
  const { plan, outcomes } = slice;
  if (plan === null) return null;
  const given = who.spellings.flatMap((one) => (one.given ? [{ single: one.given }] : []));
  const called: PrintValue =
    who.called !== null
      ? { as: 'text', text: who.called }
      : given.length > 0
        ? { as: 'name', spellings: given }
        : person(who);
  const groups = plan.goals.map(
    (goal): PrintGroup => ({
      title: { as: 'text', text: goal.words },
      rows: goal.steps
        .filter(({ step_id }) => outcomes[step_id]?.outcome !== 'not_needed')
        .map((step) => ({
          ...stepRow(step, ownerOnPlan(step.owner, who)),
          done: { as: 'box', ticked: outcomes[step.step_id] !== undefined },
        })),
    }),
  );
  return {
    fields: known({ called, agreed_on: day(plan.at.slice(0, 10)) }),
    words: known({ strengths: text(plan.strengths), wishes: text(plan.wishes) }),
    tables: {
      steps: groups,
      family: [
        {
          rows: shared.map(({ what, due_on }) => ({
            done: { as: 'box', ticked: false },
            what: { as: 'text', text: what },
            until: { as: 'day', day: due_on },
          })),
        },
      ],
    },
  };
}

/** What a commission decided. Where the step behind it is sensitive, or unknown by now, it says little. */
export function decisionContent(
  state: Pick<CaseState, 'plan'>,
  model: ProgrammeModel,
  matter: Matter,
  who: PrintedPerson,
): PrintContent | null {
  const { decision, answer } = matter;
  if (decision === null || matter.status === 'withdrawn') return null;
  const steps = state.plan.plan?.goals.flatMap((goal) => goal.steps) ?? [];
  const open = steps.some((step) => step.step_id === matter.step_id && !step.sensitive);
  return {
    fields: known({
      person: person(who),
      commission: named(model.commissions?.commissions, matter.commission),
      number: text(decision.number),
      decided_on: day(decision.decided_on),
      agency: named(model.commissions?.agencies, decision.agency),
      due_on: day(decision.due_on),
      answer: answer === null ? undefined : { as: 'code', list: 'answer', code: answer.outcome },
      answered_on: day(answer?.on),
    }),
    words: known({ decided: open ? text(decision.what) : APPOINTMENT }),
  };
}

/** What a case conference decided; what the person said there stays in the file. */
export function conferenceContent(
  model: ProgrammeModel,
  conference: Conference,
  who: PrintedPerson,
): PrintContent {
  const disciplines = conference.disciplines.map((code) =>
    named(model.commissions?.disciplines, code),
  );
  return {
    fields: known({
      person: person(who),
      held_on: day(conference.on),
      led_by: account(conference.chair),
      disciplines: { as: 'list', values: disciplines },
    }),
    tables: {
      decisions: [
        {
          rows: conference.decisions.map(({ what, owner, due_on }) => ({
            what: { as: 'text', text: what },
            who: { as: 'code', list: 'decision_owner', code: owner },
            until: { as: 'day', day: due_on },
          })),
        },
      ],
    },
  };
}

/** That somebody was there and finished: a name, what and when. Nothing tells who arranged it. */
export function certificateContent(
  model: ProgrammeModel,
  milestone: Milestone,
  who: PrintedPerson,
): PrintContent {
  return {
    fields: known({
      person: person(who),
      reached: named(model.milestones, milestone.code),
      reached_on: day(milestone.on),
    }),
  };
}

/**
 * That somebody took part in a group: its name and days as neighbours read them too, and how often the
 * person came only where they want it said.
 */
export function groupCertificateContent(
  told: GroupCertificate,
  at: { readonly organisation: Labels | null; readonly place: Labels | null },
  who: PrintedPerson,
): PrintContent {
  const labels = (said: Labels | null): PrintValue | undefined =>
    said === null ? undefined : { as: 'labels', labels: said };
  const number = (said: number | null): PrintValue | undefined =>
    said === null ? undefined : { as: 'number', number: said };
  return {
    fields: known({
      person: person(who),
      group: text(told.title),
      run_by: labels(at.organisation),
      district: labels(at.place),
      first_day: day(told.from),
      last_day: day(told.until),
      sessions_held: number(told.sessions_held),
      sessions_attended: number(told.sessions_attended),
    }),
  };
}

/** Areas of needs that no specialist works on. */
function ordinaryDomains({ need_domains }: ProgrammeModel): ReadonlySet<string> {
  return new Set(need_domains.filter((one) => one.specialist === null).map(({ code }) => code));
}

type Step = ReturnType<typeof openSteps>[number];

function stepRow({ what, sensitive, due_on }: Step, who: PrintValue | undefined): PrintRow {
  return {
    what: sensitive ? APPOINTMENT : { as: 'text', text: what },
    ...(who === undefined ? {} : { who }),
    until: { as: 'day', day: due_on },
  };
}

/** A name says less to other eyes than what somebody's work is called; of a service not even that. */
function ownerOnPlan(owner: Step['owner'], who: PrintedPerson): PrintValue | undefined {
  if (owner === 'person') return { as: 'word', word: 'me' };
  if (owner === 'family') return { as: 'code', list: 'owner', code: owner };
  return owner === 'worker' ? account(who.worker) : undefined;
}

function ownerOnReport(owner: Step['owner'], who: PrintedPerson): PrintValue | undefined {
  return owner === 'worker' ? account(who.worker) : { as: 'code', list: 'owner', code: owner };
}

function memberRow(member: PrintedPerson['household'][number]): PrintRow {
  const { spellings, relation, sex, birth_year } = member;
  return {
    name: spellings.length === 0 ? { as: 'word', word: 'not_named' } : { as: 'name', spellings },
    relation: { as: 'relation', relation, sex },
    ...(birth_year === null ? {} : { born: { as: 'text', text: String(birth_year) } }),
  };
}
