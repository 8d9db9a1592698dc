import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconHeartHandshake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { v7 as uuid } from 'uuid';
import {
  ASSISTANCE_WITHDRAWALS,
  type Assistance,
  assistanceOf,
  totalsOf,
} from '#domain/case/assistance.ts';
import { formatDay, formatMoney } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import {
  ASSISTANCE_PATHS,
  AssistanceFields,
  assistanceBody,
  assistanceDraft,
} from './assistance-fields.tsx';
import { AssistanceLimit, requestFor } from './assistance-limit.tsx';
import { AssistanceReceipts, useReceipts } from './assistance-receipts.tsx';
import { AssistanceRequests } from './assistance-requests.tsx';
import { ASSISTANCE_WITHDRAWAL_WORDS, givenText, RECEIVED_BY_WORDS } from './assistance-words.ts';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { useLabel } from './labels.ts';
import { useMay } from './use-may.ts';
import { useOrganisations } from './use-organisations.ts';

/** What came into somebody's hands: by whom, how much, with its receipt. */
export function AssistanceSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const list = assistanceOf(file.state.assistance);
  const receipts = useReceipts(file);
  return (
    <Section title={<Trans>Assistance given</Trans>}>
      {list.length === 0 ? (
        <EmptyState
          icon={<IconHeartHandshake size={44} aria-hidden />}
          title={<Trans>Nothing written down yet</Trans>}
        >
          <Trans>What was given: money, food, rent, a ticket. Also what others paid for.</Trans>
        </EmptyState>
      ) : (
        <Totals list={list} />
      )}
      <ul className={styles.list}>
        {list.map((entry) => (
          <Entry key={entry.assistance_id} file={file} entry={entry} receipts={receipts} />
        ))}
      </ul>
      {may.append && file.model.assistance !== undefined ? <Record file={file} /> : null}
      <AssistanceRequests file={file} />
    </Section>
  );
}

function Totals({ list }: { readonly list: readonly Assistance[] }) {
  const { i18n } = useLingui();
  const { sums, unvalued } = totalsOf(list);
  return (
    <dl className={styles.facts} data-totals>
      {sums.map(({ as, currency, amount }) => (
        <div key={`${as} ${currency}`} style={{ display: 'contents' }}>
          <dt>{as === 'money' ? <Trans>Money in all</Trans> : <Trans>Goods worth about</Trans>}</dt>
          <dd className={styles.strong}>{formatMoney(i18n.locale, { amount, currency })}</dd>
        </div>
      ))}
      {unvalued === 0 ? null : (
        <>
          <dt>
            <Trans>Goods without a worth</Trans>
          </dt>
          <dd>
            <Plural value={unvalued} one="# entry" other="# entries" />
          </dd>
        </>
      )}
    </dl>
  );
}

function Record({ file }: { readonly file: CaseFile }) {
  return (
    <CommandForm
      file={file}
      kind="record_assistance"
      open={<Trans>Write down assistance</Trans>}
      initial={assistanceDraft(file)}
      body={(value) => assistanceBody(value, uuid(), requestFor(file, value, uuid))}
      paths={ASSISTANCE_PATHS}
    >
      {(value, change) => (
        <>
          <AssistanceFields file={file} value={value} change={change} />
          <AssistanceLimit file={file} value={value} change={change} path="urgent" />
        </>
      )}
    </CommandForm>
  );
}

interface EntryProps {
  readonly file: CaseFile;
  readonly entry: Assistance;
  readonly receipts: ReturnType<typeof useReceipts>;
}

function Entry({ file, entry, receipts }: EntryProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const organisations = useOrganisations();
  const { payer, received, withdrawn } = entry;
  const paid =
    payer.name ??
    organisations.find(({ id }) => id === payer.organisation_id)?.name ??
    t`an organisation of the directory`;
  const hands = received.name ?? i18n._(RECEIVED_BY_WORDS.person);
  return (
    <li data-assistance={entry.assistance_id}>
      <div className={styles.tags}>
        <h3 style={{ margin: 0, fontSize: '1.0625rem' }}>
          {label(file.model.assistance?.kinds ?? [], entry.kind)}
        </h3>
        <span className={styles.strong}>{givenText(i18n.locale, entry)}</span>
        {withdrawn === null ? null : (
          <span className={styles.tag} data-tone="look">
            {i18n._(ASSISTANCE_WITHDRAWAL_WORDS[withdrawn])}
          </span>
        )}
      </div>
      <div className={styles.soft}>
        <Trans>
          {formatDay(i18n.locale, entry.on)} · paid by {paid} · received by {hands}
        </Trans>
      </div>
      {entry.note === undefined ? null : <p className={styles.quote}>{entry.note}</p>}
      <AssistanceReceipts file={file} entry={entry} receipts={receipts} />
      {withdrawn !== null ? null : (
        <div className={styles.buttons}>
          <Link
            to="/cases/$id/slip/$given"
            params={{ id: file.row.id, given: entry.assistance_id }}
            className={styles.link}
          >
            <Trans>Slip to sign</Trans>
          </Link>
          {may.append ? (
            <>
              <Correct file={file} entry={entry} />
              <Withdraw file={file} entry={entry} />
            </>
          ) : null}
        </div>
      )}
    </li>
  );
}

/** Puts an entry right; what was written first stays readable in the timeline. */
function Correct({ file, entry }: Omit<EntryProps, 'receipts'>) {
  const { t } = useLingui();
  const { actor, role } = file.situation;
  if (file.unsent.has(entry.by)) return null;
  if (entry.said_by !== actor.id && role !== 'supervisor') return null;
  return (
    <CommandForm
      file={file}
      kind="correct_fact"
      about={entry.by}
      variant="subtle"
      open={<Trans>Correct</Trans>}
      initial={{ ...assistanceDraft(file, entry), reason: '' }}
      body={({ reason, ...value }) => ({
        ...{ fact_id: entry.by, compartment: 'general', reason },
        body: {
          ...assistanceBody(value, entry.assistance_id, {
            ...(entry.request_id === undefined ? {} : { request_id: entry.request_id }),
            ...(entry.urgent === undefined ? {} : { urgent: entry.urgent }),
          }),
        },
      })}
      paths={['reason', ...ASSISTANCE_PATHS.map((path) => `body.${path}`)]}
    >
      {(value, change) => (
        <>
          <AssistanceFields file={file} value={value} change={change} at="body." />
          <CaseProse
            file={file}
            path="reason"
            label={t`Why it is corrected`}
            description=""
            minRows={2}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
        </>
      )}
    </CommandForm>
  );
}

function Withdraw({ file, entry }: Omit<EntryProps, 'receipts'>) {
  const { i18n } = useLingui();
  const { assistance_id } = entry;
  const initial: { reason: (typeof ASSISTANCE_WITHDRAWALS)[number] } = { reason: 'said_in_error' };
  return (
    <CommandForm
      file={file}
      kind="withdraw_assistance"
      about={assistance_id}
      variant="subtle"
      open={<Trans>Take back</Trans>}
      initial={initial}
      body={({ reason }) => ({ assistance_id, reason })}
      paths={['reason']}
    >
      {(value, change) => (
        <Choice
          path="reason"
          legend={<Trans>Why</Trans>}
          options={ASSISTANCE_WITHDRAWALS.map((code) => ({
            value: code,
            label: i18n._(ASSISTANCE_WITHDRAWAL_WORDS[code]),
          }))}
          value={value.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
    </CommandForm>
  );
}
