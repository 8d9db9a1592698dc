/** What the record of an edition's proceedings is made of: only what is already public. */
export interface ProceedingsRecord {
  /** Empty until a registry has given one. */
  readonly doi: string | null;
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  /** The same title in other languages. */
  readonly translated: readonly { title: string; lang: string }[];
  readonly abstract: string | null;
  readonly publisher: string;
  /** Hosts: they stand where a book has its authors. */
  readonly hosts: readonly { name: string; country: string | null }[];
  /** Speakers as they are shown: an alias where somebody speaks under one. */
  readonly speakers: readonly { name: string; affiliation: string | null }[];
  readonly subjects: readonly string[];
  readonly starts_on: string;
  readonly ends_on: string;
  /** Day of publication. */
  readonly published_on: string;
  readonly licence: { name: string; url: string } | null;
  readonly sessions: readonly { title: string; lang: string; url: string }[];
}

/** The record after the metadata schema 4 of DataCite, as JSON; ready to be handed to a registry. */
export function dataCite(record: ProceedingsRecord) {
  const { doi, lang, published_on } = record;
  return {
    ...(doi === null ? {} : { doi }),
    creators: record.hosts.map((host) => ({ name: host.name, nameType: 'Organizational' })),
    titles: [
      { title: record.title, lang },
      ...record.translated.map((one) => ({
        ...{ title: one.title, titleType: 'TranslatedTitle', lang: one.lang },
      })),
    ],
    publisher: { name: record.publisher, lang },
    publicationYear: published_on.slice(0, 4),
    types: { resourceTypeGeneral: 'ConferenceProceeding', resourceType: 'Proceedings' },
    contributors: record.speakers.map((speaker) => ({
      ...{ name: speaker.name, nameType: 'Personal', contributorType: 'Other' },
      affiliation: speaker.affiliation === null ? [] : [{ name: speaker.affiliation }],
    })),
    dates: [
      { date: published_on, dateType: 'Issued' },
      {
        ...{ date: `${record.starts_on}/${record.ends_on}`, dateType: 'Other' },
        dateInformation: 'Conference',
      },
    ],
    language: lang,
    subjects: record.subjects.map((subject) => ({ subject, lang })),
    descriptions:
      record.abstract === null
        ? []
        : [{ description: record.abstract, descriptionType: 'Abstract', lang }],
    relatedIdentifiers: record.sessions.map((session) => ({
      ...{ relatedIdentifier: session.url, relatedIdentifierType: 'URL' },
      relationType: 'HasPart',
    })),
    rightsList:
      record.licence === null
        ? []
        : [{ rights: record.licence.name, rightsUri: record.licence.url }],
    alternateIdentifiers: [{ alternateIdentifier: record.url, alternateIdentifierType: 'URL' }],
    formats: ['text/html', 'application/pdf'],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

/** How another text refers to it, in the form that DataCite asks for; `kind` says what it is in the reader's language. */
export function citation(record: ProceedingsRecord, kind: string): string {
  const { publisher, published_on, title, doi, url } = record;
  const where = doi === null ? url : `https://doi.org/${doi}`;
  return `${publisher} (${published_on.slice(0, 4)}). ${title}. ${kind}. ${where}`;
}

/** What scholarly search engines read in the head of the page: name and content of each tag. */
export function citationTags(record: ProceedingsRecord): readonly (readonly [string, string])[] {
  const speakers = record.speakers.flatMap((speaker) => [
    ['citation_author', speaker.name] as const,
    ...(speaker.affiliation === null
      ? []
      : [['citation_author_institution', speaker.affiliation] as const]),
  ]);
  return [
    ['citation_title', record.title],
    ...speakers,
    ['citation_publication_date', record.published_on.replaceAll('-', '/')],
    ['citation_conference_title', record.title],
    ['citation_publisher', record.publisher],
    ['citation_language', record.lang],
    ['citation_public_url', record.url],
    ['citation_pdf_url', `${record.url}.pdf`],
    ...(record.doi === null ? [] : [['citation_doi', record.doi] as const]),
  ];
}
