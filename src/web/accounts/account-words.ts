import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '#domain/access/role.ts';
import type { AccountLine } from '#domain/account/account.ts';

export const STATE_WORDS: Readonly<Record<AccountLine['state'], MessageDescriptor>> = {
  invited: msg`Invited`,
  active: msg`Active`,
  disabled: msg`Switched off`,
};

/** What a role can see and do, so that nobody grants more than is meant. */
export const ROLE_SCOPE: Readonly<Record<Role, MessageDescriptor>> = {
  intake_officer: msg`Brings in arrival lists and looks after reception; sees a person until somebody else takes over.`,
  caseworker: msg`Works with people; sees the support files that were given to this account.`,
  supervisor: msg`Sees every support file of the place, gives files to workers and approves.`,
  specialist_health: msg`Sees the health part of support files that ask for it.`,
  specialist_psychosocial: msg`Sees the psychosocial part of support files that ask for it.`,
  specialist_legal: msg`Sees the legal part of support files that ask for it.`,
  specialist_protection: msg`Sees the child protection part of support files that ask for it.`,
  partner: msg`Answers requests to one organisation; sees only what a request tells.`,
  coordinator: msg`Sees numbers and keeps places and services; sees no names.`,
  data_protection_officer: msg`Looks at who read what; sees no content.`,
  complaints_officer: msg`Hears complaints and answers them; sees no support file.`,
  administrator: msg`Keeps accounts; sees no support file.`,
  participant: msg`Sees the own support file.`,
  mentor: msg`Sees agreed meetings and no file.`,
};
