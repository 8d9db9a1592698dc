import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PrecedenceRule, Rank } from '#domain/exchange/invitation/precedence.ts';

export const RANK_NAMES: Readonly<Record<Rank, MessageDescriptor>> = {
  head_of_state: msg`Head of state`,
  head_of_government: msg`Head of government`,
  minister: msg`Minister`,
  deputy_minister: msg`Deputy minister`,
  ambassador: msg`Ambassador`,
  head_of_institution: msg`Head of an institution`,
  head_of_department: msg`Head of a department`,
  expert: msg`Expert`,
};

export const RULE_NAMES: Readonly<Record<PrecedenceRule, MessageDescriptor>> = {
  host_first: msg`The host first`,
  rank: msg`By office`,
  states_first: msg`States before organisations`,
  country: msg`Countries by the alphabet`,
  institution: msg`Institutions by the alphabet`,
  name: msg`People by the alphabet`,
};
