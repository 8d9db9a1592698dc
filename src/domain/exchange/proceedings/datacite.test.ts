import { expect, it } from 'vitest';
import { z } from 'zod';
import { citation, citationTags, dataCite, type ProceedingsRecord } from './datacite.ts';

const RECORD: ProceedingsRecord = {
  doi: null,
  url: 'https://homeward.example/exchange/en/homecoming-1/proceedings',
  title: 'Homecoming 1',
  lang: 'en',
  translated: [{ title: 'Возвращение домой 1', lang: 'ru' }],
  abstract: 'What was talked about.',
  publisher: 'Institute of Social Studies',
  hosts: [{ name: 'Institute of Social Studies', country: 'UZ' }],
  speakers: [
    { name: 'Priya Raman', affiliation: 'School for All' },
    { name: 'A mother from the valley', affiliation: null },
  ],
  subjects: ['reintegration'],
  starts_on: '2026-06-02',
  ends_on: '2026-06-03',
  published_on: '2026-09-01',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  sessions: [{ title: 'School first', lang: 'en', url: 'https://homeward.example/s/1' }],
};

const name = z.object({
  name: z.string().min(1),
  nameType: z.enum(['Organizational', 'Personal']),
});
/** What kernel 4 asks for and allows, as far as proceedings use it; unknown fields are refused there. */
const kernel4 = z.strictObject({
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  creators: z.array(name).min(1),
  titles: z.array(z.object({ title: z.string().min(1), lang: z.string() })).min(1),
  publisher: z.strictObject({ name: z.string().min(1), lang: z.string() }),
  publicationYear: z.string().regex(/^\d{4}$/),
  types: z.strictObject({
    resourceTypeGeneral: z.literal('ConferenceProceeding'),
    resourceType: z.string(),
  }),
  contributors: z.array(name.extend({ contributorType: z.literal('Other') })),
  dates: z.array(z.object({ date: z.string(), dateType: z.enum(['Issued', 'Other']) })),
  language: z.string(),
  subjects: z.array(z.strictObject({ subject: z.string(), lang: z.string() })),
  descriptions: z.array(z.object({ descriptionType: z.literal('Abstract') })),
  relatedIdentifiers: z.array(
    z.strictObject({
      relatedIdentifier: z.url(),
      relatedIdentifierType: z.literal('URL'),
      relationType: z.literal('HasPart'),
    }),
  ),
  rightsList: z.array(z.strictObject({ rights: z.string(), rightsUri: z.url() })),
  alternateIdentifiers: z.array(
    z.strictObject({ alternateIdentifier: z.url(), alternateIdentifierType: z.literal('URL') }),
  ),
  formats: z.array(z.string()),
  schemaVersion: z.literal('http://datacite.org/schema/kernel-4'),
});

it('the record holds what schema 4 asks for, and nothing that it does not know', () => {
  for (const record of [RECORD, { ...RECORD, doi: '10.12345/homecoming.1', abstract: null }]) {
    expect(kernel4.safeParse(dataCite(record)).error?.issues).toBeUndefined();
  }
  expect(dataCite(RECORD)).not.toHaveProperty('doi');
});

it('search engines read the title, the speakers and where they work', () => {
  expect(citationTags(RECORD)).toEqual([
    ['citation_title', 'Homecoming 1'],
    ['citation_author', 'Priya Raman'],
    ['citation_author_institution', 'School for All'],
    ['citation_author', 'A mother from the valley'],
    ['citation_publication_date', '2026/09/01'],
    ['citation_conference_title', 'Homecoming 1'],
    ['citation_publisher', 'Institute of Social Studies'],
    ['citation_language', 'en'],
    ['citation_public_url', RECORD.url],
    ['citation_pdf_url', `${RECORD.url}.pdf`],
  ]);
});

it('is cited by its registered name, or where there is none by its address', () => {
  expect(citation(RECORD, 'Proceedings')).toBe(
    `Institute of Social Studies (2026). Homecoming 1. Proceedings. ${RECORD.url}`,
  );
  expect(citation({ ...RECORD, doi: '10.12345/homecoming.1' }, 'Proceedings')).toMatch(
    / https:\/\/doi\.org\/10\.12345\/homecoming\.1$/,
  );
});
