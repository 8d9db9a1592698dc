import { Trans } from '@lingui/react/macro';
import { IconWifiOff } from '@tabler/icons-react';
import { createElement, type ReactNode, useEffect, useState } from 'react';
import { EmptyState } from './page.tsx';
import { Waiting } from './waiting.tsx';

type Screen = () => ReactNode;

/** The code of a screen: `shown` once it has come. */
interface Arrival {
  shown: Screen | undefined;
  bring(): Promise<void>;
}

/**
 * A screen whose code comes when it is first opened. Without a line it is not asked for: a browser keeps for
 * as long as the page stands that a part of it could not be had, and only a reload, which locks the device,
 * would bring it then.
 */
export function lazyScreen<Name extends string>(
  load: () => Promise<Readonly<Record<Name, Screen>>>,
  name: Name,
): Screen & { preload(): Promise<void> } {
  const arrival: Arrival = {
    shown: undefined,
    async bring() {
      arrival.shown ??= (await load())[name];
    },
  };
  // What fails here is said when the screen is opened.
  const preload = async () => {
    if (mayCome()) await arrival.bring().catch(() => {});
  };
  return Object.assign(() => <Coming arrival={arrival} />, { preload });
}

/** With a line, or from what the service worker has kept. */
function mayCome(): boolean {
  return navigator.onLine || navigator.serviceWorker?.controller != null;
}

function Coming({ arrival }: { readonly arrival: Arrival }) {
  const [line, setLine] = useState(mayCome);
  const [here, setHere] = useState(arrival.shown !== undefined);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    if (here) return undefined;
    if (line) arrival.bring().then(() => setHere(true), setFailure);
    const back = () => setLine(true);
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [arrival, here, line]);
  if (failure !== undefined) throw failure;
  if (arrival.shown !== undefined) return createElement(arrival.shown);
  return line ? <Waiting /> : <NoLineYet />;
}

function NoLineYet() {
  return (
    <EmptyState icon={<IconWifiOff size={44} aria-hidden />} title={<Trans>No connection</Trans>}>
      <Trans>This screen was never open on this device. It comes as soon as there is a line.</Trans>
    </EmptyState>
  );
}
