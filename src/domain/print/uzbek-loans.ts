/**
 * Stems of words from other languages whose Cyrillic spelling Latin no longer shows: ц written s, ь left
 * out, ё and йо written alike. Only what social work and everyday papers use; the rest goes by rule.
 */
export const LOAN_STEMS: Readonly<Record<string, string>> = {
  // The civil registry is known by its letters, the last of which is ё.
  fhdy: 'фҳдё',
  // Months.
  ...{ yanvar: 'январь', fevral: 'февраль', aprel: 'апрель', iyun: 'июнь', iyul: 'июль' },
  ...{ sentabr: 'сентябрь', oktabr: 'октябрь', noyabr: 'ноябрь', dekabr: 'декабрь' },
  // The letter ц.
  // Vinegar is no circus.
  ...{
    sirk: 'цирк',
    sirka: 'сирка',
    sement: 'цемент',
    sikl: 'цикл',
    silindr: 'цилиндр',
    sivilizatsiya: 'цивилизация',
  },
  ...{ konsert: 'концерт', konsern: 'концерн', vaksina: 'вакцина', medisina: 'медицина' },
  ...{ meditsina: 'медицина', litsenziya: 'лицензия', lisenziya: 'лицензия', sex: 'цех' },
  ...{ spetsifik: 'специфик', pensiya: 'пенсия' },
  // The letter ь.
  ...{ rol: 'роль', parol: 'пароль', model: 'модель', detal: 'деталь', mebel: 'мебель' },
  ...{ tabel: 'табель', film: 'фильм', albom: 'альбом', asfalt: 'асфальт', palto: 'пальто' },
  ...{ alkogol: 'алкоголь', gospital: 'госпиталь', avtomobil: 'автомобиль', kultura: 'культура' },
  ...{ kompyuter: 'компьютер', intervyu: 'интервью', batalyon: 'батальон', pavilyon: 'павильон' },
  // й and o, e or ъ that are no ё and no е.
  ...{ rayon: 'район', mayor: 'майор', mayonez: 'майонез', yogurt: 'йогурт' },
  ...{ obyekt: 'объект', subyekt: 'субъект', syezd: 'съезд', inyeksiya: 'инъекция' },
};
