import { createContext, useContext } from 'react';
import type { ParticipantMe } from '#domain/exchange/participant.ts';
import type { ExchangeRole } from '#domain/exchange/role.ts';

/** Who is signed in at the exchange; set by the workspace round every screen. */
export const ParticipantContext = createContext<ParticipantMe | undefined>(undefined);

/** Who works here, and what for; what may be done is the server's to say. */
export function useParticipant() {
  const me = useContext(ParticipantContext);
  if (me === undefined) throw new Error('a screen of the exchange outside its workspace');
  return {
    ...me,
    /** True where one of `roles` is held for that edition, or for the whole exchange. */
    holds: (edition: string, ...roles: ExchangeRole[]) =>
      me.roles.some(
        ({ role, edition_id }) =>
          roles.includes(role) && (edition_id === null || edition_id === edition),
      ),
    /** True where one of `roles` is held for the whole exchange. */
    holdsEverywhere: (...roles: ExchangeRole[]) =>
      me.roles.some(({ role, edition_id }) => roles.includes(role) && edition_id === null),
    holdsAny: (...roles: ExchangeRole[]) => me.roles.some(({ role }) => roles.includes(role)),
  };
}
