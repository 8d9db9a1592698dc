import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type OwnAgreements, ownAgreements } from '#domain/exchange/agreement/agreement-sheet.ts';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';

/** Speaking of one's own life under another name: chosen by oneself, here. */
export function AliasSection({ alias: kept }: { readonly alias: OwnAgreements['alias'] }) {
  const { t } = useLingui();
  const me = useParticipant();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [alias, setAlias] = useState(kept?.alias ?? '');
  const [voice, setVoice] = useState(kept?.voice_only ?? true);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = { alias: alias.trim(), name: kept?.name ?? me.name, voice_only: voice };
    const reply = await call('/api/exchange/me/alias', ownAgreements, { method: 'PUT', body });
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setOpen(false);
    await queries.invalidateQueries({ queryKey: ['exchange'] });
  }

  return (
    <Section title={<Trans>Under another name</Trans>}>
      <p>
        <Trans>
          Whoever speaks of the own life may appear under another name. It then stands everywhere,
          also in what is out already; sessions are not recorded, and until the proceedings are out
          you may step back.
        </Trans>
      </p>
      {kept === null ? null : (
        <p>
          <Trans>
            You appear as {kept.alias}. Only organisers see {kept.name}.
          </Trans>
        </p>
      )}
      {open ? (
        <FieldProblems problem={problem}>
          <form onSubmit={submit} noValidate>
            <Stack>
              <TextField
                path="alias"
                label={t`Name under which you appear`}
                description={t`No part of your own name may be in it.`}
                maxLength={200}
                value={alias}
                onChange={(event) => setAlias(event.currentTarget.value)}
              />
              <Checkbox
                label={t`By voice only, without a picture`}
                checked={voice}
                onChange={(event) => setVoice(event.currentTarget.checked)}
              />
              <ProblemText problem={problem} />
              <Button type="submit">
                <Trans>Appear under this name</Trans>
              </Button>
            </Stack>
          </form>
        </FieldProblems>
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          <Trans>Choose another name</Trans>
        </Button>
      )}
    </Section>
  );
}
