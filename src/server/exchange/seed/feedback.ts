import type pg from 'pg';
import { fixedId } from '../../seed/fixed-id.ts';
import { editionId } from './editions.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { participantId, SEED_TIME, told } from './told.ts';

const DAY = 86_400_000;

const SESSIONS = [
  {
    ...{ code: 'a-year-later', daysAgo: 3 },
    title: told(
      'A year later: what became of the first dialogue',
      'Год спустя: что стало с первым диалогом',
      'Bir yildan keyin: birinchi muloqotdan nima chiqdi',
    ),
  },
  {
    ...{ code: 'half-a-year-later', daysAgo: 150 },
    title: told(
      'Half a year later: teachers report',
      'Полгода спустя: рассказывают учителя',
      'Yarim yildan keyin: oʻqituvchilar soʻzlaydi',
    ),
  },
] as const;

const WORDS = [
  ...['More time for questions, please.', 'The interpreter was excellent.', null, null],
  ...['Нужны слайды заранее.', null, 'Koʻproq misollar boʻlsa yaxshi edi.', null, null],
];

/** Two follow-up meetings of the first dialogue: of one the feedback is told, the other can still be spoken of. */
export async function seedFeedback(owner: pg.ClientBase, _today: string, now: Date): Promise<void> {
  const edition = editionId('homecoming-1');
  for (const { code, daysAgo, title } of SESSIONS) {
    await owner.query(
      `insert into exchange.session (id, edition_id, title, kind, starts_at, minutes, rule, state, created_at)
       values ($1, $2, $3, 'round_table', $4, 60, 'public', 'published', $5)`,
      [
        ...[fixedId(`exchange:feedback:${code}`), edition, JSON.stringify(title)],
        ...[new Date(now.getTime() - daysAgo * DAY), SEED_TIME],
      ],
    );
  }
  for (const username of ['lukas', 'priya', 'farah', 'aigerim', 'meilin', 'otabek']) {
    await owner.query(
      `insert into exchange.role (id, participant_id, edition_id, role, granted_at)
       values ($1, $2, $3, 'attendee', $4) on conflict do nothing`,
      [fixedId(`exchange:feedback:role:${username}`), participantId(username), edition, SEED_TIME],
    );
  }
  const guests = DEMO_EXPERTS.filter(({ title }) => title === undefined).slice(0, 18);
  for (const [at, { id }] of guests.entries()) {
    await owner.query(
      `insert into exchange.session_feedback (session_id, participant_id, rating, words, signed)
       values ($1, $2, $3, $4, $5)`,
      [
        ...[fixedId('exchange:feedback:half-a-year-later'), id, at % 3 === 0 ? 3 : 4 + (at % 2)],
        ...[WORDS[at] ?? null, at === 2 || at === 7],
      ],
    );
  }
}
