/** Invented people's names, each as Uzbek Latin | Uzbek Cyrillic | Russian. */
export const WOMEN =
  `Dilnoza|Дилноза|Дилноза Gulnora|Гулнора|Гульнора Zulfiya|Зулфия|Зульфия Nargiza|Наргиза|Наргиза
Feruza|Феруза|Феруза Shahnoza|Шаҳноза|Шахноза Malika|Малика|Малика Munisa|Муниса|Муниса
Nilufar|Нилуфар|Нилуфар Sevara|Севара|Севара Barno|Барно|Барно Lola|Лола|Лола
Oydin|Ойдин|Айдин Muhabbat|Муҳаббат|Мухаббат Rayhona|Райҳона|Райхона Sabohat|Сабоҳат|Сабохат
Umida|Умида|Умида Yulduz|Юлдуз|Юлдуз Xurshida|Хуршида|Хуршида Mavluda|Мавлуда|Мавлюда
Saodat|Саодат|Саодат Gavhar|Гавҳар|Гавхар Nodira|Нодира|Нодира Shoira|Шоира|Шоира`
    .split(/\s+/)
    .map(spellings);

export const MEN = `Abbos|Аббос|Аббос Botir|Ботир|Батыр Davron|Даврон|Даврон Eldor|Элдор|Эльдор
Farhod|Фарҳод|Фархад Jasur|Жасур|Джасур Kamol|Камол|Камол Laziz|Лазиз|Лазиз
Mansur|Мансур|Мансур Nodir|Нодир|Нодир Otabek|Отабек|Отабек Rustam|Рустам|Рустам
Sardor|Сардор|Сардор Temur|Темур|Тимур Ulugʻbek|Улуғбек|Улугбек Xurshid|Хуршид|Хуршид
Yodgor|Ёдгор|Ядгар Zafar|Зафар|Зафар Islom|Ислом|Ислам Bahrom|Баҳром|Бахром
Shuhrat|Шуҳрат|Шухрат Azamat|Азамат|Азамат Doniyor|Дониёр|Данияр Hamid|Ҳамид|Хамид`
  .split(/\s+/)
  .map(spellings);

/** Family names in the form of a man; a woman's has an `a` more. */
export const FAMILIES = `Karimov|Каримов|Каримов Yoʻldoshev|Йўлдошев|Юлдашев Rahimov|Раҳимов|Рахимов
Toʻrayev|Тўраев|Тураев Qodirov|Қодиров|Кадыров Saidov|Саидов|Саидов Ergashev|Эргашев|Эргашев
Normatov|Норматов|Норматов Xoliqov|Холиқов|Халиков Mirzayev|Мирзаев|Мирзаев
Oʻrinov|Ўринов|Уринов Boboyev|Бобоев|Бабаев Gʻaniyev|Ғаниев|Ганиев Jalilov|Жалилов|Джалилов
Sultonov|Султонов|Султанов Hakimov|Ҳакимов|Хакимов Rasulov|Расулов|Расулов
Usmonov|Усмонов|Усманов Tojiyev|Тожиев|Таджиев Nazarov|Назаров|Назаров`
  .split(/\s+/)
  .map(spellings);

export interface Spellings {
  readonly latin: string;
  readonly cyrillic: string;
  readonly russian: string;
}

function spellings(entry: string): Spellings {
  const [latin = '', cyrillic = '', russian = ''] = entry.split('|');
  return { latin, cyrillic, russian };
}
