import { fold, saysNothing } from './fold.ts';

/** Languages that a list of Central Asia or of a country of return may name. */
const TAGS =
  'uz ru kk ky tg tk kaa tt ug az tr ar fa prs ps ku ckb en de fr es uk be hy ka ko zh hi ur bn id ms so sv nl nb da fi pl it ja';

const ALSO: Readonly<Record<string, string>> = {
  uz: 'узб|узбекча|узбекский яз|ozbek|ozbekcha|ўзбек|ўзбекча|узбек',
  ru: 'рус|русский яз|ruscha|rus|русча|рус тили',
  ar: 'араб|arab|arabcha|арабча|арабский яз',
  tg: 'тадж|tojik|tojikcha|тожик|тожикча',
  kk: 'каз|qozoq|қозоқ',
  ky: 'кырг|qirgiz|қирғиз|кыргызский|киргизский',
  tk: 'туркм|turkman|туркман',
  kaa: 'каракалпак|qoraqalpoq|қорақалпоқ|каракалпакский|karakalpak',
  tr: 'тур|turk|турк|turkcha|турецкий яз',
  prs: 'дари|dari|дари тили|dariy',
  fa: 'фарси|farsi|форс|fors|persian|персидский',
  ps: 'пушту|pashto|pushtu|пашто',
  ug: 'уйгурский|uygur|уйгур',
  en: 'англ|ingliz|inglizcha|инглиз',
  de: 'нем|nemis|немис',
  tt: 'татарский|tatar|татар',
  ku: 'курдский|kurd|kurdish|курд',
};

const TABLE: ReadonlyMap<string, string> = table();

/**
 * The languages that a cell names, in order, without repeats; `unread` counts the words that are none
 * of ours. `узбекский, русский`, `uz/ru`, `арабский (родной)`.
 */
export function readLanguages(text: string): { languages: readonly string[]; unread: number } {
  const languages = new Set<string>();
  let unread = 0;
  for (const part of text
    .replace(/\([^)]*\)/g, ' ')
    .split(/[,;/+&|]|\sи\s|\sand\s|\sva\s|\sва\s/u)) {
    if (saysNothing(part)) continue;
    const folded = fold(part);
    const tag =
      TABLE.get(folded) ?? TABLE.get(folded.replace(/ (?:язык|яз|tili|тили|language)$/, ''));
    if (tag) languages.add(tag);
    else unread += 1;
  }
  return { languages: [...languages], unread };
}

function table(): Map<string, string> {
  const found = new Map<string, string>();
  for (const tag of TAGS.split(' ')) {
    found.set(tag, tag);
    for (const locale of ['en', 'ru', 'uz', 'uz-Cyrl']) {
      const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(tag);
      if (name) found.set(fold(name), tag);
    }
  }
  for (const [tag, words] of Object.entries(ALSO)) {
    for (const word of words.split('|')) found.set(fold(word), tag);
  }
  return found;
}
