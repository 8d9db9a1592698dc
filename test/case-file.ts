import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#domain/access/role.ts';
import type { Command, Situation } from '#domain/case/command.ts';
import type { Fact } from '#domain/case/fact.ts';
import { decide, EMPTY, type Outcome, parseCommand } from '#domain/case/file.ts';
import { type ProgrammeModel, parseModel } from '#domain/case/model.ts';
import type { CaseState } from '#domain/case/state.ts';

/** The programme model of the demo world. */
export const MODEL: ProgrammeModel = (() => {
  const path = join(import.meta.dirname, '../seed/programme-model.json');
  const parsed = parseModel(JSON.parse(readFileSync(path, 'utf8')));
  if (!('model' in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.model;
})();

/** A UUIDv7 that is always the same for a number: `testId(7)`. Leaves room for derived fact ids. */
export function testId(number: number): string {
  const tail = (number * 64).toString(16).padStart(12, '0');
  return `019b0000-0000-7000-8000-${tail}`;
}

export const PERSON = testId(1);
export const WORKER = testId(2);
export const SUPERVISOR = testId(3);
export const OTHER_SUPERVISOR = testId(4);
const MODEL_ID = testId(5);
/** The region in which the file is opened, and a district below it. */
export const REGION = testId(6);
export const DISTRICT = testId(7);
const COUNTRY = testId(8);
/** A district of another region. */
export const OTHER_DISTRICT = testId(40);
const OTHER_REGION = testId(41);
export const RECEIVER = testId(42);
export const OTHER_WORKER = testId(43);

const THERE = [OTHER_DISTRICT, OTHER_REGION, COUNTRY];
/** Who holds which role where, as far as an answer between regions asks for it. */
const ACROSS: NonNullable<Situation['accounts']> = {
  [SUPERVISOR]: { role: 'supervisor', place_path: [DISTRICT, REGION, COUNTRY] },
  [WORKER]: { role: 'caseworker', place_path: [DISTRICT, REGION, COUNTRY] },
  [RECEIVER]: { role: 'supervisor', place_path: THERE },
  [OTHER_WORKER]: { role: 'caseworker', place_path: THERE },
};

export interface Voice {
  readonly role?: Role;
  readonly account?: string;
  /** Says it as this link, by which a service without an account answers. */
  readonly link?: string;
  /** The organisation that it is said for. */
  readonly organisation?: string;
  readonly seen?: Record<string, string>;
  /** Day on which it is said, UTC. */
  readonly on?: string;
  readonly id?: string;
}

/** A case file in memory: `file.say(kind, body)` decides as the server would and appends the facts. */
export interface CaseFile {
  readonly facts: readonly Fact[];
  readonly state: CaseState;
  readonly situation: Situation;
  say(kind: string, body: unknown, voice?: Voice): Outcome;
  /** Like `say`, and fails the test where the command was not applied. */
  done(kind: string, body: unknown, voice?: Voice): Extract<Outcome, { facts: unknown }>;
  /** A new id that nothing in this file has. */
  id(): string;
}

export function caseFile(
  options: {
    person?: Partial<Situation['person']>;
    model?: ProgrammeModel;
    from?: number;
    ground?: Pick<
      Situation,
      | 'accounts'
      | 'places'
      | 'models'
      | 'caseload'
      | 'on_duty'
      | 'arrived_on'
      | 'organisations'
      | 'groups'
    >;
  } = {},
): CaseFile {
  const facts: Fact[] = [];
  let state: CaseState = EMPTY;
  let made = options.from ?? 1000;
  let minute = 0;
  const newId = () => testId(made++);
  const situationOf = (voice: Voice, kind = '') => {
    const { role = 'caseworker', account = WORKER, link, on = '2026-11-24' } = voice;
    minute += 1;
    const time = new Date(Date.parse(`${on}T06:00:00.000Z`) + minute * 60_000).toISOString();
    return {
      now: time,
      today: on,
      actor: link === undefined ? { kind: 'account', id: account } : { kind: 'link', id: link },
      role,
      organisation_id: voice.organisation ?? null,
      model: options.model ?? MODEL,
      person: {
        ...{ id: PERSON, has_name: true, languages: ['uz'], guardian_ids: [] },
        birth: { date: '1990-01-01', precision: 'year', estimated: false },
        ...options.person,
      },
      place_path: [REGION, COUNTRY],
      places: {
        ...{ [REGION]: [REGION, COUNTRY], [DISTRICT]: [DISTRICT, REGION, COUNTRY] },
        ...{ [OTHER_DISTRICT]: THERE, [COUNTRY]: [COUNTRY] },
      },
      ...(['accept_transfer', 'ask_about_transfer', 'decline_transfer'].includes(kind)
        ? { accounts: ACROSS }
        : {}),
      ...options.ground,
      facts: [...facts],
    } satisfies Situation as Situation;
  };
  const say = (kind: string, body: unknown, voice: Voice = {}): Outcome => {
    const situation = situationOf(voice, kind);
    const parsed = parseCommand({
      ...{ id: voice.id ?? newId(), case_id: testId(9), kind, body, said_at: situation.now },
      ...(voice.seen === undefined ? {} : { seen: voice.seen }),
    });
    if ('problem' in parsed) return { answer: 'refused', problem: parsed.problem };
    const command: Command = parsed.command;
    const outcome = decide(state, command, situation);
    if ('facts' in outcome) {
      facts.push(...outcome.facts);
      state = outcome.state;
    }
    return outcome;
  };
  const done: CaseFile['done'] = (kind, body, voice) => {
    const outcome = say(kind, body, voice);
    if (!('facts' in outcome)) throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  done('open_case', {
    ...{ person_id: PERSON, place_id: REGION, model_id: MODEL_ID },
    ...{ origin: 'own_request', safety_asked: true },
  });
  return {
    get facts() {
      return facts;
    },
    get state() {
      return state;
    },
    get situation() {
      return situationOf({});
    },
    say,
    done,
    id: newId,
  };
}

/** The code of the problem with which a command was answered, or null where it was applied. */
export function problemOf(outcome: Outcome): string | null {
  return 'problem' in outcome ? outcome.problem.code : null;
}

export const asSupervisor: Voice = { role: 'supervisor', account: SUPERVISOR };
export const asReceiver: Voice = { role: 'supervisor', account: RECEIVER };
export const asLegal: Voice = { role: 'specialist_legal', account: testId(12) };
export const asOtherSupervisor: Voice = { role: 'supervisor', account: OTHER_SUPERVISOR };

/** Bodies of the commands that most tests need. */
export const bodies = {
  consent: (file: CaseFile, purposes: readonly string[]) => ({
    ...{ consent_id: file.id(), decision: 'given', purposes, recipient_ids: [], withhold: [] },
    ...{ said_by: { person_id: PERSON, as: 'self' }, expression: 'spoken' },
    ...{ language: 'uz', notice_version: '1' },
  }),
  assessment: (value = 'some', model: ProgrammeModel = MODEL) => ({
    answers: model.need_domains.map((domain) => ({ domain: domain.code, value })),
  }),
  plan: (file: CaseFile, plan_id = file.id(), model: ProgrammeModel = MODEL) => ({
    plan_id,
    goals: [
      {
        ...{ goal_id: file.id(), domain: model.need_domains[0]?.code ?? '', words: 'Papers' },
        steps: [
          {
            ...{ step_id: file.id(), what: 'Ask for the certificate', owner: 'worker' },
            ...{ due_on: '2026-12-01', sensitive: false },
          },
        ],
      },
    ],
    agreed_by_person: true,
    copy_given: true,
  }),
};

/** The first code of a list of the model. */
export function firstCode(list: readonly { readonly code: string }[]): string {
  const [first] = list;
  if (first === undefined) throw new Error('the model has none');
  return first.code;
}
