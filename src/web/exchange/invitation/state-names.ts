import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { InvitationState } from '#domain/exchange/invitation/reply.ts';

/** Where a letter stands, as organisers read it. */
export const STATE_NAMES: Readonly<Record<InvitationState, MessageDescriptor>> = {
  draft: msg`Letter in draft`,
  sent: msg`Sent, no answer yet`,
  acknowledged: msg`Receipt confirmed`,
  accepted: msg`Takes part`,
  declined: msg`Does not take part`,
  nominated: msg`Takes part and has named people`,
};
