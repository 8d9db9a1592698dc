import type { PersonCheck } from './person-in-package.ts';

const SIGNS: Readonly<Record<string, RegExp>> = {
  person_email: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  person_phone: /(?<![\d.])\+?\d(?:[ ()-]*\d){8,14}(?![\d.])/,
};

/** What in a text points to a person. */
export const personSigns: PersonCheck = (text) =>
  Object.entries(SIGNS).flatMap(([code, sign]) => (sign.test(text) ? [code] : []));
