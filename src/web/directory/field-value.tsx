import { useLingui } from '@lingui/react/macro';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { WEEKDAYS } from '#domain/directory/open-hours.ts';
import { useLabel } from '../case/labels.ts';
import { formatDay, labelIn, languageName } from '../ui/format.ts';
import { SERVES_WORDS, STAFF_WORDS, weekdayName } from './directory-words.ts';
import { OTHER_KINDS } from './organisation-kinds.ts';
import type { PlaceRow } from './use-directory.ts';

interface FieldValueProps {
  readonly field: string;
  readonly value: unknown;
  readonly model: ProgrammeModel;
  readonly places: readonly PlaceRow[];
}

/** What stands in one field of an entry, in lines that somebody can compare. */
export function FieldValue(props: FieldValueProps) {
  const lines = useLines(props);
  return (
    <div>
      {lines.map((line) => (
        <div key={line} style={{ overflowWrap: 'anywhere' }}>
          <bdi>{line}</bdi>
        </div>
      ))}
    </div>
  );
}

function useLines({ field, value, model, places }: FieldValueProps): string[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { locale } = i18n;
  if (value === undefined || value === null) return [t`Nothing is written down`];
  if (typeof value === 'boolean') return [value ? t`yes` : t`no`];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') {
    if (field === 'place_id') {
      return [labelIn(locale, places.find((one) => one.id === value)?.name ?? {}) || value];
    }
    if (field === 'need_domain') return [label(model.need_domains, value)];
    if (field === 'purpose') return [label(model.consent_purposes, value)];
    const other = OTHER_KINDS[value];
    if (field === 'kind') {
      return [other === undefined ? label(model.need_domains, value) : i18n._(other)];
    }
    if (field === 'serves') return [i18n._(wordOf(SERVES_WORDS, value))];
    if (field === 'staff') return [i18n._(wordOf(STAFF_WORDS, value))];
    return [value];
  }
  if (field === 'languages' && Array.isArray(value)) {
    return [value.map((one) => languageName(locale, String(one))).join(', ')];
  }
  if (Array.isArray(value)) return value.map((one) => partLine(one, locale));
  const object = value as Readonly<Record<string, unknown>>;
  if (field === 'name') {
    return Object.entries(object).map(([tag, word]) => `${languageName(locale, tag)}: ${word}`);
  }
  if (field === 'ages') {
    const [from, to] = [object.minimum_age, object.maximum_age];
    return [`${from ?? '…'}–${to ?? '…'}`];
  }
  if (field === 'capacity') {
    const { capacity, places_free, waiting_days, assured_on } = object;
    return [
      ...(typeof capacity === 'number' ? [t`Places: ${capacity}`] : []),
      ...(typeof places_free === 'number' ? [t`Free: ${places_free}`] : []),
      ...(typeof waiting_days === 'number' ? [t`Days to wait: ${waiting_days}`] : []),
      ...(typeof assured_on === 'string'
        ? [`${t`Made sure of`}: ${formatDay(locale, assured_on)}`]
        : []),
    ];
  }
  return [partLine(object, locale)];
}

function wordOf<Word>(words: Readonly<Record<string, Word>>, code: string): Word {
  const word = words[code] ?? Object.values(words)[0];
  if (word === undefined) throw new Error(`no word for ${code}`);
  return word;
}

/** A part of a document in one line: what people read first, else all that it says. */
function partLine(part: unknown, locale: string): string {
  if (typeof part !== 'object' || part === null) return String(part);
  const { id: _id, ...said } = part as Readonly<Record<string, unknown>>;
  if (typeof said.byday === 'string' && typeof said.opens_at === 'string') {
    const days = said.byday
      .split(',')
      .flatMap((one) => WEEKDAYS.find((day) => day === one) ?? [])
      .map((day) => weekdayName(locale, day));
    return `${days.join(', ')} ${said.opens_at.slice(0, 5)}–${String(said.closes_at ?? '').slice(0, 5)}`;
  }
  for (const key of ['number', 'document', 'name', 'option', 'code']) {
    if (typeof said[key] === 'string') return said[key];
  }
  return Object.values(said)
    .flatMap((one) => (typeof one === 'object' && one !== null ? [] : [String(one)]))
    .join(', ');
}
