import type { Id } from '#domain/id.ts';
import type { Day } from '#domain/time.ts';
import { adulthood, type Birth } from './birth.ts';
import { type Guardianship, type Household, holdsOn, type ParentState } from './household.ts';

/** Who may say yes or no: the person, somebody named, an institution, or the guardianship authority. */
export type ConsentGiver =
  | { readonly self: true }
  | { readonly person: Id }
  | { readonly institution: string }
  | { readonly authority: 'guardianship' };

/** Why somebody is proposed, or what must be looked at first. Codes; the screen has the words. */
export type ConsentReason =
  | 'adult'
  | 'age_unclear_treated_as_child'
  | 'guardian_by_court'
  | 'guardian_by_authority'
  | 'guardian_temporary'
  | 'guardianship_contested'
  | 'customary_guardian_without_paper'
  | 'parent_present'
  | 'parent_elsewhere'
  | 'parent_state_not_recorded'
  | 'parent_cannot_be_reached'
  | 'parent_cannot_care_at_present'
  | 'parent_under_age'
  | 'guardian_under_age'
  | 'two_guardians'
  | 'relative_in_household_without_guardianship'
  | 'nobody_may_consent_yet'
  | 'old_enough_alone'
  | 'authority_decides';

/** `may` = proposed; `check` = only after a human has looked at the reasons; `may_not` = shown, so that nobody asks in vain. */
export interface ConsentProposal {
  readonly giver: ConsentGiver;
  readonly standing: 'may' | 'check' | 'may_not';
  readonly reasons: readonly ConsentReason[];
}

/** What is known of the child beside its family. */
export interface ConsentGround {
  /** The model lets a child of this age say yes alone for what is asked. */
  readonly alone?: boolean;
  /** The file says that the guardianship authority decides, for whatever reason. */
  readonly authority_decides?: boolean;
}

/** A child as this rule sees it. */
export interface Subject {
  readonly id: Id;
  readonly birth?: Birth | undefined;
}

/**
 * Who may consent for a person on a day, as proposals with reasons, the strongest first; a human decides
 * (practice 5.4: no automatic decision about a child). A guardian with a paper comes before a parent, as
 * the paper was issued because the parents could not act. A relative who merely lives with the child
 * cares, and may not consent; nor may a guardian whom somebody contests. Whatever is proposed, a child's
 * own agreement is asked for apart.
 *
 * @param births birth dates of the household's members, as far as they are known
 */
export function proposeConsent(
  child: Subject,
  household: Household,
  births: ReadonlyMap<Id, Birth>,
  on: Day,
  ground: ConsentGround = {},
): readonly ConsentProposal[] {
  const age = adulthood(child.birth, on);
  if (age === 'adult') return [{ giver: { self: true }, standing: 'may', reasons: ['adult'] }];
  const alone: readonly ConsentProposal[] =
    ground.alone === true && age === 'child'
      ? [{ giver: { self: true }, standing: 'may', reasons: ['old_enough_alone'] }]
      : [];
  if (ground.authority_decides === true) {
    const giver = { authority: 'guardianship' } as const;
    return [...alone, { giver, standing: 'may', reasons: ['authority_decides'] }];
  }
  const underAge = (person: Id) => adulthood(births.get(person), on) === 'child';
  const proposals = [
    ...guardians(child.id, household, underAge, on),
    ...parents(child.id, household, underAge, on),
  ];
  const named = new Set(proposals.map((one) => ('person' in one.giver ? one.giver.person : '')));
  proposals.push(...relatives(child.id, household, births, named, on));
  if (!proposals.some((one) => one.standing === 'may')) {
    const giver = { authority: 'guardianship' } as const;
    proposals.unshift({ giver, standing: 'check', reasons: ['nobody_may_consent_yet'] });
  }
  if (age === 'child') return [...alone, ...proposals].toSorted(byStanding);
  // Nobody is asked in a person's stead as long as the person may be of age.
  const lowered = proposals.map(
    (one): ConsentProposal => ({
      ...one,
      standing: one.standing === 'may' ? 'check' : one.standing,
      reasons: [...one.reasons, 'age_unclear_treated_as_child'],
    }),
  );
  const self: ConsentProposal = {
    giver: { self: true },
    standing: 'check',
    reasons: ['age_unclear_treated_as_child'],
  };
  return [self, ...lowered].toSorted(byStanding);
}

const STANDINGS = ['may', 'check', 'may_not'] as const;

function byStanding(left: ConsentProposal, right: ConsentProposal): number {
  return STANDINGS.indexOf(left.standing) - STANDINGS.indexOf(right.standing);
}

const GUARDIAN_REASON = {
  court: 'guardian_by_court',
  authority: 'guardian_by_authority',
  temporary: 'guardian_temporary',
  customary: 'customary_guardian_without_paper',
} as const satisfies Record<Guardianship['kind'], ConsentReason>;

function guardians(
  child: Id,
  household: Household,
  underAge: (person: Id) => boolean,
  on: Day,
): ConsentProposal[] {
  const held = household.guardianships.filter((one) => one.child === child && holdsOn(one, on));
  const papered = held.filter((one) => one.kind !== 'customary').length;
  return held.map((one) => {
    const reasons: ConsentReason[] = [GUARDIAN_REASON[one.kind]];
    const young = 'person' in one.guardian && underAge(one.guardian.person);
    if (young) reasons.push('guardian_under_age');
    if (one.contested) reasons.push('guardianship_contested');
    if (one.kind !== 'customary' && papered > 1) reasons.push('two_guardians');
    const clear = one.kind !== 'customary' && reasons.length === 1;
    const barred = young || one.contested;
    return { giver: one.guardian, standing: barred ? 'may_not' : clear ? 'may' : 'check', reasons };
  });
}

const PARENT_STANDING = {
  present: { standing: 'may', reason: 'parent_present' },
  elsewhere: { standing: 'check', reason: 'parent_elsewhere' },
  cannot_be_reached: { standing: 'may_not', reason: 'parent_cannot_be_reached' },
  cannot_care_at_present: { standing: 'check', reason: 'parent_cannot_care_at_present' },
} as const satisfies Partial<
  Record<ParentState, Pick<ConsentProposal, 'standing'> & { reason: ConsentReason }>
>;

function parents(
  child: Id,
  household: Household,
  underAge: (person: Id) => boolean,
  on: Day,
): ConsentProposal[] {
  const proposals: ConsentProposal[] = [];
  const told = new Set<Id>();
  // Somebody with a paper was put in the parents' place: parents are then asked only after a look.
  const replaced = household.guardianships.some(
    (one) => one.child === child && one.kind !== 'customary' && holdsOn(one, on),
  );
  for (const one of household.parents) {
    if (one.child !== child || one.parent === undefined || !holdsOn(one, on)) continue;
    told.add(one.parent);
    if (one.state === 'deceased') continue;
    const { standing, reason } = PARENT_STANDING[one.state];
    const young = underAge(one.parent);
    proposals.push({
      giver: { person: one.parent },
      standing: standing === 'may' && (replaced || young) ? 'check' : standing,
      reasons: young ? [reason, 'parent_under_age'] : [reason],
    });
  }
  for (const one of household.kinships) {
    const parent = one.is === 'parent' && one.of === child ? one.person : undefined;
    const found = parent ?? (one.is === 'child' && one.person === child ? one.of : undefined);
    if (found === undefined || told.has(found) || !holdsOn(one, on)) continue;
    told.add(found);
    const reasons: readonly ConsentReason[] = ['parent_state_not_recorded'];
    proposals.push({ giver: { person: found }, standing: 'check', reasons });
  }
  return proposals;
}

/** Adults who live with the child and have no guardianship: they care, and may not consent. */
function relatives(
  child: Id,
  household: Household,
  births: ReadonlyMap<Id, Birth>,
  named: ReadonlySet<string>,
  on: Day,
): ConsentProposal[] {
  const dead = new Set(
    household.parents.filter((one) => one.state === 'deceased').map((one) => one.parent),
  );
  return household.members
    .filter((one) => one.person !== child && holdsOn(one, on))
    .filter((one) => !named.has(one.person) && !dead.has(one.person))
    .filter((one) => adulthood(births.get(one.person), on) === 'adult')
    .map((one) => ({
      giver: { person: one.person },
      standing: 'may_not',
      reasons: ['relative_in_household_without_guardianship'],
    }));
}
