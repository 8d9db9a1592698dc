import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import { type SideBySide, sideBySide } from '#domain/directory/merge.ts';
import { DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import type { Caller } from './http.ts';

/** What a coordinator does with the directory to merge what is one, through the same schemas as the screen. */
export function keeping(by: () => Caller) {
  const district = placeId(DEMO_PLACES.district);
  const post = (path: string, body: object) => by().request('POST', `/api/directory${path}`, body);

  /** A workshop of its own, with one service; the second is the same in another script, as another list wrote it. */
  async function workshop(
    said: { name: object; service: object; phone?: string },
    more: object = {},
  ): Promise<{ organisation: string; service: string }> {
    const [organisation, service] = [uuid(), uuid()];
    const made = await by().request('POST', '/api/organisations', {
      ...{ id: organisation, code: `w_${organisation.slice(-8)}`, name: said.name },
      ...{ kind: 'vocational_training', place_id: district },
    });
    expect(made.statusCode, made.body).toBe(201);
    const added = await by().request('POST', '/api/services', {
      ...{ id: service, organisation_id: organisation, name: said.service, languages: ['uz'] },
      ...{ need_domain: 'vocational_training', purpose: 'vocational_training', place_id: district },
      ...{ active: true, ...more },
    });
    expect(added.statusCode, added.body).toBe(201);
    if (said.phone !== undefined) await tellOf(service, 1, { phone: said.phone });
    return { organisation, service };
  }
  async function tellOf(service: string, version: number, more: object) {
    const reply = await by().request('PUT', `/api/directory/${service}`, {
      ...{
        minimum_age: null,
        maximum_age: null,
        serves: 'everybody',
        staff: null,
        childcare: false,
      },
      ...{ description: null, eligibility: null, phone: null, cost: null, required_documents: [] },
      ...{ hours: [], place: null, version, ...more },
    });
    expect(reply.statusCode, reply.body).toBe(200);
  }
  async function capacity(service: string, version: number, places_free: number) {
    return by().request('PUT', `/api/directory/${service}/capacity`, {
      ...{ capacity: 20, places_free, waiting_days: 3, assured: true, version },
    });
  }
  async function besides(kind: string, kept_id: string, merged_id: string) {
    const reply = await by().request(
      'GET',
      `/api/directory/side-by-side?kind=${kind}&kept_id=${kept_id}&merged_id=${merged_id}`,
    );
    expect(reply.statusCode, reply.body).toBe(200);
    return sideBySide.parse(reply.json());
  }
  async function merge(
    kind: string,
    kept_id: string,
    merged_id: string,
    more: object = {},
    looked?: SideBySide,
  ) {
    const side = looked ?? (await besides(kind, kept_id, merged_id));
    const { kept_version, merged_version, kept_capacity, merged_capacity } = side;
    return post('/merges', {
      ...{ id: uuid(), kind, kept_id, merged_id, kept_version, merged_version },
      ...{ kept_capacity, merged_capacity, chosen: {}, with_places: true, ...more },
    });
  }

  return { post, workshop, tellOf, capacity, besides, merge };
}
