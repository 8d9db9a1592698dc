import { type DemoParticipant, participantId } from './told.ts';

type Row = readonly [name: string, country: string | null, institution: string];

/** Languages and zone of most people of a country; '' = of an international organisation. */
const HOME: Readonly<Record<string, readonly [languages: string[], time_zone: string]>> = {
  UZ: [['uz-Latn', 'ru'], 'Asia/Tashkent'],
  KZ: [['kk', 'ru'], 'Asia/Almaty'],
  KG: [['ky', 'ru'], 'Asia/Bishkek'],
  TJ: [['tg', 'ru'], 'Asia/Dushanbe'],
  PK: [['ur', 'en'], 'Asia/Karachi'],
  IN: [['hi', 'en'], 'Asia/Kolkata'],
  MY: [['ms', 'en'], 'Asia/Kuala_Lumpur'],
  SG: [['en', 'zh'], 'Asia/Singapore'],
  DE: [['de', 'en'], 'Europe/Berlin'],
  BE: [['nl', 'fr', 'en'], 'Europe/Brussels'],
  '': [['en', 'fr'], 'Europe/Brussels'],
};

function expert(
  [name, country, institution]: Row,
  more: Partial<DemoParticipant> = {},
): DemoParticipant {
  const username = more.username ?? name.toLowerCase().replace(/[^a-z]+/g, '.');
  const [languages, time_zone] = HOME[country ?? ''] ?? [['en'], 'UTC'];
  const locale = languages.includes('ru') ? 'ru' : 'en';
  return {
    id: participantId(username),
    username,
    name,
    country,
    institution,
    languages,
    time_zone,
    locale,
    ...more,
  };
}

/** Whoever signs in in the demo, with what `npm start` says of him. */
const NAMED: readonly (readonly [Row, Partial<DemoParticipant>])[] = [
  [
    ['Nodira Yusupova', 'UZ', 'registan'],
    {
      username: 'nodira',
      languages: ['uz-Latn', 'ru', 'en'],
      locale: 'en',
      title: 'Exchange: organiser',
    },
  ],
  [
    ['Dilnoza Rashidova', 'UZ', 'registan'],
    {
      username: 'dilnoza',
      languages: ['uz-Latn', 'ru', 'en'],
      locale: 'en',
      title: 'Exchange: editor',
    },
  ],
  [
    ['Ravshan Odilov', 'TJ', 'pamir'],
    {
      username: 'ravshan',
      languages: ['tg', 'ru', 'en'],
      locale: 'en',
      title: 'Exchange: reviewer',
    },
  ],
  [
    ['Anneke Claes', 'BE', 'senne'],
    {
      username: 'anneke',
      languages: ['nl', 'fr', 'en'],
      locale: 'en',
      title: 'Exchange: reviewer',
    },
  ],
  [
    ['Priya Raman', 'IN', 'deccan'],
    { username: 'priya', languages: ['hi', 'en'], locale: 'en', title: 'Exchange: speaker' },
  ],
  [
    ['Aigerim Seitova', 'KZ', 'steppe'],
    {
      username: 'aigerim',
      languages: ['kk', 'ru', 'en'],
      locale: 'ru',
      title: 'Exchange: delegate of Kazakhstan',
    },
  ],
  [
    ['Farah Iskandar', 'MY', 'selangor'],
    {
      username: 'farah',
      languages: ['ms', 'en'],
      locale: 'en',
      title: 'Exchange: delegate of Malaysia',
    },
  ],
  [
    ['Lukas Brandt', 'DE', 'spree'],
    { username: 'lukas', languages: ['de', 'en'], locale: 'en', title: 'Exchange: attendee' },
  ],
  [
    ['Tan Mei Lin', 'SG', 'lion-city'],
    { username: 'meilin', languages: ['zh', 'en'], locale: 'en', title: 'Exchange: moderator' },
  ],
  [
    ['Otabek Juraev', 'UZ', 'registan'],
    {
      username: 'otabek',
      languages: ['uz-Latn', 'ru', 'en'],
      locale: 'uz',
      title: 'Exchange: interpreter',
    },
  ],
];

const OTHERS: readonly Row[] = [
  ['Barno Xolmatova', 'UZ', 'family-uz'],
  ['Sardor Mirzaev', 'UZ', 'family-uz'],
  ['Gulchehra Azimova', 'UZ', 'registan'],
  ['Jahongir Toirov', 'UZ', 'registan'],
  ['Zulfiya Nurmatova', 'UZ', 'family-uz'],
  ['Daniyar Abenov', 'KZ', 'steppe'],
  ['Saule Kenzhebek', 'KZ', 'steppe'],
  ['Yerlan Tursyn', 'KZ', 'steppe'],
  ['Madina Ospan', 'KZ', 'steppe'],
  ['Bermet Asanova', 'KG', 'issyk'],
  ['Nurlan Toktosunov', 'KG', 'issyk'],
  ['Cholpon Mamatova', 'KG', 'issyk'],
  ['Azamat Sadyrov', 'KG', 'issyk'],
  ['Firuza Davlatova', 'TJ', 'pamir'],
  ['Parviz Nazarzoda', 'TJ', 'pamir'],
  ['Manizha Sharifi', 'TJ', 'pamir'],
  ['Ayesha Qureshi', 'PK', 'indus'],
  ['Bilal Hashmi', 'PK', 'indus'],
  ['Sana Mirza', 'PK', 'indus'],
  ['Usman Tariq', 'PK', 'indus'],
  ['Anil Deshmukh', 'IN', 'deccan'],
  ['Kavita Iyer', 'IN', 'deccan'],
  ['Sunita Rao', 'IN', 'deccan'],
  ['Hafiz Rahman', 'MY', 'selangor'],
  ['Lim Siew Ping', 'MY', 'selangor'],
  ['Nurul Huda', 'MY', 'selangor'],
  ['Rajesh Pillai', 'SG', 'lion-city'],
  ['Goh Wei Jian', 'SG', 'lion-city'],
  ['Siti Aminah', 'SG', 'lion-city'],
  ['Katrin Vogel', 'DE', 'spree'],
  ['Emre Yildiz', 'DE', 'spree'],
  ['Johanna Keller', 'DE', 'spree'],
  ['Pieter Maes', 'BE', 'senne'],
  ['Claire Dubois', 'BE', 'senne'],
  ['Yusuf El Amrani', 'BE', 'senne'],
  ['Ingrid Solberg', null, 'union-desk'],
  ['Marco Rinaldi', null, 'union-desk'],
  ['Elena Petrova', null, 'union-desk'],
  ['Amina Diallo', null, 'children-org'],
  ['David Mensah', null, 'children-org'],
];

/** The fifty people of the demo's conference, of ten countries and two organisations. All invented. */
export const DEMO_EXPERTS: readonly DemoParticipant[] = [
  ...NAMED.map(([row, more]) => expert(row, more)),
  ...OTHERS.map((row) => expert(row)),
];
