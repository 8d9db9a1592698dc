import type { Part } from '#domain/exchange/schedule/programme.ts';
import type { Kind } from '#domain/exchange/schedule/session-kind.ts';
import type { SessionRule } from '#domain/exchange/session-rule.ts';
import type { Wording } from '#domain/exchange/wording.ts';
import { told } from './told.ts';

export interface DemoSession {
  readonly code: string;
  readonly kind: Kind;
  readonly room: 'main' | 'silk' | 'harbour' | null;
  readonly track: 'home' | 'school' | 'work' | null;
  /** Day of the conference from 0, and the time on the host's wall. */
  readonly at: readonly [day: 0 | 1, time: string];
  readonly minutes: number;
  readonly languages: readonly string[];
  readonly rule?: SessionRule;
  readonly doNotRecord?: boolean;
  readonly title: Wording;
  readonly abstract: Wording | null;
  readonly people: readonly (readonly [username: string, part: Part])[];
}

const ALL = ['en', 'ru', 'uz-Latn'];

/** From Brussels to Singapore: afternoon in Tashkent is morning there and evening here. */
export const DEMO_SESSIONS: readonly DemoSession[] = [
  {
    ...{ code: 'opening', kind: 'opening', room: 'main', track: null, at: [0, '13:00'] },
    ...{ minutes: 30, languages: ALL },
    title: told('Opening', 'Открытие', 'Ochilish'),
    abstract: told(
      'Who is here, what the first dialogue left undone, and how recommendations are made this time.',
      'Кто участвует, что осталось после первого диалога и как на этот раз составляются рекомендации.',
      'Kim qatnashadi, birinchi muloqotdan nima qoldi va bu safar tavsiyalar qanday tuziladi.',
    ),
    people: [
      ['nodira', 'speaker'],
      ['meilin', 'moderator'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'papers', kind: 'talk', room: 'main', track: 'home', at: [0, '13:45'] },
    ...{ minutes: 60, languages: ALL },
    title: told(
      'Papers first: the first thirty days',
      'Сначала документы: первые тридцать дней',
      'Avval hujjatlar: dastlabki oʻttiz kun',
    ),
    abstract: told(
      'Two countries compare how long it takes until a child has a birth certificate, and which step takes longest.\n\nBoth found that one visit to one office shortens the wait more than any new form.',
      'Две страны сравнивают, сколько времени проходит, пока ребёнок получит свидетельство о рождении, и какой шаг самый долгий.\n\nОбе увидели, что одно посещение одного учреждения сокращает ожидание больше, чем любая новая форма.',
      'Ikki mamlakat bola tugʻilganlik guvohnomasini olguncha qancha vaqt oʻtishini va qaysi qadam eng uzoq davom etishini taqqoslaydi.\n\nIkkalasi ham bitta idoraga bitta tashrif har qanday yangi shakldan koʻra kutishni koʻproq qisqartirishini koʻrdi.',
    ),
    people: [
      ['barno.xolmatova', 'speaker'],
      ['daniyar.abenov', 'speaker'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'school', kind: 'workshop', room: 'silk', track: 'school', at: [0, '13:45'] },
    ...{ minutes: 60, languages: ['en', 'ru'] },
    title: told(
      'Back at school within a month: what teachers need',
      'Снова в школе за месяц: что нужно учителям',
      'Bir oy ichida yana maktabda: oʻqituvchilarga nima kerak',
    ),
    abstract: told(
      'Bring one lesson plan. We look at what a bridging class of six weeks can and cannot do.',
      'Возьмите с собой один план урока. Посмотрим, что может и чего не может дать шестинедельный переходный класс.',
      'Bitta dars rejasini olib keling. Olti haftalik oʻtish sinfi nimani bera olishi va nimani bera olmasligini koʻramiz.',
    ),
    people: [
      ['priya', 'speaker'],
      ['bermet.asanova', 'speaker'],
      ['jahongir.toirov', 'interpreter'],
    ],
  },
  {
    ...{ code: 'work', kind: 'panel', room: 'main', track: 'work', at: [0, '15:00'] },
    ...{ minutes: 60, languages: ['en', 'ru'] },
    title: told(
      'Work that lasts: local demand and short courses',
      'Работа надолго: местный спрос и короткие курсы',
      'Uzoq muddatli ish: mahalliy talab va qisqa kurslar',
    ),
    abstract: told(
      'Why courses that were chosen by vacancies of the district led to work twice as often as courses that were on offer anyway.',
      'Почему курсы, выбранные по вакансиям района, вдвое чаще приводили к работе, чем курсы, которые и так предлагались.',
      'Nega tuman boʻsh ish oʻrinlariga qarab tanlangan kurslar shundoq ham bor kurslarga qaraganda ikki barobar koʻproq ishga olib keldi.',
    ),
    people: [
      ['lim.siew.ping', 'speaker'],
      ['katrin.vogel', 'speaker'],
      ['meilin', 'moderator'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'health', kind: 'talk', room: 'silk', track: 'school', at: [0, '15:00'] },
    ...{ minutes: 60, languages: ['en', 'ru'] },
    title: told(
      'A health check that asks only about health',
      'Медицинский осмотр, где спрашивают только о здоровье',
      'Faqat sogʻliq haqida soʻraladigan tibbiy koʻrik',
    ),
    abstract: told(
      'How two services parted care from questioning, and what that did to the number of families who came back.',
      'Как две службы отделили помощь от расспросов и как это сказалось на числе семей, которые пришли снова.',
      'Ikki xizmat yordamni soʻroqdan qanday ajratdi va bu qayta kelgan oilalar soniga qanday taʼsir qildi.',
    ),
    people: [
      ['sunita.rao', 'speaker'],
      ['cholpon.mamatova', 'speaker'],
      ['jahongir.toirov', 'interpreter'],
    ],
  },
  {
    ...{ code: 'break', kind: 'break', room: null, track: null, at: [0, '16:15'] },
    ...{ minutes: 15, languages: [], title: told('Break', 'Перерыв', 'Tanaffus') },
    ...{ abstract: null, people: [] },
  },
  {
    ...{ code: 'housing', kind: 'round_table', room: 'main', track: 'home', at: [0, '16:30'] },
    ...{ minutes: 75, languages: ['en', 'ru'], rule: 'chatham_house' },
    title: told(
      'What goes wrong with housing in the first year',
      'Что не получается с жильём в первый год',
      'Birinchi yilda uy-joy bilan nima notoʻgʻri ketadi',
    ),
    abstract: told(
      'An open talk about failures: rents that ended too early, houses far from school, neighbours who were never asked.',
      'Откровенный разговор о неудачах: аренда, которая закончилась слишком рано, дома далеко от школы, соседи, которых не спросили.',
      'Muvaffaqiyatsizliklar haqida ochiq suhbat: juda erta tugagan ijara, maktabdan uzoq uylar, fikri soʻralmagan qoʻshnilar.',
    ),
    people: [
      ['pieter.maes', 'speaker'],
      ['saule.kenzhebek', 'speaker'],
      ['firuza.davlatova', 'speaker'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'one-file', kind: 'talk', room: 'main', track: 'home', at: [1, '13:00'] },
    ...{ minutes: 60, languages: ALL },
    title: told(
      'Many agencies, one plan of the family',
      'Много ведомств, один план семьи',
      'Koʻp idora, oilaning bitta rejasi',
    ),
    abstract: told(
      'Each agency sees what it needs and no more: how that was agreed, and what it costs.',
      'Каждое ведомство видит то, что ему нужно, и не больше: как об этом договорились и чего это стоит.',
      'Har bir idora oʻziga kerakli narsani koʻradi, ortigʻini emas: bunga qanday kelishildi va bu qancha turadi.',
    ),
    people: [
      ['emre.yildiz', 'speaker'],
      ['nodira', 'speaker'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'neighbours', kind: 'workshop', room: 'silk', track: 'work', at: [1, '13:00'] },
    ...{ minutes: 60, languages: ['en', 'ru'] },
    title: told(
      'Neighbours who help: mentors of the family’s own choice',
      'Соседи, которые помогают: наставники по выбору самой семьи',
      'Yordam beradigan qoʻshnilar: oilaning oʻzi tanlagan murabbiylar',
    ),
    abstract: told(
      'A mentor whom nobody chose is a guard. What helps families to choose, and mentors to stay.',
      'Наставник, которого никто не выбирал, становится надзирателем. Что помогает семьям выбирать, а наставникам оставаться.',
      'Hech kim tanlamagan murabbiy nazoratchiga aylanadi. Oilalarga tanlashda, murabbiylarga qolishda nima yordam beradi.',
    ),
    people: [
      ['ayesha.qureshi', 'speaker'],
      ['manizha.sharifi', 'speaker'],
      ['jahongir.toirov', 'interpreter'],
    ],
  },
  {
    ...{ code: 'children', kind: 'panel', room: 'main', track: 'school', at: [1, '14:15'] },
    ...{ minutes: 60, languages: ALL, doNotRecord: true },
    title: told(
      'What children say helped them',
      'Что помогло: говорят сами дети',
      'Bolalarning oʻzi aytadi: nima yordam berdi',
    ),
    abstract: told(
      'Results of group talks in four countries, told without any single story.',
      'Итоги групповых бесед в четырёх странах, без единой отдельной истории.',
      'Toʻrt mamlakatdagi guruh suhbatlarining natijalari, birorta alohida hikoyasiz.',
    ),
    people: [
      ['amina.diallo', 'speaker'],
      ['gulchehra.azimova', 'speaker'],
      ['meilin', 'moderator'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'delegations', kind: 'round_table', room: 'harbour', track: null, at: [1, '15:30'] },
    ...{ minutes: 60, languages: ['en', 'ru'], rule: 'closed' },
    title: told(
      'Working meeting of the delegations',
      'Рабочая встреча делегаций',
      'Delegatsiyalarning ish uchrashuvi',
    ),
    abstract: null,
    people: [
      ['aigerim', 'speaker'],
      ['farah', 'speaker'],
      ['elena.petrova', 'speaker'],
      ['otabek', 'interpreter'],
    ],
  },
  {
    ...{ code: 'closing', kind: 'closing', room: 'main', track: null, at: [1, '16:45'] },
    ...{ minutes: 45, languages: ALL },
    title: told(
      'Closing: recommendations and who takes them on',
      'Закрытие: рекомендации и кто за них берётся',
      'Yopilish: tavsiyalar va ularni kim zimmasiga oladi',
    ),
    abstract: told(
      'Each recommendation is read out with its owner and its date.',
      'Каждая рекомендация зачитывается с ответственным и сроком.',
      'Har bir tavsiya masʼuli va muddati bilan oʻqib eshittiriladi.',
    ),
    people: [
      ['nodira', 'speaker'],
      ['ingrid.solberg', 'speaker'],
      ['meilin', 'moderator'],
      ['otabek', 'interpreter'],
    ],
  },
];
