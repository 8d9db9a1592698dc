import { useLingui } from '@lingui/react/macro';
import type { Birth } from '#domain/people/birth.ts';
import { nameText } from '../case/person-name.ts';
import type { FamilyGoalRow, HouseholdRow, PersonRow } from '../case/rows.ts';
import { birthOfRow } from '../case/use-age.ts';
import { livingIn } from './household.ts';
import { relationWord } from './words.ts';

export type Member = HouseholdRow['members'][number];
type Step = FamilyGoalRow['steps'][number];

/** A member by name; beyond reach, what they are to the family and nothing else. */
export function useMemberName() {
  const { i18n } = useLingui();
  return (one: Member): string => nameText(one.name) || i18n._(relationWord(one.relation, one.sex));
}

/** The birth of a member, from their own row where it is here, else the year that the household tells. */
export function birthOfMember(one: Member, person: PersonRow | undefined): Birth | null {
  const known = birthOfRow(person ?? null);
  if (known !== undefined || one.birth_year === null) return known ?? null;
  return { date: `${one.birth_year}-01-01`, precision: 'year', estimated: false };
}

/**
 * The plan of a household on a day: only steps all of whose people live there. The server says the same;
 * a device that has not heard of a move yet shows nothing that the move has ended.
 */
export function familyPlanOn(household: HouseholdRow, today: string): FamilyGoalRow[] {
  const here = new Set(livingIn(household, today).map((one) => one.person_id));
  const stands = ({ members }: Step) => members.every((one) => here.has(one));
  return (household.family_plan ?? []).flatMap((goal) => {
    const steps = goal.steps.filter(stands);
    return steps.length === 0 ? [] : [{ ...goal, steps }];
  });
}
