import type { Labels } from '#domain/text.ts';
import { fixedId } from './fixed-id.ts';

export interface DemoService {
  readonly id: string;
  readonly code: string;
  readonly organisation_id: string;
  readonly name: Labels;
  readonly need_domain: string;
  /** A consent purpose of seed/programme-model.json. */
  readonly purpose: string;
  readonly languages: readonly string[];
  readonly note?: string;
  /** Code of seed/places.csv; without one it stands in the demo district. */
  readonly place?: string;
}

function services(
  organisation: string,
  need_domain: string,
  purpose: string,
  ...offered: readonly [code: string, en: string, ru: string, uz: string, note?: string][]
): DemoService[] {
  return offered.map(([code, en, ru, uz, note]) => ({
    ...{ id: fixedId(`service:${code}`), code, name: { en, ru, uz } },
    ...{ organisation_id: fixedId(`organisation:${organisation}`), need_domain, purpose },
    languages: ['uz', 'ru'],
    ...(note === undefined ? {} : { note }),
  }));
}

/** What the organisations of the demo district offer; invented, like everything in the demo world. */
export const DEMO_SERVICES: readonly DemoService[] = [
  ...services(
    'polyclinic',
    'health',
    'health_care',
    [
      'family_doctor',
      'Family doctor',
      'Семейный врач',
      'Oilaviy shifokor',
      'Monday to Saturday, 8 to 14. Papers can be brought later.',
    ],
    ['vaccination', 'Vaccination of children', 'Прививки детям', 'Bolalarni emlash'],
    ['dentist', 'Dentist', 'Стоматолог', 'Tish shifokori'],
  ),
  ...services(
    'school',
    'education',
    'education',
    ['school_place', 'A place in school', 'Место в школе', 'Maktabdan joy'],
    [
      'catch_up_class',
      'Lessons to catch up',
      'Дополнительные занятия',
      'Qoʻshimcha darslar',
      'In the afternoon; small groups.',
    ],
  ),
  ...services(
    'registry',
    'papers',
    'civil_papers',
    [
      'birth_certificate',
      'Birth certificate',
      'Свидетельство о рождении',
      'Tugʻilganlik guvohnomasi',
    ],
    ['identity_paper', 'Identity card', 'Удостоверение личности', 'Shaxs guvohnomasi'],
  ),
  ...services(
    'training',
    'vocational_training',
    'vocational_training',
    ['sewing_course', 'Course in sewing', 'Курсы шитья', 'Tikuvchilik kursi'],
    ['computer_course', 'Computer course', 'Компьютерные курсы', 'Kompyuter kursi'],
    ['baking_course', 'Course in baking', 'Курсы пекарей', 'Novvoylik kursi'],
  ),
  ...services(
    'employment',
    'employment',
    'employment',
    ['job_search', 'Help to find work', 'Помощь в поиске работы', 'Ish topishda yordam'],
    [
      'own_business',
      'Advice on an own business',
      'Консультация по своему делу',
      'Oʻz ishi boʻyicha maslahat',
    ],
  ),
  ...services(
    'legal_aid',
    'legal',
    'legal_help',
    ['legal_advice', 'Legal advice', 'Юридическая консультация', 'Huquqiy maslahat'],
    ['guardianship_papers', 'Guardianship papers', 'Оформление опеки', 'Vasiylik hujjatlari'],
  ),
  ...services(
    'family_centre',
    'family',
    'family_support',
    ['parents_group', 'Group for parents', 'Группа для родителей', 'Ota-onalar guruhi'],
    ['day_care', 'Day care for children', 'Дневной уход за детьми', 'Bolalar uchun kunduzgi qarov'],
  ),
  ...services('family_centre', 'wellbeing', 'psychosocial_care', [
    'talks',
    'Talks with a psychologist',
    'Беседы с психологом',
    'Psixolog bilan suhbat',
  ]),
  ...services('family_centre', 'safety', 'safety_help', [
    'safe_house',
    'A safe place for the night',
    'Безопасный ночлег',
    'Xavfsiz tunash joyi',
  ]),
  ...services('polyclinic', 'health', 'health_care', [
    'home_visits',
    'A nurse comes home',
    'Медсестра на дому',
    'Uyga keladigan hamshira',
  ]),
  ...elsewhere(
    'JQFX5',
    services('andijan_women', 'wellbeing', 'psychosocial_care', [
      'asaka_talks',
      'Talks among women',
      'Беседы для женщин',
      'Ayollar suhbati',
    ]),
  ),
  ...elsewhere(
    'JQFX5',
    services('andijan_women', 'vocational_training', 'vocational_training', [
      'asaka_sewing',
      'Course in sewing, Asaka',
      'Курсы шитья, Асака',
      'Tikuvchilik kursi, Asaka',
    ]),
  ),
  ...elsewhere(
    'N2DFW',
    services(
      'fergana_crafts',
      'vocational_training',
      'vocational_training',
      ['rishton_pottery', 'Course in pottery', 'Курсы гончаров', 'Kulolchilik kursi'],
      ['rishton_market', 'A stall on the market', 'Место на рынке', 'Bozordan joy'],
    ),
  ),
  ...elsewhere(
    'ZPG5W',
    services(
      'samarkand_clinic',
      'health',
      'health_care',
      ['urgut_doctor', 'Family doctor, Urgut', 'Семейный врач, Ургут', 'Oilaviy shifokor, Urgut'],
      ['urgut_children', 'Children’s doctor', 'Детский врач', 'Bolalar shifokori'],
    ),
  ),
];

function elsewhere(place: string, list: readonly DemoService[]): DemoService[] {
  return list.map((one) => ({ ...one, languages: ['uz', 'tg', 'ru'], place }));
}
