import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { fingerprint, signingKey, verifySignature } from './signing-key.ts';

const folder = () => mkdtemp(join(tmpdir(), 'homeward-key-'));

it('the key is made once, whoever asks first, and is nobody else’s to read', async () => {
  const here = await folder();
  const keys = await Promise.all(Array.from({ length: 8 }, () => signingKey(here, v7)));
  expect(new Set(keys.map((key) => key.public_key)).size).toBe(1);
  expect(await readdir(here)).toEqual(['package-key.pem']);
  expect((await stat(join(here, 'package-key.pem'))).mode & 0o777).toBe(0o600);
  expect(fingerprint(keys[0]?.public_key ?? '')).toMatch(/^([0-9a-f]{4} ){9}[0-9a-f]{4}$/);
});

// Not yet broken on purpose; it should fail by answering true where the key cannot be read: a package without a real key was then taken.
it('only the key that a package names signs it', async () => {
  const [own, other] = [await signingKey(await folder(), v7), await signingKey(await folder(), v7)];
  const by = own.sign('text');
  expect(verifySignature('text', by)).toBe(true);
  expect(verifySignature('text ', by)).toBe(false);
  expect(verifySignature('text', { ...by, public_key: other.public_key })).toBe(false);
  expect(verifySignature('text', { ...by, public_key: '_'.repeat(43) })).toBe(false);
  expect(verifySignature('text', { ...by, value: 'A'.repeat(86) })).toBe(false);
});
