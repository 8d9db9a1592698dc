import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('a password', () => {
  it('is kept as Argon2id of 64 MiB and three passes, salted', async () => {
    const [one, two] = await Promise.all([
      hashPassword('correct horse'),
      hashPassword('correct horse'),
    ]);
    expect(one).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'correct horse')).toBe(true);
    expect(await verifyPassword(one, 'correct horsf')).toBe(false);
  });

  it('is the same however the keyboard composes its letters', async () => {
    const hash = await hashPassword('o\u02BBqituvchi \u0439');
    expect(await verifyPassword(hash, 'o\u02BBqituvchi \u0438\u0306')).toBe(true);
  });

  it('is never right against a text that is no hash', async () => {
    for (const text of ['', 'x', '$argon2id$v=19$m=8,t=1,p=1$$', '$2b$10$abcdefghijklmnopqrstuv']) {
      expect(await verifyPassword(text, '')).toBe(false);
    }
  });
});
