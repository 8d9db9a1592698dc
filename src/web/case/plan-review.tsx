import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { DayField } from '../ui/field.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseProse } from './case-prose.tsx';
import { Choice, Tick } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import { useMay } from './use-may.ts';

/** Looks back at the plan together: it stays, or a new version of it follows. */
export function PlanReview({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const may = useMay(file);
  const { reviews } = file.state.review;
  const initial: ReviewForm = {
    on: file.situation.today,
    outcome: 'no_change',
    with_person: true,
    words: '',
  };
  return (
    <Section title={<Trans>Looking back at the plan</Trans>}>
      <ul className={styles.list}>
        {reviews.toReversed().map((review) => (
          <li key={review.review_id}>
            <strong>{formatDay(i18n.locale, review.on)}</strong>{' '}
            {review.outcome === 'no_change' ? (
              <Trans>The plan stays as it is.</Trans>
            ) : (
              <Trans>A new version of the plan followed.</Trans>
            )}
            <p className={styles.quote}>{review.words}</p>
          </li>
        ))}
      </ul>
      {may.append ? (
        <CommandForm
          file={file}
          kind="record_review"
          open={<Trans>Write down a look back</Trans>}
          initial={initial}
          body={(value) => ({ ...value, review_id: uuid() })}
          paths={['on', 'words', 'outcome']}
        >
          {(value, change) => (
            <>
              <DayField
                path="on"
                label={t`Day`}
                value={value.on}
                onChange={(event) => change({ on: event.currentTarget.value })}
              />
              <Choice
                path="outcome"
                legend={<Trans>What came out of it?</Trans>}
                options={[
                  { value: 'no_change', label: t`The plan stays` },
                  { value: 'plan_revised', label: t`The plan was changed` },
                ]}
                value={value.outcome}
                onChange={(outcome) => change({ outcome })}
              />
              <Tick checked={value.with_person} onChange={(with_person) => change({ with_person })}>
                <Trans>The person took part</Trans>
              </Tick>
              <CaseProse
                file={file}
                path="words"
                label={t`What was said`}
                value={value.words}
                onChange={(words) => change({ words })}
              />
            </>
          )}
        </CommandForm>
      ) : null}
    </Section>
  );
}

interface ReviewForm {
  readonly on: string;
  readonly outcome: 'no_change' | 'plan_revised';
  readonly with_person: boolean;
  readonly words: string;
}
