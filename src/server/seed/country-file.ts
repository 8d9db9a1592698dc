import type { CommandBodies, CommandName } from '#domain/case/nouns.ts';
import type { RegisterBodies } from '#domain/people/register.ts';
import { dayAt } from '#domain/zone.ts';
import type { Database } from '../database.ts';
import { say } from '../journal.ts';
import { sayRegister } from '../people/register.ts';
import { fixedId } from './fixed-id.ts';

/** One person of the rest of the country: the how-manieth of how many, and whose work it is. */
export interface CountryFile {
  readonly key: string;
  readonly index: number;
  readonly of: number;
  readonly place_id: string;
  readonly worker: string;
  readonly supervisor: string;
}

const DAY = 86_400_000;
/** The first came so many days ago, the last that many. */
const FIRST = 230;
const LAST = 40;

const GIVEN = {
  female: ['Mohira', 'Nilufar', 'Shoira', 'Dilorom', 'Feruza', 'Malohat', 'Zebo', 'Robiya'],
  male: ['Alisher', 'Bobur', 'Davron', 'Farhod', 'Ilhom', 'Komil', 'Nurali', 'Shuhrat'],
} as const;
const FAMILIES = ['Aliyev', 'Boboyev', 'Eshmatov', 'Haydarov', 'Joʻrayev', 'Mirzoyev', 'Nazarov'];
const NEEDS = ['papers', 'housing', 'income', 'health', 'wellbeing', 'vocational_training'];
const MORE = ['employment', 'family', 'community', 'legal', 'education', 'safety'];
const DOMAINS = [...NEEDS, ...MORE];

/** Tells one person's way so far through the one command path; who came earlier has come further. */
export async function supportOf(database: Database, now: Date, file: CountryFile): Promise<void> {
  const { key, index, of, worker, supervisor } = file;
  const opened = FIRST - Math.floor(((FIRST - LAST) * index) / of);
  const id = (name: string) => fixedId(`country:${key}:${name}`);
  const at = (days: number, minute = 0) => new Date(now.getTime() - days * DAY + minute * 60_000);
  const day = (days: number) => dayAt(at(days), 'Asia/Tashkent');
  let said = 0;
  const tell = async <K extends CommandName>(
    by: string,
    days: number,
    kind: K,
    body: CommandBodies[K],
  ) => {
    said += 1;
    const moment = at(days, said);
    const command = { id: id(`said:${said}`), case_id: id('case'), kind, body };
    const speaker = { actor: { kind: 'account', id: by }, device_id: null, now: moment } as const;
    const answer = await say(database, { ...command, said_at: moment.toISOString() }, speaker);
    if (answer.answer !== 'applied')
      throw new Error(`demo country: ${kind} ${JSON.stringify(answer)}`);
  };
  await register(database, file, at(opened), id);
  await tell(worker, opened, 'open_case', {
    ...{ person_id: id('person'), place_id: file.place_id, model_id: fixedId('programme_model:1') },
    ...{ origin: 'own_request', safety_asked: true },
  });
  // A tenth waits for a worker or for a first talk.
  if (index % 10 === 9 && opened < 120) return;
  await tell(supervisor, opened - 1, 'assign_worker', { account_id: worker });
  await tell(worker, opened - 2, 'record_consent', {
    ...{ consent_id: id('consent'), decision: 'given', purposes: ['accompaniment'] },
    ...{ recipient_ids: [], withhold: [], said_by: { person_id: id('person'), as: 'self' } },
    ...{ expression: 'signed', language: 'uz', notice_version: '1' },
  });
  if (index % 10 === 7) return;
  await tell(worker, opened - 7, 'assess_needs', {
    answers: DOMAINS.map((domain, which) => ({ domain, value: needed(index, which) })),
  });
  await agreed('assessment', opened - 8);
  if (index % 10 === 5 && opened < 150) return;
  await tell(worker, opened - 20, 'agree_plan', planOf(index, id, day(opened - 45)));
  await agreed('plan', opened - 21);
  if (opened < 70 || index % 10 === 3) return;
  await tell(worker, opened - 30, 'complete_step', { step_id: id('step'), outcome: 'done' });
  if (opened < 170 || index % 3 === 0) return;
  await tell(worker, opened - 120, 'prepare_closure', {
    ...{ closure_id: id('closure'), reason: 'goals_reached', feedback_offered: true },
    ...{ summary: 'What was agreed has been reached.', check_ins: [] },
  });
  await agreed('closure', opened - 121);

  async function agreed(kind: 'assessment' | 'plan' | 'closure', days: number) {
    const approval_id = id(`approval:${kind}`);
    await tell(worker, days, 'propose_approval', { approval_id, kind });
    await tell(supervisor, days - 2, 'approve', { approval_id });
  }
}

/** Spread so that each area has a share of its own: papers and income most often, safety rarely. */
function needed(index: number, which: number): 'none' | 'some' {
  return (index * 7 + which * 5) % 12 < 8 - Math.floor(which / 2) ? 'some' : 'none';
}

function planOf(index: number, id: (name: string) => string, due_on: string) {
  const domain = NEEDS[index % NEEDS.length] ?? 'papers';
  const step = { step_id: id('step'), what: 'Go to the office together', due_on };
  return {
    ...{ plan_id: id('plan'), agreed_by_person: true, copy_given: true },
    goals: [
      {
        ...{ goal_id: id('goal'), domain, words: 'To stand on my own feet' },
        steps: [{ ...step, owner: 'worker', sensitive: false }],
      },
    ],
  } satisfies CommandBodies['agree_plan'];
}

async function register(
  database: Database,
  { index, worker, place_id }: CountryFile,
  now: Date,
  id: (name: string) => string,
): Promise<void> {
  const sex = index % 3 === 0 ? 'male' : 'female';
  const family = FAMILIES[index % FAMILIES.length] ?? '';
  const given = GIVEN[sex][Math.floor(index / 3) % GIVEN[sex].length] ?? '';
  const body: RegisterBodies['register_person'] = {
    person: {
      ...{ id: id('person'), kind: 'participant', sex },
      name: {
        ...{ kind: 'current', given, script: 'Latn' },
        family: sex === 'female' ? `${family}a` : family,
      },
      ...{ former_names: [], languages: ['uz'], interpreter_needed: false, citizenships: ['UZ'] },
      birth: { date: `${1960 + (index % 45)}-01-01`, precision: 'year', estimated: true },
      ...{ papers: [], contacts: [] },
    },
    household: {
      ...{ member_id: id('member'), household_id: id('household') },
      ...{ begins: true, relation: 'head', from: dayAt(now, 'Asia/Tashkent'), place_id },
    },
    ...{ kinship: [], guardianship: [] },
  };
  const envelope = { id: id('register'), kind: 'register_person', body };
  const speaker = { actor: { kind: 'account', id: worker }, device_id: null, now } as const;
  const told = await sayRegister(database, { ...envelope, said_at: now.toISOString() }, speaker);
  if (told.answer !== 'applied') throw new Error(`demo country: ${JSON.stringify(told)}`);
}
