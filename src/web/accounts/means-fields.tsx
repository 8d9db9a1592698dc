import { Trans, useLingui } from '@lingui/react/macro';
import type { InvitationMeans } from '#domain/account/invitation.ts';
import { Choice } from '../case/choice.tsx';
import { TextField } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';

interface MeansFieldsProps {
  readonly by: InvitationMeans['by'];
  readonly email: string;
  readonly onChange: (patch: { by?: InvitationMeans['by']; email?: string }) => void;
}

/** By a code on paper, for the many who have no e-mail, or by a link. */
export function MeansFields({ by, email, onChange }: MeansFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Choice
        path="means.by"
        legend={<Trans>By</Trans>}
        options={[
          { value: 'code', label: t`A code on paper` },
          { value: 'link', label: t`A link by e-mail` },
        ]}
        value={by}
        onChange={(chosen) => onChange({ by: chosen })}
      />
      {by === 'link' ? (
        <TextField
          path="means.email"
          type="email"
          label={t`E-mail`}
          description={t`The letter names neither the programme nor the role. The link works for three days.`}
          autoComplete="off"
          value={email}
          onChange={(event) => onChange({ email: event.currentTarget.value })}
        />
      ) : (
        <p className={parts.soft} style={{ margin: 0 }}>
          <Trans>You print the code and hand it over. It works once, for seven days.</Trans>
        </p>
      )}
    </>
  );
}
