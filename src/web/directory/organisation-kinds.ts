import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { TRACING_BODY } from '#domain/case/contact-wish.ts';
import { NEIGHBOURHOOD_BODY } from '#domain/directory/neighbourhood.ts';

/** Kinds of organisations beside the areas of the programme model. */
export const OTHER_KINDS: Readonly<Record<string, MessageDescriptor>> = {
  [TRACING_BODY]: msg`Tracing of relatives (Red Cross, Red Crescent)`,
  [NEIGHBOURHOOD_BODY]: msg`Body of the neighbourhood: no account, receives nothing`,
};
