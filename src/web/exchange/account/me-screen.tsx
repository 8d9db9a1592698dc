import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import type { Problem } from '#domain/problem.ts';
import { call } from '../../http.ts';
import { FieldProblems, otherProblems, TextField, unfilled } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Notice, ProblemText } from '../../ui/problem-text.tsx';
import { useParticipant } from '../use-participant.ts';
import {
  countryOf,
  drafted,
  type ParticipantDraft,
  ParticipantFields,
} from './participant-fields.tsx';

/** What the exchange knows about oneself. */
export function MeScreen() {
  const { t } = useLingui();
  const me = useParticipant();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<ParticipantDraft>({ ...me, country: drafted(me.country) });
  const [zone, setZone] = useState(me.time_zone);
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = unfilled({ name: draft.name, time_zone: zone });
    setProblem(missing);
    setSaved(false);
    if (missing !== undefined) return;
    const { name, languages } = draft;
    const body = {
      ...{ name: name.trim(), country: countryOf(draft), languages },
      ...{ institution_id: me.institution_id, time_zone: zone.trim(), version: me.version },
    };
    const reply = await call('/api/exchange/me', z.unknown(), { method: 'PUT', body });
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['exchange', 'me'] });
    setSaved(true);
  }

  return (
    <Page title={t`About me`} intro={<Trans>Seen by the organisers of your conferences.</Trans>}>
      <Section title={<Trans>What the exchange knows about you</Trans>}>
        <FieldProblems problem={problem}>
          <form onSubmit={submit} noValidate>
            <Stack>
              <ParticipantFields
                draft={draft}
                change={(patch) => setDraft({ ...draft, ...patch })}
              />
              <TextField
                path="time_zone"
                label={t`Time zone`}
                description={t`Its name, such as Asia/Tashkent or Europe/Brussels.`}
                value={zone}
                onChange={(event) => setZone(event.currentTarget.value)}
              />
              <ProblemText problem={otherProblems(problem, ['name', 'country', 'time_zone'])} />
              {saved ? (
                <div role="status">
                  <Notice>
                    <Trans>Saved.</Trans>
                  </Notice>
                </div>
              ) : null}
              <Button type="submit">
                <Trans>Save</Trans>
              </Button>
            </Stack>
          </form>
        </FieldProblems>
      </Section>
    </Page>
  );
}
