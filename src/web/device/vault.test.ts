import { describe, expect, it } from 'vitest';
import { newMaster, opaqueId, seal, storeKeys, unseal } from './sealing.ts';
import { memoryStorage } from './storage.ts';
import { openStore } from './store.ts';
import { createVault, noteContact, OFFLINE_LIMIT, TRIES, unlockVault } from './vault.ts';

const CHEAP = { memory: 1024, passes: 1 };
const NOON = 1_800_000_000_000;

async function vault() {
  const storage = memoryStorage();
  const keys = await createVault(storage, '246810', 'device-1', NOON, CHEAP);
  return { storage, keys };
}

describe('sealing', () => {
  it('leaves no word of what was stored, and binds each row to its place', async () => {
    const keys = await storeKeys(newMaster());
    const place = await opaqueId(keys, 'note', 'n1');
    const sealed = await seal(keys.content, 'note', place, { text: 'CANARY' });
    expect(new TextDecoder('latin1').decode(sealed.bytes)).not.toContain('CANARY');
    expect(await unseal(keys.content, 'note', place, sealed)).toEqual({ text: 'CANARY' });
    const elsewhere = await opaqueId(keys, 'note', 'n2');
    await expect(unseal(keys.content, 'note', elsewhere, sealed)).rejects.toThrow();
    await expect(unseal(keys.content, 'visit', place, sealed)).rejects.toThrow();
  });

  it('never uses an IV twice, and hides the length of short texts', async () => {
    const keys = await storeKeys(newMaster());
    const sealed = await Promise.all(
      Array.from({ length: 200 }, (_, i) => seal(keys.content, 't', 'p', 'x'.repeat(i))),
    );
    expect(new Set(sealed.map((one) => one.iv.join(' '))).size).toBe(200);
    expect(new Set(sealed.map((one) => one.bytes.length)).size).toBe(1);
  });
});

describe('vault', () => {
  it('opens the same store with the right PIN and not with a wrong one', async () => {
    const { storage, keys } = await vault();
    const store = openStore(storage, keys);
    await store.put('note', 'n1', 'CANARY');
    expect(await unlockVault(storage, '135791', NOON, false)).toEqual({ wrong: { left: 9 } });
    const again = await unlockVault(storage, '246810', NOON, false);
    if (!('keys' in again)) throw new Error('should have opened');
    expect(await openStore(storage, again.keys).get('note', 'n1')).toBe('CANARY');
  });

  // Seen to fail without the count that is written before each try.
  it('wipes after ten wrong PINs in a row', async () => {
    const { storage, keys } = await vault();
    await openStore(storage, keys).put('note', 'n1', 'CANARY');
    for (let left = TRIES - 1; left > 0; left -= 1) {
      expect(await unlockVault(storage, '000000', NOON, false)).toEqual({ wrong: { left } });
    }
    expect(await unlockVault(storage, '000000', NOON, false)).toEqual({ wiped: true });
    expect(storage.rows()).toEqual([]);
    expect(await unlockVault(storage, '246810', NOON, false)).toEqual({ empty: true });
  });

  it('counts from the beginning after a right PIN', async () => {
    const { storage } = await vault();
    for (let i = 0; i < 5; i += 1) await unlockVault(storage, '000000', NOON, false);
    await unlockVault(storage, '246810', NOON, false);
    expect(await unlockVault(storage, '000000', NOON, false)).toEqual({ wrong: { left: 9 } });
  });

  it('opens without the server for twelve hours, also where the clock is turned back', async () => {
    const { storage } = await vault();
    const late = NOON + OFFLINE_LIMIT + 1;
    expect(await unlockVault(storage, '246810', late - 1, false)).toHaveProperty('keys');
    expect(await unlockVault(storage, '246810', late, false)).toEqual({ contactNeeded: true });
    expect(await unlockVault(storage, '246810', late, true)).toHaveProperty('keys');
    await noteContact(storage, late);
    expect(await unlockVault(storage, '246810', late + 1000, false)).toHaveProperty('keys');
    await unlockVault(storage, '246810', late + OFFLINE_LIMIT + 1, false);
    expect(await unlockVault(storage, '246810', NOON, false)).toEqual({ contactNeeded: true });
  });

  it('keeps the device key where scripts cannot read it', async () => {
    const { storage } = await vault();
    const head = await storage.readHead();
    expect(head?.deviceKey.extractable).toBe(false);
    await expect(
      crypto.subtle.exportKey('raw', head?.deviceKey ?? (await newKey())),
    ).rejects.toThrow();
  });
});

async function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
}
