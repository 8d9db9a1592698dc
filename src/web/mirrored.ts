import type { Messages } from '@lingui/core';
import { withTexts } from './message-texts.ts';

const BEGIN = '\u202e';
const END = '\u202c';

/**
 * A right-to-left test language made from the English one: each text is put under a right-to-left
 * override, tags and values stay. It shows what a right-to-left script would break, and words that
 * never went through the catalogue stand out.
 */
export function mirrored(messages: Messages): Messages {
  return withTexts(messages, (text) => `${BEGIN}${text}${END}`);
}
