import type { PersonRow } from './rows.ts';

interface NameParts {
  readonly given?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly family?: string | null | undefined;
  readonly single?: string | null | undefined;
}

/** A name as it is said: given, patronymic, family; or the one name that there is. Empty while unknown. */
export function nameText(name: NameParts | null | undefined): string {
  if (!name) return '';
  const parts = [name.given, name.patronymic, name.family, name.single];
  return parts.filter((part) => part !== undefined && part !== null && part !== '').join(' ');
}

/** How a person is spoken of on screens: as wished, with the name in papers where that differs. */
export function personName(person: Pick<PersonRow, 'name' | 'called'> | null): string {
  if (person === null) return '';
  return nameText(person.name) || (person.called ?? '');
}
