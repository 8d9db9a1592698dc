import type pg from 'pg';
import type { AdoptionStatus, ModelPartName } from '#domain/exchange/practice/adoption.ts';
import { fixedId } from '../../seed/fixed-id.ts';
import { ADOPTION, type AdoptionRow, adoptionTexts, shownOf } from '../adoption/adoption-row.ts';
import { DEMO_EXPERTS } from './experts.ts';
import { DEMO_MODEL } from './models.ts';
import { practiceId } from './practice.ts';
import { institutionId, participantId } from './told.ts';

interface DemoAdoption {
  /** The practice, or what the model is called where it is one. */
  readonly practice: string;
  readonly model?: { readonly id: string; readonly version: number };
  readonly parts?: readonly ModelPartName[];
  readonly by: string;
  readonly status: AdoptionStatus;
  readonly months: number;
  readonly adaptation: string;
  readonly result?: string;
  readonly lessons?: string;
  readonly stopped_because?: string;
  readonly steps?: readonly AdoptionStatus[];
}

/** Who took over what in the demo, in every status. All invented. */
const ADOPTIONS: readonly DemoAdoption[] = [
  {
    ...{ practice: 'bridge-classes', by: 'aigerim', status: 'institutionalised', months: 9 },
    adaptation: 'Groups also in Kazakh; boarding schools included.',
    result: '61 children in the first year, 55 followed lessons without help.',
    lessons: 'A tutor who stays for the whole year matters more than the number of hours.',
    steps: ['planned', 'piloting', 'adopted'],
  },
  {
    ...{ practice: 'bridge-classes', by: 'bermet.asanova', status: 'adopted', months: 7 },
    adaptation: 'Three afternoons instead of four: the bus leaves early.',
    result: 'Attendance rose from 78 to 90 %.',
    steps: ['considering', 'piloting'],
  },
  {
    ...{ practice: 'bridge-classes', by: 'firuza.davlatova', status: 'adopted', months: 5 },
    adaptation: 'Mothers read along once a week.',
    steps: ['piloting'],
  },
  {
    ...{ practice: 'bridge-classes', by: 'ayesha.qureshi', status: 'adopted', months: 4 },
    adaptation: 'Separate rooms for girls over twelve, at the wish of parents.',
    lessons: 'Parents came when the head of school invited them, not the project.',
    steps: ['planned'],
  },
  {
    ...{ practice: 'bridge-classes', by: 'farah', status: 'piloting', months: 2 },
    adaptation: 'Two schools, with the evening classes for older adolescents.',
  },
  {
    ...{ practice: 'play-room', by: 'aigerim', status: 'planned', months: 1 },
    adaptation: 'Two therapists will be trained; rooms are found.',
  },
  {
    ...{ practice: 'play-room', by: 'farah', status: 'stopped', months: 3 },
    adaptation: 'Groups of three families.',
    stopped_because: 'Nobody could be found for supervision.',
    lessons: 'Settle supervision before the first afternoon.',
    steps: ['piloting'],
  },
  {
    ...{ practice: 'mentor-from-quarter', by: 'dilnoza', status: 'considering', months: 1 },
    adaptation:
      'Mentors from the council of the neighbourhood are not asked: people would feel watched.',
  },
  {
    ...{ practice: 'one-window', by: 'firuza.davlatova', status: 'adopted', months: 6 },
    adaptation: 'Four times a year, at the market.',
    result: 'All papers within 61 days instead of 170.',
    steps: ['piloting'],
  },
  {
    ...{ practice: 'Support after coming home', model: DEMO_MODEL, by: 'aigerim' },
    ...{ status: 'adopted', months: 3, parts: ['stages', 'time_limits'] },
    adaptation:
      'Stages and time limits only; forms stay our own. The visit in the first week is made by two workers.',
    result: 'In two regions nine of ten families were visited within five days.',
    lessons: 'Sixty days between two looks at a plan are too short in winter: roads are closed.',
    steps: ['planned', 'piloting'],
  },
];

/** The adoption register of the demo; all of it has passed a second editor. */
export async function seedAdoption(owner: pg.ClientBase, today: string, now: Date): Promise<void> {
  for (const one of ADOPTIONS) {
    const by = DEMO_EXPERTS.find(({ username }) => username === one.by);
    if (by === undefined) throw new Error(`nobody took over ${one.practice}`);
    const kind = one.model === undefined ? 'practice' : 'model';
    const subject = one.model?.id ?? practiceId(one.practice);
    const id = fixedId(`exchange:adoption:${one.practice}:${one.by}`);
    const earlier = (one.steps ?? []).map((status, at) => ({
      status,
      since: daysBefore(today, (one.months + (one.steps?.length ?? 0) - at) * 30),
    }));
    await owner.query(
      `insert into exchange.adoption (id, subject_id, owner_id, country,
         institution_id, status, since, language, adaptation, result, lessons, stopped_because, steps,
         created_at, changed_at, subject_kind, from_version, parts)
       values ($1, $2, $3, $4, $5, $6, $7, 'en', $8, $9, $10, $11, $12, $13, $13, $14, $15, $16)`,
      [
        ...[id, subject, by.id, by.country, institutionId(by.institution), one.status],
        ...[daysBefore(today, one.months * 30), one.adaptation, one.result ?? null],
        ...[one.lessons ?? null, one.stopped_because ?? null, JSON.stringify(earlier), now],
        ...[kind, one.model?.version ?? 1, one.parts ?? []],
      ],
    );
    const { rows } = await owner.query<AdoptionRow>(
      `select ${ADOPTION} from exchange.adoption a where a.id = $1`,
      [id],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the adoption is not there');
    await owner.query(
      `insert into exchange.adoption_shown (adoption_id, subject_kind, subject_id, shown, published_at)
       values ($1, $5, $2, $3, $4)`,
      [id, row.subject_id, JSON.stringify(shownOf(row)), now, kind],
    );
    await owner.query(
      `insert into exchange.publication (id, subject_kind, subject_id, version, title, asked_by, asked_at,
         texts, findings, state, decided_by, decided_at)
       values ($1, 'adoption', $2, 1, coalesce((select p.title -> 'versions' -> 'en' ->> 'text'
         from exchange.practice p where p.id = $8), $3), $4, $5, $6, '[]', 'published', $7, $5)`,
      [
        ...[fixedId(`exchange:publication:adoption:${id}`), id, one.practice, by.id, now],
        ...[JSON.stringify(adoptionTexts(row)), participantId('nodira'), subject],
      ],
    );
  }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
