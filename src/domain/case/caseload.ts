import { z } from 'zod';
import type { ProgrammeModel } from './model.ts';

/** How many open files a worker has, against what the programme model calls many and full. */
export const CASELOAD_STANDINGS = ['fine', 'many', 'full'] as const;
export type CaseloadStanding = (typeof CASELOAD_STANDINGS)[number];

type Limits = Pick<ProgrammeModel['thresholds'], 'caseload_warn' | 'caseload_full'>;

/**
 * Full: the worker takes no more herself, and whoever gives her one is told the number and may go on
 * (practice.md 1.3). Many: a look is asked for.
 */
export function caseloadStanding(files: number, limits: Limits): CaseloadStanding {
  if (files >= limits.caseload_full) return 'full';
  return files >= limits.caseload_warn ? 'many' : 'fine';
}

/** What whoever gives out files is told about the workers of the place: numbers, and no file. */
export const caseloads = z.object({
  workers: z.array(z.object({ account_id: z.uuid(), files: z.int().min(0) })),
  /** Of the newest model of the programme. */
  limits: z.object({ caseload_warn: z.int(), caseload_full: z.int() }),
});
export type Caseloads = z.infer<typeof caseloads>;
