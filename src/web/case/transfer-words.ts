import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  DECLINE_REASONS,
  GOES_ALONG,
  TRANSFER_REASONS,
  Transfer,
} from '#domain/case/transfer-state.ts';
import type { Sentence } from './fact-words.ts';
import { nameOrElse } from './use-names.ts';

export const TRANSFER_REASON_WORDS: Readonly<
  Record<(typeof TRANSFER_REASONS)[number], MessageDescriptor>
> = {
  moves: msg`The person moves`,
  family: msg`To be with family`,
  work: msg`Work or training`,
  safety: msg`For safety`,
};

export const GOES_ALONG_WORDS: Readonly<Record<(typeof GOES_ALONG)[number], MessageDescriptor>> = {
  paper_file: msg`The paper file`,
  original_papers: msg`Original papers`,
  medicines: msg`Medicines`,
  belongings: msg`Belongings`,
};

export const DECLINE_WORDS: Readonly<Record<(typeof DECLINE_REASONS)[number], MessageDescriptor>> =
  {
    no_room: msg`No support worker has room`,
    services_missing: msg`The services that are needed are not here`,
    other_place: msg`Another place of the region fits better`,
    other: msg`Another reason`,
  };

export const TRANSFER_WORDS: Readonly<Record<Transfer['status'], MessageDescriptor>> = {
  proposed: msg`waits for the other region`,
  accepted: msg`accepted`,
  declined: msg`declined`,
  withdrawn: msg`withdrawn`,
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The facts of a transfer as sentences. */
export const TRANSFER_FACTS: Readonly<Record<string, Sentence>> = {
  transfer_proposed: (body, { names }) => {
    const place = names.place(text(body.to_place_id)) ?? '…';
    return msg`Another region was asked to go on: ${place}.`;
  },
  transfer_addressed: () => msg`The other region was told a number and what is needed, no name.`,
  transfer_asked: () => msg`The other region asked something back.`,
  transfer_replied: () => msg`The other region was answered.`,
  transfer_accepted: () => msg`The other region accepted: the file is theirs now.`,
  transfer_declined: () => msg`The other region declined; the file stays.`,
  transfer_withdrawn: () => msg`The request to another region was withdrawn.`,
  worker_released: (body, telling) => {
    const name = nameOrElse(telling, body.account_id);
    return msg`${name} is no longer the support worker.`;
  },
  consents_to_ask_again: (body) =>
    body.transfer_id === undefined
      ? msg`Consents of the family are to be asked again, of the guardianship authority.`
      : msg`Consents are to be asked again in the new region.`,
};
