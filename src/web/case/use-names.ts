import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Colleague, colleagues } from '#domain/account/colleague.ts';
import { useMe } from '../account/use-session.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRows } from '../device/use-rows.ts';
import { call } from '../http.ts';
import { labelIn } from '../ui/format.ts';
import { colleagueRow, organisationRow } from './rows.ts';
import { usePlaces } from './use-places.ts';

/** Everybody who works in my place, below and above it; from the device, or over the line. */
export function useColleagues(): ReadonlyMap<string, Colleague> {
  const carried = hasCaseload(useMe().role);
  const rows = useRows('colleague', colleagueRow);
  const { data } = useQuery({
    queryKey: ['colleagues'],
    enabled: !carried,
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const reply = await call('/api/colleagues', colleagues, { signal });
      if (!reply.ok) throw new Error(reply.problem.code);
      return new Map(reply.value.colleagues.map((one) => [one.id, one]));
    },
  });
  return (carried ? rows : data) ?? NOBODY;
}
const NOBODY: ReadonlyMap<string, Colleague> = new Map();

/** Names for ids: of people who work here, organisations and places; undefined where unknown. */
export interface Names {
  account(id: string | null): string | undefined;
  organisation(id: string | null): string | undefined;
  place(id: string | null): string | undefined;
}

/** Who works in another place is not among the names that somebody may read. */
export function nameOrElse(
  { i18n, names }: { readonly i18n: I18n; readonly names: Names },
  id: unknown,
): string {
  return names.account(typeof id === 'string' ? id : null) ?? i18n._(msg`a colleague elsewhere`);
}

export function useNames(): Names {
  const { i18n } = useLingui();
  const people = useColleagues();
  const organisations = useRows('organisation', organisationRow);
  const places = usePlaces();
  return useMemo(() => {
    const named = (rows: typeof organisations | typeof places, id: string | null) => {
      const row = id === null ? undefined : rows?.get(id);
      return row === undefined ? undefined : labelIn(i18n.locale, row.name);
    };
    return {
      account: (id) => (id === null ? undefined : people.get(id)?.name),
      organisation: (id) => named(organisations, id),
      place: (id) => named(places, id),
    };
  }, [i18n.locale, people, organisations, places]);
}
