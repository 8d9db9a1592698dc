import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { OFFER_ANSWERS, type OfferAnswer } from '#domain/case/work-offer.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CaseProse } from '../case/case-prose.tsx';
import { Choice } from '../case/choice.tsx';
import { CommandForm, given } from '../case/command-form.tsx';
import { useMay } from '../case/use-may.ts';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { OFFER_ANSWER_WORDS } from './work-words.ts';

/** What was offered to the person, and what they said to it. */
export function OffersPart({ file }: { readonly file: CaseFile }) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const may = useMay(file);
  const { id } = file.row;
  const offers = Object.entries(file.state.work_offer.offers).toSorted(([, a], [, b]) =>
    b.at.localeCompare(a.at),
  );
  if (offers.length === 0) return null;
  return (
    <Section
      title={<Trans>What was offered</Trans>}
      actions={
        <Link to="/cases/$id/$part" params={{ id, part: 'referrals' }} className={parts.link}>
          <Trans>Refer to a service</Trans>
        </Link>
      }
    >
      <ul className={parts.list}>
        {offers.map(([offer_id, one]) => (
          <li key={offer_id}>
            <strong>
              <bdi>{one.words}</bdi>
            </strong>{' '}
            <span className={parts.soft}>{formatMoment(i18n.locale, one.at)}</span>
            <div>
              {one.answer === null ? (
                <Trans>Not answered yet.</Trans>
              ) : (
                i18n._(OFFER_ANSWER_WORDS[one.answer])
              )}
            </div>
            {one.answer_words === undefined ? null : <div>{one.answer_words}</div>}
            {may.append ? (
              <div style={{ marginBlockStart: '0.4rem' }}>
                <CommandForm
                  file={file}
                  kind="answer_work_offer"
                  about={offer_id}
                  open={<Trans>What the person says</Trans>}
                  initial={{ answer: (one.answer ?? 'thinking') as OfferAnswer, words: '' }}
                  body={({ answer, words }) => ({
                    ...{ offer_id, answer },
                    ...(given(words) === undefined ? {} : { words }),
                  })}
                  paths={['answer', 'words']}
                >
                  {(value, change) => (
                    <>
                      <Choice
                        path="answer"
                        legend={<Trans>What the person says</Trans>}
                        options={OFFER_ANSWERS.map((answer) => ({
                          ...{ value: answer, label: i18n._(OFFER_ANSWER_WORDS[answer]) },
                        }))}
                        value={value.answer}
                        onChange={(answer) => change({ answer })}
                      />
                      <CaseProse
                        file={file}
                        path="words"
                        label={t`In the person’s words (may stay empty)`}
                        value={value.words}
                        onChange={(words) => change({ words })}
                      />
                    </>
                  )}
                </CommandForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
