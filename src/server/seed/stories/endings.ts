import {
  agrees,
  approved,
  begin,
  fileOf,
  planOf,
  reached,
  type StoryWorld,
  stepDone,
  talkedOver,
  visited,
} from './parts.ts';
import { register } from './person.ts';

/** A woman whose support is completed. */
export async function completed(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'sabohat',
    'aziza',
    320,
    {
      name: { given: 'Sabohat', patronymic: 'Toʻlqinovna', family: 'Eshonqulova', script: 'Latn' },
      ...{ born: '1982-10-19', languages: ['uz'], return: { daysAgo: 380, from: 'SY' } },
      papers: [{ kind: 'identity_card', state: 'held' }],
      home: { of: 'sabohat', as: 'head' },
    },
    district,
  );
  const ground = fileOf(world, 'sabohat', 'aziza');
  await begin(ground, [320, '11:00']);
  await agrees(ground, [319, '10:00'], ['benefits', 'housing', 'civil_papers']);
  await talkedOver(ground, [315, '11:00'], { papers: 'some', housing: 'some', income: 'some' });
  await approved(ground, 'assessment', [314, '09:00'], [312, '10:00']);
  const plan = planOf(ground, 'Brings people together.', 'A door of her own.', [
    {
      ...{ domain: 'housing', words: 'A door of my own' },
      steps: [['home', 'Find two rooms near her sister', 'worker', 250]],
    },
  ]);
  await tell.say(ground.file, 'aziza', [310, '12:00'], 'agree_plan', plan);
  await approved(ground, 'plan', [310, '12:30'], [308, '10:00']);
  await reached(ground, [290, '09:00'], 'document_issued', 'Identity card.');
  await stepDone(ground, [255, '12:00'], 'home');
  await reached(ground, [255, '12:10'], 'home_secured', 'Two rooms, a lilac in the yard.');
  await reached(ground, [240, '09:00'], 'benefit_granted');
  await visited(ground, [120, '11:00'], 'home_visit', 'Tea under the lilac. She needs us no more.');
  await reached(ground, [118, '09:00'], 'volunteers', 'Helps at the school kitchen.');
  await tell.say(ground.file, 'aziza', [100, '10:00'], 'prepare_closure', {
    ...{ closure_id: tell.id('closure:sabohat'), reason: 'goals_reached', feedback_offered: true },
    ...{ summary: 'She has her papers, her home and her circle.', check_ins: [] },
  });
  await approved(ground, 'closure', [100, '10:30'], [98, '09:00']);
}

/** A family that moved: another team goes on with them. */
export async function movedOn(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'rano',
    'baxtiyor',
    160,
    {
      name: { given: 'Раъно', patronymic: 'Собировна', family: 'Ҳамроева', script: 'Cyrl' },
      ...{ born: '1990-02-28', languages: ['uz', 'tg'], return: { daysAgo: 200, from: 'TR' } },
      home: { of: 'rano', as: 'head' },
    },
    district,
  );
  const ground = fileOf(world, 'rano', 'baxtiyor');
  await begin(ground, [160, '11:00'], { origin: 'relative' });
  await agrees(ground, [159, '10:00'], ['housing']);
  await talkedOver(ground, [155, '11:00'], { housing: 'some', community: 'some' });
  await visited(ground, [155, '11:30'], 'office', 'Her husband found work in another town.');
  await tell.say(ground.file, 'baxtiyor', [90, '10:00'], 'prepare_closure', {
    ...{ closure_id: tell.id('closure:rano'), reason: 'moved_planned', feedback_offered: true },
    ...{ summary: 'They moved together. The team there knows and waits.', check_ins: [] },
  });
  await approved(ground, 'closure', [90, '10:30'], [89, '09:00']);
}
