import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { lastReview, type Schooling, weeksOf } from '#domain/case/schooling-state.ts';
import { formatDay } from '../ui/format.ts';
import type { CaseFile } from './case-file.ts';
import styles from './school.module.css';
import { CATCH_UP_WORDS } from './school-words.ts';

interface Step {
  readonly key: string;
  readonly title: ReactNode;
  readonly told: ReactNode;
  readonly done: boolean;
}

/** From coming home to keeping up, as a line of stations; each says in words where the child is. */
export function SchoolPath(props: {
  readonly file: CaseFile;
  readonly schooling: Schooling | null;
}) {
  const { file, schooling } = props;
  const { i18n } = useLingui();
  const day = (on: string | null | undefined) => (on ? formatDay(i18n.locale, on) : null);
  const review = schooling === null ? null : lastReview(schooling);
  const weeks = schooling === null ? [] : weeksOf(schooling).slice(-4);
  const present = weeks.reduce((sum, one) => sum + one.present, 0);
  const days = weeks.reduce((sum, one) => sum + one.present + one.absent, 0);
  const steps: readonly Step[] = [
    {
      key: 'home',
      title: <Trans>Support began</Trans>,
      told: day(file.state.opening.opened_at?.slice(0, 10)),
      done: true,
    },
    {
      key: 'found',
      title: <Trans>A school is found</Trans>,
      told: null,
      done: schooling !== null,
    },
    {
      key: 'grade',
      title: <Trans>The grade that fits</Trans>,
      told: day(schooling?.test?.on),
      done: (schooling?.test ?? schooling?.started ?? null) !== null,
    },
    {
      key: 'first',
      title: <Trans>First day</Trans>,
      told: day(schooling?.started?.on),
      done: (schooling?.started ?? null) !== null,
    },
    {
      key: 'weeks',
      title: <Trans>Week by week</Trans>,
      told:
        days === 0 ? null : (
          <Trans>
            There on {present} of the last <Plural value={days} one="# day" other="# days" />
          </Trans>
        ),
      done: days > 0,
    },
    {
      key: 'keeps-up',
      title: <Trans>Keeps up</Trans>,
      told: review === null ? null : i18n._(CATCH_UP_WORDS[review.outcome]),
      done: review?.outcome === 'keeping_up',
    },
  ];
  const now = steps.findIndex(({ done }) => !done);
  return (
    <ol className={styles.path}>
      {steps.map(({ key, title, told, done }, at) => (
        <li key={key} data-state={done ? 'done' : at === now ? 'now' : 'ahead'}>
          <strong>{title}</strong>
          {done ? (
            <span className="visually-hidden">
              {' '}
              <Trans>reached</Trans>
            </span>
          ) : null}
          {told === null ? null : <div>{told}</div>}
        </li>
      ))}
    </ol>
  );
}

/** The last weeks, each a column of its days; the same stands below in words. */
export function SchoolWeeks({ schooling }: { readonly schooling: Schooling }) {
  const weeks = weeksOf(schooling).slice(-16);
  const most = Math.max(5, ...weeks.map(({ present, absent }) => present + absent));
  const height = (of: number) => ({ blockSize: `${(of / most) * 100}%` });
  if (weeks.length === 0) return null;
  return (
    <div className={styles.weeks} aria-hidden>
      {weeks.map(({ monday, present, absent }) => (
        <div key={monday} className={styles.week}>
          {absent > 0 ? <div className={styles.missing} style={height(absent)} /> : null}
          <div className={styles.there} style={height(present)} />
        </div>
      ))}
    </div>
  );
}
