/** What the tabs of one browser tell each other about who is here. It stays within this browser. */
type Told = { readonly left: true } | { readonly here: string } | { readonly locked: string };

const tabs = new BroadcastChannel('w.session');

/** Tells the other tabs that the person has signed out, which account is signed in, or whose files are to be locked. */
export function tellTabs(told: Told): void {
  tabs.postMessage(told);
}

/** Calls back with what another tab tells. */
export function onTabs(listener: (told: Told) => void): void {
  tabs.onmessage = (event: MessageEvent<Told>) => listener(event.data);
}
