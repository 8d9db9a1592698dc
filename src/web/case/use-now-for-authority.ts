import { useMemo } from 'react';
import { nowForAuthority } from '#domain/case/consent-giver.ts';
import type { Id } from '#domain/id.ts';
import { proposeConsent } from '#domain/people/consent-proposal.ts';
import { birthsOf } from '../people/births.ts';
import { domainHousehold } from '../people/household.ts';
import { useHeldRegister, usePersonOfCase } from '../people/use-register.ts';
import type { CaseFile } from './case-file.ts';
import { birthOfRow } from './use-age.ts';

/** The consents on which the guardianship authority decides now, as far as this device knows the family. */
export function useNowForAuthority({ row, state, situation }: CaseFile): readonly Id[] {
  const found = usePersonOfCase(row.id, row.person_id);
  const held = useHeldRegister();
  return useMemo(() => {
    const person = found?.person;
    if (person === undefined || person === null) return nowForAuthority(state, situation);
    const subject = { id: person.id, birth: birthOfRow(person) };
    const births = birthsOf(held?.people ?? new Map());
    // As the server asks it: whoever merely lives with the child is no question here.
    const family = domainHousehold(person, []);
    const givers = proposeConsent(subject, family, births, situation.today);
    return nowForAuthority(state, { ...situation, givers });
  }, [found, held, state, situation]);
}
