import type { CommandBodies, CommandName } from '#domain/case/nouns.ts';
import { DEMO_PEOPLE } from '../accounts.ts';
import { approved, fileOf, type Ground, planOf, type StoryWorld, talkedOver } from './parts.ts';
import { register } from './person.ts';
import type { When } from './telling.ts';

const AUTHORITY = 'Guardianship authority of the district';
const RECEPTION = 'Sanatorium Bahor';

type Body<K extends CommandName> = CommandBodies[K];

/** Opens a child's file in reception; nobody of the family is there, so the authority decides. */
async function arrived(ground: Ground, ago: number, words: string): Promise<void> {
  const { tell, file, worker, place_id, model_id } = ground;
  await tell.say(file, 'dilnoza', [ago, '12:00'], 'open_case', {
    ...{ person_id: file.person, place_id, model_id, origin: 'arrival_list', safety_asked: true },
    first_words: words,
  });
  await tell.say(file, 'dilnoza', [ago, '12:10'], 'enter_reception', {
    ...{ place: RECEPTION, on: tell.day(ago) },
  });
  const account_id = DEMO_PEOPLE[worker].id;
  await tell.say(file, 'gulnora', [ago - 1, '09:00'], 'assign_worker', { account_id });
  await tell.say(file, 'gulnora', [ago - 1, '09:10'], 'let_authority_decide', {});
  await tell.say(file, worker, [ago - 2, '10:00'], 'record_consent', {
    ...{ consent_id: tell.id(`consent:${file.case}:authority`), decision: 'given' },
    purposes: ['accompaniment', 'education', 'health_care', 'civil_papers', 'family_support'],
    ...{ recipient_ids: [], withhold: [], own_agreement: 'yes', expression: 'signed' },
    said_by: { person_id: file.person, as: 'guardianship_authority' },
    authority: { body: AUTHORITY, number: `${ago}-4`, on: tell.day(ago - 2) },
    ...{ language: 'uz', notice_version: '1' },
  });
}

interface Home {
  readonly kind: Body<'propose_placement'>['kind'];
  readonly with: string;
  readonly siblings: Body<'propose_placement'>['siblings'];
  readonly child_words: string;
  readonly home: string;
  readonly care: string;
  readonly help?: string;
  readonly said_by: string;
}

/** From the first word with a family to the day on which the child moves in. */
async function placed(ground: Ground, from: number, begun: number, home: Home): Promise<string> {
  const { tell, file, worker } = ground;
  const placement_id = tell.id(`placement:${file.case}`);
  const say = <K extends CommandName>(when: When, kind: K, body: Body<K>) =>
    tell.say(file, worker, when, kind, body);
  const { kind, with: whom, siblings, child_words, said_by, care, help } = home;
  await say([from, '10:00'], 'propose_placement', {
    ...{ placement_id, kind, with: whom, siblings, person_ids: [], child_words },
  });
  await say([from, '10:20'], 'record_own_agreement', {
    ...{ agreement_id: tell.id(`own:${file.case}`), about: { placement_id }, answer: 'yes' },
    ...{ heard: 'directly', words: child_words, on: tell.day(from) },
  });
  await say([from - 4, '15:00'], 'assess_family', {
    ...{ placement_id, by: 'Department for children, Z. Qodirova', on: tell.day(from - 4) },
    ...{ result: help === undefined ? 'suitable' : 'suitable_with_help', home: home.home, care },
    ...(help === undefined ? {} : { help }),
  });
  await say([from - 5, '11:00'], 'record_family_consent', {
    ...{ placement_id, said_by, on: tell.day(from - 5), expression: 'signed' },
  });
  await say([begun + 2, '16:00'], 'record_placement_decision', {
    ...{ placement_id, body: AUTHORITY, number: `${begun}-11`, on: tell.day(begun + 2) },
    decision: 'agreed',
  });
  await tell.say(file, 'dilnoza', [begun, '09:00'], 'leave_reception', { on: tell.day(begun) });
  await say([begun, '12:00'], 'begin_placement', { placement_id, on: tell.day(begun) });
  return placement_id;
}

/** A visit to the home in which the child was placed. */
async function visitedAt(
  { tell, file, worker }: Ground,
  placement_id: string,
  ago: number,
  words: string,
): Promise<void> {
  const visit_id = tell.id(`visit:${file.case}:${ago}`);
  await tell.say(file, worker, [ago, '15:00'], 'record_visit', {
    ...{ visit_id, kind: 'home_visit', on: tell.day(ago), met: true, compartment: 'general' },
    words,
  });
  await tell.say(file, worker, [ago, '15:10'], 'record_placement_visit', {
    ...{ placement_id, visit_id, child_alone: 'yes' },
  });
}

/** A teenager without parental care: from reception to his grandmother's home, visited for a year. */
export async function toGrandmother(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'diyor',
    'dilnoza',
    [412, '11:00'],
    {
      name: { given: 'Diyor', family: 'Qosimov', script: 'Latn' },
      ...{ born: '2011-04-17', sex: 'male', languages: ['uz', 'ar'] },
      return: { daysAgo: 412, from: 'SY' },
      papers: [{ kind: 'birth_certificate', state: 'lost' }],
      home: { of: 'zulfiya', as: 'head' },
    },
    district,
  );
  const diyor = fileOf(world, 'diyor', 'baxtiyor');
  await arrived(diyor, 412, 'Quiet. Asks whether his grandmother still lives by the canal.');
  await register(
    tell,
    'zulfiya',
    'baxtiyor',
    [396, '11:00'],
    {
      name: { given: 'Zulfiya', patronymic: 'Rahmatovna', family: 'Qosimova', script: 'Latn' },
      ...{ born: '1959-08-02', kind: 'relative', called: 'Zulfiya buvi' },
      ...{ telephone: '+998 94 555 06 71', home: { of: 'zulfiya', as: 'grandparent' } },
      ties: { diyor: { kind: 'grandchild' } },
    },
    district,
  );
  await talkedOver(diyor, [404, '11:00'], {
    papers: ['some', 'His birth certificate is lost.'],
    education: ['some', 'Four years without school; reads well.'],
    family: ['some', 'His grandmother was found. She asks for him every day.'],
  });
  await approved(diyor, 'assessment', [403, '09:00'], [402, '10:00']);
  const plan = planOf(diyor, 'Reads everything. Helps the younger ones.', 'To live with buvi.', [
    {
      ...{ domain: 'family', words: 'To live with my grandmother by the canal' },
      steps: [['room', 'A bed and a desk at his grandmother’s', 'worker', 384]],
    },
  ]);
  await tell.say(diyor.file, 'baxtiyor', [401, '15:00'], 'agree_plan', {
    ...{ ...plan, own_agreement: 'yes' },
  });
  await approved(diyor, 'plan', [401, '15:30'], [400, '10:00']);
  const home = await placed(diyor, 396, 380, {
    ...{ kind: 'kin', with: 'His grandmother Zulfiya', siblings: 'none' },
    ...{ child_words: 'I want to live with buvi.', said_by: 'Zulfiya Qosimova' },
    ...{ home: 'A room of his own, warm and dry.', care: 'His grandmother is at home.' },
    help: 'A bed, a desk, the allowance.',
  });
  await visitedAt(diyor, home, 367, 'The bed and the desk are there. He sleeps well.');
  await visitedAt(diyor, home, 351, 'He goes to school with the boy next door.');
  await visitedAt(diyor, home, 291, 'Zulfiya buvi has the allowance now. They laughed a lot.');
  await visitedAt(diyor, home, 202, 'Class 8; he helps two younger ones with reading.');
  await visitedAt(diyor, home, 16, 'A year together. He wants to learn to mend telephones.');
}

/** A boy in a foster family, whose visit after a month is late, and who does not want to go to a club. */
export async function withFosterFamily(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'umid',
    'dilnoza',
    [66, '11:00'],
    {
      name: { given: 'Умид', family: 'Назаров', script: 'Cyrl' },
      ...{ born: '2016-09-09', sex: 'male', languages: ['uz'] },
      ...{ return: { daysAgo: 66, from: 'IQ' }, home: { of: 'umid', as: 'head' } },
      papers: [{ kind: 'birth_certificate', state: 'never_had' }],
    },
    district,
  );
  const umid = fileOf(world, 'umid', 'baxtiyor');
  await arrived(umid, 66, 'Plays with a red car. Asks where he will sleep.');
  const home = await placed(umid, 55, 41, {
    ...{ kind: 'foster', with: 'The Ergashev family', siblings: 'none' },
    ...{ child_words: 'They have a dog.', said_by: 'Both foster parents' },
    ...{ home: 'A house with a yard; a room with their son.', care: 'One of them is at home.' },
  });
  await visitedAt(umid, home, 28, 'He showed me the dog. He eats well and sleeps through.');
  await tell.say(umid.file, 'baxtiyor', [12, '16:00'], 'record_own_agreement', {
    ...{ agreement_id: tell.id(`own:${umid.file.case}:club`), answer: 'no', heard: 'directly' },
    ...{ about: { purposes: ['community_support'] }, on: tell.day(12) },
    words: 'The club is loud. I want to stay with the dog.',
  });
}

/** A girl still in reception: no relative is found yet, and nothing is arranged for her. */
export async function waitsInReception(world: StoryWorld): Promise<void> {
  const { tell, district } = world;
  await register(
    tell,
    'ozoda',
    'dilnoza',
    [13, '11:00'],
    {
      name: { given: 'Ozoda', family: 'Haydarova', script: 'Latn' },
      ...{ born: '2012-02-20', languages: ['uz', 'ar'], return: { daysAgo: 13, from: 'SY' } },
      ...{ home: { of: 'ozoda', as: 'head' }, papers: [] },
    },
    district,
  );
  await arrived(fileOf(world, 'ozoda', 'aziza'), 13, 'Draws birds. Speaks of her grandmother.');
}
