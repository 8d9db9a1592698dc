import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { dayAfter } from '#domain/case/calendar.ts';
import { documentKindOf } from '#domain/case/document-kind.ts';
import { type Act, type Document, FEE_PAYERS, WITHDRAWALS } from '#domain/case/document-state.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { ACT_WORDS, FEE_WORDS, WITHDRAWAL_WORDS } from './document-words.ts';
import { useLabel } from './labels.ts';

const COMMANDS = {
  lodge: 'lodge_document',
  query: 'query_document',
  supply: 'supply_document',
  refuse: 'refuse_document',
  appeal: 'appeal_document',
  court: 'take_document_to_court',
  decide: 'decide_document',
  issue: 'issue_document',
  withdraw: 'withdraw_document',
} as const satisfies Record<Act, keyof CommandBodies>;
type Kind = (typeof COMMANDS)[Act];

/** Which day ahead an act names, and by which name it travels. */
const AHEAD = {
  lodge: 'answer_due_on',
  query: 'by',
  supply: 'answer_due_on',
  refuse: 'appeal_by',
  appeal: 'answer_due_on',
  court: 'hearing_on',
  decide: 'appeal_by',
  issue: 'valid_until',
  withdraw: null,
} as const satisfies Record<Act, string | null>;

interface Draft {
  readonly on: string;
  /** The day ahead that this act names; '' = none was said. */
  readonly ahead: string;
  readonly office: string;
  readonly receipt: string;
  readonly fee: (typeof FEE_PAYERS)[number];
  readonly missing: string;
  readonly reason: string;
  readonly words: string;
  /** There is no appeal. */
  readonly final: boolean;
  readonly outcome: 'granted' | 'not_granted';
  readonly why: (typeof WITHDRAWALS)[number];
  /** Made with the form, so that saying it twice names the same milestone. */
  readonly milestone_id: string;
}

export interface DocumentProps {
  readonly file: CaseFile;
  readonly document: Document;
}

/** The body of an act out of what was typed. */
function bodyOf(
  act: Act,
  { document_id, compartment }: Document,
  draft: Draft,
  milestone: boolean,
): CommandBodies[Kind] {
  const { on, ahead } = draft;
  const base = { document_id, compartment, on };
  const office = given(draft.office);
  const appeal_by = draft.final || ahead === '' ? null : ahead;
  switch (act) {
    case 'lodge':
      return {
        ...{ ...base, office, receipt: given(draft.receipt), fee_paid_by: draft.fee },
        answer_due_on: ahead,
      };
    case 'query':
      return { ...base, missing: given(draft.missing), by: given(ahead) };
    case 'supply':
      return { ...base, answer_due_on: ahead };
    case 'refuse':
      return { ...base, office, reason: draft.reason, words: given(draft.words), appeal_by };
    case 'appeal':
      return { ...base, office, answer_due_on: ahead };
    case 'court':
      return { ...base, court: office, hearing_on: given(ahead) };
    case 'decide':
      return draft.outcome === 'granted'
        ? { ...base, outcome: 'granted' }
        : { ...base, outcome: 'not_granted', appeal_by };
    case 'issue': {
      const { milestone_id } = draft;
      return { ...base, valid_until: given(ahead), ...(milestone ? { milestone_id } : {}) };
    }
    case 'withdraw':
      return { ...base, reason: draft.why };
  }
}

/** What happened to a paper: a button that opens its few fields. */
export function DocumentForm(
  props: DocumentProps & { readonly act: Act; readonly first: boolean },
) {
  const { i18n } = useLingui();
  const { file, document, act, first } = props;
  const kind = documentKindOf(file.model, document.kind);
  const days = act === 'refuse' || act === 'decide' ? kind?.appeal_days : kind?.usual_days;
  const proposes = ['lodge', 'supply', 'appeal', 'refuse', 'decide'].includes(act);
  const aheadOf = (on: string) =>
    proposes && days !== undefined && on !== '' ? dayAfter(on, days) : '';
  const { today } = file.situation;
  const [reason] = file.model.documents?.refusal_reasons ?? [];
  const initial: Draft = {
    ...{ on: today, ahead: aheadOf(today), office: '', receipt: '', missing: '', words: '' },
    ...{ fee: kind?.fee === undefined ? 'no_fee' : 'person', reason: reason?.code ?? '' },
    ...{ final: false, outcome: 'granted', why: 'not_needed', milestone_id: uuid() },
  };
  const ahead = AHEAD[act];
  return (
    <CommandForm<Kind, Draft>
      file={file}
      kind={COMMANDS[act]}
      about={document.document_id}
      variant={first ? 'filled' : 'default'}
      open={i18n._(ACT_WORDS[act])}
      initial={initial}
      body={(value) => bodyOf(act, document, value, kind?.milestone !== undefined)}
      seen={() => ({ [`document:${document.document_id}`]: document.by })}
      paths={['on', ...(ahead === null ? [] : [ahead]), 'office', 'court', 'receipt', 'missing']}
    >
      {(value, change) => (
        <>
          <strong>{i18n._(ACT_WORDS[act])}</strong>
          <Fields
            {...{ file, act, value, change, aheadOf }}
            resultOnly={kind?.result_only === true}
          />
        </>
      )}
    </CommandForm>
  );
}

interface FieldsProps {
  readonly file: CaseFile;
  readonly act: Act;
  readonly value: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  readonly aheadOf: (on: string) => string;
  readonly resultOnly: boolean;
}

function Fields({ file, act, value, change, aheadOf, resultOnly }: FieldsProps) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const reasons = file.model.documents?.refusal_reasons ?? [];
  const words = (list: Readonly<Record<string, { id: string }>>, codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: list[code] ? i18n._(list[code].id) : code }));
  return (
    <>
      {act === 'decide' ? (
        <Choice
          path="outcome"
          legend={<Trans>What was decided?</Trans>}
          options={[
            { value: 'granted', label: t`Granted` },
            { value: 'not_granted', label: t`Not granted` },
          ]}
          value={value.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      ) : null}
      <DayField
        path="on"
        label={t`Day`}
        value={value.on}
        onChange={(event) => {
          const on = event.currentTarget.value;
          // The day that was proposed goes along; one that was typed stays.
          const proposed = value.ahead === aheadOf(value.on);
          change({ on, ...(proposed ? { ahead: aheadOf(on) } : {}) });
        }}
      />
      {act === 'query' && !resultOnly ? (
        <TextField
          path="missing"
          label={t`What is still wanted`}
          value={value.missing}
          onChange={(event) => change({ missing: event.currentTarget.value })}
        />
      ) : null}
      {act === 'refuse' ? (
        <ChoiceField
          path="reason"
          label={t`Why`}
          value={value.reason}
          data={reasons.map(({ code }) => ({ value: code, label: label(reasons, code) }))}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      ) : null}
      {act === 'withdraw' ? (
        <Choice
          path="reason"
          legend={<Trans>Why</Trans>}
          options={WITHDRAWALS.map((code) => ({
            value: code,
            label: i18n._(WITHDRAWAL_WORDS[code]),
          }))}
          value={value.why}
          onChange={(why) => change({ why })}
        />
      ) : null}
      <Ahead {...{ act, value, change }} />
      {act === 'lodge' ? (
        <>
          <TextField
            path="receipt"
            label={t`Number of the receipt (may stay empty)`}
            description={t`To ask after it. The number of the paper itself is not written down here.`}
            autoComplete="off"
            value={value.receipt}
            onChange={(event) => change({ receipt: event.currentTarget.value })}
          />
          <ChoiceField
            path="fee_paid_by"
            label={t`Who paid the fee`}
            value={value.fee}
            data={words(FEE_WORDS, FEE_PAYERS)}
            onChange={(event) => {
              const fee = FEE_PAYERS.find((one) => one === event.currentTarget.value);
              if (fee !== undefined) change({ fee });
            }}
          />
        </>
      ) : null}
      {['lodge', 'refuse', 'appeal', 'court'].includes(act) ? (
        <TextField
          path={act === 'court' ? 'court' : 'office'}
          label={
            act === 'court' ? t`Which court (may stay empty)` : t`Which office (may stay empty)`
          }
          value={value.office}
          onChange={(event) => change({ office: event.currentTarget.value })}
        />
      ) : null}
      {act === 'refuse' && !resultOnly ? (
        <CaseProse
          file={file}
          path="words"
          label={t`In a few words, if it helps`}
          minRows={2}
          value={value.words}
          onChange={(text) => change({ words: text })}
        />
      ) : null}
    </>
  );
}

/** The one day ahead: an answer, a hearing, the last day of an appeal, the last day of the paper. */
function Ahead({ act, value, change }: Pick<FieldsProps, 'act' | 'value' | 'change'>) {
  const { t } = useLingui();
  const path = AHEAD[act];
  if (path === null || (act === 'decide' && value.outcome === 'granted')) return null;
  const labels = {
    answer_due_on: t`An answer is due on`,
    by: t`To be handed in by (may stay empty)`,
    appeal_by: t`It can be appealed until`,
    hearing_on: t`Hearing on (may stay empty)`,
    valid_until: t`Valid until (may stay empty)`,
  };
  return (
    <>
      {path === 'appeal_by' ? (
        <Tick checked={value.final} onChange={(final) => change({ final })}>
          <Trans>It cannot be appealed</Trans>
        </Tick>
      ) : null}
      {path === 'appeal_by' && value.final ? null : (
        <DayField
          path={path}
          label={labels[path]}
          description={
            path === 'appeal_by' ? t`Read it from the letter. A reminder comes in time.` : undefined
          }
          value={value.ahead}
          onChange={(event) => change({ ahead: event.currentTarget.value })}
        />
      )}
    </>
  );
}
