import { v7 as uuid } from 'uuid';
import { DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import { DEMO_ORGANISATIONS } from '#server/seed/organisations.ts';
import type { Caller } from './http.ts';

/** The id of an organisation of the demo world by its code. */
export function organisationId(code: string): string {
  return DEMO_ORGANISATIONS.find((one) => one.code === code)?.id ?? '';
}

/** The day so many days ago; negative = ahead. */
export function day(daysAgo: number): string {
  return new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
}

/** A group of the school with two sessions behind it and one ahead. */
export function groupBody(over: Record<string, unknown> = {}) {
  const sessions = [14, 7, -7].map((daysAgo) => ({ id: uuid(), on: day(daysAgo), at: '15:00' }));
  return {
    ...{ id: uuid(), organisation_id: organisationId('school'), kind: 'sewing_circle' },
    ...{ place_id: placeId(DEMO_PLACES.district), title: 'Sewing on Fridays', leader: 'Lola-opa' },
    ...{ meeting_place: 'Library', languages: ['uz'], capacity: 12, childcare: true },
    ...{ led_by_me: false, sessions, ...over },
  };
}
export type GroupBody = ReturnType<typeof groupBody>;

/** Begins a group as this caller. */
export async function begun(by: Caller, over: Record<string, unknown> = {}): Promise<GroupBody> {
  const body = groupBody(over);
  const reply = await by.request('POST', '/api/groups', body);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return body;
}

/** What somebody says who joins. */
export function joining(
  { id: group_id, organisation_id }: Pick<GroupBody, 'id' | 'organisation_id'>,
  over: Record<string, unknown> = {},
) {
  return {
    ...{ participation_id: uuid(), group_id, organisation_id, compartment: 'general' },
    ...{ called: 'canarycalled', children: 1, on: day(20), agreed_by_person: true, ...over },
  };
}

/** What the server tells this caller of a group. */
export async function read(by: Caller, id: string) {
  return (await by.request('GET', `/api/groups/${id}`)).json();
}
