import { Trans, useLingui } from '@lingui/react/macro';
import { IconSchool } from '@tabler/icons-react';
import { lowAttendance, runningSchooling, weeksOf } from '#domain/case/schooling-state.ts';
import { formatDay, labelIn, languageName } from '../ui/format.ts';
import { EmptyState, Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CatchUpForm, ReviewForm } from './catch-up-forms.tsx';
import { useLabel } from './labels.ts';
import { ChangeForm, LeaveForm } from './school-change-forms.tsx';
import {
  PrepareForm,
  type SchoolingProps,
  StartForm,
  SupportForm,
  TestForm,
  WeekForm,
} from './school-forms.tsx';
import { SchoolPath, SchoolWeeks } from './school-path.tsx';
import { LEAVING_WORDS } from './school-words.ts';
import { maybeChild } from './use-age.ts';
import { useMay } from './use-may.ts';
import { useServices } from './use-services.ts';

/** Whether a file has this part: of somebody who may be a child, or who once was at school here. */
export function isAboutSchool(file: CaseFile): boolean {
  if (file.model.schooling === undefined) return false;
  const been = Object.keys(file.state.schooling.schoolings).length > 0;
  return been || maybeChild(file.person, file.situation.today);
}

/** School from coming home to keeping up: the way as a line, the school now, the weeks, and what helps. */
export function SchoolSection({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const running = runningSchooling(file.state.schooling);
  const before = Object.entries(file.state.schooling.schoolings)
    .filter(([, { left }]) => left !== null)
    .toReversed();
  return (
    <>
      <Section title={<Trans>School</Trans>}>
        <SchoolPath file={file} schooling={running?.[1] ?? null} />
        {running === null ? (
          <>
            <EmptyState
              icon={<IconSchool size={44} aria-hidden />}
              title={<Trans>Not in school yet</Trans>}
            >
              <Trans>
                Look for a school near the home that teaches in a language the child can follow. The
                school learns nothing of where the family has been.
              </Trans>
            </EmptyState>
            {may.append ? <PrepareForm file={file} /> : null}
          </>
        ) : (
          <Running file={file} id={running[0]} schooling={running[1]} />
        )}
      </Section>
      {running === null || running[1].started === null ? null : (
        <Weeks file={file} id={running[0]} schooling={running[1]} />
      )}
      {before.length === 0 ? null : (
        <Section title={<Trans>Schools before</Trans>}>
          <ul className={styles.list}>
            {before.map(([id, schooling]) => (
              <Before key={id} file={file} id={id} schooling={schooling} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function useSchoolName() {
  const { i18n } = useLingui();
  const services = useServices();
  return ({ school }: SchoolingProps['schooling']): string =>
    'name' in school
      ? school.name
      : labelIn(i18n.locale, services.get(school.service_id)?.name ?? {}) || '…';
}

function useGrade() {
  const { t } = useLingui();
  return (grade: number) =>
    grade === 0 ? t`Kindergarten or preparatory group` : t`Grade ${grade}`;
}

function Running(props: SchoolingProps) {
  const { file, schooling } = props;
  const { t, i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const name = useSchoolName();
  const grade = useGrade();
  const day = (on: string) => formatDay(i18n.locale, on);
  const { last_grade, language, test, started, catch_up, reviews, supports } = schooling;
  const kinds = file.model.schooling?.supports ?? [];
  const looked = reviews.at(-1);
  const hours = catch_up?.hours_a_week;
  const next = looked === undefined ? catch_up?.review_on : looked.review_on;
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [t`School`, name(schooling)],
    [t`Language of the lessons`, languageName(i18n.locale, language)],
    [t`Last grade reached so far`, last_grade === null ? null : grade(last_grade)],
    [t`What the child says`, schooling.words],
    [t`Placement test`, test && `${day(test.on)} · ${grade(test.grade)}`],
    [t`What the child can do already`, test?.words],
    [t`First day`, started && `${day(started.on)} · ${grade(started.grade)}`],
    [t`Catching up`, catch_up?.subjects.join(', ')],
    [t`Hours a week`, hours === undefined ? null : String(hours)],
    [t`The child about catching up`, catch_up?.child_words],
    [t`Looked at again on`, next && day(next)],
    [t`How it is going`, looked?.words],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {lines.map(([title, told]) =>
          told === null || told === undefined || told === '' ? null : (
            <div key={title} style={{ display: 'contents' }}>
              <dt>{title}</dt>
              <dd>{told}</dd>
            </div>
          ),
        )}
        {supports.length === 0 ? null : (
          <>
            <dt>
              <Trans>Help given</Trans>
            </dt>
            <dd>
              {supports.map((one) => (
                <div key={one.support_id}>
                  {label(kinds, one.kind)}, {day(one.on)}
                  {one.words === undefined ? null : `: ${one.words}`}
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      {may.append ? (
        <div className={styles.buttons} style={{ marginBlockStart: '0.9rem' }}>
          {started === null ? <StartForm {...props} /> : null}
          {started === null && test === null ? <TestForm {...props} /> : null}
          {catch_up === null ? null : <ReviewForm {...props} />}
          <CatchUpForm {...props} />
          <SupportForm {...props} />
          {started === null ? null : <ChangeForm {...props} />}
          <LeaveForm {...props} />
        </div>
      ) : null}
    </>
  );
}

function Weeks(props: SchoolingProps) {
  const { file, schooling } = props;
  const { i18n } = useLingui();
  const label = useLabel();
  const may = useMay(file);
  const rules = file.model.schooling;
  const weeks = weeksOf(schooling).toReversed();
  const low = rules === undefined ? null : lowAttendance(schooling, rules);
  return (
    <Section title={<Trans>Weeks at school</Trans>}>
      {low === null ? null : (
        <p className={styles.look} style={{ marginBlockStart: 0 }}>
          <Trans>
            The child was missing often in the last weeks. Ask the child and the family what stands
            in the way, and write down what helps.
          </Trans>
        </p>
      )}
      {may.append ? <WeekForm {...props} /> : null}
      <SchoolWeeks schooling={schooling} />
      {weeks.length === 0 ? (
        <p className={styles.soft}>
          <Trans>No week is written down yet. The school can say it in its request, or you.</Trans>
        </p>
      ) : null}
      <ul className={styles.list}>
        {weeks.slice(0, 12).map(({ monday, present, absent, reasons, said_by }) => {
          const day = formatDay(i18n.locale, monday);
          const days = present + absent;
          const why = reasons.map((one) => label(rules?.absence_reasons ?? [], one)).join(', ');
          return (
            <li key={monday}>
              <Trans>
                Week of {day}: there on {present} of {days} days
              </Trans>{' '}
              {said_by === 'school' ? (
                <span className={styles.tag}>
                  <Trans>said by the school</Trans>
                </span>
              ) : null}
              {why === '' ? null : <div className={styles.soft}>{why}</div>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Before({ schooling }: SchoolingProps) {
  const { i18n } = useLingui();
  const name = useSchoolName();
  const { left, started } = schooling;
  if (left === null) return null;
  const from = started === null ? null : formatDay(i18n.locale, started.on);
  return (
    <li>
      <strong>{name(schooling)}</strong>{' '}
      <span className={styles.soft}>
        {from === null ? '' : `${from} – `}
        {formatDay(i18n.locale, left.on)}
      </span>
      <div>
        {i18n._(LEAVING_WORDS[left.reason])}
        {left.words === undefined ? null : `: ${left.words}`}
      </div>
    </li>
  );
}
