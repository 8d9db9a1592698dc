import { msg } from '@lingui/core/macro';
import type { ModelField } from '../model-part.ts';

/** Where a figure comes from, and whether somebody has read it there. */
export const sourced = [
  { key: 'source_citation', kind: 'text', label: msg`Source` },
  { key: 'verified', kind: 'flag', label: msg`Somebody has read this in the source` },
] as const satisfies readonly ModelField[];

export const code = {
  ...{ key: 'code', kind: 'code', label: msg`Short code` },
  description: msg`Small Latin letters and _. Support files hold it: it stays as it is once it is in use.`,
} as const satisfies ModelField;
export const name = {
  key: 'labels',
  kind: 'labels',
  label: msg`Its name`,
} as const satisfies ModelField;

export const currency = {
  ...{ key: 'currency', kind: 'text', label: msg`Currency` },
  description: msg`Three capital letters, e.g. UZS.`,
} as const satisfies ModelField;

/** What a new entry begins with. */
export const labelled = { code: '', labels: {} };
export const unread = { source_citation: '', verified: false };

/** A whole number. */
export const number = (key: string, label: ModelField['label']): ModelField => ({
  ...{ key, kind: 'number', label },
});

/** A whole number that may be missing: then the rule of the house holds. */
export const numberOrNone = (
  key: string,
  label: ModelField['label'],
  description: ModelField['label'],
): ModelField => ({ ...{ key, kind: 'number', label, description, empty: 'absent' } });

/** The area of needs that something belongs to. */
export const needDomain = {
  ...{ key: 'need_domain', kind: 'choice', label: msg`Area of needs` },
  choices: { part: 'need_domains' },
} as const satisfies ModelField;
