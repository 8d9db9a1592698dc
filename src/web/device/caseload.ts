import type { Role } from '#domain/access/role.ts';

/** Roles that carry files on the device and therefore set a PIN. */
const CASELOAD_ROLES: readonly Role[] = ['caseworker', 'supervisor'];
export function hasCaseload(role: Role | null): boolean {
  return role !== null && CASELOAD_ROLES.includes(role);
}

export const LAST_STORAGE = 'w.last';

/** The storage that was opened last on this device, for unlocking without the server. */
export function lastStorageName(): string | undefined {
  return localStorage.getItem(LAST_STORAGE) ?? undefined;
}
