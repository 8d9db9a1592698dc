import type { Resource } from '@medplum/fhirtypes';
import { REFERRAL_STATUSES, type ReferralStatus } from '#domain/case/referral-answer.ts';
import type { Acting } from '../database.ts';
import type { Speaking } from './codes.ts';
import { healthcareServices, locations, organisations, type WantedEntries } from './directory.ts';
import { findPackets, isReadable, type Packet, type ReadablePacket } from './packet-rows.ts';
import { patientOf } from './patient.ts';
import {
  carePlanOf,
  consentOf,
  EPISODE_STATUS,
  episodeOf,
  GOAL_STATUS,
  goalOf,
  REQUEST_STATUS,
  serviceRequestOf,
} from './referral-care.ts';
import { taskOf } from './task.ts';

/** What is asked of a type: which ids, by which of its search parameters, from where, how many. */
export interface Asked {
  readonly ids?: readonly string[];
  readonly params: Readonly<Record<string, string>>;
  readonly after?: string;
  readonly limit: number;
}

export interface Found {
  readonly id: string;
  readonly resource: Resource;
  /** The packet that it was read from: each opening is written down. */
  readonly packet?: Packet;
}

export interface ResourceType {
  /** Beside `_id` and `_count`. */
  readonly search: readonly SearchParameter[];
  find(acting: Acting, speaking: Speaking, asked: Asked, now: Date): Promise<Found[]>;
}

interface SearchParameter {
  readonly name: string;
  readonly type: 'token' | 'reference' | 'string';
  /** Of a token: the codes that it knows. */
  readonly codes?: readonly string[];
  /** Of a reference: the type that it names. */
  readonly target?: string;
}

type Statuses = Readonly<Record<ReferralStatus, string | undefined>>;

const PATIENT: SearchParameter = { name: 'patient', type: 'reference', target: 'Patient' };
const NAME: SearchParameter = { name: 'name', type: 'string' };
const OWNER: SearchParameter = { name: 'organization', type: 'reference', target: 'Organization' };
const ACTIVE: SearchParameter = { name: 'active', type: 'token', codes: ['true', 'false'] };

/** A type that is read from the packets of the own organisation, and has the id of its referral. */
function ofPackets(
  make: (packet: ReadablePacket, speaking: Speaking) => Resource | null,
  holding: 'content' | 'need',
  statuses?: { readonly name: string; readonly of: Statuses },
): ResourceType {
  return fromPackets(
    (packet, speaking) => (isReadable(packet) ? make(packet, speaking) : null),
    holding,
    statuses,
  );
}

function fromPackets(
  make: (packet: Packet, speaking: Speaking) => Resource | null,
  holding: 'anything' | 'content' | 'need',
  statuses?: { readonly name: string; readonly of: Statuses },
  patient = true,
): ResourceType {
  const codes = [...new Set(Object.values(statuses?.of ?? {}))].filter((one) => one !== undefined);
  const status: SearchParameter[] =
    statuses === undefined ? [] : [{ name: statuses.name, type: 'token', codes }];
  return {
    search: [...(patient ? [PATIENT] : []), ...status],
    async find(acting, speaking, { ids, params, after, limit }, now) {
      const wanted = statuses === undefined ? undefined : params[statuses.name]?.split(',');
      const of = params.patient?.split(',');
      const both =
        ids !== undefined && of !== undefined ? ids.filter((id) => of.includes(id)) : (ids ?? of);
      const packets = await findPackets(
        acting,
        {
          ids: both,
          statuses:
            wanted && REFERRAL_STATUSES.filter((one) => wanted.includes(statuses?.of[one] ?? '')),
          ...{ holding, after, limit },
        },
        now,
      );
      return packets.flatMap((packet) => {
        const resource = make(packet, speaking);
        return resource === null ? [] : [{ id: packet.referral_id, resource, packet }];
      });
    },
  };
}

/** A type of the directory, which holds no person. */
function ofDirectory(
  search: readonly SearchParameter[],
  find: (
    acting: Acting,
    wanted: WantedEntries,
    speaking: Speaking,
  ) => Promise<(Resource & { id?: string })[]>,
): ResourceType {
  return {
    search,
    async find(acting, speaking, { ids, params, after, limit }) {
      const wanted = {
        ...{ ids, name: params.name, organisation: params.organization, after, limit },
        active: params.active === undefined ? undefined : params.active === 'true',
      };
      const found = await find(acting, wanted, speaking);
      return found.map((resource) => ({ id: resource.id ?? '', resource }));
    },
  };
}

const own = Object.fromEntries(
  REFERRAL_STATUSES.map((one) => [one, one === 'draft' ? undefined : one]),
) as Statuses;
const request = { name: 'status', of: REQUEST_STATUS };

/**
 * Every type that is served. Nothing of a file but what its packets hold is in any of them; answers to
 * questionnaires are in no packet, so there are none.
 */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  Patient: fromPackets(
    (packet, speaking) => (isReadable(packet) ? patientOf(packet, speaking) : null),
    'content',
    undefined,
    false,
  ),
  EpisodeOfCare: ofPackets(episodeOf, 'content', { name: 'status', of: EPISODE_STATUS }),
  CarePlan: ofPackets(carePlanOf, 'content', request),
  Goal: ofPackets(goalOf, 'need', { name: 'lifecycle-status', of: GOAL_STATUS }),
  ServiceRequest: ofPackets(serviceRequestOf, 'content', request),
  Task: fromPackets(taskOf, 'anything', { name: 'status', of: own }),
  Consent: fromPackets(consentOf, 'anything'),
  QuestionnaireResponse: { search: [PATIENT], find: async () => [] },
  HealthcareService: ofDirectory([NAME, OWNER, ACTIVE], healthcareServices),
  Organization: ofDirectory([NAME], organisations),
  Location: ofDirectory([NAME, OWNER], locations),
};
