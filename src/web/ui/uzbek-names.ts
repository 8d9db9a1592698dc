/**
 * Names in Uzbek of languages, countries and currencies that come up here. Browsers know hardly any of their own: without these a
 * screen in Uzbek would name English in Russian.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ 'uz-Latn': 'oʻzbekcha (lotin)', 'uz-Cyrl': 'oʻzbekcha (kirill)', nl: 'niderlandcha' },
  ...{ hi: 'hindcha', ms: 'malaycha', ta: 'tamilcha', ur: 'urducha', zh: 'xitoycha' },
  ...{ uz: 'oʻzbekcha', ru: 'ruscha', en: 'inglizcha', kaa: 'qoraqalpoqcha', tg: 'tojikcha' },
  ...{ kk: 'qozoqcha', ky: 'qirgʻizcha', tk: 'turkmancha', ar: 'arabcha', fa: 'forscha' },
  ...{ tr: 'turkcha', ku: 'kurdcha', uk: 'ukraincha', de: 'nemischa', fr: 'fransuzcha' },
};
const COUNTRIES: Readonly<Record<string, string>> = {
  ...{ UZ: 'Oʻzbekiston', RU: 'Rossiya', KZ: 'Qozogʻiston', KG: 'Qirgʻiziston' },
  ...{ TJ: 'Tojikiston', TM: 'Turkmaniston', AF: 'Afgʻoniston', SY: 'Suriya', IQ: 'Iroq' },
  ...{ TR: 'Turkiya', IR: 'Eron', UA: 'Ukraina', AZ: 'Ozarbayjon', PK: 'Pokiston' },
  ...{ IN: 'Hindiston', MY: 'Malayziya', SG: 'Singapur', BE: 'Belgiya', CN: 'Xitoy' },
  ...{ BD: 'Bangladesh', BT: 'Butan', LK: 'Shri-Lanka', MV: 'Maldiv orollari', NP: 'Nepal' },
  ...{ BN: 'Bruney', ID: 'Indoneziya', KH: 'Kambodja', LA: 'Laos', MM: 'Myanma' },
  ...{ PH: 'Filippin', TH: 'Tailand', TL: 'Sharqiy Timor', VN: 'Vyetnam', AT: 'Avstriya' },
  ...{ BG: 'Bolgariya', CY: 'Kipr', CZ: 'Chexiya', DK: 'Daniya', EE: 'Estoniya', ES: 'Ispaniya' },
  ...{ FI: 'Finlandiya', FR: 'Fransiya', GR: 'Gretsiya', HR: 'Xorvatiya', HU: 'Vengriya' },
  ...{ IE: 'Irlandiya', IT: 'Italiya', LT: 'Litva', LU: 'Lyuksemburg', LV: 'Latviya' },
  ...{ MT: 'Malta', NL: 'Niderlandiya', PL: 'Polsha', PT: 'Portugaliya', RO: 'Ruminiya' },
  ...{ SE: 'Shvetsiya', SI: 'Sloveniya', SK: 'Slovakiya', GE: 'Gruziya', JO: 'Iordaniya' },
  ...{ GB: 'Buyuk Britaniya', NO: 'Norvegiya', CH: 'Shveytsariya', US: 'AQSH', JP: 'Yaponiya' },
  ...{ DE: 'Germaniya', KR: 'Janubiy Koreya', AE: 'Birlashgan Arab Amirliklari', EG: 'Misr' },
};

const CURRENCIES: Readonly<Record<string, string>> = {
  ...{ UZS: 'oʻzbek soʻmi', USD: 'AQSH dollari', EUR: 'yevro', RUB: 'Rossiya rubli' },
  ...{ KZT: 'qozoq tengesi', KGS: 'qirgʻiz somi', TJS: 'tojik somoniysi', TRY: 'turk lirasi' },
};
const NAMES = { language: LANGUAGES, region: COUNTRIES, currency: CURRENCIES };

/** The name in Uzbek (Latin) by its code; undefined where the browser is to be asked. */
export function uzbekName(type: keyof typeof NAMES, code: string): string | undefined {
  return NAMES[type][code];
}
