import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { nameOn, PRINT_LANGUAGES, type PrintLanguage } from '#domain/print/language.ts';
import type { PrintValue } from '#domain/print/sheet.ts';
import { timesText } from '../people/safe-times.ts';
import { relationWord } from '../people/words.ts';
import { CHANNELS } from '../referral/inbox-words.ts';
import {
  countryName,
  formatDay,
  formatMoney,
  formatNumber,
  formatPartialDay,
  labelIn,
  languageName,
} from '../ui/format.ts';
import { LIST_WORDS, WORD_WORDS } from './print-words.ts';

/** A value of a print as text in the language of the paper. */
export function valueText(i18n: I18n, value: PrintValue): string {
  const { locale } = i18n;
  switch (value.as) {
    case 'text':
    case 'qr':
      return value.text;
    case 'name':
      return nameOn(languageOf(locale), value.spellings);
    case 'labels':
      return labelIn(locale, value.labels);
    case 'word':
      return i18n._(WORD_WORDS[value.word]);
    case 'code': {
      const word = LIST_WORDS[value.list][value.code];
      return word === undefined ? value.code : i18n._(word);
    }
    case 'relation':
      return i18n._(relationWord(value.relation, value.sex));
    case 'day':
      return formatDay(locale, value.day);
    case 'partial':
      return formatPartialDay(locale, value);
    case 'number':
      return formatNumber(locale, value.number);
    case 'money':
      return formatMoney(locale, value);
    case 'language':
      return languageName(locale, value.tag);
    case 'country':
      return countryName(locale, value.code);
    case 'interpreter': {
      const language = value.tag === null ? '' : languageName(locale, value.tag);
      const needed = i18n._(msg`An interpreter is needed`);
      return language === '' ? needed : i18n._(msg`An interpreter is needed: ${language}`);
    }
    case 'contact':
      return contactText(i18n, value.contact);
    case 'list':
      return value.values.map((one) => valueText(i18n, one)).join(', ');
    case 'box':
      return '';
  }
}

/** A way to get in touch with everything that must be known before it is used. */
function contactText(
  i18n: I18n,
  contact: Extract<PrintValue, { as: 'contact' }>['contact'],
): string {
  const channel = CHANNELS[contact.channel];
  const times = timesText(i18n, contact.times);
  const who = contact.who_may_answer;
  return [
    `${channel === undefined ? contact.channel : i18n._(channel)}: ${contact.value}`,
    times === '' ? '' : i18n._(msg`Only at these times: ${times}`),
    who === undefined ? '' : i18n._(msg`Who else may answer: ${who}`),
    contact.code_word_agreed
      ? i18n._(msg`A code word was agreed. Ask the sender for it by telephone before you call.`)
      : '',
  ]
    .filter((part) => part !== '')
    .join('. ');
}

function languageOf(locale: string): PrintLanguage {
  return PRINT_LANGUAGES.find((one) => one === locale) ?? 'en';
}
