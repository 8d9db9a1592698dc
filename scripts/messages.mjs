// npm run messages                     collects the words of all screens into src/web/locales/*.po
// npm run messages -- words.json …     and fills in translations: { "English": { "ru": "…", "uz": "…" } }
//
// Several people may run it at once: one after the other, by a lock directory. Prints what is missing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { formatter } from '@lingui/format-po';

const LOCK = 'src/web/locales/.lock';
const format = formatter({ lineNumbers: false, origins: false, printLinguiId: false });

for (let tries = 0; ; tries += 1) {
  try {
    mkdirSync(LOCK);
    break;
  } catch (error) {
    if (error.code !== 'EEXIST' || tries > 240) throw error;
    await wait(250);
  }
}
try {
  const npx = ['--no-install', 'lingui', 'extract', '--clean'];
  const extracted = spawnSync('npx', npx, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (extracted.status !== 0) throw new Error('the words could not be collected');
  const words = Object.assign({}, ...process.argv.slice(2).map(readWords));
  const missing = [];
  for (const locale of ['ru', 'uz']) missing.push(...(await fill(locale, words)));
  for (const line of missing) console.log(line);
  console.log(missing.length === 0 ? 'complete' : `${missing.length} missing`);
} finally {
  rmdirSync(LOCK);
}

function readWords(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function fill(locale, words) {
  const path = `src/web/locales/${locale}.po`;
  const context = { locale, sourceLocale: 'en', filename: path };
  const existing = readFileSync(path, 'utf8');
  const catalog = await format.parse(existing, context);
  const missing = [];
  for (const entry of Object.values(catalog)) {
    const given = words[entry.message]?.[locale];
    if (given !== undefined) entry.translation = given;
    if (!entry.translation) missing.push(`${locale}: ${entry.message}`);
  }
  writeFileSync(path, await format.serialize(catalog, { ...context, existing }));
  return missing;
}
