import { adulthood } from '#domain/people/birth.ts';
import type { Name } from '#domain/people/name.ts';
import type { Paper } from '#domain/people/person.ts';
import type { Day } from '#domain/time.ts';
import type { ArrivalRow } from './cell.ts';
import { readCitizenship, readCountry } from './country-words.ts';
import type { ArrivalEntry } from './entry.ts';
import type { FamilyMember } from './family.ts';
import type { ArrivalMapping } from './field.ts';
import { fold, saysNothing } from './fold.ts';
import { type RowIssue, stateOfRow } from './issue.ts';
import { readLanguages } from './language-words.ts';
import { readPaperKind, readPaperState, readYesNo } from './paper-words.ts';
import { readBirth } from './read-birth.ts';
import { readDate } from './read-date.ts';
import { readRelation } from './relation-words.ts';
import { type ReadingContext, type RowReader, rowReader } from './row-reader.ts';
import { readSex } from './sex-words.ts';
import { splitFullName } from './split-name.ts';

/** A row read: its issues and, unless one of them forbids or waits, the entry to import. */
export interface ReadRow {
  readonly row: number;
  readonly state: ReturnType<typeof stateOfRow>;
  readonly issues: readonly RowIssue[];
  readonly entry?: ArrivalEntry;
  readonly member: FamilyMember;
}

/**
 * Reads one row of a list under a mapping. Pure; nothing of an unmapped column is looked at.
 *
 * @param columns how many headings the list has
 */
export function readRow(
  row: ArrivalRow,
  mapping: ArrivalMapping,
  columns: number,
  context: ReadingContext,
): ReadRow {
  const reader = rowReader(row, mapping, columns, context);
  const name = readName(reader);
  const arrived = readArrival(reader);
  const born = readBirth(reader, arrived ?? context.today);
  if (born && arrived && born.date > arrived) reader.issue('born_after_arrival', 'birth_date');
  const rest = {
    ...readWho(reader),
    ...readHomecoming(reader),
    ...optional('birth', born),
    ...optional('arrived_on', arrived),
  };
  const state = stateOfRow(reader.issues);
  const member = {
    row: row.row,
    ...optional('family', rest.family_number),
    ...optional('relation', rest.relation),
    age: adulthood(born, arrived ?? context.today),
  };
  const base = { row: row.row, state, issues: reader.issues, member };
  if (name === undefined || state === 'refused' || state === 'waits') return base;
  return { ...base, entry: { row: row.row, ...name, ...rest, context: mapping.context } };
}

function readName(reader: RowReader): Pick<ArrivalEntry, 'name' | 'former_names'> | undefined {
  const former = reader.text('former_name');
  const former_names: Name[] = saysNothing(former) ? [] : [{ kind: 'former', single: former }];
  const parts = {
    ...optional('given', named(reader.text('given_name'))),
    ...optional('patronymic', named(reader.text('patronymic'))),
    ...optional('family', named(reader.text('family_name'))),
  };
  if (parts.given !== undefined || parts.family !== undefined) {
    const alone = parts.given === undefined && parts.patronymic === undefined;
    const name: Name = alone
      ? { kind: 'current', ...optional('single', parts.family) }
      : { kind: 'current', ...parts };
    return { name, former_names };
  }
  const full = named(reader.text('full_name'));
  if (full === undefined) {
    reader.issue('name_missing', reader.has('full_name') ? 'full_name' : 'given_name');
    return undefined;
  }
  const order = reader.mapping.name_order;
  const { clear, ...split } = splitFullName(full, order);
  if (!clear && order === undefined) reader.issue('name_order_unclear', 'full_name');
  return { name: { kind: 'current', ...split }, former_names };
}

/** The last row of many lists counts the others. "Jami" alone may be somebody. */
const TOTAL =
  /^(?:итого|всего|total)(?:[\s:.–-]*\d[\d\s]*\p{L}*)?[\s:.]*$|^(?:жами|jami)[\s:.–-]*\d[\d\s]*\p{L}*[\s:.]*$/iu;

/** A name has a letter in it; "н/д" and "-" are none, nor is what stands before a sum. */
function named(text: string): string | undefined {
  return saysNothing(text) || !/\p{L}/u.test(text) || TOTAL.test(text) ? undefined : text;
}

function readArrival(reader: RowReader): Day | undefined {
  const read = readDate(reader.cell('arrival_date'), reader.context.today, reader.mapping);
  if (read.is === 'issue') reader.issue(read.code, 'arrival_date');
  if (read.is === 'ambiguous') reader.issue('date_ambiguous', 'arrival_date');
  if (read.is !== 'date') return undefined;
  if (read.serial) reader.issue('date_serial', 'arrival_date');
  if (read.birth.precision === 'day') return read.birth.date;
  reader.issue('arrival_date_coarse', 'arrival_date');
  return undefined;
}

function readWho(reader: RowReader) {
  const relationText = reader.text('relation');
  const relation = readRelation(relationText);
  if (!relation && !saysNothing(relationText)) reader.issue('relation_unreadable', 'relation');
  const sexText = reader.text('sex');
  const sex = readSex(sexText);
  if (sex === undefined && !saysNothing(sexText)) reader.issue('sex_unreadable', 'sex');
  const told = sex === 'female' || sex === 'male';
  if (told && relation?.sex && relation.sex !== sex) {
    reader.issue('sex_differs_from_relation', 'sex');
  }
  const { languages, unread } = readLanguages(reader.text('languages'));
  if (unread > 0) reader.issue('language_unreadable', 'languages');
  const interpreterText = reader.text('interpreter');
  const interpreter = readYesNo(interpreterText);
  if (interpreter === undefined && !saysNothing(interpreterText)) {
    reader.issue('interpreter_unreadable', 'interpreter');
  }
  const nation = readCitizenship(reader.text('citizenship'));
  const nationText = reader.text('citizenship');
  if (nation === undefined) reader.issue('country_unreadable', 'citizenship');
  const family = reader.text('family_number');
  if (family === '' && reader.has('family_number')) {
    reader.issue('family_number_missing', 'family_number');
  }
  return {
    sex: sex ?? relation?.sex ?? ('unknown' as const),
    languages: languages.slice(0, 12),
    interpreter_needed: interpreter ?? false,
    citizenships: nation === undefined || nationText === '' ? [] : [nation],
    papers: readPapers(reader),
    ...optional('telephone', readTelephone(reader)),
    ...optional('family_number', family === '' ? undefined : family),
    ...optional('relation', relation?.relation),
  };
}

/** Kind, number and state stand in one to three columns; "нет" under "passport" is a state, no number. */
function readPapers(reader: RowReader): Paper[] {
  const [kindText, numberText, stateText] = (
    ['paper_kind', 'paper_number', 'paper_state'] as const
  ).map((field) => reader.text(field));
  const kind = readPaperKind(kindText ?? '');
  const said = [stateText, kindText, numberText].map((text) => readPaperState(text ?? ''));
  const state = said.find((one) => one !== undefined);
  if (!kind && !said[1] && !saysNothing(kindText ?? '')) {
    reader.issue('paper_kind_unreadable', 'paper_kind');
  }
  if (!said[0] && !saysNothing(stateText ?? '')) {
    reader.issue('paper_state_unreadable', 'paper_state');
  }
  const number = said[2] || !/\d/.test(numberText ?? '') ? undefined : numberText;
  if (kind === undefined && number === undefined && state === undefined) return [];
  const none = state === 'never_had' && number !== undefined;
  if (none) reader.issue('paper_number_of_none', 'paper_number');
  return [
    {
      kind: kind ?? (number && /^[A-Z]{2}\s?\d{7}$/i.test(number) ? 'passport' : 'other'),
      state: none ? 'unknown' : (state ?? (number ? 'held' : 'unknown')),
      ...optional('number', number),
    },
  ];
}

function readTelephone(reader: RowReader): string | undefined {
  const text = reader.text('telephone');
  if (saysNothing(text) || readYesNo(text) === false) return undefined;
  const digits = text.match(/\d/g)?.length ?? 0;
  if (digits >= 5 && digits <= 40) return text;
  reader.issue('telephone_unreadable', 'telephone');
  return undefined;
}

function readHomecoming(reader: RowReader) {
  const fromText = reader.text('from_country');
  const from = readCountry(fromText);
  if (!from && !saysNothing(fromText)) reader.issue('country_unreadable', 'from_country');
  const placeText = reader.text('arrival_place');
  const place = reader.context.places.get(fold(placeText));
  if (!place && !saysNothing(placeText)) reader.issue('place_unknown', 'arrival_place');
  const operation = reader.text('operation');
  return {
    ...optional('from_country', from),
    ...optional('arrival_place', place),
    ...optional('operation', saysNothing(operation) ? undefined : operation),
  };
}

/** `{ [key]: value }`, or nothing where there is no value. */
function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
