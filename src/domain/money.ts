import { z } from 'zod';

/** Every currency of ISO 4217 that this program knows, by its three letters. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency');
const KNOWN = new Set(CURRENCIES);

/** Figures behind the point that an amount may have; a currency may have fewer (`fitsCurrency`). */
const PLACES = 4;

/** An amount above nothing, as decimal text: `120000`, `49.90`. A float would lose what it does not hold. */
export const amount = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/, { error: 'not_an_amount' })
  .refine((said) => /[1-9]/.test(said), { error: 'not_an_amount' });

export const currency = z
  .string()
  .max(3)
  .refine((code) => KNOWN.has(code), { error: 'not_a_currency' });

/** So much of a currency. */
export const money = z
  .strictObject({ amount, currency })
  // Where the currency is wrong, nothing is known of the amount.
  .refine((one) => !KNOWN.has(one.currency) || fitsCurrency(one.amount, one.currency), {
    error: 'not_an_amount',
    path: ['amount'],
  });
export type Money = z.infer<typeof money>;

/** Whether the currency has as many figures behind the point: there is no half yen. */
export function fitsCurrency(said: string, code: string): boolean {
  if (!KNOWN.has(code)) return false;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
  const places = said.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  // ICU takes small coins that are out of use away; the standard still has two places for most.
  return places <= Math.max(format.resolvedOptions().maximumFractionDigits ?? 0, FINEST[code] ?? 2);
}
/** The currencies without small coins in ISO 4217. */
const FINEST: Readonly<Record<string, number>> = Object.fromEntries(
  ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV']
    .concat(['XAF', 'XOF', 'XPF'])
    .map((code) => [code, 0]),
);

/** The sum of amounts, without rounding. */
export function sumOf(amounts: readonly string[]): string {
  return decimalOf(amounts.reduce((all, one) => all + unitsOf(one), 0n));
}

/** Whether one amount is more than another: -1, 0 or 1. */
export function compareAmounts(one: string, other: string): number {
  const [a, b] = [unitsOf(one), unitsOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function unitsOf(said: string): bigint {
  const [whole = '0', rest = ''] = said.split('.');
  return BigInt(whole + rest.padEnd(PLACES, '0').slice(0, PLACES));
}

function decimalOf(units: bigint): string {
  const text = units.toString().padStart(PLACES + 1, '0');
  const rest = text.slice(-PLACES).replace(/0+$/, '');
  return `${text.slice(0, -PLACES)}${rest === '' ? '' : `.${rest}`}`;
}
