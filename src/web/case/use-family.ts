import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useHeldRegister, usePersonOfCase } from '../people/use-register.ts';
import type { CaseFile } from './case-file.ts';
import { nameText } from './person-name.ts';

/** Somebody who lives with the person, is kin, or is guardian. */
export interface FamilyMember {
  readonly id: string;
  readonly name: string;
}

/** The people around somebody that are written down, each once; those beyond reach without a name. */
export function useFamily(file: CaseFile): readonly FamilyMember[] {
  const { t } = useLingui();
  const found = usePersonOfCase(file.row.id, file.row.person_id);
  const people = useHeldRegister()?.people;
  const unknown = t`a family member`;
  return useMemo(() => {
    const self = file.row.person_id;
    const names = new Map<string, string>();
    const add = (id: string | null, name: string) => {
      if (id !== null && id !== self && !names.get(id)) names.set(id, name);
    };
    const known = (id: string | null) => nameText(id === null ? null : people?.get(id)?.name);
    for (const { person_id, name } of found?.households.flatMap((one) => one.members) ?? []) {
      add(person_id, nameText(name) || known(person_id));
    }
    for (const tie of found?.person?.kinship ?? []) add(tie.relative_id, known(tie.relative_id));
    for (const one of found?.person?.guardianship ?? []) {
      add(one.guardian_id, known(one.guardian_id));
    }
    return [...names].map(([id, name]) => ({ id, name: name || unknown }));
  }, [found, people, file.row.person_id, unknown]);
}
