import { msg } from '@lingui/core/macro';
import { formatDay } from '../ui/format.ts';
import { CARE_KIND_WORDS, PLACEMENT_END_WORDS } from './child-words.ts';
import type { Body, Sentence } from './fact-words.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const answered = (body: Body) => body.answer === 'yes';

/** The sentences of what is said about children: their own word, where they live, who decides. */
export const CHILD_FACTS: Readonly<Record<string, Sentence>> = {
  authority_decides: () => msg`The guardianship authority decides for this child.`,
  authority_decides_no_longer: () => msg`The family or guardian decides for this child again.`,
  own_agreement_recorded: (body) =>
    answered(body) ? msg`The child’s own agreement: yes.` : msg`The child’s own agreement: no.`,
  own_no_reviewed: (body) =>
    body.outcome === 'goes_on'
      ? msg`The child’s no was looked at again: it goes on.`
      : msg`The child’s no was looked at again: it stands.`,
  placement_proposed: (body, { i18n }) => {
    const kind = i18n._(CARE_KIND_WORDS[body.kind as keyof typeof CARE_KIND_WORDS]);
    const who = text(body.with);
    return msg`Care arrangement proposed: ${kind}, ${who}`;
  },
  placement_family_assessed: (body) => {
    const by = text(body.by);
    return msg`The family was visited and assessed by ${by}.`;
  },
  placement_family_consented: (body) => {
    const by = text(body.said_by);
    return msg`The family said yes beforehand: ${by}`;
  },
  placement_decided: (body) => {
    const number = text(body.number);
    return body.decision === 'agreed'
      ? msg`The guardianship authority agreed (No. ${number}).`
      : msg`The guardianship authority did not agree (No. ${number}).`;
  },
  placement_begun: (body, { i18n }) => {
    const on = formatDay(i18n.locale, text(body.on));
    return msg`The child moved in on ${on}.`;
  },
  placement_visited: (body, { i18n }) => {
    const on = formatDay(i18n.locale, text(body.on));
    return msg`Visit to the home where the child lives, on ${on}.`;
  },
  placement_reviewed: () => msg`Residential care was looked at again.`,
  placement_ended: (body, { i18n }) => {
    const reason = i18n._(PLACEMENT_END_WORDS[body.reason as keyof typeof PLACEMENT_END_WORDS]);
    return msg`The care arrangement ended: ${reason}`;
  },
  best_interests_decided: () => msg`A decision on the child’s best interests.`,
};
