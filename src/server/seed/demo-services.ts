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
];
