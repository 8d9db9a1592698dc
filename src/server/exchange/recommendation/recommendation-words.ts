import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import type { Lateness, Status } from '#domain/exchange/recommendation/follow-up.ts';
import type { Stance } from '#domain/exchange/recommendation/position.ts';
import type { RecommendationTheme } from '#domain/exchange/recommendation/theme.ts';

/** How a status is called on a public page. */
export function statusName(i18n: I18n, status: Status): string {
  const names: Readonly<Record<Status, string>> = {
    open: i18n._('Waits for its owner'),
    accepted: i18n._('Accepted by its owner'),
    under_way: i18n._('Under way'),
    partly: i18n._('Done in part'),
    done: i18n._('Done'),
    declined: i18n._('Declined'),
  };
  return names[status];
}

export function stanceName(i18n: I18n, stance: Stance): string {
  const names: Readonly<Record<Stance, string>> = {
    support: i18n._('Support'),
    reservation: i18n._('Support with a reservation'),
    abstain: i18n._('Abstain'),
  };
  return names[stance];
}

export function themeName(i18n: I18n, theme: RecommendationTheme): string {
  const names: Readonly<Record<RecommendationTheme, string>> = {
    legal_identity: i18n._('Papers and legal identity'),
    child_protection: i18n._('Protection of children'),
    education: i18n._('School and education'),
    health: i18n._('Health'),
    wellbeing: i18n._('Emotional well-being'),
    housing: i18n._('Housing'),
    livelihood: i18n._('Work and livelihood'),
    family_community: i18n._('Family and community'),
    case_work: i18n._('Social work and coordination'),
    data_evidence: i18n._('Data and evidence'),
  };
  return names[theme];
}

/** What is late, in a word; nothing where nothing is. */
export function latenessName(i18n: I18n, late: Lateness): string | null {
  if (late === null) return null;
  return late === 'due' ? i18n._('Past its date') : i18n._('A report is overdue');
}

/** The name of a country in the language of the page. */
export function countryName(lang: Locale, code: string): string {
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
