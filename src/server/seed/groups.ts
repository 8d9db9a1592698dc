import type pg from 'pg';
import { DEMO_PEOPLE } from './accounts.ts';
import { fixedId } from './fixed-id.ts';

const DAY = 86_400_000;

interface DemoGroup {
  readonly code: string;
  readonly organisation: string;
  readonly kind: string;
  readonly title: string;
  readonly leader: string;
  readonly leader_id?: string;
  readonly meeting_place: string;
  readonly languages: readonly string[];
  readonly capacity: number;
  readonly childcare: boolean;
  readonly at: string;
  /** Days before today of its newest past session; it meets once a week. */
  readonly last: number;
}

/** Groups of the demo district; invented, like everything in the demo world. */
const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    ...{ code: 'sewing', organisation: 'training', kind: 'sewing_circle' },
    ...{ title: 'Sewing circle', leader: 'Mavluda-opa', meeting_place: 'Library by the park' },
    ...{ languages: ['uz'], capacity: 14, childcare: true, at: '15:00', last: 3 },
  },
  {
    ...{ code: 'parents', organisation: 'school', kind: 'parents_school' },
    ...{ title: 'Parents’ evenings', leader: 'Olim Toshmatov', leader_id: DEMO_PEOPLE.olim.id },
    ...{ meeting_place: 'School 14, room 3', languages: ['uz', 'ru'], capacity: 20 },
    ...{ childcare: true, at: '18:00', last: 2 },
  },
  {
    ...{ code: 'language', organisation: 'family_centre', kind: 'language_club' },
    ...{ title: 'Russian over tea', leader: 'Vera Pavlovna', meeting_place: 'Family centre' },
    ...{ languages: ['ru', 'uz'], capacity: 10, childcare: false, at: '11:00', last: 5 },
  },
  {
    ...{ code: 'evenings', organisation: 'family_centre', kind: 'psychosocial_group' },
    ...{ title: 'Quiet evenings', leader: 'Nargiza Umarova', leader_id: DEMO_PEOPLE.nargiza.id },
    ...{ meeting_place: 'Family centre, upstairs', languages: ['uz'], capacity: 8 },
    ...{ childcare: true, at: '17:00', last: 4 },
  },
];

export function demoGroupId(code: string): string {
  return fixedId(`group:${code}`);
}

/** The session of a group so many weeks ago (0 = the newest that is past, -1 = the next). */
export function demoSessionId(code: string, weeksAgo: number): string {
  return fixedId(`group_session:${code}:${weeksAgo}`);
}

export function demoGroupOrganisation(code: string): string {
  const { organisation } = DEMO_GROUPS.find((one) => one.code === code) ?? {};
  return fixedId(`organisation:${organisation}`);
}

/** How many days ago that session was. */
export function demoSessionDaysAgo(code: string, weeksAgo: number): number {
  const { last = 0 } = DEMO_GROUPS.find((one) => one.code === code) ?? {};
  return last + 7 * weeksAgo;
}

/** Four groups of the district with six weeks behind them and six ahead, around `today`. */
export async function addGroups(
  owner: pg.ClientBase,
  today: string,
  district: string,
): Promise<void> {
  const day = (daysAgo: number) =>
    new Date(Date.parse(today) - daysAgo * DAY).toISOString().slice(0, 10);
  for (const group of DEMO_GROUPS) {
    const { code, kind, title, leader, meeting_place, languages, capacity, childcare } = group;
    await owner.query(
      `insert into community_group (id, organisation_id, place_id, kind, compartment, title, leader,
         leader_id, meeting_place, languages, capacity, childcare, kept_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[demoGroupId(code), demoGroupOrganisation(code), district, kind],
        kind === 'psychosocial_group' ? 'psychosocial' : 'general',
        ...[title, leader, group.leader_id ?? null, meeting_place, languages, capacity, childcare],
        group.leader_id ?? DEMO_PEOPLE.gulnora.id,
      ],
    );
    for (let weeksAgo = 5; weeksAgo >= -6; weeksAgo--) {
      const held = weeksAgo >= 0;
      await owner.query(
        `insert into group_session (id, group_id, on_day, at_time, state, neighbours)
         values ($1, $2, $3, $4, $5, $6)`,
        [
          ...[demoSessionId(code, weeksAgo), demoGroupId(code)],
          ...[day(demoSessionDaysAgo(code, weeksAgo)), group.at, held ? 'held' : 'planned'],
          // The newest one is still to be counted.
          weeksAgo > 0 ? 4 + ((weeksAgo * 3) % 5) : null,
        ],
      );
    }
  }
}
