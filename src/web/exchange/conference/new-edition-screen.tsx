import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { wording } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { Page } from '../../ui/page.tsx';
import { useEditions } from '../start-screen.tsx';
import { NewEditionForm } from './new-edition-form.tsx';

const allSeries = z.object({
  series: z.array(z.object({ id: z.uuid(), slug: z.string(), title: wording })),
});

/** A new conference: a draft that nobody else sees until it is announced. */
export function NewEditionScreen() {
  const { t } = useLingui();
  const { series: wanted = '' } = useSearch({ strict: false }) as { series?: string };
  const asked = useAsk(['exchange', 'series'], '/api/exchange/series', allSeries);
  const editions = useEditions();
  return (
    <Page
      title={t`New conference`}
      intro={
        <Trans>
          It is a draft until you announce it. If it begins a series,{' '}
          <Link to="/workspace/conferences/new-series">make the series first</Link>.
        </Trans>
      }
    >
      <Answered asked={asked}>
        {({ series }) => (
          <Answered asked={editions}>
            {({ editions: rows }) => (
              <NewEditionForm series={series} editions={rows} wanted={wanted} />
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}
