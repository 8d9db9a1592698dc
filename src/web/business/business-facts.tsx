import { useLingui as useRuntime } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type Business, costsInAll } from '#domain/case/business-state.ts';
import { formatMoney } from '../ui/format.ts';
import parts from '../ui/parts.module.css';

/** The plan of a business to read, in the file and on the person's own copy. */
export function BusinessFacts({ plan }: { readonly plan: Omit<Business['plan'], 'by' | 'at'> }) {
  const { i18n } = useRuntime();
  const { what, for_whom, costs, there, help } = plan;
  return (
    <dl className={parts.facts}>
      <dt>
        <Trans>What it is</Trans>
      </dt>
      <dd>
        <bdi>{what}</bdi>
      </dd>
      {for_whom === undefined ? null : (
        <>
          <dt>
            <Trans>For whom</Trans>
          </dt>
          <dd>{for_whom}</dd>
        </>
      )}
      {costs.length === 0 ? null : (
        <>
          <dt>
            <Trans>What it costs</Trans>
          </dt>
          <dd>
            {costs.map(({ what: thing, cost }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line of costs has no name of its own
              <div key={at}>
                <bdi>{thing}</bdi>: {formatMoney(i18n.locale, cost)}
              </div>
            ))}
            <strong>
              <Trans>In all</Trans>:{' '}
              {costsInAll(plan)
                .map((sum) => formatMoney(i18n.locale, sum))
                .join(' + ')}
            </strong>
          </dd>
        </>
      )}
      {there === undefined ? null : (
        <>
          <dt>
            <Trans>What is there already</Trans>
          </dt>
          <dd>{there}</dd>
        </>
      )}
      {help === undefined ? null : (
        <>
          <dt>
            <Trans>Help that is wished for</Trans>
          </dt>
          <dd>{help}</dd>
        </>
      )}
    </dl>
  );
}
