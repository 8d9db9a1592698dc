import { z } from 'zod';
import { line } from '../text.ts';
import { EXCHANGE_ROLES } from './role.ts';
import { languageTag } from './wording.ts';

/** ISO 3166-1 alpha-2. */
export const country = z.string().regex(/^[A-Z]{2}$/);
/** An IANA name, e.g. `Asia/Tashkent`; whether it exists is asked where it is used. */
export const timeZone = z.string().regex(/^[A-Za-z0-9_+/-]{1,60}$/);

/** Somebody who takes part in the exchange; country null = of an international organisation. */
export const newParticipant = z.strictObject({
  name: line,
  country: country.nullable(),
  institution_id: z.uuid().nullable(),
  languages: z.array(languageTag).max(12),
  time_zone: timeZone,
});
export type NewParticipant = z.infer<typeof newParticipant>;

/** Who is signed in at the exchange; `roles` with the edition they are held for (null = everywhere). */
export const participantMe = z.object({
  ...{ id: z.uuid(), name: line, locale: z.enum(['en', 'ru', 'uz']) },
  ...{ country: z.string().nullable(), institution_id: z.uuid().nullable() },
  ...{ languages: z.array(z.string()), time_zone: z.string(), version: z.number().int() },
  /** 256 bits that nobody else is told: what this person's browser keeps is sealed under it. */
  keeping_secret: z.string(),
  roles: z.array(
    z.object({
      role: z.enum(EXCHANGE_ROLES),
      edition_id: z.uuid().nullable(),
      country: z.string().nullable(),
    }),
  ),
});
export type ParticipantMe = z.infer<typeof participantMe>;

/** A version counts in four bytes. */
export const participantChange = newParticipant.extend({
  version: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});

/** Languages to choose from; an account may hold others. */
export const SPOKEN_LANGUAGES = [
  ...[
    'en',
    'ru',
    'uz-Latn',
    'kk',
    'ky',
    'tg',
    'tk',
    'ar',
    'de',
    'fr',
    'hi',
    'ms',
    'nl',
    'ur',
    'zh',
  ],
];
/** Countries to choose from, those of past and coming editions; nothing keeps to them. */
export const PARTICIPANT_COUNTRIES = [
  ...[
    'UZ',
    'KZ',
    'KG',
    'TJ',
    'TM',
    'AF',
    'BD',
    'IN',
    'LK',
    'MV',
    'NP',
    'PK',
    'BN',
    'ID',
    'MY',
    'PH',
  ],
  ...[
    'SG',
    'TH',
    'VN',
    'AT',
    'BE',
    'BG',
    'CZ',
    'DE',
    'DK',
    'ES',
    'FI',
    'FR',
    'GR',
    'IE',
    'IT',
    'LT',
  ],
  ...[
    'LV',
    'NL',
    'PL',
    'PT',
    'RO',
    'SE',
    'SK',
    'AZ',
    'GE',
    'IQ',
    'JO',
    'SY',
    'TR',
    'GB',
    'NO',
    'CH',
  ],
];
