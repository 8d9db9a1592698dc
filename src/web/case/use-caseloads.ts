import { useMemo } from 'react';
import { type Caseloads, caseloads } from '#domain/case/caseload.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { useRows } from '../device/use-rows.ts';
import { caseRow } from './rows.ts';

export const CASELOADS = 'caseloads';

/** How many open files somebody has; `limits` are undefined until the server has said them once. */
export interface KnownCaseloads {
  readonly of: (accountId: string) => number;
  readonly limits: Caseloads['limits'] | undefined;
}

/**
 * For whoever gives out files. The server counts every file; without a line a supervisor's device counts
 * those that it holds, which may be fewer.
 */
export function useCaseloads(): KnownCaseloads {
  const { role } = useMe();
  const { value } = useAsk([CASELOADS], '/api/caseloads', caseloads, {
    enabled: role === 'supervisor' || role === 'intake_officer',
  });
  const rows = useRows('case', caseRow);
  return useMemo(() => {
    const counted = new Map<string, number>();
    for (const { worker_id, closed_at } of rows?.values() ?? []) {
      if (worker_id === null || closed_at !== null) continue;
      counted.set(worker_id, (counted.get(worker_id) ?? 0) + 1);
    }
    const told = new Map(value?.workers.map((one) => [one.account_id, one.files]));
    return {
      // A file that was given a moment ago is on the device before the server is asked again.
      of: (id) => Math.max(told.get(id) ?? 0, counted.get(id) ?? 0),
      limits: value?.limits,
    };
  }, [value, rows]);
}
