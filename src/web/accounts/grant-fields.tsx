import { useLingui } from '@lingui/react/macro';
import { ROLES, type Role } from '#domain/access/role.ts';
import type { RoleGrant } from '#domain/account/account.ts';
import { mayReceive } from '#domain/directory/neighbourhood.ts';
import { placeOptions } from '../directory/place-options.ts';
import { useOrganisations, usePlaces } from '../directory/use-directory.ts';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { ROLE_SCOPE } from './account-words.ts';

/** A participant's account is opened from the own file, not here. */
const GRANTED: readonly Role[] = ROLES.filter((role) => role !== 'participant');

interface GrantFieldsProps {
  readonly prefix: string;
  readonly value: RoleGrant;
  readonly onChange: (value: RoleGrant) => void;
}

/** Which role, and where: the role says in a sentence what it will see. */
export function GrantFields({ prefix, value, onChange }: GrantFieldsProps) {
  const { t, i18n } = useLingui();
  const places = usePlaces().value ?? [];
  const organisations = (useOrganisations().value ?? []).filter(
    ({ kind, merged_into }) => merged_into === null && mayReceive(kind),
  );
  return (
    <div className={parts.stack}>
      <ChoiceField
        path={`${prefix}role`}
        label={t`Role`}
        description={i18n._(ROLE_SCOPE[value.role])}
        value={value.role}
        data={GRANTED.map((role) => ({ value: role, label: i18n._(ROLE_NAMES[role]) }))}
        onChange={(event) => {
          const role = GRANTED.find((one) => one === event.currentTarget.value);
          if (role === undefined) return;
          const organisation_id = role === 'partner' ? value.organisation_id : null;
          onChange({ ...value, role, organisation_id });
        }}
      />
      <ChoiceField
        path={`${prefix}place_id`}
        label={t`Place`}
        description={t`The role holds in this place and below it.`}
        value={value.place_id ?? ''}
        data={[{ value: '', label: t`No place` }, ...placeOptions(places, i18n.locale)]}
        onChange={(event) => onChange({ ...value, place_id: event.currentTarget.value || null })}
      />
      {value.role === 'partner' ? (
        <ChoiceField
          path={`${prefix}organisation_id`}
          label={t`Organisation`}
          value={value.organisation_id ?? ''}
          data={[
            { value: '', label: t`Please choose` },
            ...organisations.map((one) => ({
              value: one.id,
              label: labelIn(i18n.locale, one.name),
            })),
          ]}
          onChange={(event) =>
            onChange({ ...value, organisation_id: event.currentTarget.value || null })
          }
        />
      ) : null}
    </div>
  );
}
