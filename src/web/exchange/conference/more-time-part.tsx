import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useAsk } from '../../ask.ts';
import { ChoiceField, FieldProblems, otherProblems, useFieldError } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useCall } from './use-call.ts';
import { useSend } from './use-send.ts';

const graces = z.object({
  given: z.array(z.object({ participant_id: z.uuid(), name: z.string(), until: z.string() })),
  late: z.array(z.object({ participant_id: z.uuid(), name: z.string() })),
});

/** More time for single proposers who came after the end of the call. */
export function MoreTimePart({ edition }: { readonly edition: string }) {
  const { t } = useLingui();
  const call = useCall(edition);
  const asked = useAsk(
    ['exchange', 'more-time', edition],
    `/api/exchange/editions/${edition}/call/more-time`,
    graces,
  );
  const { send, problem, busy } = useSend();
  const [who, setWho] = useState('');
  const [until, setUntil] = useState('');
  const { late = [], given = [] } = asked.value ?? {};
  if (late.length === 0 && given.length === 0) return null;
  const zone = call.value?.time_zone ?? '';
  const chosen = who || (late[0]?.participant_id ?? '');
  return (
    <Section title={<Trans>More time for one person</Trans>}>
      {given.length === 0 ? null : (
        <ul>
          {given.map(({ participant_id, name, until: end }) => {
            const at = end.replace('T', ' ');
            return (
              <li key={participant_id}>
                <Trans>
                  {name}: until {at} ({zone})
                </Trans>
              </li>
            );
          })}
        </ul>
      )}
      {late.length === 0 ? null : (
        <FieldProblems problem={problem}>
          <Stack>
            <ChoiceField
              path="participant"
              label={t`Who came after the end`}
              value={chosen}
              data={late.map(({ participant_id, name }) => ({
                value: participant_id,
                label: name,
              }))}
              onChange={(event) => setWho(event.currentTarget.value)}
            />
            <LocalField
              path="until"
              label={t`Until, on the clock of ${zone}`}
              value={until}
              onChange={setUntil}
            />
            <ProblemText problem={otherProblems(problem, ['until'])} />
            <div>
              <Button
                loading={busy}
                onClick={() =>
                  void send('PUT', `/api/exchange/editions/${edition}/call/more-time/${chosen}`, {
                    until,
                  })
                }
              >
                <Trans>Give more time</Trans>
              </Button>
            </div>
          </Stack>
        </FieldProblems>
      )}
    </Section>
  );
}

/** A time on the clock of a named zone; never of this device. */
export function LocalField(props: {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const error = useFieldError(props.path);
  const { path, onChange, ...rest } = props;
  return (
    <TextInput
      {...rest}
      type="datetime-local"
      name={path}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value.slice(0, 16))}
    />
  );
}
