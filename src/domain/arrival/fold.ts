const LETTERS: Readonly<Record<string, string>> = {
  ё: 'е',
  ў: 'у',
  қ: 'к',
  ғ: 'г',
  ҳ: 'х',
  ү: 'у',
  ұ: 'у',
  ә: 'а',
  ө: 'о',
  ң: 'н',
};

/**
 * A word of a list made comparable: lower case, no accents, no apostrophes (Uzbek oʻ and gʻ are typed
 * with seven different ones), Uzbek, Kazakh and Kyrgyz letters as their Russian neighbours (many lists are typed on a
 * Russian keyboard), everything that is no letter or digit as one blank. For words of headings and
 * codes only: names of people have their own keys in `people/name.ts`.
 */
export function fold(text: string): string {
  // Most cells of a list: nothing in them to take apart.
  if (/^[ -~]*$/.test(text)) {
    return text
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ёўқғҳүұәөң]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ʻʼʹ'`´‘’‛′]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What people write where nothing is known. */
const NOTHING = new Set(
  (
    'нет данных|неизвестно|неизвестен|неизвестна|не известно|не указано|не указан|не установлено|нету данных|' +
    'н д|нд|unknown|not known|n a|na|none|null|not stated|nomalum|malumot yoq|korsatilmagan|номалум|маълумот йук|xxx|ххх'
  )
    .split('|')
    .map(fold),
);

/** True for a cell that says that nothing is known: `-`, `н/д`, `unknown`, `nomaʼlum`, `00.00.0000`. */
export function saysNothing(text: string): boolean {
  const folded = fold(text);
  return folded === '' || NOTHING.has(folded) || /^[0 ]+$/.test(folded);
}

/** A look-up table from lines like `female: ж|жен|female`, all folded. */
export function wordTable<Code extends string>(
  words: Readonly<Record<Code, string>>,
): ReadonlyMap<string, Code> {
  const table = new Map<string, Code>();
  for (const code of Object.keys(words) as Code[]) {
    for (const word of words[code].split('|')) table.set(fold(word), code);
  }
  return table;
}
