/** What the tabs of one browser tell each other about who takes part here: they have one sign-in. */
type Told = { readonly left: true } | { readonly here: string };

const tabs = new BroadcastChannel('x.session');

/** Tells the other tabs that somebody has signed out, or who is signed in. */
export function tellOtherTabs(told: Told): void {
  tabs.postMessage(told);
}

/** Calls back with what another tab tells; returns how to stop. */
export function onOtherTabs(listener: (told: Told) => void): () => void {
  const heard = (event: MessageEvent<Told>) => listener(event.data);
  tabs.addEventListener('message', heard);
  return () => tabs.removeEventListener('message', heard);
}
