import { Trans, useLingui } from '@lingui/react/macro';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { listedConcern } from '#domain/case/concern.ts';
import { useAskPages } from '../ask.ts';
import { Choice } from '../case/choice.tsx';
import { CONCERN_ABOUT_WORDS, CONCERN_OUTCOME_WORDS } from '../case/concern-words.ts';
import { LINE_FILES } from '../case/line-file.ts';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { formatMoment } from '../ui/format.ts';
import { EmptyState, Page, Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';

const page = z
  .object({ concerns: z.array(listedConcern), next: z.string().nullable() })
  .transform(({ concerns: rows, next }) => ({ rows, next }));

/** Worries about somebody's safety, what is due first on top; no name and no words on a list. */
export function ConcernsScreen() {
  const { t } = useLingui();
  const [state, setState] = useState<'open' | 'closed'>('open');
  const asked = useAskPages(
    ['concerns', state],
    (after) => `/api/concerns?state=${state}${after === null ? '' : `&after=${after}`}`,
    page,
  );
  return (
    <Page
      title={t`Worries`}
      intro={<Trans>Somebody is afraid for a person’s safety. Each one is looked into.</Trans>}
    >
      <div style={{ marginBlockEnd: '1.1rem' }}>
        <Choice
          path="state"
          legend={<Trans>Show</Trans>}
          options={[
            { value: 'open', label: t`To be looked into` },
            { value: 'closed', label: t`Looked into` },
          ]}
          value={state}
          onChange={setState}
        />
      </div>
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
                state === 'open' ? <Trans>To be looked into</Trans> : <Trans>Looked into</Trans>
              }
            >
              <ul className={parts.list}>
                {rows.map((row) => (
                  <OneLine key={`${row.case_id}${row.id}`} row={row} />
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
    </Page>
  );
}

function OneLine({ row }: { readonly row: z.infer<typeof listedConcern> }) {
  const { i18n } = useLingui();
  const by = i18n._(ROLE_NAMES[row.raised_role]);
  const given = row.given_to;
  const queries = useQueryClient();
  // A file that was read before the worry was raised does not show it yet.
  const readAnew = () => void queries.invalidateQueries({ queryKey: [LINE_FILES, row.case_id] });
  const raised = formatMoment(i18n.locale, row.raised_at);
  const due = formatMoment(i18n.locale, row.due_at);
  return (
    <li>
      <div className={parts.tags}>
        <Link
          to="/cases/$id/$part"
          params={{ id: row.case_id, part: 'concerns' }}
          className={parts.link}
          onClick={readAnew}
        >
          {row.number}
        </Link>
        <span className={parts.tag} data-tone={row.urgency === 'now' ? 'urgent' : 'some'}>
          {row.urgency === 'now' ? <Trans>Now</Trans> : <Trans>Soon</Trans>}
        </span>
        {row.overdue ? (
          <span className={parts.tag} data-tone="look">
            <Trans>Overdue</Trans>
          </span>
        ) : null}
        {row.outcome === null ? null : (
          <span className={parts.tag}>{i18n._(CONCERN_OUTCOME_WORDS[row.outcome])}</span>
        )}
      </div>
      <div>
        <Trans>Comes from: {i18n._(CONCERN_ABOUT_WORDS[row.about])}</Trans>
      </div>
      {given === null ? null : (
        <div>
          <Trans>Looks into it: {given}</Trans>
        </div>
      )}
      <div className={parts.soft}>
        <Trans>
          Said by: {by}, {raised}. To be looked into by {due}.
        </Trans>
      </div>
    </li>
  );
}
