import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Role } from '#domain/access/role.ts';

/** How each role is called on screens. */
export const ROLE_NAMES: Readonly<Record<Role, MessageDescriptor>> = {
  intake_officer: msg`Intake officer`,
  caseworker: msg`Support worker`,
  supervisor: msg`Supervisor`,
  specialist_health: msg`Health specialist`,
  specialist_psychosocial: msg`Psychosocial specialist`,
  specialist_legal: msg`Legal specialist`,
  specialist_protection: msg`Child protection specialist`,
  partner: msg`Partner`,
  coordinator: msg`Coordinator`,
  data_protection_officer: msg`Data protection officer`,
  complaints_officer: msg`Complaints officer`,
  administrator: msg`Administrator`,
  participant: msg`Participant`,
  mentor: msg`Mentor`,
};
