import { describe, expect, it } from 'vitest';
import { adoptionRefusal, languageGaps } from './adoption.ts';
import { amended, amendmentComesIn, decideAmendment, newAmendment } from './amendment.ts';
import { editionReport } from './edition-report.ts';
import { lateness, MOVES, nextReview, reportRefusal, STATUSES, share } from './follow-up.ts';
import { lineForReaders, lineRefusal, namedIn } from './minutes.ts';
import { toldOf } from './notice.ts';
import { byStance, isOfEarlierText, newPosition, positionRefusal } from './position.ts';

const LINE = {
  ...{ id: 'a', number: 3, speaker: 'Priya Raman', at: '2026-11-28T08:00:00.000Z' },
};

describe('minutes under the rule of their session', () => {
  // Broken once to see it fail: the speaker kept under the Chatham House Rule.
  it('names the speaker in public alone, and a closed session shows nothing', () => {
    expect(lineForReaders(LINE, 'public')?.speaker).toBe('Priya Raman');
    expect(lineForReaders(LINE, 'chatham_house')).toEqual({ ...LINE, speaker: null });
    expect(lineForReaders(LINE, 'closed')).toBeNull();
  });

  it('takes no name under the Chatham House Rule, in no field and in no words', () => {
    const present = ['Priya Raman', 'Lim Wei', 'Айгерим Сатпаева'];
    const said = (words: string, speaker: string | null = null) =>
      lineRefusal({ words, speaker }, 'chatham_house', present);
    expect(said('Schools need a person to turn to.')).toBeNull();
    expect(said('Schools need a person.', 'Priya Raman')).toBe('speaker_not_named_here');
    expect(said('As Raman said, schools come first.')).toBe('line_names_somebody');
    expect(said('Предложила Сатпаева: школа прежде всего.')).toBe('line_names_somebody');
    expect(said("Priya's point was taken up.")).toBe('line_names_somebody');
    expect(
      lineRefusal({ words: 'As Raman said', speaker: 'Priya Raman' }, 'public', present),
    ).toBeNull();
    expect(namedIn('Tan Mei Lin asked for it', ['Tan Mei Lin'])).toEqual(['Tan Mei Lin']);
    expect(namedIn('hope is needed', ['Anna Hope'])).toEqual([]);
  });
});

describe('an amendment', () => {
  const text = 'States issue papers to children within 90 days.';
  const said = { old_words: '90 days', new_words: '60 days' };
  const proposed = { ...said, state: 'proposed', own: false } as const;
  const yes = { decision: 'accepted', reason: null, text: null, seen: 1 } as const;

  it('puts new words in the place of old ones that stand there once', () => {
    expect(amended(text, said)).toBe('States issue papers to children within 60 days.');
    expect(amended(text, { old_words: '', new_words: 'Free of charge.' })).toMatch(/days\. Free/);
    expect(amended(text, { old_words: 's', new_words: '$&' })).toBeNull();
    expect(amended(text, { old_words: 'papers', new_words: '$&' })).toContain('issue $& to');
    const same = newAmendment.safeParse({ ...said, new_words: '90 days' });
    expect(same.success).toBe(false);
  });

  // Broken once to see it fail: accepting wrote the text although its old words had gone.
  it('that meets changed text is a conflict which keeps both, until the chair gives the text', () => {
    const changed = { text: text.replace('90', '30'), revision: 2, adopted: false };
    expect(amendmentComesIn({ text, revision: 1 }, { ...said, seen: 1 })).toBe('proposed');
    expect(amendmentComesIn(changed, { ...said, seen: 1 })).toBe('conflict');
    expect(amendmentComesIn(changed, { ...said, seen: 2 })).toBe('amendment_words_unclear');
    expect(decideAmendment(changed, proposed, yes)).toEqual({ state: 'conflict', text: null });
    const conflict = { ...proposed, state: 'conflict' } as const;
    const own = { ...yes, text: 'States issue papers within 60 days.', seen: 2 };
    expect(decideAmendment(changed, conflict, own)).toEqual({ state: 'accepted', text: own.text });
    expect(decideAmendment(changed, conflict, { ...own, seen: 1 })).toBe('text_changed_meanwhile');
  });

  it('is declined with a reason, once, and not after adoption', () => {
    const current = { text, revision: 1, adopted: false };
    const no = { ...yes, decision: 'rejected' } as const;
    expect(decideAmendment(current, proposed, no)).toBe('reason_missing');
    const because = { ...no, reason: 'Not enough registrars.' };
    expect(decideAmendment(current, proposed, because)).toEqual({ state: 'rejected', text: null });
    expect(decideAmendment(current, { ...proposed, state: 'rejected' }, yes)).toBe(
      'amendment_decided',
    );
    const own = { ...proposed, own: true };
    expect(decideAmendment(current, own, yes)).toBe('amendment_of_own');
    expect(decideAmendment(current, own, because)).toEqual({ state: 'rejected', text: null });
    const adopted = { ...current, adopted: true };
    expect(decideAmendment(adopted, proposed, yes)).toBe('recommendation_adopted');
  });
});

describe('the position of a country', () => {
  const current = { revision: 2, adopted: false };

  it('is said by its own delegate, of the text as it is, until adoption', () => {
    const refusal = (country: string, seen: number, adopted = false) =>
      positionRefusal({ ...current, adopted }, { country: 'KZ' }, { country, seen });
    expect(refusal('KZ', 2)).toBeNull();
    expect(refusal('MY', 2)).toBe('not_your_country');
    expect(refusal('KZ', 1)).toBe('text_changed_meanwhile');
    expect(refusal('KZ', 2, true)).toBe('recommendation_adopted');
    expect(isOfEarlierText({ revision: 1 }, current)).toBe(true);
  });

  it('with a reservation says which', () => {
    const said = { stance: 'reservation', lang: 'en', words: null, seen: 1 };
    expect(newPosition.safeParse(said).error?.issues[0]).toMatchObject({
      ...{ path: ['words'], message: 'required' },
    });
    expect(newPosition.safeParse({ ...said, stance: 'abstain' }).success).toBe(true);
  });

  it('stands with the others of its kind', () => {
    const of = (country: string, stance: 'support' | 'abstain') => ({ country, stance });
    const groups = byStance([of('UZ', 'support'), of('DE', 'abstain'), of('KZ', 'support')]);
    expect(groups.support.map((one) => one.country)).toEqual(['KZ', 'UZ']);
    expect(groups.reservation).toEqual([]);
  });
});

describe('adoption', () => {
  const of = (revision: number) => ({
    ...{ text: 'Papers', of: revision, by: null, at: '2026-11-28T08:00:00.000Z' },
  });
  const versions = { en: of(2), ru: of(2), 'uz-Latn': of(2) };
  const text = { source: 'en', revision: 2, versions };
  const whole = { text, adopted: false, openAmendments: 0 };
  const languages = ['en', 'ru', 'uz-Latn'];
  const said = { adopted_on: '2026-11-28', body: 'Closing plenary', seen: 2 };
  const refusal = (change: object, saying: object = {}) =>
    adoptionRefusal({ ...whole, ...change }, languages, { ...said, ...saying }, '2026-11-28');

  // Broken once to see it fail: versions of an earlier text taken as good.
  it('needs the text in every language of the edition, none of an earlier text', () => {
    expect(refusal({})).toBeNull();
    const { ru: _, ...without } = versions;
    expect(refusal({ text: { ...text, versions: without } })).toEqual({
      ...{ code: 'adoption_language_missing', details: { languages: ['ru'] } },
    });
    expect(refusal({ text: { ...text, versions: { ...versions, ru: of(1) } } })).toEqual({
      ...{ code: 'adoption_language_stale', details: { languages: ['ru'] } },
    });
    expect(languageGaps(text, ['en', 'fr'])).toEqual({ missing: ['fr'], stale: [] });
  });

  it('waits for amendments, is said of the text as it is, and once', () => {
    expect(refusal({ openAmendments: 2 })?.code).toBe('amendments_open');
    expect(refusal({}, { seen: 1 })?.code).toBe('text_changed_meanwhile');
    expect(refusal({}, { adopted_on: '2026-11-29' })?.code).toBe('day_in_the_future');
    expect(refusal({ adopted: true })?.code).toBe('recommendation_adopted');
  });
});

describe('following up', () => {
  const open = { status: 'open', adopted: true, replaced: false } as const;
  const say = (status: (typeof STATUSES)[number], words: string | null = null) => ({
    ...{ status, words, seen: 'open' as const },
  });

  it('moves as the table says and not otherwise', () => {
    const table = STATUSES.map((from) => `${from} → ${MOVES[from].join(', ') || 'nothing'}`);
    expect(table).toEqual([
      'open → accepted, declined',
      'accepted → under_way, declined',
      'under_way → partly, done, declined',
      'partly → under_way, done, declined',
      'done → nothing',
      'declined → accepted',
    ]);
    expect(reportRefusal(open, 'lead', say('accepted'))).toBeNull();
    expect(reportRefusal(open, 'lead', say('done', 'All of it'))).toBe('status_move_unfit');
    expect(reportRefusal({ ...open, adopted: false }, 'lead', say('accepted'))).toBe('not_adopted');
    expect(reportRefusal({ ...open, replaced: true }, 'lead', say('accepted'))).toBe(
      'recommendation_replaced',
    );
    expect(reportRefusal({ ...open, status: 'accepted' }, 'lead', say('declined', 'No'))).toBe(
      'status_changed_meanwhile',
    );
  });

  // Broken once to see it fail: the reason was not asked for.
  it('declines with a reason, reports with words, and a co-owner reports without moving', () => {
    expect(reportRefusal(open, 'lead', say('declined', ' '))).toBe('reason_missing');
    expect(reportRefusal(open, 'lead', say('declined', 'No law for it.'))).toBeNull();
    expect(reportRefusal(open, 'co_owner', say('accepted'))).toBe('lead_says_this');
    expect(reportRefusal(open, 'co_owner', say('open', 'We met twice.'))).toBeNull();
    expect(reportRefusal(open, 'co_owner', say('open'))).toBe('reason_missing');
  });

  it('is late by its dates alone', () => {
    const one = {
      ...({ status: 'under_way', adopted_on: '2026-01-10', replaced: false } as const),
      ...{ due_on: '2026-12-31', review_on: '2026-11-27' },
    };
    expect(lateness(one, '2026-11-27')).toBeNull();
    expect(lateness(one, '2026-11-28')).toBe('review');
    expect(lateness(one, '2027-01-01')).toBe('due');
    expect(lateness({ ...one, status: 'done' }, '2027-01-01')).toBeNull();
    expect(lateness({ ...one, replaced: true }, '2027-01-01')).toBeNull();
    expect(nextReview('under_way', '2026-11-30')).toBe('2027-02-28');
    expect(nextReview('done', '2026-11-30')).toBeNull();
    expect(share({ base: 20, target: 60 }, 50)).toBe(0.75);
    expect(share({ base: null, target: 0 }, 5)).toBeNull();
  });

  it('tells each once, and nobody of what they did', () => {
    const people = { proposers: ['a', 'b'], owners: ['b', 'c'], organisers: ['d'] };
    expect(toldOf('reported', people, 'c')).toEqual(['a', 'b', 'd']);
    expect(toldOf('amendment_decided', people, 'd')).toEqual([]);
  });
});

it('the report to the next edition counts by status, gives each its latest word and names the late', () => {
  const one = (number: number, status: (typeof STATUSES)[number], reports: string[] = []) => ({
    ...{ id: `r${number}`, number, status, adopted_on: '2026-01-10', replaced: false },
    ...{ due_on: '2026-06-30', review_on: null },
    reports: reports.map((reported_on) => ({ reported_on })),
  });
  const report = editionReport(
    [
      one(2, 'under_way', ['2026-02-01', '2026-05-01', '2026-03-01']),
      one(1, 'done', ['2026-04-01']),
      one(3, 'open'),
      { ...one(4, 'open'), replaced: true },
      { ...one(5, 'open'), adopted_on: null },
    ],
    '2026-11-28',
  );
  expect(report).toMatchObject({
    ...{ total: 3, silent: 1, counts: { open: 1, under_way: 1, done: 1, declined: 0 } },
  });
  expect(report.by_status.under_way[0]?.latest?.reported_on).toBe('2026-05-01');
  expect(report.late.map((each) => each.recommendation.number)).toEqual([2, 3]);
});
