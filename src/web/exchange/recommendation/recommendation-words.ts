import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AmendmentState } from '#domain/exchange/recommendation/amendment.ts';
import type { Status } from '#domain/exchange/recommendation/follow-up.ts';
import type { Stance } from '#domain/exchange/recommendation/position.ts';
import type { RecommendationTheme } from '#domain/exchange/recommendation/theme.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';

/** The words of a status; the public board says the same. */
export const STATUS_NAMES: Readonly<Record<Status, MessageDescriptor>> = {
  open: msg`Waits for its owner`,
  accepted: msg`Accepted by its owner`,
  under_way: msg`Under way`,
  partly: msg`Done in part`,
  done: msg({ message: 'Done', context: 'status of a recommendation' }),
  declined: msg({ message: 'Declined', context: 'status of a recommendation' }),
};

/** What an owner says by a move, as a choice to be made. */
export const MOVE_NAMES: Readonly<Record<Status, MessageDescriptor>> = {
  open: msg`No change: still to be answered`,
  accepted: msg`We accept it`,
  under_way: msg`We are at work on it`,
  partly: msg`It is done in part`,
  done: msg`It is done`,
  declined: msg`We decline it`,
};

export const STANCE_NAMES: Readonly<Record<Stance, MessageDescriptor>> = {
  support: msg({ message: 'Support', context: 'position of a country' }),
  reservation: msg`Support with a reservation`,
  abstain: msg`Abstain`,
};

export const THEME_NAMES: Readonly<Record<RecommendationTheme, MessageDescriptor>> = {
  legal_identity: msg`Papers and legal identity`,
  child_protection: msg`Protection of children`,
  education: msg`School and education`,
  health: msg({ message: 'Health', context: 'theme of a recommendation' }),
  wellbeing: msg`Emotional well-being`,
  housing: msg({ message: 'Housing', context: 'theme of a recommendation' }),
  livelihood: msg`Work and livelihood`,
  family_community: msg`Family and community`,
  case_work: msg`Social work and coordination`,
  data_evidence: msg`Data and evidence`,
};

export const AMENDMENT_NAMES: Readonly<Record<AmendmentState, MessageDescriptor>> = {
  proposed: msg({ message: 'Proposed', context: 'amendment' }),
  conflict: msg`Met a changed text`,
  accepted: msg({ message: 'Accepted', context: 'amendment' }),
  rejected: msg({ message: 'Not taken up', context: 'amendment' }),
};

/** What the rule of a session means for its minutes. */
export const RULE_WORDS: Readonly<Record<SessionRule, MessageDescriptor>> = {
  public: msg`Public session: who said something may be named.`,
  chatham_house: msg`Chatham House Rule: what is said is taken down, and nobody is named.`,
  closed: msg`Closed session: these minutes are never published.`,
};
