import type { I18n } from '@lingui/core';
import type { ReviewStep, SectionKind } from '#domain/exchange/model/model-card.ts';
import type { ModelOutline } from '#domain/exchange/model/model-outline.ts';

export function sectionTitle(i18n: I18n, kind: SectionKind): string {
  const words: Readonly<Record<SectionKind, () => string>> = {
    context: () => i18n._('Where it comes from'),
    preparation: () => i18n._('What had to be prepared'),
    working: () => i18n._('What works'),
    not_working: () => i18n._('What did not work'),
    results: () => i18n._('What came of it'),
    costs: () => i18n._('People and means'),
    advice: () => i18n._('Advice to whoever begins'),
  };
  return words[kind]();
}

export function reviewWords(i18n: I18n, step: ReviewStep): string {
  const words: Readonly<Record<ReviewStep, () => string>> = {
    preparing: () => i18n._('The country writes its dossier'),
    open: () => i18n._('Peers of other countries ask'),
    closed: () => i18n._('Questions are answered'),
    endorsed: () => i18n._('Endorsed'),
  };
  return words[step]();
}

/** How long a time limit is, e.g. “30 days”. */
export function spanWords(i18n: I18n, timer: ModelOutline['timers'][number]): string {
  const values = { amount: timer.amount };
  switch (timer.unit) {
    case 'hours':
      return i18n._('{amount, plural, one {# hour} other {# hours}}', values);
    case 'working_days':
      return i18n._('{amount, plural, one {# working day} other {# working days}}', values);
    default:
      return i18n._('{amount, plural, one {# day} other {# days}}', values);
  }
}

export function licenceWords(i18n: I18n, licence: string): string {
  switch (licence) {
    case 'CC-BY-4.0':
      return i18n._('Creative Commons, attribution (CC BY 4.0)');
    case 'CC-BY-SA-4.0':
      return i18n._('Creative Commons, attribution, share alike (CC BY-SA 4.0)');
    default:
      return i18n._('Public domain (CC0 1.0)');
  }
}
