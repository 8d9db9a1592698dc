import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ModelCard, ModelQuestion } from '#domain/exchange/model/model-card.ts';
import type { Problem } from '#domain/problem.ts';
import { useOnce } from '../../once.ts';
import { countryName, formatMoment } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import parts from '../../ui/parts.module.css';
import { ProblemText } from '../../ui/problem-text.tsx';
import { ownTag, SaidField, WrittenIn } from './said-field.tsx';
import { useSendModel } from './use-models.ts';
import { WordedText } from './worded-text.tsx';

/** Questions of people of other countries, and what those who know answered. */
export function CardQuestions({ model }: { readonly model: ModelCard }) {
  const { t } = useLingui();
  const send = useSendModel();
  const add = useOnce();
  const [problem, setProblem] = useState<Problem>();
  const { questions, may, state, review } = model;
  const next = review === 'open' ? 'closed' : 'open';
  return (
    <Section
      title={<Trans>Questions of peers, and answers</Trans>}
      actions={
        may.edit && state === 'published' ? (
          <Button
            variant="default"
            onClick={async () =>
              setProblem(await send('POST', `/${model.id}/review`, { review: next }))
            }
          >
            {next === 'open' ? t`Open it for questions` : t`Close the questions`}
          </Button>
        ) : null
      }
    >
      <ProblemText problem={problem} />
      {questions.length === 0 ? (
        <p className={parts.soft}>
          <Trans>Nobody has asked yet.</Trans>
        </p>
      ) : (
        <ul className={parts.list}>
          {questions.map((one) => (
            <Question key={one.id} model={model} one={one} />
          ))}
        </ul>
      )}
      {may.ask ? (
        <Say
          label={t`Your question`}
          send={(question) =>
            add(question, (id) => send('POST', `/${model.id}/questions`, { id, question }))
          }
          action={<Trans>Ask</Trans>}
        />
      ) : null}
    </Section>
  );
}

interface QuestionProps {
  readonly model: ModelCard;
  readonly one: ModelQuestion;
}

function Question({ model, one }: QuestionProps) {
  const { t, i18n } = useLingui();
  const send = useSendModel();
  const { id, question, answer, country, asked_at } = one;
  const edit = model.may.edit;
  return (
    <li>
      <div className={parts.soft}>
        {country === null ? t`an organisation` : countryName(i18n.locale, country)} ·{' '}
        {formatMoment(i18n.locale, asked_at)}
      </div>
      <WordedText
        {...{ noun: 'model_question', id, field: 'question', wording: question, editable: false }}
        label={t`Question`}
      />
      {answer === null ? null : (
        <blockquote className={parts.quote}>
          <WordedText
            {...{ noun: 'model_question', id, field: 'answer', wording: answer, editable: edit }}
            label={t`Answer`}
          />
        </blockquote>
      )}
      {answer === null && edit ? (
        <Say
          label={t`Answer`}
          send={(said) => send('POST', `/${model.id}/questions/${id}/answer`, { answer: said })}
          action={<Trans context="a verb on a button">Answer</Trans>}
        />
      ) : null}
    </li>
  );
}

interface SayProps {
  readonly label: string;
  readonly action: React.ReactNode;
  readonly send: (said: { lang: string; text: string }) => Promise<Problem | undefined>;
}

/** A text in a language of one's own, sent with one button. */
function Say({ label, action, send }: SayProps) {
  const { i18n } = useLingui();
  const [lang, setLang] = useState(ownTag(i18n.locale));
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  return (
    <div className={parts.stack}>
      <SaidField
        {...{ path: 'said', label, value: { lang, text } }}
        onChange={(said) => setText(said.text)}
      />
      <WrittenIn value={lang} onChange={setLang} />
      <ProblemText problem={problem} />
      <div className={parts.buttons}>
        <Button
          disabled={text.trim() === ''}
          onClick={async () => {
            const refused = await send({ lang, text });
            setProblem(refused);
            if (refused === undefined) setText('');
          }}
        >
          {action}
        </Button>
      </div>
    </div>
  );
}
