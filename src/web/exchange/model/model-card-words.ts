import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CARD_STATES, ReviewState, SectionKind } from '#domain/exchange/model/model-card.ts';

export const STATE_WORDS: Readonly<Record<(typeof CARD_STATES)[number], MessageDescriptor>> = {
  draft: msg({ message: 'Draft', context: 'state of a model card' }),
  waiting: msg`Waits for a second editor`,
  published: msg({ message: 'Published', context: 'state of a model card' }),
  taken_down: msg({ message: 'Taken down', context: 'state of a model card' }),
};

export const REVIEW_WORDS: Readonly<Record<ReviewState, MessageDescriptor>> = {
  preparing: msg`The country writes its dossier`,
  open: msg`Peers of other countries ask`,
  closed: msg`Questions are closed`,
};

export const SECTION_WORDS: Readonly<Record<SectionKind, MessageDescriptor>> = {
  context: msg`Where it comes from`,
  preparation: msg`What had to be prepared`,
  working: msg`What works`,
  not_working: msg`What did not work`,
  results: msg`What came of it`,
  costs: msg`People and means`,
  advice: msg`Advice to whoever begins`,
};
