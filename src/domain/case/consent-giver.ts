import type { Id } from '../id.ts';
import { adulthood } from '../people/birth.ts';
import type { ConsentProposal } from '../people/consent-proposal.ts';
import { type Decision, refuse, type Situation } from './command.ts';
import { type Consent, givenByFamily, saidByFamily } from './consent.ts';
import { ownAgreement } from './model-children.ts';
import type { CaseState } from './state.ts';

type Said = Pick<Consent, 'decision' | 'purposes' | 'said_by' | 'own_agreement' | 'authority'>;

/**
 * Who may say yes for a child, by the age rules of the model and by what is known of the family; null
 * where nothing stands against it. A no is taken from everybody and always.
 *
 * Contested, unreachable, not known as a guardian, or named in a concern: the answer is one and the
 * same, so that nobody can tell from a refusal which of these it was.
 */
export function giverProblem(state: CaseState, said: Said, situation: Situation): Decision | null {
  const { model, person, today, givers } = situation;
  const { as, person_id } = said.said_by;
  const byAuthority = as === 'guardianship_authority';
  if (said.authority !== undefined && said.authority.on > today) {
    return refuse('day_in_the_future');
  }
  const grown = adulthood(person.birth ?? undefined, today);
  if (grown === 'adult') {
    if (byAuthority) return refuse('not_a_child');
    // Who is of age decides: a mother or father has no yes to give. Somebody with a paper may have.
    const stands_in = as === 'parent' && said.decision === 'given';
    return stands_in ? refuse('consent_not_by_person') : null;
  }
  const purposes = model.consent_purposes.filter(({ code }) => said.purposes.includes(code));
  const own = ownAgreement(purposes, person.birth, today);
  if (said.decision === 'refused') return null;
  if (as === 'self') return own.alone ? null : refuse('child_not_alone');
  const answered = said.own_agreement === 'yes' || said.own_agreement === 'no';
  if (own.needed && !answered) return refuse('own_agreement_needed');
  if (own.asked && said.own_agreement === undefined) return refuse('own_agreement_needed');
  if (byAuthority) return null;
  if (state.authority_mark.since !== null) return refuse('authority_decides');
  // A device may not know the family as it stands; the server does and has the last word.
  const standing = givers === undefined ? null : standingOf(givers, person_id);
  const free = standing === null || standing === 'may' || standing === 'check';
  // Somebody with a paper need not be of the family.
  const stranger = standing === 'unknown' && as === 'authorised_representative';
  return free || stranger ? null : refuse('authority_decides');
}

/**
 * The consents whose giver cannot decide for the child any more, as the family is known now: contested, or not to be
 * reached. They stand for nothing new. On a device, which may not know the family, there are none.
 */
export function saidByBarred(
  { consent }: Pick<CaseState, 'consent'>,
  { givers, person, today }: Situation,
): readonly Id[] {
  if (givers === undefined || adulthood(person.birth ?? undefined, today) === 'adult') return [];
  return givenByFamily(consent)
    .filter(({ said_by }) => standingOf(givers, said_by.person_id) === 'may_not')
    .map(({ consent_id }) => consent_id);
}

/**
 * The consents of parents and guardians on which the guardianship authority decides now: it was said so, or whoever gave
 * them cannot decide. Which of these it is, the answer does not tell. Those that were asked for again are not among them.
 */
export function nowForAuthority(
  state: Pick<CaseState, 'consent' | 'authority_mark'>,
  { givers = [], person, today }: Pick<Situation, 'givers' | 'person' | 'today'>,
): readonly Id[] {
  if (adulthood(person.birth ?? undefined, today) === 'adult') return [];
  const all = Object.values(state.consent.records);
  const answered = (one: Consent) =>
    all.some(
      (later) =>
        later.recorded_at > one.recorded_at &&
        one.purposes.every((code) => later.purposes.includes(code)),
    );
  return all
    .filter((one) => saidByFamily(one) && !answered(one))
    .filter(
      ({ said_by }) =>
        state.authority_mark.since !== null || standingOf(givers, said_by.person_id) === 'may_not',
    )
    .map(({ consent_id }) => consent_id);
}

/** How somebody stands in the proposals; a contested guardian cannot decide, whatever else they are. */
function standingOf(
  givers: readonly ConsentProposal[],
  personId: string,
): ConsentProposal['standing'] | 'unknown' {
  const own = givers.filter((one) => 'person' in one.giver && one.giver.person === personId);
  if (own.some((one) => one.reasons.includes('guardianship_contested'))) return 'may_not';
  if (own.some((one) => one.standing === 'may_not')) return 'may_not';
  return own.find((one) => one.standing === 'may')?.standing ?? own[0]?.standing ?? 'unknown';
}
