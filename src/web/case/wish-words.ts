import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CopyOf } from '#domain/case/copy.ts';
import type { WishedSex } from '#domain/case/wish.ts';
import { formatDay } from '../ui/format.ts';
import type { Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

export const SEX_WORDS: Readonly<Record<WishedSex, MessageDescriptor>> = {
  woman: msg`A woman`,
  man: msg`A man`,
  any: msg`Either is fine`,
};

export const COPY_OF_WORDS: Readonly<Record<CopyOf, MessageDescriptor>> = {
  plan: msg`The plan`,
  log: msg`Who has opened the file`,
};

export const COPY_HOW_WORDS: Readonly<Record<'paper' | 'read_out', MessageDescriptor>> = {
  paper: msg`On paper`,
  read_out: msg`Read out: paper is not safe`,
};

/** The facts of wishes and copies as sentences. */
export const WISH_FACTS: Readonly<Record<string, Sentence>> = {
  wishes_recorded: (body, { i18n }) => {
    const worker = i18n._(SEX_WORDS[body.worker as WishedSex]);
    const interpreter = i18n._(SEX_WORDS[body.interpreter as WishedSex]);
    return msg`Wishes: support worker – ${worker}; interpreter – ${interpreter}.`;
  },
  asked_no_more: (body, { i18n, model }) => {
    const area = labelOf(i18n.locale, model.need_domains, String(body.domain));
    if (typeof body.until !== 'string') return msg`Not to be asked about again: ${area}.`;
    const day = formatDay(i18n.locale, body.until);
    return msg`Not to be asked about until ${day}: ${area}.`;
  },
  may_be_asked_again: (body, { i18n, model }) => {
    const area = labelOf(i18n.locale, model.need_domains, String(body.domain));
    return msg`The person wants to talk about it again: ${area}.`;
  },
  copy_given: (body, { i18n }) => {
    const what = i18n._(COPY_OF_WORDS[body.what as CopyOf]);
    return msg`A copy was handed over: ${what}.`;
  },
};
