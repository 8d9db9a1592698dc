import type { ProgrammeModel } from '#domain/case/model.ts';
import type { Document } from '#domain/directory/hsds/read-directory.ts';
import { SDOH_CATEGORIES, SDOH_OF_NEED, type SdohCategory } from '#domain/directory/sdoh.ts';
import type { Labels } from '#domain/text.ts';
import { derivedId } from '../../arrival/derived-id.ts';

const NEEDS = '019ac8a0-0000-7000-8000-00000000d001';
const SDOH = '019ac8a0-0000-7000-8000-00000000d002';

/** The two taxonomies of every directory: the need domains of the programme, and the categories of SDOH. */
export const OWN_TAXONOMIES: readonly (Document & { id: string })[] = [
  {
    id: NEEDS,
    name: 'need_domain',
    description: 'Need domains of the programme',
  },
  {
    id: SDOH,
    name: 'sdoh_category',
    description: 'Categories of social determinants of health (Gravity SDOH Clinical Care)',
  },
];

/** The name in the wanted language, in English, or the first there is. */
export function named(labels: Labels, language: string): string {
  return labels[language] ?? labels.en ?? Object.values(labels)[0] ?? '';
}

/** The terms of the two own taxonomies. */
export function ownTerms(
  model: ProgrammeModel,
  language: string,
): (Document & { id: string; taxonomy_id: string; code: string })[] {
  const needs = model.need_domains.map(({ code, labels }) => ({
    ...{ id: derivedId(NEEDS, 'term', code), code, name: named(labels, language) },
    ...{ description: named(labels, language), taxonomy: 'need_domain', taxonomy_id: NEEDS },
    language,
  }));
  const categories = Object.entries(SDOH_CATEGORIES).map(([code, name]) => ({
    ...{ id: derivedId(SDOH, 'term', code), code, name, description: name },
    ...{ taxonomy: 'sdoh_category', taxonomy_id: SDOH, language: 'en' },
  }));
  return [...needs, ...categories];
}

/** The need domain of a term of ours, or the need domains that a category stands for. */
export function needsOfTerm(termId: string, model: ProgrammeModel): readonly string[] {
  return model.need_domains
    .map(({ code }) => code)
    .filter((code) => termsOfNeed(code).some(({ id }) => id === termId));
}

/** The attributes that say in whose domain a service works. */
export function needAttributes(
  serviceId: string,
  need: string,
  terms: ReturnType<typeof ownTerms>,
): Document[] {
  return termsOfNeed(need).flatMap(({ id }) => {
    const term = terms.find((one) => one.id === id);
    if (term === undefined) return [];
    return [{ id: derivedId(serviceId, 'attribute', id), taxonomy_term: term }];
  });
}

/** A document without the attributes that are made anew whenever it is given out. */
export function withoutOwnAttributes({ attributes, ...document }: Document): Document {
  if (!Array.isArray(attributes)) return document;
  const others = attributes.filter(
    (one) => ![NEEDS, SDOH].includes(String(one?.taxonomy_term?.taxonomy_id)),
  );
  return others.length === 0 ? document : { ...document, attributes: others };
}

function termsOfNeed(need: string): { id: string }[] {
  const category: SdohCategory | undefined = SDOH_OF_NEED[need];
  return [
    { id: derivedId(NEEDS, 'term', need) },
    ...(category === undefined ? [] : [{ id: derivedId(SDOH, 'term', category) }]),
  ];
}
