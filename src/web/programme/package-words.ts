import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LICENCES } from '#domain/model-package/package-file.ts';
import { languageName } from '../ui/format.ts';
import { placeWords } from './model-place.ts';

export const LICENCE_WORDS: Readonly<Record<(typeof LICENCES)[number], MessageDescriptor>> = {
  'CC-BY-4.0': msg`Creative Commons, attribution (CC BY 4.0)`,
  'CC-BY-SA-4.0': msg`Creative Commons, attribution, share alike (CC BY-SA 4.0)`,
  'CC0-1.0': msg`Public domain (CC0 1.0)`,
};

const LABEL: Readonly<Record<string, MessageDescriptor>> = {
  title: msg({ message: 'Title', context: 'of a package' }),
  country: msg`Country`,
  made_by: msg`Institution that offers it`,
  licence: msg`Under what it may be used`,
  made_from: msg`Where its parts come from`,
};

/** A place of a package in words, e.g. “Time limits › Plan is looked at › Source”; `model` = the model in it. */
export function packagePlace(i18n: I18n, path: string, model: unknown): string {
  const [, part = '', key = '', ...rest] = path.split('.');
  if (part === 'content' && key === 'model') return placeWords(i18n, rest.join('.'), [model]);
  const language = rest[0] === undefined ? [] : [languageName(i18n.locale, rest[0])];
  if (part === 'content' && key === 'guide') {
    return [i18n._(msg`What others should know`), ...language].join(' › ');
  }
  const words = LABEL[key];
  if (part !== 'manifest' || words === undefined) return path;
  return [i18n._(words), ...(key === 'title' ? language : [])].join(' › ');
}
