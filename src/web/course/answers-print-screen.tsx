import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useCase } from '../case/use-cases.ts';
import { BackToFile } from '../print/back-to-file.tsx';
import { PrintFrame } from '../print/print-frame.tsx';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { Waiting } from '../ui/waiting.tsx';
import { RoundAnswers } from './course-answers-part.tsx';
import { useCourseAnswers } from './use-rounds.ts';

/**
 * The answer to wishes for courses on a sheet for the person, in their language: no name, no number, nothing
 * that tells what the sheet belongs to.
 */
export function AnswersPrintScreen() {
  const { id = '' } = useParams({ strict: false });
  const file = useCase(id);
  const asked = useCourseAnswers(id);
  if (file === undefined) return <Waiting />;
  return (
    <PrintFrame
      spoken={file?.person?.languages ?? []}
      caseId={id}
      back={<BackToFile id={id} part="courses" />}
    >
      <Answered asked={asked}>{(told) => <Sheet told={told} />}</Answered>
    </PrintFrame>
  );
}

function Sheet({ told }: { told: NonNullable<ReturnType<typeof useCourseAnswers>['value']> }) {
  const { i18n } = useLingui();
  return (
    <>
      <h1>
        <Trans>Courses</Trans>
      </h1>
      {told.rounds.map((round) => (
        <section key={round.round_id}>
          <h2>
            {round.title} · {formatDay(i18n.locale, round.confirmed_at.slice(0, 10))}
          </h2>
          <RoundAnswers round={round} courses={told.courses} />
        </section>
      ))}
    </>
  );
}
