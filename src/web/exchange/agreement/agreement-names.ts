import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AgreementBar } from '#domain/exchange/agreement/agreement.ts';
import type { SERVICE_KINDS, ServiceState } from '#domain/exchange/agreement/service-request.ts';

/** Why something may not be recorded or shown. */
export const BAR_NAMES: Readonly<Record<AgreementBar, MessageDescriptor>> = {
  rule: msg`No: the rule of the session`,
  alias: msg`No: somebody speaks under another name`,
  refused: msg`No: a speaker does not wish it`,
  unsigned: msg`Not yet: a signature is missing`,
};

export const SERVICE_NAMES: Readonly<Record<(typeof SERVICE_KINDS)[number], MessageDescriptor>> = {
  interpretation: msg`Interpretation`,
  recording: msg`Recording`,
  captions: msg`Captions`,
  technical_rehearsal: msg`Technical rehearsal`,
};

export const SERVICE_STATE_NAMES: Readonly<Record<ServiceState, MessageDescriptor>> = {
  asked: msg`Request made`,
  accepted: msg`Yes`,
  changed: msg`Yes, but otherwise`,
  declined: msg`No`,
};
