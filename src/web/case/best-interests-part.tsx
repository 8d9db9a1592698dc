import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { standingDecisions } from '#domain/case/best-interests.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { BestInterestsForm } from './best-interests-form.tsx';
import type { CaseFile } from './case-file.ts';
import { DISCIPLINE_WORDS, HEARD_WORDS } from './child-words.ts';
import { LINE_FILES, useLineFile } from './line-file.ts';

type Decision = CommandBodies['decide_best_interests'];

/** Decisions on the child's best interests: supervisor and child protection, over the line only. */
export function BestInterestsPart({ file }: { readonly file: CaseFile }) {
  // A device never holds what is kept for protection.
  const { id } = file.row;
  const whole = useLineFile(id, true);
  const queries = useQueryClient();
  const waiting = file.facts.filter((fact) => isDecision(fact) && file.unsent.has(fact.id));
  const left = waiting.length;
  // What was sent is gone from this device: it is read over the line again.
  useEffect(() => {
    if (left === 0) void queries.invalidateQueries({ queryKey: [LINE_FILES, id] });
  }, [queries, id, left]);
  return (
    <Section title={<Trans>Best interests of the child</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          At least three disciplines decide together. Only the supervisor and child protection read
          it; nothing of it shows anywhere else. It needs the line.
        </Trans>
      </p>
      {whole === undefined ? <Waiting /> : null}
      {whole ? <Decisions file={whole} waiting={waiting} /> : null}
    </Section>
  );
}

const isDecision = ({ kind }: { readonly kind: string }) => kind === 'best_interests_decided';

function Decisions(props: { readonly file: CaseFile; readonly waiting: CaseFile['facts'] }) {
  const { file, waiting } = props;
  const standing = new Map(standingDecisions(file.state.best_interests));
  const facts = file.facts.filter(isDecision).toReversed();
  const [open] = standing.keys();
  return (
    <>
      <ul className={styles.list}>
        {waiting.map(({ id, body }) => (
          <OneDecision key={id} said={body as Decision} stands="unsent" />
        ))}
        {facts.map((fact) => {
          const said = fact.body as Decision | null;
          return said === null ? null : (
            <OneDecision key={fact.id} said={said} stands={standing.has(said.decision_id)} />
          );
        })}
      </ul>
      {file.state.stage.phase === 'closed' || waiting.length > 0 ? null : (
        <BestInterestsForm file={file} reviews={open} />
      )}
    </>
  );
}

function OneDecision(props: { readonly said: Decision; readonly stands: boolean | 'unsent' }) {
  const { said, stands } = props;
  const { t, i18n } = useLingui();
  const day = (value: string) => formatDay(i18n.locale, value);
  const lines: [string, string][] = [
    [t`Decision`, said.decision],
    [
      t`The child’s view`,
      `${i18n._(HEARD_WORDS[said.child_view.heard])}: ${said.child_view.words ?? ''}`,
    ],
    [
      t`Who decided`,
      said.panel
        .map((one) => `${one.name} (${i18n._(DISCIPLINE_WORDS[one.discipline])})`)
        .join(', '),
    ],
    [t`Looked at again on`, day(said.review_on)],
  ];
  return (
    <li>
      <div className={styles.tags}>
        <strong>{said.question}</strong>
        <span className={styles.soft}>{day(said.on)}</span>
        {stands === 'unsent' ? (
          <span className={styles.tag} data-tone="look">
            <Trans>not yet sent</Trans>
          </span>
        ) : null}
        {stands ? null : (
          <span className={styles.tag}>
            <Trans>looked at again since</Trans>
          </span>
        )}
      </div>
      <dl className={styles.facts} style={{ marginBlockStart: '0.5rem' }}>
        {lines.map(([label, text]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {said.options.map((option, index) => (
          <div key={option.what} style={{ display: 'contents' }}>
            <dt>
              <Trans>Option {index + 1}</Trans>
            </dt>
            <dd>
              {option.what}: {option.weighed}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
