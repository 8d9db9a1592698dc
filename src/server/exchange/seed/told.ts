import type { Locale } from '#domain/account/account.ts';
import { newWording, reword, type Wording } from '#domain/exchange/wording.ts';
import { fixedId } from '../../seed/fixed-id.ts';

/** When the demo's lasting things were made. */
export const SEED_TIME = new Date('2026-01-05T06:00:00Z');

/** A wording of the demo: English first, with Russian and Uzbek where they are given. */
export function told(en: string, ru?: string, uz?: string): Wording {
  let made = newWording({ lang: 'en', text: en }, null, SEED_TIME);
  for (const [lang, text] of [
    ['ru', ru],
    ['uz-Latn', uz],
  ] as const) {
    if (text === undefined) continue;
    const next = reword(made, { lang, text }, made.revision, null, SEED_TIME);
    if (!('code' in next)) made = next;
  }
  return made;
}

/** Somebody who signs in to the demo's exchange, by user name. All are invented. */
export interface DemoParticipant {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly country: string | null;
  readonly institution: string;
  readonly languages: readonly string[];
  readonly time_zone: string;
  readonly locale: Locale;
  /** What he is in words, for the list that `npm start` prints; only those who sign in there have one. */
  readonly title?: string;
}

export function institutionId(code: string): string {
  return fixedId(`exchange:institution:${code}`);
}
export function participantId(username: string): string {
  return fixedId(`exchange:participant:${username}`);
}
