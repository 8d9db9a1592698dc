import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type EvidenceCase, evidenceCase } from '#domain/exchange/evidence/evidence-table.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Notice } from '../../ui/problem-text.tsx';
import styles from './evidence.module.css';
import { Findings } from './findings.tsx';
import { PreviewTable } from './preview-table.tsx';
import { EVIDENCE_STATE_WORDS } from './state-words.ts';

/** One evidence table: its latest version, what was found, and what may be done with it. */
export function EvidenceScreen() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ strict: false });
  const asked = useAsk(
    ['exchange', 'evidence', 'one', id],
    `/api/exchange/evidence/${id}`,
    evidenceCase,
  );
  const title =
    asked.value === undefined ? undefined : inLanguage(asked.value.title, i18n.locale).text;
  return (
    <Page
      title={t`Evidence table`}
      heading={title}
      wide
      actions={
        asked.value === undefined || asked.value.state === 'waiting' ? undefined : (
          <Button
            component={Link}
            to={`/workspace/evidence/${id}/version`}
            variant="default"
            leftSection={<IconUpload size={20} aria-hidden />}
          >
            <Trans>Add a new version</Trans>
          </Button>
        )
      }
    >
      <Answered asked={asked}>{(table) => <Table table={table} />}</Answered>
    </Page>
  );
}

function Table({ table }: { readonly table: EvidenceCase }) {
  const { i18n } = useLingui();
  const { slug, shown, state, number, reason, own, preview, charts } = table;
  const locale = i18n.locale === 'ru' || i18n.locale === 'uz' ? i18n.locale : 'en';
  const base = `/exchange/${locale}/evidence/${slug}`;
  const uploaded = formatMoment(i18n.locale, table.uploaded_at);
  return (
    <>
      <Section title={<Trans>Where it stands</Trans>}>
        <p style={{ marginBlockStart: 0 }}>
          <strong>{i18n._(EVIDENCE_STATE_WORDS[state])}</strong>.{' '}
          <Trans>
            Version {number}, uploaded on {uploaded}.
          </Trans>{' '}
          {shown ? (
            <Anchor href={base}>
              <Trans>The page that everybody reads</Trans>
            </Anchor>
          ) : null}
        </p>
        {reason === null ? null : (
          <Notice>
            <Trans>Reason: {reason}</Trans>
          </Notice>
        )}
        {own && state === 'waiting' ? (
          <Notice>
            <Trans>You uploaded this version yourself: somebody else publishes it.</Trans>
          </Notice>
        ) : null}
        <Findings findings={preview.findings} />
        {table.publication_id === null ? null : (
          <p>
            <Link to="/workspace/publications/$id" params={{ id: table.publication_id }}>
              <Trans>To the second look at this version</Trans>
            </Link>
          </p>
        )}
      </Section>
      <Section title={<Trans>What it says of itself</Trans>}>
        <Description table={table} />
      </Section>
      <Section title={<Trans>What stands in it</Trans>}>
        <PreviewTable preview={preview} />
      </Section>
      {shown && charts.length > 0 ? (
        <Section title={<Trans>Charts</Trans>}>
          <p style={{ marginBlockStart: 0 }}>
            <Trans>
              An address of these, as a paragraph of its own in a practice or a session, becomes the
              chart.
            </Trans>
          </p>
          <ul>
            {charts.map(({ kind, along, value, series }, index) => (
              <li key={`${kind}${along}${value}${series}`}>
                <Anchor href={`${base}/chart-${index + 1}.svg`} dir="ltr">
                  {`${base}/chart-${index + 1}.svg`}
                </Anchor>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Description({ table }: { readonly table: EvidenceCase }) {
  const { title, method, denominators, source, period, geography } = table.description;
  return (
    <dl className={styles.facts} lang={table.lang}>
      <dt>
        <Trans>Title</Trans>
      </dt>
      <dd>{title}</dd>
      <dt>
        <Trans>How it was counted</Trans>
      </dt>
      <dd>{method}</dd>
      <dt>
        <Trans>What the numbers are parts of</Trans>
      </dt>
      <dd>{denominators}</dd>
      <dt>
        <Trans>Source of the figures</Trans>
      </dt>
      <dd>{source}</dd>
      <dt>
        <Trans>Period</Trans>
      </dt>
      <dd>{period}</dd>
      <dt>
        <Trans>Area covered</Trans>
      </dt>
      <dd>{geography}</dd>
    </dl>
  );
}
