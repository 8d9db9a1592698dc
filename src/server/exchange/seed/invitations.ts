import type pg from 'pg';
import type { AddressForms } from '#domain/exchange/invitation/invitation.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { editionId } from './editions.ts';
import { institutionId, participantId, told } from './told.ts';

const DAY = 86_400_000;
const EDITION = editionId('homecoming-2');

const BODY = told(
  `The Registan Institute for Social Return will hold the second dialogue “Homecoming” online, in English, Russian and Uzbek with interpretation.

Some fifty experts of ten countries will share what worked with papers, housing, school, health and work for people who came home, and agree on recommendations that are followed until somebody has acted on them.

We would be honoured if your institution took part, and ask you to name up to five people.`,
  `Институт социального возвращения «Регистан» проводит второй диалог «Возвращение домой» онлайн, на английском, русском и узбекском языках с устным переводом.

Около пятидесяти экспертов из десяти стран поделятся тем, что помогло вернувшимся людям с документами, жильём, школой, здоровьем и работой, и согласуют рекомендации, за выполнением которых будут следить до результата.

Будем признательны, если ваше учреждение примет участие, и просим назвать до пяти человек.`,
  `“Registon” ijtimoiy qaytish instituti “Uyga qaytish” ikkinchi muloqotini onlayn, ingliz, rus va oʻzbek tillarida tarjima bilan oʻtkazadi.

Oʻn mamlakatdan ellikka yaqin ekspert uyga qaytgan odamlarga hujjat, uy-joy, maktab, sogʻliq va ish masalasida nima yordam berganini baham koʻradi va bajarilishi natijagacha kuzatiladigan tavsiyalarni kelishib oladi.

Muassasangiz ishtirok etsa, mamnun boʻlamiz va besh nafargacha vakil nomini bildirishingizni soʻraymiz.`,
);

interface DemoLetter {
  readonly code: string;
  readonly institution: string;
  readonly address: AddressForms;
  /** Days ago; null = a draft. */
  readonly sent: number | null;
  readonly reply?: 'acknowledged' | 'declined' | 'nominated';
  readonly words?: string;
  readonly nominees?: readonly (readonly [name: string, position: string, email: string])[];
}

const LETTERS: readonly DemoLetter[] = [
  {
    ...{ code: 'steppe', institution: 'steppe', sent: 12, reply: 'nominated' },
    address: {
      en: {
        ...{
          institution: 'Steppe Centre for Reintegration',
          title: 'Director',
          name: 'Ms S. Kenzhebek',
        },
        salutation: 'Dear Ms Kenzhebek,',
      },
      ru: {
        ...{
          institution: 'Степной центр реинтеграции',
          title: 'Директору',
          name: 'госпоже С. Кенжебек',
        },
        salutation: 'Уважаемая госпожа Кенжебек!',
      },
      'uz-Latn': {
        ...{
          institution: 'Dasht reintegratsiya markazi',
          title: 'Direktor',
          name: 'S. Kenjebek xonimga',
        },
        salutation: 'Hurmatli Kenjebek xonim!',
      },
    },
    words: 'We will gladly take part and send two colleagues.',
    nominees: [
      ['Aruzhan Testova', 'Head of the school programme', 'aruzhan@exchange.invalid'],
      ['Timur Exampleuly', 'Psychologist', 'timur@exchange.invalid'],
    ],
  },
  {
    ...{ code: 'union-desk', institution: 'union-desk', sent: 10, reply: 'acknowledged' },
    address: {
      en: {
        ...{
          institution: 'Union Desk for Return',
          title: 'Head of the Desk',
          name: 'Ms I. Solberg',
        },
        salutation: 'Dear Ms Solberg,',
      },
    },
  },
  {
    ...{ code: 'indus', institution: 'indus', sent: 10, reply: 'declined' },
    address: {
      en: {
        ...{ institution: 'Indus Centre for Recovery', title: null, name: null },
        salutation: 'Dear colleagues,',
      },
    },
    words: 'Our examinations fall on the same days. We hope to come to the next dialogue.',
  },
  {
    ...{ code: 'children-org', institution: 'children-org', sent: 9 },
    address: {
      en: {
        ...{ institution: 'World Office for Children', title: null, name: null },
        salutation: 'Dear colleagues,',
      },
      ru: {
        ...{ institution: 'Всемирное бюро по делам детей', title: null, name: null },
        salutation: 'Уважаемые коллеги!',
      },
    },
  },
  {
    ...{ code: 'pamir', institution: 'pamir', sent: null },
    address: {
      en: {
        ...{
          institution: 'Pamir University of Social Work',
          title: 'Rector',
          name: 'Professor F. Davlatova',
        },
        salutation: 'Dear Professor Davlatova,',
      },
      ru: {
        ...{ institution: 'Памирский университет социальной работы', title: 'Ректору' },
        ...{ name: 'профессору Ф. Давлатовой', salutation: 'Уважаемая профессор Давлатова!' },
      },
    },
  },
];

/** The head of the letters, five letters in all states, and the order of the guests. */
export async function seedInvitations(
  owner: pg.ClientBase,
  _today: string,
  now: Date,
): Promise<void> {
  const sentLetters = LETTERS.filter(({ sent }) => sent !== null);
  const signatory = {
    en: { title: 'Director of the Institute', name: 'Nodira Yusupova' },
    ru: { title: 'Директор института', name: 'Нодира Юсупова' },
    'uz-Latn': { title: 'Institut direktori', name: 'Nodira Yusupova' },
  };
  await owner.query(
    `insert into exchange.letterhead (edition_id, institution_id, series, numbered, place, contact, signatory)
     values ($1, $2, '12-04', $3, $4, $5, $6)`,
    [
      ...[EDITION, institutionId('registan'), sentLetters.length],
      JSON.stringify(told('Tashkent', 'Ташкент', 'Toshkent')),
      ...['100000 Tashkent, 1 Example Street · letters@registan.invalid', signatory],
    ],
  );
  const numbers = new Map(sentLetters.map(({ code }, at) => [code, at + 1]));
  for (const letter of LETTERS)
    await seedLetter(owner, letter, numbers.get(letter.code) ?? null, now);
  for (const [username, rank] of [
    ['nodira', 'head_of_institution'],
    ['saule.kenzhebek', 'head_of_institution'],
    ['ingrid.solberg', 'ambassador'],
    ['barno.xolmatova', 'deputy_minister'],
  ] as const) {
    await owner.query(
      'insert into exchange.protocol_rank (edition_id, participant_id, rank) values ($1, $2, $3)',
      [EDITION, participantId(username), rank],
    );
  }
}

async function seedLetter(
  owner: pg.ClientBase,
  { code, institution, address, sent, reply, words, nominees = [] }: DemoLetter,
  running: number | null,
  now: Date,
) {
  const id = fixedId(`exchange:invitation:${code}`);
  const sentAt = sent === null ? null : new Date(now.getTime() - sent * DAY);
  const nodira = participantId('nodira');
  await owner.query(
    `insert into exchange.invitation (id, edition_id, institution_id, address, body, email, running, series,
       code, sent_at, sent_by, created_by, created_at)
     values ($1, $2, $3, $4, $5, null, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, EDITION, institutionId(institution), address, JSON.stringify(BODY), running],
      ...[running === null ? null : '12-04', `demo-letter-of-${code}-0001`.padEnd(24, '0'), sentAt],
      ...[sentAt === null ? null : nodira, nodira, new Date(now.getTime() - 14 * DAY)],
    ],
  );
  if (reply === undefined || sentAt === null) return;
  const replyId = fixedId(`exchange:invitation-reply:${code}`);
  await owner.query(
    `insert into exchange.invitation_reply (id, invitation_id, reply, words, at) values ($1, $2, $3, $4, $5)`,
    [replyId, id, reply, words ?? null, new Date(sentAt.getTime() + 2 * DAY)],
  );
  for (const [name, position, email] of nominees) {
    await owner.query(
      `insert into exchange.nomination (id, invitation_id, reply_id, name, position, email)
       values ($1, $2, $3, $4, $5, $6)`,
      [fixedId(`exchange:nomination:${email}`), id, replyId, name, position, email],
    );
  }
}
