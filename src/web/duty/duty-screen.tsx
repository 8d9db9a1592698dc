import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { duties, type listedDuty } from '#domain/duty/duty.ts';
import type { Problem } from '#domain/problem.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { useNames } from '../case/use-names.ts';
import { call } from '../http.ts';
import { Answered } from '../ui/answered.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { KeepDuty } from './keep-duty.tsx';
import { StandIns } from './stand-ins.tsx';

/** Who answers when somebody is in danger: now, and in the days ahead. */
export function DutyScreen() {
  const { t } = useLingui();
  const asked = useAsk(['duties'], '/api/duties', duties);
  const leads = useMe().role === 'supervisor';
  return (
    <Page
      title={t`On duty`}
      intro={
        <Trans>
          An urgent worry goes to whoever is on duty at that hour, by name. Where nobody is, it goes
          to the supervisor.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {({ duties: lines, abilities }) => (
          <>
            {lines.length === 0 ? (
              <EmptyState
                icon={<IconPhoneCall size={44} aria-hidden />}
                title={<Trans>Nobody is on duty: the supervisor answers</Trans>}
              />
            ) : (
              <Section title={<Trans>Now and in the days ahead</Trans>}>
                <ul className={parts.list}>
                  {lines.map((line) => (
                    <OneLine key={line.id} line={line} />
                  ))}
                </ul>
              </Section>
            )}
            {abilities.includes('keep') ? <KeepDuty /> : null}
            {leads ? <StandIns /> : null}
          </>
        )}
      </Answered>
    </Page>
  );
}

function OneLine({ line }: { readonly line: z.infer<typeof listedDuty> }) {
  const { i18n } = useLingui();
  const names = useNames();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  const from = formatMoment(i18n.locale, line.from_at);
  const until = formatMoment(i18n.locale, line.until_at);
  const role = line.role === null ? '' : i18n._(ROLE_NAMES[line.role]);
  async function end() {
    const reply = await call(`/api/duties/${line.id}`, z.unknown(), { method: 'DELETE' });
    if (!reply.ok) return setProblem(reply.problem);
    await queries.invalidateQueries({ queryKey: ['duties'] });
  }
  return (
    <li>
      <div className={parts.tags}>
        <strong>{line.name ?? '…'}</strong>
        {line.now ? (
          <span className={parts.tag} data-tone="some">
            <Trans>on duty now</Trans>
          </span>
        ) : null}
      </div>
      <div>
        <Trans>
          From {from} until {until}
        </Trans>
      </div>
      <div className={parts.soft}>
        {[role, names.place(line.place_id)].filter((text) => text).join(' · ')}
      </div>
      {line.abilities.includes('end') ? (
        <Button variant="default" onClick={() => void end()}>
          <Trans>Take off the list</Trans>
        </Button>
      ) : null}
      <ProblemText problem={problem} />
    </li>
  );
}
