import { describe, expect, it } from 'vitest';
import { MODEL } from '#test/case-file.ts';
import { type ProgrammeModel, parseModel } from './model.ts';
import { endsCase } from './model-check.ts';

/** The model with something changed in a deep copy. */
function changed(change: (model: ProgrammeModel) => void): ProgrammeModel {
  const copy = structuredClone(MODEL);
  change(copy);
  return copy;
}

/** What is wrong with a changed model, as `path code`. */
function problems(change: (model: ProgrammeModel) => void): string[] {
  const parsed = parseModel(changed(change));
  return 'model' in parsed ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`);
}

function set(target: object, key: string, value: unknown): void {
  Reflect.set(target, key, value);
}

describe('a broken model', () => {
  it('names the path of every problem', () => {
    expect(
      problems((model) => {
        set(model.timers[3] ?? {}, 'ends_on', ['nothing_such']);
        set(model, 'colour', 'red');
      }),
    ).toEqual(['model.timers.3.ends_on.0 not_one_of', 'model.colour unknown_field']);
    expect(problems((model) => set(model.stages[1] ?? {}, 'enter', ['is_loyal']))).toEqual([
      'model.stages.1.enter.0 not_one_of',
    ]);
    expect(parseModel(null)).toEqual({ problems: [{ path: 'model', code: 'required' }] });
    expect(parseModel('x')).toMatchObject({ problems: [{ code: 'wrong_type' }] });
  });

  it.each<[string, (model: ProgrammeModel) => void, string]>([
    [
      'a code twice',
      (m) => set(m.stages[2] ?? {}, 'code', 'reception'),
      'model.stages.2.code duplicate_code',
    ],
    [
      'a label without Uzbek',
      (m) => delete m.milestones[0]?.labels.uz,
      'model.milestones.0.labels.uz label_missing',
    ],
    [
      'a question without Russian',
      (m) => delete m.need_domains[1]?.question.ru,
      'model.need_domains.1.question.ru label_missing',
    ],
    [
      'a language of its own without labels',
      (m) => m.languages.push('kaa'),
      'model.labels.kaa label_missing',
    ],
    [
      'an unknown stage in a timer',
      (m) => m.timers[0]?.ends_on.push('stage:elsewhere'),
      'model.timers.0.ends_on.1 unknown_stage',
    ],
    [
      'an unknown pause',
      (m) => m.timers[0]?.pause_reasons.push('holiday'),
      'model.timers.0.pause_reasons.0 unknown_pause_reason',
    ],
    [
      'an unknown need domain',
      (m) => set(m.milestones[0] ?? {}, 'need_domain', 'faith'),
      'model.milestones.0.need_domain unknown_need_domain',
    ],
    [
      'an unknown purpose',
      (m) => m.legal_bases[0]?.purposes.push('research'),
      'model.legal_bases.0.purposes.5 unknown_purpose',
    ],
    [
      'a reason that ends nothing',
      (m) => set(m.closure_reasons[0] ?? {}, 'stage', 'planned'),
      'model.closure_reasons.0.stage stage_is_no_ending',
    ],
    [
      'a reopening into an ending',
      (m) => set(m, 'reopened_stage', 'closed'),
      'model.reopened_stage stage_is_an_ending',
    ],
    [
      'an approval that nobody gives',
      (m) => m.approvals.splice(1, 1),
      'model.stages.5.approval unknown_approval',
    ],
    [
      'an ending that nothing leads to',
      (m) => {
        m.closure_reasons = m.closure_reasons.filter((r) => r.stage !== 'duplicate');
      },
      'model.stages.12 stage_unreachable',
    ],
    [
      'a first stage that asks',
      (m) => m.stages[0]?.enter.push('consent_or_basis'),
      'model.stages.0 stage_unreachable',
    ],
    [
      'the return in a packet for a school',
      (m) =>
        m.referral.packets
          .find((p) => p.purpose === 'education')
          ?.fields.push('return.from_country'),
      'model.referral.packets.5.fields.17 return_history_in_packet',
    ],
    [
      'a law that tells more than consent',
      (m) =>
        m.referral.packets
          .find((p) => p.purpose === 'employment')
          ?.fields_by_law.push('person.papers'),
      'model.referral.packets.7.fields_by_law.0 more_than_consent',
    ],
    [
      'an unknown time zone',
      (m) => set(m, 'time_zone', 'Asia/Nowhere'),
      'model.time_zone not_a_time_zone',
    ],
    [
      'a day that is none',
      (m) => set(m.holidays[0] ?? {}, 'on', '02-30'),
      'model.holidays.0.on not_a_day',
    ],
    [
      'an unknown suggestion',
      (m) => set(m.word_list.entries[0] ?? {}, 'suggestion_code', 'stop'),
      'model.word_list.entries.0.suggestion_code unknown_suggestion',
    ],
    [
      'a pattern that is none',
      (m) => set(m.word_list.entries[0] ?? {}, 'patterns', ['(a|b)+']),
      'model.word_list.entries.0.patterns.0 not_a_pattern',
    ],
  ])('has %s', (_what, change, expected) => {
    expect(problems(change)).toContain(expected);
  });

  it('may put reception after registration', () => {
    const order = (model: ProgrammeModel) => {
      const [first, reception, handOver, registered, ...rest] = model.stages;
      if (!first || !reception || !handOver || !registered) return;
      model.stages = [first, registered, reception, handOver, ...rest];
    };
    expect(problems(order)).toEqual([]);
  });
});

describe('endings', () => {
  it('are the stages that close a file', () => {
    const ends = MODEL.stages.filter((stage) => endsCase(MODEL, stage.code));
    expect(ends.map((stage) => stage.code)).toEqual(['closed', 'transferred', 'duplicate']);
    expect(endsCase(MODEL, 'no_such_stage')).toBe(false);
  });
});
