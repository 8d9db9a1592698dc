import { z } from 'zod';
import {
  type DeliveryLine,
  deliveryLine,
  type WebhookLine,
  webhookLine,
} from '#domain/webhook/webhook.ts';
import { useAskPages } from '../ask.ts';

const webhooks = z
  .object({ webhooks: z.array(webhookLine), next: z.string().nullable() })
  .transform((page) => ({ rows: page.webhooks, next: page.next }));
const deliveries = z
  .object({ deliveries: z.array(deliveryLine), next: z.string().nullable() })
  .transform((page) => ({ rows: page.deliveries, next: page.next }));

const at = (path: string, after: string | null) =>
  after === null ? path : `${path}?${new URLSearchParams({ after })}`;

/** The endpoints that are told of changes, the newest first. */
export function useWebhooks() {
  const path = (after: string | null) => at('/api/webhooks', after);
  return useAskPages<WebhookLine>(['clients', 'webhooks'], path, webhooks);
}

/** What was sent to one endpoint and what became of it, the newest first. */
export function useDeliveries(id: string) {
  const path = (after: string | null) => at(`/api/webhooks/${id}/deliveries`, after);
  return useAskPages<DeliveryLine>(['clients', 'deliveries', id], path, deliveries);
}
