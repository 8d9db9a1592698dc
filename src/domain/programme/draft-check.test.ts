import { describe, expect, it } from 'vitest';
import { MODEL } from '#test/case-file.ts';
import { type ProgrammeModel, parseModel } from '../case/model.ts';
import { parseDraft } from './draft-check.ts';

/** What is wrong with a draft that was changed so, as `path code`. */
function problems(change: (model: ProgrammeModel) => void): string[] {
  const copy = structuredClone(MODEL);
  change(copy);
  // All of these are rules for the next version: a version in force that breaks one stays readable.
  expect(parseModel(copy)).toHaveProperty('model');
  const parsed = parseDraft(copy);
  return 'model' in parsed ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`);
}
const at = <T extends object>(list: readonly T[], key: keyof T, value: unknown) =>
  list.findIndex((one) => one[key] === value);
const set = (target: object | undefined, key: string, value: unknown) =>
  Reflect.set(target ?? {}, key, value);
const packet = (model: ProgrammeModel, purpose: string) =>
  model.referral.packets[at(model.referral.packets, 'purpose', purpose)];

describe('a draft', () => {
  it('that is the model of the demo world has nothing to mend', () => {
    expect(parseDraft(MODEL)).toHaveProperty('model');
  });

  it('says of what was left empty that it is missing', () => {
    const copy = structuredClone(MODEL);
    set(copy.timers[0], 'duty', '');
    set(copy.timers[0], 'source_citation', '');
    set(copy.timers[1], 'duty', 'No code');
    expect(parseDraft(copy)).toEqual({
      problems: [
        { path: 'model.timers.0.duty', code: 'required' },
        { path: 'model.timers.0.source_citation', code: 'required' },
        { path: 'model.timers.1.duty', code: 'not_a_code' },
      ],
    });
  });

  // Broken once by leaving out what `parseModel` found: the layout was told only after the rest was mended.
  it('is told everything at once, what every model is asked and what a draft is', () => {
    const copy = structuredClone(MODEL);
    set(copy.prints?.[0], 'offered_for', ['nowhere']);
    set(copy.prints?.[1]?.page, 'letters', 'small');
    set(copy.timers[0], 'stops_on', ['case_opened']);
    const parsed = parseDraft(copy);
    const codes = 'problems' in parsed ? parsed.problems.map(({ code }) => code) : [];
    expect(codes.toSorted()).toEqual(['timer_never_starts', 'unknown_visit_kind']);
  });

  // Broken once by answering what the form of a value alone says: the timer was told in a second wave.
  it('is told what a wrong figure hid, and nothing that only follows from it', () => {
    const copy = structuredClone(MODEL);
    set(copy.timers[0], 'stops_on', ['case_opened']);
    set(copy.timers[1], 'amount', 5_000_000);
    set(copy.timers[2], 'source_citation', '');
    set(copy.thresholds, 'caseload_warn', '');
    // Longer than the consent, but only because of what stands in for it.
    set(copy.retention[0], 'amount', -1);
    const parsed = parseDraft(copy);
    const found = 'problems' in parsed ? parsed.problems : [];
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'model.timers.1.amount too_large',
      'model.timers.2.source_citation required',
      'model.retention.0.amount too_small',
      'model.thresholds.caseload_warn required',
      'model.timers.0.starts_on timer_never_starts',
    ]);
  });

  // All were seen to fail with `parseDraft` asking no more than `parseModel` does.
  it.each<[string, (model: ProgrammeModel) => void, string]>([
    [
      'support that nobody can complete',
      (m) => {
        for (const stage of m.stages) {
          stage.leave = stage.leave.filter((name) => name !== 'closure_approved');
        }
      },
      'model.stages no_way_to_complete',
    ],
    [
      'a last stage that no file ever leaves',
      (m) => m.stages.push({ ...m.stages[6], code: 'limbo', enter: [], leave: [] } as never),
      'model.stages.13 stage_without_way_on',
    ],
    [
      'an approval that nobody gives',
      (m) => {
        m.approvals.splice(0, 1);
        for (const stage of m.stages) if (stage.approval === 'assessment') delete stage.approval;
      },
      'model.stages.4.leave.0 approval_nobody_gives',
    ],
    [
      'check-ins before support is over',
      (m) => m.stages[3]?.leave.push('check_ins_done'),
      'model.stages.3.leave.1 asked_too_early',
    ],
    [
      'a time limit that is called off by what starts it',
      (m) => set(m.timers[0], 'stops_on', ['case_opened']),
      'model.timers.0.starts_on timer_never_starts',
    ],
    [
      'a time limit that is over before anything counts',
      (m) => set(m.timers[at(m.timers, 'code', 'measure_6_months')], 'counts_from_day', 400),
      'model.timers.20.counts_from_day counts_after_due',
    ],
    [
      'a file kept shorter than the law asks for',
      (m) => {
        const source = { source_citation: 'The archive law', verified: false };
        set(m.retention[0], 'at_least', { amount: 200, unit: 'days', ...source });
        set(m.retention[0], 'amount', 199);
        set(m.retention[0], 'unit', 'days');
      },
      'model.retention.0.amount below_legal_minimum',
    ],
    [
      'a consent that goes before its file',
      (m) => set(m.retention[at(m.retention, 'category', 'consent')], 'amount', 2),
      'model.retention.3.amount consent_kept_shorter',
    ],
    [
      'former names for a school',
      (m) => packet(m, 'education')?.fields.push('person.former_names'),
      'model.referral.packets.5.fields.17 not_for_this_receiver',
    ],
    [
      'papers for an employer',
      (m) => packet(m, 'employment')?.fields.push('person.papers'),
      'model.referral.packets.7.fields.11 not_for_this_receiver',
    ],
    [
      'a packet for nobody',
      (m) => set(m.consent_purposes[at(m.consent_purposes, 'code', 'housing')], 'receiver', 'none'),
      'model.referral.packets.1.fields.0 not_for_this_receiver',
    ],
    [
      'an area of a family that is none',
      (m) => m.family?.sensitive_domains.push('faith'),
      'model.family.sensitive_domains.4 unknown_need_domain',
    ],
    [
      'a milestone after itself',
      (m) => set(m.milestones.find(({ after }) => after)?.after, 'milestone', 'job_kept_3_months'),
      'model.milestones.9.after.milestone after_itself',
    ],
    [
      'a share of itself',
      (m) => set(m.indicators[0], 'denominator', m.indicators[0]?.numerator),
      'model.indicators.0.denominator share_of_itself',
    ],
    [
      'two agencies of one code',
      (m) => set(m.commissions?.agencies[1], 'code', m.commissions?.agencies[0]?.code),
      'model.commissions.agencies.1 duplicate_code',
    ],
    [
      'two word lists for the same',
      (m) => m.word_list.entries.push(structuredClone(m.word_list.entries[0]) as never),
      'model.word_list.entries.44 duplicate_code',
    ],
  ])('has %s', (_what, change, expected) => {
    expect(problems(change)).toContain(expected);
  });
});
