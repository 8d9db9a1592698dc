import { Trans, useLingui } from '@lingui/react/macro';
import { readLogPage } from '#domain/access/read-log.ts';
import { useAskPages } from '../ask.ts';
import { LogTable } from '../read-log/log-table.tsx';
import { Answered } from '../ui/answered.tsx';
import { More } from '../ui/data-table.tsx';
import { Section } from '../ui/page.tsx';
import type { CaseFile } from './case-file.ts';

const page = readLogPage.transform(({ entries: rows, next }) => ({ rows, next }));

/** Who has opened, printed or exported this file, and who tried in vain; for its supervisor. */
export function Readers({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const { id } = file.row;
  const asked = useAskPages(
    ['readers', id],
    (after) => `/api/cases/${id}/readers${after === null ? '' : `?after=${after}`}`,
    page,
  );
  return (
    <Section title={<Trans>Who has read this file</Trans>}>
      <Answered asked={asked}>
        {(rows) => (
          <>
            <LogTable caption={t`The newest first.`} rows={rows} />
            <More shown={rows.length} more={asked.more} busy={asked.busy} onMore={asked.showMore} />
          </>
        )}
      </Answered>
    </Section>
  );
}
