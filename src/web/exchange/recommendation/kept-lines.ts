import { z } from 'zod';
import { type NewMinutesLine, newMinutesLine } from '#domain/exchange/recommendation/minutes.ts';

const PREFIX = 'exchange.minutes.';
const lines = z.array(newMinutesLine);
type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The lines of one session that one person has written and the server has not taken. */
export interface KeptLines {
  load(): Promise<readonly NewMinutesLine[]>;
  /** In the order in which it is called; none = nothing is kept any more. */
  save(lines: readonly NewMinutesLine[]): Promise<void>;
}

/**
 * Lines are kept sealed under a secret that the server tells their writer alone: whoever comes to this browser next,
 * after a session that ended by itself too, finds that there are some and how many, and no word of them.
 */
export function keptLines(
  { participant, secret, session }: { participant: string; secret: string; session: string },
  place: Place = localStorage,
): KeptLines {
  const name = `${PREFIX}${participant}.${session}`;
  const sealing = crypto.subtle.importKey('raw', bytesOf(secret), 'AES-GCM', false, [
    ...(['encrypt', 'decrypt'] as const),
  ]);
  let before: Promise<void> = Promise.resolve();
  async function put(next: readonly NewMinutesLine[]): Promise<void> {
    if (next.length === 0) return place.removeItem(name);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(next));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await sealing, plain);
    place.setItem(name, `${next.length} ${textOf(iv)} ${textOf(new Uint8Array(sealed))}`);
  }
  return {
    async load() {
      const found = place.getItem(name) ?? '';
      const [, iv = '', sealed = ''] = found.split(' ');
      try {
        // Kept before there was a seal.
        if (found.startsWith('[')) return lines.parse(JSON.parse(found));
        const how = { name: 'AES-GCM', iv: bytesOf(iv) };
        const plain = await crypto.subtle.decrypt(how, await sealing, bytesOf(sealed));
        return lines.parse(JSON.parse(new TextDecoder().decode(plain)));
      } catch {
        return [];
      }
    },
    save(next) {
      before = before.then(() => put(next)).catch(() => undefined);
      return before;
    },
  };
}

/** In which sessions somebody has lines that are only in this browser, and how many. */
export function keptOf(
  participant: string,
  place: Place = localStorage,
): { session: string; lines: number }[] {
  return namesOf(participant, place).map((name) => ({
    session: name.slice(name.lastIndexOf('.') + 1),
    lines: Number.parseInt(place.getItem(name) ?? '', 10) || 1,
  }));
}

/** Somebody signs out: nothing of them stays in this browser. */
export function forgetKept(participant: string, place: Place = localStorage): void {
  for (const name of namesOf(participant, place)) place.removeItem(name);
}

function namesOf(participant: string, place: Place): string[] {
  const all = Array.from({ length: place.length }, (_, at) => place.key(at) ?? '');
  return all.filter((name) => name.startsWith(`${PREFIX}${participant}.`));
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}
