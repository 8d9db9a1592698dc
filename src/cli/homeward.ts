import { runCommand } from './run.ts';

// `npm run homeward -- <command> …`.
const args = process.argv.slice(2);
// `start` takes no arguments of its own: whoever gives one, `--help` too, is told how all is called.
if (args[0] === 'start' && args.length === 1) await import('./start.ts');
else {
  process.exitCode = await runCommand(args, process.env, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
process.exit();
