import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asSupervisor, caseFile, MODEL, problemOf, testId, WORKER } from '#test/case-file.ts';
import { reachOf } from '../access/reach.ts';
import { stateOf } from './file.ts';
import { parseModel } from './model.ts';
import { COMMAND_KINDS, FACT_KINDS } from './nouns.ts';
import { tasksOf } from './task.ts';

type File = ReturnType<typeof caseFile>;
const asPsychologist = { role: 'specialist_psychosocial', account: testId(50) } as const;
const asProtection = { role: 'specialist_protection', account: testId(51) } as const;
const ON_DUTY = testId(52);

const plan = (file: File, compartment: string, patch: object = {}) => ({
  ...{ plan_id: file.id(), compartment, warning_signs: 'He shouts', what_helps: 'To go outside' },
  ...{ whom_to_call: 'Nodira', worker_does: 'Calls on Monday', made_with: 'person' },
  ...{ copy: 'not_safe', ...patch },
});
const tasks = (file: File, kind: string) =>
  tasksOf(file.state, MODEL).filter((task) => task.kind === kind);
const assign = (file: File) =>
  file.done(
    'assign_specialist',
    { account_id: asPsychologist.account, compartment: 'psychosocial' },
    asSupervisor,
  );

describe('a safety plan', () => {
  // Broken once: `told` for protection too made the compartments general and protection.
  it('lies in the part that its author chose; of somebody to be feared nothing else tells', () => {
    const file = caseFile();
    file.done('assign_worker', { account_id: WORKER }, asSupervisor);
    const facts = file.done('agree_safety_plan', plan(file, 'protection')).facts;
    expect(facts.map(({ compartment }) => compartment)).toEqual(['protection']);
    expect(tasks(file, 'safety_plan_review')).toMatchObject([
      { compartment: 'protection', account_id: null, due_at: '2026-12-24T18:59:59.999Z' },
    ]);
    const held = file.done('agree_safety_plan', plan(file, 'psychosocial')).facts;
    const general = held.filter(({ compartment }) => compartment === 'general');
    expect(general.map(({ kind, body }) => [kind, Object.keys(body as object)])).toEqual([
      ['held_apart', ['ref', 'review_on']],
    ]);
    // Nobody works there yet: the worker is reminded of a day, and not of what.
    expect(tasks(file, 'apart_review')).toMatchObject([{ account_id: WORKER, details: {} }]);
    assign(file);
    expect(tasks(file, 'apart_review')).toMatchObject([{ account_id: asPsychologist.account }]);
  });

  it('has versions, and a day of review that is the model’s or earlier', () => {
    const file = caseFile();
    const say = (patch: object) =>
      problemOf(file.say('agree_safety_plan', plan(file, 'protection', patch)));
    expect(say({ review_on: '2026-12-25' })).toBe('review_too_late');
    expect(say({ review_on: '2026-11-24' })).toBe('day_in_the_past');
    const first = plan(file, 'protection', { review_on: '2026-12-01' });
    file.done('agree_safety_plan', first);
    const second = plan(file, 'protection');
    file.done('agree_safety_plan', second);
    const { plans } = file.state.safety_plan;
    expect([plans[first.plan_id], plans[second.plan_id]]).toMatchObject([
      { version: 1, ended: true },
      { version: 2, ended: false, review_on: '2026-12-24' },
    ]);
    const review = (plan_id: string, outcome: string, compartment = 'protection') =>
      file.say(
        'review_safety_plan',
        { plan_id, compartment, outcome, words: 'Read' },
        asSupervisor,
      );
    expect(problemOf(review(first.plan_id, 'still_fits'))).toBe('safety_plan_ended');
    expect(problemOf(review(second.plan_id, 'still_fits', 'psychosocial'))).toBe('not_allowed');
    expect(review(second.plan_id, 'no_longer_needed').answer).toBe('applied');
    expect(tasks(file, 'safety_plan_review')).toEqual([]);
  });
});

describe('an urgent worry', () => {
  const worry = (file: File, patch: object = {}) => ({
    ...{ concern_id: file.id(), about: { who: 'household_member' }, urgency: 'now' },
    ...{ words: 'Afraid', ...patch },
  });

  // Broken once: without `account_id: given_to` the task was nobody's.
  it('is the task of a named human, who sees the file while it is open', () => {
    const file = caseFile({ ground: { on_duty: { account_id: ON_DUTY, as: 'duty' } } });
    const said = worry(file);
    expect(file.done('raise_concern', said).facts.map(({ kind }) => kind)).toEqual([
      ...['concern_raised', 'concern_given'],
    ]);
    expect(tasks(file, 'concern')).toMatchObject([{ account_id: ON_DUTY }]);
    const own = () => reachOf(file.state).filter(({ key }) => key === `account:${ON_DUTY}`);
    expect(own().map(({ compartment }) => compartment)).toEqual(['general', 'protection']);
    const closing = { concern_id: said.concern_id, outcome: 'safety_agreed', words: 'Seen' };
    file.done('close_concern', closing, { ...asPsychologist, account: ON_DUTY });
    expect(own()).toEqual([]);
    const soon = worry(file, { urgency: 'soon' });
    expect(file.done('raise_concern', soon).facts).toHaveLength(1);
  });

  // Broken once: without `guardian_ids` the guardian's word was taken.
  it('is closed on the word of nobody whom it is about, nor of a guardian', () => {
    const [feared, guardian] = [testId(60), testId(61)];
    const file = caseFile({ person: { guardian_ids: [guardian] } });
    const said = worry(file, { about: { who: 'household_member', person_id: feared } });
    file.done('raise_concern', said);
    const close = (on_word_of?: object) =>
      file.say(
        'close_concern',
        { concern_id: said.concern_id, outcome: 'said_in_error', words: 'All well', on_word_of },
        asSupervisor,
      );
    for (const person_id of [feared, guardian, file.situation.person.id]) {
      const problem = problemOf(close({ who: 'somebody_else', person_id }));
      expect(problem).toBe('concern_word_not_taken');
    }
    for (const who of ['participant', 'guardian', 'household_member']) {
      expect(problemOf(close({ who }))).toBe('invalid_input');
    }
    expect(close({ who: 'somebody_else', person_id: testId(62) }).answer).toBe('applied');
  });

  it('can be taken by whoever may close it, not by whom it is about', () => {
    const file = caseFile();
    const said = worry(file, { about: { who: 'colleague', account_id: asSupervisor.account } });
    file.done('raise_concern', said);
    const take = (voice: object) =>
      problemOf(file.say('take_concern', { concern_id: said.concern_id }, voice));
    expect(take({})).toBe('not_allowed');
    expect(take(asSupervisor)).toBe('concern_of_your_own');
    file.done('take_concern', { concern_id: said.concern_id }, asProtection);
    expect(tasks(file, 'concern')).toMatchObject([{ account_id: asProtection.account }]);
    expect(take(asProtection)).toBe('already_assigned');
  });
});

/** Every place of a JSON schema that takes a text of one's own. */
function freeText(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const one = schema as Record<string, unknown>;
  const free = one.type === 'string' && !('enum' in one || 'const' in one || 'format' in one);
  return [
    ...(free ? [path] : []),
    ...Object.entries(one).flatMap(([key, inner]) => freeText(inner, `${path}/${key}`)),
  ];
}

describe('psychosocial support', () => {
  // Broken once: `words: prose.optional()` in `recordSession` was found here three times.
  it('has no field for what was said in a session', () => {
    const bodies = [
      ...['record_session', 'set_next_session'].map((kind) => COMMAND_KINDS.get(kind)?.body),
      ...['session_recorded', 'screening_recorded', 'specialist_next'].map(
        (kind) => FACT_KINDS.get(kind)?.kind.body,
      ),
    ];
    for (const body of bodies) {
      expect(body).toBeDefined();
      const json = z.toJSONSchema(body ?? z.never(), { io: 'input' });
      expect(json).toMatchObject({ type: 'object', additionalProperties: false });
      expect(freeText(json)).toEqual([]);
    }
    // Harm that was told is a worry, and the only words that go with it are the worry's.
    const screening = z.toJSONSchema(COMMAND_KINDS.get('record_screening')?.body ?? z.never());
    expect(freeText(screening)).toEqual(['/properties/harm_told/properties/words']);
  });

  it('tells the general part of a next date, the same whether somebody came or not', () => {
    const file = caseFile();
    assign(file);
    const said = (attended: boolean) => ({
      ...{ session_id: file.id(), form: 'individual', on: '2026-11-24', attended },
      next_on: '2026-12-08',
    });
    const general = [true, false].map((came) =>
      file
        .done('record_session', said(came), asPsychologist)
        .facts.filter(({ compartment }) => compartment === 'general')
        .map(({ kind, body }) => ({ kind, body })),
    );
    expect(general[0]).toEqual([{ kind: 'specialist_next', body: { next_on: '2026-12-08' } }]);
    expect(general[1]).toEqual(general[0]);
    const seen = stateOf(file.facts.filter(({ compartment }) => compartment === 'general'));
    expect(seen.session).toMatchObject({ sessions: {}, screenings: {} });
    expect(tasks(file, 'session')).toMatchObject([{ account_id: asPsychologist.account }]);
    const say = (patch: object, voice: object = asPsychologist) =>
      problemOf(file.say('record_session', { ...said(true), ...patch }, voice));
    expect(say({ on: '2026-11-25' })).toBe('day_in_the_future');
    expect(say({ next_on: '2026-11-20' })).toBe('day_in_the_past');
    expect(say({}, { ...asPsychologist, account: testId(53) })).toBe('not_assigned');
    expect(say({}, {})).toBe('not_allowed');
    file.done('release_specialist', { account_id: asPsychologist.account }, asSupervisor);
    expect(tasks(file, 'session')).toEqual([]);
  });

  // Broken once: with `<` turned into `<=` the thirtieth day was refused.
  it.each([
    [
      'the return that was written down',
      { ground: { arrived_on: '2026-11-10' } },
      [],
      '2026-12-10',
    ],
    ['the last stay in reception', {}, ['2026-11-15'], '2026-12-15'],
    ['whichever was later', { ground: { arrived_on: '2026-11-20' } }, ['2026-11-15'], '2026-12-20'],
    ['the opening of the file, where nobody knows', {}, [], '2026-12-24'],
  ] as const)('screens nobody within thirty days of %s', (_what, options, stays, from) => {
    const file = caseFile(options);
    assign(file);
    for (const on of stays) file.done('enter_reception', { place: 'Sanatorium', on });
    const screen = (on: string) =>
      file.say(
        'record_screening',
        { screening_id: file.id(), on, result: 'declined' },
        { ...asPsychologist, on: '2027-02-01' },
      );
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    expect(screen(before)).toMatchObject({
      ...{
        answer: 'refused',
        problem: { code: 'screened_too_early', details: { days: 30, from } },
      },
    });
    expect(screen(from).answer).toBe('applied');
  });

  it('takes no model that would screen earlier', () => {
    const early = { ...MODEL, safety: { ...MODEL.safety, screening_after_days: 29 } };
    expect(parseModel(early)).toMatchObject({
      problems: [{ path: 'model.safety.screening_after_days' }],
    });
  });

  it('never keeps harm that was told as a tick: it goes to a human at once', () => {
    const file = caseFile({ ground: { on_duty: { account_id: ON_DUTY, as: 'duty' } } });
    assign(file);
    const harm_told = {
      concern_id: file.id(),
      about: { who: 'participant' },
      words: 'Cannot go on',
    };
    const { facts } = file.done(
      'record_screening',
      { screening_id: file.id(), on: '2027-01-10', result: 'support_wished', harm_told },
      { ...asPsychologist, on: '2027-01-10' },
    );
    expect(facts.map(({ kind, compartment }) => `${kind} ${compartment}`)).toEqual([
      'screening_recorded psychosocial',
      'concern_raised protection',
      'concern_given protection',
    ]);
    expect(tasks(file, 'concern')).toMatchObject([{ account_id: ON_DUTY }]);
  });
});

describe('withholding from the person’s own log', () => {
  const withhold = (file: File, patch: object = {}) => ({
    ...{ withholding_id: file.id(), reason: 'safety_of_child', words: 'He reads it' },
    what: { kind: 'readings', roles: ['supervisor'], from: '2026-11-01' },
    ...{ review_on: '2026-12-24', ...patch },
  });

  it('needs child protection, a reason and a day; the day becomes a task, also on a closed file', () => {
    const file = caseFile();
    const say = (patch: object, voice: object) =>
      problemOf(file.say('withhold_from_log', withhold(file, patch), voice));
    for (const voice of [{}, asSupervisor, asPsychologist])
      expect(say({}, voice)).toBe('not_allowed');
    for (const missing of [{ reason: undefined }, { words: '' }, { review_on: undefined }]) {
      expect(say(missing, asProtection)).toBe('invalid_input');
    }
    expect(say({ review_on: '2027-03-01' }, asProtection)).toBe('review_too_late');
    const said = withhold(file);
    const { facts } = file.done('withhold_from_log', said, asProtection);
    expect(facts.map(({ compartment }) => compartment)).toEqual(['protection']);
    const due = { compartment: 'protection', due_at: '2026-12-24T18:59:59.999Z' };
    expect(tasks(file, 'withholding_review')).toMatchObject([due]);
    const closed = { ...file.state, stage: { ...file.state.stage, phase: 'closed' } };
    expect(tasksOf(closed, MODEL)).toMatchObject([{ kind: 'withholding_review' }]);
    const review = (outcome: string, review_on?: string) =>
      file.say(
        'review_withholding',
        { withholding_id: said.withholding_id, outcome, words: 'Asked again', review_on },
        asProtection,
      );
    expect(problemOf(review('goes_on'))).toBe('invalid_input');
    expect(review('goes_on', '2027-01-24').answer).toBe('applied');
    expect(tasks(file, 'withholding_review')[0]?.due_at).toBe('2027-01-24T18:59:59.999Z');
    expect(review('ends').answer).toBe('applied');
    expect(tasks(file, 'withholding_review')).toEqual([]);
    expect(review('ends')).toMatchObject({ answer: 'stale' });
  });
});
