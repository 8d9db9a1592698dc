import type { Messages } from '@lingui/core';
import { uzbekCyrillic } from '#domain/print/uzbek-cyrillic.ts';
import { withTexts } from '../message-texts.ts';

/** The Uzbek words of all screens and papers in Cyrillic letters; what is filled into them stays. */
export function cyrillicMessages(messages: Messages): Messages {
  return withTexts(messages, uzbekCyrillic);
}
