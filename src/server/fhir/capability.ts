import type { CapabilityStatement } from '@medplum/fhirtypes';
import { RESOURCE_TYPES } from './resource-types.ts';

/** What this door can do, for whoever connects a system: `GET /fhir/metadata`. */
export function capabilityStatement(base: string): CapabilityStatement {
  const resource = Object.entries(RESOURCE_TYPES).map(([type, { search }]) => ({
    type: type as 'Task',
    interaction: [
      { code: 'read' as const },
      { code: 'search-type' as const },
      ...(type === 'Task' ? [{ code: 'update' as const }] : []),
    ],
    versioning: type === 'Task' ? ('versioned-update' as const) : ('versioned' as const),
    updateCreate: false,
    searchParam: [
      { name: '_id', type: 'token' as const },
      ...search.map(({ name, type: kind }) => ({ name, type: kind })),
    ],
  }));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-28',
    kind: 'instance',
    implementation: { description: 'What was sent to your organisation', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [{ url: 'token', valueUri: base.replace(/\/fhir$/, '/oauth/token') }],
            },
          ],
          service: [
            {
              coding: [
                {
                  system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                  code: 'OAuth',
                },
              ],
            },
          ],
          description: 'OAuth 2 client credentials; a token lasts 15 minutes.',
        },
        resource,
      },
    ],
  };
}
