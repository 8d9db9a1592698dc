import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EvidenceLine } from '#domain/exchange/evidence/evidence-table.ts';

/** Where a version of a table stands. */
export const EVIDENCE_STATE_WORDS: Readonly<Record<EvidenceLine['state'], MessageDescriptor>> = {
  waiting: msg`Waits for a second person`,
  published: msg({ message: 'Published', context: 'a table' }),
  returned: msg({ message: 'Sent back', context: 'a table' }),
  replaced: msg`Replaced by a later version`,
  taken_down: msg({ message: 'Taken down', context: 'a table' }),
};
