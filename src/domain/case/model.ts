import { z } from 'zod';
import { COMPARTMENTS, ROLES } from '../access/role.ts';
import { fieldProblems } from '../field-problem.ts';
import { printsOfModel } from '../print/layout.ts';
import type { FieldProblem } from '../problem.ts';
import { labels, line, text } from '../text.ts';
import { assistanceOfModel } from './assistance.ts';
import { commissionsOfModel } from './commission-state.ts';
import { documentsOfModel } from './document-kind.ts';
import { lifeEventsOfModel } from './life-event.ts';
import { businessOfModel } from './model-business.ts';
import { modelProblems } from './model-check.ts';
import { bestInterestsRule, ownAgreementAges } from './model-children.ts';
import { complaintRules } from './model-complaints.ts';
import { familyRules } from './model-family.ts';
import { groupKinds } from './model-groups.ts';
import {
  APPLIES_TO,
  INDICATOR_PREDICATES,
  PACKET_FIELDS,
  PHASES,
  RECEIVERS,
  TIMER_EVENTS,
  type TimerEventName,
  WORD_LISTS,
} from './model-names.ts';
import { retention } from './model-retention.ts';
import { safetyRules } from './model-safety.ts';
import { schoolingOfModel } from './model-schooling.ts';
import { vaccinationsOfModel } from './model-vaccination.ts';
import { workRules } from './model-work.ts';

/**
 * What a stage may ask for. The predicates over the state of a case are in `workflow.ts`;
 * `reception_entered` = there was a stay in reception, `reception_left` = no stay is going on.
 */
export const REQUIREMENTS = [
  'identity_known',
  'language_known',
  'safety_asked',
  'guardian_known',
  'reception_entered',
  'reception_left',
  'consent_or_basis',
  'worker_assigned',
  'all_domains_answered',
  'assessment_approved',
  'goal_with_step',
  'plan_agreed',
  'plan_copy_given',
  'plan_approved',
  'service_delivered',
  'review_done',
  'closure_summary',
  'feedback_offered',
  'retention_set',
  'closure_approved',
  'check_ins_done',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** The languages that every label of a model has; a model may add more. */
export const LABEL_LANGUAGES = ['en', 'ru', 'uz'] as const;

const code = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, { error: 'not_a_code' });
const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not_a_language_tag' });
const zone = z
  .string()
  .max(60)
  .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/, { error: 'not_a_time_zone' });
const labelled = z.strictObject({ code, labels });
/** Where a figure comes from; `verified` only where the named source was read and says it itself. */
const sourced = { source_citation: line, verified: z.boolean() };
const requirements = z.array(z.enum(REQUIREMENTS)).max(40);
const timerEvent = z.union([
  z.enum(TIMER_EVENTS),
  z.custom<TimerEventName>(
    (value) => typeof value === 'string' && /^(stage|milestone|life_event):[a-z]/.test(value),
  ),
]);
const packetFields = z.array(z.enum(PACKET_FIELDS)).max(PACKET_FIELDS.length);

const stage = labelled.extend({
  phase: z.enum(PHASES),
  /** What must be there to enter; a stage whose conditions do not hold is passed over. */
  enter: requirements,
  /** What must be there to go on. */
  leave: requirements,
  approval: z.enum(['assessment', 'plan', 'closure']).optional(),
});
export type Stage = z.infer<typeof stage>;

/** A day without work: every year (`03-21`) or once (`2027-03-10`). */
const holiday = labelled.extend({
  on: z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, { error: 'not_a_day' }),
  ...sourced,
});

const needDomain = labelled.extend({
  /** How to ask, in plain words. */
  question: labels,
  subtopics: z.array(labelled).max(20),
  /** The compartment of the specialist who is asked for help, where there is one. */
  specialist: z.enum(COMPARTMENTS).exclude(['general']).nullable(),
});

const timer = labelled.extend({
  /** Timers of one duty are the same thing to do for different people: the earliest one stands. */
  duty: code,
  /** `ref` = one clock for each thing that the events name (a referral, a concern). */
  per: z.enum(['case', 'ref']),
  starts_on: z.array(timerEvent).min(1).max(10),
  ends_on: z.array(timerEvent).min(1).max(10),
  /** Ends for good, until the case is reopened; `case_ended` stops every timer. */
  stops_on: z.array(timerEvent).max(10),
  /** Begins again with each ending. */
  repeat: z.boolean(),
  /** An ending earlier than this after the start does not count: a talk after a week is no half-year. */
  counts_from_day: z.int().min(1).max(3660).optional(),
  amount: z.int().min(0).max(3660),
  unit: z.enum(['hours', 'working_days', 'calendar_days']),
  applies_to: z.enum(APPLIES_TO),
  pause_reasons: z.array(code).max(20),
  /** Who is told when it is overdue. */
  escalate_to: z.enum(ROLES).optional(),
  ...sourced,
});
export type Timer = z.infer<typeof timer>;

const consentPurpose = labelled.extend({
  /** What is asked for, as read out to the person. */
  question: labels,
  need_domain: code.nullable(),
  receiver: z.enum(RECEIVERS),
  /** What the law gives everybody: a refusal never lowers it; a legal basis carries what it needs. */
  entitlement: z.boolean(),
  /** What a child's own word means for it, by age. */
  own_agreement: ownAgreementAges.optional(),
});

const packet = z.strictObject({
  purpose: code,
  /** What the receiver needs, where the person agreed. */
  fields: packetFields,
  /** What the law needs and no more, where the packet stands on a legal basis. */
  fields_by_law: packetFields,
});

const wordEntry = z.strictObject({
  list: z.enum(WORD_LISTS),
  /** BCP-47 with script where a language has two: `uz` (Latin), `uz-Cyrl`. */
  language: tag,
  suggestion_code: code,
  /** Grammar: see `words.ts`. */
  patterns: z.array(text(500)).min(1).max(200),
  /** A hit of the same list that overlaps one of these is none, in whatever language. */
  except: z.array(text(500)).max(60),
});

/** What a programme model is made of; every place of it has a form or a reason why not. */
export const modelSchema = z.strictObject({
  code,
  version: z.int().min(1),
  labels,
  time_zone: zone,
  /** ISO days of the week without work: 1 = Monday … 7 = Sunday. */
  weekend: z.array(z.int().min(1).max(7)).max(4),
  holidays: z.array(holiday).max(200),
  languages: z.array(tag).min(1).max(20),
  stages: z.array(stage).min(2).max(40),
  /** Where a case stands again when it is reopened. */
  reopened_stage: code,
  approvals: z
    .array(labelled.extend({ code: z.enum(['assessment', 'plan', 'closure']), by: z.enum(ROLES) }))
    .max(3),
  need_domains: z.array(needDomain).min(1).max(40),
  pause_reasons: z.array(labelled).max(20),
  timers: z.array(timer).max(80),
  consent_purposes: z.array(consentPurpose).min(1).max(40),
  best_interests: bestInterestsRule.optional(),
  safety: safetyRules.optional(),
  family: familyRules.optional(),
  complaints: complaintRules.optional(),
  work: workRules.optional(),
  legal_bases: z.array(labelled.extend({ purposes: z.array(code).min(1).max(40) })).max(20),
  milestones: z
    .array(
      labelled.extend({
        need_domain: code,
        /** Only this many months after the milestone named. */
        after: z.strictObject({ milestone: code, months: z.int().min(1).max(60) }).optional(),
      }),
    )
    .max(60),
  /** A model from before papers had a way of their own has none. */
  documents: documentsOfModel.optional(),
  commissions: commissionsOfModel.optional(),
  assistance: assistanceOfModel.optional(),
  life_events: lifeEventsOfModel.optional(),
  schooling: schoolingOfModel.optional(),
  vaccinations: vaccinationsOfModel.optional(),
  business: businessOfModel.optional(),
  /** How papers are laid out; a model from before has none. */
  prints: printsOfModel.optional(),
  closure_reasons: z
    .array(
      labelled.extend({
        ending: z.enum(['planned', 'abrupt']),
        /** The stage that follows the approval. */
        stage: code,
      }),
    )
    .min(1)
    .max(40),
  visit_kinds: z
    .array(labelled.extend({ in_person: z.boolean() }))
    .min(1)
    .max(30),
  /** A model from before groups has none. */
  group_kinds: groupKinds.optional(),
  contact_channels: z.array(labelled).min(1).max(20),
  referral: z.strictObject({
    /** Days without a change of status after which the silence is shown. */
    silence_days: z.int().min(1).max(365),
    /** A packet vanishes so many days after its answer; a link to it holds so many days (14). */
    packet_days_after_answer: z.int().min(1).max(365),
    link_days: z.int().min(1).max(60).optional(),
    barriers: z.array(labelled).max(30),
    packets: z.array(packet).max(40),
  }),
  retention: z.array(retention).min(1).max(20),
  word_list: z.strictObject({
    suggestions: z.array(labelled).max(60),
    entries: z.array(wordEntry).max(200),
  }),
  thresholds: z.strictObject({
    /** More in an hour by one account notify the data protection officer. */
    openings_per_hour: z.int().min(1).max(1000),
    searches_per_hour: z.int().min(1).max(1000),
    caseload_warn: z.int().min(1).max(500),
    caseload_full: z.int().min(1).max(500),
    /** How long a file that was opened in an emergency stays open; 3 where nothing is said. */
    emergency_hours: z.int().min(1).max(24).optional(),
    /** Such attempts in vain within an hour before the data protection officer is told; 5. */
    emergency_tries_per_hour: z.int().min(1).max(20).optional(),
    /** How many days the region that gave a file away reads on; 30 where nothing is said. */
    transfer_reads_days: z.int().min(1).max(90).optional(),
    /** By when consents are asked for again after a transfer; 14 days. */
    ask_again_days: z.int().min(1).max(90).optional(),
    /** No cell of a published table below this. */
    smallest_cell: z.int().min(3).max(100),
  }),
  indicators: z
    .array(
      labelled.extend({
        numerator: z.enum(INDICATOR_PREDICATES),
        denominator: z.enum(INDICATOR_PREDICATES),
        source_citation: line,
      }),
    )
    .max(60),
  /** The questions put to the person when support is completed, and the check-ins after it. */
  closing: z.strictObject({
    /** `words_only`: answered in words, not by yes or no. */
    feedback_questions: z.array(labelled.extend({ words_only: z.boolean().optional() })).max(20),
    check_ins: z
      .array(labelled.extend({ after_days: z.int().min(1).max(1000), ...sourced }))
      .max(12),
  }),
});

/** A validated programme model: how one programme works, as data, pinned to each case. */
export type ProgrammeModel = z.infer<typeof modelSchema>;

/**
 * Reads a programme model. Either the model, or every problem found with its path, e.g.
 * `model.timers.3.ends_on.0`. Cross-checks (`model-check.ts`) run once the shape is right.
 */
export function parseModel(
  json: unknown,
): { readonly model: ProgrammeModel } | { readonly problems: readonly FieldProblem[] } {
  const parsed = modelSchema.safeParse(json);
  if (!parsed.success) return { problems: fieldProblems(parsed.error.issues, 'model', json) };
  const problems = modelProblems(parsed.data, LABEL_LANGUAGES);
  return problems.length > 0 ? { problems } : { model: parsed.data };
}
