import { Trans, useLingui } from '@lingui/react/macro';
import { may } from '#domain/access/rights.ts';
import type { Role } from '#domain/access/role.ts';
import { dayAfter } from '#domain/case/calendar.ts';
import { safetyOf } from '#domain/case/model-safety.ts';
import type { Withholding } from '#domain/case/withholding.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import type { CaseFile } from './case-file.ts';
import { useLineFile } from './line-file.ts';
import { WITHHOLDING_REASON_WORDS } from './safety-words.ts';
import { useTeller } from './use-teller.ts';
import { ReviewWithholding, WithholdFromLog } from './withholding-forms.tsx';

/** What the person's own log and copy leave out: child protection decides, the supervisor reads it. */
export function OwnLogSection({ file: carried }: { readonly file: CaseFile }) {
  const whole = useLineFile(carried.row.id, true);
  const file = whole ?? carried;
  const mayWithhold = may(file.situation.role, 'withhold', 'protection');
  const all = Object.entries(file.state.withholding.withheld).toSorted(([, a], [, b]) =>
    a.at < b.at ? 1 : -1,
  );
  const days = safetyOf(file.model).withholding_review_days;
  return (
    <Section title={<Trans>The person’s own log</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Everybody may ask who has read their file and get a copy. Something is left out only where
          somebody who reads along would harm them: for a reason, and at most {days} days without
          another look.
        </Trans>
      </p>
      {mayWithhold ? (
        <WithholdFromLog file={file} last={dayAfter(file.situation.today, days)} />
      ) : null}
      <ul className={styles.list}>
        {all.map(([id, one]) => (
          <OneWithheld key={id} id={id} one={one} file={file} mayReview={mayWithhold} days={days} />
        ))}
      </ul>
    </Section>
  );
}

interface OneProps {
  readonly id: string;
  readonly one: Withholding;
  readonly file: CaseFile;
  readonly mayReview: boolean;
  readonly days: number;
}

function OneWithheld({ id, one, file, mayReview, days }: OneProps) {
  const { t, i18n } = useLingui();
  const teller = useTeller(file);
  const fact = file.facts.find(
    ({ kind, body }) =>
      kind === 'log_withheld' && (body as { withholding_id?: string })?.withholding_id === id,
  );
  const words = (fact?.body as { words?: string } | null | undefined)?.words;
  const { what, ended_at, review_on } = one;
  const day = (value: string) => formatDay(i18n.locale, value);
  const review = day(review_on);
  const count = what.kind === 'entries' ? what.fact_ids.length : 0;
  const from = what.kind === 'readings' ? day(what.from) : '';
  const roles =
    what.kind === 'readings'
      ? what.roles.map((role: Role) => i18n._(ROLE_NAMES[role])).join(', ')
      : '';
  return (
    <li>
      <div className={styles.tags}>
        <strong>
          {what.kind === 'entries' ? (
            <Trans>Entries left out: {count}</Trans>
          ) : (
            <Trans>
              Readings left out since {from}: {roles}
            </Trans>
          )}
        </strong>
        <span className={styles.tag} data-tone={ended_at === null ? 'look' : 'some'}>
          {ended_at === null ? t`left out` : t`shown again`}
        </span>
      </div>
      <div>{i18n._(WITHHOLDING_REASON_WORDS[one.reason])}</div>
      {words === undefined ? null : <p className={styles.quote}>{words}</p>}
      <div className={styles.soft}>
        {fact === undefined ? null : `${teller.byFact(fact.id)} · `}
        <Trans>Looked at again by {review}</Trans>
      </div>
      {mayReview && ended_at === null ? (
        <div className={styles.buttons}>
          <ReviewWithholding file={file} id={id} last={dayAfter(file.situation.today, days)} />
        </div>
      ) : null}
    </li>
  );
}
