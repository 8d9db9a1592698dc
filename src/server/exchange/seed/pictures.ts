import type pg from 'pg';
import type { Wording } from '#domain/exchange/wording.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { textsOf } from '../news/news-publishing.ts';
import { bar, disc, drawn } from './drawn-shape.ts';
import { editionId } from './editions.ts';
import { publishedBySecond } from './news.ts';
import { participantId, SEED_TIME, told } from './told.ts';

const SAND = [238, 226, 203] as const;
const TEAL = [23, 96, 107] as const;
const CLAY = [176, 96, 66] as const;
const INK = [44, 62, 68] as const;
const SKY = [205, 226, 232] as const;

interface DemoPicture {
  readonly code: string;
  readonly portraitOf?: string;
  readonly bytes: Buffer;
  readonly size: readonly [width: number, height: number];
  readonly alt: Wording;
  readonly caption?: Wording;
}

const FACELESS = told(
  'A drawn sign instead of a portrait: a circle over a half circle',
  'Нарисованный знак вместо портрета: круг над полукругом',
  'Portret oʻrniga chizilgan belgi: yarim doira ustidagi doira',
);
const sign = (code: string, colour: typeof TEAL | typeof CLAY): DemoPicture => ({
  ...{ code: `portrait-${code}`, portraitOf: code, size: [160, 160], alt: FACELESS },
  bytes: drawn(160, 160, SAND, [disc(colour, 0.5, 1, 0.36, 1.1), disc(colour, 0.5, 0.4, 0.18)]),
});

const PICTURES: readonly DemoPicture[] = [
  sign('nodira', TEAL),
  sign('priya', CLAY),
  {
    ...{ code: 'table', size: [640, 400] },
    bytes: drawn(640, 400, SKY, [
      bar(INK, 0.1, 0.9, 0.62, 0.68),
      ...[0.2, 0.4, 0.6, 0.8].map((x, at) => disc(at % 2 ? CLAY : TEAL, x, 0.48, 0.1, 0.62)),
    ]),
    alt: told(
      'A drawing: a long table, four circles behind it',
      'Рисунок: длинный стол, за ним четыре круга',
      'Rasm: uzun stol, uning ortida toʻrtta doira',
    ),
    caption: told(
      'The opening session: four delegations at one table',
      'Открытие: четыре делегации за одним столом',
      'Ochilish majlisi: toʻrt delegatsiya bir stol atrofida',
    ),
  },
  {
    ...{ code: 'house', size: [640, 400] },
    bytes: drawn(640, 400, SAND, [
      disc(CLAY, 0.5, 0.45, 0.3, 0.8),
      bar(TEAL, 0.32, 0.68, 0.45, 0.85),
      bar(SAND, 0.46, 0.54, 0.6, 0.85),
    ]),
    alt: told(
      'A drawing: a house with a round roof and an open door',
      'Рисунок: дом с круглой крышей и открытой дверью',
      'Rasm: tomi dumaloq, eshigi ochiq uy',
    ),
    caption: told(
      'The sign of the first dialogue: a house whose door stands open',
      'Знак первого диалога: дом с открытой дверью',
      'Birinchi muloqot belgisi: eshigi ochiq uy',
    ),
  },
];

/** Drawn shapes in the places of portraits and photographs: the demo shows nobody. */
export async function seedPictures(owner: pg.ClientBase): Promise<void> {
  const nodira = participantId('nodira');
  for (const { code, portraitOf, bytes, size, alt, caption } of PICTURES) {
    const id = fixedId(`exchange:picture:${code}`);
    const of = portraitOf === undefined ? null : participantId(portraitOf);
    await owner.query(
      `insert into exchange.picture (id, participant_id, edition_id, alt, caption, media_type, bytes,
         width, height, consent, created_by, created_at)
       values ($1, $2, $3, $4, $5, 'image/png', $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, of, of === null ? editionId('homecoming-1') : null, JSON.stringify(alt)],
        ...[caption === undefined ? null : JSON.stringify(caption), bytes, ...size],
        ...['A drawing: nobody is in it.', of ?? nodira, SEED_TIME],
      ],
    );
    const texts = { ...textsOf('alt', alt), ...(caption ? textsOf('caption', caption) : {}) };
    await publishedBySecond(
      owner,
      ['picture', id, alt.versions.en?.text ?? code, texts],
      SEED_TIME,
    );
  }
}
