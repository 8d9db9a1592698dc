import { DEMO_PEOPLE } from '../accounts.ts';
import { inGroup } from './groups.ts';
import { agrees, approved, begin, fileOf, type StoryWorld, talkedOver, visited } from './parts.ts';
import { register, told } from './person.ts';

/** A woman who talks with the psychologist: what is said there only the psychologist reads. */
export async function talksWithNargiza(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'munavvar',
    'aziza',
    35,
    {
      name: { given: 'Мунаввар', patronymic: 'Ботировна', family: 'Исмоилова', script: 'Cyrl' },
      ...{ born: '1988-01-29', languages: ['uz'], telephone: '+998 94 555 11 46' },
      return: { daysAgo: 50, from: 'IQ' },
      papers: [{ kind: 'identity_card', state: 'held' }],
      home: { of: 'munavvar', as: 'head' },
    },
    district,
  );
  const { file, ...rest } = fileOf(world, 'munavvar', 'aziza');
  const ground = { file, ...rest };
  await begin(ground, [35, '11:00']);
  await agrees(ground, [34, '10:00'], ['psychosocial_care', 'benefits']);
  await talkedOver(ground, [30, '11:00'], {
    wellbeing: ['some', 'Would like to talk with somebody who has time.'],
    income: 'some',
  });
  await approved(ground, 'assessment', [29, '09:00'], [27, '10:00']);
  await tell.say(file, 'gulnora', [27, '10:30'], 'assign_specialist', {
    ...{ account_id: DEMO_PEOPLE.nargiza.id, compartment: 'psychosocial' },
  });
  // That they met, and when they meet again; what was said stays with the psychologist.
  for (const days of [20, 13, 6]) {
    await tell.say(file, 'nargiza', [days, '15:00'], 'record_session', {
      ...{
        session_id: tell.id(`session:munavvar:${days}`),
        form: 'individual',
        on: tell.day(days),
      },
      ...{ attended: days !== 13, next_on: tell.day(days - 7) },
    });
  }
  await tell.say(file, 'nargiza', [6, '15:30'], 'record_visit', {
    ...{ visit_id: tell.id('visit:munavvar:nargiza'), kind: 'office', on: tell.day(6), met: true },
    ...{ compartment: 'psychosocial', words: 'Calmer. Next week at the same hour.' },
    next_on: tell.day(-1),
  });
  await visited(ground, [5, '12:00'], 'home_visit', 'She has planted basil on the sill.');
  const mentoring_id = tell.id('mentoring:munavvar');
  await tell.say(file, 'aziza', [4, '11:00'], 'choose_mentor', {
    ...{ mentoring_id, account_id: DEMO_PEOPLE.sanobar.id, called: 'Munavvar' },
    chosen_by_person: true,
  });
  await tell.say(file, 'aziza', [4, '11:10'], 'agree_activity', {
    ...{ activity_id: tell.id('activity:munavvar'), mentoring_id, what: 'Sewing circle' },
    ...{ on: tell.day(-4), at: '14:00', meeting_place: 'The library by the park' },
  });
  const sewing = { by: 'aziza', called: 'Munavvar', joined: 30, when: [3, '16:00'] } as const;
  await inGroup(ground, 'sewing', { ...sewing, came: [true, false, true], children: 0 });
  await inGroup(ground, 'evenings', {
    ...{ by: 'nargiza', called: 'Munavvar', joined: 20, when: [3, '17:00'] },
    ...{ came: [true, true], children: 0 },
  });
}

/** A girl of sixteen about whom somebody worries: only who protects children sees it. */
export async function worryAboutGirl(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'zamira',
    'baxtiyor',
    20,
    {
      name: { given: 'Замира', family: 'Рўзиева', script: 'Cyrl' },
      ...{ born: '1984', kind: 'relative', telephone: '+998 97 555 12 90' },
      home: { of: 'zamira', as: 'head' },
    },
    district,
  );
  await register(
    tell,
    'zilola',
    'baxtiyor',
    20,
    {
      name: { given: 'Zilola', patronymic: 'Akmal qizi', family: 'Roʻziyeva', script: 'Latn' },
      ...{ born: '2010-05-05', return: { daysAgo: 31, from: 'SY' } },
      papers: [{ kind: 'birth_certificate', state: 'held' }],
      home: { of: 'zamira', as: 'child' },
      ties: { zamira: { kind: 'mother', parent_state: 'present' } },
    },
    district,
  );
  const zilola = fileOf(world, 'zilola', 'baxtiyor');
  await begin(zilola, [20, '11:00']);
  await agrees(zilola, [19, '10:00'], ['education', 'health_care', 'safety_help'], {
    ...{ person: told('zamira').person, as: 'parent' },
  });
  await talkedOver(zilola, [15, '11:00'], {
    education: ['some', 'Wants to finish class 9.'],
    community: 'some',
    safety: 'declined',
  });
  await visited(
    zilola,
    [4, '16:00'],
    'school',
    'Oʻqituvchisi bilan uchrashdik. Zilola juda tirishqoq.',
  );
  await tell.say(zilola.file, 'baxtiyor', [0, '00:30'], 'raise_concern', {
    ...{ concern_id: tell.id('concern:zilola'), about: { who: 'household_member' } },
    ...{ urgency: 'soon', words: 'She said she is afraid to go home on Fridays. She wants help.' },
  });
}
