import type { PAPER_KINDS, PAPER_STATES } from '#domain/people/person.ts';
import { fold, wordTable } from './fold.ts';

type PaperKind = (typeof PAPER_KINDS)[number];
type PaperState = (typeof PAPER_STATES)[number];

/** Beginnings of words, tried in this order: the first that a cell contains decides. */
const KINDS: readonly (readonly [PaperKind, string])[] = [
  [
    'birth_certificate',
    'birth cert|свидетельство о рожд|св во о рожд|свид о рожд|метрика|tugilganlik|туғилганлик',
  ],
  ['marriage_certificate', 'marriage|свидетельство о браке|св во о браке|о браке|nikoh|никоҳ'],
  ['death_certificate', 'death|о смерти|olim|ўлим'],
  ['divorce_certificate', 'divorce|о разводе|расторжен|ajrashish|ажрашиш'],
  ['guardianship_order', 'guardian|опек|попечит|vasiy|васий'],
  [
    'return_certificate',
    'return cert|laissez|emergency travel|на возвращение|свидетельство на возвращ|св во на возвр|qaytish guvohnoma|қайтиш гувоҳнома',
  ],
  [
    'residence_registration',
    'residence|registration|прописк|вид на жит|регистрац|propiska|yashash|яшаш',
  ],
  ['school_record', 'school|школ|аттестат|maktab|мактаб'],
  ['health_record', 'health|vaccin|медицинск|прививоч|tibbiy|тиббий'],
  [
    'identity_card',
    'identity|id card|id карт|ид карт|удостоверение личности|id|shaxsiy guvohnoma|шахсий гувоҳнома',
  ],
  ['passport', 'passport|паспорт|загран|pasport|биопаспорт'],
  ['other', 'other|другой|иной|справка|boshqa|бошқа|malumotnoma|маълумотнома'],
];

const KIND_PATTERNS = KINDS.map(([kind, words]) => ({
  kind,
  pattern: new RegExp(`(?:^| )(?:${words.split('|').map(fold).join('|')})`, 'u'),
}));

const STATES = wordTable<PaperState>({
  held: 'held|yes|has|have|valid|present|в наличии|есть|да|имеется|имеет|действителен|на руках|bor|mavjud|ha|бор|мавжуд|ҳа|+',
  lost: 'lost|stolen|destroyed|missing|утерян|утеряно|утрачен|утрачено|потерян|уничтожен|украден|yoʻqolgan|yoʻqotilgan|йўқолган|йўқотилган',
  applied:
    'applied|in process|pending|подано|подана заявка|в процессе|оформляется|подал|подала|на оформлении|topshirilgan|jarayonda|rasmiylashtirilmoqda|топширилган|жараёнда',
  never_had:
    'never had|none|no|without papers|no papers|not issued|нет|не было|отсутствует|отсутствуют|не имел|не имела|без документов|не выдавался|не выдавалось|никогда не было|yoʻq|boʻlmagan|hujjatsiz|йўқ|бўлмаган|ҳужжатсиз',
  unknown: 'unknown|неизвестно|не известно|nomaʼlum|номаълум|?',
});

export function readPaperKind(text: string): PaperKind | undefined {
  const folded = fold(text);
  return KIND_PATTERNS.find((one) => one.pattern.test(folded))?.kind;
}

export function readPaperState(text: string): PaperState | undefined {
  if (text.trim() === '+') return 'held';
  if (/^[-–—]$/.test(text.trim())) return 'unknown';
  return STATES.get(fold(text));
}

const YES_NO = wordTable<'yes' | 'no'>({
  yes: 'yes|y|true|1|да|нужен|нужна|требуется|нуждается|ha|kerak|bor|ҳа|керак|бор|+',
  no: 'no|n|false|0|нет|не нужен|не нужна|не требуется|yoʻq|kerak emas|йўқ|керак эмас|-',
});

/** Yes or no in the lists' words; `undefined` for anything else. */
export function readYesNo(text: string): boolean | undefined {
  if (text.trim() === '+') return true;
  const answer = YES_NO.get(fold(text));
  return answer === undefined ? undefined : answer === 'yes';
}
