import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { DeliveryLine } from '#domain/webhook/webhook.ts';
import { Answered } from '../ui/answered.tsx';
import { type Column, DataTable, More } from '../ui/data-table.tsx';
import { formatMoment } from '../ui/format.ts';
import { useDeliveries } from './use-webhooks.ts';

const EVENTS = {
  'task.created': msg`New referral`,
  'task.changed': msg`Referral changed`,
  test: msg`Test`,
} as const satisfies Record<DeliveryLine['event'], unknown>;

const STATES = {
  waiting: msg`Waiting`,
  delivered: msg`Delivered`,
  given_up: msg`Not delivered`,
} as const satisfies Record<DeliveryLine['state'], unknown>;

const ANSWERS: Readonly<Record<string, ReturnType<typeof msg>>> = {
  not_https: msg`Not an https address`,
  private_address: msg`Private address`,
  no_such_host: msg`No such host`,
  no_answer: msg`No answer`,
  too_slow: msg`Too slow`,
};

/** What was sent to an endpoint, by kind and time; who it was about stands nowhere. */
export function DeliveryLog({ id }: { readonly id: string }) {
  const { t, i18n } = useLingui();
  const deliveries = useDeliveries(id);
  const queries = useQueryClient();
  const columns: readonly Column<DeliveryLine>[] = [
    { key: 'at', title: t`When`, cell: (row) => formatMoment(i18n.locale, row.created_at) },
    { key: 'event', title: t`What`, cell: (row) => i18n._(EVENTS[row.event]) },
    { key: 'state', title: t`State`, cell: (row) => i18n._(STATES[row.state]) },
    { key: 'attempts', title: t`Tries`, cell: (row) => row.attempts },
    {
      key: 'answer',
      title: t`Answer`,
      cell: (row) => {
        const known = row.answer === null ? undefined : ANSWERS[row.answer];
        return known === undefined ? (row.answer ?? '–') : i18n._(known);
      },
    },
  ];
  return (
    <Answered asked={deliveries}>
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <p>
              <Trans>Nothing was sent yet.</Trans>
            </p>
          ) : (
            <DataTable
              caption={t`Kept for 30 days.`}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
            />
          )}
          <More
            shown={rows.length}
            more={deliveries.more}
            busy={deliveries.busy}
            onMore={deliveries.showMore}
          />
          <div>
            <Button
              variant="subtle"
              onClick={() => void queries.invalidateQueries({ queryKey: ['clients'] })}
            >
              <Trans>Look again</Trans>
            </Button>
          </div>
        </>
      )}
    </Answered>
  );
}
