import type { DemoPractice } from './practice-text.ts';

export const ONE_WINDOW: DemoPractice = {
  key: 'one-window',
  author: 'dilnoza',
  source: 'ru',
  state: 'published',
  facts: {
    country: 'UZ',
    scope: 'national',
    themes: ['legal_identity', 'case_management'],
    target_groups: ['families', 'returned_from_conflict_zones'],
    stages: ['reception', 'reintegration'],
    from_year: 2019,
    to_year: null,
    cost_band: 'low',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      described_to_repeat: true,
      costs_told: true,
      followed_six_months: true,
    },
    maturity: {
      criteria: [
        'effective',
        'sustainable',
        'gender_sensitive',
        'feasible',
        'participatory',
        'repeatable',
      ],
      places: 12,
      in_a_norm: true,
    },
    studies: [
      {
        intervention: 'civil_documents',
        outcome: 'papers_and_rights',
        design: 'before_after',
        direction: 'better',
        people: 210,
        year: 2023,
        source: 'Сроки оформления по месяцам, отчёт 2023',
      },
    ],
  },
  texts: {
    title: [
      'One window for papers: birth, identity and school in one visit',
      'Одно окно для документов: рождение, личность и школа за один визит',
      'Hujjatlar uchun yagona darcha: tugʻilish, shaxs va maktab bir tashrifda',
    ],
    one_line: [
      'Offices come to the family for a day, not the family to six offices.',
      'Ведомства на день приезжают к семье, а не семья ходит по шести кабинетам.',
      'Oila olti idoraga bormaydi, idoralar bir kunga oilaga keladi.',
    ],
    summary: [
      'Once a month the civil registry, the passport office, the school and the polyclinic work in one room near the families. A support worker prepares what is known beforehand and explains each paper in plain words. The time until all papers are there fell from 148 to 39 days.',
      'Раз в месяц ЗАГС, паспортный стол, школа и поликлиника работают в одной комнате рядом с семьями. Специалист по сопровождению заранее готовит известное и простыми словами объясняет каждый документ. Срок до полного пакета сократился со 148 до 39 дней.',
      'Oyda bir marta FHDYO, pasport boʻlimi, maktab va poliklinika oilalarga yaqin bitta xonada ishlaydi. Hamroh xodim maʼlum narsalarni oldindan tayyorlaydi va har bir hujjatni sodda tilda tushuntiradi. Hamma hujjat tayyor boʻlguncha muddat 148 kundan 39 kunga qisqardi.',
    ],
    problem: [
      'Families went to six offices and were sent back for one missing paper; without a birth record a child had no polyclinic and no school.',
      'Семьи обходили шесть кабинетов и возвращались из-за одной бумаги; без записи о рождении у ребёнка не было ни поликлиники, ни школы.',
      'Oilalar olti idorani aylanib, bitta qogʻoz uchun qaytarilar edi; tugʻilganlik yozuvisiz bolaga poliklinika ham, maktab ham yoʻq edi.',
    ],
    steps: [
      '1. List of what is missing, with the family. 2. Requests are sent two weeks ahead. 3. One day with all offices. 4. What is still open gets a date and a name.',
      '1. Вместе с семьёй — список недостающего. 2. Запросы уходят за две недели. 3. Один день со всеми ведомствами. 4. Что осталось, получает срок и ответственного.',
      '1. Oila bilan birga yetishmayotganlar roʻyxati. 2. Soʻrovlar ikki hafta oldin yuboriladi. 3. Hamma idoralar bilan bir kun. 4. Qolgani uchun muddat va masʼul belgilanadi.',
    ],
    legal_basis: [
      'Joint order of four ministries; court procedure for facts of birth abroad.',
      'Совместный приказ четырёх министерств; судебный порядок установления факта рождения за границей.',
      'Toʻrt vazirlikning qoʻshma buyrugʻi; chet elda tugʻilish faktini sud orqali aniqlash tartibi.',
    ],
    safeguards: [
      'The day is open to all inhabitants, so that a visit tells nothing. No office sees the papers of another.',
      'День открыт для всех жителей, поэтому сам визит ни о чём не говорит. Ведомства не видят бумаг друг друга.',
      'Bu kun hamma aholi uchun ochiq, shuning uchun tashrifning oʻzi hech narsani bildirmaydi. Idoralar bir-birining qogʻozlarini koʻrmaydi.',
    ],
    results: [
      '210 people in twelve districts: all papers within 39 days on average instead of 148; 9 cases waited for a court.',
      '210 человек в двенадцати районах: все документы в среднем за 39 дней вместо 148; 9 ожидали решения суда.',
      'Oʻn ikki tumanda 210 kishi: hamma hujjatlar oʻrtacha 148 oʻrniga 39 kunda; 9 nafari sud qarorini kutdi.',
    ],
    did_not_work: [
      'A mobile bus: its computer had no line in the mountains. Requests by telephone were forgotten.',
      'Передвижной автобус: в горах не было связи. Запросы по телефону терялись.',
      'Koʻchma avtobus: togʻlarda aloqa boʻlmadi. Telefon orqali soʻrovlar unutilar edi.',
    ],
    transfer_conditions: [
      'A joint order, one calendar for all offices, one support worker who prepares.',
      'Совместный приказ, общий календарь ведомств, один специалист, который готовит день.',
      'Qoʻshma buyruq, idoralar uchun umumiy taqvim, kunni tayyorlaydigan bitta hamroh xodim.',
    ],
    contact: [
      'Department of accompaniment of the institute, through the editors',
      'Отдел сопровождения института, через редакцию',
      'Institutning hamrohlik boʻlimi, tahririyat orqali',
    ],
  },
};
