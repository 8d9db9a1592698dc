import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AdoptionStatus } from '#domain/exchange/practice/adoption.ts';

export const ADOPTION_WORDS: Readonly<Record<AdoptionStatus, MessageDescriptor>> = {
  considering: msg`We consider it`,
  planned: msg`We have planned it`,
  piloting: msg`We are trying it`,
  adopted: msg`We do it`,
  institutionalised: msg`It has become part of the system`,
  stopped: msg`We have stopped`,
};
