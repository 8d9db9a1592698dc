import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import type { Role } from '#domain/access/role.ts';
import { CoursesSection } from '../course/courses-section.tsx';
import { GroupsSection } from '../group/groups-section.tsx';
import { FamilyPlanSection } from '../people/family-plan-section.tsx';
import { WhoSection } from '../people/who-section.tsx';
import { isOfWorkingAge, WorkSection } from '../work/work-section.tsx';
import { AppointmentsSection } from './appointments-section.tsx';
import { ApprovalsSection } from './approvals-section.tsx';
import { AssignmentSection } from './assignment-section.tsx';
import { AssistanceSection } from './assistance-section.tsx';
import type { CaseFile } from './case-file.ts';
import { ChildSection, isAboutChild } from './child-section.tsx';
import { ClosingSection } from './closing-section.tsx';
import { ConcernsSection } from './concerns-section.tsx';
import { ConsentSection } from './consent-section.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { DecisionsSection } from './decisions-section.tsx';
import { HealthSection } from './health-section.tsx';
import { MentorSection } from './mentor-section.tsx';
import { MilestonesSection } from './milestones-section.tsx';
import { NeedsSection } from './needs-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { OverviewSection } from './overview-section.tsx';
import { OwnLogSection } from './own-log-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { PlanSection } from './plan-section.tsx';
import { ReferralsSection } from './referrals-section.tsx';
import { RelativesSection } from './relatives-section.tsx';
import { SafeguardsSection } from './safeguards-section.tsx';
import { SafetySection } from './safety-section.tsx';
import { isAboutSchool, SchoolSection } from './school-section.tsx';
import { SupportSection } from './support-section.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { WhereaboutsSection } from './whereabouts-section.tsx';
import { WishesSection } from './wishes-section.tsx';

/** A part of a support file: its own address `/cases/<id>/<code>`, and a line in the file's navigation. */
export interface FileSection {
  readonly code: string;
  readonly title: MessageDescriptor;
  readonly component: ComponentType<{ readonly file: CaseFile }>;
  /** Who sees the part; without it, everybody who reaches the file. */
  readonly forRoles?: readonly Role[];
  /** Files that have the part; without it, all of them. */
  readonly shown?: (file: CaseFile) => boolean;
  /** True where something in it needs a look: it gets a mark. */
  readonly attention?: (file: CaseFile) => boolean;
}

/** In the order in which they are shown; the first is what a file opens with. A noun adds its line. */
export const SECTIONS: readonly FileSection[] = [
  { code: 'overview', title: msg`At a glance`, component: OverviewSection },
  {
    code: 'who',
    title: msg`Who`,
    component: WhoSection,
    attention: (file) => (file.person?.conflicts?.length ?? 0) > 0,
  },
  { code: 'whereabouts', title: msg`Where the person is`, component: WhereaboutsSection },
  {
    code: 'needs',
    title: msg`Needs`,
    component: NeedsSection,
    attention: (file) =>
      Object.values(file.state.need.domains).some((one) => one.conflict !== undefined),
  },
  {
    code: 'plan',
    title: msg`Plan`,
    component: PlanSection,
    attention: (file) => file.state.plan.plan?.conflict !== undefined,
  },
  { code: 'together', title: msg`Family plan`, component: FamilyPlanSection },
  { code: 'decisions', title: msg`Decisions`, component: DecisionsSection },
  { code: 'child', title: msg`The child`, component: ChildSection, shown: isAboutChild },
  { code: 'school', title: msg`School`, component: SchoolSection, shown: isAboutSchool },
  {
    ...{ code: 'health', title: msg`Health`, component: HealthSection },
    forRoles: ['caseworker', 'supervisor', 'specialist_health'],
  },
  { code: 'consent', title: msg`Consent and sharing`, component: ConsentSection },
  { code: 'wishes', title: msg`Wishes and copies`, component: WishesSection },
  { code: 'referrals', title: msg`Referrals`, component: ReferralsSection },
  {
    code: 'appointments',
    title: msg`Appointments`,
    component: AppointmentsSection,
    attention: (file) =>
      Object.values(file.state.appointment.appointments).some((one) => one.conflict !== undefined),
  },
  { code: 'assistance', title: msg`Assistance given`, component: AssistanceSection },
  { code: 'contacts', title: msg`Visits and contacts`, component: ContactsSection },
  { code: 'support', title: msg`Specialists`, component: SupportSection },
  { code: 'courses', title: msg`Courses`, component: CoursesSection },
  { code: 'groups', title: msg`Groups`, component: GroupsSection },
  {
    code: 'work',
    title: msg`Work and training`,
    component: WorkSection,
    shown: isOfWorkingAge,
    attention: (file) => file.state.work_profile.profile?.conflict !== undefined,
  },
  { code: 'mentor', title: msg`Mentor`, component: MentorSection },
  { code: 'notes', title: msg`Notes`, component: NotesSection },
  {
    code: 'papers',
    title: msg`Papers`,
    component: PapersSection,
    attention: (file) =>
      Object.values(file.state.document.documents).some((one) => one.conflict !== undefined),
  },
  { code: 'milestones', title: msg`Milestones`, component: MilestonesSection },
  { code: 'approvals', title: msg`Approvals`, component: ApprovalsSection },
  { code: 'team', title: msg`Team`, component: AssignmentSection },
  { code: 'concerns', title: msg`Worries`, component: ConcernsSection },
  {
    code: 'safety',
    title: msg`Staying safe`,
    component: SafetySection,
    forRoles: ['caseworker', 'supervisor', 'specialist_psychosocial', 'specialist_protection'],
  },
  {
    code: 'relatives',
    title: msg`Relatives elsewhere`,
    component: RelativesSection,
    forRoles: ['caseworker', 'supervisor', 'specialist_protection'],
  },
  { code: 'closing', title: msg`Completion`, component: ClosingSection },
  {
    code: 'safeguards',
    title: msg`Requests and log`,
    component: SafeguardsSection,
    forRoles: ['supervisor'],
  },
  {
    code: 'own-log',
    title: msg`The person’s log`,
    component: OwnLogSection,
    forRoles: ['supervisor', 'specialist_protection'],
  },
  { code: 'timeline', title: msg`Timeline`, component: TimelineSection },
];

export function sectionsFor(role: Role): readonly FileSection[] {
  return SECTIONS.filter((one) => one.forRoles === undefined || one.forRoles.includes(role));
}
