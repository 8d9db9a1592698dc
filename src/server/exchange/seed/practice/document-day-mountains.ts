import type { DemoPractice } from './practice-text.ts';

export const DOCUMENT_DAY_MOUNTAINS: DemoPractice = {
  key: 'document-day-mountains',
  author: 'ravshan',
  source: 'ru',
  state: 'returned',
  facts: {
    country: 'TJ',
    scope: 'regional',
    themes: ['legal_identity'],
    target_groups: ['families', 'children'],
    stages: ['reintegration'],
    from_year: 2023,
    to_year: null,
    cost_band: 'medium',
    evidence: { results_better: true },
    maturity: { criteria: ['feasible'], places: 1, in_a_norm: false },
    studies: [],
  },
  texts: {
    title: [
      'Day of papers in mountain villages',
      'День документов в горных сёлах',
      'Togʻ qishloqlarida hujjatlar kuni',
    ],
    one_line: [
      'A registrar and a lawyer come on market day.',
      'Регистратор и юрист приезжают в базарный день.',
      'Bozor kuni roʻyxatga oluvchi va huquqshunos keladi.',
    ],
    summary: [
      'Twice a year a registrar and a lawyer work for a day at the market of a mountain village. What is missing is prepared by telephone.',
      'Дважды в год регистратор и юрист день работают на базаре горного села. Недостающее готовят по телефону.',
      'Yiliga ikki marta roʻyxatga oluvchi va huquqshunos togʻ qishlogʻi bozorida bir kun ishlaydi. Yetishmaganlari telefon orqali tayyorlanadi.',
    ],
    problem: 'До районного центра шесть часов пути.',
    steps: '1. Объявление. 2. День на базаре. 3. Готовые бумаги через месяц.',
    safeguards: 'Разговор в отдельной палатке.',
    results: 'За три дня приняли около ста человек.',
    did_not_work: 'Пока не записывали.',
    transfer_conditions: 'Дорога открыта, в селе есть связь.',
    contact: 'Юридическая служба, через редакцию',
  },
};
