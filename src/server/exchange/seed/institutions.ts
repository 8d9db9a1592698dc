import type { Wording } from '#domain/exchange/wording.ts';
import { told } from './told.ts';

interface DemoInstitution {
  readonly code: string;
  readonly name: Wording;
  readonly country: string | null;
  readonly kind:
    | 'ministry'
    | 'institute'
    | 'university'
    | 'service'
    | 'civil_society'
    | 'international';
}

const one = (
  code: string,
  country: string | null,
  kind: DemoInstitution['kind'],
  ...names: [en: string, ru: string, uz: string]
): DemoInstitution => ({ code, country, kind, name: told(...names) });

/** All invented; the host is the first. */
export const DEMO_INSTITUTIONS: readonly DemoInstitution[] = [
  one(
    'registan',
    'UZ',
    'institute',
    'Registan Institute for Social Return',
    'Институт социального возвращения «Регистан»',
    '“Registon” ijtimoiy qaytish instituti',
  ),
  one(
    'family-uz',
    'UZ',
    'ministry',
    'Committee for Family and Return',
    'Комитет по делам семьи и возвращения',
    'Oila va qaytish qoʻmitasi',
  ),
  one(
    'steppe',
    'KZ',
    'service',
    'Steppe Centre for Reintegration',
    'Степной центр реинтеграции',
    'Dasht reintegratsiya markazi',
  ),
  one(
    'issyk',
    'KG',
    'civil_society',
    'Issyk Family Support',
    'Поддержка семьи «Иссык»',
    '“Issiq” oilaga koʻmak',
  ),
  one(
    'pamir',
    'TJ',
    'university',
    'Pamir University of Social Work',
    'Памирский университет социальной работы',
    'Pomir ijtimoiy ish universiteti',
  ),
  one(
    'indus',
    'PK',
    'institute',
    'Indus Centre for Recovery',
    'Центр восстановления «Инд»',
    '“Hind daryosi” tiklanish markazi',
  ),
  one(
    'deccan',
    'IN',
    'university',
    'Deccan School of Community Studies',
    'Деканская школа общинных исследований',
    'Dekan jamoa tadqiqotlari maktabi',
  ),
  one(
    'selangor',
    'MY',
    'service',
    'Selangor Returnee Service',
    'Служба возвращения Селангора',
    'Selangor qaytganlar xizmati',
  ),
  one(
    'lion-city',
    'SG',
    'institute',
    'Lion City Institute of Counselling',
    'Институт консультирования «Город льва»',
    '“Sherlar shahri” maslahat instituti',
  ),
  one(
    'spree',
    'DE',
    'service',
    'Spree Advice Network',
    'Консультативная сеть «Шпрее»',
    '“Shpree” maslahat tarmogʻi',
  ),
  one(
    'senne',
    'BE',
    'university',
    'Senne University, Childhood after Conflict',
    'Университет Сенны, кафедра детства после конфликта',
    'Senna universiteti, mojarodan keyingi bolalik',
  ),
  one(
    'union-desk',
    null,
    'international',
    'Union Desk for Return',
    'Отдел Союза по вопросам возвращения',
    'Ittifoqning qaytish boʻlimi',
  ),
  one(
    'children-org',
    null,
    'international',
    'World Office for Children',
    'Всемирное бюро по делам детей',
    'Bolalar ishlari boʻyicha jahon byurosi',
  ),
];
