import type { Refusal } from './outcome.ts';
import type { Asked, ResourceType } from './resource-types.ts';

/** No page holds more, whoever asks. */
export const FHIR_PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether this can be an id of ours at all. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * Reads a search. What is not known is refused and not passed over: a filter that is silently ignored
 * answers with more than was asked for.
 */
export function readSearch(type: ResourceType, query: URLSearchParams): Asked | Refusal {
  const params: Record<string, string> = {};
  let limit = FHIR_PAGE;
  let ids: string[] | undefined;
  let after: string | undefined;
  for (const [name, value] of query) {
    if (name === '_format' || name === '_pretty') continue;
    if (name in params) return wrong(name, 'is given twice');
    if (name === '_count') {
      if (!/^\d{1,6}$/.test(value) || Number(value) < 1) return wrong(name, 'must be 1 to 50');
      limit = Math.min(Number(value), FHIR_PAGE);
    } else if (name === '_id') {
      ids = value.split(',');
      if (ids.length > FHIR_PAGE) return wrong(name, 'names too many');
      ids = ids.filter(isId);
    } else if (name === '_after') {
      if (!isId(value)) return wrong(name, 'is not from a link of ours');
      after = value;
    } else {
      const known = type.search.find((one) => one.name === name);
      if (known === undefined) return wrong(name, 'is not supported');
      const read = readValue(known, value);
      if (read === null) return wrong(name, 'is not understood');
      params[name] = read;
    }
  }
  return {
    ...{ params, limit },
    ...(ids === undefined ? {} : { ids }),
    ...(after === undefined ? {} : { after }),
  };
}

function readValue({ type, codes, target }: ResourceType['search'][number], value: string) {
  if (value === '' || value.length > 2000) return null;
  if (type === 'string') return value.length > 200 ? null : value;
  const parts = value.split(',');
  if (type === 'token') {
    return parts.every((part) => codes?.includes(part)) ? value : null;
  }
  const ids = parts.map((part) => part.replace(new RegExp(`^${target}/`), ''));
  return ids.every(isId) && ids.length <= FHIR_PAGE ? ids.join(',') : null;
}

function wrong(name: string, what: string): Refusal {
  // A name that was typed is repeated only where it can be one: nothing else of what was sent is.
  const shown = /^_?[a-z][A-Za-z-]{0,30}$/.test(name)
    ? `The search parameter ${name}`
    : 'A search parameter';
  return { status: 400, text: `${shown} ${what}.` };
}
