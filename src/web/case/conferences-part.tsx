import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type ConferenceDecision, conferencesOf } from '#domain/case/conference.ts';
import { layoutOf } from '#domain/print/layout.ts';
import type { Problem } from '#domain/problem.ts';
import { PrintLink } from '../print/print-link.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { OUTCOME_WORDS } from './case-words.ts';
import { DECISION_OWNER_WORDS, VIEW_WORDS } from './commission-words.ts';
import { ConferenceForm } from './conference-form.tsx';
import { useLabel } from './labels.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';

/** Case conferences: who led, who sat there, what the person says, and what was decided. */
export function ConferencesPart({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const disciplines = file.model.commissions?.disciplines ?? [];
  const held = conferencesOf(file.state.conference);
  return (
    <Section title={<Trans>Case conferences</Trans>}>
      {held.length === 0 ? (
        <p className={styles.soft}>
          <Trans>None yet. The person’s own view is always heard first.</Trans>
        </p>
      ) : null}
      <ul className={styles.list}>
        {held.map((one) => (
          <li key={one.conference_id}>
            <h3 style={{ margin: 0, fontSize: '1.0625rem' }}>{formatDay(i18n.locale, one.on)}</h3>
            <div className={styles.soft}>
              <Trans>Led by {one.chair}</Trans> ·{' '}
              {one.disciplines.map((code) => label(disciplines, code)).join(', ')}
            </div>
            <p className={styles.quote}>{one.view}</p>
            <div className={styles.soft}>{i18n._(VIEW_WORDS[one.view_by])}</div>
            <ul className={styles.list}>
              {one.decisions.map((decision) => (
                <DecisionLine key={decision.decision_id} file={file} decision={decision} />
              ))}
            </ul>
            {may.append && layoutOf(file.model, 'decision') !== null ? (
              <PrintLink file={file} about={one.conference_id}>
                <Trans>Print what was decided</Trans>
              </PrintLink>
            ) : null}
          </li>
        ))}
      </ul>
      {may.append && disciplines.length > 0 ? <ConferenceForm file={file} /> : null}
    </Section>
  );
}

interface DecisionProps {
  readonly file: CaseFile;
  readonly decision: ConferenceDecision;
}

function DecisionLine({ file, decision }: DecisionProps) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const { decision_id, what, outcome } = decision;
  const owner = i18n._(DECISION_OWNER_WORDS[decision.owner]);
  const due = formatDay(i18n.locale, decision.due_on);
  async function end(how: 'done' | 'not_done') {
    const said = await say('end_conference_decision', { decision_id, outcome: how });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <li>
      <div>{what}</div>
      <div className={styles.tags}>
        <span className={styles.soft}>
          <Trans>
            by {owner}, until {due}
          </Trans>
        </span>
        {outcome === null ? null : (
          <span className={styles.tag} data-tone="some">
            <IconCheck size={16} aria-hidden />
            {i18n._(OUTCOME_WORDS[outcome])}
          </span>
        )}
      </div>
      {may.append && outcome === null ? (
        <div className={`${styles.buttons} no-print`}>
          <Button
            leftSection={<IconCheck size={20} aria-hidden />}
            aria-label={t`Done: ${what}`}
            onClick={() => end('done')}
          >
            <Trans>Done</Trans>
          </Button>
          <Button variant="subtle" onClick={() => end('not_done')}>
            {i18n._(OUTCOME_WORDS.not_done)}
          </Button>
        </div>
      ) : null}
      <ProblemText problem={problem} />
    </li>
  );
}
