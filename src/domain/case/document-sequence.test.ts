import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asLegal, caseFile } from '#test/case-file.ts';
import { BIRTH } from '#test/paper.ts';
import { type DocumentStatus, documentsOf } from './document-state.ts';
import { stateOf } from './file.ts';

const ACTS = [
  ...['lodge_document', 'query_document', 'supply_document', 'refuse_document'],
  ...['appeal_document', 'take_document_to_court', 'decide_document', 'issue_document'],
  'withdraw_document',
];
const BEFORE: Readonly<Record<string, readonly DocumentStatus[]>> = {
  document_appealed: ['refused'],
  document_decided: ['appealed', 'in_court'],
  document_supplied: ['queried'],
};

describe('any sequence of acts', () => {
  // Seen to fail with `issue` allowed from `refused`, and with `appeal` allowed from `lodged`.
  it('issues nothing that was not begun, appeals only a refusal, and ends only once', () => {
    const act = fc.record({
      kind: fc.constantFrom(...ACTS, 'begin_document'),
      about: fc.constantFrom(BIRTH, BIRTH, 'guardianship'),
      day: fc.integer({ min: 1, max: 24 }),
      flag: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (chance) => {
        const acts = [{ kind: 'begin_document', about: BIRTH, day: 9, flag: true }, ...chance];
        const file = caseFile();
        const ids = new Map<string, string>();
        // Mostly one day after the other; now and then somebody writes down an earlier one.
        for (const [at, { kind, about, day, flag }] of acts.entries()) {
          const document_id = (kind === 'begin_document' ? null : ids.get(about)) ?? file.id();
          const compartment = about === 'guardianship' ? 'legal' : 'general';
          const date = day < 4 ? day : Math.min(24, at + 1);
          const on = `2026-11-${String(date).padStart(2, '0')}`;
          const ahead = flag ? '2026-12-20' : null;
          const body: Record<string, object> = {
            begin_document: { kind: about },
            lodge_document: { on, fee_paid_by: 'person', answer_due_on: '2026-12-20' },
            query_document: { on, missing: 'x' },
            supply_document: { on, answer_due_on: '2026-12-20' },
            refuse_document: { on, reason: 'other', appeal_by: ahead },
            appeal_document: { on, answer_due_on: '2026-12-20' },
            take_document_to_court: { on, hearing_on: '2026-12-20' },
            decide_document: { on, outcome: flag ? 'granted' : 'not_granted', appeal_by: ahead },
            issue_document: { on, ...(compartment === 'legal' ? {} : { milestone_id: file.id() }) },
            withdraw_document: { on, reason: 'other_way' },
          };
          const before = file.state;
          const voice = compartment === 'legal' ? asLegal : {};
          const said = file.say(kind, { document_id, compartment, ...body[kind] }, voice);
          if (!('facts' in said)) {
            expect(file.state).toBe(before);
            continue;
          }
          if (kind === 'begin_document') ids.set(about, document_id);
          const known = before.document.documents[document_id];
          const fact = said.facts.find((one) => one.kind in BEFORE);
          if (fact !== undefined) expect(BEFORE[fact.kind]).toContain(known?.status);
          if (kind !== 'begin_document') {
            expect(['issued', 'withdrawn', undefined]).not.toContain(known?.status);
          }
          if (kind === 'issue_document') expect(known?.status).not.toBe('refused');
        }
        // One paper of a kind is under way, and each that was issued reached its milestone.
        const all = documentsOf(file.state.document);
        for (const { status, milestone_id, compartment } of all) {
          if (status !== 'issued') continue;
          expect(milestone_id !== null).toBe(compartment === 'general');
          if (milestone_id !== null)
            expect(file.state.milestone.reached).toHaveProperty(milestone_id);
        }
        const open = all.filter(({ status }) => status !== 'issued' && status !== 'withdrawn');
        expect(new Set(open.map(({ kind }) => kind)).size).toBe(open.length);
        expect(stateOf(file.facts)).toEqual(file.state);
      }),
      { numRuns: 300 },
    );
  });
});
