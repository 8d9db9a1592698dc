import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { SubjectKind } from '#domain/exchange/publication/publication.ts';
import { languageName } from '../../ui/format.ts';
import { SECTION_WORDS } from '../model/model-card-words.ts';
import { FIELDS } from '../practice/practice-words.ts';

type Words = Readonly<Record<string, MessageDescriptor>>;

/** Texts of the other nouns, by the name that the store gives them, in the order in which an editor reads them. */
const OTHERS: Words = {
  title: msg({ message: 'Title', context: 'of a practice' }),
  lead: msg`In one sentence`,
  about: msg`More about it`,
  summary: msg`Summary`,
  session: msg`Conference session`,
  abstract: msg`Abstract`,
  text: msg`Text`,
  words: msg`Text`,
  wording: msg`Text`,
  body: msg`Text`,
  name: msg`Name`,
  room: msg`Room`,
  track: msg`Track`,
  alt: msg`What can be seen`,
  caption: msg`Picture caption`,
  line: msg`Line`,
  speaker: msg`Speaker`,
  speakers: msg`Speakers`,
  quotation: msg`Quotation`,
  method: msg`Method`,
  denominators: msg`Denominators`,
  source: msg`Source`,
  period: msg`Period`,
  geography: msg`Area covered`,
  table: msg`Words of the table`,
  indicator_name: msg`Indicator`,
  question: msg`Question`,
  answer: msg`Answer`,
  adaptation: msg`What you change for it`,
  result: msg`What came of it`,
  lessons: msg`What those who began it can learn from you`,
  stopped_because: msg`Why you stopped`,
};

/** Where a noun calls a text by another name than the rest do. */
const OWN: Partial<Readonly<Record<SubjectKind, Words>>> = {
  practice: FIELDS,
  recommendation: { body: msg`Adopted by` },
  model: {
    ...Object.fromEntries(
      Object.entries(SECTION_WORDS).map(([kind, words]) => [`dossier.${kind}`, words]),
    ),
    'endorsement.body': msg`Endorsed by`,
    'endorsement.words': msg`In which words`,
  },
};

interface Field {
  /** `line` of `line4.ru`, `dossier.costs` of `dossier.costs.ru`, `endorsement.body` of `endorsement.1.body.ru`. */
  readonly name: string;
  /** 4 of `line4.ru`, 1 of `question.1.ru`. */
  readonly number: string | undefined;
  /** 12 of `abstract_12.ru`: the session of a programme that it belongs to. */
  readonly session: string | undefined;
  /** What an official reads of a name has no language. */
  readonly lang: string | undefined;
}

function read(field: string): Field {
  const parts = field.split('.');
  const lang = parts.length > 1 ? parts.pop() : undefined;
  const [first = '', ...rest] = parts;
  const [, stem = first, session, own] = /^([a-z]+)(?:_(\d+)|(\d+))?$/.exec(first) ?? [];
  const isNumber = (part: string) => /^\d+$/.test(part);
  const name = [stem, ...rest.filter((part) => !isNumber(part))].join('.');
  return { name, number: own ?? rest.find(isNumber), session, lang };
}

/**
 * A text by its name and language, as an editor calls it: `summary.ru` of a practice, `line4.ru` of minutes,
 * `abstract_12.ru` of the twelfth session of a programme, by the title that stands among `texts`. A name that only the
 * store knows stays as it is.
 */
export function fieldWords(
  i18n: I18n,
  kind: SubjectKind,
  field: string,
  texts: Readonly<Record<string, string>> = {},
): string {
  const { name, number, session, lang } = read(field);
  const known = OWN[kind]?.[name] ?? OTHERS[name];
  const said = known === undefined ? name : i18n._(known);
  const at = known === undefined || number === undefined ? said : `${said} ${number}`;
  const title = Object.entries(texts).find(([key]) => key.startsWith(`title_${session}.`))?.[1];
  const where =
    session === undefined
      ? at
      : title === undefined
        ? i18n._(msg`Session ${session}: ${at}`)
        : `${title} · ${at}`;
  // Not in brackets: the names of some languages have their own, `Uzbek (Latin)`.
  return lang === undefined ? where : `${where} · ${languageName(i18n.locale, lang)}`;
}

/** What sorts the texts as they are read: one session after the other, and each text before what hangs on it. */
export function fieldPlace(kind: SubjectKind, field: string): string {
  const { name, number, session } = read(field);
  const order = Object.keys(kind === 'practice' ? FIELDS : OTHERS);
  const at = order.indexOf(name);
  const places = [session ?? '', number ?? '', at === -1 ? order.length : at];
  return [...places.map((one) => String(one).padStart(6, '0')), field].join(' ');
}

/** The same with the words of the screen. */
export function useFieldName(
  kind: SubjectKind,
  texts: Readonly<Record<string, string>> = {},
): (field: string) => string {
  const { i18n } = useLingui();
  return (field) => fieldWords(i18n, kind, field, texts);
}
