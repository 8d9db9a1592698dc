/** Letters and figures that cannot be taken for one another on paper: 29 of them, a prime, so that the last sign finds every slip. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXY';
const LENGTH = 12;

/** A code of a certificate from random bytes: 11 signs and one that finds a slip of the hand, as `ABCD-EFGH-JKMN`. */
export function certificateCode(random: Uint8Array): string {
  const signs = [...random.slice(0, LENGTH - 1)].map((byte) => byte % SIGNS.length);
  if (signs.length < LENGTH - 1) throw new Error('too little randomness for a code');
  return grouped([...signs, checkOf(signs)].map((index) => SIGNS[index]).join(''));
}

/** A code as somebody typed it, in the form that it was printed in; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s–—-]+/g, '');
  const signs = [...bare].map((sign) => SIGNS.indexOf(sign));
  if (signs.length !== LENGTH || signs.includes(-1)) return null;
  return checkOf(signs.slice(0, -1)) === signs.at(-1) ? grouped(bare) : null;
}

/** Finds each wrong sign and each two that changed places. */
function checkOf(signs: readonly number[]): number {
  return signs.reduce((sum, sign, index) => sum + sign * (index + 2), 7) % SIGNS.length;
}

function grouped(bare: string): string {
  return bare.match(/.{4}/g)?.join('-') ?? bare;
}
