import { Trans, useLingui } from '@lingui/react/macro';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { PLACEMENT_ENDS } from '#domain/case/placement-state.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { CaseProse } from './case-prose.tsx';
import { PLACEMENT_END_WORDS } from './child-words.ts';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { EXPRESSION_WORDS } from './consent-words.ts';
import { OnDay } from './on-day.tsx';
import type { PlacementProps } from './placement-part.tsx';

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
