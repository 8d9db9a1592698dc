import { fold } from './fold.ts';

export const FORBIDDEN_TOPICS = [
  'religion',
  'ideology',
  'criminal_record',
  'photo',
  'genetic_or_biometric',
  'security',
  'ethnicity',
] as const;
export type ForbiddenTopic = (typeof FORBIDDEN_TOPICS)[number];

/**
 * Beginnings of words (a trailing `$` = the whole word) that betray a column which Homeward must not
 * hold (practice 5.4, refusals 1, 5 and 9). English, Russian, Uzbek in both scripts, after folding. A
 * column too many is dropped and named in the report; a column too few would be kept for years.
 */
const WORDS: Readonly<Record<ForbiddenTopic, string>> = {
  religion:
    'religi|faith$|belief|confession|denominat|sect$|madhhab|mazhab|религи|вероисповед|конфесси|веровани|мазхаб|' +
    'мечеть|dini$|din$|diniy|dindor|etiqod|mazhab|masjid|дин$|дини$|диний|диндор|эътикод|этикод|масжид|намаз|namoz|ibodat|ибодат|hijob|хиджаб|хижоб|вера$|веры$|ислам|мусульман|islom|musulmon|мусулмон|islam|muslim',
  ideology:
    'ideolog|radical|extremi|jihad|loyalt|affiliat|membership in|political|идеолог|радикал|экстреми|' +
    'игил|даиш|isis$|isil$|daesh|мто$|группировк|джихад|лояльн|взгляды|убежден|принадлежность к|политич|mafkura|gʻoya|goya|ekstremi|radikal|jihod|siyosiy|мафкура|гоя|жиход|сиёсий|бкф|террор|terror|tashkilotga aloqa',
  criminal_record:
    'crim|convict|offence|offense|prosecut|article$|sentence|judicial|уголовн|судимост|судим$|преступ|статья|статьи|' +
    'ст ук|ук рф|ук руз|приговор|обвин|осужден|арест|задержан|заключенн|в заключении|тюрьм|следств|arrest|detain|detention|prison|qamoq|hibs|tergov|камок|хибс|тергов|jino|sudlan|modda$|moddasi|jk$|jazo|hukm|жиноят|судлан|модда$|моддаси|жк$|жазо|хукм|амнист|amnist|amnesty',
  photo:
    'photo|picture|portrait|image$|images|selfie|foto|фото|снимок|портрет|surat$|surati$|suratlar|rasm$|rasmi$|rasmlar|сурат$|сурати$|суратлар|расм$|расми$|расмлар',
  genetic_or_biometric:
    'dna$|dnk$|genet|biometr|fingerpr|retina|iris$|днк$|генет|биометр|отпечат|дактил|barmoq iz|genetik|бармок из|особые примет|приметы$|татуир|tattoo',
  security:
    'securit|intellig|threat|risk$|risks|risk level|danger|surveill|wanted|watch ?list|nss$|sss$|police|безопасн|' +
    'оперативн|сгб$|снб$|кнб$|фсб$|мвд$|увд$|овд$|ровд$|гувд$|спецслужб|угроз|риск|опасност|розыск|профучет|профилактическ|учет ивс|полици|милици|' +
    'xavf|qidiruv|dxx$|mxx$|iib$|maxfiy|хавф|кидирув|дхх$|мхх$|иив$|иибг|махфий|фильтрац|допрос|interrog|боевик|комбатант|combatant|fighter|jangari|жангари|boyevik|profilaktik',
  ethnicity: 'ethnic|race$|национальность|этнич|нация$|millat|миллат|раса$',
};

const PATTERNS = FORBIDDEN_TOPICS.map((topic) => ({
  topic,
  pattern: new RegExp(
    `(?:^| )(?:${WORDS[topic]
      .split('|')
      .map((word) => (word.endsWith('$') ? `${fold(word)}(?![\\p{L}\\p{N}])` : fold(word)))
      .join('|')})`,
    'u',
  ),
}));

/** The topic for which a column may not be mapped, judged by its heading. */
export function forbiddenTopic(heading: string): ForbiddenTopic | undefined {
  const folded = fold(heading);
  return PATTERNS.find((one) => one.pattern.test(folded))?.topic;
}
