import {
  agrees,
  approved,
  assisted,
  begin,
  fileOf,
  planOf,
  type StoryWorld,
  stepDone,
  talkedOver,
  visited,
} from './parts.ts';
import { register } from './person.ts';

type Other = readonly [
  given: string,
  patronymic: string,
  family: string,
  born: string,
  tag: string,
];

const OTHERS: readonly Other[] = [
  ['Айгүл', 'Нұрланқызы', 'Сейтова', '1994-09-13', 'kk'],
  ['Тоҷигул', 'Раҳимовна', 'Назарова', '1987-03-21', 'tg'],
  ['Асель', 'Бакытовна', 'Токтоматова', '2000-11-11', 'ky'],
  ['Гулнор', 'Саидовна', 'Шарипова', '1990-01-04', 'tg'],
  ['Жанар', 'Ерланқызы', 'Омарова', '1985-05-30', 'kk'],
  ['Насиба', 'Юсуфовна', 'Холиқова', '1992-08-08', 'uz'],
  ['Perizat', 'Baxit qizi', 'Allambergenova', '1998-02-17', 'kaa'],
  ['Нургуль', 'Асановна', 'Жээнбекова', '1983-12-03', 'ky'],
  ['Ziyoda', 'Erkin qizi', 'Pardayeva', '1996-07-26', 'uz'],
  ['Фарзона', 'Алиевна', 'Давлатова', '1989-10-10', 'tg'],
  ['Сауле', 'Маратқызы', 'Бекенова', '1991-04-19', 'kk'],
  ['Матлуба', 'Ҳакимовна', 'Раҳмонова', '1979-06-06', 'uz'],
  ['Айнура', 'Талантовна', 'Сыдыкова', '1997-03-15', 'ky'],
];

/**
 * Files of another district, which nobody of the first one may find. There are enough of them for the
 * numbers of the country to show something: a cell of fewer than ten people is never shown.
 */
export function elsewhere(world: StoryWorld): Promise<void> {
  return others(world, 0);
}

/** The second half of them, told beside the first. */
export function furtherElsewhere(world: StoryWorld): Promise<void> {
  return others(world, 1);
}

async function others(world: StoryWorld, half: 0 | 1): Promise<void> {
  for (const [index, other] of OTHERS.entries()) {
    if (index % 2 === half) await one(world, other, index);
  }
}

async function one(world: StoryWorld, other: Other, index: number): Promise<void> {
  const [given, patronymic, family, born, tag] = other;
  const { tell, other_district } = world;
  const key = `other:${index}`;
  const days = 76 - index;
  await register(
    tell,
    key,
    'kamola',
    days,
    {
      name: { given, patronymic, family, script: /[a-z]/.test(given) ? 'Latn' : 'Cyrl' },
      ...{ born, languages: [tag, 'ru'], interpreter: tag === 'kaa' },
      return: { daysAgo: days + 20, context: tag === 'kk' ? 'ethnic_return' : 'conflict_zone' },
      home: { of: key, as: 'head' },
    },
    other_district,
  );
  const ground = fileOf(world, key, 'kamola');
  await begin(ground, [days, '12:00']);
  await agrees(ground, [days - 1, '10:00'], ['civil_papers', 'employment', 'health_care']);
  await talkedOver(ground, [days - 3, '11:00'], {
    ...{ papers: 'some', employment: index % 5 === 0 ? 'none' : 'some' },
    ...{ health: index % 4 === 0 ? 'none' : 'some', community: index % 3 === 0 ? 'none' : 'some' },
  });
  await approved(ground, 'assessment', [days - 4, '09:00'], [days - 6, '10:00']);
  const plan = planOf(ground, 'Her neighbours stand by her.', 'A quiet year.', [
    {
      ...{ domain: 'papers', words: 'A card with my own name' },
      steps: [
        ['form', 'Fill in the form together', 'worker', days - 20],
        ['card', 'Fetch the card', 'person', -6 - index],
      ],
    },
  ]);
  await tell.say(ground.file, 'kamola', [days - 8, '11:00'], 'agree_plan', plan);
  await approved(ground, 'plan', [days - 8, '11:30'], [days - 10, '10:00']);
  await stepDone(ground, [days - 22, '10:00'], 'form');
  // All of it 31 days ago: always in a month that is over, so that the coordinator's sums show something.
  const helped = { by: 'family_centre', on: 31 } as const;
  await assisted(ground, helped, 'food', '450000');
  if (index < 11) await assisted(ground, helped, 'heating', '600000');
  if (index % 6 === 1) await assisted(ground, helped, 'medicine', '85000');
  await visited(ground, [3 + index, '15:00'], 'home_visit', 'Met the whole family over tea.', -7);
}
