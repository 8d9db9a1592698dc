import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { documentKindOf, documentKinds } from '#domain/case/document-kind.ts';
import { type Act, type Document, FROM, isUnderWay } from '#domain/case/document-state.ts';
import { formatDay, labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { DocumentForm, type DocumentProps } from './document-form.tsx';
import { DOCUMENT_STATUS_WORDS } from './document-words.ts';
import { useLabel } from './labels.ts';
import { TimelineList } from './timeline-section.tsx';
import { useMay } from './use-may.ts';

/** What may come next, the likeliest first. */
const ACTS: readonly Act[] = [
  ...(['supply', 'appeal', 'decide', 'lodge', 'issue', 'query'] as const),
  ...(['refuse', 'court', 'withdraw'] as const),
];

/** One paper: where it stands, what is next and by when, what happened, and what can be written down. */
export function DocumentCard({ file, document }: DocumentProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const kind = documentKindOf(file.model, document.kind);
  const name = label(documentKinds(file.model), document.kind);
  const { status, document_id } = document;
  const facts = file.facts.filter(
    ({ kind: fact, body }) =>
      fact.startsWith('document_') &&
      fact !== 'document_apart' &&
      (body as { document_id?: string } | null)?.document_id === document_id,
  );
  const unsent = facts.some(({ id }) => file.unsent.has(id));
  const acts = ACTS.filter((act) => FROM[act].includes(status));
  // What a court alone decides is not handed in at a window.
  const fit = kind?.by_court === true ? acts.filter((act) => act !== 'lodge') : acts;
  return (
    <li data-document={document.kind}>
      <div className={styles.tags}>
        <h3 style={{ margin: 0, fontSize: '1.0625rem' }}>{name}</h3>
        <span className={styles.tag} data-tone={isUnderWay(document) ? 'some' : undefined}>
          {i18n._(DOCUMENT_STATUS_WORDS[status])}
        </span>
        {unsent ? (
          <span className={styles.tag} data-tone="look">
            <Trans>not yet sent</Trans>
          </span>
        ) : null}
      </div>
      <Stands file={file} document={document} office={labelIn(i18n.locale, kind?.office ?? {})} />
      <details style={{ marginBlock: '0.4rem' }}>
        <summary>
          <Trans>What happened so far</Trans>
        </summary>
        <TimelineList file={file} facts={facts} />
      </details>
      {may.append && isUnderWay(document) ? (
        <div className={styles.buttons}>
          {fit.map((act, at) => (
            <DocumentForm
              key={act}
              file={file}
              document={document}
              act={act}
              first={at === 0 && status !== 'refused'}
            />
          ))}
        </div>
      ) : null}
    </li>
  );
}

interface StandsProps extends DocumentProps {
  readonly office: string;
}

/** In plain words: who has it, what is waited for, and how many days are left. */
function Stands({ file, document, office }: StandsProps) {
  const { i18n } = useLingui();
  const { status, awaits, missing, receipt, valid_until, last_on, conflict } = document;
  const day = (value: string) => formatDay(i18n.locale, value);
  const on = awaits?.on ?? null;
  return (
    <div>
      <NextStep document={document} office={office} />{' '}
      {on === null ? null : <DaysLeft file={file} document={document} on={on} />}
      {missing === null ? null : <p className={styles.quote}>{missing}</p>}
      <div className={styles.soft}>
        {last_on === null ? null : <Trans>Last step on {day(last_on)}.</Trans>}{' '}
        {receipt === null ? null : <Trans>Receipt {receipt}.</Trans>}{' '}
        {status === 'issued' && valid_until !== null ? (
          <Trans>Valid until {day(valid_until)}.</Trans>
        ) : null}
      </div>
      {conflict === undefined ? null : (
        <p className={styles.look}>
          <Trans>
            Somebody else wrote down another day for the hearing: {day(conflict.hearing_on)}. Write
            down the right one.
          </Trans>
        </p>
      )}
    </div>
  );
}

function NextStep({ document, office }: Pick<StandsProps, 'document' | 'office'>) {
  const { status, awaits } = document;
  switch (status) {
    case 'begun':
      return <Trans>Next: hand it in. {office}.</Trans>;
    case 'lodged':
      return <Trans>It lies with the office. {office}.</Trans>;
    case 'queried':
      return <Trans>Next: hand in what is still wanted.</Trans>;
    case 'refused':
      return awaits?.on === null ? (
        <Trans>It cannot be appealed. It can be handed in again, or go before a court.</Trans>
      ) : (
        <Trans>This happens often. Next: appeal, or hand it in again.</Trans>
      );
    case 'appealed':
      return <Trans>The appeal is being looked at.</Trans>;
    case 'in_court':
      return <Trans>A court looks at it.</Trans>;
    case 'granted':
      return <Trans>Next: fetch it together. {office}.</Trans>;
    case 'issued':
      return <Trans>It is in the person’s hand.</Trans>;
    case 'withdrawn':
      return <Trans>It can be applied for again at any time.</Trans>;
  }
}

function DaysLeft({ file, document, on }: DocumentProps & { readonly on: string }) {
  const { i18n } = useLingui();
  const left = Math.round((Date.parse(on) - Date.parse(file.situation.today)) / 86_400_000);
  const near = document.awaits?.what === 'appeal' ? 10 : 2;
  return (
    <span className={left <= near ? styles.tag : styles.soft} data-tone="look">
      <Until document={document} day={formatDay(i18n.locale, on)} />{' '}
      {left < 0 ? (
        <Trans>this day has passed</Trans>
      ) : left === 0 ? (
        <Trans>today</Trans>
      ) : (
        <Plural value={left} one="# day left" other="# days left" />
      )}
    </span>
  );
}

function Until({ document, day }: { readonly document: Document; readonly day: string }) {
  switch (document.awaits?.what) {
    case 'appeal':
      return <Trans>Appeal until {day}:</Trans>;
    case 'hearing':
      return <Trans>Hearing on {day}:</Trans>;
    case 'missing':
      return <Trans>By {day}:</Trans>;
    default:
      return <Trans>Answer due on {day}:</Trans>;
  }
}

/** A legal matter as everybody sees it: somebody works on it, and when next. */
export function ApartLine({ next_on }: { readonly next_on: string | null }) {
  const { i18n } = useLingui();
  const day = next_on === null ? '' : formatDay(i18n.locale, next_on);
  return (
    <li>
      <strong>
        <Trans>A legal matter</Trans>
      </strong>
      <div>
        <Trans>A specialist is working with the person.</Trans>{' '}
        {day === '' ? <Trans>No next day yet.</Trans> : <Trans>Next day: {day}.</Trans>}
      </div>
    </li>
  );
}
