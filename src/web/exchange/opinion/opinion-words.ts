import { useLingui } from '@lingui/react/macro';
import type { Phase, StatementState } from '#domain/exchange/opinion/poll.ts';
import type { Leaning, ShownVotes } from '#domain/exchange/opinion/shown-votes.ts';
import type { Vote } from '#domain/exchange/opinion/vote.ts';
import type { Region } from '#domain/exchange/region.ts';
import type { LanguageTag } from '#domain/exchange/wording.ts';

/** What one types on this screen is in this language. */
export function languageOfScreen(locale: string): LanguageTag {
  return locale === 'uz' ? 'uz-Latn' : locale === 'ru' ? 'ru' : 'en';
}

/** Words of the opinion map that several of its parts say. */
export function useOpinionWords() {
  const { t } = useLingui();
  const phases: Readonly<Record<Phase, string>> = {
    before: t`Before the session`,
    during: t`During the session`,
    after: t`After the session`,
  };
  const votes: Readonly<Record<Vote, string>> = {
    agree: t`I agree`,
    disagree: t`I disagree`,
    pass: t`I pass`,
  };
  const leanings: Readonly<Record<Leaning, string>> = {
    agree: t`most agree`,
    disagree: t`most disagree`,
    mixed: t`no clear majority`,
    hidden: t`too few votes`,
  };
  const states: Readonly<Record<StatementState, string>> = {
    proposed: t`Waits for a moderator`,
    let_in: t`Admitted`,
    refused: t`Not let in`,
  };
  const regions: Readonly<Record<Region, string>> = {
    central_asia: t`Central Asia`,
    south_asia: t`South Asia`,
    south_east_asia: t`South-East Asia`,
    eu: t`European Union`,
    organisations: t`International organisations`,
  };
  /** The votes of everybody, with nothing in it of fewer than five. */
  const told = (shown: ShownVotes): string => {
    if (shown.shows === 'counts') {
      const { agree, disagree, pass } = shown;
      return t`agree: ${agree}, disagree: ${disagree}, pass: ${pass}`;
    }
    if (shown.shows === 'one') {
      const { count, others } = shown;
      return {
        agree: t`agree: ${count}, other answers: ${others}`,
        disagree: t`disagree: ${count}, other answers: ${others}`,
        pass: t`pass: ${count}, other answers: ${others}`,
      }[shown.answer];
    }
    if (shown.shows === 'too_few') return leanings.hidden;
    const { voters } = shown;
    return {
      agree: t`all but fewer than five agree; voted: ${voters}`,
      disagree: t`all but fewer than five disagree; voted: ${voters}`,
      pass: t`all but fewer than five pass; voted: ${voters}`,
    }[shown.answer];
  };
  return { phases, votes, leanings, states, regions, told };
}
