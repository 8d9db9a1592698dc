import type { CommandBodies } from '#domain/case/nouns.ts';
import { DEMO_PEOPLE, type DemoName } from '../accounts.ts';
import { DEMO_SERVICES } from '../demo-services.ts';
import { fixedId } from '../fixed-id.ts';
import { told } from './person.ts';
import type { Telling, Told, When } from './telling.ts';

/** What a file of the stories has in common: whose it is, where, and who works on it. */
export interface Ground {
  readonly tell: Telling;
  readonly file: Told;
  readonly worker: DemoName;
  readonly supervisor: DemoName;
  readonly place_id: string;
  readonly model_id: string;
}

/** The world that a story is told in. */
export interface StoryWorld {
  readonly tell: Telling;
  readonly model_id: string;
  /** The district of Aziza, Baxtiyor and Gulnora. */
  readonly district: string;
  /** The district of Kamola and Otabek. */
  readonly other_district: string;
}

/** The file of somebody, by the worker who goes along. */
export function fileOf(
  { tell, model_id, district, other_district }: StoryWorld,
  key: string,
  worker: 'aziza' | 'baxtiyor' | 'kamola',
): Ground {
  const elsewhere = worker === 'kamola';
  return {
    ...{ tell, file: told(key), worker, model_id },
    supervisor: elsewhere ? 'otabek' : 'gulnora',
    place_id: elsewhere ? other_district : district,
  };
}

type Value = CommandBodies['assess_needs']['answers'][number]['value'];
type Said = Value | readonly [Value, string];

const DOMAINS = [
  ...['papers', 'housing', 'income', 'health', 'wellbeing', 'education', 'vocational_training'],
  ...['employment', 'family', 'community', 'legal', 'safety'],
];

/** Opens the file and gives it to its worker. */
export async function begin(
  { tell, file, worker, supervisor, place_id, model_id }: Ground,
  when: When,
  more: {
    readonly by?: DemoName;
    readonly assigned?: When;
    readonly origin?: CommandBodies['open_case']['origin'];
    readonly words?: string;
  } = {},
): Promise<void> {
  const { by = worker, assigned = when, origin = 'arrival_list', words } = more;
  await tell.say(file, by, when, 'open_case', {
    ...{ person_id: file.person, place_id, model_id, origin, safety_asked: true },
    ...(words === undefined ? {} : { first_words: words }),
  });
  const account_id = DEMO_PEOPLE[worker].id;
  await tell.say(file, supervisor, assigned, 'assign_worker', { account_id });
}

/** A yes, by the person or by whoever speaks for the child. */
export function agrees(
  { tell, file, worker }: Ground,
  when: When,
  purposes: readonly string[],
  by?: { readonly person: string; readonly as: 'parent' | 'legal_guardian' },
): Promise<string> {
  return tell.say(file, worker, when, 'record_consent', {
    ...{ consent_id: tell.id(`consent:${file.case}:${purposes.join()}`), decision: 'given' },
    ...{ purposes: ['accompaniment', ...purposes], recipient_ids: [], withhold: [] },
    said_by:
      by === undefined
        ? { person_id: file.person, as: 'self' }
        : { person_id: by.person, as: by.as },
    ...(by === undefined ? {} : { own_agreement: 'yes' as const }),
    ...{ expression: 'signed', language: 'uz', notice_version: '1' },
  });
}

/** Needs talked over: what is not named was asked and is fine. `before` = the last time it was. */
export function talkedOver(
  { tell, file, worker }: Ground,
  when: When,
  said: Readonly<Record<string, Said>>,
  before?: string,
): Promise<string> {
  const answers = DOMAINS.map((domain) => {
    const answer = said[domain] ?? 'none';
    return typeof answer === 'string'
      ? { domain, value: answer }
      : { domain, value: answer[0], words: answer[1] };
  });
  const seen = before && Object.fromEntries(DOMAINS.map((domain) => [`domain:${domain}`, before]));
  return tell.say(file, worker, when, 'assess_needs', { answers }, seen || undefined);
}

/** Puts something before the supervisor, who agrees some days later. */
export async function approved(
  ground: Ground,
  kind: 'assessment' | 'plan' | 'closure',
  when: When,
  decided: When,
  words?: string,
): Promise<void> {
  const approval_id = await proposed(ground, kind, when);
  await ground.tell.say(ground.file, ground.supervisor, decided, 'approve', {
    approval_id,
    ...(words === undefined ? {} : { words }),
  });
}

export async function proposed(
  { tell, file, worker }: Ground,
  kind: 'assessment' | 'plan' | 'closure',
  when: When,
  words?: string,
): Promise<string> {
  const approval_id = tell.id(`approval:${file.case}:${kind}`);
  await tell.say(file, worker, when, 'propose_approval', {
    ...{ approval_id, kind },
    ...(words === undefined ? {} : { words }),
  });
  return approval_id;
}

type Owner = CommandBodies['agree_plan']['goals'][number]['steps'][number]['owner'];
/** A goal: its domain, the person's words, and steps with who does them and when they are due. */
export interface Goal {
  readonly domain: string;
  readonly words: string;
  readonly steps: readonly (readonly [
    key: string,
    what: string,
    owner: Owner,
    dueAgo: number,
    sensitive?: true,
  ])[];
}

export function planOf(
  { tell, file }: Ground,
  strengths: string,
  wishes: string,
  goals: readonly Goal[],
): CommandBodies['agree_plan'] {
  return {
    plan_id: tell.id(`plan:${file.case}`),
    ...{ strengths, wishes, agreed_by_person: true, copy_given: true },
    goals: goals.map(({ domain, words, steps }) => ({
      ...{ goal_id: tell.id(`goal:${file.case}:${domain}`), domain, words },
      steps: steps.map(([key, what, owner, dueAgo, sensitive]) => ({
        ...{ step_id: stepId(tell, file, key), what, owner },
        ...{ due_on: tell.day(dueAgo), sensitive: sensitive ?? false },
      })),
    })),
  };
}

function stepId(tell: Telling, file: Told, key: string): string {
  return tell.id(`step:${file.case}:${key}`);
}

export function stepDone({ tell, file, worker }: Ground, when: When, key: string, words?: string) {
  return tell.say(file, worker, when, 'complete_step', {
    ...{ step_id: stepId(tell, file, key), outcome: 'done' },
    ...(words === undefined ? {} : { words }),
  });
}

/** A visit, met; in which kind, what was said, and when the next one is. */
export function visited(
  { tell, file, worker }: Ground,
  when: When,
  kind: string,
  words: string,
  nextAgo?: number,
): Promise<string> {
  const days = typeof when === 'number' ? when : when[0];
  const visit_id = tell.id(`visit:${file.case}:${days}`);
  return tell.say(file, worker, when, 'record_visit', {
    ...{ visit_id, kind, on: tell.day(days), met: true, words, compartment: 'general' },
    ...(nextAgo === undefined ? {} : { next_on: tell.day(nextAgo) }),
  });
}

export function reached({ tell, file, worker }: Ground, when: When, code: string, words?: string) {
  const days = typeof when === 'number' ? when : when[0];
  return tell.say(file, worker, when, 'reach_milestone', {
    ...{ milestone_id: tell.id(`milestone:${file.case}:${code}`), code, on: tell.day(days) },
    ...(words === undefined ? {} : { words }),
  });
}

/** Prepares a referral to a service of the demo district and sends it; answers with its id. */
export async function referred(
  { tell, file, worker }: Ground,
  when: When,
  code: string,
  words: string,
  more: Partial<CommandBodies['refer']> = {},
): Promise<string> {
  const service = DEMO_SERVICES.find((one) => one.code === code);
  if (service === undefined) throw new Error(`no such service: ${code}`);
  const referral_id = tell.id(`referral:${file.case}:${code}`);
  await tell.say(file, worker, when, 'refer', {
    ...{ referral_id, service_id: service.id, organisation_id: service.organisation_id },
    ...{ purpose: service.purpose, urgency: 'routine', words },
    fields: ['person.name', 'referral.words', 'referral.accompanied'],
    ...{ interpreter: { needed: false }, accompanied_by: 'family' },
    ...more,
  });
  await tell.say(file, worker, when, 'send_referral', { referral_id });
  return referral_id;
}

/** Money for something, paid by an organisation of the directory, into the person's own hands. */
export function assisted(
  { tell, file, worker }: Ground,
  { by, on }: { readonly by: string; readonly on: number },
  kind: string,
  amount: string,
): Promise<string> {
  return tell.say(file, worker, on, 'record_assistance', {
    ...{ assistance_id: tell.id(`assistance:${file.case}:${kind}`), kind, on: tell.day(on) },
    payer: { organisation_id: fixedId(`organisation:${by}`) },
    ...{ received: { who: 'person' }, given: { as: 'money', paid: { amount, currency: 'UZS' } } },
  });
}

/** Books an appointment with the worker or with a service of the demo district. */
export function booked(
  { tell, file, worker }: Ground,
  when: When,
  at: When,
  title: string,
  more: { readonly service?: string; readonly place?: string } = {},
): Promise<string> {
  return tell.say(file, worker, when, 'book_appointment', {
    ...{ appointment_id: tell.id(`appointment:${file.case}:${title}`), title },
    with:
      more.service === undefined
        ? { kind: 'worker' }
        : { kind: 'service', service_id: fixedId(`service:${more.service}`) },
    at: tell.moment(at).toISOString(),
    ...(more.place === undefined ? {} : { place: more.place }),
  });
}
