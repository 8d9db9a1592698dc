import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { AUTHORITY_KINDS, REQUEST_OUTCOMES } from '#domain/case/authority-request.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { AUTHORITY_WORDS, REQUEST_OUTCOME_WORDS, TOLD_WORDS } from './safeguard-words.ts';

type Asked = CommandBodies['record_authority_request'];

/** That an authority asked about the person, and what it was answered. Nothing is sent from here. */
export function AuthorityRequests({ file }: { readonly file: CaseFile }) {
  const { i18n } = useLingui();
  const facts = file.facts.filter((fact) => fact.kind === 'authority_request_recorded');
  return (
    <Section title={<Trans>Requests by authorities</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          A record of what was asked and answered on paper. It releases nothing; the data protection
          officer sees that there was a request.
        </Trans>
      </p>
      <RequestForm file={file} />
      <ul className={styles.list}>
        {facts.map((fact) => {
          const said = fact.body as Asked | null;
          if (said === null) return null;
          return (
            <li key={fact.id}>
              <div className={styles.tags}>
                <strong>{said.asked_by}</strong>
                <span className={styles.tag}>{i18n._(REQUEST_OUTCOME_WORDS[said.outcome])}</span>
                <span className={styles.soft}>{formatDay(i18n.locale, said.asked_on)}</span>
              </div>
              <p className={styles.quote}>{said.asked_for}</p>
              <div className={styles.soft}>
                {said.claimed_ground} · {said.decided_by} · {i18n._(TOLD_WORDS[said.told_person])}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function RequestForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const initial: Omit<Asked, 'request_id' | 'given'> & { readonly given: string } = {
    ...{ asked_by: '', asked_on: file.situation.today, claimed_ground: '', asked_for: '' },
    ...{ outcome: 'refused', decided_by: '', decided_on: file.situation.today, given: '' },
    ...{ told_person: 'not_yet', authority: 'other' },
  };
  const TEXTS = [
    ['asked_by', t`Who asked (authority and name)`],
    ['claimed_ground', t`Law that they named`],
    ['decided_by', t`Who decided (name and office)`],
  ] as const;
  return (
    <CommandForm
      file={file}
      kind="record_authority_request"
      open={<Trans>Write down a request</Trans>}
      initial={initial}
      body={(value) => ({ ...value, request_id: uuid(), given: given(value.given) })}
      paths={[...Object.keys(initial)]}
    >
      {(value, change) => (
        <>
          {TEXTS.map(([path, label]) => (
            <TextField
              key={path}
              path={path}
              label={label}
              value={value[path]}
              onChange={(event) => change({ [path]: event.currentTarget.value })}
            />
          ))}
          <ChoiceField
            path="authority"
            label={t`Kind of authority`}
            data={AUTHORITY_KINDS.map((code) => ({
              value: code,
              label: i18n._(AUTHORITY_WORDS[code]),
            }))}
            value={value.authority ?? 'other'}
            onChange={(event) =>
              change({ authority: event.currentTarget.value as (typeof AUTHORITY_KINDS)[number] })
            }
          />
          <DayField
            path="asked_on"
            label={t`Asked on`}
            value={value.asked_on}
            onChange={(event) => change({ asked_on: event.currentTarget.value })}
          />
          <CaseProse
            file={file}
            path="asked_for"
            label={t`What they asked for`}
            description=""
            value={value.asked_for}
            onChange={(asked_for) => change({ asked_for })}
          />
          <Choice
            path="outcome"
            legend={<Trans>Answer</Trans>}
            options={REQUEST_OUTCOMES.map((code) => ({
              value: code,
              label: i18n._(REQUEST_OUTCOME_WORDS[code]),
            }))}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          {value.outcome === 'refused' ? null : (
            <CaseProse
              file={file}
              path="given"
              label={t`What left on paper`}
              description=""
              value={value.given}
              onChange={(what) => change({ given: what })}
            />
          )}
          <DayField
            path="decided_on"
            label={t`Decided on`}
            value={value.decided_on}
            onChange={(event) => change({ decided_on: event.currentTarget.value })}
          />
          <Choice
            path="told_person"
            legend={<Trans>Does the person know?</Trans>}
            options={(['told', 'not_yet', 'law_forbids'] as const).map((code) => ({
              value: code,
              label: i18n._(TOLD_WORDS[code]),
            }))}
            value={value.told_person}
            onChange={(told_person) => change({ told_person })}
          />
        </>
      )}
    </CommandForm>
  );
}
