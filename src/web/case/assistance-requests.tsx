import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { type AssistanceRequest, isUsed } from '#domain/case/assistance-request.ts';
import type { Problem } from '#domain/problem.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import { formatMoment, formatMoney } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { currencyChoices, figures } from './assistance-fields.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CommandForm } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useSay } from './use-cases.ts';
import { useMay } from './use-may.ts';
import { useNames } from './use-names.ts';

/** Assistance over the programme's limit: what was asked, and what the supervisor said. */
export function AssistanceRequests({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const requests = Object.values(file.state.assistance_request.requests)
    .filter(
      ({ request_id }) => !isUsed(file.state, request_id) || isLookedAtAfter(file, request_id),
    )
    .toSorted((a, b) => (a.asked_at < b.asked_at ? 1 : -1));
  const limits = file.model.assistance?.limits ?? [];
  if (requests.length === 0 && (limits.length === 0 || !may.append)) return null;
  return (
    <div style={{ marginBlock: '1rem' }}>
      <ul className={styles.list}>
        {requests.map((request) => (
          <li key={request.request_id}>
            <OneRequest file={file} request={request} />
          </li>
        ))}
      </ul>
      {may.append && limits.length > 0 ? <Ask file={file} /> : null}
    </div>
  );
}

/** What was given at once stays in sight until the supervisor has looked at it. */
function isLookedAtAfter(file: CaseFile, requestId: string): boolean {
  return file.state.assistance_request.requests[requestId]?.status === 'waiting';
}

interface RequestProps {
  readonly file: CaseFile;
  readonly request: AssistanceRequest;
}

export function OneRequest({ file, request }: RequestProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const names = useNames();
  const what = formatMoney(i18n.locale, request.worth);
  const who = names.account(request.asked_by) ?? t`Somebody who has left`;
  const when = formatMoment(i18n.locale, request.asked_at);
  const state = {
    waiting: t`Waits for the supervisor`,
    approved: t`Approved`,
    declined: t`Not approved`,
  }[request.status];
  return (
    <>
      <div className={styles.tags}>
        <span className={styles.strong}>
          {label(file.model.assistance?.kinds ?? [], request.kind)}: {what}
        </span>
        <span className={styles.tag} data-tone={request.status === 'approved' ? 'some' : 'look'}>
          {state}
        </span>
      </div>
      <div className={styles.soft}>
        {request.given_as === undefined ? (
          <Trans>
            Asked for by {who}, {when}
          </Trans>
        ) : (
          <Trans>
            It could not wait and was given by {who}, {when}
          </Trans>
        )}
      </div>
      {request.words === undefined ? null : <p className={styles.quote}>{request.words}</p>}
      {request.reason === null ? null : (
        <p className={styles.quote}>
          <Trans>Answer: {request.reason}</Trans>
        </p>
      )}
      {request.status === 'waiting' ? <Decide file={file} request={request} /> : null}
    </>
  );
}

/** The supervisor's yes or no; never to what one asked for oneself. */
function Decide({ file, request }: RequestProps) {
  const { t } = useLingui();
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const { request_id } = request;
  if (!may.approve) return null;
  if (request.asked_by === file.situation.actor.id) {
    return (
      <Notice>
        <Trans>You asked for this yourself: somebody else decides.</Trans>
      </Notice>
    );
  }
  async function approve() {
    const said = await say('approve_assistance', { request_id });
    setProblem('problem' in said ? said.problem : undefined);
  }
  return (
    <>
      <div className={styles.buttons} style={{ marginBlockStart: '0.6rem' }}>
        <Button onClick={approve}>
          <Trans>Approve</Trans>
        </Button>
        <CommandForm
          file={file}
          kind="decline_assistance"
          about={request_id}
          open={<Trans>Do not approve</Trans>}
          submit={<Trans>Do not approve</Trans>}
          initial={{ reason: '' }}
          body={(value) => ({ ...value, request_id })}
          paths={['reason']}
        >
          {(value, change) => (
            <CaseProse
              file={file}
              path="reason"
              label={t`Why not`}
              description={t`Your worker reads this.`}
              value={value.reason}
              onChange={(reason) => change({ reason })}
            />
          )}
        </CommandForm>
      </div>
      <ProblemText problem={problem} />
    </>
  );
}

function Ask({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const rules = file.model.assistance;
  const kinds = rules?.kinds ?? [];
  const initial = {
    kind: kinds[0]?.code ?? '',
    amount: '',
    currency: rules?.currencies[0] ?? '',
    words: '',
  };
  return (
    <CommandForm
      file={file}
      kind="ask_for_assistance"
      open={<Trans>Ask for more than the limit</Trans>}
      submit={<Trans>Ask the supervisor</Trans>}
      initial={initial}
      body={({ kind, amount, currency, words }) => ({
        ...{ request_id: uuid(), kind, words },
        worth: { amount: figures(amount), currency },
      })}
      paths={['kind', 'words', 'worth.amount', 'worth.currency']}
    >
      {(value, change) => (
        <>
          <p className={styles.soft} style={{ marginBlockStart: 0 }}>
            <Trans>What is urgent does not wait: write it down as given at once.</Trans>
          </p>
          <ChoiceField
            path="kind"
            label={t`What for`}
            value={value.kind}
            data={kinds.map(({ code }) => ({ value: code, label: label(kinds, code) }))}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          />
          <div className={styles.pair}>
            <TextField
              path="worth.amount"
              label={t`Amount`}
              inputMode="decimal"
              autoComplete="off"
              value={value.amount}
              onChange={(event) => change({ amount: event.currentTarget.value })}
            />
            <ChoiceField
              path="worth.currency"
              label={t`Currency`}
              value={value.currency}
              data={currencyChoices(file, i18n.locale)}
              onChange={(event) => change({ currency: event.currentTarget.value })}
            />
          </div>
          <CaseProse
            file={file}
            path="words"
            label={t`What it is needed for`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}
