import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';

/** What a session is, in the words of the page. */
export function kindName(i18n: I18n, kind: string): string {
  const names: Readonly<Record<string, string>> = {
    opening: i18n._('Opening'),
    talk: i18n._('Talk'),
    panel: i18n._('Panel'),
    workshop: i18n._('Workshop'),
    round_table: i18n._('Round table'),
    closing: i18n._('Closing session'),
    break: i18n._('Break'),
  };
  return names[kind] ?? kind;
}

/** What the rule of a session means for whoever reads; null for a public one. */
export function ruleNote(i18n: I18n, rule: SessionRule): string | null {
  if (rule === 'public') return null;
  return rule === 'chatham_house'
    ? i18n._(
        'Chatham House rule: what is said may be told on, but not who said it. So nobody who speaks is named here.',
      )
    : i18n._('Closed session: only for those invited.');
}

/** Languages by their names, as the page's reader calls them. */
export function languageNames(lang: Locale, tags: readonly string[]): string {
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  return tags.map((tag) => names.of(tag.split('-')[0] ?? tag) ?? tag).join(', ');
}

/** A language by its name, with the script where the tag says one. */
export function languageName(lang: Locale, tag: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
}

/** A country by its name in the page's language. */
export function countryName(lang: Locale, code: string): string {
  return new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? code;
}
