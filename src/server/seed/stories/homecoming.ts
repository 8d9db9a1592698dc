import { DEMO_PEOPLE } from '../accounts.ts';
import { inGroup } from './groups.ts';
import { agrees, begin, booked, fileOf, type StoryWorld, talkedOver, visited } from './parts.ts';
import { register, told } from './person.ts';

const FAMILY = { Cyrl: 'Абдуллаев', Arab: 'عبد الله', Latn: 'Abdullayev' } as const;
const FROM = { daysAgo: 12, from: 'SY' } as const;

/** A mother and three children, home for twelve days: handed over, registered, needs half asked. */
export async function motherOfThree(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  const mother = { person: told('munira').person, as: 'parent' } as const;
  await register(
    tell,
    'munira',
    'dilnoza',
    [12, '11:00'],
    {
      name: { given: 'Мунира', patronymic: 'Фарходовна', family: 'Абдуллаева', script: 'Cyrl' },
      ...{ born: '1995-02-11', languages: ['uz', 'ru'], return: FROM },
      former: [{ given: 'Munira', family: 'Joʻrayeva', script: 'Latn' }],
      papers: [
        { kind: 'return_certificate', state: 'held' },
        { kind: 'passport', state: 'lost' },
      ],
      ...{ home: { of: 'munira', as: 'head' }, called: 'Munira opa' },
    },
    district,
  );
  const children = [
    ['ibrohim', 'Иброҳим', '2017-06-30', 'male', 'Cyrl'],
    ['maryam', 'مريم', '2020-01-18', 'female', 'Arab'],
    ['yusuf', 'Yusuf', '2024', 'male', 'Latn'],
  ] as const;
  for (const [key, given, born, sex, script] of children) {
    await register(
      tell,
      key,
      'dilnoza',
      [12, '11:20'],
      {
        name: { given, family: FAMILY[script], script },
        ...{ born, sex, languages: ['ar', 'uz'], return: FROM },
        papers: [{ kind: 'birth_certificate', state: 'never_had' }],
        home: { of: 'munira', as: 'child' },
        ties: { munira: { kind: 'mother', parent_state: 'present' } },
      },
      district,
    );
  }
  await register(
    tell,
    'sharofat',
    'dilnoza',
    [12, '12:00'],
    {
      name: { given: 'Sharofat', patronymic: 'Tursunovna', family: 'Joʻrayeva', script: 'Latn' },
      ...{ born: '1968', kind: 'relative', languages: ['uz'], telephone: '+998 90 555 01 12' },
      home: { of: 'munira', as: 'parent' },
      ties: { munira: { kind: 'child' } },
    },
    district,
  );
  for (const key of ['munira', 'ibrohim', 'maryam', 'yusuf']) {
    const ground = fileOf(world, key, 'aziza');
    const { file } = ground;
    await tell.say(file, 'dilnoza', [12, '14:00'], 'open_case', {
      ...{ person_id: file.person, place_id: district, model_id: world.model_id },
      ...{ origin: 'arrival_list', safety_asked: true },
      ...(key === 'munira' ? { first_words: 'Tired, glad to be home. The children sleep.' } : {}),
    });
    const place = 'Sanatorium Bahor';
    await tell.say(file, 'dilnoza', [12, '14:10'], 'enter_reception', { place, on: tell.day(12) });
    await tell.say(file, 'dilnoza', [11, '10:00'], 'record_visit', {
      ...{ visit_id: tell.id(`visit:${key}:reception`), kind: 'reception', on: tell.day(11) },
      ...{ met: true, compartment: 'general', words: 'Has eaten and slept. The doctor was there.' },
    });
    await tell.say(file, 'dilnoza', [3, '09:00'], 'hand_over', {
      ...{ hand_over_id: tell.id(`hand_over:${key}`), to: 'family', on: tell.day(3) },
      ...{ person_ids: [told('sharofat').person], place: 'At her mother’s home' },
      consent: { person_id: told('sharofat').person, on: tell.day(5), expression: 'signed' },
    });
    // The youngest one's file still waits for a worker.
    if (key === 'yusuf') continue;
    const account_id = DEMO_PEOPLE.aziza.id;
    await tell.say(file, 'gulnora', [3, '11:30'], 'assign_worker', { account_id });
    await agrees(
      ground,
      [2, '15:00'],
      ['civil_papers', 'health_care', 'education', 'benefits'],
      key === 'munira' ? undefined : mother,
    );
  }
  const munira = fileOf(world, 'munira', 'aziza');
  await tell.say(munira.file, 'aziza', [2, '15:40'], 'assess_needs', {
    answers: [
      { domain: 'papers', value: 'some', words: 'No passport; the children have no certificates.' },
      {
        domain: 'housing',
        value: 'some',
        words: 'Five in two rooms at her mother’s; warm and dry.',
      },
      { domain: 'health', value: 'some', words: 'Maryam coughs at night. Teeth hurt.' },
      { domain: 'safety', value: 'none' },
    ],
  });
  await tell.say(munira.file, 'aziza', [2, '15:50'], 'identify_need', {
    ...{ need_id: tell.id('need:munira:health'), domain: 'health', urgent: true },
    words: 'A doctor for Maryam, who coughs at night',
  });
  await visited(
    munira,
    [2, '16:00'],
    'home_visit',
    'Met Munira, her mother and the three children. Tea together. Munira asked first about school. ' +
      'We agreed to go through the other questions on the next visit.',
    0,
  );
  await booked(munira, [2, '16:10'], [0, '15:30'], 'Appointment, room 4', {
    ...{ service: 'family_doctor', place: 'Family polyclinic 2' },
  });
  await inGroup(munira, 'parents', {
    ...{ by: 'aziza', called: 'Munira', children: 2, joined: 2, when: [2, '16:20'], came: [] },
  });
  const ibrohim = fileOf(world, 'ibrohim', 'aziza');
  await talkedOver(ibrohim, [2, '16:30'], {
    papers: ['some', 'Never had a birth certificate.'],
    education: ['some', 'Wants to learn to read. Counts well.'],
    health: 'some',
    wellbeing: 'declined',
  });
}

/** A man home from work abroad, who came by himself; his assessment waits for the supervisor. */
export async function cameByHimself(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'jamshid',
    'baxtiyor',
    [9, '10:00'],
    {
      name: { given: 'Жамшид', patronymic: 'Икромович', family: 'Сафаров', script: 'Cyrl' },
      ...{
        born: '1989-09-09',
        sex: 'male',
        languages: ['ru', 'tg'],
        telephone: '+998 91 555 02 40',
      },
      return: { daysAgo: 40, context: 'labour_migration', from: 'RU' },
      papers: [{ kind: 'passport', state: 'held' }],
      home: { of: 'jamshid', as: 'head' },
    },
    district,
  );
  const jamshid = fileOf(world, 'jamshid', 'baxtiyor');
  await begin(jamshid, [9, '10:20'], { origin: 'own_request', assigned: [8, '09:00'] });
  await agrees(jamshid, [8, '11:00'], ['employment', 'health_care', 'legal_help']);
  await talkedOver(jamshid, [6, '11:00'], {
    employment: ['some', 'Ten years on building sites; welder. Would like to work near home.'],
    health: ['some', 'His back.'],
    income: 'some',
    legal: ['some', 'A wage that was not paid abroad.'],
  });
  await visited(
    jamshid,
    [6, '11:40'],
    'office',
    'Пришёл сам, по совету соседа. Говорит спокойно и по делу. Договорились составить план вместе.',
    -1,
  );
  await tell.say(jamshid.file, 'baxtiyor', [5, '09:30'], 'propose_approval', {
    ...{ approval_id: tell.id('approval:jamshid:assessment'), kind: 'assessment' },
    words: 'All questions were talked over; he wants to begin soon.',
  });
}
