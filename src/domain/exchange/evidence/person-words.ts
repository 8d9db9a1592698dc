import type { FindingCode } from './finding.ts';

/** A word of its own in any script: `\b` knows only Latin letters. */
function words(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** What stands above a column about single people, in English, Russian and Uzbek. */
export const PERSON_HEADERS: readonly (readonly [FindingCode, RegExp])[] = [
  [
    'dates_of_birth',
    words(
      ...['dob', 'd\\.?o\\.?b\\.?', 'birth ?(?:date|day|year|place)', 'born(?: on| in)?'],
      ...['(?:date|day|year|place|month) of birth', 'birthday', 'др', 'д\\.\\s?р\\.?'],
      ...['(?:дата|год|день|место|месяц) рождения', 'родил[а-я]+'],
      ...["tu[gʻ‘’`']+ilgan (?:kuni?|sanasi?|yili?|joyi?)", 'туғилган (?:куни?|санаси?|йили?)'],
    ),
  ],
  [
    'document_numbers',
    words(
      ...['passports?', 'passport ?(?:no|number|#)', 'pinfl', 'pin', 'ssn', 'inn', 'snils', 'tin'],
      ...['(?:national|personal|identity|case|file|individual|person|progres|unhcr|client) ?id'],
      ...['(?:id|identity) ?(?:card|number|no|document)', 'case ?(?:no|number|#|ref)', 'id'],
      ...['(?:document|file|registration|certificate) ?(?:no|number|#)', 'паспорт[а-я]*'],
      ...['пинфл', 'инн', 'снилс', 'жшшир', '(?:номер|№|n) ?(?:документа|дела|карты|анкеты|файла)'],
      ...['удостоверени[ея] личности', 'свидетельство №', 'pasport(?:i| raqami)?', 'jshshir'],
      ...['(?:hujjat|ish|guvohnoma|karta) raqami', 'shaxsiy raqam[i]?'],
    ),
  ],
  [
    'phones',
    words(
      ...[
        '(?:tele)?phones?',
        'phone ?(?:no|number|#)',
        'mobile',
        'cell(?:phone)?',
        'tel',
        'msisdn',
      ],
      ...['whatsapp', 'telegram', 'viber', 'imo', 'телефон[а-я]*', 'тел', 'моб(?:ильный)?'],
      ...['telefon(?:i| raqami)?', 'мобил'],
    ),
  ],
  ['emails', words('e-?mails?', '(?:эл(?:ектронная|\\.)?\\s?)?почта', 'elektron pochta', 'pochta')],
  [
    'coordinates',
    words(
      ...['lat(?:itude)?', 'lon(?:g|gitude)?', 'lng', 'gps', 'coord(?:inate)?s?', 'utm'],
      ...['широта', 'долгота', 'координат[а-я]*', 'kenglik', 'uzunlik', 'koordinata(?:lar)?(?:i)?'],
    ),
  ],
  [
    'addresses',
    words(
      ...[
        '(?:home |street |postal )?address(?:es)?',
        'street',
        'house ?(?:no|number)',
        'apartment',
      ],
      ...['адрес[а-я]*', 'улица', 'дом №', 'квартира', 'manzil[i]?', 'yashash joyi', 'koʻchasi?'],
    ),
  ],
  [
    'names_of_people',
    words(
      ...[
        "(?:first|last|full|given|family|middle|maiden|father|mother|child|person|client)s?[ ']*s?[ _-]?names?",
      ],
      ...[
        '(?:beneficiary|respondent|contact|caregiver|guardian|parent|patient|student|returnee)[ _-]?names?',
      ],
      ...['sur_?names?', 'patronymic', 'names?', 'nicknames?', 'alias', 'fio', 'fish'],
      ...[
        'имя',
        'имена',
        'фамили[яи]',
        'отчество',
        'ф\\.?\\s?и\\.?\\s?о\\.?',
        'исм[и]?',
        'фамилияси?',
      ],
      ...[
        'ism[i]?',
        'familiya(?:si)?',
        'sharif(?:i)?',
        'otasining ismi',
        'f\\.?\\s?i\\.?\\s?sh\\.?',
      ],
    ),
  ],
];

/** Hashtags and attributes that say the same in the language of HXL. */
export const PERSON_TAGS: readonly (readonly [FindingCode, RegExp])[] = [
  ['coordinates', /^#geo\b|\+(?:lat|lon|coord|elevation)\b/],
  ['dates_of_birth', /\+(?:birth|dob|birthdate)\b/],
  ['phones', /\+(?:phone|mobile|tel)\b/],
  ['emails', /\+email\b/],
  ['addresses', /\+(?:address|street)\b/],
  ['names_of_people', /^#(?:contact|person)\b|\+(?:fullname|surname|firstname|lastname)\b/],
];
