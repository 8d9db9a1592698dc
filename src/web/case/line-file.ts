import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod';
import { useMe } from '../account/use-session.ts';
import { call } from '../http.ts';
import { type CaseFile, caseFile } from './case-file.ts';
import { caseRow, factRow, householdRow, modelRow, personRow } from './rows.ts';

/** First part of the keys under which files over the line are kept; said anew after each command. */
export const LINE_FILES = 'case';
/** The version of the programme model that came last: the next file of it comes without its 100 kB. */
const LINE_MODEL = 'line-model';

const lineFile = z.object({
  row: caseRow,
  person: personRow,
  facts: z.array(factRow),
  /** null: the version that the question said is known. */
  model: modelRow.nullable(),
  households: z.array(householdRow),
});

/** What the server gave of one file, as it came. */
export function useLineAnswer(id: string, wanted: boolean) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: [LINE_FILES, id],
    enabled: wanted,
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<z.infer<typeof modelRow>>([LINE_MODEL]);
      const asked = known === undefined ? '' : `?known=${known.id}`;
      const reply = await call(`/api/cases/${id}${asked}`, lineFile, { signal });
      if (reply.ok) {
        const model = reply.value.model ?? known;
        if (model === undefined) throw new Error('a file without its model');
        queries.setQueryData([LINE_MODEL], model);
        return { ...reply.value, model };
      }
      // What is gone is gone; all else is worth another try.
      if (reply.problem.code === 'gone') return null;
      throw new Error(reply.problem.code);
    },
  });
}

/** A file over the line, for roles and compartments that no device carries; the same shape as on one. */
export function useLineFile(id: string, wanted: boolean): CaseFile | null | undefined {
  const me = useMe();
  const { data } = useLineAnswer(id, wanted);
  return useMemo(() => {
    if (data === undefined || me.role === null) return undefined;
    if (data === null) return null;
    const { row, person, facts, model } = data;
    return caseFile(id, {
      ...{ facts, row, person, outbox: [], models: new Map([[model.id, model]]) },
      ...{ account: me.id, role: me.role, organisation_id: me.organisation_id, now: new Date() },
    });
  }, [id, data, me]);
}
