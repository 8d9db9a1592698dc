import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** What the things whose texts are translated are called; one line for every noun of `translatable.ts`. */
const NOUN_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  activity: msg({ message: 'Activity', context: 'of a recommendation' }),
  edition: msg`Conference`,
  evidence: msg`Evidence table`,
  institution: msg`Institution`,
  opinion_poll: msg`Opinion poll`,
  opinion_statement: msg`Statement of an opinion poll`,
  progress_report: msg`Report on a recommendation`,
  recommendation: msg`Recommendation`,
  recommendation_details: msg`Recommendation: body and indicator`,
  model: msg`Programme model`,
  model_endorsement: msg`Endorsement of a model`,
  model_question: msg`Question about a model`,
  model_section: msg`Dossier of a model`,
  material: msg`Material`,
  news: msg`News item`,
  practice: msg`Practice`,
  room: msg`Room`,
  series: msg`Series`,
  session: msg`Conference session`,
  track: msg`Track`,
};

export function useNounName(): (noun: string) => string {
  const { i18n } = useLingui();
  return (noun) => {
    const name = NOUN_NAMES[noun];
    return name === undefined ? noun : i18n._(name);
  };
}
