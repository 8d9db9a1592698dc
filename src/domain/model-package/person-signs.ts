import { personCheck } from '../person-check.ts';
import type { PersonCheck } from './person-in-package.ts';

/**
 * What in a text points to a person, by the check that every publication of the exchange passes. Nobody
 * answers its findings here: a model needs no name, so each of them keeps a package back.
 */
export const personSigns: PersonCheck = (text) =>
  personCheck({ text }).map(({ rule }) => `person_${rule}`);
