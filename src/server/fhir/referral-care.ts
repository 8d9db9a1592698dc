import type { CarePlan, Consent, EpisodeOfCare, Goal, ServiceRequest } from '@medplum/fhirtypes';
import type { ReferralOutcome, ReferralStatus } from '#domain/case/referral-answer.ts';
import { concept, extended, labelOf, type Speaking, withoutEmpty } from './codes.ts';
import { changedAt, type Packet, type ReadablePacket, versionOf } from './packet-rows.ts';

// What is asked, and the receiving service's own care that follows. Nothing here is the programme's: its
// stay, its plan and its goals are told to nobody.

const meta = (packet: Packet) => ({
  versionId: versionOf(packet),
  lastUpdated: changedAt(packet),
});
const patient = ({ referral_id }: Packet) => ({ reference: `Patient/${referral_id}` });

/** The state of what is asked, and of the plan that consists of it. */
export const REQUEST_STATUS = {
  draft: 'draft',
  requested: 'active',
  accepted: 'active',
  'in-progress': 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  rejected: 'revoked',
  failed: 'revoked',
  cancelled: 'revoked',
} as const satisfies Record<ReferralStatus, ServiceRequest['status']>;

export const EPISODE_STATUS = {
  draft: 'planned',
  requested: 'planned',
  accepted: 'active',
  'in-progress': 'active',
  'on-hold': 'onhold',
  completed: 'finished',
  rejected: 'cancelled',
  failed: 'finished',
  cancelled: 'cancelled',
} as const satisfies Record<ReferralStatus, EpisodeOfCare['status']>;

export const GOAL_STATUS = {
  draft: 'proposed',
  requested: 'proposed',
  accepted: 'accepted',
  'in-progress': 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  rejected: 'rejected',
  failed: 'cancelled',
  cancelled: 'cancelled',
} as const satisfies Record<ReferralStatus, Goal['lifecycleStatus']>;

/** What is asked of the service. */
export function serviceRequestOf(packet: ReadablePacket, speaking: Speaking): ServiceRequest {
  const { referral_id, organisation_id, service_id, status, content } = packet;
  const { request, safe_contact, worker } = content;
  const prohibited = safe_contact.contacts.length === 0;
  const resource: ServiceRequest = {
    resourceType: 'ServiceRequest',
    id: referral_id,
    meta: meta(packet),
    extension:
      request.accompanied_by === undefined
        ? []
        : [extended(speaking, 'accompanied-by', { valueCode: request.accompanied_by })],
    status: REQUEST_STATUS[status],
    intent: 'order',
    ...(request.urgency === undefined ? {} : { priority: request.urgency }),
    code: needOf(request.need, speaking) ?? { text: 'Service' },
    // As the guide of the field has it: the service turns to the sender and not to the person.
    orderDetail: prohibited ? [{ coding: [{ code: 'contacting-subject-prohibited' }] }] : [],
    subject: patient(packet),
    authoredOn: packet.sent_at,
    requester: { display: worker?.name ?? 'Social services' },
    performer: [
      { reference: `Organization/${organisation_id}` },
      { reference: `HealthcareService/${service_id}` },
    ],
    note: request.words == null ? [] : [{ text: request.words }],
  };
  return withoutEmpty(resource);
}

function needOf(need: string | null | undefined, speaking: Speaking) {
  if (need == null) return undefined;
  const labels = speaking.needs.get(need);
  const text = labels === undefined ? {} : { text: labelOf(labels) };
  return { ...concept(speaking, 'need', need, labels), ...text };
}

/** The receiving service's own care for the person, from its acceptance on. */
export function episodeOf(packet: ReadablePacket, _speaking: Speaking): EpisodeOfCare {
  const accepted = packet.answers.find(({ answer }) => answer.kind === 'accept')?.answer;
  return withoutEmpty<EpisodeOfCare>({
    resourceType: 'EpisodeOfCare',
    id: packet.referral_id,
    meta: meta(packet),
    status: EPISODE_STATUS[packet.status],
    patient: patient(packet),
    managingOrganization: { reference: `Organization/${packet.organisation_id}` },
    ...(accepted?.kind === 'accept' ? { period: { start: accepted.on } } : {}),
    referralRequest: [{ reference: `ServiceRequest/${packet.referral_id}` }],
  });
}

/** The one step that the receiving service knows of. */
export function carePlanOf(packet: ReadablePacket, _speaking: Speaking): CarePlan {
  const { referral_id } = packet;
  const named = packet.content.request.need != null;
  return withoutEmpty<CarePlan>({
    resourceType: 'CarePlan',
    id: referral_id,
    meta: meta(packet),
    status: REQUEST_STATUS[packet.status],
    intent: 'plan',
    subject: patient(packet),
    goal: named ? [{ reference: `Goal/${referral_id}` }] : [],
    activity: [{ reference: { reference: `Task/${referral_id}` } }],
  });
}

const ACHIEVED: Readonly<Partial<Record<ReferralOutcome, string>>> = {
  met: 'achieved',
  partly: 'improving',
  not_met: 'not-achieved',
};

/** The need that the service is asked to meet, and whether it said that it was. */
export function goalOf(packet: ReadablePacket, speaking: Speaking): Goal | null {
  const description = needOf(packet.content.request.need, speaking);
  if (description === undefined) return null;
  const last = packet.answers.at(-1)?.answer;
  const code = last?.kind === 'done' ? ACHIEVED[last.outcome] : undefined;
  const system = 'http://terminology.hl7.org/CodeSystem/goal-achievement';
  return withoutEmpty<Goal>({
    resourceType: 'Goal',
    id: packet.referral_id,
    meta: meta(packet),
    lifecycleStatus: GOAL_STATUS[packet.status],
    ...(code === undefined ? {} : { achievementStatus: { coding: [{ system, code }] } }),
    description,
    subject: patient(packet),
  });
}

/**
 * Whether this packet may be used. On what it stands (a consent, a law, a supervisor's word) is not told to
 * whom it was sent; once it is taken back, nobody is named.
 */
export function consentOf(packet: Packet, _speaking: Speaking): Consent {
  const ended = packet.content === null;
  const terms = 'http://terminology.hl7.org/CodeSystem';
  const actor = {
    role: { coding: [{ system: `${terms}/v3-ParticipationType`, code: 'IRCP' }] },
    reference: { reference: `Organization/${packet.organisation_id}` },
  };
  const reference = { reference: `ServiceRequest/${packet.referral_id}` };
  return withoutEmpty<Consent>({
    resourceType: 'Consent',
    id: packet.referral_id,
    meta: meta(packet),
    status: ended ? 'inactive' : 'active',
    scope: { coding: [{ system: `${terms}/consentscope`, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: `${terms}/v3-ActCode`, code: 'IDSCL' }] }],
    ...(ended ? {} : { patient: patient(packet) }),
    dateTime: packet.sent_at,
    organization: [{ display: 'Social services' }],
    policyRule: { text: 'For what was asked, by this organisation alone' },
    provision: {
      type: ended ? 'deny' : 'permit',
      actor: [actor],
      ...(ended ? {} : { data: [{ meaning: 'instance' as const, reference }] }),
    },
  });
}
