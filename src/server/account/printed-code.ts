/** Crockford's digits: no I, L, O, U, so that a printed code is read and typed without doubt. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One digit of 32 for each byte. */
export function digitsOf(bytes: Iterable<number>): string {
  return [...bytes].map((byte) => DIGITS[byte % 32]).join('');
}

/** A code as somebody typed it: any case, any spaces, O for 0, I and L for 1; null where it is none. */
export function typedDigits(typed: string, length: number): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(code) ? code : null;
}
