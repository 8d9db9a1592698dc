import { AFTERCARE_CALL } from './aftercare-call.ts';
import { BRIDGE_CLASSES } from './bridge-classes.ts';
import { CARE_FOR_CARERS } from './care-for-carers.ts';
import { CLINIC_WITHOUT_QUEUE } from './clinic-without-queue.ts';
import { DOCUMENT_DAY_MOUNTAINS } from './document-day-mountains.ts';
import { EMPLOYER_BREAKFAST } from './employer-breakfast.ts';
import { EVENING_TRADE } from './evening-trade.ts';
import { GRANDPARENTS } from './grandparents.ts';
import { HOME_FIRST } from './home-first.ts';
import { MENTOR_FROM_QUARTER } from './mentor-from-quarter.ts';
import { MOTHER_TONGUE_CIRCLE } from './mother-tongue-circle.ts';
import { NEIGHBOURS_TABLE } from './neighbours-table.ts';
import { ONE_WINDOW } from './one-window.ts';
import { PLACEMENT_TALK } from './placement-talk.ts';
import { PLAY_ROOM } from './play-room.ts';
import type { DemoPractice } from './practice-text.ts';
import { SAFE_HOME_VISITS } from './safe-home-visits.ts';
import { SANATORIUM_WEEKS } from './sanatorium-weeks.ts';
import { SEWING_COOPERATIVE } from './sewing-cooperative.ts';
import { START_UP_GRANT } from './start-up-grant.ts';
import { WORDS_FOR_LOSS } from './words-for-loss.ts';

/** The library of the demo world, in the order in which the cards came. */
export const DEMO_PRACTICES: readonly DemoPractice[] = [
  BRIDGE_CLASSES,
  PLACEMENT_TALK,
  EVENING_TRADE,
  MOTHER_TONGUE_CIRCLE,
  PLAY_ROOM,
  ONE_WINDOW,
  GRANDPARENTS,
  HOME_FIRST,
  DOCUMENT_DAY_MOUNTAINS,
  AFTERCARE_CALL,
  SEWING_COOPERATIVE,
  MENTOR_FROM_QUARTER,
  EMPLOYER_BREAKFAST,
  NEIGHBOURS_TABLE,
  START_UP_GRANT,
  SANATORIUM_WEEKS,
  CARE_FOR_CARERS,
  SAFE_HOME_VISITS,
  WORDS_FOR_LOSS,
  CLINIC_WITHOUT_QUEUE,
];
