import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';

export const gone = { code: 'gone' } as const;

/** Does `work` in the name of whoever organises the edition; to everybody else there is nothing there. */
export function organisingIn(deps: ExchangeDeps) {
  return async <T>(
    request: { readonly participant: { readonly id: string } },
    edition: string,
    work: (taking: Taking) => Promise<T>,
  ): Promise<T | typeof gone> =>
    deps.exchange.as(request.participant.id, async (taking) =>
      taking.holds(edition, 'organiser') ? work(taking) : gone,
    );
}
