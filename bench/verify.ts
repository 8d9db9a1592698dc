import { verifyCases } from '#server/case/verify.ts';
import { type DatabaseUrls, withClient } from '#server/postgres/roles.ts';
import { print } from './print.ts';

/** Every hash, list and state rebuilt from the facts. */
export async function verifyAll(urls: DatabaseUrls): Promise<void> {
  const began = performance.now();
  const { facts, faults } = await withClient(urls.owner, verifyCases);
  const rate = facts / ((performance.now() - began) / 1000);
  print('verify', `${facts} facts, ${faults.length} faults, ${rate.toFixed(0)} facts/s`);
}
