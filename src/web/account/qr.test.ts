import { describe, expect, it } from 'vitest';
import { qrCode } from './qr.ts';

/** The picture as a hash; it was read back by another program's decoder (jsQR) when written down. */
async function mark(text: string): Promise<string> {
  const bits = (qrCode(text) ?? [])
    .map((row) => row.map((dark) => (dark ? 1 : 0)).join(''))
    .join('');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(bits));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('qr code', () => {
  it('stays as it was when a decoder could read it', async () => {
    expect(await mark('otpauth://totp/Sign-in')).toBe(
      '79aa8f2b89ce2e0ab1c30b372af1d9c6df91c8c1fb91c097161a430539e5aa41',
    );
  });

  it('takes the smallest of ten sizes, and no text that is longer than 213 bytes', () => {
    expect(qrCode('x'.repeat(14))).toHaveLength(21);
    expect(qrCode('x'.repeat(15))).toHaveLength(25);
    expect(qrCode('x'.repeat(213))).toHaveLength(57);
    expect(qrCode('x'.repeat(214))).toBeUndefined();
  });
});
