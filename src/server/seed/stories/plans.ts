import { DEMO_PEOPLE } from '../accounts.ts';
import { paperOf } from './papers.ts';
import {
  agrees,
  approved,
  begin,
  booked,
  fileOf,
  planOf,
  proposed,
  referred,
  type StoryWorld,
  stepDone,
  talkedOver,
  visited,
} from './parts.ts';
import { register } from './person.ts';

/** A mother whose plan was changed in two places at once: both versions stand until she decides. */
export async function twoVersions(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'oydin',
    'aziza',
    45,
    {
      name: { given: 'Oydin', patronymic: 'Rustamovna', family: 'Xolmatova', script: 'Latn' },
      ...{
        born: '1998-12-24',
        telephone: '+998 90 555 08 64',
        return: { daysAgo: 60, from: 'SY' },
      },
      papers: [{ kind: 'identity_card', state: 'applied' }],
      home: { of: 'oydin', as: 'head' },
    },
    district,
  );
  await register(
    tell,
    'bilol',
    'aziza',
    45,
    {
      name: { given: 'Билол', family: 'Холматов', script: 'Cyrl' },
      ...{ born: '2022', sex: 'male', languages: ['uz'], return: { daysAgo: 60, from: 'SY' } },
      papers: [{ kind: 'birth_certificate', state: 'never_had' }],
      home: { of: 'oydin', as: 'child' },
      ties: { oydin: { kind: 'mother', parent_state: 'present' } },
    },
    district,
  );
  const oydin = fileOf(world, 'oydin', 'aziza');
  await begin(oydin, [44, '11:00']);
  await agrees(oydin, [43, '10:30'], ['vocational_training', 'civil_papers', 'psychosocial_care']);
  await talkedOver(oydin, [40, '11:30'], {
    vocational_training: ['some', 'Hairdresser or baker, she is not sure yet.'],
    papers: 'some',
    wellbeing: ['some', 'Sleeps badly.'],
  });
  await approved(oydin, 'assessment', [39, '09:30'], [38, '10:30']);
  const strengths = 'Talks easily with everybody.';
  const wishes = 'To stand on her own feet.';
  const papers = {
    ...{ domain: 'papers', words: 'My own card in my hand' },
    steps: [['card', 'Fetch the identity card', 'person', -7] as const],
  };
  const trade = (what: string) => ({
    ...{ domain: 'vocational_training', words: 'A trade that feeds us' },
    steps: [['trade', what, 'service', -14] as const],
  });
  const plan = (what: string) => planOf(oydin, strengths, wishes, [papers, trade(what)]);
  const first = await tell.say(oydin.file, 'aziza', [36, '11:00'], 'agree_plan', plan('A course'));
  await approved(oydin, 'plan', [36, '11:30'], [34, '09:30']);
  await tell.say(oydin.file, 'gulnora', [33, '10:00'], 'assign_specialist', {
    ...{ account_id: DEMO_PEOPLE.nargiza.id, compartment: 'psychosocial' },
  });
  const card = paperOf(oydin, 'identity_card');
  await card.begun([32, '10:00']);
  await card.step([30, '11:00'], 'lodge_document', {
    ...{ receipt: 'P-0931', fee_paid_by: 'programme', answer_due_on: tell.day(-5) },
  });
  await visited(oydin, [11, '15:00'], 'home_visit', 'She thinks of hairdressing now.', -3);
  const seen = { plan: first };
  await tell.say(
    oydin.file,
    'aziza',
    [4, '16:00'],
    'revise_plan',
    plan('Course: hairdresser'),
    seen,
  );
  await tell.say(
    oydin.file,
    'nargiza',
    [3, '17:00'],
    'revise_plan',
    plan('Course in baking'),
    seen,
  );
}

/** A woman with a step that is late, and a referral that the polyclinic has not seen yet. */
export async function lateStep(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'gulbahor',
    'aziza',
    52,
    {
      name: { given: 'Гулбаҳор', patronymic: 'Эргашевна', family: 'Қаюмова', script: 'Cyrl' },
      ...{ born: '1979-03-08', languages: ['uz'], telephone: '+998 91 555 09 15' },
      return: { daysAgo: 80, from: 'AF' },
      papers: [{ kind: 'passport', state: 'applied' }],
      home: { of: 'gulbahor', as: 'head' },
    },
    district,
  );
  const ground = fileOf(world, 'gulbahor', 'aziza');
  await begin(ground, [52, '11:00']);
  await agrees(ground, [51, '10:00'], ['health_care', 'benefits', 'housing', 'community_support']);
  await talkedOver(ground, [47, '11:00'], {
    health: ['some', 'Walks with a stick; her knee.'],
    housing: ['some', 'The stove smokes.'],
    income: 'some',
    community: ['some', 'The women of the street bring soup.'],
  });
  await approved(ground, 'assessment', [46, '09:00'], [44, '10:00']);
  const plan = planOf(ground, 'Knows every plant; neighbours come for advice.', 'A garden.', [
    {
      ...{ domain: 'housing', words: 'A warm room without smoke' },
      steps: [
        ['stove', 'Have the stove repaired before the frost', 'worker', 3],
        ['window', 'Seal the window', 'family', 25],
      ],
    },
    {
      ...{ domain: 'health', words: 'To walk to the bazaar again' },
      steps: [['knee', 'See the doctor about her knee', 'person', -2, true]],
    },
  ]);
  await tell.say(ground.file, 'aziza', [42, '12:00'], 'agree_plan', plan);
  await approved(ground, 'plan', [42, '12:30'], [40, '10:00']);
  // Her husband has been missing for years: the worker sees that the lawyer is with her, and when next.
  await tell.say(ground.file, 'gulnora', [39, '10:00'], 'assign_specialist', {
    ...{ account_id: DEMO_PEOPLE.rustam.id, compartment: 'legal' },
  });
  const absence = paperOf(ground, 'spouse_absence', { by: 'rustam' });
  await absence.begun([36, '15:00']);
  await absence.step([33, '15:00'], 'take_document_to_court', { hearing_on: tell.day(-12) });
  const passport = paperOf(ground, 'passport');
  await passport.begun([29, '10:00']);
  await passport.step([28, '11:00'], 'lodge_document', {
    ...{ receipt: 'P-0944', fee_paid_by: 'person', answer_due_on: tell.day(-3) },
  });
  await stepDone(ground, [27, '12:00'], 'window');
  await visited(
    ground,
    [15, '11:00'],
    'home_visit',
    'The window is tight. The stove still smokes.',
    0,
  );
  await booked(ground, [15, '11:10'], [-1, '14:00'], 'Appointment at the office');
  await referred(ground, [2, '10:00'], 'family_doctor', 'Her knee; walks with a stick.', {
    ...{ urgency: 'urgent', accompanied_by: 'worker' },
    fields: ['person.name', 'person.birth', 'referral.words', 'referral.urgent', 'worker.name'],
  });
}

/** A young mother whose plan waits for the supervisor. */
export async function planWaits(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'feruza',
    'aziza',
    24,
    {
      name: { given: 'Feruza', patronymic: 'Olimjon qizi', family: 'Hakimova', script: 'Latn' },
      ...{ born: '1997-06-17', languages: ['uz', 'ru'], telephone: '+998 93 555 10 02' },
      return: { daysAgo: 33, from: 'SY' },
      papers: [{ kind: 'return_certificate', state: 'held' }],
      home: { of: 'feruza', as: 'head' },
    },
    district,
  );
  const feruza = fileOf(world, 'feruza', 'aziza');
  await begin(feruza, [24, '11:00']);
  await agrees(feruza, [23, '10:00'], ['civil_papers', 'vocational_training', 'health_care']);
  await talkedOver(feruza, [19, '11:00'], {
    papers: ['some', 'Has the return certificate only.'],
    vocational_training: ['some', 'Was good at school; would like to learn computers.'],
    health: 'some',
    wellbeing: 'declined',
  });
  await approved(feruza, 'assessment', [18, '09:00'], [16, '10:00']);
  await visited(
    feruza,
    [11, '14:00'],
    'office',
    'We wrote the plan together; she wrote the goals herself.',
    -5,
  );
  const health = await referred(feruza, [5, '10:00'], 'dentist', 'Toothache.', {
    fields: ['person.name', 'referral.words'],
  });
  const plan = planOf(feruza, 'Writes beautifully; learns fast.', 'To work in an office.', [
    {
      ...{ domain: 'papers', words: 'My name on my own card' },
      steps: [['card', 'Apply for the identity card together', 'worker', -6]],
    },
    {
      ...{ domain: 'vocational_training', words: 'I want to learn computers' },
      steps: [['course', 'Computer course, from the first of the month', 'service', -15]],
    },
  ]);
  await tell.say(feruza.file, 'aziza', [2, '14:30'], 'agree_plan', plan);
  await proposed(feruza, 'plan', [2, '15:00'], 'She wrote the goals in her own hand.');
  await tell.say(feruza.file, 'farida', [1, '11:00'], 'answer_referral', {
    ...{ referral_id: health, answer: { kind: 'ask', question: 'other_date' } },
  });
}
