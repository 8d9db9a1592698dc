import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { unansweredList } from '#domain/case/commission-list.ts';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { frozenAssistance } from '#domain/evidence/assistance-numbers.ts';
import { type Month, monthAfter } from '#domain/evidence/frozen-number.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { monthlyPaper } from '#domain/print/monthly-paper.ts';
import { useAsk } from '../ask.ts';
import { useOrganisations } from '../directory/use-directory.ts';
import { type MonthOfNumbers, useModel, useNumbers } from '../evidence/use-numbers.ts';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import styles from '../ui/parts.module.css';
import { Waiting } from '../ui/waiting.tsx';
import { PrintFrame } from './print-frame.tsx';
import { Sheet } from './sheet.tsx';

/** A month on one page, as a ministry reads it: fixed tables, late agencies, assistance by who paid. */
export function MonthScreen() {
  const { month = '' } = useParams({ strict: false });
  const numbers = useNumbers();
  const model = useModel();
  return (
    <Answered asked={numbers}>
      {(months) => (
        <Answered asked={model}>
          {(found) => {
            const tables = months.get(month);
            return tables === undefined ? (
              <NotFound />
            ) : (
              <MonthPaper month={month} tables={tables} model={found} />
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

interface MonthPaperProps {
  readonly month: Month;
  readonly tables: MonthOfNumbers;
  readonly model: ProgrammeModel;
}

function MonthPaper({ month, tables, model }: MonthPaperProps) {
  const assistance = useAsk(['numbers', 'assistance'], '/api/numbers/assistance', frozenAssistance);
  const late = useAsk(['commission', 'unanswered'], '/api/commission/unanswered', unansweredList);
  const organisations = useOrganisations();
  const payers = useMemo(
    () => new Map(organisations.value?.map(({ id, name }) => [id, name])),
    [organisations.value],
  );
  const layout = layoutOf(model, 'monthly');
  if (layout === null) return <NotFound />;
  // A programme without commissions has nobody to wait for: then there is a problem instead of an answer.
  if (late.value === undefined && late.problem === undefined) return <Waiting />;
  const counts = late.value?.counts ?? null;
  // Who waited is counted for the end of the last month only.
  const isOfMonth = counts !== null && counts.on >= month && counts.on < monthAfter(month);
  const back = (
    <Link to="/numbers" className={styles.link}>
      <Trans>Back to the numbers</Trans>
    </Link>
  );
  return (
    <PrintFrame spoken={[]} back={back}>
      <Answered asked={organisations}>
        {() => (
          <Answered asked={assistance}>
            {({ months }) => (
              <Sheet
                layout={layout}
                content={monthlyPaper(model, {
                  ...{ month, stage: tables.stage, need_domain: tables.need_domain, payers },
                  assistance: months.find((one) => one.month === month),
                  delays: isOfMonth ? counts : null,
                })}
              />
            )}
          </Answered>
        )}
      </Answered>
    </PrintFrame>
  );
}
