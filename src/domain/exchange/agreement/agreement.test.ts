import { expect, it } from 'vitest';
import {
  type AgreeingSpeaker,
  againstMaterials,
  againstPublication,
  againstRecording,
  agreementAnswers,
} from './agreement.ts';

const AT = '2026-11-20T08:00:00.000Z';
const yes: AgreeingSpeaker = {
  agreement: { recording: true, publication: true, materials: true, at: AT },
  under_alias: false,
};
const no: AgreeingSpeaker = {
  agreement: { recording: false, publication: false, materials: true, at: AT },
  under_alias: false,
};
const silent: AgreeingSpeaker = { agreement: null, under_alias: false };

// Broken once to see it fail: an alias that signed was recorded.
it('nobody is recorded against the rule, an alias, a no or without a word', () => {
  expect(againstRecording('public', [yes, yes])).toBeNull();
  expect(againstRecording('chatham_house', [yes])).toBe('rule');
  expect(againstRecording('public', [yes, { ...yes, under_alias: true }])).toBe('alias');
  expect(againstRecording('public', [silent, no])).toBe('refused');
  expect(againstRecording('public', [yes, silent])).toBe('unsigned');
});

it('being recorded is not yet being shown', () => {
  const kept = {
    ...yes,
    agreement: { recording: true, publication: false, materials: true, at: AT },
  };
  expect(againstRecording('public', [kept])).toBeNull();
  expect(againstPublication('public', [kept])).toBe('refused');
  expect(againstPublication('public', [yes])).toBeNull();
  expect(againstMaterials('public', kept)).toBeNull();
  expect(againstMaterials('closed', kept)).toBe('rule');
  expect(againstMaterials('public', silent)).toBe('unsigned');
});

it('who is not recorded cannot agree that the recording is shown', () => {
  const said = { recording: false, publication: true, materials: true, signed: 'Priya Raman' };
  const answer = agreementAnswers.safeParse(said);
  expect(answer.error?.issues).toMatchObject([{ path: ['publication'], message: 'not_recorded' }]);
});
