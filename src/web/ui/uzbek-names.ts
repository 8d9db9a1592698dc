/**
 * Names in Uzbek of languages and countries that come up here. Browsers know hardly any of their own: without these a
 * screen in Uzbek would name English in Russian.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ uz: 'oʻzbekcha', ru: 'ruscha', en: 'inglizcha', kaa: 'qoraqalpoqcha', tg: 'tojikcha' },
  ...{ kk: 'qozoqcha', ky: 'qirgʻizcha', tk: 'turkmancha', ar: 'arabcha', fa: 'forscha' },
  ...{ tr: 'turkcha', ku: 'kurdcha', uk: 'ukraincha', de: 'nemischa', fr: 'fransuzcha' },
};
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ UZ: 'Oʻzbekiston', RU: 'Rossiya', KZ: 'Qozogʻiston', KG: 'Qirgʻiziston' },
  ...{ TJ: 'Tojikiston', TM: 'Turkmaniston', AF: 'Afgʻoniston', SY: 'Suriya', IQ: 'Iroq' },
  ...{ TR: 'Turkiya', IR: 'Eron', UA: 'Ukraina', AZ: 'Ozarbayjon', PK: 'Pokiston' },
  ...{ DE: 'Germaniya', KR: 'Janubiy Koreya', AE: 'Birlashgan Arab Amirliklari', EG: 'Misr' },
};

/** The name in Uzbek (Latin) by its code; undefined where the browser is to be asked. */
export function uzbekName(
  type: 'language' | 'region' | 'currency',
  code: string,
): string | undefined {
  if (type === 'currency') return undefined;
  return (type === 'language' ? LANGUAGES : COUNTRIES)[code];
}
