import { v7 as uuid } from 'uuid';
import type { RegisterBodies, RegisterName } from '#domain/people/register.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';
import type { Caller } from './http.ts';
import { tell } from './world.ts';

/** A person as `register_person` wants it, all parts of it replaceable. */
export function newcomer(
  over: Partial<RegisterBodies['register_person']['person']> = {},
): RegisterBodies['register_person'] {
  return {
    person: {
      ...{ id: uuid(), kind: 'participant', name: { kind: 'current', given: 'Zuhra' } },
      ...{ former_names: [], sex: 'female', languages: ['uz'], interpreter_needed: false },
      ...{ citizenships: [], papers: [], contacts: [] },
      ...over,
    },
    ...{ kinship: [], guardianship: [] },
  };
}

export interface Told {
  readonly answer: string;
  readonly first?: string;
  readonly problem?: { code: string; fields?: { path: string }[] };
}

/** Says a command about people. */
export async function tellRegister<K extends RegisterName>(
  caller: Caller,
  kind: K,
  body: RegisterBodies[K],
  options: { id?: string; device?: string } = {},
): Promise<Told> {
  const command = { id: options.id ?? uuid(), kind, body, said_at: '2026-11-24T08:00:00.000Z' };
  const headers = options.device === undefined ? {} : { 'x-homeward-device': options.device };
  if (options.device !== undefined) await registered(caller, options.device);
  const reply = await caller.request('POST', '/api/commands', { commands: [command] }, headers);
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode}: ${reply.body}`);
  return reply.json().answers[0];
}

const devices = new Set<string>();

/** A device says things for the account that it is registered for, and is registered once. */
async function registered(caller: Caller, device: string): Promise<void> {
  if (devices.has(device)) return;
  await caller.request('PUT', `/api/devices/${device}`, { name: 'phone' });
  devices.add(device);
}

/** Registers somebody and opens the file, as the new-arrival screen does. */
export async function arrive(
  caller: Caller,
  over: Partial<RegisterBodies['register_person']['person']> = {},
  more: Partial<RegisterBodies['register_person']> = {},
  district: 'district' | 'other_district' = 'district',
): Promise<{ person_id: string; case_id: string }> {
  const body = { ...newcomer(over), ...more };
  const registered = await tellRegister(caller, 'register_person', body);
  if (registered.answer !== 'applied') throw new Error(JSON.stringify(registered));
  const case_id = uuid();
  const opened = await tell(
    caller,
    case_id,
    'open_case',
    {
      ...{ person_id: body.person.id, place_id: placeId(DEMO_PLACES[district]) },
      ...{ model_id: DEMO_MODEL_ID, origin: 'own_request', safety_asked: true },
    },
    { id: uuid() },
  );
  if (opened.answer !== 'applied') throw new Error(JSON.stringify(opened));
  return { person_id: body.person.id, case_id };
}
