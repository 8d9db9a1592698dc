import { test } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoName } from '#server/seed/accounts.ts';
import { DEMO_MODEL_ID, DEMO_PLACES, placeId } from '#server/seed/demo-places.ts';

/** Somebody of the demo world over the line, as a browser would be. */
export interface Speaker {
  /** Says a command about a case (or about people, without a case) and fails where it was not applied. */
  say(kind: string, body: unknown, caseId?: string, seen?: Record<string, string>): Promise<void>;
  /** What the server answers to a question. */
  ask(path: string): Promise<unknown>;
  /** Does something that is no command of a file. */
  post(path: string, body: unknown): Promise<unknown>;
}

export async function speaker(base: string, name: DemoName): Promise<Speaker> {
  const headers = { 'content-type': 'application/json', origin: base };
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user: name, password: DEMO_PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`${name}: ${await signedIn.text()}`);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    async say(kind, body, caseId, seen) {
      const command = {
        ...{ id: uuid(), kind, body, said_at: new Date().toISOString() },
        ...(caseId === undefined ? {} : { case_id: caseId }),
        ...(seen === undefined ? {} : { seen }),
      };
      const reply = await fetch(`${base}/api/commands`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ commands: [command] }),
      });
      const text = await reply.text();
      const answer = reply.ok ? JSON.parse(text).answers[0].answer : undefined;
      if (answer !== 'applied' && answer !== 'conflict') throw new Error(`${kind}: ${text}`);
    },
    async ask(path) {
      const reply = await fetch(`${base}${path}`, { headers: { cookie } });
      if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
      return reply.json();
    },
    async post(path, body) {
      const reply = await fetch(`${base}${path}`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify(body),
      });
      if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
      return reply.json();
    },
  };
}

export interface Wanted {
  readonly given: string;
  readonly family: string;
  readonly patronymic?: string;
  readonly sex?: 'female' | 'male';
  readonly born?: string;
  readonly languages?: readonly string[];
  readonly interpreter?: boolean;
  readonly papers?: readonly { kind: string; state: string; number?: string }[];
}

interface Hit {
  readonly person_id: string;
  readonly case_id: string | null;
  readonly name: { readonly given?: string; readonly family?: string };
}

/**
 * A second try meets what the first one left in the same world. Whoever has the name that is wanted now is called
 * otherwise, so that the story finds one of them.
 */
async function makeRoom(by: Speaker, given: string, family: string): Promise<void> {
  if (test.info().retry === 0) return;
  const asked = `/api/search?text=${encodeURIComponent(`${given} ${family}`)}`;
  const { people } = (await by.ask(asked)) as { people: readonly Hit[] };
  for (const { person_id, case_id, name } of people) {
    if (case_id === null || name.given !== given || name.family !== family) continue;
    const file = (await by.ask(`/api/cases/${case_id}`)) as { person: { version: number } };
    const before = { kind: 'current', given: 'Before', family: `Try ${uuid().slice(-6)}` };
    // Whoever is in other hands by now keeps the name.
    await by
      .say('change_person', {
        ...{ person_id, seen_version: file.person.version, changes: { name: before } },
      })
      .catch(() => undefined);
  }
}

/** A person with a support file of Aziza's district, given to Aziza by Gulnora; answers with the case's id. */
export async function makeFile(
  aziza: Speaker,
  gulnora: Speaker,
  wanted: Wanted,
): Promise<{ case_id: string; person_id: string }> {
  const [case_id, person_id] = [uuid(), uuid()];
  const { given, family, patronymic, sex = 'female', born = '1993-04-02' } = wanted;
  const name = { kind: 'current', given, family, ...(patronymic ? { patronymic } : {}) };
  await makeRoom(aziza, given, family);
  await aziza.say('register_person', {
    person: {
      ...{ id: person_id, kind: 'participant', name, former_names: [], sex },
      birth: { date: born, precision: 'day', estimated: false },
      ...{ languages: wanted.languages ?? ['uz'], interpreter_needed: wanted.interpreter ?? false },
      ...{ citizenships: ['UZ'], papers: wanted.papers ?? [], contacts: [] },
    },
    ...{ kinship: [], guardianship: [] },
  });
  await aziza.say(
    'open_case',
    {
      ...{ person_id, place_id: placeId(DEMO_PLACES.district), model_id: DEMO_MODEL_ID },
      ...{ origin: 'own_request', safety_asked: true },
    },
    case_id,
  );
  await gulnora.say('assign_worker', { account_id: DEMO_PEOPLE.aziza.id }, case_id);
  return { case_id, person_id };
}

/** Consent by the person for some purposes. */
export function consentBody(personId: string, purposes: readonly string[]) {
  return {
    ...{ consent_id: uuid(), decision: 'given', purposes, recipient_ids: [], withhold: [] },
    ...{ said_by: { person_id: personId, as: 'self' }, expression: 'spoken' },
    ...{ language: 'uz', notice_version: '1' },
  };
}

/** A plan of one goal with these steps, due so many days from now. */
export function planBody(
  domain: string,
  words: string,
  steps: readonly { what: string; days: number; sensitive?: boolean; owner?: string }[],
  planId = uuid(),
) {
  return {
    plan_id: planId,
    strengths: 'She sews well and her sister stands by her.',
    wishes: 'A home of her own, and school for the children.',
    goals: [
      {
        ...{ goal_id: uuid(), domain, words },
        steps: steps.map((step) => ({
          ...{ step_id: uuid(), what: step.what, owner: step.owner ?? 'worker' },
          ...{ due_on: dayFromNow(step.days), sensitive: step.sensitive ?? false },
        })),
      },
    ],
    ...{ agreed_by_person: true, copy_given: false },
  };
}

export function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tashkent' }).format(at);
}
