import type pg from 'pg';
import { fixedId } from '../../seed/fixed-id.ts';
import { participantId, SEED_TIME, told } from './told.ts';

export function editionId(slug: string): string {
  return fixedId(`exchange:edition:${slug}`);
}

/** The day so many days after `today`, both `YYYY-MM-DD`. */
export function dayFrom(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

const SERIES = fixedId('exchange:series:homecoming');

/** Roles of the demo; where no edition is named they are held for the whole exchange. */
const ROLES: readonly (readonly [
  username: string,
  role: string,
  edition?: string,
  country?: string,
])[] = [
  ['nodira', 'organiser'],
  ['dilnoza', 'editor'],
  ['nodira', 'editor'],
  ['ravshan', 'reviewer'],
  ['anneke', 'reviewer'],
  ['meilin', 'moderator', 'homecoming-2'],
  ['otabek', 'interpreter', 'homecoming-2'],
  ['priya', 'speaker', 'homecoming-2'],
  ['aigerim', 'delegate', 'homecoming-2', 'KZ'],
  ['farah', 'delegate', 'homecoming-2', 'MY'],
  ['lukas', 'attendee', 'homecoming-2'],
];

/** One series with an edition that has ended and one that is coming, and who does what. */
export async function seedEditions(owner: pg.ClientBase, today: string): Promise<void> {
  const title = told('Homecoming', 'Возвращение домой', 'Uyga qaytish');
  await owner.query(
    'insert into exchange.series (id, slug, title, created_at) values ($1, $2, $3, $4)',
    [SERIES, 'homecoming', JSON.stringify(title), SEED_TIME],
  );
  const editions = [
    {
      ...{ slug: 'homecoming-1', starts: -330, days: 1, state: 'ended' },
      title: told(
        ...(['First dialogue “Homecoming”: children back at school'] as const),
        ...(['Первый диалог «Возвращение домой»: дети снова в школе'] as const),
        ...(['“Uyga qaytish” birinchi muloqoti: bolalar yana maktabda'] as const),
      ),
      lead: told(
        'What helped children who came home to learn again, and what their teachers needed.',
        'Что помогло детям, вернувшимся домой, снова учиться и что было нужно их учителям.',
        'Uyga qaytgan bolalarga yana oʻqishda nima yordam berdi va ularning oʻqituvchilariga nima kerak boʻldi.',
      ),
    },
    {
      ...{ slug: 'homecoming-2', starts: 24, days: 1, state: 'published' },
      title: told(
        ...(['Second dialogue “Homecoming”: from arrival to a settled life'] as const),
        ...(['Второй диалог «Возвращение домой»: от прибытия к устроенной жизни'] as const),
        ...(['“Uyga qaytish” ikkinchi muloqoti: kelishdan barqaror hayotgacha'] as const),
      ),
      lead: told(
        'Fifty experts of ten countries and two organisations share what worked with papers, housing, school, health and work, and agree on what to do next.',
        'Пятьдесят экспертов из десяти стран и двух организаций делятся тем, что помогло с документами, жильём, школой, здоровьем и работой, и договариваются о дальнейших шагах.',
        'Oʻn mamlakat va ikki tashkilotdan ellik ekspert hujjat, uy-joy, maktab, sogʻliq va ish masalasida nima yordam berganini baham koʻradi va keyingi qadamlarni kelishib oladi.',
      ),
    },
  ];
  for (const { slug, starts, days, state, title: name, lead } of editions) {
    await owner.query(
      `insert into exchange.edition (id, series_id, slug, title, lead, starts_on, ends_on, time_zone,
         languages, state, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'Asia/Tashkent', $8, $9, $10)`,
      [
        ...[editionId(slug), SERIES, slug, JSON.stringify(name), JSON.stringify(lead)],
        ...[dayFrom(today, starts), dayFrom(today, starts + days), ['en', 'ru', 'uz-Latn']],
        ...[state, SEED_TIME],
      ],
    );
  }
  for (const [username, role, edition, country] of ROLES) {
    await owner.query(
      `insert into exchange.role (id, participant_id, edition_id, role, country, granted_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        fixedId(`exchange:role:${username}:${role}:${edition ?? ''}`),
        ...[participantId(username), edition === undefined ? null : editionId(edition), role],
        ...[country ?? null, SEED_TIME],
      ],
    );
  }
}
