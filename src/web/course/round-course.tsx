import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { RoundDetail } from '#domain/course/course-round.ts';
import type { Problem } from '#domain/problem.ts';
import { useRoundStep } from '../match/use-round-steps.ts';
import { labelIn } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { Notice, ProblemText } from '../ui/problem-text.tsx';
import { SEAT_STATE_NAMES } from './round-words.ts';

interface RoundCourseProps {
  readonly round: RoundDetail;
  readonly course: RoundDetail['result'][number];
}

/** One course of a round: who sits there and who waits, the next first. */
export function RoundCourse({ round, course }: RoundCourseProps) {
  const { i18n } = useLingui();
  const { seats, wished, wished_first } = course;
  const name = labelIn(i18n.locale, course.name);
  return (
    <Section title={name}>
      <p className={parts.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Seats: {seats} · wished for by {wished}, as the dearest by {wished_first}
        </Trans>
      </p>
      {course.people.length === 0 ? null : (
        <ol className={parts.list}>
          {course.people.map((one, at) => (
            <li key={one.number}>
              {at + 1}. <bdi className={parts.strong}>{one.number}</bdi>{' '}
              <span className={parts.soft}>{i18n._(SEAT_STATE_NAMES[one.state])}</span>
            </li>
          ))}
        </ol>
      )}
      {course.may_offer ? <Offer round={round.id} course={course.id} name={name} /> : null}
    </Section>
  );
}

function Offer({ round, course, name }: { round: string; course: string; name: string }) {
  const { t } = useLingui();
  const step = useRoundStep('course-rounds');
  const [problem, setProblem] = useState<Problem>();
  const [number, setNumber] = useState<string>();
  const offer = async () => {
    const said = await step(
      `/${round}/offer`,
      { course_id: course },
      z.object({ number: z.string() }),
    );
    setProblem(said.ok ? undefined : said.problem);
    setNumber(said.ok ? said.value.number : undefined);
  };
  return (
    <>
      <ProblemText problem={problem} />
      {number === undefined ? null : (
        <Notice>
          <Trans>The seat goes to {number}.</Trans>
        </Notice>
      )}
      <Button aria-label={t`Give the free seat to the next: ${name}`} onClick={() => void offer()}>
        <Trans>Give the free seat to the next</Trans>
      </Button>
    </>
  );
}
