import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCloudDownload, IconWifiOff } from '@tabler/icons-react';
import { createElement, type ReactNode, useEffect, useState } from 'react';
import { sessionState } from '../account/session.ts';
import { allWords } from '../language.ts';
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
 * would bring it then. `waiting` stands there until it has come, and `words` too: all, unless told.
 */
export function lazyScreen<Name extends string>(
  load: () => Promise<Readonly<Record<Name, Screen>>>,
  name: Name,
  waiting: ReactNode = <Waiting />,
  words: () => Promise<void> = allWords,
): Screen & { preload(): Promise<void> } {
  const arrival: Arrival = {
    shown: undefined,
    async bring() {
      const [screen] = await Promise.all([load().catch(once(name)), words()]);
      arrival.shown ??= screen[name];
    },
  };
  // What fails here is said when the screen is opened. Before a sign-in no screen takes its place on the line.
  const preload = async () => {
    if (mayCome() && sessionState().phase === 'open') await arrival.bring().catch(() => {});
  };
  return Object.assign(() => <Coming arrival={arrival} waiting={waiting} />, { preload });
}

/**
 * The same code once more, under an address that the browser has not yet given up: it keeps for as long as the page
 * stands that the first one could not be had.
 */
function once<Name extends string>(name: Name) {
  return async (failure: unknown): Promise<Readonly<Record<Name, Screen>>> => {
    const address = /https?:\S+\.js/.exec(failure instanceof Error ? failure.message : '')?.[0];
    if (address === undefined || new URL(address).origin !== location.origin) throw failure;
    const module: object = await import(/* @vite-ignore */ `${address}?again=${Date.now()}`);
    if (!has(module, name)) throw failure;
    return module;
  };
}

function has<Name extends string>(
  module: object,
  name: Name,
): module is Readonly<Record<Name, Screen>> {
  return typeof Reflect.get(module, name) === 'function';
}

/** With a line, or from what the service worker has kept. */
function mayCome(): boolean {
  return navigator.onLine || navigator.serviceWorker?.controller != null;
}

interface ComingProps {
  readonly arrival: Arrival;
  readonly waiting: ReactNode;
}

function Coming({ arrival, waiting }: ComingProps) {
  const [line, setLine] = useState(mayCome);
  const [here, setHere] = useState(arrival.shown !== undefined);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (here || failed) return undefined;
    if (line)
      arrival.bring().then(
        () => setHere(true),
        () => setFailed(true),
      );
    const back = () => setLine(true);
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, [arrival, here, line, failed]);
  if (arrival.shown !== undefined) return createElement(arrival.shown);
  if (failed) return <DidNotCome again={() => setFailed(false)} />;
  return line ? waiting : <NoLineYet />;
}

/** With the line up, most likely for a moment: everything around it stays, and so does what was typed. */
function DidNotCome({ again }: { readonly again: () => void }) {
  return (
    <EmptyState
      icon={<IconCloudDownload size={44} aria-hidden />}
      title={<Trans>This screen did not come through</Trans>}
      action={
        <>
          <Button onClick={again}>
            <Trans>Try again</Trans>
          </Button>
          <Button variant="subtle" onClick={() => location.reload()}>
            <Trans>Reload</Trans>
          </Button>
        </>
      }
    >
      <Trans>
        What you have saved and typed is kept. Please try again. If that does not help, reload the
        page: you then type your PIN.
      </Trans>
    </EmptyState>
  );
}

function NoLineYet() {
  return (
    <EmptyState icon={<IconWifiOff size={44} aria-hidden />} title={<Trans>No connection</Trans>}>
      <Trans>This screen was never open on this device. It comes as soon as there is a line.</Trans>
    </EmptyState>
  );
}
