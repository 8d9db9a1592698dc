import { createHash } from 'node:crypto';

/**
 * The UUIDv7 of a thing that comes from a row of a list: always the same one, so that an import that was
 * cut goes on without doubling anybody. Its time is the list's.
 */
export function derivedId(listId: string, what: string, of: number | string): string {
  const hash = createHash('sha256').update(`${listId}\n${what}\n${of}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hash.charAt(3), 16) % 4);
  const [high = '', low = ''] = listId.split('-');
  return `${high}-${low}-7${hash.slice(4, 7)}-${variant}${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}
