import { agrees, begin, fileOf, type StoryWorld, talkedOver, visited } from './parts.ts';
import { register } from './person.ts';

/** Files of another district, which nobody of the first one may find. */
export async function elsewhere(world: StoryWorld): Promise<void> {
  const { tell, other_district } = world;
  const people = [
    ['aigul', 'Айгүл', 'Нұрланқызы', 'Сейтова', '1994-09-13', ['kk', 'ru'], 'ethnic_return'],
    ['tojigul', 'Тоҷигул', 'Раҳимовна', 'Назарова', '1987-03-21', ['tg', 'ru'], 'conflict_zone'],
    ['asel', 'Асель', 'Бакытовна', 'Токтоматова', '2000-11-11', ['ky', 'ru'], 'conflict_zone'],
  ] as const;
  let days = 30;
  for (const [key, given, patronymic, family, born, languages, context] of people) {
    await register(
      tell,
      key,
      'kamola',
      days,
      {
        name: { given, patronymic, family, script: 'Cyrl' },
        ...{ born, languages, interpreter: key === 'tojigul' },
        ...{ return: { daysAgo: days + 20, context }, home: { of: key, as: 'head' } },
      },
      other_district,
    );
    const ground = fileOf(world, key, 'kamola');
    await begin(ground, [days, '12:00']);
    await agrees(ground, [days - 1, '10:00'], ['civil_papers', 'employment']);
    await talkedOver(ground, [days - 3, '11:00'], { papers: 'some', employment: 'some' });
    await visited(ground, [days - 3, '11:30'], 'home_visit', 'Met the whole family over tea.', -2);
    days -= 7;
  }
}
