import { Trans, useLingui } from '@lingui/react/macro';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { listedEmergencies } from '#domain/case/emergency-opening.ts';
import { useAsk, useAskPages } from '../ask.ts';
import { Choice } from '../case/choice.tsx';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { InVain } from './in-vain.tsx';
import { OneOpening } from './one-opening.tsx';

const EMERGENCIES = 'emergency-openings';
const page = listedEmergencies.transform(({ openings: rows, next }) => ({ rows, next }));

/** Files that were opened in an emergency: for the supervisor to look at, for the officer to watch. */
export function OpeningsScreen() {
  const { t } = useLingui();
  const [state, setState] = useState<'waiting' | 'reviewed'>('waiting');
  const path = `/api/emergency-openings?state=${state}`;
  const asked = useAskPages(
    [EMERGENCIES, state],
    (after) => `${path}${after === null ? '' : `&after=${after}`}`,
    page,
  );
  const first = useAsk([EMERGENCIES, 'first'], '/api/emergency-openings', listedEmergencies);
  const inVain = first.value?.in_vain ?? [];
  return (
    <Page
      title={t`Openings in an emergency`}
      intro={
        <Trans>
          Somebody was with a person and opened a file that is not theirs. Each opening is looked
          at.
        </Trans>
      }
    >
      {inVain.length === 0 ? null : <InVain rows={inVain} />}
      <Choice
        path="state"
        legend={<Trans>Show</Trans>}
        options={[
          { value: 'waiting', label: t`To be looked at` },
          { value: 'reviewed', label: t`Looked at` },
        ]}
        value={state}
        onChange={setState}
      />
      <div style={{ marginBlockStart: '1rem' }}>
        <Answered asked={asked}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                icon={<IconShieldCheck size={44} aria-hidden />}
                title={<Trans>Nothing waits for you</Trans>}
              />
            ) : (
              <Section
                title={
                  state === 'waiting' ? <Trans>To be looked at</Trans> : <Trans>Looked at</Trans>
                }
              >
                <ul className={parts.list}>
                  {rows.map((row) => (
                    <OneOpening key={`${row.case_id}${row.id}`} row={row} />
                  ))}
                </ul>
                <More
                  shown={rows.length}
                  more={asked.more}
                  busy={asked.busy}
                  onMore={asked.showMore}
                />
              </Section>
            )
          }
        </Answered>
      </div>
    </Page>
  );
}
