import { Trans } from '@lingui/react/macro';
import { Link, useParams } from '@tanstack/react-router';
import { agenda } from '#domain/case/commission-list.ts';
import { agendaPaper } from '#domain/print/agenda-paper.ts';
import { layoutOf } from '#domain/print/layout.ts';
import { useAsk } from '../ask.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { PrintFrame } from '../print/print-frame.tsx';
import { Sheet } from '../print/sheet.tsx';
import { NotFound } from '../root.tsx';
import { Answered } from '../ui/answered.tsx';
import parts from '../ui/parts.module.css';

/** The sheet that goes out: the day and numbers of files; nobody's name, and not what is asked. */
export function AgendaScreen() {
  const { commission = '', day = '' } = useParams({ strict: false });
  const query = new URLSearchParams({ commission, session_on: day });
  const asked = useAsk(['agenda', commission, day], `/api/commission/agenda?${query}`, agenda);
  const model = useModel();
  const layout = layoutOf(model.value, 'agenda');
  if (layout === null) return <NotFound />;
  const back = (
    <Link to="/commission" className={parts.link}>
      <Trans>Back to the list</Trans>
    </Link>
  );
  return (
    <PrintFrame spoken={[]} back={back}>
      <Answered asked={model}>
        {(found) => (
          <Answered asked={asked}>
            {({ numbers }) => (
              <Sheet
                layout={layout}
                content={agendaPaper(found, { commission, session_on: day, numbers })}
              />
            )}
          </Answered>
        )}
      </Answered>
    </PrintFrame>
  );
}
