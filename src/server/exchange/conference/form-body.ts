import type { ServerApp } from '../../server-app.ts';

/** A form as a browser without a script sends it: fields in their order, a name may come several times. */
export class SentForm {
  private readonly fields: URLSearchParams;
  constructor(text: string) {
    this.fields = new URLSearchParams(text);
  }
  one(name: string): string {
    return (this.fields.get(name) ?? '').trim();
  }
  all(name: string): string[] {
    return this.fields.getAll(name);
  }
  has(name: string): boolean {
    return this.fields.has(name);
  }
}

/** Adds routes that take plain forms; the rest of the server goes on refusing them. */
export function withForms(app: ServerApp, add: (inner: ServerApp) => void): void {
  void app.register(async (inner: ServerApp) => {
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_request, text, done) => done(null, new SentForm(String(text))),
    );
    add(inner);
  });
}
