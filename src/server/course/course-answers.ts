import type { z } from 'zod';
import { courseAnswers } from '#domain/course/course-round.ts';
import type { Acting } from '../database.ts';

/** What confirmed rounds answered to the wishes of one person, the latest first; null where the file is not in reach. */
export async function courseAnswersOf(
  acting: Acting,
  caseId: string,
): Promise<z.infer<typeof courseAnswers> | null> {
  const { rows } = await acting.client.query<{ told: unknown }>({
    name: 'course_answers',
    text: `select jsonb_build_object('rounds', (select coalesce(jsonb_agg(jsonb_build_object(
          'round_id', c.id, 'title', c.title, 'priorities', c.priorities, 'seed', c.seed,
          'confirmed_at', to_char(c.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'answers', a.answers, 'seats', (select coalesce(jsonb_agg(jsonb_build_object(
            'course_id', s.course_id, 'state', s.state)), '[]') from course_seat s
            where s.round_id = c.id and s.case_id = a.case_id))
          order by c.ended_at desc), '[]')
        from course_answer a join course_round c on c.id = a.round_id
        where a.case_id = f.id),
      'courses', (select coalesce(jsonb_object_agg(k.id, k.name), '{}') from course k
        where exists (select from course_answer a where a.case_id = f.id
          and a.answers @> jsonb_build_array(jsonb_build_object('course_id', k.id))))) as told
      from case_file f where f.id = $1 and exists (select from case_reach r
        where r.case_id = f.id and r.compartment = 'general' and r.reads_to is null)`,
    values: [caseId],
  });
  const [row] = rows;
  return row === undefined ? null : courseAnswers.parse(row.told);
}
