import type { CommandBodies } from '#domain/case/nouns.ts';
import { paperOf } from './papers.ts';
import {
  agrees,
  approved,
  begin,
  booked,
  fileOf,
  planOf,
  reached,
  referred,
  type StoryWorld,
  stepDone,
  talkedOver,
  visited,
} from './parts.ts';
import { register, type Somebody, told } from './person.ts';
import { began, caughtUp, found, weekAt } from './school.ts';
import { together } from './together.ts';
import { vaccinated } from './vaccinated.ts';

/** A girl who caught up with her class and has begun school. */
export async function girlEntersSchool(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  const nilufar: Somebody = {
    name: { given: 'Nilufar', patronymic: 'Baxodirovna', family: 'Tosheva', script: 'Latn' },
    ...{ born: '1993-05-21', kind: 'relative', telephone: '+998 93 555 03 07' },
    home: { of: 'madina', as: 'head' },
  };
  await register(tell, 'nilufar', 'aziza', 84, nilufar, district);
  await register(
    tell,
    'madina',
    'aziza',
    84,
    {
      name: { given: 'Мадина', patronymic: 'Шерзод қизи', family: 'Тошева', script: 'Cyrl' },
      ...{ born: '2018-03-02', languages: ['uz', 'ar'], return: { daysAgo: 110, from: 'SY' } },
      papers: [{ kind: 'birth_certificate', state: 'held' }],
      home: { of: 'madina', as: 'child' },
      ties: { nilufar: { kind: 'mother', parent_state: 'present' } },
    },
    district,
  );
  const madina = fileOf(world, 'madina', 'aziza');
  const mother = { person: told('nilufar').person, as: 'parent' } as const;
  await begin(madina, [84, '11:00'], { words: 'Her mother asked whether she may go to school.' });
  await agrees(madina, [83, '10:00'], ['education', 'health_care'], mother);
  await talkedOver(madina, [80, '14:00'], {
    education: ['some', 'Never went to school. Draws, counts to twenty, reads no letters yet.'],
    health: ['some', 'Two vaccinations are missing.'],
    community: ['some', 'Has one friend in the yard, would like more.'],
  });
  await visited(madina, [80, '14:40'], 'home_visit', 'Madina showed her drawings of the yard.');
  await approved(madina, 'assessment', [79, '09:00'], [77, '16:00']);
  const plan = planOf(madina, 'Curious; her mother helps every evening.', 'To sit beside Nozima.', [
    {
      ...{ domain: 'education', words: 'I want to go to school with Nozima' },
      steps: [
        ['catch_up', 'Lessons to catch up, three times a week', 'service', 30],
        ['bag', 'School bag, shoes, winter coat', 'worker', 35],
        ['first_day', 'First day in class 1, together with her mother', 'family', 12],
        ['after', 'Ask the teacher how it goes', 'worker', -3],
      ],
    },
    {
      ...{ domain: 'health', words: 'No more coughing in winter' },
      steps: [['vaccination', 'The two missing vaccinations', 'family', -6, true]],
    },
  ]);
  await tell.say(madina.file, 'aziza', [76, '15:00'], 'agree_plan', {
    ...plan,
    own_agreement: 'yes',
  });
  await approved(madina, 'plan', [76, '15:30'], [74, '10:00'], 'A plan that a child can read.');
  const catchUp = await referred(
    madina,
    [74, '11:00'],
    'catch_up_class',
    'Reading and writing from the start.',
  );
  await tell.say(madina.file, 'aziza', [72, '09:00'], 'record_answer', {
    ...{ referral_id: catchUp, channel: 'phone', answer: { kind: 'accept', on: tell.day(70) } },
  });
  await stepDone(madina, [40, '12:00'], 'bag');
  await visited(madina, [40, '12:10'], 'home_visit', 'Reads her own name and her brother’s.');
  await found(madina);
  // On paper: what was sent to the school has vanished there by now.
  await tell.say(madina.file, 'aziza', [28, '15:00'], 'record_answer', {
    ...{ referral_id: catchUp, channel: 'paper' },
    answer: { kind: 'done', on: tell.day(29), outcome: 'met' },
  });
  await tell.say(madina.file, 'aziza', [27, '09:00'], 'complete_referral', {
    ...{ referral_id: catchUp, outcome: 'met', helpful: 'yes' },
  });
  await stepDone(madina, [27, '09:10'], 'catch_up', 'She reads short words.');
  await caughtUp(madina);
  await visited(madina, [26, '15:00'], 'school', 'Met her new teacher together with her mother.');
  await stepDone(madina, [12, '10:00'], 'first_day');
  await began(madina);
  await visited(madina, [12, '17:00'], 'phone', 'Her mother says: she came home singing.', -2);
  await vaccinated(madina);
  await weekAt(madina, [7, '16:00'], 0, 3, ['appointment']);
  const vaccination = await referred(madina, [6, '10:00'], 'vaccination', 'Two are missing.', {
    urgency: 'routine',
    own_agreement: 'yes',
  });
  await answered(madina, 'farida', [4, '11:00'], vaccination, { kind: 'accept', on: tell.day(-1) });
  await booked(madina, [4, '12:00'], [-1, '09:30'], 'Appointment, window 2', {
    ...{ service: 'vaccination', place: 'Family polyclinic 2' },
  });
  await weekAt(madina, [4, '16:00'], 1, 4, ['lessons']);
}

/** A service answers, as its own account does. */
export function answered(
  { tell, file }: Parameters<typeof visited>[0],
  by: 'farida' | 'olim',
  when: Parameters<typeof visited>[1],
  referral_id: string,
  answer: CommandBodies['answer_referral']['answer'],
): Promise<string> {
  return tell.say(file, by, when, 'answer_referral', { referral_id, answer });
}

/** Two children without parental care at their grandmother's, who is their guardian. */
export async function grandmothersHome(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'xadicha',
    'aziza',
    58,
    {
      name: { given: 'Хадича', patronymic: 'Мўминовна', family: 'Содиқова', script: 'Cyrl' },
      ...{ born: '1961-11-03', kind: 'relative', called: 'Xadicha buvi' },
      ...{ telephone: '+998 94 555 04 18', home: { of: 'xadicha', as: 'head' } },
    },
    district,
  );
  const guardian = { person: told('xadicha').person, as: 'legal_guardian' } as const;
  const children = [
    ['sardor', 'Sardor', 'Sodiqov', '2014-10-12', 'male'],
    ['sevinch', 'Sevinch', 'Sodiqova', '2018-12-01', 'female'],
  ] as const;
  for (const [key, given, family, born, sex] of children) {
    await register(
      tell,
      key,
      'aziza',
      58,
      {
        ...{ name: { given, family, script: 'Latn' }, born, sex, languages: ['uz', 'ar'] },
        ...{ return: { daysAgo: 75, from: 'IQ' }, home: { of: 'xadicha', as: 'grandchild' } },
        ties: { xadicha: { kind: 'grandparent' } },
        guardian: { is: 'xadicha', kind: 'authority' },
        papers: [{ kind: 'guardianship_order', state: 'held' }],
      },
      district,
    );
    const ground = fileOf(world, key, 'aziza');
    await begin(ground, [58, '12:00']);
    const purposes = ['education', 'health_care', 'benefits', 'civil_papers'];
    await agrees(ground, [57, '10:00'], purposes, guardian);
    await talkedOver(ground, [53, '14:00'], {
      papers: key === 'sevinch' ? ['some', 'Her birth certificate is on its way.'] : 'none',
      education: [
        'some',
        key === 'sardor' ? 'Two years behind; good with numbers.' : 'Kindergarten.',
      ],
      family: ['some', 'Misses his mother. Grandmother is calm and kind.'],
      income: ['some', 'The allowance for children in care has not begun.'],
    });
    await approved(ground, 'assessment', [52, '09:00'], [50, '12:00']);
  }
  const sardor = fileOf(world, 'sardor', 'aziza');
  const plan = planOf(sardor, 'Patient with his sister; quick with numbers.', 'To play football.', [
    {
      ...{ domain: 'education', words: 'Be in class with boys of my age' },
      steps: [
        ['place', 'A place in school 14', 'service', -5],
        ['football', 'Ask the trainer about Saturdays', 'family', 20],
      ],
    },
    {
      ...{ domain: 'income', words: 'That grandmother need not worry' },
      steps: [['allowance', 'Apply for the guardian’s allowance together', 'worker', -9]],
    },
  ]);
  await tell.say(sardor.file, 'aziza', [48, '15:00'], 'agree_plan', {
    ...plan,
    own_agreement: 'yes',
  });
  await approved(sardor, 'plan', [48, '15:30'], [46, '11:00']);
  await reached(sardor, [30, '10:00'], 'health_check_done');
  await stepDone(sardor, [22, '12:00'], 'football', 'He plays every Saturday.');
  await visited(sardor, [22, '12:10'], 'home_visit', 'Xadicha buvi has put a desk by the window.');
  await together(world);
  await visited(
    sardor,
    [9, '16:00'],
    'home_visit',
    'Sardor talked about the match. Sevinch sang. Grandmother asked about the allowance; ' +
      'we agreed to go there together.',
    -4,
  );
  await referred(sardor, [3, '10:00'], 'school_place', 'Class 5; two years to catch up.', {
    ...{ own_agreement: 'yes', accompanied_by: 'family' },
    fields: ['person.name', 'person.birth', 'referral.words', 'guardian.name'],
  });
  const sevinch = fileOf(world, 'sevinch', 'aziza');
  const small = planOf(sevinch, 'Sings all day.', 'A doll’s house.', [
    {
      ...{ domain: 'education', words: 'To sing with other children' },
      steps: [['kindergarten', 'Ask for a place in the kindergarten by the mill', 'worker', -12]],
    },
  ]);
  await tell.say(sevinch.file, 'aziza', [47, '12:00'], 'agree_plan', {
    ...{ ...small, own_agreement: 'yes' },
  });
  await approved(sevinch, 'plan', [47, '12:30'], [46, '11:00']);
  // Refused, and there is still time to appeal.
  const certificate = paperOf(sevinch, 'birth_certificate');
  await certificate.begun([45, '10:00']);
  await certificate.step([44, '12:00'], 'lodge_document', {
    ...{ receipt: 'R-2188', fee_paid_by: 'no_fee', answer_due_on: tell.day(8) },
  });
  await visited(sevinch, [9, '16:30'], 'home_visit', 'Sings; speaks more each time.', -4);
  await certificate.step([6, '11:00'], 'refuse_document', {
    ...{ reason: 'papers_missing', appeal_by: tell.day(-9) },
  });
}

/** A boy whose birth certificate was refused and appealed; a day care has been silent for sixteen days. */
export async function birthCertificate(world: StoryWorld): Promise<void> {
  const { tell } = world;
  const bilol = fileOf(world, 'bilol', 'aziza');
  const mother = { person: told('oydin').person, as: 'parent' } as const;
  await begin(bilol, [44, '12:00']);
  await agrees(bilol, [43, '10:00'], ['civil_papers', 'health_care', 'family_support'], mother);
  await talkedOver(bilol, [40, '11:00'], {
    papers: ['some', 'Born abroad, never registered.'],
    education: ['some', 'Kindergarten, as soon as there is a paper.'],
  });
  await approved(bilol, 'assessment', [39, '09:00'], [38, '10:00']);
  const plan = planOf(bilol, 'Laughs a lot, loves cats.', 'A cat.', [
    {
      ...{ domain: 'papers', words: 'That Bilol has a paper with his name' },
      steps: [
        ['apply', 'Apply at the registry together', 'worker', 30],
        ['fetch', 'Fetch the certificate', 'family', -8],
      ],
    },
    {
      ...{ domain: 'education', words: 'Kindergarten by spring' },
      steps: [['day_care', 'Day care until then', 'service', -4]],
    },
  ]);
  await tell.say(bilol.file, 'aziza', [36, '12:00'], 'agree_plan', plan);
  await approved(bilol, 'plan', [36, '12:30'], [34, '09:00']);
  await stepDone(bilol, [31, '12:00'], 'apply');
  const registry = await referred(
    bilol,
    [31, '13:00'],
    'birth_certificate',
    'Born abroad, no papers; the mother comes along.',
    { accompanied_by: 'family' },
  );
  const certificate = paperOf(bilol, 'birth_certificate');
  await certificate.begun([31, '13:20']);
  await certificate.step([31, '13:30'], 'lodge_document', {
    ...{ receipt: 'R-2207', fee_paid_by: 'no_fee', answer_due_on: tell.day(1) },
  });
  await certificate.step([24, '11:00'], 'query_document', {
    ...{ missing: 'A translation of the paper of the hospital', by: tell.day(17) },
  });
  await certificate.step([20, '15:00'], 'supply_document', { answer_due_on: tell.day(5) });
  await referred(bilol, [16, '10:00'], 'day_care', 'Mornings, while his mother learns a trade.');
  await certificate.step([12, '14:00'], 'refuse_document', {
    ...{ reason: 'born_abroad', appeal_by: tell.day(-18) },
    words: 'The hospital is not on their list.',
  });
  await visited(
    bilol,
    [10, '11:00'],
    'home_visit',
    'He has made friends with the neighbours’ cat.',
    -3,
  );
  await tell.say(bilol.file, 'aziza', [9, '10:00'], 'record_answer', {
    ...{ referral_id: registry, channel: 'phone' },
    answer: { kind: 'accept', on: tell.day(-8) },
  });
  await certificate.step([8, '10:00'], 'appeal_document', {
    ...{ office: 'Regional registry', answer_due_on: tell.day(-6) },
  });
}
