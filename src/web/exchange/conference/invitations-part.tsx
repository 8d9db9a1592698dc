import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { invitationList } from '#domain/exchange/conference/registration-view.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { FieldProblems, otherProblems, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { LocalField } from './more-time-part.tsx';
import { useSend } from './use-send.ts';

/** Links that open registration past the quotas, for those whom they are sent to. */
export function InvitationsPart({ edition }: { readonly edition: string }) {
  const { t } = useLingui();
  const path = `/api/exchange/editions/${edition}/invitations-by-link`;
  const asked = useAsk(['exchange', 'invitations', edition], path, invitationList);
  const { send, problem, busy } = useSend();
  const [draft, setDraft] = useState({ label: '', uses: '1', until: '' });
  const [link, setLink] = useState<string>();
  const zone = asked.value?.time_zone ?? '';
  async function make() {
    const uses = /^\d{1,4}$/.test(draft.uses) ? Number(draft.uses) : draft.uses;
    const body = { ...draft, uses, label: draft.label.trim(), id: uuid() };
    const made = await send('POST', path, body, z.object({ link: z.string() }));
    setLink(made?.link);
    if (made !== undefined) setDraft({ label: '', uses: '1', until: '' });
  }
  return (
    <Section title={<Trans>Invitations by link</Trans>}>
      <p>
        <Trans>
          Whoever registers by such a link passes the quotas and needs no further word; a seat must
          be free all the same.
        </Trans>
      </p>
      <Answered asked={asked}>
        {({ rows }) => (
          <ul>
            {rows.map(({ id, label, uses, used, until, ended }) => {
              const end = until.replace('T', ' ');
              return (
                <li key={id}>
                  <Trans>
                    {label}: {used} of {uses} used, until {end}
                  </Trans>{' '}
                  {ended ? (
                    <Trans>(ended)</Trans>
                  ) : (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      loading={busy}
                      onClick={() => void send('DELETE', `${path}/${id}`)}
                    >
                      <Trans>End it</Trans>
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
      <FieldProblems problem={problem}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextField
              path="label"
              label={t`Whom it is for`}
              maxLength={200}
              value={draft.label}
              onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
            />
            <TextField
              path="uses"
              label={t`For how many people`}
              inputMode="numeric"
              value={draft.uses}
              onChange={(event) => setDraft({ ...draft, uses: event.currentTarget.value })}
            />
            <LocalField
              path="until"
              label={t`Until, on the clock of ${zone}`}
              value={draft.until}
              onChange={(until) => setDraft({ ...draft, until })}
            />
          </SimpleGrid>
          <ProblemText problem={otherProblems(problem, ['label', 'uses', 'until'])} />
          {link === undefined ? null : (
            <div role="status">
              <TextInput
                readOnly
                label={t`The link: it is shown this once`}
                value={link}
                onFocus={(event) => event.currentTarget.select()}
              />
            </div>
          )}
          <div>
            <Button variant="default" loading={busy} onClick={() => void make()}>
              <Trans>Make a link</Trans>
            </Button>
          </div>
        </Stack>
      </FieldProblems>
    </Section>
  );
}
