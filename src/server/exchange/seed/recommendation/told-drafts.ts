import type { AmendmentState } from '#domain/exchange/recommendation/amendment.ts';
import type { Stance } from '#domain/exchange/recommendation/position.ts';
import type { RecommendationTheme } from '#domain/exchange/recommendation/theme.ts';
import type { Three } from './told-recommendations.ts';

/** A line of the minutes of the first dialogue; null = nobody is named. */
export type DemoLine = readonly [speaker: string | null, words: Three];

/** The minutes of the first dialogue: public, by the Chatham House Rule, public again. */
export const MINUTES: Readonly<
  Record<
    'opening' | 'experts' | 'closing',
    { title: Three; rule: string; lines: readonly DemoLine[] }
  >
> = {
  opening: {
    title: [
      'Opening: what children told us',
      'Открытие: что рассказали дети',
      'Ochilish: bolalar nima dedi',
    ],
    rule: 'public',
    lines: [
      [
        'Anneke Claes',
        [
          'A child comes to school more easily where one adult waits for it.',
          'Ребёнку легче прийти в школу, где его ждёт один взрослый.',
          'Bolani bitta katta kutib turgan maktabga kelish osonroq.',
        ],
      ],
      [
        'Barno Xolmatova',
        [
          'Without a birth certificate everything else waits: school, doctor, allowance.',
          'Без свидетельства о рождении ждёт всё остальное: школа, врач, пособие.',
          'Tugʻilganlik guvohnomasisiz qolgan hamma narsa kutadi: maktab, shifokor, nafaqa.',
        ],
      ],
      [
        'Firuza Davlatova',
        [
          'Families who live among neighbours are greeted sooner than families who live apart.',
          'Семьи, живущие среди соседей, принимают раньше, чем семьи, живущие отдельно.',
          'Qoʻshnilar orasida yashaydigan oilalar alohida yashaydiganlardan koʻra tezroq qabul qilinadi.',
        ],
      ],
    ],
  },
  experts: {
    title: ['Round of practitioners', 'Круглый стол практиков', 'Amaliyotchilar davra suhbati'],
    rule: 'chatham_house',
    lines: [
      [
        null,
        [
          'The first ten days decide whether a family trusts us.',
          'Первые десять дней решают, станет ли семья нам доверять.',
          'Birinchi oʻn kun oilaning bizga ishonish-ishonmasligini hal qiladi.',
        ],
      ],
      [
        null,
        [
          'School psychologists are alone with what they hear.',
          'Школьные психологи остаются одни с тем, что слышат.',
          'Maktab psixologlari eshitganlari bilan yolgʻiz qoladi.',
        ],
      ],
      [
        null,
        [
          'In every second family it is a grandmother who raises the children.',
          'В каждой второй семье детей растит бабушка.',
          'Har ikkinchi oilada bolalarni buvi tarbiyalaydi.',
        ],
      ],
    ],
  },
  closing: {
    title: ['Closing plenary', 'Заключительное заседание', 'Yakuniy yigʻilish'],
    rule: 'public',
    lines: [
      [
        'Ingrid Solberg',
        [
          'We cannot learn from each other without numbers, and numbers must not betray a child.',
          'Без чисел мы не можем учиться друг у друга, но числа не должны выдавать ребёнка.',
          'Sonlarsiz bir-birimizdan oʻrgana olmaymiz, ammo sonlar bolani oshkor qilmasligi kerak.',
        ],
      ],
      [
        'Ayesha Qureshi',
        [
          'A course without a place for the child is a course without mothers.',
          'Курс без места для ребёнка — это курс без матерей.',
          'Bola uchun joyi yoʻq kurs — onalarsiz kurs.',
        ],
      ],
    ],
  },
};

export interface DemoDraft {
  readonly text: readonly [en: string, ru?: string, uz?: string];
  readonly theme: RecommendationTheme;
  /** True where the English text was changed after it had been translated. */
  readonly stale?: string;
  readonly positions?: Readonly<Record<string, Stance>>;
  /** Adopted already, and not yet looked at by a second editor. */
  readonly waits?: true;
  readonly amendments?: readonly (readonly [
    author: string,
    old_words: string,
    new_words: string,
    state: AmendmentState,
    reason: string | null,
  ])[];
}

/** What is being drafted for the second dialogue. */
export const DRAFTS: readonly DemoDraft[] = [
  {
    text: [
      'A school takes a child who came home within two weeks, whatever papers are missing.',
      'Школа принимает вернувшегося ребёнка в течение двух недель, каких бы документов ни не хватало.',
      'Maktab uyga qaytgan bolani, qaysi hujjat yetishmasligidan qatʼi nazar, ikki hafta ichida qabul qiladi.',
    ],
    theme: 'education',
    positions: { KZ: 'support' },
    amendments: [
      ['farah', 'within two weeks', 'within one month', 'proposed', 'Rural schools need the time.'],
    ],
  },
  {
    text: [
      'Countries agree on one page by which health services of two countries hand a family over.',
      'Страны согласуют одну страницу, по которой службы здравоохранения двух стран передают друг другу сведения о семье.',
      'Mamlakatlar ikki davlatning sogʻliqni saqlash xizmatlari oilani bir-biriga topshiradigan bir sahifani kelishib oladi.',
    ],
    theme: 'health',
    stale:
      'Countries agree on one page by which health services of two countries hand a family over, with its consent.',
    positions: { MY: 'support' },
    amendments: [
      [
        'aigerim',
        'hand a family over.',
        'hand a family over within ten days.',
        'conflict',
        'Treatment must not be interrupted.',
      ],
    ],
  },
  {
    text: [
      'Employers who take on an apprentice who came home are helped for a year, quietly and without a label.',
    ],
    theme: 'livelihood',
  },
  {
    text: [
      'Each country names one contact for questions of guardianship across borders.',
      'Каждая страна называет одно контактное лицо по вопросам опеки, затрагивающим две страны.',
      'Har bir mamlakat chegaralararo vasiylik masalalari boʻyicha bitta aloqa shaxsini belgilaydi.',
    ],
    theme: 'child_protection',
    positions: { KZ: 'support', MY: 'reservation' },
    waits: true,
  },
];
