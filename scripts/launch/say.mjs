/** Tells a person what goes on: on stderr, so that results on stdout stay clean. */
export function say(text) {
  process.stderr.write(`homeward: ${text}\n`);
}

/** Tells what is wrong and ends. */
export function fail(text) {
  say(text);
  process.exit(1);
}
