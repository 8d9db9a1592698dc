import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { z } from 'zod';
import { type Labels, labels } from '#domain/text.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRows } from '../device/use-rows.ts';
import { labelIn } from '../ui/format.ts';
import { organisationRow } from './rows.ts';

const answer = z.object({ organisations: z.array(z.object({ id: z.string(), name: labels })) });

interface KnownOrganisation {
  readonly id: string;
  /** In the language of the screen. */
  readonly name: string;
  readonly labels: Labels;
}

/** The organisations of the directory by name; from the device, or over the line for roles without one. */
export function useOrganisations(): readonly KnownOrganisation[] {
  const { i18n } = useLingui();
  const carried = hasCaseload(useMe().role);
  const rows = useRows('organisation', organisationRow);
  const { value } = useAsk(['organisation names'], '/api/organisations', answer, {
    enabled: !carried,
    staleTime: 600_000,
  });
  return useMemo(() => {
    const known = carried ? [...(rows?.values() ?? [])] : (value?.organisations ?? []);
    return known
      .map(({ id, name }) => ({ id, name: labelIn(i18n.locale, name), labels: name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, i18n.locale));
  }, [carried, rows, value, i18n.locale]);
}
