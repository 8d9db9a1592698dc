import type { Contact } from '../people/person.ts';

/** Ways on which somebody may be reminded: what is written stays and is read by others too. */
export interface ReminderWays {
  readonly written: readonly Contact[];
  readonly spoken: readonly Contact[];
}

/** By the person's own rule of safe contact: what they do not wish is not among the ways. */
export function reminderWays(contacts: readonly Contact[]): ReminderWays {
  const allowed = contacts.filter(({ safe }) => !safe.do_not_contact);
  const of = (...channels: Contact['channel'][]) =>
    allowed.filter(({ channel }) => channels.includes(channel));
  return { written: of('message', 'email'), spoken: of('telephone', 'through_somebody') };
}
