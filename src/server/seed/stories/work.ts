import { inGroup } from './groups.ts';
import {
  agrees,
  approved,
  assisted,
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
import { register } from './person.ts';

/** A young woman who learned to sew and has worked for three months. */
export async function learnsSewing(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'shahnoza',
    'aziza',
    240,
    {
      name: { given: 'Zulayho', patronymic: 'Anvar qizi', family: 'Mirzayeva', script: 'Latn' },
      ...{ born: '2003-08-15', languages: ['uz', 'ru'], telephone: '+998 97 555 05 33' },
      return: { daysAgo: 290, from: 'SY' },
      papers: [{ kind: 'identity_card', state: 'held' }],
      home: { of: 'shahnoza', as: 'head' },
    },
    district,
  );
  const shahnoza = fileOf(world, 'shahnoza', 'aziza');
  await begin(shahnoza, [240, '11:00']);
  await agrees(shahnoza, [239, '10:00'], ['vocational_training', 'employment', 'health_care']);
  const first = await talkedOver(shahnoza, [235, '11:00'], {
    vocational_training: [
      'some',
      'Sews dolls’ dresses since she was a girl; wants to learn it well.',
    ],
    employment: 'some',
    income: 'some',
    community: 'some',
  });
  await approved(shahnoza, 'assessment', [234, '09:00'], [232, '10:00']);
  const plan = planOf(shahnoza, 'Careful hands, a good eye.', 'A machine of her own.', [
    {
      ...{ domain: 'vocational_training', words: 'I want to sew so that people ask for it' },
      steps: [
        ['course', 'Course in sewing, two months', 'service', 130],
        ['machine', 'Borrow a machine for practising at home', 'worker', 200],
      ],
    },
    {
      ...{ domain: 'employment', words: 'My own wage' },
      steps: [
        ['workshop', 'Go and see two workshops together', 'worker', 110],
        ['account', 'Open an account at the bank', 'person', 90],
        ['own', 'Talk about orders of her own', 'worker', -20],
      ],
    },
  ]);
  await tell.say(shahnoza.file, 'aziza', [230, '12:00'], 'agree_plan', plan);
  await approved(shahnoza, 'plan', [230, '12:30'], [228, '10:00']);
  const course = await referred(
    shahnoza,
    [226, '10:00'],
    'sewing_course',
    'Has sewn by hand for years.',
  );
  await stepDone(shahnoza, [205, '10:00'], 'machine');
  await reached(shahnoza, [196, '10:00'], 'course_begun');
  await visited(shahnoza, [196, '18:00'], 'phone', 'First day. “My seams are straight.”');
  await reached(shahnoza, [136, '10:00'], 'course_finished', 'With the best blouse of the group.');
  await tell.say(shahnoza.file, 'aziza', [135, '10:00'], 'complete_referral', {
    ...{ referral_id: course, outcome: 'met', helpful: 'yes' },
  });
  await stepDone(shahnoza, [134, '10:00'], 'course');
  const open = { employment: 'some', income: 'some' } as const;
  const second = await talkedOver(shahnoza, [132, '11:00'], open, first);
  await tell.say(shahnoza.file, 'aziza', [132, '12:00'], 'record_review', {
    ...{ review_id: tell.id('review:shahnoza:1'), on: tell.day(132), outcome: 'no_change' },
    ...{ with_person: true, words: 'The course was good. Now the workshop.' },
  });
  await stepDone(shahnoza, [112, '15:00'], 'workshop');
  await reached(shahnoza, [100, '09:00'], 'job_begun', 'Workshop at the bazaar, four days a week.');
  await stepDone(shahnoza, [92, '10:00'], 'account');
  await visited(shahnoza, [60, '17:00'], 'workplace', 'Her boss gives her the curtains to sew.');
  await talkedOver(shahnoza, [44, '11:00'], {}, second);
  await tell.say(shahnoza.file, 'aziza', [44, '12:00'], 'record_review', {
    ...{ review_id: tell.id('review:shahnoza:2'), on: tell.day(44), outcome: 'no_change' },
    ...{ with_person: true, words: 'She is content and saves for a machine.' },
  });
  await visited(
    shahnoza,
    [44, '12:10'],
    'office',
    'Brought a cushion that she sewed for the office.',
  );
  await tell.say(shahnoza.file, 'aziza', [30, '12:00'], 'record_assistance', {
    ...{ assistance_id: tell.id('assistance:shahnoza'), kind: 'tools', on: tell.day(30) },
    ...{ payer: { name: 'Mahalla fund' }, received: { who: 'person' } },
    given: {
      ...{ as: 'goods', quantity: '1', unit: 'sewing machine' },
      worth: { amount: '2400000', currency: 'UZS' },
    },
    note: 'Second-hand, with a year of repairs.',
  });
  await assisted(shahnoza, { by: 'employment', on: 29 }, 'travel', '120000');
  await reached(shahnoza, [8, '09:00'], 'job_kept_3_months');
  await visited(shahnoza, [8, '18:00'], 'phone', 'Three months today. She laughed.', -20);
  await inGroup(shahnoza, 'sewing', {
    ...{ by: 'aziza', called: 'Shahnoza', children: 0, joined: 34, when: [3, '12:00'] },
    came: [true, true, false],
  });
  await inGroup(shahnoza, 'language', {
    ...{ by: 'aziza', called: 'Shahnoza', children: 0, joined: 34, when: [3, '12:10'] },
    ...{ came: [true, true, true], left: 4 },
  });
}

/** A man who came back from work abroad and works again. */
export async function backToWork(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'anvar',
    'baxtiyor',
    70,
    {
      name: { given: 'Анвар', patronymic: 'Собирович', family: 'Юсупов', script: 'Cyrl' },
      ...{
        born: '1986-04-30',
        sex: 'male',
        languages: ['ru', 'uz'],
        telephone: '+998 95 555 06 21',
      },
      return: { daysAgo: 95, context: 'labour_migration', from: 'RU' },
      papers: [{ kind: 'passport', state: 'held' }],
      home: { of: 'anvar', as: 'head' },
    },
    district,
  );
  const anvar = fileOf(world, 'anvar', 'baxtiyor');
  await begin(anvar, [70, '11:00'], { origin: 'own_request' });
  await agrees(anvar, [69, '10:00'], ['employment', 'benefits', 'health_care']);
  await talkedOver(anvar, [66, '11:00'], {
    employment: ['some', 'Электрик, 14 лет стажа. Нужны документы о квалификации.'],
    income: 'some',
    family: 'some',
  });
  await approved(anvar, 'assessment', [65, '09:00'], [63, '10:00']);
  const plan = planOf(anvar, 'Мастер своего дела, его знают соседи.', 'Быть рядом с детьми.', [
    {
      ...{ domain: 'employment', words: 'Работать здесь и вечером быть дома' },
      steps: [
        ['centre', 'Служба занятости: подтвердить разряд', 'person', 40],
        ['firm', 'Встреча с мастерской на Навои', 'worker', 25],
        ['tools', 'Помочь с инструментом', 'worker', -10],
      ],
    },
  ]);
  await tell.say(anvar.file, 'baxtiyor', [62, '12:00'], 'agree_plan', plan);
  await approved(anvar, 'plan', [62, '12:30'], [60, '10:00']);
  const office = await referred(
    anvar,
    [59, '10:00'],
    'job_search',
    'Электрик, подтвердить разряд.',
  );
  await tell.say(anvar.file, 'baxtiyor', [50, '10:00'], 'record_answer', {
    ...{ referral_id: office, channel: 'phone', answer: { kind: 'accept', on: tell.day(47) } },
  });
  await stepDone(anvar, [42, '10:00'], 'centre');
  await tell.say(anvar.file, 'baxtiyor', [41, '10:00'], 'complete_referral', {
    ...{ referral_id: office, outcome: 'met', helpful: 'yes' },
  });
  await stepDone(anvar, [26, '16:00'], 'firm');
  await reached(anvar, [21, '09:00'], 'job_begun', 'Мастерская на Навои, полный день.');
  await visited(anvar, [21, '18:00'], 'phone', 'Первый день. Сын ждал его у ворот.');
  await visited(
    anvar,
    [5, '17:00'],
    'workplace',
    'Хозяин доволен. Договорились об инструменте.',
    -10,
  );
  await booked(anvar, [5, '17:10'], [0, '11:00'], 'Appointment at the office');
}

/** A baker who teaches others: support completed, staying in touch. */
export async function bakerTeaches(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'lola',
    'baxtiyor',
    400,
    {
      name: { given: 'Лола', patronymic: 'Каримовна', family: 'Назарова', script: 'Cyrl' },
      ...{ born: '1991-07-07', languages: ['tg', 'uz', 'ru'], telephone: '+998 99 555 07 70' },
      return: { daysAgo: 430, from: 'SY' },
      papers: [{ kind: 'identity_card', state: 'held' }],
      home: { of: 'lola', as: 'head' },
    },
    district,
  );
  const lola = fileOf(world, 'lola', 'baxtiyor');
  await begin(lola, [400, '11:00']);
  await agrees(lola, [399, '10:00'], ['vocational_training', 'employment', 'staying_in_touch']);
  const wants = { vocational_training: 'some', employment: 'some' } as const;
  const first = await talkedOver(lola, [396, '11:00'], wants);
  await approved(lola, 'assessment', [395, '09:00'], [393, '10:00']);
  const plan = planOf(lola, 'Bakes for the whole street.', 'An oven of her own.', [
    {
      ...{ domain: 'employment', words: 'Bread that people queue for' },
      steps: [['course', 'Course in baking', 'service', 330]],
    },
  ]);
  await tell.say(lola.file, 'baxtiyor', [392, '12:00'], 'agree_plan', plan);
  await approved(lola, 'plan', [392, '12:30'], [390, '10:00']);
  await reached(lola, [380, '09:00'], 'course_begun');
  await reached(lola, [335, '09:00'], 'course_finished');
  await stepDone(lola, [335, '09:30'], 'course');
  await reached(lola, [320, '09:00'], 'job_begun', 'Bakery on the corner.');
  await reached(lola, [225, '09:00'], 'job_kept_3_months');
  await talkedOver(lola, [200, '11:00'], {}, first);
  await tell.say(lola.file, 'baxtiyor', [200, '12:00'], 'record_review', {
    ...{ review_id: tell.id('review:lola'), on: tell.day(200), outcome: 'no_change' },
    ...{ with_person: true, words: 'She has what she wanted, and an apprentice.' },
  });
  await reached(lola, [130, '09:00'], 'job_kept_6_months');
  await reached(lola, [60, '09:00'], 'teaches_trade', 'Two young women learn with her.');
  await tell.say(lola.file, 'baxtiyor', [40, '10:00'], 'prepare_closure', {
    ...{ closure_id: tell.id('closure:lola'), reason: 'goals_reached', feedback_offered: true },
    summary: 'She bakes, earns, and teaches. The family is well. She may call us any time.',
    check_ins: [
      { check_in_id: tell.id('check_in:lola:1'), due_on: tell.day(8) },
      { check_in_id: tell.id('check_in:lola:2'), due_on: tell.day(0) },
      { check_in_id: tell.id('check_in:lola:3'), due_on: tell.day(-140) },
    ],
  });
  await approved(lola, 'closure', [40, '10:30'], [38, '09:00'], 'With joy.');
  await tell.say(lola.file, 'baxtiyor', [8, '10:00'], 'check_in', {
    ...{ check_in_id: tell.id('check_in:lola:1'), outcome: 'done', on: tell.day(8) },
    words: 'All well. A third one wants to learn.',
  });
}
