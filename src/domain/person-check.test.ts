import { describe, expect, it } from 'vitest';
import { type PersonRule, personCheck, unanswered } from './person-check.ts';

/** One planted line a row, in English, Russian, Uzbek of both scripts. */
const PLANTED: readonly (readonly [PersonRule, string])[] = [
  ['name_with_age', 'Madina, aged 34, learned to sew in the workshop.'],
  ['name_with_age', 'A 34-year-old Zulhumor came to the centre.'],
  ['name_with_age', 'The course helped Zaynab (34) to find work.'],
  ['name_with_age', 'Мадина, 34 года, освоила швейное дело.'],
  ['name_with_age', 'Помощь получила 34-летняя Зулхумор.'],
  ['name_with_age', 'Madina, 34 yosh, tikuvchilikni oʻrgandi.'],
  ['name_with_age', "34 yoshli Zulhumor markazga keldi; 12 yoshli o'g'li ham."],
  ['name_with_age', 'Мадина, 34 ёш, тикувчиликни ўрганди.'],
  ['name_with_age', 'Zarina 34 from Andijan opened a shop.'],
  ['name_with_age', 'Зарина 34 года открыла лавку.'],
  ['name_with_age', 'Zarina 34 yosh, doʻkon ochdi.'],
  ['name_with_place', 'Nargiza from Kosonsoy opened a bakery.'],
  ['name_with_place', 'Xurshida from the village of Gulobod opened a bakery.'],
  ['name_with_place', 'Наргиза из Касансая открыла пекарню.'],
  ['name_with_place', 'Хуршида из кишлака Гулобод открыла пекарню.'],
  ['name_with_place', 'Kosonsoylik Nargiza nonvoyxona ochdi.'],
  ['name_with_place', 'Гулобод қишлоғида яшовчи Хуршида нонвойхона очди.'],
  ['full_name', 'Занятия вела Мадина Рустамовна вместе с группой.'],
  ['full_name', 'Помощь Мадине Рустамовне оказали вовремя.'],
  ['full_name', 'Mashgʻulotlarni Karimova Madina Rustam qizi oʻtkazdi.'],
  ['full_name', 'Машғулотларни Каримов Жасур Рустам ўғли ўтказди.'],
  ['full_name', 'The group was led by Zarina Yusupova in spring.'],
  ['full_name', 'Группу вела Зарина Юсупова. Вопросов не было.'],
  ['full_name', 'Guruhni Zarina Yusupova olib bordi.'],
  ['full_name', 'Гуруҳни Каримова Мадина олиб борди.'],
  ['full_name', 'She came to the Centre. Zarina Yusupova led it.'],
  ['full_name', 'Thanks to Jasur Karimzoda for the tables.'],
  ['operation', 'The families came with Operation Homecoming-3.'],
  ['operation', 'Семьи вернулись в ходе операции «Дом-2».'],
  ['operation', 'Oilalar «Uy-2» operatsiyasi bilan qaytdi.'],
  ['operation', 'Дети прибыли с Мехр-4.'],
  ['journey', 'The charter of 30 May 2019 brought them home.'],
  ['journey', 'Они прилетели рейсом 30 мая 2019 года.'],
  ['journey', 'They left al-Hol in April 2021.'],
  ['journey', 'Ular 2021-yil aprel oyida al-Xol lageridan chiqdi.'],
  ['document_number', 'Her passport was AA 1234567.'],
  ['document_number', 'Паспорт серии АА № 1234567 восстановлен.'],
  ['document_number', 'JShShIR 41203890120034 tiklandi.'],
  ['phone', 'Call her on +998 90 123 45 67.'],
  ['phone', 'Звонить: 90 123-45-67.'],
  ['email', 'Write to zulhumor89@mail.example.org.'],
  ['coordinates', 'Дом стоит: 41.2995, 69.2401.'],
  ['coordinates', '41°18′ N 69°14′ E'],
  ['birth_date', 'The girl was born on 12 March 2014 in a camp.'],
  ['birth_date', 'Дата рождения: 12.03.2014'],
  ['birth_date', 'Мальчик, 2014 г.р., пошёл в школу.'],
  ['birth_date', 'U 2014-yil 12-martda tugʻilgan.'],
  ['single_story', 'Zaynab came to us in spring. Her husband had died there.'],
  ['single_story', 'Then Zulhumor and her two sons moved to the town.'],
  ['single_story', 'A 34-year-old widow from Kosonsoy was the first.'],
  ['single_story', 'Зулхумор с тремя детьми переехала в город.'],
  ['single_story', 'Первой была 34-летняя женщина из Касансая.'],
  ['single_story', 'Zulhumor uch farzandi bilan shaharga koʻchdi.'],
  ['single_story', 'Зулҳумор уч фарзанди билан шаҳарга кўчди.'],
  ['single_story', 'A woman called Oysuluv told her story.'],
];

/** What practices say every day: not one of these may be found. */
const ORDINARY = [
  'Children aged 6 to 12 and adolescents aged 13–17 took part in groups of 8.',
  'Women (34) and men (12) finished the course; 18+ only. Kazakhstan (34), Uzbekistan (27).',
  'In Kazakhstan, 3 years after return, 41 of 53 families lived in their own home.',
  'Operations manual, version 3. The operation of the centre costs 120,000 a year.',
  'A summer camp in July 2025 brought children of the quarter together. Return flights are not part of it.',
  'Law No. 547 of 2020; ISO 24019; DOI 10.1000/182; ISSN 1234-5678; 0.558, 0.557.',
  'Each mother and her children meet one support worker. Mothers of young children come in the morning.',
  'Дети 6–12 лет и подростки 13–17 лет, группы по 8 человек. Дети 2014–2019 годов рождения.',
  'Женщины (34) и мужчины (12) закончили курс. Казахстан, 3 года после возвращения.',
  'Каждая мать со своими детьми встречается с одним специалистом. Операция по возвращению в текст не входит.',
  'Проект «Мост», 3 года. Специалист 2 раза в неделю посещает семью в Ташкенте.',
  'Bolalar 6–12 yosh, oʻsmirlar 13–17 yosh; guruhda 8 kishi. 18 yoshdan katta ayollar.',
  'Har bir ona farzandlari bilan bitta mutaxassis bilan uchrashadi. Oʻzbekistonda 3 yil.',
  'Болалар 6–12 ёш, ўсмирлар 13–17 ёш; гуруҳда 8 киши.',
  'The Umid Centre of Namangan and the Aziza Foundation work together. Ministry of Education, 2024.',
  'The Alisher Navoiy Library, Amina Karimova Street, the Aziza Yusupova Foundation and School.',
  'Ул. Амины Каримовой; улица Амины Каримовой; библиотека имени Зарины Юсуповой; Фонд Азизы Юсуповой.',
  'Zarina Yusupova nomidagi maktab; Alisher Navoiy kutubxonasi.',
  'Article 34 of the Convention, Room 12 in Tashkent, Phase 2 with families. Проект «Мост» 3 года.',
  'Priya Raman from India and Lukas Weber of Germany reviewed it (Karimova, 2023).',
];

describe('what in a text may betray one person', () => {
  // Broken once by taking Cyrillic out of the borders of a word: 15 of the planted lines passed.
  it('finds what was planted, in three languages and both scripts of Uzbek', () => {
    const missed = PLANTED.filter(
      ([rule, text]) => !personCheck({ text }).some((found) => found.rule === rule),
    );
    expect(missed).toEqual([]);
  });

  // Seen to fail with a pattern that ends with the patronymic: whoever took out what was found left the family name.
  it.each([
    ['Группу вела Мадина Рустамовна Каримова весной.', 'Мадина Рустамовна Каримова'],
    ['Помогли Мадине Рустамовне Ким и другим.', 'Мадине Рустамовне Ким'],
    ['С нами был Каримов Жасур Рустамович, врач.', 'Каримов Жасур Рустамович'],
    ['The group was led by Madina Rustamovna Karimova.', 'Madina Rustamovna Karimova'],
    ['Bu guruhni Madina Rustam qizi Karimova olib bordi.', 'Madina Rustam qizi Karimova'],
    ['Асель Токтосун кызы Ибраимова пришла.', 'Асель Токтосун кызы Ибраимова'],
  ])('finds a name with its patronymic and the family name: %s', (text, words) => {
    const found = personCheck({ text }).filter(({ rule }) => rule === 'full_name');
    expect(found.map((one) => one.words)).toEqual([words]);
  });

  it('is silent on what practices say every day', () => {
    const wrong = ORDINARY.flatMap((text) => personCheck({ text }));
    expect(wrong).toEqual([]);
  });

  it('names the place, keeps the words as they were written, and one answer covers them', () => {
    const text = 'Группу вела Мадина Рустамовна. Паспорт АА1234567.';
    const findings = personCheck({ 'summary.ru': text, 'title.ru': 'Группа' });
    expect(
      findings.map(({ rule, field, from, to }) => [rule, field, text.slice(from, to)]),
    ).toEqual([
      ['document_number', 'summary.ru', 'Паспорт АА1234567'],
      ['full_name', 'summary.ru', 'Мадина Рустамовна'],
    ]);
    const answered = findings.map((finding) => ({
      finding,
      answer: 'public_official' as const,
      reason: 'Head of the centre, named on its own site',
    }));
    // A number of a document takes no answer: it must go.
    expect(unanswered(findings, answered).map(({ rule }) => rule)).toEqual(['document_number']);
  });

  it('is done with a long text of capitals and digits at once', () => {
    const text = 'Aa Bb Cc 12 '.repeat(700).slice(0, 8000);
    expect(personCheck({ text, digits: '1'.repeat(8000), dots: '1.'.repeat(4000) })).toEqual([]);
  });
});
