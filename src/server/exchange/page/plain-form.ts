import { isStorable } from '#domain/text.ts';
import type { ServerApp } from '../../server-app.ts';

/** The most that a plain form may send. */
const LARGEST = 64 * 1024;
const MOST_FIELDS = 200;

/** What a plain form sent: each field's first value, trimmed; empty and unstorable ones are not there. */
export type FormFields = Readonly<Record<string, string>>;

/** A scope whose routes take plain forms, as pages without a script send them. */
export function takePlainForms(app: ServerApp, add: (inner: ServerApp) => void): void {
  void app.register(async (inner: ServerApp) => {
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST },
      (_request, text, done) => done(null, formFields(String(text))),
    );
    add(inner);
  });
}

/** Reads the body of a plain form; anything else is an empty form. */
export function formFields(text: string): FormFields {
  const fields: Record<string, string> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > MOST_FIELDS) break;
    // Browsers send line ends as CR LF; we keep what was typed.
    const plain = value.replaceAll('\r\n', '\n').trim();
    if (plain !== '' && isStorable(plain) && !(name in fields)) fields[name] = plain;
  }
  return fields;
}
