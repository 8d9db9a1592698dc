import { useLingui } from '@lingui/react';
import { role } from '#domain/access/role.ts';
import { ROLE_NAMES } from '../ui/role-names.ts';

/** The name of a role by its code; a role of before by its code alone. */
export function useRoleName(): (code: string) => string {
  const { i18n } = useLingui();
  return (code) => {
    const known = role.safeParse(code);
    return known.success ? i18n._(ROLE_NAMES[known.data]) : code;
  };
}
