import { runCommand } from './run.ts';

// `npm run homeward -- <command> …`.
const args = process.argv.slice(2);
if (args[0] === 'start') await import('./start.ts');
else {
  process.exitCode = await runCommand(args, process.env, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
process.exit();
