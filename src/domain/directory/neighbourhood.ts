import type { Labels } from '../text.ts';

/**
 * A body of the neighbourhood: mahalla committee, village assembly, council of elders. It stands in the
 * directory and never has an account, an invitation, a service or a packet (design 4). The database says the same.
 */
export const NEIGHBOURHOOD_BODY = 'neighbourhood_body';

/** Names by which such bodies are known; whoever writes one down under another kind is asked again. */
const COLLECTIVE =
  /mahalla|махалл|маҳалл|oqsoqol|aksakal|аксакал|оқсоқол|elders|старейшин|village assembly|village council|neighbou?rhood (council|committee|assembly)|qishloq yigʻin|сход|ma[sʼ]ʼ?lahat kengash/i;

/** Whether an organisation may receive anything about a person. */
export function mayReceive(kind: string | undefined): boolean {
  return kind !== NEIGHBOURHOOD_BODY;
}

/** Whether somebody named a body of the neighbourhood and called it something else. */
export function misnamed(kind: string, name: Labels): boolean {
  return mayReceive(kind) && Object.values(name).some((word) => COLLECTIVE.test(word ?? ''));
}
