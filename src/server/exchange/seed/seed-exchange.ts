import type pg from 'pg';
import { seedAdoption } from './adoption.ts';
import { seedAgreements } from './agreements.ts';
import { seedConference } from './conference.ts';
import { seedConferenceAttendance } from './conference-attendance.ts';
import { seedEditions } from './editions.ts';
import { seedEvidence } from './evidence.ts';
import { seedExpertEntries } from './expert-entries.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { seedFeedback } from './feedback.ts';
import { seedInvitations } from './invitations.ts';
import { seedModels } from './models.ts';
import { seedNews } from './news.ts';
import { seedOpinion } from './opinion.ts';
import { seedParticipants } from './participants.ts';
import { seedPictures } from './pictures.ts';
import { seedPractice } from './practice.ts';
import { seedRecommendations } from './recommendation/recommendations.ts';
import { seedSchedule } from './schedule.ts';

/** What each noun brings into the demo, in the order in which they need each other. */
const SEEDS: readonly ((owner: pg.ClientBase, today: string, now: Date) => Promise<void>)[] = [
  seedParticipants,
  seedExpertEntries,
  seedEditions,
  seedOpinion,
  seedPractice,
  seedAdoption,
  seedSchedule,
  seedRecommendations,
  seedEvidence,
  seedModels,
  seedInvitations,
  seedNews,
  seedPictures,
  seedAgreements,
  seedConference,
  seedConferenceAttendance,
  seedFeedback,
];

/**
 * The exchange of the demo world, in the transaction that is open: an edition that has ended and one that
 * is coming, with 50 people. `today` = the day in Tashkent. Everything in it is invented.
 */
export async function seedExchange(owner: pg.ClientBase, today: string, now: Date): Promise<void> {
  for (const seed of SEEDS) await seed(owner, today, now);
}

/** Whoever can sign in, for the list that `npm start` prints. */
export const EXCHANGE_ACCOUNTS = DEMO_EXPERTS.flatMap(({ username, title }) =>
  title === undefined ? [] : [{ username, title }],
);
