import type { z } from 'zod';
import type { complaint, complaintStep, listedComplaint } from '#domain/complaint/complaint.ts';
import { type Counting, owedOf, type Step, standingOf } from '#domain/complaint/standing.ts';
import type { Acting } from '../database.ts';

type Listed = z.infer<typeof listedComplaint>;
type Whole = z.infer<typeof complaint>;
type KnownStep = z.infer<typeof complaintStep>;

interface Row extends Pick<Listed, 'id' | 'about' | 'came_by' | 'about_child' | 'has_recording'> {
  readonly received_at: string;
  readonly steps: readonly KnownStep[];
}

const AT = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const STEPS = `(select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind,
    'outcome', e.outcome, 'words', e.words, 'at', ${AT('e.at')}) order by e.at, e.id), '[]')
  from complaint_event e where e.complaint_id = c.id) as steps`;
const HEAD = `c.id, c.about, c.came_by, c.about_child, ${AT('c.received_at')} as received_at,
  exists (select from complaint_recording r where r.complaint_id = c.id) as has_recording, ${STEPS}`;

/** The complaints that this actor may read: all for the complaints officer, to everybody else none. */
export async function complaintRows(
  { client }: Acting,
  after: readonly [string, string] | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await client.query<Row>({
    name: 'complaints',
    text: `select ${HEAD} from complaint c
      where $1::timestamptz is null or (c.received_at, c.id) < ($1, $2::uuid)
      order by c.received_at desc, c.id desc limit $3`,
    values: [after?.[0] ?? null, after?.[1] ?? null, limit],
  });
  return rows;
}

/** One line of the list: where it stands and what is owed. */
export function listedOf(row: Row, model: Counting | null, now: Date): Listed {
  const { steps, ...head } = row;
  const standing = standingOf(steps satisfies readonly Step[]);
  const { standing: where, outcome } = standing;
  return { ...head, standing: where, outcome, ...owedOf(standing, model, now.toISOString()) };
}

/** One complaint whole, or null where this actor reads none. */
export async function complaintById(
  { client }: Acting,
  id: string,
  model: Counting | null,
  now: Date,
): Promise<Whole | null> {
  const { rows } = await client.query<Row & Omit<Whole, keyof Row>>({
    name: 'complaint_by_id',
    text: `select ${HEAD}, c.words, c.wish, c.language, c.answer_way, c.answer_words, c.name,
        c.anonymous, to_char(c.happened_on, 'YYYY-MM-DD') as happened_on, c.number, c.taken_role,
        (select jsonb_build_object('seconds', r.seconds, 'media', r.media)
          from complaint_recording r where r.complaint_id = c.id) as recording
      from complaint c where c.id = $1`,
    values: [id],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return { ...row, ...listedOf(row, model, now), steps: [...row.steps] };
}
