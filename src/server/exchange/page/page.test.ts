import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { testServer } from '#test/http.ts';

const server = await testServer(await testDatabase({ seeded: false }));

// Seen to fail before: a reader could take invented practices and recommendations for real ones.
it.each([
  ['en', 'Trial: everything'],
  ['ru', 'Пробный режим'],
  ['uz', 'Sinov rejimi'],
])('a public page says that it is a trial, also where there is nothing: %s', async (lang, says) => {
  for (const path of ['', '/practices', '/nothing-there']) {
    const reply = await server.stranger().request('GET', `/exchange/${lang}${path}`);
    expect(reply.body).toContain(`<p class="trial no-print">${says}`);
  }
});
