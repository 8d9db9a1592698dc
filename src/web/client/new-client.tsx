import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { type ClientSecret, clientSecret } from '#domain/client/client.ts';
import type { Problem } from '#domain/problem.ts';
import { useChange } from '../change.ts';
import { FieldProblems, otherProblems, TextField } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { OrganisationField } from './organisation-field.tsx';
import { CLIENTS } from './use-clients.ts';

/** A new system: how it is called here, and whose it is. */
export function NewClient({ made }: { readonly made: (secret: ClientSecret) => void }) {
  const { t } = useLingui();
  const change = useChange(CLIENTS);
  const [id, setId] = useState(() => uuid());
  const [name, setName] = useState('');
  const [organisation_id, setOrganisation] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  async function make(event: FormEvent) {
    event.preventDefault();
    const empty = Object.entries({ name: name.trim(), organisation_id });
    const fields = empty.flatMap(([path, value]) =>
      value === '' ? [{ path, code: 'required' }] : [],
    );
    if (fields.length > 0) return setProblem({ code: 'invalid_input', fields });
    setBusy(true);
    const body = { id, name: name.trim(), organisation_id };
    const said = await change('/api/clients', { method: 'POST', body }, clientSecret);
    setBusy(false);
    // Made at a try whose answer was lost: its secret is gone, the next try is another system.
    setId(uuid());
    setProblem(said.ok ? undefined : said.problem);
    if (said.ok) made(said.value);
  }
  return (
    <FieldProblems problem={problem}>
      <form onSubmit={make} noValidate className={parts.stack}>
        <TextField
          path="name"
          label={t`Name of the system, as you call it`}
          description={t`For example: registry of the polyclinic`}
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <OrganisationField value={organisation_id} onChange={setOrganisation} />
        <ProblemText problem={otherProblems(problem, ['name', 'organisation_id'])} />
        <div>
          <Button type="submit" loading={busy}>
            <Trans>Give access</Trans>
          </Button>
        </div>
      </form>
    </FieldProblems>
  );
}
