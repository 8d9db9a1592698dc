/**
 * First names that are common where Homeward is used and that are no words of everyday speech in the
 * three languages, without their last vowel, so that case endings fit. Latin, folded as by `fold`.
 */
const STEMS =
  'madin|zarin|zaynab|zainab|zeinab|zejnab|fatim|fotim|xadich|xadij|maryam|mariyam|ojsh|oysh|aisha|ajsha|amin|aminat|nargiz|nigor|nigora|dilfuz|' +
  'dilnoz|dilnoza|dilbar|dilsho|gulnor|gulnar|gulnoz|gulbahor|gulchehr|zulfij|zulfiy|zulhumor|zulxumor|muxabbat|' +
  'muhabbat|mohir|nodir|nadir|nilufar|feruz|saodat|saodad|sevar|sabin|sabox|lobar|lola|kamol|kamil|malik|mavlud|' +
  'oydin|ozod|aziz|barno|rano|shahnoz|shaxnoz|shaxlo|shahlo|yulduz|zebo|ziyod|zuxr|zuhr|asal|ayzad|ajzad|aigerim|ajgerim|' +
  'aynur|ajnur|ainur|aizhan|ajzhan|asel|cholpon|jamil|dzhamil|zhamil|jamol|saul|saltanat|gulmir|meerim|nurgul|' +
  'ahmad|axmad|ahmed|axmed|muhammad|muxammad|mohammed|muxammed|magomed|abdull|abdulloh|abdulaziz|abduraxmon|alisher|anvar|' +
  'akmal|aziz|bobur|baxodir|bahodir|baxrom|bahrom|botir|dilshod|diyor|elyor|eldor|farrux|farrukh|farhod|farxod|' +
  'hasan|xasan|husan|xusan|xusayn|husayn|hussein|xusein|ibroxim|ibrohim|ibragim|ibrahim|ilxom|ilhom|islom|ismoil|ismail|jahongir|' +
  'jasur|javohir|komil|murod|murat|muzaffar|mirzo|nurlan|odil|olim|otabek|oybek|ravshan|rustam|sanjar|sardor|' +
  'sherzod|shuxrat|shuhrat|timur|temur|ulugbek|umar|usmon|usman|yusuf|yusup|yoqub|zafar|ziyod|bakyt|bekzat|daniyar|daniar|' +
  'erlan|yerlan|marat|nursultan|samat|bilol|bilal|omar|xalid|khalid|layl|lejl|leyl|sumay|sumaj|rukhsor|ruxsor|asm|' +
  'anna|elena|olga|natalj|natal|svetlan|irin|tatjan|tatyan|ekaterin|ivan|dmitri|dmitrij|sergej|sergei|aleksandr|aleksej|mixail|' +
  'priya|rahul|sunita|ayesha|siti|nurul|farah|ali|john|jane|peter|thomas|mariam|sarah|sara|lukas|anneke';

const NAMES = new Set(STEMS.split('|'));

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'а-a б-b в-v г-g д-d е-e ё-yo ж-j з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-x ц-ts ч-ch ш-sh щ-sh ъ- ы-i ь- э-e ю-yu я-ya ў-o қ-q ғ-g ҳ-h'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);

/** A word of either script as plain small Latin letters, for comparing only. */
export function fold(word: string): string {
  return [...word.toLowerCase()]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036fʻʼ'’‘`-]/g, '')
    .replace(/kh/g, 'x');
}

/** What may stand after the stem: a Russian case, an Uzbek suffix, the English genitive, a tender form. */
const ENDING =
  /^(?:a|o|i|e|u|ya|iya|oy|ey|om|em|oi|s|xon|jon|bek|bonu|gul|oyim)?(?:ning|ni|ga|dan|da|s)?$/;

/** True for a word that begins with a capital and is a first name in one of its forms. */
export function isFirstName(word: string): boolean {
  if (!/^\p{Lu}\p{L}/u.test(word)) return false;
  const folded = fold(word);
  for (let length = folded.length; length >= 3; length--)
    if (NAMES.has(folded.slice(0, length)) && ENDING.test(folded.slice(length))) return true;
  return false;
}

/** Beginnings of capitalised words that stand before an age or a family and name nobody, folded. */
const NOBODY =
  'child|wom[ae]n|m[ae]n$|mothers?$|fathers?$|girl|boy|adolesc|teen|youth|young|famil|participant|people|person|returnee|' +
  'caregiver|parent|student|pupil|every|those|these|this|that|all$|ages?$|she$|he$|they$|it$|who|we$|i$|the$|an?$|each|when|' +
  'from|for|with|since|after|before|only|many|some|most|in$|on$|at$|by$|if$|of$|adult|minor|widow|sister|brother|grand|' +
  'program|project|cent|model|group|phase|module|session|article|law|step|stage|year|month|case|staff|specialist|teacher|' +
  'социальн|det|rebyon|rebenk|jenshin|mujchin|mater|mat$|mam|otts|ottsov|devoch|devush|malchik|yunosh|podrost|molod|semy|sem|' +
  'uchastni|lyud|lits|vzrosl|roditel|shkolni|ucheni|student|spetsialist|ona$|on$|oni$|ey$|yemu|emu|v$|na$|s$|dlya|kajd|' +
  'bol|ayol|erkak|ona|ota$|oila|qiz|ogil|yosh|osmir|ishtirokchi|xodim|oquvchi|talaba|kishi|odam|shaxs|u$|ular|bu$|har$|' +
  'kazax|kazak|qozog|uzbek|ozbek|kirg|kyrg|qirg|tajik|tojik|tadj|turkm|pakist|pokist|ind|malay|singap|german|belg|ross|rus|' +
  'afg|sir|syr|iraq|irak|iroq|turk|tashk|toshk|europ|yevrop|evrop|osi|centr|osce|uni|un$|eu$|iom|oon|obse|' +
  'january|february|march|april|may|june|july|august|sept|octob|nov|dec|yanv|fev|mart|apr|iyun|iyul|avg|sen|okt|dek';
const NOBODY_PATTERN = new RegExp(`^(?:${NOBODY})`);

/** True where a capitalised word is a group, a country, a month or the like rather than a name. */
export function namesNobody(word: string): boolean {
  const folded = fold(word);
  return (
    !isFirstName(word) && (NOBODY_PATTERN.test(folded) || /lar(?:i|ning|ga|da|dan)?$/.test(folded))
  );
}

const INSTITUTION =
  /^(?:cent(?:er|re)|found|fund|univers|instit|minist|school|hospital|clinic|academ|agency|committee|associat|union|network|house|tsentr|fond|minister|shkol|bolnits|klinik|akadem|agentstv|komitet|assots|soyuz|markaz|jamgarma|maktab|shifoxona|vazirli|agentli|qomita|uyushma)/;

/** True where a word makes of the words around it the name of an institution. */
export function isInstitution(word: string): boolean {
  return INSTITUTION.test(fold(word));
}

const CALLED_AFTER =
  /^(?:street|str$|avenue|ave$|road|square|library|theatre|theater|museum|park|prize|award|station|ulits|ul$|prospekt|ploshad|ploshch|bibliotek|teatr|muze|premi|stants|imeni|im$|nomidagi|nomli|kocha|xiyobon|maydon|kutubxon|muzey|bogi)/;

/** True for a word of a street, a library and the like, which are called after people; also of an institution. */
export function isCalledAfter(word: string): boolean {
  return CALLED_AFTER.test(fold(word)) || isInstitution(word);
}
