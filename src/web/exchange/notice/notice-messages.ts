import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NoticeKind } from '#domain/exchange/notice.ts';

/** A sentence for everything that a participant may be told; it names nobody. */
export const NOTICE_MESSAGES: Readonly<Record<NoticeKind, MessageDescriptor>> = {
  programme_new: msg`A session in which you take part is in the programme.`,
  programme_moved: msg`A session in which you take part has been moved.`,
  programme_cancelled: msg`A session in which you take part has been cancelled.`,
  programme_changed: msg`A session in which you take part has changed.`,
};
