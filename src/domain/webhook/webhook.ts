import { z } from 'zod';
import { id } from '../id.ts';
import { text } from '../text.ts';
import { instant } from '../time.ts';

/** What an endpoint is told of; the id beside it opens nothing without a token. */
export const WEBHOOK_EVENTS = ['task.created', 'task.changed', 'test'] as const;

/** So many deliveries that fail one after the other pause the endpoint. */
export const PAUSE_AFTER = 20;
/** A message is tried so often, over some two days, and then given up. */
export const GIVE_UP_AFTER = 12;

export const newWebhook = z.strictObject({ id, organisation_id: id, url: text(500) });
export type NewWebhook = z.infer<typeof newWebhook>;

export const webhookLine = z.object({
  id: z.uuid(),
  organisation_id: z.uuid(),
  url: z.string(),
  made_at: instant,
  failures: z.int(),
  waiting: z.int(),
  paused_at: instant.nullable(),
  withdrawn_at: instant.nullable(),
});
export type WebhookLine = z.infer<typeof webhookLine>;

export const webhookPage = z.strictObject({ after: id.optional() });

/** What is shown once: with it the receiver proves that a message is ours. */
export const webhookSecret = z.object({ webhook_id: z.uuid(), secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecret>;

export const DELIVERY_STATES = ['waiting', 'delivered', 'given_up'] as const;

/** One line of the log: a kind of event and what became of it. */
export const deliveryLine = z.object({
  id: z.uuid(),
  event: z.enum(WEBHOOK_EVENTS),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  created_at: instant,
  tried_at: instant.nullable(),
  answer: z.string().nullable(),
});
export type DeliveryLine = z.infer<typeof deliveryLine>;

/** Seconds until the next try: doubled each time up to twelve hours, and spread by half either way. */
export function secondsUntilNextTry(attempts: number, random: number): number {
  const full = Math.min(30 * 2 ** attempts, 43_200);
  return Math.round(full * (0.5 + random));
}
