import { type Details, hours } from './directory.ts';
import type { Document } from './hsds/read-directory.ts';

// Between what a coordinator writes down in words and the document of HSDS 3 in which it is kept. What a document holds
// beside that (it came from elsewhere) stays as it is.

type Part = Document & { readonly id: string };
/** What of a service's document is shown and changed here. */
export type Told = Pick<
  Details,
  'description' | 'eligibility' | 'phone' | 'cost' | 'required_documents' | 'hours'
>;

const list = (document: Document, key: string) => (document[key] as Part[] | undefined) ?? [];
const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** What is told of a service, read from its document. */
export function toldOf(document: Document): Told {
  return {
    description: words(document.description),
    eligibility: words(document.eligibility_description),
    phone: words(list(document, 'phones')[0]?.number),
    cost: words(document.fees_description),
    required_documents: list(document, 'required_documents').flatMap(
      (one) => words(one.document) ?? [],
    ),
    hours: list(document, 'schedules').flatMap((one) => hoursOf(one) ?? []),
  };
}

/** The document after a change; ids of parts that stay the same are kept. */
export function withTold(document: Document, told: Told, newId: () => string): Document {
  const { description: _d, eligibility_description: _e, fees_description: _f, ...rest } = document;
  const [first, ...others] = list(document, 'phones');
  const own = told.phone === null ? [] : [{ ...(first ?? part(newId)), number: told.phone }];
  const papers = list(document, 'required_documents');
  const schedules = list(document, 'schedules');
  return without({
    ...rest,
    description: told.description,
    eligibility_description: told.eligibility,
    fees_description: told.cost,
    phones: [...own, ...others],
    required_documents: told.required_documents.map(
      (text) => papers.find((one) => one.document === text) ?? { ...part(newId), document: text },
    ),
    schedules: [
      ...schedules.filter((one) => hoursOf(one) === null),
      ...told.hours.map((one) => ({
        ...part(newId),
        ...{ freq: 'WEEKLY', byday: one.days.join(','), opens_at: one.opens_at },
        closes_at: one.closes_at,
      })),
    ],
  });
}

/** Hours as people say them, or null where a schedule says more than that. */
function hoursOf(schedule: Document): Told['hours'][number] | null {
  if (schedule.freq !== 'WEEKLY' || schedule.valid_to !== undefined) return null;
  const clock = (value: unknown) => String(value ?? '').slice(0, 5);
  const said = hours.safeParse({
    days: String(schedule.byday ?? '').split(','),
    opens_at: clock(schedule.opens_at),
    closes_at: clock(schedule.closes_at),
  });
  return said.success ? said.data : null;
}

function part(newId: () => string): Part {
  return { id: newId() };
}

/** Without what is empty: HSDS leaves out what is not said. */
function without(document: Document): Document {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
