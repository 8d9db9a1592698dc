import { msg } from '@lingui/core/macro';
import { READER_WORDS } from '../case/case-words.ts';

/** Who may read, where no one file is before the reader. */
export const MODEL_READERS = { ...READER_WORDS, general: msg`Everybody on the file` };
