import { describe, expect, it } from 'vitest';
import { formIn, languagesOf, letterNumber, letterSeries } from './invitation.ts';
import { againstReply, invitationReply, invitationState } from './reply.ts';

const form = (institution: string) => ({
  ...{ institution, title: null, name: null },
  salutation: 'Dear colleagues',
});

describe('a letter', () => {
  it('is numbered within the series of its edition', () => {
    expect(letterNumber('12-04', 17)).toBe('12-04/17');
    expect(letterSeries.safeParse('12-04').success).toBe(true);
    expect(letterSeries.safeParse('12/04').success).toBe(false);
    expect(letterSeries.safeParse('').success).toBe(false);
  });

  it('speaks to its addressee in the language of the print, else in its own', () => {
    const forms = { en: form('Ministry of Education'), ru: form('Министерство просвещения') };
    expect(formIn(forms, 'ru', 'en')).toMatchObject({ lang: 'ru' });
    expect(formIn(forms, 'uz-Latn', 'en')).toMatchObject({ lang: 'en' });
    expect(formIn({}, 'ru', 'en')).toBeNull();
    expect(languagesOf(forms, ['en', 'uz-Latn'])).toEqual(['en']);
  });
});

describe('its answer', () => {
  const at = (minute: number) => `2026-11-20T08:0${minute}:00.000Z`;

  // Broken once to see it fail: the last reply of any kind counted.
  it('the later word counts, and an acknowledgement takes nothing back', () => {
    expect(invitationState(null, [])).toBe('draft');
    expect(invitationState(at(0), [])).toBe('sent');
    expect(invitationState(at(0), [{ reply: 'acknowledged', at: at(1) }])).toBe('acknowledged');
    const accepted = { reply: 'accepted', at: at(1) } as const;
    const acknowledged = { reply: 'acknowledged', at: at(2) } as const;
    expect(invitationState(at(0), [acknowledged, accepted])).toBe('accepted');
    const declined = { reply: 'declined', at: at(3) } as const;
    expect(invitationState(at(0), [declined, accepted])).toBe('declined');
  });

  it('names people where it nominates, each once, and nowhere else', () => {
    const one = { name: 'Dana', position: null };
    const said = (reply: string, emails: string[]) =>
      invitationReply
        .safeParse({ reply, words: null, nominees: emails.map((email) => ({ ...one, email })) })
        .error?.issues.map((issue) => issue.message) ?? [];
    expect(said('nominated', ['dana@example.org'])).toEqual([]);
    expect(said('nominated', [])).toEqual(['required']);
    expect(said('nominated', ['d@example.org', 'D@example.org'])).toEqual(['twice']);
    expect(said('declined', ['dana@example.org'])).toEqual(['nobody_to_nominate']);
  });

  it('comes in time, and to a letter that was sent', () => {
    const letter = { sent_at: at(0), ends_on: '2026-11-24' };
    expect(againstReply(letter, '2026-11-24')).toBeNull();
    expect(againstReply(letter, '2026-11-25')).toEqual({ code: 'reply_too_late' });
    expect(againstReply({ ...letter, sent_at: null }, '2026-11-20')).toEqual({ code: 'gone' });
  });
});
