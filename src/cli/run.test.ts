import { expect, it } from 'vitest';
import { runCommand } from './run.ts';

/** A call with a database that nobody answers at: whatever touches it fails. */
async function call(...args: string[]) {
  let [out, err] = ['', ''];
  const nowhere = 'postgresql://nobody:none@127.0.0.1:1/none';
  const code = await runCommand(
    args,
    {
      DATABASE_URL: nowhere,
      DATABASE_OWNER_URL: nowhere,
      DATABASE_AUTH_URL: nowhere,
      DATABASE_JOBS_URL: nowhere,
      DATABASE_EXCHANGE_URL: nowhere,
    },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
  );
  return { code, out, err };
}

// Seen to fail before: `migrate --help` went to the database and changed it.
it.each(['migrate', 'seed', 'verify', 'export', 'import', 'user', 'match', 'assign', 'occupation'])(
  '%s says with --help how it is called, and does nothing',
  async (name) => {
    const said = await call(name, '--help');
    expect([said.code, said.err]).toEqual([0, '']);
    expect(said.out).toMatch(new RegExp(`^homeward ${name} `));
  },
);

it('names a command that is not there, and lists those that are', async () => {
  const said = await call('nonsense');
  expect([said.code, said.out]).toEqual([2, '']);
  expect(said.err).toMatch(/there is no command nonsense.*migrate {4}.*user /s);
  expect(await call('--help')).toMatchObject({ code: 0 });
});
