import type { Status } from '#domain/exchange/recommendation/follow-up.ts';
import type { Stance } from '#domain/exchange/recommendation/position.ts';
import type { RecommendationTheme } from '#domain/exchange/recommendation/theme.ts';

/** English, Russian, Uzbek. */
export type Three = readonly [en: string, ru: string, uz: string];

export interface DemoRecommendation {
  readonly text: Three;
  readonly theme: RecommendationTheme;
  /** A line of the minutes: session and number. */
  readonly from: readonly [session: 'opening' | 'experts' | 'closing', line: number];
  readonly status: Status;
  readonly lead?: string;
  readonly with?: readonly string[];
  /** Days from today. */
  readonly due?: number;
  readonly review?: number;
  readonly indicator?: readonly [name: Three, base: number | null, target: number, unit: string];
  readonly activities?: readonly (readonly [
    title: Three,
    from: number,
    until: number,
    done?: number,
  ])[];
  /** Days from today, the status by then, words; value of the indicator. */
  readonly reports?: readonly (readonly [
    on: number,
    status: Status,
    words: Three,
    value?: number,
  ])[];
  readonly positions?: Readonly<Record<string, Stance>>;
  readonly replaces?: number;
}

const ALL: Readonly<Record<string, Stance>> = {
  ...{ UZ: 'support', KZ: 'support', KG: 'support', TJ: 'support', MY: 'support', SG: 'support' },
};

/** What the first dialogue adopted, in the order of its numbers; how each went on by today. */
export const ADOPTED: readonly DemoRecommendation[] = [
  {
    text: [
      'Schools give every child who comes home one person to turn to, and two weeks of short days to begin with.',
      'Школы дают каждому вернувшемуся ребёнку одного взрослого, к которому можно обратиться, и две недели коротких дней для начала.',
      'Maktablar uyga qaytgan har bir bolaga murojaat qilishi mumkin boʻlgan bitta kattani va boshlanishiga ikki hafta qisqa kunlarni beradi.',
    ],
    ...{ theme: 'education', from: ['opening', 1], status: 'done', lead: 'family-uz' },
    ...{ with: ['steppe'], due: -40, positions: { ...ALL, PK: 'support', IN: 'support' } },
    indicator: [
      [
        'Schools that have named such a person',
        'Школы, назначившие такого взрослого',
        'Bunday kattani tayinlagan maktablar',
      ],
      ...([12, 80, '%'] as const),
    ],
    activities: [
      [
        ['A leaflet for schools', 'Памятка для школ', 'Maktablar uchun eslatma'],
        ...([-300, -240, -250] as const),
      ],
      [
        [
          'A day of training in each region',
          'День обучения в каждой области',
          'Har bir viloyatda bir kunlik oʻqish',
        ],
        ...([-230, -90, -95] as const),
      ],
    ],
    reports: [
      [
        ...([-200, 'under_way'] as const),
        [
          'The leaflet is out; 31 % of schools have named somebody.',
          'Памятка разослана; в 31 % школ уже назначен взрослый.',
          'Eslatma tarqatildi; maktablarning 31 foizi kattani tayinladi.',
        ],
        31,
      ],
      [
        ...([-52, 'done'] as const),
        [
          'Every region has had its training; 84 % of schools have named somebody.',
          'Обучение прошло в каждой области; взрослый назначен в 84 % школ.',
          'Har bir viloyatda oʻqish oʻtdi; maktablarning 84 foizi kattani tayinladi.',
        ],
        84,
      ],
    ],
  },
  {
    text: [
      'Registry offices issue a birth certificate to a child who came home within 90 days, also where the papers of the parents are missing.',
      'Органы записи актов выдают вернувшемуся ребёнку свидетельство о рождении в течение 90 дней, даже если документов родителей нет.',
      'Fuqarolik holati dalolatnomalari organlari uyga qaytgan bolaga ota-onasining hujjatlari boʻlmasa ham 90 kun ichida tugʻilganlik guvohnomasini beradi.',
    ],
    ...{ theme: 'legal_identity', from: ['opening', 2], status: 'under_way', lead: 'steppe' },
    ...{ with: ['family-uz'], due: 120, review: -12 },
    positions: { ...ALL, DE: 'reservation' },
    indicator: [
      [
        'Children with a certificate after 90 days',
        'Дети, получившие свидетельство за 90 дней',
        '90 kun ichida guvohnoma olgan bolalar',
      ],
      ...([40, 95, '%'] as const),
    ],
    reports: [
      [
        ...([-104, 'under_way'] as const),
        [
          'The order is signed; two of five regions work by it.',
          'Приказ подписан; по нему работают две области из пяти.',
          'Buyruq imzolandi; besh viloyatdan ikkitasi shu tartibda ishlaydi.',
        ],
        58,
      ],
    ],
  },
  {
    text: [
      'Services agree with the family on the first ten days before the journey, and write them down in the language of the family.',
      'Службы ещё до поездки договариваются с семьёй о первых десяти днях и записывают это на языке семьи.',
      'Xizmatlar safardan oldin oila bilan birinchi oʻn kun haqida kelishib oladi va buni oila tilida yozib qoʻyadi.',
    ],
    ...{ theme: 'case_work', from: ['experts', 1], status: 'done', lead: 'selangor', due: -80 },
    positions: { ...ALL, BE: 'support' },
    reports: [
      [
        ...([-85, 'done'] as const),
        [
          'All families of the year had their ten days on one page.',
          'У всех семей этого года первые десять дней были на одной странице.',
          'Bu yilgi barcha oilalarning oʻn kuni bir sahifada boʻldi.',
        ],
      ],
    ],
  },
  {
    text: [
      'Every school psychologist who works with children who came home has a supervisor outside the school.',
      'У каждого школьного психолога, работающего с вернувшимися детьми, есть супервизор вне школы.',
      'Uyga qaytgan bolalar bilan ishlaydigan har bir maktab psixologining maktabdan tashqarida maslahatchisi bor.',
    ],
    ...{ theme: 'wellbeing', from: ['experts', 2], status: 'partly', lead: 'issyk', due: 60 },
    ...{ review: 30, positions: ALL },
    reports: [
      [
        ...([-61, 'partly'] as const),
        [
          'In the two cities yes, in the districts not yet: there are too few supervisors.',
          'В двух городах — да, в районах ещё нет: супервизоров не хватает.',
          'Ikki shaharda bor, tumanlarda hali yoʻq: maslahatchilar yetishmaydi.',
        ],
      ],
    ],
  },
  {
    text: [
      'Countries publish once a year how many children who came home attend school, with every number under five left out.',
      'Страны раз в год публикуют, сколько вернувшихся детей ходят в школу; числа меньше пяти не показываются.',
      'Mamlakatlar yiliga bir marta uyga qaytgan bolalarning nechtasi maktabga qatnayotganini eʼlon qiladi; beshdan kichik sonlar koʻrsatilmaydi.',
    ],
    ...{ theme: 'data_evidence', from: ['closing', 1], status: 'declined', lead: 'spree' },
    positions: { ...ALL, DE: 'abstain' },
    reports: [
      [
        ...([-210, 'declined'] as const),
        [
          'School statistics here must not ask from where a child has come. We publish by need of support instead.',
          'Школьная статистика у нас не вправе спрашивать, откуда приехал ребёнок. Вместо этого мы публикуем данные по потребности в поддержке.',
          'Bizda maktab statistikasi bola qayerdan kelganini soʻray olmaydi. Buning oʻrniga koʻmakka ehtiyoj boʻyicha maʼlumot eʼlon qilamiz.',
        ],
      ],
    ],
  },
  {
    text: [
      'A mother who learns a trade has a place for her child for all hours of the course.',
      'У матери, которая учится профессии, есть место для ребёнка на все часы курса.',
      'Kasb oʻrganayotgan onaning bolasi uchun kursning barcha soatlarida joy bor.',
    ],
    ...{ theme: 'livelihood', from: ['closing', 2], status: 'accepted', lead: 'indus' },
    ...{ due: 200, review: 20, positions: ALL },
    reports: [
      [
        ...([-70, 'accepted'] as const),
        [
          'Accepted; the money for it is asked for in the budget of next year.',
          'Принято; средства запрошены в бюджете следующего года.',
          'Qabul qilindi; mablagʻ kelasi yil byudjetidan soʻraldi.',
        ],
      ],
    ],
  },
  {
    text: [
      'Families are offered housing in several neighbourhoods and never all in one street.',
      'Семьям предлагают жильё в разных махаллях и районах, а не всем на одной улице.',
      'Oilalarga uy-joy bir koʻchada emas, turli mahallalarda taklif etiladi.',
    ],
    ...{ theme: 'housing', from: ['opening', 3], status: 'open', lead: 'pamir' },
    ...{ due: 90, review: -30, positions: ALL },
  },
  {
    text: [
      'Grandparents who raise children who came home have the same leave and allowance as parents.',
      'Бабушки и дедушки, воспитывающие вернувшихся детей, имеют те же отпуска и пособия, что и родители.',
      'Uyga qaytgan bolalarni tarbiyalayotgan buvi va bobolar ota-onalar bilan bir xil taʼtil va nafaqa oladi.',
    ],
    ...{ theme: 'family_community', from: ['experts', 3], status: 'under_way', lead: 'family-uz' },
    ...{ with: ['registan'], due: -15, review: 40, positions: { ...ALL, SG: 'abstain' } },
    reports: [
      [
        ...([-120, 'under_way'] as const),
        [
          'The draft of the law is with the ministries.',
          'Законопроект на согласовании в министерствах.',
          'Qonun loyihasi vazirliklarda kelishilmoqda.',
        ],
      ],
    ],
  },
  {
    text: [
      'Health checks after arrival end with one page that the family keeps and understands.',
      'Медицинский осмотр после прибытия завершается одной страницей, которая остаётся у семьи и понятна ей.',
      'Kelgandan keyingi tibbiy koʻrik oilada qoladigan va unga tushunarli boʻlgan bir sahifa bilan yakunlanadi.',
    ],
    ...{ theme: 'health', from: ['opening', 3], status: 'open', positions: ALL, due: 150 },
  },
  {
    text: [
      'A child is heard before a place of living is chosen, in a conversation that fits the age.',
      'Прежде чем выбрать, где ребёнок будет жить, его выслушивают в разговоре, подходящем возрасту.',
      'Bolaning qayerda yashashi tanlanishidan oldin u yoshiga mos suhbatda tinglanadi.',
    ],
    ...{
      theme: 'child_protection',
      from: ['experts', 3],
      status: 'accepted',
      lead: 'children-org',
    },
    ...{ with: ['senne'], due: 240, review: 60, positions: ALL },
  },
  {
    text: [
      'Registry offices issue a birth certificate to a child who came home within 60 days and free of charge, also where the papers of the parents are missing.',
      'Органы записи актов бесплатно выдают вернувшемуся ребёнку свидетельство о рождении в течение 60 дней, даже если документов родителей нет.',
      'Fuqarolik holati dalolatnomalari organlari uyga qaytgan bolaga ota-onasining hujjatlari boʻlmasa ham 60 kun ichida bepul tugʻilganlik guvohnomasini beradi.',
    ],
    ...{ theme: 'legal_identity', from: ['closing', 2], status: 'under_way', lead: 'steppe' },
    ...{ due: 180, review: 45, replaces: 2, positions: ALL },
    reports: [
      [
        ...([-20, 'under_way'] as const),
        [
          'Four of five regions work by the new term.',
          'По новому сроку работают четыре области из пяти.',
          'Besh viloyatdan toʻrttasi yangi muddat boʻyicha ishlaydi.',
        ],
      ],
    ],
  },
];
