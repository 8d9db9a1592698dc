import type { CodeableConcept, Coding, Extension } from '@medplum/fhirtypes';
import type { Labels } from '#domain/text.ts';

/** What a resource needs to know beside its rows: where it stands, and the words of needs and barriers. */
export interface Speaking {
  /** The address of the FHIR base, without a slash at the end. */
  readonly base: string;
  readonly needs: ReadonlyMap<string, Labels>;
  readonly barriers: ReadonlyMap<string, Labels>;
}

/** Own code systems: by the address of this instance, never by the name of a programme. */
export type OwnSystem =
  | 'need'
  | 'barrier'
  | 'decline-reason'
  | 'question'
  | 'outcome'
  | 'output'
  | 'paper'
  | 'guardian';

/** The address of an own code system. */
export function systemOf({ base }: Speaking, system: OwnSystem): string {
  return `${base}/CodeSystem/${system}`;
}

/** A code of ours, with its English label where it has one. */
export function coded(
  speaking: Speaking,
  system: OwnSystem,
  code: string,
  labels?: Labels,
): Coding {
  const display = labels?.en;
  const known = { system: systemOf(speaking, system), code };
  return display === undefined ? known : { ...known, display };
}

/** A concept of one code of ours. */
export function concept(
  speaking: Speaking,
  system: OwnSystem,
  code: string,
  labels?: Labels,
): CodeableConcept {
  return { coding: [coded(speaking, system, code, labels)] };
}

/** An extension of ours. */
export function extended(
  { base }: Speaking,
  name: string,
  value: Omit<Extension, 'url'>,
): Extension {
  return { url: `${base}/StructureDefinition/${name}`, ...value };
}

/** A label in English, else in whatever language there is. */
export function labelOf(labels: Labels): string {
  return labels.en ?? Object.values(labels)[0] ?? '';
}

/** FHIR knows no null and nothing empty: what is not there is left out, at every depth. */
export function withoutEmpty<T extends object>(value: T): T {
  return (leaveOut(value) ?? {}) as T;
}

function leaveOut(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(leaveOut).filter((one) => one !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value).flatMap(([key, one]) => {
    const left = leaveOut(one);
    return left === undefined ? [] : [[key, left]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
