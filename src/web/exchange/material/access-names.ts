import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MaterialAccess } from '#domain/exchange/material/material.ts';

export const ACCESS_NAMES: Readonly<Record<MaterialAccess, MessageDescriptor>> = {
  public: msg`Everyone, also without an account`,
  registered: msg`Whoever takes part`,
  speakers: msg`Speakers of the session`,
  organisers: msg`Organisers only`,
};
