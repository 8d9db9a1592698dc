import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { CARE_KINDS, PLACEMENT_ENDS, SUITABILITY } from '#domain/case/placement-state.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import {
  CARE_KIND_WORDS,
  PLACEMENT_END_WORDS,
  SIBLING_WORDS,
  SUITABILITY_WORDS,
} from './child-words.ts';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { EXPRESSION_WORDS } from './consent-words.ts';
import type { PlacementProps } from './placement-part.tsx';

type Propose = CommandBodies['propose_placement'];

export function ProposeForm({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const initial: {
    kind: Propose['kind'];
    with: string;
    siblings: Propose['siblings'];
    apart_reason: string;
    no_family_reason: string;
    review_on: string;
    child_words: string;
  } = {
    ...{ kind: 'kin', with: '', siblings: 'together', apart_reason: '', no_family_reason: '' },
    ...{ review_on: '', child_words: '' },
  };
  return (
    <CommandForm
      file={file}
      kind="propose_placement"
      open={<Trans>Propose a care arrangement</Trans>}
      initial={initial}
      body={({ apart_reason, no_family_reason, review_on, child_words, ...rest }) => ({
        ...{ ...rest, placement_id: uuid(), person_ids: [] },
        apart_reason: rest.siblings === 'apart' ? given(apart_reason) : undefined,
        no_family_reason: rest.kind === 'residential' ? given(no_family_reason) : undefined,
        review_on: rest.kind === 'residential' ? given(review_on) : undefined,
        child_words: given(child_words),
      })}
      paths={[...Object.keys(initial)]}
    >
      {(value, change) => (
        <>
          <Choice
            path="kind"
            legend={<Trans>Where would the child live?</Trans>}
            options={CARE_KINDS.map((kind) => ({
              value: kind,
              label: i18n._(CARE_KIND_WORDS[kind]),
            }))}
            value={value.kind}
            onChange={(kind) => change({ kind })}
          />
          <TextField
            path="with"
            label={t`With whom`}
            value={value.with}
            onChange={(event) => change({ with: event.currentTarget.value })}
          />
          {value.kind === 'residential' ? (
            <>
              <CaseProse
                file={file}
                path="no_family_reason"
                label={t`Why no family can take the child in now`}
                value={value.no_family_reason}
                onChange={(no_family_reason) => change({ no_family_reason })}
              />
              <DayField
                path="review_on"
                label={t`Day on which this is looked at again`}
                value={value.review_on}
                onChange={(event) => change({ review_on: event.currentTarget.value })}
              />
            </>
          ) : null}
          <Choice
            path="siblings"
            legend={<Trans>Brothers and sisters</Trans>}
            options={(['together', 'apart', 'none'] as const).map((one) => ({
              value: one,
              label: i18n._(SIBLING_WORDS[one]),
            }))}
            value={value.siblings}
            onChange={(siblings) => change({ siblings })}
          />
          {value.siblings === 'apart' ? (
            <CaseProse
              file={file}
              path="apart_reason"
              label={t`Why they cannot live together now`}
              value={value.apart_reason}
              onChange={(apart_reason) => change({ apart_reason })}
            />
          ) : null}
          <CaseProse
            file={file}
            path="child_words"
            label={t`What the child says about it`}
            value={value.child_words}
            onChange={(child_words) => change({ child_words })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function AssessForm({ file, id }: PlacementProps) {
  const { t, i18n } = useLingui();
  const initial: Omit<CommandBodies['assess_family'], 'placement_id' | 'help'> & { help: string } =
    {
      ...{ by: '', on: file.situation.today, result: 'suitable', home: '', care: '', help: '' },
    };
  const TEXTS = [
    ['home', t`The home: a bed, a place to learn, heating`],
    ['care', t`Who is there for the child in the day`],
    ['help', t`What the family needs or asks for`],
  ] as const;
  return (
    <CommandForm
      file={file}
      kind="assess_family"
      about={id}
      open={<Trans>The family was assessed</Trans>}
      initial={initial}
      body={(value) => ({ ...value, placement_id: id, help: given(value.help) })}
      paths={[...Object.keys(initial)]}
    >
      {(value, change) => (
        <>
          <TextField
            path="by"
            label={t`Who looked (name and office)`}
            value={value.by}
            onChange={(event) => change({ by: event.currentTarget.value })}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          {TEXTS.map(([path, label]) => (
            <CaseProse
              key={path}
              file={file}
              path={path}
              label={label}
              value={value[path]}
              onChange={(text) => change({ [path]: text })}
            />
          ))}
          <Choice
            path="result"
            legend={<Trans>Can this family take the child in?</Trans>}
            options={SUITABILITY.map((one) => ({
              value: one,
              label: i18n._(SUITABILITY_WORDS[one]),
            }))}
            value={value.result}
            onChange={(result) => change({ result })}
          />
        </>
      )}
    </CommandForm>
  );
}

function OnDay(props: { readonly value: string; readonly onChange: (day: string) => void }) {
  const { t } = useLingui();
  return (
    <DayField
      path="on"
      label={t`Day`}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

export function FamilyConsentForm({ file, id }: PlacementProps) {
  const { t, i18n } = useLingui();
  const initial: Omit<CommandBodies['record_family_consent'], 'placement_id'> = {
    ...{ said_by: '', on: file.situation.today, expression: 'signed' },
  };
  return (
    <CommandForm
      file={file}
      kind="record_family_consent"
      about={id}
      open={<Trans>The family says yes</Trans>}
      initial={initial}
      body={(value) => ({ ...value, placement_id: id })}
      paths={[...Object.keys(initial)]}
    >
      {(value, change) => (
        <>
          <TextField
            path="said_by"
            label={t`Who said yes for the family`}
            value={value.said_by}
            onChange={(event) => change({ said_by: event.currentTarget.value })}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <Choice
            path="expression"
            legend={<Trans>How was it said?</Trans>}
            options={(['signed', 'spoken', 'witnessed', 'thumbprint'] as const).map((one) => ({
              value: one,
              label: i18n._(EXPRESSION_WORDS[one]),
            }))}
            value={value.expression}
            onChange={(expression) => change({ expression })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function DecisionForm({ file, id }: PlacementProps) {
  const { t } = useLingui();
  const initial: Omit<CommandBodies['record_placement_decision'], 'placement_id'> = {
    ...{ body: '', number: '', on: file.situation.today, decision: 'agreed' },
  };
  return (
    <CommandForm
      file={file}
      kind="record_placement_decision"
      about={id}
      open={<Trans>The authority has decided</Trans>}
      initial={initial}
      body={(value) => ({ ...value, placement_id: id })}
      paths={[...Object.keys(initial)]}
    >
      {(value, change) => (
        <>
          <TextField
            path="body"
            label={t`Which authority`}
            value={value.body}
            onChange={(event) => change({ body: event.currentTarget.value })}
          />
          <TextField
            path="number"
            label={t`Number of the decision`}
            value={value.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <Choice
            path="decision"
            legend={<Trans>What it decided</Trans>}
            options={[
              { value: 'agreed', label: t`Yes` },
              { value: 'refused', label: t`No` },
            ]}
            value={value.decision}
            onChange={(decision) => change({ decision })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function BeginForm({ file, id }: PlacementProps) {
  return (
    <CommandForm
      file={file}
      kind="begin_placement"
      about={id}
      variant="filled"
      open={<Trans>The child has moved in</Trans>}
      initial={{ on: file.situation.today }}
      body={(value) => ({ ...value, placement_id: id })}
      paths={['on']}
    >
      {(value, change) => <OnDay value={value.on} onChange={(on) => change({ on })} />}
    </CommandForm>
  );
}

export function ReviewForm({ file, id }: PlacementProps) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="review_placement"
      about={id}
      open={<Trans>Look again for a family</Trans>}
      initial={{ on: file.situation.today, words: '', review_on: '' }}
      body={(value) => ({ ...value, placement_id: id })}
      paths={['on', 'words', 'review_on']}
    >
      {(value, change) => (
        <>
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <CaseProse
            file={file}
            path="words"
            label={t`Why no family can take the child in now`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
          <DayField
            path="review_on"
            label={t`Day on which this is looked at again`}
            value={value.review_on}
            onChange={(event) => change({ review_on: event.currentTarget.value })}
          />
        </>
      )}
    </CommandForm>
  );
}

export function EndForm({ file, id, placement }: PlacementProps) {
  const { t, i18n } = useLingui();
  const reasons = PLACEMENT_ENDS.filter((one) => placement.begun === null || one !== 'not_begun');
  const initial: { on: string; reason: (typeof PLACEMENT_ENDS)[number]; words: string } = {
    on: file.situation.today,
    reason: placement.begun === null ? 'not_begun' : 'back_to_parents',
    words: '',
  };
  return (
    <CommandForm
      file={file}
      kind="end_placement"
      about={id}
      open={
        placement.begun === null ? (
          <Trans>Do not go on with this</Trans>
        ) : (
          <Trans>The arrangement has ended</Trans>
        )
      }
      initial={initial}
      body={(value) => ({ ...value, placement_id: id, words: given(value.words) })}
      paths={['on', 'reason', 'words']}
    >
      {(value, change) => (
        <>
          <ChoiceField
            path="reason"
            label={t`Why`}
            value={value.reason}
            data={reasons.map((one) => ({ value: one, label: i18n._(PLACEMENT_END_WORDS[one]) }))}
            onChange={(event) => {
              const chosen = reasons.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) change({ reason: chosen });
            }}
          />
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <CaseProse
            file={file}
            path="words"
            label={t`In a few words, if it helps`}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}
