import { expect, type Page } from '@playwright/test';
import { type Pretended, pretendApi } from './pretend-api.ts';

export const PIN = '582047';
export const CANARY = 'Zumradcanary';

export async function setUp(page: Page): Promise<Pretended> {
  await page.clock.install();
  const api = await pretendApi(page, 'caseworker', `${CANARY}-name`);
  api.rows = [{ table: 'person', id: 'p1', op: 'put', data: { name: `${CANARY}-person` } }];
  await page.goto('/kit');
  await signIn(page);
  await page.getByLabel('New PIN').fill(PIN);
  await page.getByLabel('The same PIN').fill(PIN);
  await page.getByRole('button', { name: 'Set the PIN' }).click();
  await expect(page.getByRole('heading', { name: 'Parts of screens' })).toBeVisible();
  return api;
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name or e-mail').fill('nigora');
  await page.getByLabel('Password', { exact: true }).fill('right password');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

export async function say(page: Page, title: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(title);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  // What was said before may still say so: the form is empty once this one is written down.
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
}

/** All that lies in the browser, as text: databases byte by byte, both storages, caches, names. */
export async function dump(page: Page): Promise<{ text: string; rows: number }> {
  return page.evaluate(async () => {
    const parts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    let rows = 0;
    const wrapped = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const text = (value: unknown): string => {
      if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.entries(value)
        .map(([key, inner]) => `${key}=${text(inner)}`)
        .join(';');
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await wrapped(indexedDB.open(name));
      parts.push(name);
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        const [keys, values] = [await wrapped(store.getAllKeys()), await wrapped(store.getAll())];
        rows += values.length;
        parts.push(text(keys), text(values));
      }
      database.close();
    }
    return { text: parts.join('\n'), rows };
  });
}

/** As if so many wrong PINs had been typed: each takes its time. */
export async function wrongSoFar(page: Page, wrong: number): Promise<void> {
  await page.evaluate(async (count) => {
    const wrapped = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await wrapped(indexedDB.open(name));
      const heads = database.transaction('head', 'readwrite').objectStore('head');
      await wrapped(heads.put({ ...(await wrapped(heads.get('head'))), wrong: count }, 'head'));
      database.close();
    }
  }, wrong);
}
