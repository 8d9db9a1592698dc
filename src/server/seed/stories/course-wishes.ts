import type { WorkProfileBody } from '#domain/case/work-profile.ts';
import { demoCourseId } from '../courses.ts';
import {
  agrees,
  approved,
  begin,
  fileOf,
  planOf,
  type StoryWorld,
  talkedOver,
  visited,
} from './parts.ts';
import { register, told } from './person.ts';
import type { Telling } from './telling.ts';

/** Somebody who wishes for a course, as the story of each begins. */
interface Wishing {
  readonly key: string;
  readonly name: { readonly given: string; readonly patronymic: string; readonly family: string };
  readonly born: string;
  readonly days: number;
  readonly urgent?: string;
  readonly profile: WorkProfileBody;
  readonly courses: readonly string[];
  readonly strengths: string;
  readonly wish: string;
}

const FREE: WorkProfileBody['limits'] = {
  ...{ hours: 'any', childcare: false, distance: 'region' },
  ...{ papers_missing: false, lighter_work: false },
};

/** Three women of Aziza's: one will be urgent, one waits longest, one has just begun to wish. */
const WISHING: readonly Wishing[] = [
  {
    ...{ key: 'learner:hair', born: '1995-03-02', days: 96, courses: ['hair', 'cook'] },
    name: { given: 'Barno', patronymic: 'Shavkat qizi', family: 'Joʻrayeva' },
    urgent: 'The rent for spring is not there yet.',
    profile: {
      wishes: [
        { words: 'sartarosh', occupation: '5141', as: 'course' },
        { words: 'salonda ishlash', occupation: '5141', as: 'job' },
      ],
      experience: [{ words: 'sisters’ and neighbours’ hair', occupation: '5141', years: 6 }],
      skills: ['cuts and braids hair', 'does wedding make-up'],
      ...{ schooling: 'lower_secondary', schooling_state: 'finished' },
      limits: { ...FREE, hours: 'part', childcare: true, distance: 'district' },
    },
    ...{ strengths: 'People like to sit in her chair and talk.', wish: 'A chair in a salon.' },
  },
  {
    ...{ key: 'learner:coats', born: '1988-10-19', days: 120, courses: ['tailor', 'hair'] },
    name: { given: 'Matluba', patronymic: 'Hamid qizi', family: 'Rahmonova' },
    profile: {
      wishes: [{ words: 'швея, шить пальто', occupation: '7531', as: 'course' }],
      experience: [{ words: 'sewed uniforms', occupation: '8153', years: 3 }],
      skills: ['sews by machine', 'reads patterns'],
      ...{ schooling: 'vocational', schooling_state: 'interrupted' },
      limits: FREE,
    },
    ...{ strengths: 'Patient and exact.', wish: 'To sew coats that last.' },
  },
  {
    ...{ key: 'learner:cook', born: '2004-12-11', days: 70, courses: ['cook', 'tailor'] },
    name: { given: 'Sevinch', patronymic: 'Botir qizi', family: 'Ismoilova' },
    profile: {
      wishes: [{ words: 'oshpaz boʻlmoqchiman', occupation: '5120', as: 'any' }],
      experience: [],
      skills: ['cooks for eight'],
      ...{ schooling: 'upper_secondary', schooling_state: 'recognition_pending' },
      limits: { ...FREE, papers_missing: true, words: 'Evenings at home with her mother.' },
    },
    ...{ strengths: 'Learns quickly, laughs easily.', wish: 'To cook for many.' },
  },
];

/** Wishes of the next district, by the number of the story of `elsewhere`. */
const ELSEWHERE: readonly (readonly [index: number, ago: number, ...courses: string[]])[] = [
  [0, 44, 'hair', 'tailor'],
  [1, 40, 'hair'],
  [3, 38, 'cook', 'hair'],
  [4, 37, 'tailor', 'cook'],
  [6, 36, 'cook'],
  [7, 35, 'hair', 'cook', 'tailor'],
  [9, 33, 'tailor', 'hair'],
  [11, 30, 'cook', 'tailor'],
  // For the round that is still open.
  [2, 6, 'sewing', 'baking'],
  [5, 4, 'sewing'],
  [8, 1, 'baking', 'sewing'],
];

/** People of two districts wish for the same few seats. */
export async function wishesForCourses(world: StoryWorld): Promise<void> {
  for (const one of WISHING) await wishing(world, one);
  for (const [index, ago, ...courses] of ELSEWHERE) {
    const { case: case_id } = told(`other:${index}`);
    // Beside what the story of that file tells, under a thread of its own.
    await world.tell.say(
      { ...told(`other:${index}`), thread: `wish:${case_id}` },
      'kamola',
      [ago, '16:00'],
      'wish_courses',
      {
        ...{ courses: courses.map(demoCourseId), agreed_by_person: true },
      },
    );
  }
}

async function wishing(world: StoryWorld, one: Wishing): Promise<void> {
  const { tell, district } = world;
  const { key, days, urgent } = one;
  await register(
    tell,
    key,
    'aziza',
    days,
    {
      name: { ...one.name, script: 'Latn' },
      ...{ born: one.born, languages: ['uz', 'ru'] },
      return: { daysAgo: days + 30 },
      papers: [{ kind: 'identity_card', state: 'held' }],
      home: { of: key, as: 'head' },
    },
    district,
  );
  const ground = fileOf(world, key, 'aziza');
  await begin(ground, [days, '11:00']);
  await agrees(ground, [days - 1, '10:00'], ['vocational_training', 'employment']);
  await talkedOver(ground, [days - 4, '11:00'], {
    ...{ vocational_training: 'some', employment: 'some', income: 'some' },
  });
  await approved(ground, 'assessment', [days - 5, '09:00'], [days - 6, '10:00']);
  await tell.say(ground.file, 'aziza', [days - 8, '11:00'], 'record_work_profile', one.profile);
  const plan = planOf(ground, one.strengths, one.wish, [
    {
      ...{ domain: 'vocational_training', words: one.wish },
      steps: [['visit', 'Go and see the training centre', 'worker', days - 25]],
    },
  ]);
  await tell.say(ground.file, 'aziza', [days - 10, '12:00'], 'agree_plan', plan);
  await approved(ground, 'plan', [days - 10, '12:30'], [days - 12, '10:00']);
  if (urgent !== undefined) {
    await tell.say(ground.file, 'aziza', [46, '10:00'], 'identify_need', {
      ...{ need_id: tell.id(`need:${key}`), domain: 'employment', urgent: true, words: urgent },
    });
  }
  await tell.say(ground.file, 'aziza', [45, '10:00'], 'wish_courses', {
    ...{ courses: one.courses.map(demoCourseId), agreed_by_person: true },
  });
  await visited(ground, [24, '15:00'], 'phone', 'Asked when the courses answer.', -10);
}

/** What they say to the answer, ten days after it came. */
export async function seatsAnswered(
  tell: Telling,
  seats: readonly { readonly case_id: string; readonly course_id: string }[],
  round_id: string,
): Promise<void> {
  for (const key of ['learner:hair', 'learner:coats']) {
    const file = told(key);
    const seat = seats.find(({ case_id }) => case_id === file.case);
    if (seat === undefined) continue;
    await tell.say(file, 'aziza', [9, '11:00'], 'answer_seat', {
      ...{ round_id, course_id: seat.course_id, reply: 'taken' },
    });
  }
}
