import type { SectionKind } from '#domain/exchange/model/model-card.ts';
import { told } from './told.ts';

export const TITLE = told(
  'Support after coming home: one file, one worker, many helpers',
  'Сопровождение после возвращения: одна карта, один специалист, много помощников',
  'Qaytgandan keyingi hamrohlik: bitta karta, bitta xodim, koʻp yordamchilar',
);

export const SUMMARY = told(
  'How a country accompanies women and children from the day of arrival to a settled life: stages, twelve areas of needs, time limits with their sources, and papers as they are printed. In use since the first families came; changed once after what schools and families said.',
  'Как страна сопровождает женщин и детей со дня прибытия до устроенной жизни: этапы, двенадцать областей потребностей, сроки с источниками и бланки для печати. Работает с приезда первых семей; один раз изменена по отзывам школ и семей.',
  'Mamlakat ayollar va bolalarga kelgan kunidan barqaror hayotgacha qanday hamroh boʻladi: bosqichlar, oʻn ikkita ehtiyoj sohasi, manbasi koʻrsatilgan muddatlar va chop etiladigan blanklar. Birinchi oilalar kelganidan beri ishlaydi; maktablar va oilalar fikriga koʻra bir marta oʻzgartirilgan.',
);

export const SECTIONS: readonly (readonly [SectionKind, ReturnType<typeof told>])[] = [
  [
    'context',
    told(
      'Families came back within a few months, and five agencies each kept a list of their own. The model began as one agreement between them on who does what, by when.',
      'Семьи вернулись за несколько месяцев, и пять ведомств вели каждое свой список. Модель началась с одной договорённости: кто, что и к какому сроку делает.',
      'Oilalar bir necha oyda qaytib keldi, beshta idora esa har biri oʻz roʻyxatini yuritardi. Model ular oʻrtasidagi bitta kelishuvdan boshlandi: kim, nimani, qachongacha qiladi.',
    ),
  ],
  [
    'preparation',
    told(
      'Two days of training for support workers and their supervisors, one agreement with the schools of each district, and one telephone for questions in the first three months.',
      'Два дня обучения для специалистов и их руководителей, одно соглашение со школами каждого района и один телефон для вопросов в первые три месяца.',
      'Xodimlar va ularning rahbarlari uchun ikki kunlik oʻqish, har bir tuman maktablari bilan bitta kelishuv va dastlabki uch oyda savollar uchun bitta telefon.',
    ),
  ],
  [
    'working',
    told(
      'A named worker from the first day, and time limits that pause when somebody is in hospital. Supervisors see what is late before families feel it.',
      'Свой специалист с первого дня и сроки, которые приостанавливаются, когда человек в больнице. Руководители видят задержки раньше, чем их почувствует семья.',
      'Birinchi kundan oʻz xodimi va odam shifoxonada boʻlganda toʻxtab turadigan muddatlar. Rahbarlar kechikishni oila sezishidan oldin koʻradi.',
    ),
  ],
  [
    'not_working',
    told(
      'A review of the plan every three months was too late for children who changed schools. It is sixty days now. Letters to the family were not read; a call was.',
      'Пересмотр плана раз в три месяца был слишком поздним для детей, сменивших школу. Теперь это шестьдесят дней. Письма семьям не читали, на звонок отвечали.',
      'Rejani uch oyda bir koʻrib chiqish maktabini almashtirgan bolalar uchun kech edi. Endi oltmish kun. Oilaga xatlar oʻqilmas, qoʻngʻiroqqa javob berilardi.',
    ),
  ],
  [
    'results',
    told(
      'Nine of ten children of school age were at school within two months. The share who said that they were listened to rose from two thirds to four fifths within a year.',
      'Девять из десяти детей школьного возраста пошли в школу в течение двух месяцев. Доля тех, кто сказал, что их услышали, за год выросла с двух третей до четырёх пятых.',
      'Maktab yoshidagi oʻnta boladan toʻqqiztasi ikki oy ichida maktabga bordi. Bizni tinglashdi deganlar ulushi bir yilda uchdan ikkidan beshdan toʻrtga oshdi.',
    ),
  ],
  [
    'advice',
    told(
      'Agree on the stages first and on forms last. Leave out what nobody answers for.',
      'Сначала договоритесь об этапах, а о бланках — в последнюю очередь. Уберите то, за что никто не отвечает.',
      'Avval bosqichlar, blanklar esa eng oxirida kelishilsin. Hech kim javob bermaydigan narsani olib tashlang.',
    ),
  ],
];

export const QUESTIONS = [
  {
    ...{ asker: 'aigerim', country: 'KZ' },
    question: told(
      'Who names the worker where a family comes to a district that has none?',
      'Кто назначает специалиста, если семья приезжает в район, где его нет?',
      'Oila xodimi yoʻq tumanga kelsa, xodimni kim tayinlaydi?',
    ),
    answer: told(
      'The supervisor of the next district, for at most thirty days; by then the region has to name one.',
      'Руководитель соседнего района, не дольше чем на тридцать дней; за это время область должна назначить своего.',
      'Qoʻshni tuman rahbari, koʻpi bilan oʻttiz kunga; shu vaqt ichida viloyat oʻz xodimini tayinlashi kerak.',
    ),
  },
  {
    ...{ asker: 'anneke', country: 'BE' },
    question: told(
      'Is a child asked before its school is told that it came home?',
      'Спрашивают ли ребёнка, прежде чем школа узнает, что он вернулся?',
      'Maktabga bolaning qaytgani aytilishidan oldin boladan soʻraladimi?',
    ),
    answer: told(
      'The school is not told of the return at all. It learns what it needs to teach, and the child is asked from ten years on.',
      'Школе о возвращении не сообщают вовсе. Она узнаёт то, что нужно для учёбы; ребёнка спрашивают с десяти лет.',
      'Maktabga qaytgani haqida umuman aytilmaydi. U oʻqitish uchun keragini biladi; boladan oʻn yoshdan boshlab soʻraladi.',
    ),
  },
  {
    ...{ asker: 'farah', country: 'MY' },
    question: told(
      'What would you leave out if you had half the people?',
      'От чего вы отказались бы, будь у вас вдвое меньше людей?',
      'Odamlaringiz ikki baravar kam boʻlsa, nimadan voz kechardingiz?',
    ),
    answer: null,
  },
] as const;

export const ENDORSEMENT = {
  body: told(
    'The meeting of national coordinators',
    'Совещание национальных координаторов',
    'Milliy muvofiqlashtiruvchilar yigʻilishi',
  ),
  words: told(
    'We recommend the model to countries that begin: it is complete, it names its sources, and it says openly what did not work.',
    'Рекомендуем модель странам, которые начинают: она полная, называет свои источники и открыто говорит, что не получилось.',
    'Modelni ish boshlayotgan mamlakatlarga tavsiya qilamiz: u toʻliq, manbalarini koʻrsatadi va nima ish bermaganini ochiq aytadi.',
  ),
};
