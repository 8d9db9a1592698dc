/**
 * Patterns by which a text betrays one person, in English, Russian and Uzbek of both scripts. JavaScript's
 * `\b` knows Latin only, so that `START` and `END` stand for the borders of a word.
 */
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const CAPITAL = '\\p{Lu}[\\p{L}ʼ-]+';
/** One to three capitalised words: the first group of every pattern that looks for a name. */
const NAME = `${START}(${CAPITAL}(?: ${CAPITAL}){0,2})`;
const AGE = '(?<![\\d–-])\\d{1,3}';
/** No range follows: "6 to 12", "18+", "60 and over" are groups. */
const ONE =
  '(?!\\d|\\+|\\s?[–—-]\\s?\\d|\\s(?:to|до|or)\\s|\\sand\\s(?:over|older|above|under|\\d)|\\s(?:dan|дан)\\s|-?(?:dan|дан)\\s)';
const MONTH = `(?:${eitherCase(
  'january|february|march|april|may|june|july|august|september|october|november|december|' +
    'yanvar|fevral|mart|aprel|iyun|iyul|avgust|sentabr|sentyabr|oktabr|oktyabr|noyabr|dekabr|' +
    'январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр',
)})\\p{L}{0,5}`;
const DATE = `(?<!\\d)(?:\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?${MONTH}|${MONTH} \\d{1,2}(?!\\d))`;
const MONTH_OF_YEAR = `${MONTH},? (?:of )?(?:19|20)\\d\\d|(?:19|20)\\d\\d[- ](?:yil|йил)\\p{L}* ${MONTH}`;
const VILLAGE =
  '(?:village|hamlet|town|settlement|mahalla|sel[oa]|кишлак|сел[оае]|посёлк|поселк|аул|город|махалл|деревн|район)\\p{L}{0,3}';
const VILLAGE_UZ =
  '(?:qishlogʻi|qishlogʼi|qishlog|tumani|shahri|shahar|mahalla|кишлоғи|қишлоғи|қишлоқ|тумани|шаҳри|шахри|маҳалла)\\p{L}{0,7}';
const KIN_EN =
  '(?:husband|wife|sons?|daughters?|mother|father|brothers?|sisters?|child|children|kids|baby|parents)';
const COUNT_EN = '(?:one|two|three|four|five|six|seven|eight|\\d{1,2})';
const COUNT_RU =
  '(?:двумя|тремя|четырьмя|пятью|шестью|двоих|троих|четверых|пятерых|шестерых|двух|трёх|трех|\\d{1,2})';
const COUNT_UZ =
  '(?:bir|ikki|uch|toʻrt|toʼrt|besh|olti|yetti|бир|икки|уч|тўрт|беш|олти|\\d{1,2})(?: nafar| нафар)?';

const unicode = (source: string) => new RegExp(source, 'giu');
/** Case decides here: a name begins with a capital. Words of a sentence's beginning are written both ways. */
const cased = (source: string) => new RegExp(source, 'gu');

/** A name, then its age or the other way round. The name is the named or first group. */
export const NAME_WITH_AGE: readonly RegExp[] = [
  cased(`${NAME},? (?:\\()?(?:is |was |now |then )?aged? ${AGE}${ONE}`),
  cased(`${NAME}(?:,| is| was| turned|,? now)? \\(?${AGE}[ -]years?[ -]old`),
  cased(`${AGE}[- ]years?[- ]old ${NAME}`),
  cased(
    `${NAME}(?:, | \\(|,? (?:ей|ему|которой|которому) |,? в возрасте )${AGE}${ONE} (?:года|год|лет)${END}`,
  ),
  cased(`${AGE}-?[- ]?летн\\p{L}{1,3} ${NAME}`),
  cased(`${NAME}(?:, | \\(| )${AGE}${ONE} (?:yosh|ёш)(?:da|да)?${END}`),
  cased(`${AGE} (?:yoshli|yashar|ёшли|яшар) ${NAME}`),
];
/** The same written in a hurry, without a comma: an age only after a first name ("Article 34 of", "Мост 3 года" are none). */
export const FIRST_NAME_WITH_AGE: readonly RegExp[] = [
  cased(`${NAME} ${AGE}${ONE}(?= (?:from|of|in|lives|living|who|with|and her|and his)${END})`),
  cased(`${NAME} ${AGE}${ONE} (?:года|год|лет|years?)${END}`),
  cased(`${NAME} ${AGE}${ONE}(?=,? (?:из|живёт|живет|с детьми)${END})`),
];
/** A bare number after a name is an age only where the name is a first name: "Kazakhstan (34)" is not. */
export const FIRST_NAME_AND_NUMBER = cased(`${NAME}(?:, ${AGE}(?=,)| \\(${AGE}\\))`);

/** A name at a village, town or quarter; with a first name any place below a country will do. */
export const NAME_AT_VILLAGE: readonly RegExp[] = [
  cased(
    `${NAME},? (?:who lives in|living in|lives in|from|of|in) (?:the |a )?${VILLAGE} (?:of )?["“«]?\\p{Lu}`,
  ),
  cased(`${NAME},? (?:из|проживающ\\p{L}+ в|жив[её]т в|в) ${VILLAGE} ["“«]?\\p{Lu}`),
  cased(`\\p{Lu}[\\p{L}ʼ]+ ${VILLAGE_UZ}(?: yashovchi| яшовчи)? ${NAME}`),
];
export const FIRST_NAME_AT_PLACE: readonly RegExp[] = [
  cased(`${NAME},? (?:who lives in|living in|lives in|from|of) (?<place>${CAPITAL})`),
  cased(`${NAME},? (?:из|проживающ\\p{L}+ в|жив[её]т в) (?<place>${CAPITAL})`),
  cased(
    `(?<![\\p{L}])(?<place>\\p{Lu}[\\p{L}ʼ]+(?:lik|лик|dan|дан|da yashovchi|да яшовчи)) ${NAME}`,
  ),
];

const FAMILY_NAME =
  '(?:[yi]?[eo]va?|zoda|zade|ян|ёва?|[ое]ва?|зода|заде)(?:ning|ni|ga|dan|нинг|ни|га|дан|ой|у|ым|а|е|s|ʻs)?';
const PATRONYMIC =
  '(?:(?:ович|евич|[иь]ич|ovich|evich)(?:а|у|ем|ом|е|ning|ni|ga|dan)?|(?:овн|евн|ичн)(?:а|ы|е|у|ой|ою)|(?:ovna|evna)(?:ning|ni|ga|dan)?)';
const OF_FATHER =
  '(?:qizi|oʻgʻli|oʼgʼli|ogli|қизи|ўғли|кизи|угли|кызы|уулу|улы)(?:ning|ni|ga|dan|нинг|ни|га|дан)?';
/** A name with its patronymic is one person's, whoever it is; a family name before or after it belongs to it. */
export const FULL_NAME: readonly RegExp[] = [
  cased(
    `${START}(?:\\p{Lu}[\\p{L}ʼ-]{1,20}?${FAMILY_NAME} )?${CAPITAL} ${CAPITAL}${PATRONYMIC}(?: ${CAPITAL})?${END}`,
  ),
  cased(`${START}${CAPITAL} (?:${CAPITAL} )?\\p{L}+ ${OF_FATHER}(?: ${CAPITAL})?${END}`),
];

/** A first name beside a family name, in either order; the named groups tell which is which. */
export const NAME_AND_FAMILY: readonly RegExp[] = [
  cased(`${START}(?<first>${CAPITAL}) (?<family>\\p{Lu}[\\p{L}ʼ-]{1,20}?${FAMILY_NAME})${END}`),
  cased(`${START}(?<family>\\p{Lu}[\\p{L}ʼ-]{1,20}?${FAMILY_NAME}) (?<first>${CAPITAL})${END}`),
];

/** Names of operations are never attached to people; a number alone after a known name tells it too. */
export const OPERATION: readonly RegExp[] = [
  cased(`${START}[Oo]perations? (?:["“«'][^"”»']{2,40}["”»']|\\p{Lu}\\p{L}+(?:-\\d+)?)`),
  cased(`${START}[Оо]пераци\\p{L}{1,3} (?:["“«][^"”»]{2,40}["”»]|\\p{Lu}\\p{L}+(?:-\\d+)?)`),
  cased(`["“«][^"”»]{2,40}["”»](?:-\\d+)? (?:operatsiya|операция|operation)\\p{L}*`),
  cased(`${START}(?:Mehr|Мехр|Меҳр|Meros|Мерос|Meerim|Мээрим)[ -]\\d(?!\\d)`),
  cased(
    `${START}(?:J|Zh)usan${END}|${START}Жусан${END}|${START}R[uo]safa${END}|${START}Русафа${END}`,
  ),
];

const KNOWN_CAMP =
  '(?:[Aa]l[- ](?:Hol|Hawl|Roj)|[Аа]ль-?[ -]?(?:Хол|Холь|Хоул|Родж)|Roj|Родж|Ain Issa|Айн[- ]Исса|al-Xol|Xol)';
const CARRIER =
  '(?:[Ff]light|[Cc]harter|[Рр]ейс\\p{L}{0,3}|[Чч]артер\\p{L}{0,3}|[Бб]орт[а-я]{0,2}|[Рр]ейс|[Rr]eys\\p{L}{0,5})';
const CAMP = `(?:(?:[Cc]amp|[Лл]агер\\p{L}{1,2}|[Lл]ager\\p{L}{0,5}) ["“«]?${CAPITAL}|${CAPITAL}["”»]? (?:camp|lager\\p{L}{0,5}|лагер\\p{L}{0,5}))`;
const near = (thing: string, when: string) => [
  cased(`${START}${thing}(?:[^.!?\\n]{0,70}?)(?:${when})`),
  cased(`(?:${when})(?:[^.!?\\n]{0,70}?)${START}${thing}`),
];
/** Journeys and camps with a day (or a month, for a camp that everybody knows) tell who came when. */
export const JOURNEY: readonly RegExp[] = [
  ...near(CARRIER, `${DATE}|№ ?\\d+|no\\. ?\\d+`),
  ...near(CAMP, DATE),
  ...near(KNOWN_CAMP, `${DATE}|${MONTH_OF_YEAR}`),
];

export const DOCUMENT_NUMBER: readonly RegExp[] = [
  cased(`${START}[A-ZА-Я]{2}[ -]?(?:№ ?)?\\d{7}${END}`),
  cased(`${START}\\d{14}${END}`),
  unicode(
    `${START}(?:passport|паспорт\\p{L}{0,3}|pasport\\p{L}{0,5}|identity card|id card|удостоверени\\p{L}{1,2}|guvohnoma\\p{L}{0,5}|гувоҳнома\\p{L}{0,5}|свидетельств\\p{L}{1,2} о рождении|birth certificate|иин|iin|пинфл|pinfl|jshshir|жшшир)[^\\d\\n]{0,25}\\d{5,}`,
  ),
];
export const PHONE: readonly RegExp[] = [
  cased('(?<![\\d+])\\+\\d(?:[ ()-]{0,2}\\d){8,13}(?!\\d)'),
  cased('(?<![\\d.,])(?:8[ -]?)?\\(?\\d{2,3}\\)?[ -]\\d{3}[ -]\\d{2}[ -]\\d{2}(?![\\d-])'),
];
export const EMAIL: readonly RegExp[] = [
  cased('(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}'),
];
export const COORDINATES: readonly RegExp[] = [
  cased('(?<![\\d.])-?\\d{2}\\.\\d{3,}°?\\s?[NSСЮ]?[,;]?\\s*-?\\d{2,3}\\.\\d{3,}'),
  cased("\\d{1,3}°\\s?\\d{1,2}['′’ʼ]"),
];
const BORN =
  '(?:born|date of birth|дата рождения|даты рождения|родил\\p{L}{1,4}|рожд\\.|г\\. ?р\\.|tugʻilgan|tugʼilgan|tugilgan|туғилган|тугилган)';
export const BIRTH_DATE: readonly RegExp[] = [
  unicode(`${START}${BORN}[^.!?\\n\\d]{0,25}${DATE}`),
  unicode(`${DATE}[^.!?\\n]{0,20}${BORN}`),
  unicode(`(?<![\\d–-])(?:19|20)\\d\\d (?:г\\. ?р\\.|года рождения)`),
  unicode(`${START}(?:was |\\()born (?:in )?(?:19|20)\\d\\d`),
  unicode(
    `(?<![\\d–-])(?:19|20)\\d\\d[- ](?:yilda|йилда) (?:tugʻilgan|tugʼilgan|туғилган|тугилган)`,
  ),
];

/** A name at once with a family: any capitalised word that names somebody. */
export const NAME_WITH_FAMILY: readonly RegExp[] = [
  cased(`${NAME},? (?:and|with) (?:her|his) (?:${COUNT_EN} )?${KIN_EN}${END}`),
  cased(`${NAME}[’ʼ]s (?:${COUNT_EN} )?${KIN_EN}${END}`),
  cased(`${NAME},? (?:a )?(?:mother|father|widow|grandmother) of ${COUNT_EN}${END}`),
  cased(
    `${NAME},? (?:и|с|со) (?:её|ее|его|своими|своим|своей) (?:${COUNT_RU} )?(?:муж|жен|сын|доч|дет|мат|отц|брат|сестр)\\p{L}{0,6}`,
  ),
  cased(`${NAME},? (?:с|и) ${COUNT_RU} (?:дет|сын|доч|ребён|ребен)\\p{L}{0,6}`),
  cased(`${NAME}, (?:многодетная )?(?:мать|отец|вдова|бабушка|мама) ${COUNT_RU}${END}`),
  cased(
    `${NAME} (?:va|ва) (?:uning|унинг) (?:${COUNT_UZ} )?(?:farzand|oʻgʻil|oʻgʻl|qiz|eri|bola|фарзанд|ўғил|ўғл|қиз|эри|бола)`,
  ),
  cased(`${NAME},? ${COUNT_UZ} (?:farzand|bola|фарзанд|бола)\\p{L}*`),
];
/** Words of a family in the sentence of a first name, or in the next. */
export const FAMILY: readonly RegExp[] = [
  unicode(`${START}(?:her|his) (?:${COUNT_EN} |late |elder |younger |small )?${KIN_EN}${END}`),
  unicode(`${START}(?:widow(?:ed)?|(?:mother|father) of ${COUNT_EN})${END}`),
  unicode(
    `${START}(?:её|ее|его|своего|свою|своих|своими|своим) (?:\\p{L}+ )?(?:муж|жен|сын|доч|дет|мат|отц|отец|брат|сестр)\\p{L}{0,6}`,
  ),
  unicode(
    `${START}(?:с ${COUNT_RU} дет\\p{L}+|вдов[аоуые]\\p{L}{0,3}|(?:мать|отец|мама) ${COUNT_RU}|(?:муж|сын|дочь|брат) (?:погиб|умер|пропал)\\p{L}*)`,
  ),
  unicode(`${START}${COUNT_UZ} (?:farzandi|bolasi|фарзанди|боласи)\\p{L}*`),
  unicode(
    `${START}(?:turmush oʻrtogʻi|turmush oʼrtogʼi|eri|турмуш ўртоғи|эри) (?:\\p{L}+ )?(?:halok|vafot|oʻlgan|yoʻqolgan|ҳалок|вафот|йўқолган)`,
  ),
];
/** One person without a name: an age of one, told with a place or a family. */
export const ONE_PERSON_OF_AGE: readonly RegExp[] = [
  unicode(
    `${START}an? ${AGE}-year-old (?:woman|mother|girl|boy|man|widow|father|grandmother|teenager)`,
  ),
  unicode(
    `${AGE}-летн(?:яя|ей|юю|ий|его|ему|им) (?:женщин|мат|девоч|девуш|мальчик|мужчин|вдов|бабушк|юнош|подрост)\\p{L}*`,
  ),
  unicode(
    `${AGE} (?:yoshli|ёшли) (?:bir )?(?:ayol|ona|qiz|oʻgʻil|erkak|beva|аёл|она|қиз|ўғил|эркак|бева)${END}`,
  ),
];
export const SOME_PLACE: readonly RegExp[] = [
  cased(`${START}(?:from|in|of) (?:the )?(?:${VILLAGE} (?:of )?)?\\p{Lu}`),
  cased(`${START}(?:из|в|во|с) (?:${VILLAGE} )?["“«]?\\p{Lu}`),
  cased(`\\p{Lu}[\\p{L}ʼ]+(?:lik|лик|dan|дан|da|да)${END}|\\p{Lu}[\\p{L}ʼ]+ ${VILLAGE_UZ}`),
];
/** "A woman called …": whatever follows is a name, known or not. */
export const CALLED: readonly RegExp[] = [
  cased(`(?:named|called|по имени) ${NAME}`),
  cased(`${NAME} (?:ismli|исмли)`),
];

/** `march` → `[mM]arch`, for the patterns in which a capital decides elsewhere. */
function eitherCase(words: string): string {
  return words.replace(/(^|\|)(\p{Ll})/gu, (_, before: string, letter: string) => {
    return `${before}[${letter}${letter.toUpperCase()}]`;
  });
}
