import type { Labels } from '#domain/text.ts';
import { fixedId } from './fixed-id.ts';

export interface DemoOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: Labels;
  readonly kind: string;
  /** Code of seed/places.csv; without one it stands in the demo district. */
  readonly place?: string;
}

function organisation(code: string, kind: string, en: string, ru: string, uz: string) {
  return { id: fixedId(`organisation:${code}`), code, kind, name: { en, ru, uz } };
}

/** Receiving services of the demo district; invented, like everything in the demo world. */
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  organisation(
    'polyclinic',
    'health',
    'Family polyclinic 2',
    'Семейная поликлиника № 2',
    '2-oilaviy poliklinika',
  ),
  organisation('school', 'education', 'School 14', 'Школа № 14', '14-maktab'),
  organisation('registry', 'papers', 'Civil registry office', 'Отдел ЗАГС', 'FHDYo boʻlimi'),
  organisation(
    'training',
    'vocational_training',
    'Training centre Hunar',
    'Учебный центр «Хунар»',
    'Hunar oʻquv markazi',
  ),
  organisation(
    'employment',
    'employment',
    'Employment office',
    'Служба занятости',
    'Bandlik markazi',
  ),
  organisation(
    'legal_aid',
    'legal',
    'Legal aid office',
    'Бюро правовой помощи',
    'Huquqiy yordam byurosi',
  ),
  organisation('family_centre', 'family', 'Family centre', 'Семейный центр', 'Oila markazi'),
  // Known to everybody here; never an account, a service or a packet.
  organisation(
    'mahalla',
    'neighbourhood_body',
    'Mahalla committee',
    'Комитет махалли',
    'Mahalla qoʻmitasi',
  ),
  organisation(
    'red_crescent',
    'tracing_body',
    'Red Crescent, tracing of relatives',
    'Красный Полумесяц, розыск родных',
    'Qizil Yarim Oy, qarindoshlarni qidirish',
  ),
  {
    ...organisation(
      'andijan_women',
      'wellbeing',
      'Women’s centre Mehr',
      'Женский центр «Мехр»',
      '«Mehr» ayollar markazi',
    ),
    place: 'JQFX5',
  },
  {
    ...organisation(
      'fergana_crafts',
      'vocational_training',
      'House of crafts',
      'Дом ремёсел',
      'Hunarmandlar uyi',
    ),
    place: 'N2DFW',
  },
  {
    ...organisation(
      'samarkand_clinic',
      'health',
      'Family clinic Bogʻ',
      'Семейная клиника «Боғ»',
      '«Bogʻ» oilaviy klinikasi',
    ),
    place: 'ZPG5W',
  },
];
