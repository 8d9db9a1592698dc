import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type RecommendationRow,
  recommendationPage,
} from '#domain/exchange/recommendation/recommendation.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAskPages } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { useEditions } from '../start-screen.tsx';
import { useParticipant } from '../use-participant.ts';
import styles from './recommendation.module.css';
import { STATUS_NAMES } from './recommendation-words.ts';
import { RECOMMENDATIONS } from './use-recommendation.ts';
import { Worded } from './worded.tsx';

type Show = 'draft' | 'mine' | 'late' | 'adopted';
const QUERIES: Readonly<Record<Show, Readonly<Record<string, string>>>> = {
  draft: { stage: 'draft' },
  mine: { mine: 'yes', stage: 'adopted' },
  late: { late: 'yes' },
  adopted: { stage: 'adopted' },
};

/** Recommendations: being drafted, of one's own institution, overdue, all that were adopted. */
export function RecommendationsScreen() {
  const { t, i18n } = useLingui();
  const me = useParticipant();
  const editions = useEditions();
  const works = me.holdsAny('organiser', 'moderator', 'editor', 'interpreter', 'delegate');
  const [show, setShow] = useState<Show>(!works && me.institution_id !== null ? 'mine' : 'draft');
  const [edition, setEdition] = useState('');
  const asked = useAskPages(
    [...RECOMMENDATIONS, 'list', show, edition],
    (after) => {
      const query = new URLSearchParams(QUERIES[show]);
      if (edition !== '') query.set('edition', edition);
      if (after !== null) query.set('after', after);
      return `/api/exchange/recommendations?${query}`;
    },
    recommendationPage,
  );
  const lang = i18n.locale === 'ru' || i18n.locale === 'uz' ? i18n.locale : 'en';
  return (
    <Page
      title={t`Recommendations`}
      intro={<Trans>From the first words to somebody having acted.</Trans>}
      actions={<a href={`/exchange/${lang}/recommendations`}>{t`Public board`}</a>}
    >
      <Section title={<Trans>What is shown</Trans>}>
        <div className={parts.pair}>
          <ChoiceField
            path="show"
            label={t({ message: 'Recommendations', context: 'which ones are shown' })}
            value={show}
            data={[
              { value: 'draft', label: t`Being drafted` },
              { value: 'mine', label: t`Of my institution` },
              { value: 'late', label: t({ message: 'Overdue', context: 'recommendations' }) },
              { value: 'adopted', label: t`All that were adopted` },
            ]}
            onChange={(event) => setShow(event.currentTarget.value as Show)}
          />
          <ChoiceField
            path="edition"
            label={t`Conference`}
            value={edition}
            data={[
              { value: '', label: t`All conferences` },
              ...(editions.value?.editions ?? []).map(({ slug, title }) => ({
                value: slug,
                label: inLanguage(title, i18n.locale).text,
              })),
            ]}
            onChange={(event) => setEdition(event.currentTarget.value)}
          />
        </div>
      </Section>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconListCheck size={44} aria-hidden />}
              title={<Trans>There is no recommendation here</Trans>}
            />
          ) : (
            <Section title={<Trans>Recommendations</Trans>}>
              <ul className={parts.list}>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
              {asked.more ? (
                <Button variant="default" loading={asked.busy} onClick={asked.showMore}>
                  <Trans>Show more</Trans>
                </Button>
              ) : null}
            </Section>
          )
        }
      </Answered>
    </Page>
  );
}

function Row({ row }: { readonly row: RecommendationRow }) {
  const { i18n } = useLingui();
  const due = row.due_on === null ? null : formatDay(i18n.locale, row.due_on);
  return (
    <li>
      <Link to="/workspace/recommendations/$id" params={{ id: row.id }} className={parts.link}>
        <Trans>Recommendation {row.number}</Trans>
      </Link>
      <Marks row={row} />
      <p className={styles.words}>
        <Worded wording={row.text} />
      </p>
      <div className={parts.soft}>
        {row.lead === null ? <Trans>No owner yet</Trans> : <Worded wording={row.lead.name} />}
        {due === null ? null : (
          <>
            {' · '}
            <Trans>by {due}</Trans>
          </>
        )}
      </div>
    </li>
  );
}

/** Status, lateness and edition in a row. */
export function Marks({ row }: { readonly row: RecommendationRow }) {
  const { i18n } = useLingui();
  return (
    <div className={parts.tags}>
      <span className={parts.tag}>
        {row.adopted_on === null ? <Trans>Draft</Trans> : i18n._(STATUS_NAMES[row.status])}
      </span>
      {row.late === null ? null : (
        <span className={parts.tag} data-tone="urgent">
          {row.late === 'due' ? <Trans>Past its date</Trans> : <Trans>A report is overdue</Trans>}
        </span>
      )}
      {row.replaced_by === null ? null : (
        <span className={parts.tag}>
          <Trans>Replaced by {row.replaced_by}</Trans>
        </span>
      )}
    </div>
  );
}
