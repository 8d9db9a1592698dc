import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Task } from '#domain/case/task.ts';
import { labelOf } from './labels.ts';
import type { FileTask } from './use-tasks.ts';

/** What is to be done, in words: the step as it was agreed, the label of a timer, or a plain sentence. */
export function taskText(
  locale: string,
  { file, task }: Pick<FileTask, 'file' | 'task'>,
): string | MessageDescriptor {
  if (task.kind === 'step') {
    const goals = file.state.plan.plan?.goals ?? [];
    const step = goals.flatMap((goal) => goal.steps).find((one) => one.step_id === task.ref);
    if (step !== undefined) return step.what;
  }
  if (isAppointment(task)) {
    const known = file.state.appointment.appointments[task.ref];
    if (task.kind === 'appointment' && known !== undefined) return known.title;
  }
  if (task.kind === 'timer') return labelOf(locale, file.model.timers, task.details.timer ?? '');
  return TASK_WORDS[task.kind];
}

const TASK_WORDS: Readonly<Record<Task['kind'], MessageDescriptor>> = {
  step: msg`A step of the plan`,
  visit: msg`Visit or contact`,
  approval: msg`Waits for the supervisor`,
  assistance_approval: msg`Assistance over the limit waits for the supervisor`,
  check_in: msg`Contact after completion`,
  help_asked: msg`Somebody asks for help after completion`,
  event_review: msg`Look at the plan again after what happened`,
  timer: msg`Something is due`,
  referral_offer: msg`A service offers days: pick one`,
  referral_question: msg`A service asks something back`,
  referral_answered: msg`A service has answered`,
  referral_day: msg`A service expects the person`,
  concern: msg`Look into a worry`,
  placement_review: msg`Look again for a family`,
  best_interests_review: msg`Look again at a decision on best interests`,
  school_review: msg`See how the child keeps up at school`,
  school_attendance: msg`Ask why the child is missing at school`,
  health_due: msg`A health appointment is due`,
  safety_plan_review: msg`Look again at a safety plan`,
  apart_review: msg`A specialist looks at something again`,
  session: msg`Next date with a specialist`,
  withholding_review: msg`Look again at what the person’s log leaves out`,
  appointment: msg`Appointment`,
  appointment_reminder: msg`Remind of an appointment`,
  commission_answer: msg`An agency is to answer a commission’s decision`,
  conference_decision: msg`What a case conference decided`,
  transfer_question: msg`Another region asks something back`,
  consent_again: msg`Ask for a consent again`,
  document_answer: msg`An office is to answer`,
  document_missing: msg`Hand in what an office still wants`,
  document_appeal: msg`Last day for an appeal`,
  document_appeal_reminder: msg`Write the appeal now`,
  document_hearing: msg`A hearing about a paper`,
  document_renewal: msg`A paper runs out soon`,
  document_apart: msg`Next day of a legal matter`,
};

/** The part of the file where a thing is done; a duty of a timer leads where it can be fulfilled. */
export function taskPart(task: Task): string {
  if (task.kind === 'timer') return DUTY_PARTS[task.details.duty ?? ''] ?? 'overview';
  return PARTS[task.kind];
}

const PARTS: Readonly<Record<Exclude<Task['kind'], 'timer'>, string>> = {
  step: 'plan',
  visit: 'contacts',
  approval: 'approvals',
  assistance_approval: 'assistance',
  check_in: 'closing',
  help_asked: 'closing',
  event_review: 'plan',
  referral_offer: 'referrals',
  referral_question: 'referrals',
  referral_answered: 'referrals',
  referral_day: 'referrals',
  concern: 'concerns',
  placement_review: 'child',
  best_interests_review: 'child',
  school_review: 'school',
  school_attendance: 'school',
  health_due: 'health',
  safety_plan_review: 'safety',
  apart_review: 'support',
  session: 'support',
  withholding_review: 'own-log',
  appointment: 'appointments',
  appointment_reminder: 'appointments',
  commission_answer: 'decisions',
  conference_decision: 'decisions',
  transfer_question: 'team',
  consent_again: 'consent',
  document_answer: 'papers',
  document_missing: 'papers',
  document_appeal: 'papers',
  document_appeal_reminder: 'papers',
  document_hearing: 'papers',
  document_renewal: 'papers',
  document_apart: 'papers',
};
const DUTY_PARTS: Readonly<Record<string, string>> = {
  assignment: 'team',
  first_look: 'needs',
  assessment: 'needs',
  urgent_help: 'needs',
  plan: 'plan',
  plan_copy: 'plan',
  review: 'plan',
  review_year: 'plan',
  first_visit: 'contacts',
  contact: 'contacts',
  referral_silence: 'referrals',
  approval: 'approvals',
  school: 'school',
  job_kept_3: 'milestones',
  business_visit_1: 'work',
  business_visit_3: 'work',
  business_visit_6: 'work',
  job_kept_6: 'milestones',
};

/** Whether it is due at an hour, not at the end of a day. */
export function isAppointment(task: Task): boolean {
  return task.kind === 'appointment' || task.kind === 'appointment_reminder';
}

/** Whether a visit is what does it. */
export function isVisit(task: Task): boolean {
  const duty = task.details.duty;
  return task.kind === 'visit' || duty === 'contact' || duty === 'first_visit' || isHomeVisit(task);
}

/** Whether a visit to the home where a child was placed is due. */
export function isHomeVisit(task: Task): boolean {
  return task.kind === 'timer' && (task.details.duty ?? '').startsWith('placement_visit');
}
