import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import { covers } from './basis.ts';
import { consents } from './consent.ts';
import type { CaseState } from './state.ts';

/** What a packet stands on: the person's consent, or a law that was written down. */
export type Ground = { readonly consent_id: Id } | { readonly basis_id: Id };

/**
 * On what something of this file may go to an organisation for a purpose on a day: consent first, else
 * a recorded legal basis, else nothing (null). A refusal or withdrawal ends what stood on consent and
 * nothing else: what the law gives everybody (papers, school, clinic, benefit) goes on (practice.md
 * 5.3). `organisationId` null asks for the purpose alone; `barred` = consents whose giver cannot decide now.
 */
export function mayShare(
  state: Pick<CaseState, 'consent' | 'basis'>,
  purpose: string,
  organisationId: Id | null,
  today: Day,
  barred: readonly Id[] = [],
): Ground | null {
  const consent = consents(state.consent, purpose, organisationId, today);
  if (consent !== null && !barred.includes(consent.consent_id))
    return { consent_id: consent.consent_id };
  const basis = covers(state.basis, purpose, today);
  return basis === null ? null : { basis_id: basis.basis_id };
}
