import { useSyncExternalStore } from 'react';
import type { Me } from '#domain/account/account.ts';
import type { Device } from '../device/device.ts';
import { onSession, type SessionState, sessionState } from './session.ts';

export function useSession(): SessionState {
  return useSyncExternalStore(onSession, sessionState);
}

/** Who is signed in. Only below the shell, where somebody is. */
export function useMe(): Me {
  const { me } = useSession();
  if (me === undefined) throw new Error('nobody is signed in here');
  return me;
}

/** The open device store. Only below the shell, where it is open. */
export function useDevice(): Device {
  const { device } = useSession();
  if (device === undefined) throw new Error('the device store is not open here');
  return device;
}

/** True where the server said that this may be done, e.g. `accounts` or `append:general`. */
export function useAbility(ability: string): boolean {
  return useSession().me?.abilities.includes(ability) ?? false;
}
