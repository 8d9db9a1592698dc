import { shownSettings } from '#domain/exchange/conference/registration-view.ts';
import { useAsk } from '../../ask.ts';

/** How one registers for an edition; only its organisers read it. */
export function useRegistrationSettings(edition: string) {
  return useAsk(
    ['exchange', 'registration-settings', edition],
    `/api/exchange/editions/${edition}/registration-settings`,
    shownSettings,
  );
}
