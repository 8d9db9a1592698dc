import type { ArrivalField } from './field.ts';

/**
 * How lists head their columns: English | Russian | Uzbek Latin | Uzbek Cyrillic. Compared after
 * folding; a `*` lets a word go on. The longest phrase that a heading contains wins.
 */
export const HEADER_WORDS: Readonly<Record<ArrivalField, string>> = {
  full_name:
    'full name|name|names|person|name of person|complete name|surname name patronymic|surname and name|фио|ф и о|' +
    'ф и о полностью|фамилия имя отчество|фамилия имя|фамилия и имя|имя фамилия|полное имя|кто прибыл|f i sh|fish|f i o|fio|fish toliq|' +
    'familiya ism sharif|familiyasi ismi sharifi|familiyasi ismi otasining ismi|ism familiya|toliq ism*|ism sharif*|ф и ш|фиш|фамилияси исми шарифи|тулик исм*|исм фамилия|исм шариф*',
  given_name:
    'first name|given name|given names|forename|имя|имена|ism|ismi|исм|исми|имя в крещении|личное имя',
  patronymic:
    'patronymic|middle name|father name|fathers name|name of father|отчество|имя отца|по отцу|otasining ismi|sharif|sharifi|ota ismi|отасининг исми|шарифи|шариф',
  family_name: 'last name|surname|family name|фамилия|familiya*|фамилияси',
  former_name:
    'former name*|maiden name|previous name*|birth name|other name*|прежн* фамил*|прежн* имя|девичья фамилия|фамилия при рождении|другие имена|oldingi familiya*|qizlik familiya*|аввалги фамилия*|кизлик фамилия*',
  sex: 'sex|gender|m f|пол|пол м ж|м ж|jins|jinsi|жинс|жинси',
  birth_date:
    'date of birth|birth date|birthdate|birthday|dob|born|born on|дата рождения|д р|др|дата рожд*|день рождения|число месяц год рождения|родил*|' +
    'tugilgan sana*|tugilgan kun*|tugilgan yili oyi kuni|tugilgan kuni oyi yili|тугилган сана*|тугилган кун*|тугилган йили ойи куни',
  birth_year:
    'year of birth|birth year|yob|год рождения|г р|гр|год рожд*|tugilgan yil*|тугилган йил*',
  birth_estimated:
    'birth date estimated|date estimated|estimated date of birth|estimated|дата рождения примерная|дата примерная|примерная дата|дата приблизит*|taxminiy sana|тахминий сана',
  age_years: 'age|age years|years old|возраст|возраст лет|лет|полных лет|yosh|yoshi|ёш|ёши|еш|еши',
  citizenship:
    'citizenship|nationality|гражд во|гражд|country of citizenship|citizen of|гражданство|страна гражданства|подданство|fuqaroligi|fuqarolik|фукаролиги|фукаролик',
  family_number:
    'family number|family no|family id|family|household|household number|household id|household no|case family|номер семьи|семья|семьи|семьи|no семьи|семья no|n семьи|код семьи|oila raqami|oila|oila no|oila kodi|оила раками|оила|оила коди',
  relation:
    'relation|relationship|relation to head|relationship to head|kinship|role in family|родство|степень родства|отношение к главе|кем приходится|кто в семье|родственн* связ*|роль в семье|' +
    'qarindoshligi|qarindoshlik*|oila boshiga*|kim boladi|оила бошига*|кариндошлиги|кариндошлик*|ким булади',
  languages:
    'language*|mother tongue|spoken language*|язык|языки|родной язык|язык общения|владение языками|til|tili|tillar|tillari|ona tili|тил|тили|тиллар|она тили',
  interpreter:
    'interpreter|interpreter need*|needs interpreter|translator|переводчик|нужен переводчик|нужен ли переводчик|нуждается в переводчике|tarjimon|tarjimon kerak*|таржимон|таржимон керак*',
  paper_kind:
    'document|document type|type of document|id type|paper|документ|вид документа|тип документа|наименование документа|документ удостоверяющий личность|hujjat|hujjat turi|хужжат|хужжат тури',
  paper_number:
    'document number|document no|passport|passport number|passport no|id number|number of document|номер документа|паспорт|номер паспорта|серия и номер|серия номер|серия и номер паспорта|серия и номер документа|n документа|пинфл|' +
    'hujjat raqami|pasport|pasport raqami|pasport seriyasi*|jshshir|хужжат раками|паспорт раками|жшшир',
  paper_state:
    'document state|document status|documents status|has documents|has document|state of document|наличие документ*|есть ли документ*|документ есть|статус документ*|состояние документ*|hujjat holati|hujjati bormi|хужжат холати|хужжати борми',
  telephone:
    'phone*|telephone*|mobile|contact number|phone number|тел|телефон*|номер телефона|моб тел|контактный телефон|telefon*|telefon raqami|телефон раками',
  arrival_date:
    'arrival date|date of arrival|arrived|arrived on|return date|date of return|дата прибытия|прибыл*|дата возвращения|дата приезда|дата прилета|когда прибыл*|kelgan sana*|qaytgan sana*|yetib kelgan sana*|келган сана*|кайтган сана*',
  from_country:
    'from country|country of departure|from|returned from|country of return|arrived from|откуда|откуда прибыл*|страна выезда|страна отправления|из какой страны|страна откуда*|страна возвращения|qaysi davlatdan|qayerdan|кайси давлатдан|каердан',
  arrival_place:
    'arrival place|place of arrival|reception place|reception centre|destination|destination region|region|место прибытия|место приема|место размещения|куда|куда направл*|регион|область|пункт приема|kelgan joy*|joylashtirilgan joy*|viloyat|hudud|келган жой*|вилоят|худуд',
  operation:
    'operation|operation name|flight|рейс|операция|название операции|operatsiya|operatsiya nomi|reys|операция номи',
};

/** Headings that are no field here, though they share words with one: dropped, with the reason named. */
export const NOT_COLLECTED =
  'place of birth|birth place|birthplace|country of birth|место рождения|страна рождения|где родил*|родился в|tugilgan joy*|тугилган жой*|' +
  'note*|remark*|comment*|description|примечан*|комментар*|замечан*|особые отметки|заметк*|дополнительно|izoh*|eslatma*|изох*|эслатма*|' +
  'address*|адрес*|manzil*|манзил*';

/** Headings of a running number, which is nobody's number. */
export const RUNNING_NUMBER =
  'no|n|nn|no п п|п п|пп|номер по порядку|номер п п|row|row number|index|id|т р|т р|tr|t r|тр|№|#';
