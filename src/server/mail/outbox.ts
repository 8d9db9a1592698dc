import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One mail in plain text. Whoever writes it keeps names of people and of the programme out of it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
}

/**
 * Mail that goes to a readable folder instead of the network: one `.eml` file per letter, readable by
 * the server's own user only, written whole or not at all.
 */
export function mailOutbox(directory: string, clock: () => Date, newId: () => string): Mail {
  return {
    async send(letter) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const id = newId();
      const path = join(directory, `${id}.eml`);
      await writeFile(`${path}.part`, eml(letter, clock(), id), { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
  };
}

function eml(letter: Letter, at: Date, id: string): string {
  return [
    `Date: ${at.toUTCString()}`,
    `To: ${oneLine(letter.to)}`,
    'From: no-reply@localhost.invalid',
    `Subject: ${encodedWord(letter.subject)}`,
    `Message-ID: <${id}@localhost.invalid>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    letter.text,
    '',
  ].join('\r\n');
}

/** RFC 2047 for what is not ASCII. */
function encodedWord(value: string): string {
  const text = oneLine(value);
  const ascii = [...text].every((letter) => letter >= ' ' && letter <= '~');
  return ascii ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** No header may begin a second header. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}
