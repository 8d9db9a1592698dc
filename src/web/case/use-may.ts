import { may, type Verb } from '#domain/access/rights.ts';
import { runningEmergency } from '#domain/case/emergency-opening.ts';
import { gaveAway } from '#domain/case/transfer-state.ts';
import type { CaseFile } from './case-file.ts';

/** What the own role may do in this file now: screens show only that; the server decides anyhow. */
export function useMay(file: CaseFile) {
  const { role } = file.situation;
  const given = gaveAway(file.state, file.situation);
  const open = file.state.stage.phase !== 'closed' && !given;
  const general = (verb: Verb) => open && may(role, verb, 'general');
  // Opened in an emergency: what helps now, and nothing that decides for those whose file it is.
  const own = runningEmergency(file.state, file.situation) === null;
  return {
    append: own && general('append'),
    /** Also whoever opened the file in an emergency: a visit, a need, a note, a referral. */
    help: general('append'),
    approve: own && general('approve'),
    assign: own && general('assign'),
    take: own && general('take'),
    override: own && general('override'),
    /** The one thing that a completed file still takes. */
    reopen: own && !open && !given && may(role, 'append', 'general'),
  };
}
