import { z } from 'zod';
import { fieldProblems } from '../field-problem.ts';
import type { FieldProblem } from '../problem.ts';
import type { RoundResult } from './allocate.ts';
import { type Round, readRound } from './round.ts';

// Two kinds of published instances, as test collections of matching write them: residents and hospitals, students
// and the projects of lecturers. Both are rounds in which every order is given and no lot is drawn.

const number = z.int().min(0);
const list = z.array(number).max(20_000);
const offered = z.strictObject({ capacity: number, preferences: list });
const byNumber = <Item extends z.ZodType>(item: Item) =>
  z.record(z.string().regex(/^\d{1,9}$/), item);

const hospitals = z.object({
  kind: z.literal('hospital-residents'),
  instance: z.strictObject({ residents: byNumber(list), hospitals: byNumber(offered) }),
});
const projects = z.object({
  kind: z.literal('student-project-allocation'),
  instance: z.strictObject({
    students: byNumber(list),
    projects: byNumber(z.strictObject({ capacity: number, lecturer: number })),
    lecturers: byNumber(offered),
  }),
});
const published = z.discriminatedUnion('kind', [hospitals, projects]);
type Published = z.infer<typeof published>;

/** Who goes where, in the words of the collection: `resident_sided`, `hospital_sided` and so on. */
export type PublishedMatching = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

export interface ReadPublished {
  readonly round: Round;
  /** The result in the words of the collection. */
  matching(result: RoundResult): PublishedMatching;
}

/** True for what says of itself that it is a published instance. */
export function isPublished(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input && 'instance' in input;
}

/** Reads a published instance as a round. */
export function readPublished(
  input: unknown,
  root: string,
): ReadPublished | { readonly problems: readonly FieldProblem[] } {
  const parsed = published.safeParse(input);
  if (!parsed.success) return { problems: fieldProblems(parsed.error.issues, root, input) };
  const isHospital = parsed.data.kind === 'hospital-residents';
  const read = readRound(roundOf(parsed.data), root);
  if ('problems' in read) return read;
  return {
    round: read.round,
    matching: (result) =>
      isHospital
        ? { resident_sided: seats(result), hospital_sided: seatedBy(result, (course) => course) }
        : { student_sided: seats(result), lecturer_sided: lecturers(read.round, result) },
  };
}

function roundOf(given: Published): Round {
  const none = { seed: 'no lot', priorities: [] };
  if (given.kind === 'hospital-residents') {
    const { residents, hospitals } = given.instance;
    return {
      ...none,
      courses: Object.entries(hospitals).map(([at, one]) => ({
        ...{ id: `h${at}`, seats: one.capacity, order: one.preferences.map((r) => `r${r}`) },
      })),
      people: Object.entries(residents).map(([at, wishes]) => ({
        ...{ id: `r${at}`, wishes: wishes.map((h) => `h${h}`) },
      })),
    };
  }
  const { students, projects, lecturers } = given.instance;
  return {
    ...none,
    courses: Object.entries(projects).map(([at, { capacity, lecturer }]) => ({
      ...{ id: `p${at}`, seats: capacity, provider: `l${lecturer}` },
    })),
    providers: Object.entries(lecturers).map(([at, one]) => ({
      ...{ id: `l${at}`, seats: one.capacity, order: one.preferences.map((s) => `s${s}`) },
    })),
    people: Object.entries(students).map(([at, wishes]) => ({
      ...{ id: `s${at}`, wishes: wishes.map((p) => `p${p}`) },
    })),
  };
}

function seats(result: RoundResult): Record<string, string> {
  return Object.fromEntries(result.people.map(({ id, course }) => [id, course ?? '']));
}

function lecturers(round: Round, result: RoundResult): Record<string, string[]> {
  const of = new Map(round.courses.map(({ id, provider = '' }) => [id, provider]));
  const empty = Object.fromEntries((round.providers ?? []).map(({ id }) => [id, []]));
  return { ...empty, ...seatedBy(result, (course) => of.get(course) ?? '') };
}

/** Numbers in their order, as the collection writes them. */
function seatedBy(result: RoundResult, of: (course: string) => string): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const { id, seated } of result.courses) {
    const own = all[of(id)] ?? [];
    own.push(...seated);
    all[of(id)] = own;
  }
  for (const people of Object.values(all))
    people.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return all;
}
