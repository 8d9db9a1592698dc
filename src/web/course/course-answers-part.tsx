import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { SeatReply } from '#domain/case/course-wish.ts';
import type { AnsweredRound } from '#domain/course/course-round.ts';
import type { Problem } from '#domain/problem.ts';
import type { Labels } from '#domain/text.ts';
import type { CaseFile } from '../case/case-file.ts';
import { useSay } from '../case/use-cases.ts';
import { useMay } from '../case/use-may.ts';
import { formatDay, labelIn } from '../ui/format.ts';
import styles from '../ui/parts.module.css';
import { ProblemText } from '../ui/problem-text.tsx';
import { PRIORITY_NAMES, SEAT_STATE_NAMES, useReason } from './round-words.ts';
import { useCourseAnswers } from './use-rounds.ts';

/** What rounds answered to the wishes of this person: why this, and why not that. Over the line only. */
export function CourseAnswers({ file }: { readonly file: CaseFile }) {
  const { value, problem } = useCourseAnswers(file.row.id);
  if (problem?.code === 'unavailable') {
    return (
      <p className={styles.soft}>
        <Trans>What rounds have answered shows with a line only.</Trans>
      </p>
    );
  }
  if (value === undefined || value.rounds.length === 0) return <ProblemText problem={problem} />;
  return (
    <>
      {value.rounds.map((round) => (
        <OneRound key={round.round_id} file={file} round={round} courses={value.courses} />
      ))}
      <p>
        <Link to="/cases/$id/courses/print" params={{ id: file.row.id }} className={styles.link}>
          <Trans>Print the answer for the person</Trans>
        </Link>
      </p>
    </>
  );
}

interface OneRoundProps {
  readonly file: CaseFile;
  readonly round: AnsweredRound;
  readonly courses: Readonly<Record<string, Labels>>;
}

function OneRound({ file, round, courses }: OneRoundProps) {
  const { i18n } = useLingui();
  const on = formatDay(i18n.locale, round.confirmed_at.slice(0, 10));
  const { title } = round;
  return (
    <>
      <h3>
        <Trans>
          {title}, answered on {on}
        </Trans>
      </h3>
      <RoundAnswers round={round} courses={courses}>
        {(course) => <Reply file={file} round={round} course={course} />}
      </RoundAnswers>
    </>
  );
}

interface RoundAnswersProps extends Pick<OneRoundProps, 'round' | 'courses'> {
  /** What can be said to the seat of a course. */
  readonly children?: (course: string) => ReactNode;
}

/** An answer to each wish in its order, and by what was decided. */
export function RoundAnswers({ round, courses, children }: RoundAnswersProps) {
  const { i18n } = useLingui();
  const reason = useReason();
  const what = round.priorities.map((code) => i18n._(PRIORITY_NAMES[code])).join(', ');
  return (
    <>
      <ol className={styles.list}>
        {round.answers.map((one, at) => {
          const seat = round.seats.find(({ course_id }) => course_id === one.course_id);
          const now = seat === undefined ? '' : i18n._(SEAT_STATE_NAMES[seat.state]);
          return (
            <li key={one.course_id}>
              <strong>
                {at + 1}. {labelIn(i18n.locale, courses[one.course_id] ?? {})}
              </strong>
              <div>{reason(one)}</div>
              {now === '' ? null : (
                <div className={styles.soft}>
                  <Trans>Now: {now}</Trans>
                </div>
              )}
              {children?.(one.course_id)}
            </li>
          );
        })}
      </ol>
      <p className={styles.soft}>
        <Trans>
          Decided by, in this order: {what}; between equals by lot. Nothing else counted.
        </Trans>
      </p>
    </>
  );
}

interface ReplyProps {
  readonly file: CaseFile;
  readonly round: AnsweredRound;
  readonly course: string;
}

/** What the person says to a seat: taken or declined, without a reason. */
function Reply({ file, round: { round_id, seats }, course }: ReplyProps) {
  const may = useMay(file);
  const say = useSay(file);
  const [problem, setProblem] = useState<Problem>();
  const said = file.state.course_wish.replies.findLast(
    (one) => one.round_id === round_id && one.course_id === course,
  );
  const offered = seats.some(
    ({ course_id, state }) => course_id === course && (state === 'offered' || state === 'taken'),
  );
  const tell = async (reply: SeatReply) => {
    const told = await say('answer_seat', { round_id, course_id: course, reply });
    setProblem('problem' in told ? told.problem : undefined);
  };
  if (said !== undefined) {
    return (
      <div>
        {said.reply === 'taken' ? (
          <Trans>The person has taken the seat.</Trans>
        ) : (
          <Trans>The person has declined the seat.</Trans>
        )}
      </div>
    );
  }
  if (!offered || !may.append) return null;
  return (
    <>
      <ProblemText problem={problem} />
      <div className={styles.buttons}>
        <Button onClick={() => void tell('taken')}>
          <Trans>The person takes the seat</Trans>
        </Button>
        <Button variant="default" onClick={() => void tell('declined')}>
          <Trans>The person declines it</Trans>
        </Button>
      </div>
    </>
  );
}
