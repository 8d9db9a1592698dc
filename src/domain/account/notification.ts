import { z } from 'zod';
import { id } from '../id.ts';
import { instant } from '../time.ts';

/** What somebody is told; codes and ids, never content and no name. */
export const notification = z.object({
  id: z.uuid(),
  kind: z.string(),
  details: z.record(z.string(), z.unknown()),
  created_at: instant,
  read_at: instant.nullable(),
});
export const notificationPage = z.object({
  notifications: z.array(notification),
  /** How many are unread in all. */
  unread: z.int(),
  next: z.uuid().nullable(),
});
export const readNotifications = z.strictObject({ ids: z.array(id).min(1).max(200) });
