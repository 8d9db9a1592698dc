import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { VOICE_MEDIA } from '#domain/complaint/complaint.ts';

const NONCE = 12;
const TAG = 16;

export interface SealedVoice {
  readonly salt: Buffer;
  readonly sealed: Buffer;
}

/**
 * Seals a voice by AES-256-GCM under a key of its own, made of the server's secret and the salt: a copy of
 * the database alone plays nothing, and without the salt nobody does.
 */
export function sealVoice(secret: string, sound: Buffer): SealedVoice {
  const salt = randomBytes(32);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), nonce);
  const text = Buffer.concat([cipher.update(sound), cipher.final()]);
  return { salt, sealed: Buffer.concat([nonce, text, cipher.getAuthTag()]) };
}

/** The sound again; throws where a byte of it was changed. */
export function openVoice(secret: string, { salt, sealed }: SealedVoice): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, salt), sealed.subarray(0, NONCE));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const text = sealed.subarray(NONCE, sealed.length - TAG);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

/** Which kind of sound this is, by how it begins; undefined where it is none of those that we play. */
export function mediaOf(sound: Buffer): (typeof VOICE_MEDIA)[number] | undefined {
  const at = (from: number, length: number) => sound.toString('latin1', from, from + length);
  if (sound.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))) return 'audio/webm';
  if (at(0, 4) === 'OggS') return 'audio/ogg';
  if (at(4, 4) === 'ftyp') return 'audio/mp4';
  if (at(0, 4) === 'RIFF' && at(8, 4) === 'WAVE') return 'audio/wav';
  const frame = sound[0] === 0xff && ((sound[1] ?? 0) & 0xe0) === 0xe0;
  return at(0, 3) === 'ID3' || frame ? 'audio/mpeg' : undefined;
}

function keyOf(secret: string, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'complaint-recording', 32));
}
