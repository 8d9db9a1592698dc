import { may, type Verb } from '#domain/access/rights.ts';
import type { CaseFile } from './case-file.ts';

/** What the own role may do in this file now: screens show only that; the server decides anyhow. */
export function useMay(file: CaseFile) {
  const { role } = file.situation;
  const open = file.state.stage.phase !== 'closed';
  const general = (verb: Verb) => open && may(role, verb, 'general');
  return {
    append: general('append'),
    approve: general('approve'),
    assign: general('assign'),
    take: general('take'),
    override: general('override'),
    /** The one thing that a completed file still takes. */
    reopen: !open && may(role, 'append', 'general'),
  };
}
