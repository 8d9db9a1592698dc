import { useLingui } from '@lingui/react/macro';
import type { Fact } from '#domain/case/fact.ts';
import { useMe } from '../account/use-session.ts';
import { formatMoment } from '../ui/format.ts';
import { ROLE_NAMES } from '../ui/role-names.ts';
import type { CaseFile } from './case-file.ts';
import { useNames } from './use-names.ts';

/** Says who said something and when: "Aziza Karimova, support worker · 24 Nov 2026, 10:12". */
export function useTeller(file: CaseFile) {
  const { t, i18n } = useLingui();
  const names = useNames();
  const me = useMe();
  const who = (fact: Pick<Fact, 'actor' | 'role'>): string => {
    if (fact.actor.kind === 'import') return t`Arrival list`;
    if (fact.actor.kind === 'job') return t`The system`;
    const role = i18n._(ROLE_NAMES[fact.role]);
    if (fact.actor.id === me.id) return t`you`;
    const name = names.account(fact.actor.id);
    return name === undefined ? role : `${name}, ${role.toLocaleLowerCase(i18n.locale)}`;
  };
  const when = (fact: Pick<Fact, 'recorded_at'>) => formatMoment(i18n.locale, fact.recorded_at);
  return {
    who,
    when,
    /** The same by the id of a fact; empty where this reader does not see it. */
    byFact: (id: string): string => {
      const fact = file.facts.find((one) => one.id === id);
      return fact === undefined ? '' : `${who(fact)} · ${when(fact)}`;
    },
  };
}
