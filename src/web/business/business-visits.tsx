import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { hasStopped, OUTCOMES_OF_BUSINESS } from '#domain/case/business-state.ts';
import { BarrierField } from '../case/barrier-field.tsx';
import { CaseProse } from '../case/case-prose.tsx';
import { Choice } from '../case/choice.tsx';
import { CommandForm, given } from '../case/command-form.tsx';
import { useLabel } from '../case/labels.ts';
import { OnDay } from '../case/on-day.tsx';
import { useMay } from '../case/use-may.ts';
import { formatDay } from '../ui/format.ts';
import parts from '../ui/parts.module.css';
import type { BusinessProps } from './business-section.tsx';
import { OUTCOME_OF_BUSINESS_WORDS } from './business-words.ts';

/** How the business was each time that somebody came by, in the person's words; the latest first. */
export function BusinessVisits({ file, id, business }: BusinessProps) {
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const visits = business.visits.toReversed();
  return (
    <div>
      <h3 style={{ marginBlock: '0.5rem 0.25rem' }}>
        <Trans>How it goes</Trans>
      </h3>
      {visits.length === 0 ? (
        <p className={parts.soft} style={{ margin: 0 }}>
          <Trans>Nobody has come by yet. When it is time stands on the list of things to do.</Trans>
        </p>
      ) : null}
      <ul className={parts.list}>
        {visits.map(({ visit_id, on, outcome, words, barrier }) => (
          <li key={visit_id}>
            {formatDay(i18n.locale, on)}{' '}
            <span className={parts.tag} data-tone={outcome === 'going_on' ? 'some' : 'look'}>
              {i18n._(OUTCOME_OF_BUSINESS_WORDS[outcome])}
            </span>
            {barrier === undefined ? null : (
              <span className={parts.soft}> {label(file.model.referral.barriers, barrier)}</span>
            )}
            {words === undefined ? null : <p className={parts.quote}>{words}</p>}
          </li>
        ))}
      </ul>
      {may.append && !hasStopped(business) ? <Visit file={file} id={id} /> : null}
    </div>
  );
}

function Visit({ file, id: business_id }: Omit<BusinessProps, 'business'>) {
  const { t, i18n } = useLingui();
  const initial: {
    on: string;
    outcome: (typeof OUTCOMES_OF_BUSINESS)[number];
    words: string;
    barrier: string;
  } = { on: file.situation.today, outcome: 'going_on', words: '', barrier: '' };
  return (
    <CommandForm
      file={file}
      kind="visit_business"
      about={business_id}
      open={<Trans>Somebody came by</Trans>}
      initial={initial}
      body={({ barrier, words, ...value }) => ({
        ...{ ...value, business_id, visit_id: uuid(), milestone_id: uuid(), words: given(words) },
        ...(value.outcome === 'going_on' || barrier === '' ? {} : { barrier }),
      })}
      paths={['on', 'outcome', 'words', 'barrier']}
    >
      {(value, change) => (
        <>
          <OnDay value={value.on} onChange={(on) => change({ on })} />
          <Choice
            path="outcome"
            legend={<Trans>How it is, by what the person says</Trans>}
            options={OUTCOMES_OF_BUSINESS.map((outcome) => ({
              value: outcome,
              label: i18n._(OUTCOME_OF_BUSINESS_WORDS[outcome]),
            }))}
            value={value.outcome}
            onChange={(outcome) => change({ outcome })}
          />
          {value.outcome === 'going_on' ? null : (
            <BarrierField
              path="barrier"
              barriers={file.model.referral.barriers}
              value={value.barrier}
              onChange={(barrier) => change({ barrier })}
            />
          )}
          <CaseProse
            file={file}
            path="words"
            label={t`In the person’s own words`}
            description=""
            minRows={2}
            value={value.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </CommandForm>
  );
}
