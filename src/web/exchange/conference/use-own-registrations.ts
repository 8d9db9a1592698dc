import { ownRegistrations } from '#domain/exchange/conference/registration-view.ts';
import { useAsk } from '../../ask.ts';

/** What the participant is registered for, and what one can register for just now. */
export function useOwnRegistrations() {
  return useAsk(
    ['exchange', 'my-registrations'],
    '/api/exchange/my-registrations',
    ownRegistrations,
  );
}
