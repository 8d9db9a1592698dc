import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { CARE_KINDS, SUITABILITY } from '#domain/case/placement-state.ts';
import { DayField, TextField } from '../ui/field.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { CARE_KIND_WORDS, SIBLING_WORDS, SUITABILITY_WORDS } from './child-words.ts';
import { Choice } from './choice.tsx';
import { CommandForm, given } from './command-form.tsx';
import { OnDay } from './on-day.tsx';
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
