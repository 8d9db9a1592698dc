import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import type { Deadline, ProposalKind } from '#domain/exchange/conference/call.ts';
import type { Criterion } from '#domain/exchange/conference/criteria.ts';
import { localTimeAt } from '#domain/zone.ts';
import { intlTag } from '../page/long-day.ts';

/** A moment on the clock of a zone, with the zone's name beside it: `28 November 2026, 23:59 (Asia/Tashkent)`. */
export function momentText(lang: Locale, at: string, zone: string): string {
  const clock = new Intl.DateTimeFormat(intlTag(lang), {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: 'UTC' },
  });
  // Formatted as if in UTC: the clock of the zone is worked out by our own rule.
  return `${clock.format(new Date(`${localTimeAt(at, zone)}:00Z`))} (${zone})`;
}

/** A deadline on the host's clock and the reader's, both named; once where they are the same. */
export function deadlineText(lang: Locale, { at, there_zone, here_zone }: Deadline): string[] {
  const zones = there_zone === here_zone ? [there_zone] : [there_zone, here_zone];
  return zones.map((zone) => momentText(lang, at, zone));
}

export function kindText(i18n: I18n, kind: ProposalKind): string {
  if (kind === 'talk') return i18n._('Talk');
  if (kind === 'panel') return i18n._('Panel');
  if (kind === 'workshop') return i18n._('Workshop');
  if (kind === 'poster') return i18n._('Poster');
  return i18n._('Case of practice');
}

/** A criterion with what is asked by it; published with the call. */
export function criterionText(i18n: I18n, criterion: Criterion): string {
  if (criterion === 'relevance')
    return i18n._('Relevance: it helps those who work with people who come home');
  if (criterion === 'evidence') return i18n._('Evidence: what is said is shown by results');
  if (criterion === 'transfer') return i18n._('Transfer: another country could do it too');
  if (criterion === 'clarity') return i18n._('Clarity: one understands what was done and how');
  return i18n._('Safety: nobody can be recognised, and nobody is harmed');
}

export function partText(i18n: I18n, part: string): string {
  if (part === 'speaker') return i18n._('Speaker');
  if (part === 'moderator') return i18n._('Moderator');
  if (part === 'interpreter') return i18n._('Interpreter');
  if (part === 'reviewer') return i18n._('Reviewer');
  if (part === 'organiser') return i18n._('Organiser');
  return i18n._('Participant');
}

export function hostText(i18n: I18n, part: string): string {
  if (part === 'host') return i18n._('Host');
  if (part === 'co_host') return i18n._('Co-host');
  if (part === 'supporter') return i18n._('Supported by');
  return i18n._('Partner of the conference');
}

/** Names of languages and countries as the platform knows them; the code itself where it does not. */
export function namesIn(lang: Locale) {
  const languages = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' });
  const regions = new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
  return {
    language: (tag: string) => languages.of(tag) ?? tag,
    country: (code: string) => regions.of(code) ?? code,
  };
}
