import type { Role } from '#domain/access/role.ts';
import type { Locale } from '#domain/account/account.ts';
import { fixedId } from './fixed-id.ts';

/** Somebody of the demo world. All are invented; the password is shown at the start, in trial mode only. */
export interface DemoPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  /** Code of the place in seed/places.csv where the role is held. */
  readonly place: 'country' | 'region' | 'district' | 'neighbour_district' | 'other_district';
  /** Code of the organisation in organisations.ts, for a receiving service. */
  readonly organisation?: string;
  readonly title: string;
}

export const DEMO_PASSWORD = 'a warm home for all';

function person(
  username: string,
  name: string,
  role: Role,
  place: DemoPerson['place'],
  title: string,
  locale: Locale = 'en',
): DemoPerson {
  return { id: fixedId(`account:${username}`), username, name, role, locale, place, title };
}

/** The people of the demo world, by user name: the tests act as them too (test/world.ts). */
export const DEMO_PEOPLE = {
  dilnoza: person('dilnoza', 'Dilnoza Yoʻldosheva', 'intake_officer', 'country', 'Intake officer'),
  aziza: person('aziza', 'Aziza Karimova', 'caseworker', 'district', 'Support worker'),
  baxtiyor: person(
    'baxtiyor',
    'Baxtiyor Sobirov',
    'caseworker',
    'district',
    'Support worker',
    'uz',
  ),
  kamola: person(
    'kamola',
    'Kamola Ergasheva',
    'caseworker',
    'other_district',
    'Support worker elsewhere',
  ),
  gulnora: person('gulnora', 'Gulnora Rahimova', 'supervisor', 'district', 'Supervisor'),
  shahnoza: person(
    'shahnoza',
    'Shahnoza Tillayeva',
    'supervisor',
    'neighbour_district',
    'Supervisor next door',
  ),
  otabek: person(
    'otabek',
    'Otabek Nazarov',
    'supervisor',
    'other_district',
    'Supervisor elsewhere',
  ),
  timur: person('timur', 'Timur Saidov', 'specialist_health', 'region', 'Health specialist', 'ru'),
  nargiza: person(
    'nargiza',
    'Nargiza Umarova',
    'specialist_psychosocial',
    'region',
    'Psychosocial specialist',
  ),
  rustam: person('rustam', 'Rustam Qodirov', 'specialist_legal', 'region', 'Legal specialist'),
  saodat: person(
    'saodat',
    'Saodat Mirzayeva',
    'specialist_protection',
    'region',
    'Child-protection specialist',
  ),
  farida: {
    ...person(
      'farida',
      'Farida Aliyeva',
      'partner',
      'district',
      'Receiving service: polyclinic',
      'ru',
    ),
    organisation: 'polyclinic',
  },
  olim: {
    ...person('olim', 'Olim Toshmatov', 'partner', 'district', 'Receiving service: school'),
    organisation: 'school',
  },
  jasur: person('jasur', 'Jasur Hamidov', 'coordinator', 'country', 'Coordinator'),
  lobar: person('lobar', 'Lobar Ismatova', 'coordinator', 'country', 'Second coordinator'),
  malika: person(
    'malika',
    'Malika Yusupova',
    'data_protection_officer',
    'country',
    'Data protection officer',
  ),
  zebo: person(
    'zebo',
    'Zebo Hakimova',
    'complaints_officer',
    'country',
    'Complaints officer',
    'ru',
  ),
  sherzod: person('sherzod', 'Sherzod Ismoilov', 'administrator', 'country', 'Administrator'),
  sanobar: person('sanobar', 'Sanobar Tursunova', 'mentor', 'district', 'Mentor', 'uz'),
} as const satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof DEMO_PEOPLE;
