import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { Fact } from '#domain/case/fact.ts';
import { stateOf } from '#domain/case/file.ts';
import { fixedId } from '#server/seed/fixed-id.ts';
import type { TestDatabase } from './database.ts';
import type { OpenedFile } from './file.ts';
import type { Caller, TestServer } from './http.ts';
import { tell } from './world.ts';

export const DAY_MS = 86_400_000;

const SERVICES = {
  clinic: ['family_doctor', 'polyclinic', 'health_care'],
  school: ['school_place', 'school', 'education'],
} as const;
export type Receiving = keyof typeof SERVICES;

/** The id of the demo service that a referral of these tests goes to. */
export const serviceId = (place: Receiving) => fixedId(`service:${SERVICES[place][0]}`);

/** The day at the programme's place, some days from the server's now. */
export function dayOf(server: TestServer, plus = 0): string {
  const moment = new Date(server.deps.clock().getTime() + plus * DAY_MS);
  const format = { timeZone: 'Asia/Tashkent', dateStyle: 'short' } as const;
  return new Intl.DateTimeFormat('en-CA', format).format(moment);
}

/** Records a consent for what the service is for; answers with its id. */
export async function consent(file: OpenedFile, place: Receiving, more: object = {}) {
  const consent_id = uuid();
  const said = await file.tell('record_consent', {
    ...{ consent_id, decision: 'given', purposes: [SERVICES[place][2]], recipient_ids: [] },
    ...{ withhold: [], said_by: { person_id: file.person_id, as: 'self' } },
    ...{ expression: 'spoken', language: 'uz', notice_version: '1', ...more },
  });
  expect(said).toMatchObject({ answer: 'applied' });
  return consent_id;
}

/** The body of a referral to a demo service. */
export function referral(place: Receiving, more: object = {}) {
  const [, organisation, purpose] = SERVICES[place];
  return {
    ...{ referral_id: uuid(), service_id: serviceId(place), purpose, urgency: 'routine' },
    organisation_id: fixedId(`organisation:${organisation}`),
    fields: ['person.name', 'person.birth', 'referral.words'],
    ...{ interpreter: { needed: true, language: 'kaa' }, accompanied_by: 'worker' },
    ...{ words: 'Please see her this month', safe_contact: 'Call in the morning', ...more },
  };
}

/** A referral that has been sent on consent. */
export async function sent(file: OpenedFile, place: Receiving = 'clinic', more: object = {}) {
  const body = referral(place, more);
  expect(await file.tell('refer', body)).toMatchObject({ answer: 'applied' });
  const { referral_id } = body;
  expect(await file.tell('send_referral', { referral_id })).toMatchObject({ answer: 'applied' });
  return referral_id;
}

/** What a receiving service answers. */
export const answer = (by: Caller, file: OpenedFile, referral_id: string, given: object) =>
  tell(by, file.case_id, 'answer_referral', { referral_id, answer: given }, { id: uuid() });

export const packet = (by: Caller, id: string) => by.request('GET', `/api/packets/${id}`);

/** The code of the problem with which a command was answered. */
export const problem = (reply: { problem?: { code: string } }) => reply.problem?.code;

/** The referral as the facts of its case say. */
export async function referralIn(database: TestDatabase, file: OpenedFile, referralId: string) {
  const { rows } = await database
    .pool('owner')
    .query<{ facts: Fact[] }>('select facts_after($1, 0) as facts', [file.case_id]);
  return stateOf(rows[0]?.facts ?? []).referral.referrals[referralId];
}
