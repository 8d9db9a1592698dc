import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { agenda } from '#domain/case/commission-list.ts';
import { useAsk } from '../ask.ts';
import { Answered } from '../ui/answered.tsx';
import { formatDay } from '../ui/format.ts';
import { PrintPage } from '../ui/print-page.tsx';

/** The sheet that goes out: the day and numbers of files; nobody's name, and not what is asked. */
export function AgendaScreen() {
  const { i18n } = useLingui();
  const { commission = '', day = '' } = useParams({ strict: false });
  const query = new URLSearchParams({ commission, session_on: day });
  const asked = useAsk(['agenda', commission, day], `/api/commission/agenda?${query}`, agenda);
  return (
    <>
      <div className="no-print" style={{ padding: '1rem', maxInlineSize: '46rem', margin: 'auto' }}>
        <Link to="/commission">
          <Trans>Back to the list</Trans>
        </Link>
      </div>
      <PrintPage title="1">
        <h1>{formatDay(i18n.locale, day)}</h1>
        <Answered asked={asked}>
          {({ numbers }) => (
            <ol>
              {numbers.map((number, at) => (
                // A file may stand there twice, with two steps.
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
                <li key={`${number}/${at}`}>{number}</li>
              ))}
            </ol>
          )}
        </Answered>
      </PrintPage>
    </>
  );
}
