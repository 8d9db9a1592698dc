import { type Citizenship, COUNTRIES } from '#domain/people/country.ts';
import { fold, saysNothing } from './fold.ts';

/** Spellings that the common locale data does not have. */
const ALSO: Readonly<Record<string, string>> = {
  UZ: 'рес узбекистан|республика узбекистан|руз|руз|узб|узбекистон|ozbekiston respublikasi|uzbek|uzb|узбечка|узбек|гражданин узбекистана|гражданка узбекистана|uzbekiston',
  RU: 'рф|российская федерация|rus|rossiya|россия|rf|russian federation',
  KZ: 'рк|республика казахстан|казахстан|qozogiston|kaz',
  KG: 'кр|кыргызстан|киргизия|киргизстан|кыргызская республика|qirgiziston|kgz|kyrgyz republic',
  TJ: 'рт|таджикистан|республика таджикистан|tojikiston|tjk',
  TM: 'туркмения|туркменистан|turkmaniston|tkm',
  SY: 'сирия|сар|сирийская арабская республика|syrian arab republic|suriya|сурия|syr',
  IQ: 'ирак|iroq|ироқ|irq',
  AF: 'афганистан|afgoniston|афгонистон|afg|afganistan',
  TR: 'турция|turkiya|туркия|turkey|turkiye|tur',
  IR: 'иран|eron|эрон|islamic republic of iran|irn',
  AE: 'оаэ|uae|baa|emirates',
  US: 'сша|usa|united states of america|aqsh',
  GB: 'uk|great britain|england|англия|великобритания',
  KR: 'south korea|республика корея|южная корея|janubiy koreya',
  KP: 'north korea|кндр|северная корея',
  CN: 'кнр|китай|xitoy|prc',
  CI: 'ivory coast',
  CD: 'dr congo|democratic republic of the congo|drc',
  CG: 'republic of the congo|congo',
  CZ: 'czech republic|чехия',
  MM: 'burma',
  MK: 'macedonia',
  PS: 'palestine|палестина',
  VA: 'vatican',
  HK: 'hong kong',
  MO: 'macau|macao',
  CV: 'cape verde',
  SZ: 'swaziland',
  TL: 'east timor',
  BO: 'bolivia',
  VE: 'venezuela',
  FM: 'micronesia',
  BA: 'bosnia and herzegovina|bosnia|босния',
  TT: 'trinidad and tobago',
  AG: 'antigua and barbuda',
  ST: 'sao tome and principe',
  KN: 'saint kitts and nevis',
  VC: 'saint vincent and the grenadines',
};

const NONE =
  'none|stateless|no citizenship|лбг|без гражданства|лицо без гражданства|апатрид|нет гражданства|нет|fuqaroligi yoq|fuqaroligi boʻlmagan|фукаролиги йук|фуқаролиги бўлмаган';

const LOCALES = ['en', 'ru', 'uz', 'uz-Cyrl'] as const;

const TABLE: ReadonlyMap<string, string> = table();

/** The country that a cell names in English, Russian or Uzbek, or by its ISO code. */
export function readCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && COUNTRIES.includes(code)) return code;
  return TABLE.get(fold(text));
}

const STATELESS = new Set(NONE.split('|').map(fold));

/** Like `readCountry`, with `none` for the stateless and `unknown` where the cell says so. */
export function readCitizenship(text: string): Citizenship | undefined {
  if (STATELESS.has(fold(text))) return 'none';
  return readCountry(text) ?? (saysNothing(text) ? 'unknown' : undefined);
}

function table(): Map<string, string> {
  const found = new Map<string, string>();
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    const short = new Intl.DisplayNames([locale], {
      type: 'region',
      fallback: 'none',
      style: 'short',
    });
    for (const code of COUNTRIES) {
      for (const name of [names.of(code), short.of(code)]) if (name) found.set(fold(name), code);
    }
  }
  for (const [code, words] of Object.entries(ALSO)) {
    for (const word of words.split('|')) found.set(fold(word), code);
  }
  return found;
}
