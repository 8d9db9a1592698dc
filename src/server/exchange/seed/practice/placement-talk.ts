import type { DemoPractice } from './practice-text.ts';

export const PLACEMENT_TALK: DemoPractice = {
  key: 'placement-talk',
  author: 'aigerim',
  source: 'ru',
  state: 'published',
  facts: {
    country: 'KZ',
    scope: 'national',
    themes: ['education', 'legal_identity'],
    target_groups: ['children', 'adolescents'],
    stages: ['reception', 'rehabilitation'],
    from_year: 2020,
    to_year: null,
    cost_band: 'no_extra',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      described_to_repeat: true,
      costs_told: true,
    },
    maturity: { criteria: ['effective', 'feasible', 'repeatable'], places: 4, in_a_norm: false },
    studies: [
      {
        intervention: 'catch_up_learning',
        outcome: 'school_attendance',
        design: 'before_after',
        direction: 'better',
        people: 96,
        year: 2023,
        source: 'School records of four regions, 2021–2023',
      },
    ],
  },
  texts: {
    title: [
      'A talk instead of an examination: finding the right grade in two days',
      'Беседа вместо экзамена: подходящий класс за два дня',
      'Imtihon oʻrniga suhbat: mos sinfni ikki kunda topish',
    ],
    one_line: [
      'Children without school papers are placed by a talk, a game and short tasks.',
      'Детей без школьных документов определяют в класс по беседе, игре и коротким заданиям.',
      'Maktab hujjati yoʻq bolalar suhbat, oʻyin va qisqa topshiriqlar asosida sinfga joylashtiriladi.',
    ],
    summary: [
      'A teacher and a psychologist meet the child twice for an hour. Tasks are in the language that the child reads best. The result is no mark but a sentence for each subject: what the child can do and what comes next. Four regions use one set of tasks, so that a family that moves does not begin again.',
      'Учитель и психолог дважды по часу встречаются с ребёнком. Задания даются на языке, на котором он лучше читает. Итог — не оценка, а предложение по каждому предмету: что ребёнок умеет и что дальше. В четырёх областях один набор заданий, поэтому при переезде семья не начинает сначала.',
      'Oʻqituvchi va psixolog bola bilan ikki marta bir soatdan uchrashadi. Topshiriqlar bola eng yaxshi oʻqiydigan tilda beriladi. Natija baho emas, har bir fan boʻyicha bitta gap: bola nimani biladi va keyin nima keladi. Toʻrt viloyatda topshiriqlar bir xil, shuning uchun koʻchgan oila qaytadan boshlamaydi.',
    ],
    problem: 'Экзамены пугали детей и занижали их возможности; школы месяцами ждали документов.',
    steps:
      '1. Встреча с родителем и ребёнком. 2. Два часа заданий с перерывом на игру. 3. Лист «что умею» и класс. 4. Проверка через шесть недель.',
    safeguards: 'Ребёнка не спрашивают о прошлом. Лист хранится в школе и выдаётся семье.',
    results:
      '96 детей: 88 остались в выбранном классе, 8 перешли на класс выше или ниже через шесть недель. Срок зачисления сократился с 74 до 9 дней.',
    did_not_work: 'Задания на планшете: детям было непривычно, пришлось вернуться к бумаге.',
    transfer_conditions: 'Право школы зачислять без документов; один набор заданий на всю область.',
    contact: 'Методический центр, через редакцию библиотеки',
  },
};
